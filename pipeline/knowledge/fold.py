"""Folding text for the matching of names, with the way back to every offset.

Here belongs what two spellings of one name have in common: no diacritics, no letter apostrophes,
one kind of blank and no hyphen. Names are looked up in folded text; evidence is always cut from the
text itself. What a name means is decided elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: Apostrophes, primes and the half rings that transliterations of Arabic and Hebrew use.
_APOSTROPHES = frozenset("'’‘ʼʻʿʾ`´′ʹ＇")
_QUOTES = frozenset("“”„«»″＂")
#: Hyphens and dashes; a name's hyphen is a matter of taste ("Al-Qaida", "al Qaeda").
_DASHES = frozenset("-‐‑‒–—―−")
#: Words that stay as they are, many at once, or any one character.
_PLAIN_WORD = r"[^\s\-'\x80-\U0010ffff]+"
_RUN = re.compile(rf"(?P<plain>{_PLAIN_WORD}(?: {_PLAIN_WORD})*)|.", re.DOTALL)
#: Letters that have no decomposition but a usual plain spelling.
_PLAIN = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the offset in the original of each of its characters.

    `starts` has one entry more than `text`: the original's length.
    """

    text: str
    starts: tuple[int, ...]
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the original's offsets of a stretch of the folded text.

        Example: the stretch "Daesh" of the folded "Da’esh fled" is (0, 6) in the original.
        """
        last = self.starts[end - 1] + 1 if end > start else self.starts[start]
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return self.starts[start], last


def fold(text: str) -> Folded:
    """Returns the text folded for matching, case kept.

    Diacritics and format characters go, apostrophes between letters go ("Kata'ib" and "Kataib" are
    one name) but not that of a possessive "'s", quotes become plain, hyphens and runs of blanks
    become one blank.

    Example: `fold("Bashar al-Assad’s").text` is "Bashar al Assad's".
    """
    pieces: list[str] = []
    starts: list[int] = []
    for run in _RUN.finditer(text):
        if run.lastgroup:  # most of any text, and ten times faster than letter by letter
            pieces.append(run.group())
            starts.extend(range(*run.span()))
            continue
        for plain in _fold_char(text, run.start(), run.group()):
            if plain == " " and pieces and pieces[-1] == " ":
                continue
            pieces.append(plain)
            starts.append(run.start())
    starts.append(len(text))
    return Folded("".join(pieces), tuple(starts), text)


def fold_name(name: str) -> str:
    """Returns the folded, lower-case form under which a name is looked up.

    Example: `fold_name("Kata’ib  Hezbollah")` is "kataib hezbollah".
    """
    if name.isascii() and "'" not in name:  # most names; the long way is ten times slower
        return " ".join(name.replace("-", " ").split()).lower()
    return fold(name).text.strip().lower()


def _fold_char(text: str, index: int, char: str) -> str:
    if char.isascii():
        if char == "'":
            return _apostrophe(text, index)
        return " " if char == "-" or char.isspace() else char
    if char in _APOSTROPHES:
        return _apostrophe(text, index)
    if char in _DASHES or char.isspace():
        return " "
    if char in _QUOTES:
        return '"'
    if char in _PLAIN:
        return _PLAIN[char]
    if unicodedata.category(char) in {"Mn", "Cf"}:
        return ""
    decomposed = unicodedata.normalize("NFKD", char)
    plain = "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})
    return "".join(" " if c.isspace() else _PLAIN.get(c, c) for c in plain)


def _apostrophe(text: str, index: int) -> str:
    """Returns "" for an apostrophe inside a name, "'" for a possessive one or a quote."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if not (before.isalpha() and after.isalpha()):
        return "'"
    beyond = text[index + 2] if index + 2 < len(text) else " "
    return "'" if after in "sS" and not beyond.isalpha() else ""
