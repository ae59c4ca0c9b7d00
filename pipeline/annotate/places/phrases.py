"""From a name to the whole phrase of a place: "northern Syria", "Kunduz province".

Also the phrases that need no name of a place: "the Iraqi border", "Syrian territory", "the
northeast" of a country named before.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.annotate.places.names import Name
from pipeline.annotate.places.text import Text
from pipeline.annotate.places.words import (
    AREAS,
    DESCRIBED,
    DIRECTIONS,
    EDGES,
    FEATURES,
    JOINING,
    NARROWING,
    SAME_PLACE,
    TERRITORY,
)
from pipeline.knowledge.gazetteer import Gazetteer

_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_LONGEST_KIND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A name with the words that belong to it.

    Attributes:
        direction: "northern", "central" ..., "" where there is none.
        kind_word: the words after the name as written ("Province"), "" where there are none.
        kind: what they make of the name ("province"), "" where it stays the same place.
    """

    first: int
    after: int
    direction: str = ""
    kind_word: str = ""
    kind: str = ""


def phrase_around(text: Text, name: Name) -> Phrase:
    """Returns the phrase that the name is part of.

    Example: "northern Aleppo countryside" around "Aleppo".
    """
    first, direction = _direction_before(text, name.first)
    after, kind_word, kind = _kind_after(text, name.after)
    return Phrase(first=first, after=after, direction=direction, kind_word=kind_word, kind=kind)


def _direction_before(text: Text, i: int) -> tuple[int, str]:
    """Reads "northern", "north-eastern", "East", "central" before a name."""
    hyphenated = f"{text.lower(i - 3)}-{text.lower(i - 1)}"
    if text.lower(i - 2) in _HYPHENS and hyphenated in DIRECTIONS:
        return i - 3, DIRECTIONS[hyphenated]
    word = text.lower(i - 1)
    if word in NARROWING:
        return i - 1, word
    if word not in DIRECTIONS:
        return i, ""
    if word != DIRECTIONS[word] and not (text.capital(i - 1) or _modifies(text, i)):
        return i, ""  # "ten miles north Aleppo" does not occur; "moved west Tuesday" does
    return i - 1, DIRECTIONS[word] if word == DIRECTIONS[word] else text.written(i - 1, i)


def _modifies(text: Text, i: int) -> bool:
    """Says whether a direction in small letters belongs to the name: "in west Mosul"."""
    return text.lower(i - 2) in {"in", "into", "from", "of", "across", "throughout", "the"}


def _kind_after(text: Text, after: int) -> tuple[int, str, str]:
    end = min(len(text), after + _LONGEST_KIND)
    for stop in range(end, after, -1):
        words = " ".join(text.lower(i) for i in range(after, stop))
        if words in SAME_PLACE:
            return stop, text.written(after, stop), ""
        kind = AREAS.get(words) or FEATURES.get(words)
        if kind is not None and not _goes_on(text, after, stop):
            return _second_kind(text, after, stop, kind)
    return after, "", ""


def _second_kind(text: Text, after: int, stop: int, kind: str) -> tuple[int, str, str]:
    """Reads the "Valley" of "Euphrates River Valley"."""
    word = text.lower(stop)
    if text.capital(stop) and word in FEATURES:
        return stop + 1, text.written(after, stop + 1), FEATURES[word]
    return stop, text.written(after, stop), kind


def _goes_on(text: Text, after: int, stop: int) -> bool:
    """Says whether the kind word only opens another: "Syria state television", "port city"."""
    words = text.lower(stop)
    vague = text.lower(after) in {
        "state",
        "area",
        "base",
        "pass",
        "port",
        "road",
        "region",
        "plain",
    }
    if vague and not text.capital(after):
        return True if text.lower(after) in {"state", "pass", "base"} else words in DESCRIBED
    return words in DESCRIBED and not text.capital(stop)


def shared_directions(text: Text, phrase: Phrase) -> list[tuple[int, str]]:
    """Returns the earlier directions of "northwest and southern Syria": position and adjective."""
    found: list[tuple[int, str]] = []
    i = phrase.first - 1
    if not phrase.direction:
        return found
    while text.lower(i) in {"and", ",", "or"}:
        i -= text.lower(i - 1) == "," and text.lower(i) == "and"
        word = text.lower(i - 1)
        if word not in DIRECTIONS:
            break
        found.append((i - 1, DIRECTIONS[word]))
        i -= 2
    return found


