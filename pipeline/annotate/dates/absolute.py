"""Reads dates that name a day, month, season, year, decade or century.

Parts of such periods ("the end of 2020") are in `parts`, ranges in `ranges`, and whether a bare
"May" or "2000" is a date at all is for `guards` to say.
"""

from __future__ import annotations

from pipeline.annotate.dates.expressions import Day, Expression, Month, Range, Season, Years
from pipeline.annotate.dates.lexicon import DECADE_WORDS, SEASONS
from pipeline.annotate.dates.words import Reading, Words

_ISO_PARTS = (slice(0, 4), slice(5, 7), slice(8, 10))
#: What follows "September 11" where the day of 2001 is meant.
_SEPTEMBER_11 = frozenset({"attacks", "attack", "terrorist", "hijackings", "hijackers"})
_JOINS = frozenset({"and", "to", "through", "or", "&"})


def read_absolute(words: Words, i: int) -> Reading | None:
    """Returns the longest absolute date that begins at the position.

    Example: "12 March 2014" is the day, not the year; "March 2014" the month.
    """
    for reader in (_read_digits, _read_day, _read_month, _read_season, _read_years):
        reading = reader(words, i)
        if reading is not None:
            return reading
    return None


def _read_digits(words: Words, i: int) -> Reading | None:
    lexeme = words.at(i)
    if lexeme is None or lexeme.kind not in {"iso", "numeric"}:
        return _read_nine_eleven(words, i)
    if lexeme.kind == "iso":
        year, month, day = (int(lexeme.text[part]) for part in _ISO_PARTS)
        return _valid_day(year, month, day, i, i + 1)
    separator = "." if "." in lexeme.text else "/"
    first, second, year = (int(part) for part in lexeme.text.split(separator))
    if separator == "." or first > 12:
        return _valid_day(year, second, first, i, i + 1)
    if second > 12 or first == second:
        return _valid_day(year, first, second, i, i + 1)
    return None  # 03/04/2014 is March in some countries and April in others


def _read_nine_eleven(words: Words, i: int) -> Reading | None:
    """Reads "9/11", the one day that is written so in any country."""
    digits = (words.lower(i), words.lower(i + 1), words.lower(i + 2))
    if digits != ("9", "/", "11") or not (words.touches(i + 1) and words.touches(i + 2)):
        return None
    return _valid_day(2001, 9, 11, i, i + 3)


def _valid_day(year: int, month: int, day: int, first: int, after: int) -> Reading | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and year > 0):
        return None
    return Reading(expression=Day(month=month, day=day, year=year), first=first, after=after)


def _read_day(words: Words, i: int) -> Reading | None:
    weekday, j = None, i
    named = words.weekday(i)
    if named is not None:
        weekday, j = named
        while words.lower(j) in {",", "the", "on"}:
            j += 1
    reading = _read_month_day(words, j, weekday) or _read_day_month(words, j, weekday)
    return Reading(expression=reading.expression, first=i, after=reading.after) if reading else None


def _read_month_day(words: Words, i: int, weekday: int | None) -> Reading | None:
    month = words.month(i)
    if month is None:
        return None
    number, j = month
    j += words.lower(j) == "the"
    day = words.day_number(j)
    if day is None:
        return None
    if words.is_dash(j + 1) and _glued_word(words, j + 2):
        return None  # "a March 3-day visit"
    last, after = _second_day(words, j + 1, day)
    if last is not None and words.month(after) is not None:  # "July 24 to 26 August"
        last, after = None, j + 1
    year, j = _year_after(words, after)
    if (number, day, last, year) == (9, 11, None, None) and words.lower(j) in _SEPTEMBER_11:
        year = 2001
    if last is None and year is None and _counts_something(words, i, j):
        return None
    return Reading(expression=_days(number, day, last, year, weekday), first=i, after=j)


def _counts_something(words: Words, i: int, after: int) -> bool:
    """Says whether "In May 12 people ..." counts people and names no day."""
    return (
        words.lower(i - 1) == "in"
        and words.kind(after - 1) == "number"
        and words.kind(after) == "word"
        and not words.capital(after)
    )


def _read_day_month(words: Words, i: int, weekday: int | None) -> Reading | None:
    day = words.day_number(i)
    if day is None or (words.touches(i) and words.kind(i - 1) != "mark"):
        return None
    last, j = _second_day(words, i + 1, day)
    j += words.lower(j) == "of"
    month = words.month(j)
    if month is None:
        return None
    number, j = month
    year, j = _year_after(words, j)
    return Reading(expression=_days(number, day, last, year, weekday), first=i, after=j)


