"""What we write as EDTF means, to the edtf library, exactly the days we mean."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate.dates.edtf_text import edtf_text
from pipeline.annotate.dates.lexicon import Part, Unit
from pipeline.annotate.dates.spans import (
    CalendarError,
    Span,
    day_span,
    month_span,
    portion_span,
    season_span,
    section_span,
    stretch_span,
    unit_span,
    week_span,
    years_span,
)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31))


def bounds(text: str) -> tuple[date, date]:
    parsed = parse_edtf(text)
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    return date(*lower[:3]), date(*upper[:3])


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2014, 3, 12), date(2014, 3, 12), "2014-03-12"),
        (date(2015, 2, 1), date(2015, 2, 28), "2015-02"),
        (date(2016, 2, 1), date(2016, 2, 28), "2016-02-01/2016-02-28"),
        (date(2015, 3, 1), date(2015, 5, 31), "2015-21"),
        (date(2015, 12, 1), date(2016, 2, 29), "2015-12/2016-02"),
        (date(2019, 7, 1), date(2019, 9, 30), "2019-35"),
        (date(2020, 1, 1), date(2020, 6, 30), "2020-40"),
        (date(1990, 1, 1), date(1999, 12, 31), "199X"),
        (date(1800, 1, 1), date(1899, 12, 31), "18XX"),
        (date(1977, 1, 1), date(1979, 12, 31), "1977/1979"),
    ],
)
def test_shortest_form(start: date, end: date, expected: str) -> None:
    assert edtf_text(start, end) == expected


@settings(max_examples=60, deadline=None)
@given(DAYS, DAYS)
def test_bounds_of_any_interval(first: date, second: date) -> None:
    start, end = sorted((first, second))
    assert bounds(edtf_text(start, end)) == (start, end)


def _spans(day: date) -> list[Span]:
    year = years_span(day.year, day.year)
    wholes = [
        day_span(day),
        week_span(day),
        month_span(day.year, day.month),
        season_span(day.year, (day.month - 1) // 3 + 1),
        year,
        unit_span(Unit.DECADE, day),
        unit_span(Unit.CENTURY, day),
        unit_span(Unit.WEEKEND, day),
        unit_span(Unit.SEASON, day),
    ]
    parts = [portion_span(part, whole) for part in Part for whole in wholes]
    sections = [section_span(index, of, year) for of in (2, 3, 4) for index in range(1, of + 1)]
    return wholes + parts + sections


@settings(max_examples=12, deadline=None)  # the library takes 13 ms a text
@given(DAYS)
def test_bounds_of_every_calendar_form(day: date) -> None:
    for span in _spans(day):
        assert span.start <= span.end
        assert bounds(edtf_text(span.start, span.end)) == (span.start, span.end)


@settings(deadline=None)
@given(DAYS, st.sampled_from(list(Part)))
def test_a_part_lies_within_its_whole(day: date, part: Part) -> None:
    for unit in (Unit.WEEK, Unit.MONTH, Unit.SEASON, Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        whole = unit_span(unit, day)
        portion = portion_span(part, whole)
        assert whole.start <= portion.start <= portion.end <= whole.end
        assert portion != whole


@settings(deadline=None)
@given(DAYS, st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH]), st.integers(1, 12), st.booleans())
def test_a_stretch_lies_within_its_whole(day: date, unit: Unit, count: int, from_end: bool) -> None:
    year = years_span(day.year, day.year)
    stretch = stretch_span(unit, 1, count, year, from_end=from_end)
    assert year.start <= stretch.start <= stretch.end <= year.end
    assert (stretch.end == year.end) if from_end else (stretch.start == year.start)


def test_the_sixth_week_of_a_month_is_none() -> None:
    with pytest.raises(CalendarError):
        stretch_span(Unit.WEEK, 6, 6, month_span(2015, 2), from_end=False)
