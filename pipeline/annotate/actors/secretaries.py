"""Secretaries-general without a name: "the Secretary-General", "the NATO Secretary General".

Here belong the heads of organisations whom a text calls by their office, as a statement of the
United Nations does all through. One with his name is found in `people`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.annotate.actors.reading import Candidate, Reading, new_actor
from pipeline.knowledge.entries import Entry
from pipeline.records import Actor, ActorBasis, ActorKind

_OFFICE_WORDS = re.compile(r"\bSecretary[- ]General\b")
_OFFICE = re.compile(
    r"\b(?:(?P<the>[Tt]he)\s+)?(?P<office>Secretary[- ]General)\b(?!\s+[A-Z])"
    r"(?P<of>\s+of\s+(?:the\s+)?)?"
)
_UNITED_NATIONS = "United Nations"
#: Organisations of which a text says "the Secretary-General", where it names no other.
_LED = frozenset(
    {
        _UNITED_NATIONS,
        "NATO",
        "Association of Southeast Asian Nations",
        "Organization of American States",
        "Arab League",
        "Pacific Islands Forum",
        "Commonwealth of Nations",
        "Collective Security Treaty Organization",
        "Shanghai Cooperation Organisation",
        "Organisation of Islamic Cooperation",
        "Gulf Cooperation Council",
        "Council of Europe",
    }
)


def secretary_candidates(reading: Reading, persons: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yields secretaries-general, as the person who holds the office where the text names him.

    Example: "The Secretary-General" in a text that names no organisation, or the United Nations or
        a body of theirs, is the United Nations'.

    Args:
        persons: the mentions of persons; one introduced with the office is the one meant.
    """
    for match in _OFFICE.finditer(reading.document.text):
        start, end = match.span("office")
        before = _organisation(reading, start - 1, ends=True)
        after = _organisation(reading, match.end(), ends=False) if match["of"] else None
        if match["of"] and after is None:
            continue  # "the Secretary-General of the ruling party"
        named = before or after
        if named is not None:
            start, end = min(start, named[0]), max(end, named[1])
        elif not match["the"]:
            continue
        actor = _holder(reading, named[2] if named else None, persons)
        if actor is not None:
            yield Candidate(start=start, end=end, actor=actor, basis=ActorBasis.ROLE)


def _organisation(reading: Reading, offset: int, *, ends: bool) -> tuple[int, int, Entry] | None:
    """Returns the organisation whose name ends or begins at the offset, with where it stands."""
    hit = reading.hit_ending_at(offset) if ends else reading.hit_at(offset)
    if hit is None or hit.found[0].actor.kind is not ActorKind.IGO:
        return None
    return hit.start, hit.end, hit.found[0].entry


def _only_one(reading: Reading) -> Entry | None:
    """Returns the organisation of the text, the United Nations first; None where two may be meant.

    What belongs to the United Nations counts for them.
    """
    named: Counter[str] = Counter()
    for hit in reading.hits:
        entry = hit.found[0].entry
        led = next((name for name in (entry.name, entry.parent) if name in _LED), None)
        if led is not None:
            named[led] += 1
    if not named or _UNITED_NATIONS in named:
        name = _UNITED_NATIONS
    elif len(named) == 1:
        name = next(iter(named))
    else:
        return None
    found = reading.knowledge.find(name)
    return found[0].entry if found else None


def _holder(reading: Reading, named: Entry | None, persons: Sequence[Candidate]) -> Actor | None:
    """Returns who is secretary-general: whom the text names so, else the office itself.

    A statement speaks of the office: whom nobody names is not made to speak by his dates.
    """
    introduced = {
        item.actor.actor_id: item.actor
        for item in persons
        if item.actor and _OFFICE_WORDS.search(reading.document.text, item.start, item.end)
    }
    if named is None and len(introduced) == 1:
        return next(iter(introduced.values()))
    organisation = named or _only_one(reading)
    if organisation is None:
        return None
    names = (organisation.name, *organisation.actor.aliases)
    roles = {f"{name.lower()} secretary{mark}general" for name in names for mark in "- "}
    holders = {e.actor.actor_id: e.actor for r in roles for e in reading.knowledge.holders(r)}
    here = {item.actor.actor_id for item in persons if item.actor is not None}
    mentioned = [actor for actor_id, actor in holders.items() if actor_id in here]
    return mentioned[0] if len(mentioned) == 1 else _office(organisation)


def _office(organisation: Entry) -> Actor:
    """Returns the office as an actor of its own."""
    return new_actor(
        f"{organisation.name} Secretary-General",
        ActorKind.PERSON,
        parent=organisation.actor.actor_id,
    )
