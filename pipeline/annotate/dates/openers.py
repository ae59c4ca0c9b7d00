"""The words with which a date can begin, so that the grammar need not be tried at all others.

Here belongs one closed set, made of the words that the `read_*` functions ask for first. A form of
date that begins with a new word needs it here too; the tests read every date of the tables.
"""

from __future__ import annotations

from pipeline.annotate.dates.lexemes import Lexeme
from pipeline.annotate.dates.lexicon import (
    DAY_PARTS,
    DAY_WORDS,
    DECADE_WORDS,
    HYPHENATED_PARTS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    NOUN_PARTS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    SEASONS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

#: Words that only point: "from May to July", "the same month", "later that year", "of years ago".
_POINTING = frozenset(
    "from between the this that these of very first opening last final closing earlier later past"
    " previous preceding recent coming next following upcoming".split()
)

_OPENERS = _POINTING.union(
    *(DAY_WORDS, DECADE_WORDS, HYPHENATED_PARTS, MONTH_ABBREVIATIONS, MONTHS, NOUN_PARTS),
    *(NUMBER_WORDS, ORDINAL_WORDS, SEASONS, UNITS, VAGUE_NUMBERS),
    *(WEEKDAY_ABBREVIATIONS, WEEKDAYS),
)

#: Words that make a date of those that only point or count: "the last of the three MONTHS".
_TIMES = frozenset({"weekend", "weekends", "century", "centuries"}).union(
    *(DAY_PARTS, DAY_WORDS, DECADE_WORDS, MONTH_ABBREVIATIONS, MONTHS, SEASONS, UNITS),
    *(WEEKDAY_ABBREVIATIONS, WEEKDAYS),
)

#: How far behind its first word a date has one of them at the latest.
FARTHEST_TIME = 8

#: Kinds of lexemes that are words or marks; all others have digits.
_WITHOUT_DIGITS = frozenset({"word", "dash", "mark"})


def opens_date(lexeme: Lexeme) -> bool:
    """Says whether a date can begin with the lexeme.

    Example: True for "May", "two", "the" and "24", False for "attacked" and ",".
    """
    return lexeme.lower in _OPENERS or lexeme.kind not in _WITHOUT_DIGITS


def names_time(lexeme: Lexeme) -> bool:
    """Says whether the lexeme is a time of its own, which every date has one of.

    Example: True for "May", "years", "yesterday" and "24", False for "the" and "two".
    """
    return lexeme.lower in _TIMES or lexeme.kind not in _WITHOUT_DIGITS
