"""Cuts text into the lexemes that the date grammar reads.

Own lexemes and not spaCy tokens, because a tokenizer's view of "mid-December", "2015-16" or
"Dec." depends on the pipeline plugged in, and dates must not. Offsets are those of the whole text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LEXEME = re.compile(
    r"""
      (?P<word>(?!\b[Qq][1-4]\b|\bH[12]\b)[^\W\d_]+)
    | (?P<iso>(?<!\d)\d{4}(?P<bar>[-/])\d{2}(?P=bar)\d{2}(?!\d)
        (?:T\d{2}:\d{2}[\d:.Z+-]*(?<=[\dZ]))?)
    | (?P<numeric>(?<![\d./])\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)\d{4}(?![\d/]))
    | (?P<decade>(?<!\w)\d{3}0['’]?s\b | ['’‘]\d0s\b)
    | (?P<quarter>\b[Qq][1-4]\b | \b[1-4]Q\b)
    | (?P<half>\bH[12]\b)
    | (?P<ordinal>\b\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<number>\d+(?:\.\d+|,\d{3}(?!\d))*)
    | (?P<dash>[-‐‑‒–—])
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)


class Lexeme(NamedTuple):
    """One word, number or mark with its place in the text."""

    kind: str
    text: str
    lower: str
    start: int
    end: int

    @property
    def number(self) -> int | None:
        """The lexeme's value where it is a whole number of one to four digits."""
        if self.kind == "number" and self.text.isascii() and self.text.isdigit():
            return int(self.text) if len(self.text) <= 4 else None
        return None


def lex(text: str, start: int, end: int) -> list[Lexeme]:
    """Returns the lexemes of `text[start:end]` in order.

    Example: "Dec. 6th" gives a word, a mark and an ordinal.
    """
    return [
        Lexeme(match.lastgroup, match.group(), match.group().lower(), *match.span())
        for match in _LEXEME.finditer(text, start, end)
        if match.lastgroup is not None
    ]