def _second_day(words: Words, j: int, first: int) -> tuple[int | None, int]:
    """Reads the "-26" of "24-26" and the "and 25" of "24 and 25"."""
    if not (words.is_dash(j) or words.lower(j) in _JOINS):
        return None, j
    last = words.day_number(j + 1)
    joined = words.is_dash(j) or words.lower(j) in {"to", "through"}
    if last is None or last <= first or not (joined or last == first + 1):
        return None, j
    return last, j + 2


def _days(
    month: int, first: int, last: int | None, year: int | None, weekday: int | None
) -> Expression:
    left = Day(month=month, day=first, year=year, weekday=weekday)
    if last is None:
        return left
    return Range(left=left, right=Day(month=month, day=last, year=year))


def _year_after(words: Words, j: int) -> tuple[int | None, int]:
    """Reads the year after a month or day: "2014", ", 2014", "of 2014"."""
    skip = words.lower(j) in {",", "of"}
    year = words.year(j + skip)
    if year is None or (words.is_dash(j + skip + 1) and _glued_word(words, j + skip + 2)):
        return None, j
    return year, j + skip + 1


def _glued_word(words: Words, i: int) -> bool:
    return words.kind(i) == "word" and words.touches(i) and words.month(i) is None


def _read_month(words: Words, i: int) -> Reading | None:
    month = words.month(i)
    if month is None:
        return None
    number, j = month
    year, j = _year_after(words, j)
    return Reading(expression=Month(month=number, year=year), first=i, after=j)


def _read_season(words: Words, i: int) -> Reading | None:
    season = SEASONS.get(words.lower(i))
    if season is None:
        return None
    year, j = _year_after(words, i + 1)
    if year is not None and season == 4:
        j = _after_short_year(words, j, year)
    return Reading(expression=Season(season=season, year=year), first=i, after=j)


def _after_short_year(words: Words, j: int, year: int) -> int:
    """Returns the position after the "-16" of "winter 2015-16"; j where there is none."""
    lexeme = words.at(j + 1)
    if not (words.is_dash(j) or words.lower(j) == "/") or lexeme is None or not words.touches(j):
        return j
    return j + 2 if lexeme.text in {str(year + 1), str(year + 1)[2:]} else j


def _read_years(words: Words, i: int) -> Reading | None:
    return _read_year_run(words, i) or _read_decade(words, i) or _read_century(words, i)


def _read_year_run(words: Words, i: int) -> Reading | None:
    """Reads "2015", "2015-16", "2015/16" and "2015-2019"."""
    year = words.year(i)
    if year is None:
        return None
    lexeme = words.at(i + 2)
    joined = (words.is_dash(i + 1) or words.lower(i + 1) == "/") and words.touches(i + 1)
    if joined and lexeme is not None and lexeme.number is not None and words.touches(i + 2):
        last = lexeme.number if len(lexeme.text) == 4 else year - year % 100 + lexeme.number
        if len(lexeme.text) in {2, 4} and year < last <= year + 200:
            return Reading(expression=Years(first=year, last=last), first=i, after=i + 3)
    return Reading(expression=Years(first=year, last=year), first=i, after=i + 1)


def _read_decade(words: Words, i: int) -> Reading | None:
    lexeme = words.at(i)
    if lexeme is None:
        return None
    if lexeme.kind == "decade":
        digits = "".join(char for char in lexeme.text if char.isdigit())
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
        last = first + (99 if first % 100 == 0 and first < 2000 else 9)
        return Reading(expression=Years(first=first, last=last), first=i, after=i + 1)
    decade = DECADE_WORDS.get(lexeme.lower)
    if decade is None or words.lower(i - 1) not in {"the", "early", "late", "-"}:
        return None
    return Reading(expression=Years(first=1900 + decade, last=1909 + decade), first=i, after=i + 1)


def _read_century(words: Words, i: int) -> Reading | None:
    ordinal, j = words.ordinal(i), i + 1
    if words.lower(i) == "twenty" and words.is_dash(i + 1) and words.ordinal(i + 2) == 1:
        ordinal, j = 21, i + 3
    j += words.is_dash(j)
    if ordinal is None or ordinal < 2 or words.lower(j) != "century":
        return None
    first = (ordinal - 1) * 100
    return Reading(expression=Years(first=first, last=first + 99), first=i, after=j + 1)