def joined_pair(text: Text, i: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Reads "Syrian-Iraqi border" at the token: the position after it and its kind.

    The first of two pairs may lack the kind word: "the Chad-Niger and Chad-Libya borders".
    """
    pair_end = _pair(text, i, gazetteer)
    if pair_end is None:
        return None
    kind_end = _joining_kind(text, pair_end)
    if kind_end is not None:
        return kind_end
    if text.lower(pair_end) in {"and", "or", ","}:
        second = _pair(text, pair_end + 1, gazetteer)
        shared = _joining_kind(text, second) if second is not None else None
        if shared is not None:
            return pair_end, shared[1]
    return None


def _joining_kind(text: Text, i: int) -> tuple[int, str] | None:
    for length in (2, 1):
        words = " ".join(text.lower(j) for j in range(i, i + length))
        if words in JOINING and (text.lower(i + length) not in DESCRIBED or length == 2):
            return i + length, JOINING[words]
    return None


def _pair(text: Text, i: int, gazetteer: Gazetteer) -> int | None:
    """Returns the position after "Syrian-Iraqi" or "Baghdad-Damascus"; None where there is none."""
    if _HYPHENS.isdisjoint((text.lower(i + 1), text.lower(i + 2))):
        return None
    left = _side(text, i, gazetteer)
    if left is None or text.lower(left) not in _HYPHENS:
        return None
    right = _side(text, left + 1, gazetteer)
    if right is not None and text.lower(right) in _HYPHENS and text.capital(right + 1):
        return _side(text, right + 1, gazetteer)  # "Baku-Tbilisi-Ceyhan"
    return right


def _side(text: Text, i: int, gazetteer: Gazetteer) -> int | None:
    for after in (i + 2, i + 1):
        if after > len(text) or not text.capital(i) or text.lower(after - 1) in _HYPHENS:
            continue
        key = text.key(i, after)
        if gazetteer.country_of_adjective(key) or gazetteer.knows(key):
            return after
    return None


def land_of(text: Text, i: int, gazetteer: Gazetteer) -> tuple[int, str, str] | None:
    """Reads "Syrian territory", "the Israeli border", "Chadian side of the Libyan border".

    Returns the position after it, the country's code and "country" or "border".
    """
    code = gazetteer.country_of_adjective(text.lower(i)) if text.capital(i) else ""
    if not code:
        return None
    if [text.lower(j) for j in range(i + 1, i + 4)] == ["side", "of", "the"]:
        edge = land_of(text, i + 4, gazetteer) if i + 4 < len(text) else None
        return (edge[0], code, "border") if edge is not None else None
    j = i + 1
    word = text.lower(j)
    if text.lower(j + 1) in DESCRIBED or text.lower(j + 1) in _HYPHENS:
        return None
    if word in EDGES and text.doc[j].pos_ != "VERB":
        return j + 1, code, "border" if word != "coast" else "region"
    if word in TERRITORY:
        return j + 1, code, "country"
    return None


def elliptic_direction(text: Text, i: int) -> tuple[int, int, str] | None:
    """Reads "in the northeast" or "northern part of the country": first, after, adjective."""
    word = text.lower(i)
    if word not in DIRECTIONS or text.capital(i):
        return None
    of_country = _of_the_country(text, i + 1)
    if word == DIRECTIONS[word]:
        parts = {"part", "parts", "region", "regions", "areas", "provinces", "half"}
        end = _of_the_country(text, i + 2) if text.lower(i + 1) in parts else None
        return None if end is None else (i, end, DIRECTIONS[word])
    if of_country is not None:
        return i, of_country, DIRECTIONS[word]
    before = text.lower(i - 2) if text.lower(i - 1) == "the" else ""
    if before not in {"in", "across", "into", "throughout", "from"}:
        return None
    following = text.doc[i + 1] if i + 1 < len(text) else None
    if following is None or following.is_punct or following.lower_ in _AFTER_ELLIPSIS:
        return i, i + 1, DIRECTIONS[word]
    return None


#: What may follow "in the east" where no noun follows that the direction would describe.
_AFTER_ELLIPSIS = frozenset(
    "and or but to from with by as after before since while where when including that which".split()
)


def _of_the_country(text: Text, i: int) -> int | None:
    words = [text.lower(j) for j in range(i, i + 3)]
    return i + 3 if words in (["of", "the", "country"], ["of", "the", "state"]) else None
