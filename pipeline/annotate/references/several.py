"""References to a number of actors: "both sides", "the two countries", "the trio", "the latter".

Here belong the phrases and how many each means. Which of the actors named make up the number is
decided in `numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate import grammar
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse
from pipeline.annotate.references.numbers import (
    ARMIES,
    PERSONS,
    STATES,
    counted,
    most_joined,
    of_two,
    with_issuer,
)
from pipeline.records import Actor

_NUMBERS = {
    "both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "pair": 2, "duo": 2, "trio": 3, "quartet": 4,
}  # fmt: skip
_ANY = (
    "sides|parties|allies|partners|rivals|adversaries|organizations|organisations|groups|foes"
    "|factions"
)
_ARGUMENTS = frozenset({"object", "indirect_object", "oblique", "prepositional_object"})
_ROLES = _ARGUMENTS | {"subject", "passive_subject", "noun_modifier", "agent", "conjunct"}
_RULED = r"(?:military|junta|coup)-(?:led|ruled|run|hit)"
_REGION = (
    r"(?:(?:west|east|north|south|southern|central)[ -])?"
    r"(?:african|asian|european|american|baltic|gulf|balkan|nordic|arab|caribbean|andean|sahelian)"
)
_PATTERN = re.compile(
    rf"\b(?:(?P<both>both)(?:\s+of)?|(?:the|these|all|our|those)\s+(?P<number>two|three|four|five|six))"
    rf"(?:\s+(?:the|these|former|foreign|defen[cs]e|neighbouring|neighboring|warring|rival|prime"
    rf"|feuding|coastal|landlocked|{_RULED}|{_REGION}))*"
    rf"\s+(?P<noun>{'|'.join((*STATES, *PERSONS, *ARMIES))}|{_ANY})\b"
    r"|\b(?P<sides>the\s+(?:two\s+)?(?:sides|parties))\b(?!\s+to\b)"
    r"|\b(?P<bare>both)\s+(?=(?:\w+ly\s+)?(?:agreed|seek|sought|have|are|were|want|wanted|said)\b)"
    r"|\bthe\s+(?P<alone>two|three|four|five|pair|duo|trio|quartet)\b(?!\s+of\b|-)",
    re.IGNORECASE,
)
_JUNTAS = re.compile(
    rf"\b(?:the|these|all)\s+(?:juntas|military\s+(?:governments|regimes|rulers)"
    rf"|{_RULED}\s+(?:countries|states|nations|governments|trio))\b",
    re.IGNORECASE,
)
_LED = re.compile(_RULED, re.IGNORECASE)
_LAST = frozenset({"latter", "former"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase that may mean a number of actors: its offsets, its last word and what it says."""

    start: int
    end: int
    token: Token
    match: re.Match[str]


def several_phrases(discourse: Discourse) -> dict[int, Phrase]:
    """Returns the phrases that may mean a number of actors, by where they start."""
    text = discourse.doc.text
    found: dict[int, Phrase] = {}
    for match in (*_PATTERN.finditer(text), *_JUNTAS.finditer(text)):
        end = match.start() + len(match.group().rstrip())
        token = _token_at(discourse, end - 1)
        if token is None or _is_covered(discourse, match.start(), end):
            continue
        # "led" in "military-led countries" is no act of theirs
        start = token.idx if _LED.search(match.group()) else match.start()
        found[start] = Phrase(start=start, end=end, token=token, match=match)
    return found


def several_meaning(discourse: Discourse, phrase: Phrase, issuer: Actor | None) -> list[Actor]:
    """Returns the actors that the phrase means, where clear.

    Example: after "Chad accused Sudan of arming rebels." the words "both countries" are the two.
    """
    match, token = phrase.match, phrase.token
    if match.re is _JUNTAS:
        return most_joined(discourse, token)
    groups = match.groupdict()
    if groups["alone"] and grammar.relation(token) not in _ROLES:
        return []  # "the three ships"
    number = _NUMBERS[(groups["number"] or groups["alone"] or "two").lower()]
    noun = (groups["noun"] or "sides").lower()
    if groups["sides"] and not match.group().lower().startswith("the two"):
        noun = "parties"
    ours = match.group().lower().startswith("our")
    if ours and issuer is not None:
        return with_issuer(discourse, number, noun, issuer)
    found = counted(discourse, token, number, noun)
    return found if not groups["alone"] or _are_named(discourse, token, found) else []


def _are_named(discourse: Discourse, token: Token, actors: Sequence[Actor]) -> bool:
    """Says whether the text names them all before: "the two" alone takes up, never announces."""
    before = {spot.actor.actor_id for spot in discourse.spots if spot.root.i < token.i}
    return all(actor.actor_id in before for actor in actors)


def alone_meaning(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns whom "both", "the latter" and "the former" mean where they stand alone.

    Example: in "Chad met Niger. Ghana thanked both." both are Chad and Niger.
    """
    word = token.lower_
    if word == "both" and grammar.relation(token) in _ARGUMENTS:
        return counted(discourse, token, 2, "sides")
    if word in _LAST and grammar.relation(token) in _ROLES and _is_definite(token):
        two = of_two(discourse, token)
        return two[1:] if word == "latter" else two[:1]
    return []


def _is_definite(token: Token) -> bool:
    return any(item.lower_ == "the" for item in grammar.children(token, "determiner"))


def _is_covered(discourse: Discourse, start: int, end: int) -> bool:
    """Says whether the phrase is named an actor already, by more than the name of a region."""
    span = discourse.doc.char_span(start, end, alignment_mode="expand")
    return span is None or any(span[i].i in discourse.covered for i in (0, len(span) - 1))


def _token_at(discourse: Discourse, offset: int) -> Token | None:
    span = discourse.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
