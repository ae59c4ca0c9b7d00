"""The words of dates: months, weekdays, seasons, numbers, units, parts.

Here belong closed lists of words with the numbers they stand for. How words combine is the
business of the grammar modules beside this one.
"""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """A measure of calendar time."""

    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Part(StrEnum):
    """Which stretch of a period is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    END = "end"


MONTHS: dict[str, int] = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}

#: Short forms; a full stop may follow. Without one they need a number beside them.
MONTH_ABBREVIATIONS: dict[str, int] = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}

#: Monday is 0, as in `datetime.date.weekday`.
WEEKDAYS: dict[str, int] = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}

WEEKDAY_ABBREVIATIONS: dict[str, int] = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

#: EDTF level 1 numbers seasons 21-24, spring first; ours are 1-4.
SEASONS: dict[str, int] = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

PARTS: dict[str, Part] = {
    "early": Part.EARLY,
    "mid": Part.MID,
    "middle": Part.MID,
    "midway": Part.MID,
    "late": Part.LATE,
    "beginning": Part.START,
    "start": Part.START,
    "outset": Part.START,
    "end": Part.END,
    "close": Part.END,
    "eve": Part.END,
}

#: Parts that stand before a period without "of": "early May", "mid-2015", "end-2015".
PREFIXED_PARTS = frozenset({"early", "mid", "late"})
HYPHENATED_PARTS = PREFIXED_PARTS | {"end", "start"}
#: Parts that need "of": "the end of May". "close" and "eve" only so.
NOUN_PARTS = frozenset({"beginning", "start", "outset", "middle", "end", "close"})

UNITS: dict[str, Unit] = {
    form: unit
    for unit in Unit
    for form in (unit.value, "centuries" if unit is Unit.CENTURY else unit.value + "s")
}

NUMBER_WORDS: dict[str, int] = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

#: Quantities that no calendar can hold.
VAGUE_NUMBERS = frozenset({"several", "few", "some", "many", "couple"})

ORDINAL_WORDS: dict[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
}

DECADE_WORDS: dict[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

#: Words that are a day of their own against the document's date.
DAY_WORDS: dict[str, int] = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
}

DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
