"""Places what a date says on the calendar: expression and clock to days, precision and basis.

No words here; the conventions for parts and seasons are in `spans`, what an open date counts from
in `clock`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.annotate.dates import spans
from pipeline.annotate.dates.clock import FORWARD_MONTHS, Clock
from pipeline.annotate.dates.expressions import (
    Base,
    Day,
    Expression,
    Holding,
    Month,
    Period,
    Portion,
    Range,
    Rest,
    Season,
    Section,
    Sense,
    Shift,
    Stretch,
    Weekday,
    Window,
    Years,
)
from pipeline.annotate.dates.lexicon import Unit
from pipeline.annotate.dates.spans import CalendarError, Span
from pipeline.records import DateBasis, DatePrecision

#: How much a basis leans on other text; a range leans as much as its weaker side.
_LEANING = [DateBasis.EXPLICIT, DateBasis.CONTEXT, DateBasis.DOCUMENT, DateBasis.RELATIVE]
#: Days that a date without a year may lie ahead of the document ("the talks open on 3 May").
_JUST_AHEAD = 31
_FINE = {Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.WEEKEND}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The days of a date and how we know them."""

    span: Span
    basis: DateBasis


def resolve(expression: Expression, clock: Clock) -> Placed | None:
    """Returns the days of the expression, None where the text does not say.

    Example: "late September" after "24 July 2015" is 21 to 30 September 2015, by context.
    """
    try:
        return _resolve(expression, clock)
    except CalendarError:
        return None


def _resolve(expression: Expression, clock: Clock) -> Placed | None:
    match expression:
        case Day() | Month() | Season():
            return _resolve_named(expression, clock)
        case Years(first=first, last=last):
            return Placed(span=spans.years_span(first, last), basis=DateBasis.EXPLICIT)
        case Range():
            return _resolve_range(expression, clock)
        case Portion() | Section() | Stretch() | Holding():
            return _resolve_inside(expression, clock)
        case Weekday():
            return _resolve_weekday(expression, clock)
        case Period() | Shift() | Window() | Rest():
            return _resolve_counted(expression, clock)
        case _:
            return None


def _resolve_named(named: Day | Month | Season, clock: Clock) -> Placed | None:
    if named.year is not None:
        return Placed(span=_in_year(named, named.year), basis=DateBasis.EXPLICIT)
    if not isinstance(named, Day) and named.sense is not Sense.NEAREST:
        return _resolve_sensed(named, clock)
    narrated = clock.narrated(_month(named))
    if narrated is not None:
        year = _carried_year(named, narrated)
        return _placed_if_weekday(named, year, DateBasis.CONTEXT)
    if clock.document_date is None:
        return None
    return _nearest_to_document(named, clock.document_date, future=clock.future)


def _in_year(named: Day | Month | Season, year: int) -> Span:
    if isinstance(named, Day):
        return spans.day_span(spans.make_date(year, named.month, named.day))
    if isinstance(named, Month):
        return spans.month_span(year, named.month)
    return spans.season_span(year, named.season)


def _month(named: Day | Month | Season) -> int:
    return named.season * 3 if isinstance(named, Season) else named.month


def _carried_year(named: Day | Month | Season, narrated: Span) -> int:
    """Returns the year that the narration gives a date without one.

    The narrated year, or the next where the month comes again soon ("in November 2015 ... in
    January") and the narrated date is finer than a year.
    """
    month = _month(named)
    year = narrated.start.year
    if narrated.unit in {Unit.DECADE, Unit.CENTURY}:
        return year
    if narrated.precision is DatePrecision.YEAR or narrated.start.year != narrated.end.year:
        return narrated.end.year
    ahead = (month - narrated.start.month) % 12
    return year + 1 if month < narrated.start.month and ahead <= FORWARD_MONTHS else year


def _placed_if_weekday(named: Day | Month | Season, year: int, basis: DateBasis) -> Placed | None:
    """Places the date, moved by a year where only that agrees with its weekday."""
    if not isinstance(named, Day) or named.weekday is None:
        return Placed(span=_in_year(named, year), basis=basis)
    for candidate in (year, year + 1, year - 1):
        span = _in_year(named, candidate)
        if span.start.weekday() == named.weekday:
            return Placed(span=span, basis=basis)
    return Placed(span=_in_year(named, year), basis=basis)


def _nearest_to_document(
    named: Day | Month | Season, today: date, *, future: bool
) -> Placed | None:
    """Places the date in the past before the document, or after it where the sentence looks on."""
    year = today.year
    span = _in_year(named, year)
    if future and span.end < today:
        year += 1
    elif not future and span.start > spans.add_days(today, _JUST_AHEAD):
        year -= 1
    return _placed_if_weekday(named, year, DateBasis.DOCUMENT)


def _base_day(base: Base, clock: Clock) -> Span | None:
    """Returns the days that a relative date counts from."""
    if base is Base.TEXT:
        return clock.last
    document = None if clock.document_date is None else spans.day_span(clock.document_date)
    if base is Base.DOCUMENT:
        return document
    return clock.narrated() or document


def _resolve_sensed(named: Month | Season, clock: Clock) -> Placed | None:
    """Places "last July", "this spring", "the following June"."""
    base = _base_day(named.base, clock)
    if base is None:
        return None
    span = _in_year(named, base.start.year)
    if named.sense is Sense.LAST and span.end >= base.start:
        span = _in_year(named, base.start.year - 1)
    elif named.sense is Sense.NEXT and span.start <= base.end:
        span = _in_year(named, base.start.year + 1)
    return Placed(span=span, basis=DateBasis.RELATIVE)


