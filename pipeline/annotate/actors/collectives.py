"""Political actors that only their noun and the text's country name: "opposition parties".

Here belong the parties and the opposition of the one country that a sentence speaks of. Groups with
a demonym are in `groups`, fighters without a name in `unnamed_fighters`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate import grammar
from pipeline.annotate.actors.group_actors import service
from pipeline.annotate.actors.names import NameHit
from pipeline.annotate.actors.owners import land_after, owner_before
from pipeline.annotate.actors.reading import (
    Candidate,
    Reading,
)
from pipeline.annotate.parse import Token
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.store import Form
from pipeline.records import ActorBasis, ActorKind

_MEMBERS = (
    r"leaders|figures|lawmakers|legislators|politicians|parties|groups|activists|senators|members"
    r"|supporters|candidates|MPs|movements|deputies"
)
_PARTIES = re.compile(
    rf"\b(?:[Pp]olitical\s+parties|[Oo]pposition\s+(?:{_MEMBERS})"
    r"|(?:(?<=\b[Tt]he )|(?<=['’]s )|(?<=s['’] ))opposition)\b"
    r"(?![-‐‑–])"
)
#: With these an opposition is one to something.
_TO = ("of", "to", "from", "against", "by")
_ACCUSING = frozenset("accuse suspect convict acquit deprive rob warn strip".split())


def collective_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields such groups, none where it is open whose they are.

    Example: "opposition parties" in "Opposition parties in Benin accused the police of fraud" are
        the Beninese opposition.
    """
    for match in _PARTIES.finditer(reading.document.text):
        start, end = match.span()
        noun = reading.root(start, end)
        if grammar.relation(noun) in {"compound", "adjective"} or _is_to_something(noun):
            continue
        owner = _whose(reading, start, end)
        if owner is not None and owner.actor.kind is ActorKind.STATE:
            actor = service(reading, owner, match.group().lower().split())
            yield Candidate(start=start, end=end, actor=actor, basis=ActorBasis.ROLE)


def _is_to_something(noun: Token) -> bool:
    """Says whether somebody opposes something, which "accused the opposition of" does not say."""
    accused = grammar.relation(noun) == "object" and noun.head.lemma in _ACCUSING
    return bool(grammar.obliques(noun, *(_TO[1:] if accused else _TO)))


def _whose(reading: Reading, start: int, end: int) -> Entry | None:
    """Returns the state beside the words, else the only one of the sentence or the document."""
    before = owner_before(reading, start)
    if before is not None:
        return before
    land = land_after(reading, end)
    if land is not None:
        return land
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
