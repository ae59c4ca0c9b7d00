"""Calendar arithmetic on stretches of whole days.

Here belong months, seasons, thirds and weeks as first and last day; no words and no anchors.

Conventions (they decide what "late" means in every table): early / mid / late of a month are days
1-10, 11-20 and 21 to the end; of a year its four-month thirds; of a season its months; of a decade
years 0-3, 4-6, 7-9, of a century 0-33, 34-66, 67-99. The start and end of a year are its first and
last two months, of anything else its first and last third. Seasons are March-May, June-August,
September-November and December-February; winter counts to the year it begins in. Weeks run from
Monday.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from pipeline.annotate.dates.lexicon import Part, Unit
from pipeline.records import DatePrecision

#: First and last year of a century's thirds.
_CENTURY_YEARS = {0: (0, 33), 1: (34, 66), 2: (67, 99)}
_THIRD = {Part.EARLY: 0, Part.START: 0, Part.MID: 1, Part.LATE: 2, Part.END: 2}
_DECADE_YEARS = {0: (0, 3), 1: (4, 6), 2: (7, 9)}


class CalendarError(ValueError):
    """There is no such day, month or year on the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days `start` to `end`, both included. `unit` is the unit it is one of, if any."""

    start: date
    end: date
    precision: DatePrecision
    unit: Unit | None = None

    @property
    def days(self) -> int:
        """How many days the span has."""
        return (self.end - self.start).days + 1


def make_date(year: int, month: int, day: int) -> date:
    """Returns the day.

    Raises:
        CalendarError: the calendar has no such day ("30 February").
    """
    try:
        return date(year, month, day)
    except ValueError as error:
        raise CalendarError(str(error)) from error


def day_span(day: date) -> Span:
    """Returns the day as a span."""
    return Span(start=day, end=day, precision=DatePrecision.DAY, unit=Unit.DAY)


def month_span(year: int, month: int) -> Span:
    """Returns the month's days. Raises CalendarError outside years 1-9999."""
    start = make_date(year, month, 1)
    end = start.replace(day=calendar.monthrange(year, month)[1])
    return Span(start=start, end=end, precision=DatePrecision.MONTH, unit=Unit.MONTH)


def season_span(year: int, season: int) -> Span:
    """Returns the season's days; season 4 of 2015 is December 2015 to February 2016."""
    start = make_date(year, 3 * season, 1)
    end = month_span(*add_months(year, 3 * season, 2)).end
    return Span(start=start, end=end, precision=DatePrecision.SEASON, unit=Unit.SEASON)


def years_span(first: int, last: int) -> Span:
    """Returns the days of whole years: one, a decade, a century, or any other run."""
    start, end = make_date(first, 1, 1), make_date(last, 12, 31)
    if first == last:
        return Span(start=start, end=end, precision=DatePrecision.YEAR, unit=Unit.YEAR)
    unit = {10: Unit.DECADE, 100: Unit.CENTURY}.get(last - first + 1)
    return Span(start=start, end=end, precision=DatePrecision.RANGE, unit=unit)


def week_span(day: date) -> Span:
    """Returns Monday to Sunday around the day."""
    start = add_days(day, -day.weekday())
    end = add_days(start, 6)
    return Span(start=start, end=end, precision=DatePrecision.RANGE, unit=Unit.WEEK)


