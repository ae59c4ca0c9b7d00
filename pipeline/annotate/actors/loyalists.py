"""Those who fight for one person: "forces loyal to Haftar", "Gaddafi loyalists".

Here belong groups that only a person's name tells; who the person is gets decided in `people`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.annotate.actors.reading import Candidate, Reading, new_actor
from pipeline.knowledge.fold import fold
from pipeline.knowledge.names import short_names
from pipeline.records import Actor, ActorBasis, ActorKind

_FOR = re.compile(
    r"\b(?:(?:(?:armed|rebel|military|security|government)\s+)?(?i:forces|troops|soldiers|fighters"
    r"|militias|militiamen|units|gunmen|rebels|factions|officers|paramilitaries|loyalists)"
    r"\s+loyal\s+to|(?i:loyalists)\s+(?:of|to))\s+(?:the\s+)?"
    r"(?:(?:former|previous|ousted|deposed|late)\s+)?(?:[Pp]resident,?\s+)?$"
)
_AFTER = re.compile(r"[ -](?:loyalists|loyalist\s+(?:forces|troops|fighters|militias))\b")
_REACH = 80


def loyalist_candidates(reading: Reading, persons: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yields the groups that the persons' names tell.

    Example: in "Forces loyal to Khalifa Haftar entered Sirte" those forces are Haftar loyalists.
    """
    text = reading.document.text
    for person in persons:
        if person.actor is None or person.actor.kind is not ActorKind.PERSON:
            continue
        before = _FOR.search(text, max(0, person.start - _REACH), person.start)
        after = _AFTER.match(text, person.end)
        if before or after:
            yield Candidate(
                start=before.start() if before else person.start,
                end=after.end() if after else person.end,
                actor=_loyalists(person.actor),
                basis=ActorBasis.ROLE,
            )


def _loyalists(leader: Actor) -> Actor:
    short = next(iter(short_names(fold(leader.name).text, leader.country)), leader.name)
    return new_actor(f"{short} loyalists", ActorKind.ARMED_GROUP, leader.country, leader.actor_id)
