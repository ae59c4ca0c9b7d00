"""References to a number of actors: "both sides", "the two countries", "all three states".

Here belongs which of the actors named make up the number. The sentence itself is asked first, then
the ones before it, then the whole document where it is plainly about that many.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse, Spot, distinct, is_person
from pipeline.records import Actor, ActorKind

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_STATES = "countries|nations|states|governments|neighbours|neighbors|capitals|powers|republics"
_PERSONS = "leaders|presidents|ministers|men|women|premiers|officials|diplomats|envoys"
_ARMIES = "units|armies|militaries|navies|forces|battalions|commands|squadrons"
_ANY = (
    "sides|parties|allies|partners|rivals|adversaries|organizations|organisations|groups|foes"
    "|factions"
)
_ARGUMENTS = frozenset({"object", "indirect_object", "oblique", "prepositional_object"})
_OF_STATES = frozenset(
    {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.PERSON}
)
_PATTERN = re.compile(
    rf"\b(?:(?P<both>both)(?:\s+of)?|(?:the|these|all|our|those)\s+(?P<number>two|three|four|five|six))"
    rf"(?:\s+(?:the|these|former|foreign|defen[cs]e|neighbouring|neighboring|warring|rival|prime))*"
    rf"\s+(?P<noun>{_STATES}|{_PERSONS}|{_ARMIES}|{_ANY})\b"
    r"|\b(?P<sides>the\s+(?:two\s+)?(?:sides|parties))\b"
    r"|\b(?P<bare>both)\s+(?=(?:\w+ly\s+)?(?:agreed|seek|sought|have|are|were|want|wanted|said)\b)",
    re.IGNORECASE,
)


def several_meanings(
    discourse: Discourse, issuer: Actor | None
) -> Iterator[tuple[int, int, list[Actor]]]:
    """Yields (start, end, actors) of the phrases that mean a number of actors, where clear.

    Example: after "Chad accused Sudan of arming rebels." the words "both countries" are the two.
    """
    for match in _PATTERN.finditer(discourse.doc.text):
        number = _NUMBERS.get((match.group("number") or "two").lower(), 2)
        noun = (match.group("noun") or "sides").lower()
        end = match.start() + len(match.group().rstrip())
        token = _token_at(discourse, end - 1)
        if token is None or _is_covered(discourse, match.start(), end):
            continue
        ours = match.group().lower().startswith("our")
        actors = _members(discourse, token, number, noun, issuer if ours else None)
        if len(actors) == number:
            yield match.start(), end, actors
    yield from _bare_both(discourse)


def _bare_both(discourse: Discourse) -> Iterator[tuple[int, int, list[Actor]]]:
    """Yields "both" where it stands alone: "Chad met Niger. Ghana thanked both."."""
    for token in discourse.doc.tokens:
        if token.lower_ != "both" or grammar.relation(token) not in _ARGUMENTS:
            continue
        actors = _members(discourse, token, 2, "sides", None)
        if len(actors) == 2:
            yield token.idx, token.idx + len(token.text), actors


def _is_covered(discourse: Discourse, start: int, end: int) -> bool:
    span = discourse.doc.char_span(start, end, alignment_mode="expand")
    return span is None or any(token.i in discourse.covered for token in span)


def _token_at(discourse: Discourse, offset: int) -> Token | None:
    span = discourse.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _members(
    discourse: Discourse, token: Token, number: int, noun: str, issuer: Actor | None
) -> list[Actor]:
    def fits(spot: Spot) -> bool:
        return _is_one(spot, noun)

    if issuer is not None:
        others = [a for a in distinct(s for s in discourse.spots if fits(s)) if a != issuer]
        return [issuer, others[0]] if number == 2 and len(others) == 1 else []
    index = discourse.sentence_of[token.i]
    own = [s for s in discourse.in_sentence(index, token.i) if fits(s)]
    found = sides(own)
    if len(found) >= number:
        return found if len(found) == number else _joined(own, number)
    # "U.S. officials warned both sides", "gave Ankara the trust of both sides"
    acting = _governing(discourse, token) | {spot.actor.actor_id for spot in own}
    for back in (1, 2, 3):
        earlier = [s for s in discourse.in_sentence(index - back) if fits(s)]
        found = [a for a in sides(earlier) if a.actor_id not in acting]
        if len(found) == number:
            return found
        if len(found) > number:
            return _joined(earlier, number)
        if noun in _STATES.split("|") and not acting:
            found = _states_of(discourse, discourse.in_sentence(index - back))
            if len(found) == number:
                return found
    return plainly_about(discourse, fits, number, acting)


def _is_one(spot: Spot, noun: str) -> bool:
    """Says whether the actor may be one of those that the noun counts."""
    if noun in _STATES.split("|"):
        return spot.actor.kind is ActorKind.STATE
    if noun in _PERSONS.split("|"):
        return is_person(spot.actor)
    if noun in _ARMIES.split("|"):
        return spot.actor.kind in {ActorKind.MILITARY, ActorKind.ARMED_GROUP}
    return not is_person(spot.actor)


def _governing(discourse: Discourse, token: Token) -> set[str]:
    """Returns the subjects around the phrase, which it cannot mean."""
    subjects = {item.i for item in discourse.governing_subject(token)} - {token.i}
    return {s.actor.actor_id for i in subjects for s in discourse.by_token.get(i, [])}


def _states_of(discourse: Discourse, spots: Sequence[Spot]) -> list[Actor]:
    """Returns the states whose organs and persons a sentence names ("Modi met Xi Jinping").

    None where some of them has no country.
    """
    actors = [a for a in distinct(spots) if a.kind in _OF_STATES]
    countries = list(dict.fromkeys(actor.country for actor in actors))
    found = [discourse.state(code) for code in countries]
    return [actor for actor in found if actor is not None] if all(found) else []


def _joined(spots: Sequence[Spot], number: int) -> list[Actor]:
    """Returns the members of the last coordination of that many ("between Chad and Niger")."""
    groups: dict[int, list[Spot]] = {}
    for spot in spots:
        groups.setdefault(grammar.first_conjunct(spot.root).i, []).append(spot)
    for first in sorted(groups, reverse=True):
        members = distinct(groups[first])
        if len(members) == number:
            return members
    return []


def sides(spots: Sequence[Spot]) -> list[Actor]:
    """Returns the actors, the bodies of a state that is named too counted with it."""
    actors = distinct(spots)
    states = {actor.country for actor in actors if actor.kind is ActorKind.STATE}
    return [
        actor
        for actor in actors
        if actor.kind in {ActorKind.STATE, ActorKind.PERSON} or actor.country not in states
    ]


def plainly_about(discourse: Discourse, fits: object, number: int, acting: set[str]) -> list[Actor]:
    """Returns the actors that the document is about, where no other is named half as often."""
    assert callable(fits)
    counts = Counter(
        spot.actor.actor_id
        for spot in discourse.spots
        if fits(spot) and spot.actor.actor_id not in acting
    )
    ranked = counts.most_common(number + 1)
    if len(ranked) < number:
        return []
    if len(ranked) > number and ranked[number][1] * 2 > ranked[number - 1][1]:
        return []
    by_id = {spot.actor.actor_id: spot.actor for spot in discourse.spots}
    return [by_id[actor_id] for actor_id, _ in ranked[:number]]
