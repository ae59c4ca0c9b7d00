"""Short names: "the Corps", "the Ministry", "the Council" after the body was named in full.

Here belongs which of the bodies that the text or its letterhead names a capitalised noun means.
Nouns in small letters ("the ministry", "the bloc") are references.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.governments import ministry_of_letterhead
from pipeline.annotate.actors.reading import Candidate, Reading
from pipeline.records import Actor, ActorBasis, ActorKind

#: Nouns that end a body's name, beside those by which an unknown one is told.
_HEADS = lexicon.BODY_HEADS.keys() | frozenset("fund tribunal forum".split())
#: Ends the part of a name that tells what the body is ("Interim Force | in Lebanon").
_TAIL = re.compile(r"\s+(?:of|for|in|to|against|on)\s+|,\s+")
#: A body is the one meant where it is named so many times as often as any other of the noun.
_PLAINLY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Full:
    """A body named in full, and where."""

    start: int
    actor: Actor


def short_candidates(reading: Reading, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yields capitalised short names of bodies that the document has named in full.

    Example: "the Corps" after "Islamic Revolutionary Guard Corps" and no other corps.
    """
    full = _by_head(reading, chosen)
    if not full:
        return
    heads = "|".join(sorted(map(re.escape, full)))
    uses = re.compile(rf"\b(?:[Tt]he|[Tt]his)\s+({heads})\b(?!\s+(?:of|for|[A-Z])|[-‐‑–]\w)")
    for use in uses.finditer(reading.document.text):
        named = [item for item in full[use.group(1)] if item.start < use.start()]
        actor = _meant(reading, named, chosen, use.start())
        if actor is not None:
            yield Candidate(start=use.start(1), end=use.end(1), actor=actor, basis=ActorBasis.ALIAS)


def _by_head(reading: Reading, chosen: Sequence[Candidate]) -> dict[str, list[_Full]]:
    """Returns the full names of bodies by the nouns that may stand for them."""
    found: dict[str, list[_Full]] = {}
    letterhead = ministry_of_letterhead(reading)
    if letterhead is not None:
        for head in heads_of(letterhead, reading.document.issuer):
            found.setdefault(head, []).append(_Full(start=-1, actor=letterhead))
    for item in chosen:
        if item.actor is None or item.actor.kind in {ActorKind.STATE, ActorKind.PERSON}:
            continue
        written = reading.document.text[item.start : item.end]
        for head in heads_of(item.actor, written):
            found.setdefault(head, []).append(_Full(start=item.start, actor=item.actor))
    return found


@lru_cache(maxsize=4096)
def heads_of(actor: Actor, written: str) -> frozenset[str]:
    """Returns the nouns by which a text may go on to call the body, as written in its names.

    Example: of MONUSCO "Mission", by its full name.
    """
    names = (written, actor.name, *actor.aliases)
    return frozenset(head for name in names if (head := _head(name)))


def _head(name: str) -> str:
    """Returns the noun by which a text goes on to call the body: "Corps", "Front", else "".

    It stands last, or before "of" and the like ("National Liberation Front of Moro").
    """
    words = _TAIL.split(name)[0].split()
    if not words or not words[-1][0].isupper() or words[-1].lower() == "government":
        return ""
    longer = len(words) > 1 or " " in name
    return words[-1] if longer and words[-1].lower() in _HEADS else ""


def _meant(
    reading: Reading, named: Sequence[_Full], chosen: Sequence[Candidate], offset: int
) -> Actor | None:
    """Returns the one body that the noun can mean; of several the one that the text is about.

    Where a body of one state alone stands before it in its sentence it is that state's ("the 7th
    Fleet, the Navy's largest").
    """
    actors = {item.actor.actor_id: item.actor for item in named}
    if len(actors) == 1:
        return next(iter(actors.values()))
    sentence = reading.token_at(offset).sent
    countries = {
        item.actor.country
        for item in chosen
        if item.actor is not None and sentence.start_char <= item.start < offset
    } - {""}
    own = [actor for actor in actors.values() if actor.country in countries]
    if len(own) == len(countries) == 1:
        return own[0]
    ranked = Counter(item.actor.actor_id for item in named).most_common(2)
    if len(ranked) > 1 and ranked[0][1] >= _PLAINLY * ranked[1][1]:
        return actors[ranked[0][0]]
    return None