def add_days(day: date, days: int) -> date:
    """Returns the day so many days later. Raises CalendarError beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise CalendarError(str(error)) from error


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Returns year and month so many months later."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def add_months_to_day(day: date, months: int) -> date:
    """Returns the same day of another month, or that month's last day ("31 January" + 1)."""
    year, month = add_months(day.year, day.month, months)
    if not MINYEAR <= year <= MAXYEAR:
        raise CalendarError(f"year {year} is beyond the calendar")
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def unit_span(unit: Unit, day: date) -> Span:
    """Returns the whole unit that holds the day: its week, month, season, year ..."""
    if unit in {Unit.HOUR, Unit.DAY}:
        return day_span(day)
    if unit is Unit.WEEK:
        return week_span(day)
    if unit is Unit.WEEKEND:
        week = week_span(day)
        saturday = add_days(week.start, 5)
        return Span(start=saturday, end=week.end, precision=DatePrecision.RANGE, unit=unit)
    if unit is Unit.MONTH:
        return month_span(day.year, day.month)
    if unit is Unit.QUARTER:
        return section_span((day.month - 1) // 3 + 1, 4, years_span(day.year, day.year))
    if unit is Unit.SEASON:
        year, month = add_months(day.year, day.month, -2)
        return season_span(year, (month - 1) // 3 + 1)
    size = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}[unit]
    first = day.year - day.year % size
    return years_span(first, first + size - 1)


def shift_day(day: date, unit: Unit, count: int) -> date:
    """Returns the day moved by a count of units; hours move by whole days, rounded up."""
    if unit is Unit.HOUR:
        return add_days(day, -(-abs(count) // 24) * (1 if count > 0 else -1))
    if unit in {Unit.DAY, Unit.WEEK, Unit.WEEKEND}:
        return add_days(day, count * (1 if unit is Unit.DAY else 7))
    months = {
        Unit.MONTH: 1,
        Unit.QUARTER: 3,
        Unit.SEASON: 3,
        Unit.YEAR: 12,
        Unit.DECADE: 120,
        Unit.CENTURY: 1200,
    }[unit]
    return add_months_to_day(day, count * months)


def portion_span(part: Part, within: Span) -> Span:
    """Returns the early, middle or late part of a span; a day stays whole."""
    third = _THIRD[part]
    if within.unit is Unit.DAY:
        return within
    if within.unit is Unit.MONTH:
        first = within.start.replace(day=10 * third + 1)
        last = within.end if third == 2 else first.replace(day=10 * third + 10)
        return Span(start=first, end=last, precision=DatePrecision.MONTH)
    if within.unit is Unit.YEAR:
        if part in {Part.START, Part.END}:
            return section_span(1 if part is Part.START else 6, 6, within)
        return section_span(third + 1, 3, within)
    if within.unit is Unit.SEASON:
        year, month = add_months(within.start.year, within.start.month, third)
        return Span(
            start=month_span(year, month).start,
            end=month_span(year, month).end,
            precision=DatePrecision.SEASON,
        )
    if within.unit in {Unit.DECADE, Unit.CENTURY}:
        low, high = (_DECADE_YEARS if within.unit is Unit.DECADE else _CENTURY_YEARS)[third]
        years = years_span(within.start.year + low, within.start.year + high)
        return Span(start=years.start, end=years.end, precision=DatePrecision.RANGE)
    return _third_of_days(third, within)


def _third_of_days(third: int, within: Span) -> Span:
    size = max(1, within.days // 3)
    start = add_days(within.start, third * size) if third < 2 else add_days(within.end, 1 - size)
    end = within.end if third == 2 else min(within.end, add_days(start, size - 1))
    return Span(start=min(start, within.end), end=end, precision=within.precision)


def section_span(index: int, of: int, within: Span) -> Span:
    """Returns the index-th of n equal parts: of a year in months, of anything else in days."""
    if not 1 <= index <= of:
        raise CalendarError(f"there is no part {index} of {of}")
    if within.unit is Unit.YEAR:
        size = 12 // of
        first = month_span(within.start.year, (index - 1) * size + 1).start
        last = month_span(within.start.year, index * size).end
        unit = Unit.QUARTER if of == 4 else None
        return Span(start=first, end=last, precision=DatePrecision.SEASON, unit=unit)
    if within.unit in {Unit.DECADE, Unit.CENTURY}:
        size = (within.end.year - within.start.year + 1) // of
        first_year = within.start.year + (index - 1) * size
        return years_span(first_year, first_year + size - 1)
    if within.unit is Unit.MONTH and of == 2:
        middle = within.start.replace(day=15)
        start, end = (within.start, middle) if index == 1 else (add_days(middle, 1), within.end)
        return Span(start=start, end=end, precision=DatePrecision.MONTH)
    size = max(1, within.days // of)
    start = add_days(within.start, (index - 1) * size)
    end = within.end if index == of else add_days(start, size - 1)
    return Span(start=start, end=end, precision=within.precision)


def stretch_span(unit: Unit, first: int, last: int, within: Span, *, from_end: bool) -> Span:
    """Returns units `first` to `last` of a span, cut at its ends.

    Weeks are counted in sevens from the span's first (or last) day, as "the first week of May" is
    its first seven days.

    Raises:
        CalendarError: the span is over before the first of the units.
    """
    if from_end:
        end = shift_day(add_days(within.end, 1), unit, 1 - first)
        start = shift_day(add_days(within.end, 1), unit, -last)
        end = add_days(end, -1)
    else:
        start = shift_day(within.start, unit, first - 1)
        end = add_days(shift_day(within.start, unit, last), -1)
    if start > within.end or end < within.start:
        raise CalendarError("the span has fewer units")
    single = first == last and unit in {Unit.DAY, Unit.MONTH, Unit.YEAR}
    if single:
        return unit_span(unit, start)
    start, end = max(start, within.start), min(end, within.end)
    return Span(start=start, end=end, precision=DatePrecision.RANGE)
