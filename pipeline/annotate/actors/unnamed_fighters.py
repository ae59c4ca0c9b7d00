"""Fighters without a name: "foreign insurgents", "rebels in Chad", "Islamist militants".

Here belong those whom a word for their cause or a land behind them tells from others, and a
people's members who took up arms. "The militants" of a named group are references; groups with a
demonym are in `groups`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate import grammar
from pipeline.annotate.actors.owners import land_after
from pipeline.annotate.actors.reading import Candidate, Reading, adjective_of, new_actor
from pipeline.annotate.parse import Token
from pipeline.knowledge.store import Form
from pipeline.records import Actor, ActorBasis, ActorKind

_FIGHTERS = frozenset(
    "fighters insurgents jihadists militants rebels guerrillas separatists mercenaries extremists"
    " militias gangs gunmen terrorists islamists maoists".split()
)
#: Words that make fighters of a "group".
_ARMED = frozenset("armed terrorist militant rebel".split())
#: What stands before the noun: what they fight for.
_CAUSE = re.compile(
    r"(?:(?<=[\s(“\"])|^)(?P<who>(?P<cause>(?i:Islamist|Islamic|jihadist|jihadi|separatist"
    r"|secessionist|communist|Maoist|leftist|Marxist|far-right|ethnic|pro-independence|foreign)\s+)?"
    r"(?:armed\s+)?)$"
)
#: Where they sit: "Gaza-based".
_BASED = re.compile(r"[-‐‑]based\s+(?P<who>(?:[a-z-]+\s+){0,2})$")
#: How far before the noun its words are looked for.
_REACH = 50
_FOUGHT = re.compile(
    r"\s+(?:who\s+(?:have\s+|had\s+|are\s+|were\s+)?"
    r"(?:fought|fight|fighting|battled|battle|rebelled|took\s+up\s+arms|rose\s+up)|fighting)\b"
)
#: Those whose name is their cause.
_CAUSES = frozenset("jihadists separatists islamists maoists".split())
#: What somebody calls those whom he fights says not whose they are.
_SCORNED = ("terrorists", "extremists")
_ACTING = frozenset({"subject", "passive_subject", "object", "agent", "conjunct", "oblique"})
#: Before the noun these show that a named group or somebody told of is meant.
_DEFINITE = frozenset("the these those its their his her our your this that".split())


def fighter_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields fighters whom no name tells, only in texts that name no armed group otherwise.

    Example: "Islamist insurgents" in "Islamist insurgents in Mozambique burned a village" are
        Mozambique's; in "Libyans who fought for the colonel" the Libyans are fighters.
    """
    yield from _armed_people(reading)
    named = any(hit.found[0].actor.kind is ActorKind.ARMED_GROUP for hit in reading.hits)
    for noun in reading.doc:
        armed = noun.lower_ == "groups" and noun.i > 0 and noun.nbor(-1).lower_ in _ARMED
        if noun.lower_ not in _FIGHTERS and not armed:
            continue
        based = _based(reading, noun)
        if based is not None:
            yield based
        elif not armed or noun.nbor(-1).lower_ == "armed":
            yield from _told_apart(reading, noun, named=named)


def _told_apart(reading: Reading, noun: Token, *, named: bool) -> Iterator[Candidate]:
    """Yields the fighters where their land or cause is told, and in a text of no named group."""
    text, end = reading.document.text, noun.idx + len(noun)
    before = _CAUSE.search(text, max(0, noun.idx - _REACH), noun.idx)
    start = before.start("who") if before else noun.idx
    cause = (before.group("cause") or "").strip().lower() if before else ""
    if (named and cause != "foreign") or not _acts(reading, start, end):
        return
    actor = _fighters(reading, text[start:end], cause, end)
    if actor is not None:
        yield Candidate(start=start, end=end, actor=actor, basis=ActorBasis.ROLE)


def _acts(reading: Reading, start: int, end: int) -> bool:
    """Says whether the noun is open and does or suffers something itself."""
    root = reading.root(start, end)
    before = next(reading.tokens_before(start), None)
    if before is not None and (before.lower_ in _DEFINITE or reading.hit_ending_at(start - 1)):
        return False
    if root.idx + len(root) != end:
        return False
    told = grammar.children(root, "relative_clause", "adnominal_clause")
    return grammar.relation(root) in _ACTING or any(item.tag_ != "VBN" for item in told)


def _fighters(reading: Reading, words: str, cause: str, end: int) -> Actor | None:
    """Returns them with the land behind them or their cause, None where neither stands there."""
    land = None if cause == "foreign" else land_after(reading, end)
    name = " ".join(words.lower().split())
    if land is not None and not name.endswith(_SCORNED):
        noun = name.removeprefix(cause).strip()
        return new_actor(
            f"{adjective_of(land)} {noun}",
            ActorKind.ARMED_GROUP,
            land.actor.country,
            land.actor.actor_id,
        )
    if not cause and name not in _CAUSES:
        return None
    if (
        name[0] in "im" and name != "militias"
    ):  # Islamist, Islamic, Maoist, Marxist: from proper names
        name = name[:1].upper() + name[1:]
    return new_actor(name, ActorKind.ARMED_GROUP)


def _based(reading: Reading, noun: Token) -> Candidate | None:
    """Returns fighters by where they sit ("Pakistan-based militants"), who are of no state."""
    text, end = reading.document.text, noun.idx + len(noun)
    match = _BASED.search(text, max(0, noun.idx - _REACH), noun.idx)
    hit = reading.hit_ending_at(match.start()) if match else None
    if match is None or hit is None:
        return None
    who = " ".join(text[match.start("who") : end].split())
    actor = new_actor(f"{hit.text}-based {who}", ActorKind.ARMED_GROUP)
    return Candidate(start=hit.start, end=end, actor=actor, basis=ActorBasis.ROLE)


def _armed_people(reading: Reading) -> Iterator[Candidate]:
    """Yields those of a people who fight ("the Libyans who fought for the colonel")."""
    for hit in reading.hits:
        found = hit.of_form(Form.PEOPLE)
        if found is None or not _FOUGHT.match(reading.document.text, hit.end):
            continue
        name = f"{adjective_of(found.entry)} fighters"
        actor = new_actor(name, ActorKind.ARMED_GROUP, found.actor.country, found.actor.actor_id)
        yield Candidate(start=hit.start, end=hit.end, actor=actor, basis=ActorBasis.DEMONYM)
