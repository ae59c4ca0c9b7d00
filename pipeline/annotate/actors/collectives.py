"""Political actors that only their noun and the text's country name: "opposition parties".

Here belong the parties and the opposition of the one country that a sentence speaks of, foreigners
who fight in it, and a people's members who took up arms. Groups with a demonym are in `groups`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate import grammar
from pipeline.annotate.actors.group_actors import service
from pipeline.annotate.actors.names import NameHit
from pipeline.annotate.actors.owners import owner_before
from pipeline.annotate.actors.reading import (
    COUNTRY_FORMS,
    Candidate,
    Reading,
    adjective_of,
    new_actor,
)
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.store import Form
from pipeline.records import ActorBasis, ActorKind

_MEMBERS = (
    r"leaders|figures|lawmakers|legislators|politicians|parties|groups|activists|senators|members"
    r"|supporters|candidates|MPs|movements|deputies"
)
_PARTIES = re.compile(
    rf"\b(?:[Pp]olitical\s+parties|[Oo]pposition\s+(?:{_MEMBERS})"
    r"|(?:(?<=\b[Tt]he )|(?<=['’]s )|(?<=s['’] ))opposition(?!\s+(?:to|of|from|against|by)\b))\b"
    r"(?![-‐‑–])"
)
_FOREIGN = re.compile(
    r"\b[Ff]oreign\s+(?P<who>fighters|insurgents|jihadists|militants|mercenaries|terrorists)\b"
)
_IN = re.compile(r"\s+(?:in|of)\s+(?:the\s+)?")
_FOUGHT = re.compile(
    r"\s+(?:who\s+(?:have\s+|had\s+|are\s+|were\s+)?"
    r"(?:fought|fight|fighting|battled|battle|rebelled|took\s+up\s+arms|rose\s+up)|fighting)\b"
)
_ACTING = frozenset({"subject", "passive_subject", "object", "agent", "conjunct", "oblique"})


def collective_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields such groups, none where it is open whose they are.

    Example: "opposition parties" in "Opposition parties in Benin accused the police of fraud" are
        the Beninese opposition.
    """
    for match in _PARTIES.finditer(reading.document.text):
        start, end = match.span()
        if grammar.relation(reading.root(start, end)) in {"compound", "adjective"}:
            continue
        owner = _whose(reading, start, end)
        if owner is not None and owner.actor.kind is ActorKind.STATE:
            actor = service(reading, owner, match.group().lower().split())
            yield Candidate(start=start, end=end, actor=actor, basis=ActorBasis.ROLE)
    yield from _foreigners(reading)
    yield from _armed_people(reading)


def _whose(reading: Reading, start: int, end: int) -> Entry | None:
    """Returns the state beside the words, else the only one of the sentence or the document."""
    before = owner_before(reading, start)
    if before is not None:
        return before
    place = _IN.match(reading.document.text, end)
    hit = reading.hit_at(place.end()) if place else None
    found = hit.of_form(*COUNTRY_FORMS) if hit else None
    if found is not None:
        return found.entry
    sentence = reading.token_at(start).sent
    named = {
        code
        for hit in reading.hits_between(sentence.start_char, sentence.end_char)
        if (code := _country_of(hit))
    }
    codes = named or set(reading.countries)
    return reading.knowledge.states.get(next(iter(codes))) if len(codes) == 1 else None


def _country_of(hit: NameHit) -> str:
    """Returns the country that the name belongs to, "" where it may be several."""
    if hit.found[0].form is not Form.SHORT:
        return hit.found[0].actor.country
    codes = {item.actor.country for item in hit.found}
    return codes.pop() if len(codes) == 1 else ""


def _foreigners(reading: Reading) -> Iterator[Candidate]:
    for match in _FOREIGN.finditer(reading.document.text):
        if grammar.relation(reading.root(*match.span())) in _ACTING:
            actor = new_actor(f"foreign {match.group('who')}", ActorKind.ARMED_GROUP)
            yield Candidate(start=match.start(), end=match.end(), actor=actor)


def _armed_people(reading: Reading) -> Iterator[Candidate]:
    """Yields those of a people who fight ("the Libyans who fought for the colonel")."""
    for hit in reading.hits:
        found = hit.of_form(Form.PEOPLE)
        if found is None or not _FOUGHT.match(reading.document.text, hit.end):
            continue
        name = f"{adjective_of(found.entry)} fighters"
        actor = new_actor(name, ActorKind.ARMED_GROUP, found.actor.country, found.actor.actor_id)
        yield Candidate(start=hit.start, end=hit.end, actor=actor, basis=ActorBasis.DEMONYM)
