"""The lexemes of one stretch of text, read by position: what the grammar modules ask.

Every `read_*` function of the grammar takes `Words` and a position and returns a `Reading` or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate.dates.expressions import Expression
from pipeline.annotate.dates.lexemes import Lexeme
from pipeline.annotate.dates.lexicon import (
    MONTH_ABBREVIATIONS,
    MONTHS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

FIRST_YEAR, LAST_YEAR = 1000, 2199


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An expression, and the positions of its first lexeme and of the one after its last."""

    expression: Expression
    first: int
    after: int


class Words:
    """A sequence of lexemes that answers questions about any position, also beyond its ends."""

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        self.lexemes = lexemes
        self._lower = dict(enumerate(lexeme.lower for lexeme in lexemes))

    def __len__(self) -> int:
        return len(self.lexemes)

    def at(self, i: int) -> Lexeme | None:
        """Returns the lexeme at the position, None beyond the ends."""
        return self.lexemes[i] if 0 <= i < len(self.lexemes) else None

    def lower(self, i: int) -> str:
        """Returns the lexeme in lower case, "" beyond the ends."""
        return self._lower.get(i, "")

    def kind(self, i: int) -> str:
        """Returns the kind of the lexeme, "" beyond the ends."""
        lexeme = self.at(i)
        return lexeme.kind if lexeme else ""

    def number(self, i: int) -> int | None:
        """Returns the value of a whole number of one to four digits."""
        lexeme = self.at(i)
        return lexeme.number if lexeme else None

    def capital(self, i: int) -> bool:
        """Says whether the word begins with a capital letter."""
        lexeme = self.at(i)
        return lexeme is not None and lexeme.kind == "word" and lexeme.text[0].isupper()

    def touches(self, i: int) -> bool:
        """Says whether nothing stands between the lexeme and the one before it."""
        before, here = self.at(i - 1), self.at(i)
        return before is not None and here is not None and before.end == here.start

    def is_dash(self, i: int) -> bool:
        """Says whether the lexeme is a hyphen or dash."""
        return self.kind(i) == "dash"

    def opens_sentence(self, i: int) -> bool:
        """Says whether the lexeme is the first of the text or follows a sentence's end mark."""
        return i == 0 or self.lower(i - 1) in {".", "!", "?", ":", '"', "“", "”"}

    def year(self, i: int) -> int | None:
        """Returns the value of four digits that can be a year."""
        lexeme = self.at(i)
        if lexeme is None or lexeme.number is None or len(lexeme.text) != 4:
            return None
        return lexeme.number if FIRST_YEAR <= lexeme.number <= LAST_YEAR else None

    def day_number(self, i: int) -> int | None:
        """Returns the value of "24", "6th" or "24th" where it can be a day of a month."""
        lexeme = self.at(i)
        if lexeme is None:
            return None
        if lexeme.kind == "ordinal":
            value = int(lexeme.text[:-2])
        elif lexeme.number is not None and len(lexeme.text) <= 2:
            value = lexeme.number
        else:
            return None
        return value if 1 <= value <= 31 else None

    def ordinal(self, i: int) -> int | None:
        """Returns the value of "third" or "3rd"."""
        lexeme = self.at(i)
        if lexeme is not None and lexeme.kind == "ordinal":
            return int(lexeme.text[:-2])
        return ORDINAL_WORDS.get(self.lower(i))

    def count(self, i: int) -> int | None:
        """Returns the value of "two", "a" or "24"."""
        value = self.number(i)
        return value if value is not None else NUMBER_WORDS.get(self.lower(i))

    def month(self, i: int) -> tuple[int, int] | None:
        """Returns a month's number and the position after its name, which has a capital letter.

        "Dec." takes its full stop with it.
        """
        if not self.capital(i):
            return None
        word = self.lower(i)
        if word in MONTHS:
            return MONTHS[word], i + 1
        return self._abbreviation(i, MONTH_ABBREVIATIONS)

    def weekday(self, i: int) -> tuple[int, int] | None:
        """Returns a weekday's number (Monday 0) and the position after its name."""
        if not self.capital(i):
            return None
        word = self.lower(i)
        if word in WEEKDAYS:
            return WEEKDAYS[word], i + 1
        return self._abbreviation(i, WEEKDAY_ABBREVIATIONS)

    def _abbreviation(self, i: int, table: dict[str, int]) -> tuple[int, int] | None:
        value = table.get(self.lower(i))
        if value is None:
            return None
        stop = self.lower(i + 1) == "." and self.touches(i + 1)
        return value, i + 2 if stop else i + 1

    def is_short_month(self, i: int) -> bool:
        """Says whether the month at this position is written short ("Dec", "Sept.")."""
        return self.lower(i) in MONTH_ABBREVIATIONS and self.lower(i) not in MONTHS
