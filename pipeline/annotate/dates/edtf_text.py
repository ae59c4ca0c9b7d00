"""Writes a stretch of days in the Extended Date/Time Format (EDTF, ISO 8601-2:2019).

Level 1, with the level 2 symbols for quarters (33-36) and halves (40-41) of a year. What has no
symbol of its own ("late September", a week, a winter across two years) becomes an interval of
days or months. Uncertainty marks are not used: readers widen them by amounts that nobody meant.
"""

from __future__ import annotations

import calendar
from datetime import date

_SUB_YEAR = {(3, 5): 21, (6, 8): 22, (9, 11): 23}
_QUARTERS = {(1, 3): 33, (4, 6): 34, (7, 9): 35, (10, 12): 36}
_HALVES = {(1, 6): 40, (7, 12): 41}


def edtf_text(start: date, end: date) -> str:
    """Returns the shortest EDTF text whose bounds are exactly these days.

    Example: 1 to 30 September 2015 gives "2015-09"; 1990 to 1999 gives "199X"; 24 to 26 July 2015
    gives "2015-07-24/2015-07-26".
    """
    if start == end:
        return start.isoformat()
    whole_months = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if not whole_months:
        return f"{start.isoformat()}/{end.isoformat()}"
    if start.month == 1 and end.month == 12:
        return _years(start.year, end.year)
    if start.year == end.year:
        return _months_of_a_year(start.year, start.month, end.month)
    return f"{_month(start.year, start.month)}/{_month(end.year, end.month)}"


def _years(first: int, last: int) -> str:
    if first == last:
        return f"{first:04d}"
    if last - first == 9 and first % 10 == 0:
        return f"{first // 10:03d}X"
    if last - first == 99 and first % 100 == 0:
        return f"{first // 100:02d}XX"
    return f"{first:04d}/{last:04d}"


def _months_of_a_year(year: int, first: int, last: int) -> str:
    if first == last:
        return _month(year, first)
    for table in (_SUB_YEAR, _QUARTERS, _HALVES):
        if (first, last) in table:
            return f"{year:04d}-{table[first, last]}"
    return f"{_month(year, first)}/{_month(year, last)}"


def _month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"
