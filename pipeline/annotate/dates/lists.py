"""Reads lists of days that share a month: "3, 5 and 9 May 2014", "May 3 and 9, 2014".

Only bare numbers are read here; the item that names the month is an ordinary date. What such a list
might count instead ("On May 3, 12 people died") is no list.
"""

from __future__ import annotations

from pipeline.annotate.dates.absolute import read_absolute
from pipeline.annotate.dates.expressions import Day
from pipeline.annotate.dates.words import Reading, Words

_AND = frozenset({"and", "or", "&"})
_OPENERS = frozenset({"on", "the", ",", "both", "of"}) | _AND
#: What may follow the last number of a list, so that it counts nothing.
_FOLLOWING = frozenset("in at to on but when as while after before by the with for and".split())


def read_listed_day(words: Words, i: int) -> Reading | None:
    """Returns the bare day at the position with the month and year of its list.

    Example: "3" in "on 3, 5 and 9 May 2014" is 3 May 2014.
    """
    day = words.day_number(i)
    if day is None or words.kind(i) not in {"number", "ordinal"}:
        return None
    if words.lower(i - 1) not in _OPENERS:
        return None
    return _before_month(words, i, day) or _after_month(words, i, day)


def listed_year(words: Words, after: int) -> int | None:
    """Returns the year at the end of the list that goes on behind "May 3", None where none does."""
    tail = _tail(words, after)
    return None if tail is None else _year(words, tail)


def _before_month(words: Words, i: int, day: int) -> Reading | None:
    """Reads a number of a list whose last item names the month."""
    j, last = i + 1, day
    while (step := _next_item(words, j)) is not None:
        number = words.day_number(step)
        if number is None or number <= last:
            return None
        whole = read_absolute(words, step)
        if whole is not None and isinstance(whole.expression, Day):
            found = whole.expression
            expression = Day(month=found.month, day=day, year=found.year)
            return Reading(expression=expression, first=i, after=i + 1)
        j, last = step + 1, number
    return None


def _after_month(words: Words, i: int, day: int) -> Reading | None:
    """Reads a number of a list whose first item names the month."""
    j, first = i - 1, day
    while words.lower(j) in _AND or words.lower(j) == ",":
        j -= 1 + (words.lower(j) in _AND and words.lower(j - 1) == ",")
        number = words.day_number(j)
        if number is None or number >= first:
            return None
        month = words.month(j - 1)
        if month is not None:
            end = _tail(words, j + 1)
            if end is None:
                return None
            year = _year(words, end)
            expression = Day(month=month[0], day=day, year=year)
            last = end == i + 1 and year is not None
            after = end + 1 + (words.lower(end) == ",") if last else i + 1
            return Reading(expression=expression, first=i, after=after)
        j, first = j - 1, number
    return None


def _tail(words: Words, j: int) -> int | None:
    """Returns the position behind the last number of a list that goes on at the position."""
    closed = False
    while (step := _next_item(words, j)) is not None and words.day_number(step) is not None:
        closed = words.lower(step - 1) in _AND
        j = step + 1
    counts = words.kind(j) == "word" and words.lower(j) not in _FOLLOWING
    return j if closed and not counts and words.month(j) is None else None


def _next_item(words: Words, j: int) -> int | None:
    """Returns the position of the next item of a list, None where the list is over."""
    if words.lower(j) in _AND:
        return j + 1
    if words.lower(j) != ",":
        return None
    return j + 2 if words.lower(j + 1) in _AND else j + 1


def _year(words: Words, j: int) -> int | None:
    return words.year(j + (words.lower(j) == ","))
