"""Finding the names of the knowledge tables in a text.

Here belongs the search: longest name first, whole words, upper and lower case as names need it.
Whether a found name acts in its sentence is decided by the modules that see the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.knowledge.fold import Folded, fold
from pipeline.knowledge.store import Form, Found, Knowledge

_WORD = re.compile(r"\w+")
#: Signs that may end a name and are no letters: "U.S.", "P5+1" ends in a digit, "Bros.".
_CLOSING = ".+)"
#: Articles that stand in either case before a name ("al-Shabaab", "Al-Shabaab").
_ARTICLES = frozenset("al el ul ad an as ash at az the".split())
#: Words of English that only an accent tells from a name ("Malé" is a capital).
_NEEDS_ACCENT = frozenset({"male"})
#: Up to this length a name in capitals is matched as it is written ("IS", "US", "PA", "CAR").
_SHORT_ACRONYM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A known name in the text, with the actors it may mean, the likeliest first."""

    start: int
    end: int
    text: str
    found: tuple[Found, ...]

    def of_form(self, *forms: Form) -> Found | None:
        """Returns the likeliest actor for which the words are such a form."""
        return next((item for item in self.found if item.form in forms), None)


def find_names(folded: Folded, knowledge: Knowledge) -> list[NameHit]:
    """Returns the known names in the text, longest first, none inside another, in text order."""
    lengths = _lengths(knowledge)
    words = [match.span() for match in _WORD.finditer(folded.text)]
    lower = folded.text.lower()
    if len(lower) != len(folded.text):  # a letter whose lower case is longer; keep offsets
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in folded.text)
    hits = []
    index = 0
    while index < len(words):
        start, end = words[index]
        known = lengths.get(lower[start:end])
        if known is None:
            index += 1
            continue
        following = lower[slice(*words[index + 1])] if index + 1 < len(words) else ""
        longest = known.get(following) or known.get(_singular(following)) or known.get("", 0)
        hit, taken = _longest_at(folded, lower, words, index, longest, knowledge.forms)
        if hit is not None:
            hits.append(hit)
        index += max(taken, 1)
    return hits


def _longest_at(
    folded: Folded,
    lower: str,
    words: list[tuple[int, int]],
    index: int,
    longest: int,
    forms: Mapping[str, tuple[Found, ...]],
) -> tuple[NameHit | None, int]:
    start = words[index][0]
    for count in range(min(longest, len(words) - index), 0, -1):
        last = words[index + count - 1][1]
        for end in _ends(lower, last):
            found = forms.get(lower[start:end])
            if not found and lower.endswith("governments", start, end):
                found = forms.get(lower[start : end - 1])  # "the Iraqi and Kurdistan Regional ..."
            if not found:
                continue
            accepted = tuple(f for f in found if _is_written_as(f, folded.text[start:end]))
            if lower.startswith("the ", start):  # the article is no part of the mention
                start += len("the ")
            begin, finish = folded.span(start, end)
            written = folded.original[begin:finish]
            if lower[start:end] in _NEEDS_ACCENT and written.isascii():
                continue
            if accepted:
                return NameHit(start=begin, end=finish, text=written, found=accepted), count
    return None, 0


def _singular(word: str) -> str:
    """Returns the word by which a name goes on ("the Chadian and Malian governments")."""
    return word[:-1] if word.endswith("governments") else word


def _ends(lower: str, end: int) -> Iterator[int]:
    if end < len(lower) and lower[end] in _CLOSING:
        yield end + 1
    yield end


@lru_cache(maxsize=8)
def _lengths(knowledge: Knowledge) -> dict[str, dict[str, int]]:
    """Returns the names' first words -> their second words, "" for none -> the most words."""
    lengths: dict[str, dict[str, int]] = {}
    for key in knowledge.forms:
        first, second, *more = (*_WORD.findall(key), "", "")
        if first:
            known = lengths.setdefault(first, {})
            size = len(more) if second else 1
            known[second] = max(known.get(second, 0), size)
    return lengths


def _is_written_as(found: Found, text: str) -> bool:
    """Says whether upper and lower case let the words be that name.

    "IS" is not "is" and "US" is not "us"; "Nato" is NATO; a name in small letters in the table may
    stand in any case; any other must start with a capital.
    """
    written = found.written
    if written.islower():
        return True
    letters = [char for char in written if char.isalpha()]
    if all(char.isupper() for char in letters):
        return _is_acronym_as(written, text, len(letters))
    if _is_lowered(written, text):
        return False
    first = next((char for char in text if char.isalnum()), "")
    if first.isupper():
        return True
    article = text.split(" ")[0].lower() in _ARTICLES and len(text.split(" ")) > 1
    return (article or written[0].islower()) and any(char.isupper() for char in text)


def _is_lowered(written: str, text: str) -> bool:
    """Says whether a name of two words stands in small letters, as "Lebanese forces" does."""
    words = text.split()
    if len(words) != 2 or not words[1][:1].islower():
        return False
    return fold(written).text.split()[1][:1].isupper()


def _is_acronym_as(written: str, text: str, length: int) -> bool:
    return text.rstrip(".") == written.rstrip(".") or (length > _SHORT_ACRONYM and text.isupper())
