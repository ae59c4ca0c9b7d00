"""Changes to training text that leave its grammar alone.

Belongs here: swaps of names, quotes, dashes and case, token for token, so that gold
labels stay in place. Briefs have typographic quotes and headings in capitals, and name
people from everywhere; the treebanks have neither enough of.
"""

from __future__ import annotations

import csv
import random
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pipeline.annotate.core.labels import BEGIN, LAST, UNIT, span_parts, tag_index
from pipeline.annotate.core.surface import SPACE

PERSON_FIRST = 1 << tag_index("PERSON", BEGIN)
PERSON_LAST = 1 << tag_index("PERSON", LAST)
PERSON_ONLY = 1 << tag_index("PERSON", UNIT)
PLACE_ONLY = 1 << tag_index("GPE", UNIT)
GROUP_ONLY = 1 << tag_index("NORP", UNIT)


@lru_cache(maxsize=1)
def swaps() -> dict[int, tuple[str, ...]]:
    """Names that may stand for a token, by the token's one allowed name tag."""
    raw = tomllib.loads(Path(__file__).with_name("name_lists.toml").read_text(encoding="utf-8"))
    countries = [name for name in raw["countries"] if name != "USA"]
    first, last = raw["people"]["first"].split(), raw["people"]["last"].split()
    return {
        PERSON_FIRST: tuple(first),
        PERSON_LAST: tuple(last),
        PERSON_ONLY: tuple(last),
        # Countries twice: they are what briefs name most.
        PLACE_ONLY: (*countries, *countries, *raw["places"]["single_gpe"].split()),
        GROUP_ONLY: tuple(d for row in raw["countries"].values() for d in row),
    }


ACTORS = Path(__file__).parents[2] / "pipeline" / "knowledge" / "actors"
ORGANISATIONS = ("groups_and_parties", "international", "media_and_companies", "national_bodies")
ORG_PARTS = {
    length: tuple(1 << tag_index("ORG", part) for part in span_parts(length))
    for length in range(1, 6)
}


@lru_cache(maxsize=1)
def organisations() -> dict[int, tuple[tuple[str, ...], ...]]:
    """Names of organisations of all regions, from the product's own knowledge, by their length."""
    found: dict[int, set[tuple[str, ...]]] = {length: set() for length in ORG_PARTS}
    for table in ORGANISATIONS:
        with (ACTORS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name in (row["name"], *row["aliases"].split(";")):
                    words = tuple(name.split())
                    if name[:1].isupper() and name.replace(" ", "").isalnum() and len(words) < 6:
                        found[len(words)].add(words)
    return {length: tuple(sorted(names)) for length, names in found.items()}


def swap_organisations(rng: random.Random, words: list[str], masks: Sequence[int]) -> None:
    """Put other organisations of as many words in the place of those that the gold is sure of."""
    at = 0
    while at < len(masks):
        length = next(
            (n for n, parts in ORG_PARTS.items() if tuple(masks[at : at + n]) == parts), 0
        )
        if length and words[at][:1].isupper() and rng.random() < 0.4:
            words[at : at + length] = rng.choice(organisations()[length])
        at += max(length, 1)


def swap_names(
    rng: random.Random, words: list[str], masks: Sequence[int], tags: Sequence[str]
) -> None:
    """Put other names in the place of names of one token or of persons, in place."""
    for at, mask in enumerate(masks):
        options = swaps().get(mask)
        if not options or rng.random() > 0.6 or not words[at][:1].isupper():
            continue
        if mask == GROUP_ONLY and tags[at] != "JJ":
            continue
        words[at] = rng.choice(options)


def curl(words: list[str]) -> None:
    """Straight quotes to typographic ones, double hyphens to dashes."""
    opened = False
    for at, word in enumerate(words):
        if word in ('"', "``", "''"):
            words[at] = "”" if opened or word == "''" else "“"
            opened = not opened
        elif "'" in word:
            words[at] = word.replace("'", "’")
        elif word == "--":
            words[at] = "—"


def straighten(words: list[str]) -> None:
    """Typographic quotes to straight ones."""
    for at, word in enumerate(words):
        words[at] = word.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def shout(rng: random.Random, words: list[str], starts: Sequence[int], share: float) -> None:
    """Put some whole sentences into capitals, as headings are."""
    loud = False
    for at, word in enumerate(words):
        if starts[at] == 1 or at == 0:
            loud = rng.random() < share
        if loud:
            words[at] = word.upper()


def augment(
    rng: random.Random,
    words: Sequence[str],
    gaps: Sequence[int],
    starts: Sequence[int],
    masks: Sequence[int],
    tags: Sequence[str],
) -> tuple[list[str], list[int]]:
    """One random variant of a window of text.

    Returns:
        The words and the gaps before them.
    """
    new, spaces = list(words), list(gaps)
    if rng.random() < 0.35:
        swap_names(rng, new, masks, tags)
        swap_organisations(rng, new, masks)
    dice = rng.random()
    if dice < 0.25:
        curl(new)
    elif dice < 0.35:
        straighten(new)
    dice = rng.random()
    if dice < 0.06:
        shout(rng, new, starts, 0.4)
    elif dice < 0.09:
        new = [word.lower() for word in new]
    if rng.random() < 0.4:
        # Paragraphs are not always marked; sentence ends must be found in the words too.
        spaces = [min(gap, SPACE) for gap in spaces]
    return new, spaces
