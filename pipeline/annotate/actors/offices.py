"""Offices without a name: "the Russian foreign minister", "the Minister of Defence of Norway".

Here belong offices that name their state. Those that do not ("the minister") are references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.actors.names import NameHit
from pipeline.annotate.actors.owners import owner_before
from pipeline.annotate.actors.people import People
from pipeline.annotate.actors.phrases import is_adjective
from pipeline.annotate.actors.reading import (
    COUNTRY_FORMS,
    Candidate,
    Reading,
    adjective_of,
    new_actor,
)
from pipeline.annotate.actors.titles import ROLE, role_key
from pipeline.knowledge.entries import Entry
from pipeline.records import Actor, ActorBasis, ActorKind

_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_OF_BEFORE = re.compile(r"\sof\s+(?:the\s+)?$")
#: How far before a name its "of" and the role before that are looked for: to look for roles all
#: over the text takes longer than all else here.
_WIDEST_OF, _WIDEST_ROLE = 16, 160
#: What some states call offices that the tables have by their usual name.
_OWN_TITLES = {
    ("USA", "foreign minister"): "Secretary of State",
    ("USA", "defense minister"): "Secretary of Defense",
    ("GBR", "foreign minister"): "Foreign Secretary",
    ("GBR", "defense minister"): "Defence Secretary",
    ("GBR", "finance minister"): "Chancellor of the Exchequer",
    ("PHL", "foreign minister"): "Secretary of Foreign Affairs",
    ("PHL", "defense minister"): "Secretary of National Defense",
    ("MEX", "foreign minister"): "Secretary of Foreign Affairs",
    ("IND", "foreign minister"): "External Affairs Minister",
}
_ONLY = re.compile(
    r"(?<=\b[Tt]he )(?:Secretary\s+of\s+State|Secretary\s+of\s+the\s+Treasury|Treasury\s+Secretary"
    r"|Chancellor\s+of\s+the\s+Exchequer)\b(?!['’]s\s+office|\s+(?:for|of|in|at)\b|\s+[A-Z])"
)
#: Who will hold an office is not who holds it.
_TO_BE = re.compile(r"[-‐‑ ](?:designate|elect|nominate)\b")
_SPACES = re.compile(r"\s+(?:newly elected |then-|new |current )?")


def office_candidates(reading: Reading, people: People) -> Iterator[Candidate]:
    """Yields offices named with their state, as the person who holds them where that is known.

    Example: "the Turkish president" in a text of 2019 is Recep Tayyip Erdoğan.
    """
    text = reading.document.text
    named = ((hit, hit.of_form(*COUNTRY_FORMS)) for hit in reading.hits)
    owners = [(hit, found) for hit, found in named if found and found.actor.country]
    for hit, found in owners:
        if is_adjective(hit):
            gap = _SPACES.match(text, hit.end)
            role = ROLE.match(text, gap.end()) if gap else None
            if role and not text[role.end() : role.end() + 1].isalpha():
                to_be = _TO_BE.match(text, role.end())
                end = to_be.end() if to_be else role.end()
                words = text[role.start() : end]
                actor = holder(reading, people, found.entry, words, hit.start)
                yield Candidate(start=hit.start, end=end, actor=actor, basis=ActorBasis.ROLE)
    for hit, found in owners:
        for role in _roles_of(text, hit):
            actor = holder(reading, people, found.entry, role.group(), role.start())
            yield Candidate(start=role.start(), end=hit.end, actor=actor, basis=ActorBasis.ROLE)
    yield from _by_title(reading, people)


def _by_title(reading: Reading, people: People) -> Iterator[Candidate]:
    """Yields offices that only one state has by that name ("the Secretary of State")."""
    for match in _ONLY.finditer(reading.document.text):
        country = "USA" if match.group().startswith(("Secretary", "Treasury")) else "GBR"
        state = reading.knowledge.states.get(country)
        if state is None or owner_before(reading, match.start()) is not None:
            continue
        actor = holder(reading, people, state, match.group(), match.start())
        yield Candidate(start=match.start(), end=match.end(), actor=actor, basis=ActorBasis.ROLE)


def _roles_of(text: str, hit: NameHit) -> Iterator[re.Match[str]]:
    """Yields the role that stands before the name with "of" ("prime minister of | Kosovo")."""
    if _OF_BEFORE.search(text, max(0, hit.start - _WIDEST_OF), hit.start) is None:
        return
    for role in ROLE.finditer(text, max(0, hit.start - _WIDEST_ROLE), hit.start):
        of = _OF.match(text, role.end())
        if of is not None and of.end() == hit.start:
            yield role


def holder(reading: Reading, people: People, state: Entry, words: str, offset: int) -> Actor:
    """Returns who holds the office: of the document's persons, of the day, else the office."""
    role = role_key(words)
    country = state.actor.country
    holders = reading.knowledge.holders(role, country)
    named = [entry for entry in holders if people.find(entry.actor.name) == entry.actor]
    if len(named) == 1:
        return named[0].actor
    day = reading.day(offset)
    current = reading.knowledge.holders(role, country, day) if day else []
    if len(current) == 1:
        return current[0].actor
    title = _OWN_TITLES.get((country, role), role)
    name = f"{adjective_of(state)} {' '.join(title.split())}"
    return new_actor(name, ActorKind.GOVERNMENT, country, state.actor.actor_id)