def _resolve_range(expression: Range, clock: Clock) -> Placed | None:
    left = _resolve(expression.left, clock)
    right = _resolve(expression.right, clock)
    if left is None or right is None:
        return None
    start, end = left.span.start, right.span.end
    if start > end and not isinstance(expression.right, Years):
        end = spans.add_months_to_day(end, 12)
    if start > end:
        return None
    basis = max(left.basis, right.basis, key=_LEANING.index)
    span = Span(start=start, end=end, precision=DatePrecision.RANGE)
    return Placed(span=span, basis=basis)


def _resolve_inside(
    expression: Portion | Section | Stretch | Holding, clock: Clock
) -> Placed | None:
    within = _resolve(expression.within, clock)
    if within is None:
        return None
    match expression:
        case Portion(part=part):
            span = spans.portion_span(part, within.span)
        case Section(index=index, of=of):
            span = spans.section_span(index, of, within.span)
        case Stretch(unit=unit, first=first, last=last, from_end=from_end):
            span = spans.stretch_span(unit, first, last, within.span, from_end=from_end)
        case Holding(unit=unit):
            span = spans.unit_span(unit, within.span.start)
    return Placed(span=span, basis=within.basis)


def _resolve_weekday(expression: Weekday, clock: Clock) -> Placed | None:
    base = _base_day(expression.base, clock)
    if base is None or base.unit is not Unit.DAY:
        return None
    day = base.start
    back = (day.weekday() - expression.weekday) % 7
    ahead = (expression.weekday - day.weekday()) % 7
    if expression.sense is Sense.NEXT or (expression.sense is Sense.NEAREST and clock.future):
        offset = ahead or 7
    elif expression.sense is Sense.LAST:
        offset = -(back or 7)
    elif expression.sense is Sense.THIS:
        offset = expression.weekday - day.weekday()
    else:
        offset = -back
    span = spans.day_span(spans.add_days(day, offset))
    return Placed(span=span, basis=DateBasis.RELATIVE)


def _resolve_counted(expression: Period | Shift | Window | Rest, clock: Clock) -> Placed | None:
    base = _base_day(expression.base, clock)
    if base is None:
        return None
    match expression:
        case Period(unit=unit, offset=offset):
            span = _period(unit, offset, base, future=clock.future)
        case Shift(unit=unit, count=count, sign=sign):
            span = _shifted(unit, (count or 0) * sign, base)
        case Window(unit=unit, count=count, sign=sign):
            span = _window(unit, (count or 0) * sign, base)
        case Rest(unit=unit, sign=sign):
            span = _rest(unit, sign, base)
    if span is None:
        return None
    basis = DateBasis.RELATIVE
    if isinstance(expression, Period) and expression.base is Base.NEAR:
        basis = DateBasis.CONTEXT if clock.narrated() else DateBasis.DOCUMENT
    return Placed(span=span, basis=basis)


def _too_coarse(unit: Unit, base: Span) -> bool:
    """Says whether the base is too wide to find one such unit in it: no day of "2015"."""
    return base.days > spans.unit_span(unit, base.start).days and base.unit is not unit


def _period(unit: Unit, offset: int, base: Span, *, future: bool) -> Span | None:
    if _too_coarse(unit, base):
        return None
    day = spans.shift_day(base.start, unit, offset)
    span = spans.unit_span(unit, day)
    if unit is Unit.WEEKEND and offset == 0 and not future and span.start > base.end:
        span = spans.unit_span(unit, spans.add_days(day, -7))
    return span


def _shifted(unit: Unit, count: int, base: Span) -> Span | None:
    """Returns the base moved by units, as fine as the coarser of the two."""
    if unit in _FINE:
        if base.days > 31:
            return None
        start = spans.shift_day(base.start if count < 0 else base.end, unit, count)
        if base.days == 1:
            exact = unit is not Unit.WEEK or abs(count) == 1
            return spans.day_span(start) if exact else spans.week_span(start)
        return Span(
            start=spans.shift_day(base.start, unit, count),
            end=spans.shift_day(base.end, unit, count),
            precision=base.precision,
        )
    day = spans.shift_day(base.start, unit, count)
    if unit in {Unit.MONTH, Unit.QUARTER, Unit.SEASON}:
        return spans.unit_span(Unit.MONTH, day) if base.days <= 31 else None
    if base.days <= 31 and abs(count) <= 3 and unit is Unit.YEAR and base.unit is not Unit.DAY:
        return spans.unit_span(Unit.MONTH, day)
    return spans.unit_span(Unit.DECADE if unit is Unit.CENTURY else Unit.YEAR, day)


def _window(unit: Unit, count: int, base: Span) -> Span:
    """Returns the stretch before (the base's first day excluded from the text's) or after."""
    if count < 0:
        start, end = spans.shift_day(base.start, unit, count), base.start
    else:
        start, end = base.end, spans.shift_day(base.end, unit, count)
    return Span(start=start, end=end, precision=DatePrecision.RANGE)


def _rest(unit: Unit, sign: int, base: Span) -> Span | None:
    """Returns what is left of the unit after the base, or was before it."""
    if _too_coarse(unit, base):
        return None
    whole = spans.unit_span(unit, base.start)
    if unit is Unit.DAY:
        return whole
    start = spans.add_days(base.end, 1) if sign > 0 else whole.start
    end = whole.end if sign > 0 else spans.add_days(base.start, -1)
    if start > end:
        return whole
    return Span(start=start, end=end, precision=DatePrecision.RANGE)
