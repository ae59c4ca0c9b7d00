"""Gold names for training: UNER's tags and re3d's spans as one scheme.

Belongs here: the scheme, and how these sources' annotation is cut down to names. Does
not belong here: GUM's mentions (gum_names.py), the lists of names (name_lists.toml).

A source rarely tells all eight kinds apart (UNER has one LOC, GUM one "place"), so a
token's gold is a *set* of tags, written as a bit mask over NAME_TAGS, and training asks
for the probability of the set.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.annotate.core.labels import ANY_NAME, span_parts, tag_index

TITLES = frozenset(
    """
    president minister secretary general king queen prince princess pope chancellor
    ambassador senator representative congressman congresswoman governor mayor judge justice
    professor doctor dr. mr. mrs. ms. sir lord lady colonel major captain lieutenant
    sergeant admiral director chairman chairwoman speaker prime premier emperor sheikh imam
    ayatollah sultan emir god speaker fellow whip founder founders sen. rep. gov. gen. lt.
    col. sgt. capt. prof. rev. st. mr mrs ms dr mom dad mum uncle aunt
    """.split()
)
CONNECTORS = frozenset("of the and for & - – 's ’s de la al in on to".split())
PRONOUNS = frozenset("i you he she it we they us them him his her our their who".split())
OPEN_PLACE = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, kw_only=True)
class Lists:
    """The name lists, as sets of lower-case words."""

    norp: frozenset[str]
    gpe: frozenset[str]
    loc: frozenset[str]
    loc_words: frozenset[str]
    fac_words: frozenset[str]


@lru_cache(maxsize=1)
def load_lists() -> Lists:
    """Read name_lists.toml."""
    raw = tomllib.loads(Path(__file__).with_name("name_lists.toml").read_text(encoding="utf-8"))
    demonyms = [d for row in raw["countries"].values() for d in row]
    norp = {*demonyms, *(f"{d}s" for d in demonyms), *raw["groups"]["norp"].split()}
    places = raw["places"]
    return Lists(
        norp=frozenset(w.lower() for w in norp),
        gpe=frozenset(
            w.lower() for w in [*raw["countries"], *places["gpe"].split(), *places["gpe_long"]]
        ),
        loc=frozenset(w.lower() for w in places["loc"].split()),
        loc_words=frozenset(places["loc_words"].split()),
        fac_words=frozenset(places["fac_words"].split()),
    )


def span_masks(
    masks: list[int], start: int, end: int, kinds: Iterable[str], *, open_: bool = False
) -> None:
    """Write a name of one of ``kinds`` over tokens ``start`` to ``end``.

    Args:
        masks: The masks of all tokens, changed in place.
        start: First token.
        end: One past the last token.
        kinds: The kinds that the source leaves possible.
        open_: Also allow that there is no name at all.
    """
    for at, part in zip(range(start, end), span_parts(end - start), strict=True):
        masks[at] = int(open_)
        for kind in kinds:
            masks[at] |= 1 << tag_index(kind, part)


def place_kinds(lower: Sequence[str]) -> Sequence[str]:
    """The kinds that a place may be of, by its words in lower case."""
    lists = load_lists()
    if " ".join(lower) in lists.gpe or (len(lower) == 1 and lower[0] not in lists.loc):
        return ["GPE"]
    if any(w in lists.fac_words for w in lower):
        return ["FAC"]
    if any(w in lists.loc_words or w in lists.loc for w in lower):
        return ["LOC"]
    if lower[-1] in lists.gpe or lower[-1] in (
        "city",
        "county",
        "province",
        "republic",
        "state",
        "states",
        "kingdom",
    ):
        return ["GPE"]
    return OPEN_PLACE


UNER_KINDS = {"PER": ["PERSON"], "ORG": ["ORG"], "LOC": list(OPEN_PLACE)}


def uner_masks(tags: Sequence[str], words: Sequence[str]) -> list[int]:
    """The allowed tags of a UNER sentence; UNER leaves NORP, EVENT and DATE untagged."""
    lists = load_lists()
    unnamed = 1
    for kind in ("NORP", "EVENT", "DATE"):
        for part in range(4):
            unnamed |= 1 << tag_index(kind, part)
    masks = [unnamed] * len(tags)
    for at, form in enumerate(words):
        if form[:1].isupper() and form.lower() in lists.norp:
            span_masks(masks, at, at + 1, ["NORP"])
    at = 0
    while at < len(tags):
        if tags[at].startswith("B-"):
            end = at + 1
            while end < len(tags) and tags[end].startswith("I-"):
                end += 1
            kinds: Sequence[str] = UNER_KINDS[tags[at][2:]]
            if len(kinds) > 1:
                kinds = place_kinds([w.lower() for w in words[at:end]])
            span_masks(masks, at, end, kinds)
            at = end
        else:
            at += 1
    return masks


def re3d_masks(words: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> list[int]:
    """The allowed tags of a re3d text.

    Args:
        words: The tokens.
        spans: Entities as first token, one past the last, re3d's type.

    Returns:
        One mask a token. Descriptions ("U.S. service members") are entities in re3d
        and names nowhere else, so their tokens are left open.
    """
    unnamed = 1
    for part in range(4):
        unnamed |= 1 << tag_index("EVENT", part)
    masks = [unnamed] * len(words)
    taken = [False] * len(words)
    for first, end, type_ in sorted(spans, key=lambda s: s[0] - s[1]):
        start = first
        while start < end and words[start].lower() in ("the", "a", "an"):
            start += 1
        if start < end and not any(taken[start:end]) and words[start].lower() not in PRONOUNS:
            taken[start:end] = [_mask_entity(masks, words, start, end, type_)] * (end - start)
    norp = load_lists().norp
    for at, word in enumerate(words):
        if word[:1].isupper() and word.lower() in norp and masks[at] in (unnamed, ANY_NAME):
            span_masks(masks, at, at + 1, ["NORP"])
    return masks


def _mask_entity(masks: list[int], words: Sequence[str], start: int, end: int, type_: str) -> bool:
    """Write one entity of re3d; False if it is of a type that we do not name."""
    lower = [w.lower() for w in words[start:end]]
    if type_ == "Temporal":
        span_masks(masks, start, end, ["DATE"], open_=True)
        return True
    if type_ not in ("Organisation", "Person", "Location", "Nationality"):
        return False
    named = all(w[:1].isupper() or w in CONNECTORS for w in words[start:end])
    if not named or (type_ == "Person" and set(lower) & TITLES):
        masks[start:end] = [ANY_NAME] * (end - start)
    else:
        span_masks(masks, start, end, _re3d_kinds(type_, lower))
    return True


def _re3d_kinds(type_: str, lower: Sequence[str]) -> Sequence[str]:
    if " ".join(lower) in load_lists().norp or type_ == "Nationality":
        return ["NORP"]
    if type_ == "Person":
        return ["PERSON"]
    if " ".join(lower) in load_lists().gpe:
        return ["GPE"]
    return ["ORG"] if type_ == "Organisation" else place_kinds(lower)
