"""The words with which a date can begin, so that the grammar need not be tried at all others.

Here belongs one closed set, made of the words that the `read_*` functions ask for first. A form of
date that begins with a new word needs it here too; the tests read every date of the tables.
"""

from __future__ import annotations

from pipeline.annotate.dates.lexemes import Lexeme
from pipeline.annotate.dates.lexicon import (
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

#: Kinds of lexemes that are words or marks; all others have digits.
_WITHOUT_DIGITS = frozenset({"word", "dash", "mark"})


def opens_date(lexeme: Lexeme) -> bool:
    """Says whether a date can begin with the lexeme.

    Example: True for "May", "two", "the" and "24", False for "attacked" and ",".
    """
    return lexeme.lower in _OPENERS or lexeme.kind not in _WITHOUT_DIGITS
