"""Coalitions without a name of their own: "the coalition", "Coalition military forces".

Here belongs which coalition a text means: the one that it names, else the one known to fight whom
the text speaks of. "Saudi-led coalition" names its leader and is found in `groups`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.annotate.actors.reading import Candidate, Reading, new_actor
from pipeline.records import Actor, ActorBasis, ActorKind

_COALITION = re.compile(
    r"(?<![\w-])(?:(?:international|global|International|Global)\s+)?[Cc]oalition"
    r"(?:\s+(?:military\s+)?(?:forces|partners|troops|nations|members|commanders|Commanders))?"
    r"(?!\s+(?:government|party|partner\b|agreement|talks|of)|\w)"
)
#: Who is known by whom it fights, where a text speaks of "the coalition" alone.
_FIGHTING = (("Islamic State", "Global Coalition"), ("Houthi movement", "Saudi-led coalition"))


def coalition_candidates(reading: Reading, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yields mentions of the one coalition that the document speaks of, none where it is open."""
    meant = _meant(reading, chosen)
    for match in _COALITION.finditer(reading.document.text):
        actor = meant
        if actor is None and match.group().lower().endswith(("forces", "troops")):
            actor = new_actor("Coalition forces", ActorKind.MILITARY)
        if actor is not None and not _is_named_before(reading, match.start()):
            yield Candidate(
                start=match.start(), end=match.end(), actor=actor, basis=ActorBasis.ALIAS
            )


def _is_named_before(reading: Reading, start: int) -> bool:
    """Says whether its members stand right before it ("the Russia-Iran-Syria coalition")."""
    last = reading.hit_ending_at(start - 1)
    return last is not None and reading.document.text[last.start - 1 : last.start] in set("-‐‑–")


def _meant(reading: Reading, chosen: Sequence[Candidate]) -> Actor | None:
    actors = {item.actor.actor_id: item.actor for item in chosen if item.actor is not None}
    named = [actor for actor in actors.values() if "coalition" in actor.name.lower()]
    named = [a for a in named if "opposition" not in a.name.lower() and a.kind is ActorKind.GROUP]
    if len(named) == 1:
        return named[0]
    if named:
        return None
    names = {actor.name for actor in actors.values()}
    for enemy, coalition in _FIGHTING:
        if enemy in names:
            found = reading.knowledge.find(coalition)
            return found[0].actor if found else new_actor(coalition, ActorKind.GROUP, "SAU")
    return None
