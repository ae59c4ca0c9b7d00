"""Giving names their small letters back: dictionaries of event coders write capitals only.

Here belongs the spelling alone. Where a name's capitals cannot be told from an abbreviation's, the
name is written as a name ("Nato"), which also finds "NATO" in a text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

#: Words that stand in small letters inside a name.
_SMALL = frozenset(
    "of the and for in on to at by with from de la le les des du del da do dos e el y van von der "
    "den di al ul ur et".split()
)
#: A name that is no longer than this is taken for an abbreviation.
_SHORT = 3
_BRACKETED = re.compile(r"^(?P<name>.+?)\s*\((?P<inside>[^()]+)\)$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = frozenset("AEIOUY")


def spell(name: str, abbreviations: Iterable[str] = ()) -> str:
    """Returns the name with capitals where English has them.

    Example: "MOVEMENT FOR THE LIBERATION OF ZEMBLA" is "Movement for the Liberation of Zembla".

    Args:
        abbreviations: words that stay in capitals.
    """
    if name != name.upper() or sum(char.isalpha() for char in name) <= _SHORT:
        return name
    kept = set(abbreviations)

    def word(match: re.Match[str]) -> str:
        text = match.group()
        if text in kept or _is_abbreviation(text):
            return text
        joined = name[match.end() : match.end() + 1] == "."  # an initial, or "U.N."
        if match.start() and text.lower() in _SMALL and not joined:
            return text.lower()
        return _capitalise(text)

    return _WORD.sub(word, name)


def _is_abbreviation(text: str) -> bool:
    letters = text.replace("'", "").replace("’", "")
    has_digit = any(char.isdigit() for char in text) and len(text) > 1
    return has_digit or (len(letters) > 1 and not _VOWELS & set(letters))


def _capitalise(text: str) -> str:
    """Returns "People's" and "D'Alema": only a possessive's letter stays small."""
    first, *rest = re.split(r"(['’])", text)
    out = first.capitalize()
    for piece in rest:
        out += piece.lower() if len(piece) <= 1 else piece.capitalize()
    return out


def split_abbreviation(name: str, known: Collection[str] = ()) -> tuple[str, str]:
    """Returns the name and the abbreviation that stands behind it in brackets, "" where none does.

    Example: "ZEMBLAN WORKERS PARTY (ZWP)" is ("ZEMBLAN WORKERS PARTY", "ZWP"); in "HARVEST FRONT
    (ZEMBLA)" the brackets are part of the name.

    Args:
        known: abbreviations whatever their letters, as those of another language.
    """
    match = _BRACKETED.match(name)
    if match and (match["inside"] in known or _abbreviates(match["inside"], match["name"])):
        return match["name"], match["inside"]
    return name, ""


def abbreviations_among(names: Iterable[str]) -> Iterator[str]:
    """Yields the names that are the initials of another one."""
    listed = list(names)
    for name in listed:
        if name.isalpha() and any(_abbreviates(name, other) for other in listed if other != name):
            yield name


def _abbreviates(short: str, long: str) -> bool:
    words = [word for word in _WORD.findall(long) if word]
    if not short.isalpha() or len(words) < 2 or len(short) < 2:
        return False
    initials = "".join(word[0] for word in words)
    without = "".join(word[0] for word in words if word.lower() not in _SMALL)
    return short.upper() in {initials.upper(), without.upper()}
