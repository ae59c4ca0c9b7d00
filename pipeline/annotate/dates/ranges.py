"""Reads ranges and coordinations: "From July 24 to July 26", "January and February 2015".

The side without a year borrows it from the other: forward from "December 2015 to March" (the
next March), backward from "May and November 2015".
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.annotate.dates.absolute import read_absolute
from pipeline.annotate.dates.expressions import (
    Day,
    Expression,
    Month,
    Period,
    Portion,
    Range,
    Season,
    Section,
    Weekday,
    Years,
    lacks_year,
    month_of,
    with_year,
    year_of,
)
from pipeline.annotate.dates.lists import listed_year, read_listed_day
from pipeline.annotate.dates.parts import read_part
from pipeline.annotate.dates.relative import read_relative
from pipeline.annotate.dates.words import Reading, Words

_UNTIL = frozenset({"to", "until", "till", "through", "thru"})
_BRIDGE = frozenset({"and", "or", ",", "in", "again", "then", "on", "both", "&", "late", "early"})
#: How many lexemes may stand between "May" and the "November 2015" whose year it borrows.
_BRIDGE_LENGTH = 4


def read_date(words: Words, i: int) -> Reading | None:
    """Returns the longest date of any form that begins at the position.

    Example: "from September 2015 to July 2016" is one range, its "from" included.
    """
    opener = words.lower(i)
    if opener in {"from", "between"}:
        return _read_opened(words, i, opener)
    left = read_single(words, i)
    if left is None:
        return read_listed_day(words, i)
    return _read_unopened(words, left) or _borrow_ahead(words, left)


def read_single(words: Words, i: int) -> Reading | None:
    """Returns the longest date at the position that is not a range of two dates."""
    readings = [
        reading
        for reader in (read_part, read_relative, read_absolute)
        if (reading := reader(words, i)) is not None
    ]
    return max(readings, key=lambda reading: reading.after, default=None)


def _read_opened(words: Words, i: int, opener: str) -> Reading | None:
    """Reads "from A to B" and "between A and B"; a lone "between 1977-1979" is a range already."""
    j = i + 1 + (words.lower(i + 1) == "the")
    left = read_single(words, i + 1) or read_single(words, j)
    bare = words.day_number(j) if left is None else None
    if left is None and bare is None:
        return None
    after = j + 1 if left is None else left.after
    joins = _UNTIL if opener == "from" else frozenset({"and", "to"})
    if not (words.lower(after) in joins or words.is_dash(after)):
        return _closed_already(left, i)
    right = read_single(words, after + 1) or read_single(words, after + 2)
    skipped = right is not None and right.first == after + 2
    if right is None or (skipped and words.lower(after + 1) not in {"the", "about"}):
        return _closed_already(left, i)
    if left is None:
        return _from_bare_day(bare, right, i)
    expression = make_range(left.expression, right.expression)
    if expression is None:
        return None
    return Reading(expression=expression, first=i, after=right.after)


def _closed_already(left: Reading | None, first: int) -> Reading | None:
    """Returns "between 1977-1979" or "from July 24-26" as it stands, None for a single date."""
    if left is None:
        return None
    match left.expression:
        case Range():
            return Reading(expression=left.expression, first=first, after=left.after)
        case Years(first=year, last=last) if last > year and last - year != 9:
            return Reading(expression=left.expression, first=first, after=left.after)
        case _:
            return None


def _from_bare_day(day: int | None, right: Reading, first: int) -> Reading | None:
    """Reads "from 12 to 14 March": the first day borrows the month of the second."""
    other = right.expression
    if day is None or not isinstance(other, Day) or day >= other.day:
        return None
    left = Day(month=other.month, day=day, year=other.year)
    return Reading(expression=Range(left=left, right=other), first=first, after=right.after)


def _read_unopened(words: Words, left: Reading) -> Reading | None:
    """Reads "May-June 2016", "July 24 to July 26", "January and February 2015"."""
    i = left.after
    joined = words.is_dash(i) or words.lower(i) in {"to", "through", "/"}
    if not joined and words.lower(i) not in {"and", "&"}:
        return None
    if words.lower(i) == "/" and not words.touches(i):
        return None
    right = read_single(words, i + 1)
    if right is None or not _same_sort(left.expression, right.expression):
        return None
    if not joined and not _adjoin(left.expression, right.expression):
        return None
    expression = make_range(left.expression, right.expression)
    if expression is None:
        return None
    return Reading(expression=expression, first=left.first, after=right.after)


def _same_sort(left: Expression, right: Expression) -> bool:
    plain = (Day, Month, Season, Years, Portion, Section)
    if not isinstance(left, plain) or not isinstance(right, plain):
        return False
    mixed = {type(left), type(right)}
    return len(mixed) == 1 or mixed <= {Month, Portion, Day, Years}


def _adjoin(left: Expression, right: Expression) -> bool:
    """Says whether the right date follows hard on the left one, which names no year of its own."""
    if not lacks_year(left) or isinstance(left, Years):
        return False
    first, second = month_of(left), month_of(right)
    if first is None or second is None:
        return False
    if isinstance(left, Day) and isinstance(right, Day):
        return (right.month, right.day - left.day) == (left.month, 1)
    if isinstance(left, Day) or isinstance(right, Day):
        return False
    step = 3 if isinstance(left, Season) else 1
    return (second - first) % 12 == step


def make_range(left: Expression, right: Expression) -> Expression | None:
    """Returns the range of two dates with missing years borrowed from each other.

    None where the two make no range: the left after the right, or of sorts that do not join.
    """
    if isinstance(left, Period | Weekday) or isinstance(right, Period | Weekday):
        return Range(left=left, right=right)
    left_year, right_year = year_of(left), year_of(right)
    if right_year is not None and lacks_year(left):
        back = _wraps(left, right)
        left = with_year(left, right_year - back)
    elif left_year is not None and lacks_year(right):
        right = with_year(right, left_year + _wraps(left, right))
    left_year, right_year = year_of(left), year_of(right)
    if left_year is not None and right_year is not None and left_year > right_year:
        return None
    return Range(left=left, right=right)


def _wraps(left: Expression, right: Expression) -> bool:
    """Says whether the turn of a year lies between two dates that name months."""
    first, second = month_of(left), month_of(right)
    if first is None or second is None:
        return False
    if first == second and isinstance(left, Day) and isinstance(right, Day):
        return left.day > right.day
    return first > second


def _borrow_ahead(words: Words, left: Reading) -> Reading:
    """Fills the year of "May" in "in May and again in November 2015" from the date that follows."""
    if not lacks_year(left.expression):
        return left
    if isinstance(left.expression, Day):
        shared = listed_year(words, left.after)
        if shared is not None:
            return replace(left, expression=with_year(left.expression, shared))
    j, separated = left.after, False
    while j < left.after + _BRIDGE_LENGTH and words.lower(j) in _BRIDGE:
        separated = separated or words.lower(j) in {"and", "or", ",", "&"}
        j += 1
        ahead = read_single(words, j) if separated else None
        if ahead is None or not _lists(left, ahead):
            continue
        year = year_of(_borrow_ahead(words, ahead).expression)
        if year is not None:
            expression = with_year(left.expression, year)
            return Reading(expression=expression, first=left.first, after=left.after)
    return left


def _lists(left: Reading, ahead: Reading) -> bool:
    """Says whether two dates can be items of one list: both name a month or a season."""
    return month_of(left.expression) is not None and month_of(ahead.expression) is not None
