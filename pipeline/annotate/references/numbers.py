"""Who makes up a number: the actors that "both sides", "the three governments", "the parties" mean.

Here belongs the search: the sentence itself first, then the ones before it, then the group that the
text keeps joining, then the whole document where it is plainly about that many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse, Spot, distinct, is_person
from pipeline.records import REFERRING, Actor, ActorKind, PlaceMention

STATES = (
    "countries", "nations", "states", "governments", "neighbours", "neighbors", "capitals",
    "powers", "republics",
)  # fmt: skip
PERSONS = (
    "leaders", "presidents", "ministers", "men", "women", "premiers", "officials", "diplomats",
    "envoys",
)  # fmt: skip
ARMIES = (
    "units", "armies", "militaries", "navies", "forces", "battalions", "commands", "squadrons",
)  # fmt: skip
_OF_STATES = frozenset(
    {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.PERSON}
)
#: Kinds that act for the state they belong to, and are no side beside it.
_ORGANS = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY})
#: What puts a place on a way from one state to another.
_WAY = frozenset("from through via to into across between".split())
_PRAISING = frozenset("thank praise commend applaud congratulate salute welcome".split())
_REACH = 3
#: A group that a text joins again and again has so many members at most.
_LARGEST = 5


def counted(discourse: Discourse, token: Token, number: int, noun: str) -> list[Actor]:
    """Returns the actors that a phrase with that number and noun means, none where it is open.

    Example: after "Mali and Niger expelled a diplomat." for 2 and "governments" the two states.
    """

    def fits(spot: Spot) -> bool:
        return _is_one(spot, noun)

    own = [s for s in discourse.in_sentence(discourse.sentence_of[token.i], token.i) if fits(s)]
    # Three that a sentence names apart are seldom "the three"; those that the text joins are.
    group = _group(discourse, token, number, noun) if number > 2 else []
    if group:
        return group
    found = sides([s for s in own if not _is_aside(s)])
    if len(found) >= number:
        return found if len(found) == number else joined(own, number)
    way = _on_the_way(discourse, token) if noun in STATES else []
    if len(way) == number or (number > 2 and len(way) > 1):
        return way if len(way) == number else []
    # "U.S. officials warned both sides", "gave Ankara the trust of both sides"
    acting = _governing(discourse, token) | {spot.actor.actor_id for spot in own}
    earlier = _earlier(discourse, token, number, noun, acting)
    if earlier is not None or noun == "parties" or number > 2:
        return earlier or []  # "the parties" further away are those of a treaty or country
    return plainly_about(discourse, fits, number, acting)


def with_issuer(discourse: Discourse, number: int, noun: str, issuer: Actor) -> list[Actor]:
    """Returns the issuer and the one other that the text names ("our two countries")."""
    others = [a for a in distinct(s for s in discourse.spots if _is_one(s, noun)) if a != issuer]
    return [issuer, others[0]] if number == 2 and len(others) == 1 else []


def of_two(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the two that the text named last before the token, none where it is not two.

    Example: at "The latter" after "Rwanda met Uganda.": [Rwanda, Uganda].
    """
    index = discourse.sentence_of[token.i]
    for back in (0, 1):
        before = discourse.in_sentence(index - back, None if back else token.i)
        named = [s for s in before if s.mention.basis not in REFERRING]
        found = sides(sorted(named, key=lambda spot: spot.root.i))
        if found:
            return found if len(found) == 2 else []
    return []


def most_joined(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the states that the text joins most often, the sentence itself aside.

    Example: "the juntas" in a text that says "Mali and Niger" and then "the two countries".
    """
    index = discourse.sentence_of[token.i]
    states = [s for s in discourse.spots if s.actor.kind is ActorKind.STATE and s.sentence < index]
    groups = [group for group in _groups(states) if 1 < len(group) <= _LARGEST]
    counts = Counter(frozenset(actor.actor_id for actor in group) for group in groups)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return []
    return next(g for g in groups if {actor.actor_id for actor in g} == ranked[0][0])


def _earlier(
    discourse: Discourse, token: Token, number: int, noun: str, acting: set[str]
) -> list[Actor] | None:
    """Returns the members that a sentence before names, [] where too many; None where too few."""
    index = discourse.sentence_of[token.i]
    for back in range(1, _REACH - (noun == "parties") + 1):
        spots = discourse.in_sentence(index - back)
        fitting = [s for s in spots if _is_one(s, noun) and not _is_example(s)]
        found = [actor for actor in sides(fitting) if actor.actor_id not in acting]
        if len(found) == number and not (number == 2 and _are_no_sides(found, fitting)):
            return found
        if len(found) > number:
            return _without_organisations(found, number) or joined(fitting, number)
        if noun in STATES and not acting:
            found = _states_of(discourse, spots)
            if len(found) == number:
                return found
        if found and noun not in (*STATES, *PERSONS, *ARMIES):
            return None  # others than the two sides are spoken of meanwhile
    return None


def _is_aside(spot: Spot) -> bool:
    """Says whether it is only praised, as a helper of "the two parties", or an example."""
    first = grammar.first_conjunct(spot.root)
    praised = grammar.relation(first) == "object" and first.head.lemma_.lower() in _PRAISING
    return praised or _is_example(spot)


def _is_example(spot: Spot) -> bool:
    """Says whether it is one of others ("the guarantors, among them Chad and Niger")."""
    start = grammar.first_conjunct(spot.root).left_edge.i
    before = {item.lower_ for item in spot.root.doc[max(0, start - 2) : start + 2]}
    return bool(before & {"including", "among"})


def _are_no_sides(actors: Sequence[Actor], spots: Sequence[Spot]) -> bool:
    """Says whether a state and an organisation stand apart, as in "Peru, which left the bloc,".

    Joined, or as subject and object of one verb, they are two sides. Two organisations that do not
    act are none either ("wrote to NATO and the UN").
    """
    kinds = {actor.kind is ActorKind.IGO for actor in actors}
    if kinds == {True}:
        return not any(spot.is_subject for spot in spots)
    if len(kinds) == 1 or joined(spots, len(actors)):
        return False
    verbs = [{s.root.head.i for s in spots if s.actor == actor} for actor in actors]
    return not set.intersection(*verbs)


def _without_organisations(actors: Sequence[Actor], number: int) -> list[Actor]:
    """Returns the others where they make the number: a state writes to the UN of its quarrels."""
    others = [actor for actor in actors if actor.kind is not ActorKind.IGO]
    return others if len(others) == number else []


def _is_one(spot: Spot, noun: str) -> bool:
    """Says whether the actor may be one of those that the noun counts."""
    if noun in STATES:
        return spot.actor.kind is ActorKind.STATE
    if noun in PERSONS:
        return is_person(spot.actor)
    if noun in ARMIES:
        return spot.actor.kind in {ActorKind.MILITARY, ActorKind.ARMED_GROUP}
    return not is_person(spot.actor)


def _governing(discourse: Discourse, token: Token) -> set[str]:
    """Returns the subjects around the phrase, which it cannot mean."""
    subjects = {item.i for item in discourse.governing_subject(token)} - {token.i}
    return {s.actor.actor_id for i in subjects for s in discourse.by_token.get(i, [])}


def _on_the_way(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the states that the sentence names before the phrase, those of a way among them.

    Example: of "a railway from Vientiane through Thailand to Malaysia, on which the three
    governments signed an accord": Laos, Thailand and Malaysia.
    """
    sentence = token.sent.start_char
    places = [
        (place.evidence.start, place.place.country)
        for place in discourse.places
        if sentence <= place.evidence.start < token.idx and _is_way(discourse, place)
    ]
    own = discourse.in_sentence(discourse.sentence_of[token.i], token.i)
    actors = [(s.mention.evidence.start, s.actor.country) for s in own if _is_one(s, STATES[0])]
    codes = dict.fromkeys(code for _, code in sorted([*places, *actors]) if code)
    found = [state for code in codes if (state := discourse.state(code)) is not None]
    return found if places else []


def _is_way(discourse: Discourse, place: PlaceMention) -> bool:
    """Says whether "from", "through" or the like stands right before the place."""
    span = discourse.doc.char_span(
        place.evidence.start, place.evidence.end, alignment_mode="expand"
    )
    return span is not None and span.start > 0 and discourse.doc[span.start - 1].lower_ in _WAY


def _states_of(discourse: Discourse, spots: Sequence[Spot]) -> list[Actor]:
    """Returns the states whose organs and persons a sentence names ("Modi met Xi Jinping").

    None where some of them has no country.
    """
    actors = [a for a in distinct(spots) if a.kind in _OF_STATES]
    countries = list(dict.fromkeys(actor.country for actor in actors))
    found = [discourse.state(code) for code in countries]
    return [actor for actor in found if actor is not None] if all(found) else []


def joined(spots: Sequence[Spot], number: int) -> list[Actor]:
    """Returns the members of the last coordination of that many ("between Chad and Niger")."""
    return next((group for group in reversed(_groups(spots)) if len(group) == number), [])


def _groups(spots: Iterable[Spot]) -> list[list[Actor]]:
    """Returns the actors of each coordination and of each phrase that means several, in order."""
    groups: dict[int, list[Spot]] = {}
    for spot in spots:
        groups.setdefault(grammar.first_conjunct(spot.root).i, []).append(spot)
    return [distinct(groups[first]) for first in sorted(groups)]


def _group(discourse: Discourse, token: Token, number: int, noun: str) -> list[Actor]:
    """Returns the group of that many that the sentence joins, else the only one of the text so far.

    Leaders of whom none is named stand for their states.
    """
    if noun in PERSONS and not any(is_person(spot.actor) for spot in discourse.spots):
        noun = STATES[0]
    before = [s for s in discourse.spots if s.root.i < token.i and _is_one(s, noun)]
    own = joined([s for s in before if s.sentence == discourse.sentence_of[token.i]], number)
    found = {frozenset(a.actor_id for a in group): group for group in _groups(before)}
    fitting = [group for group in found.values() if len(group) == number]
    return own or (fitting[0] if len(fitting) == 1 else [])


def sides(spots: Sequence[Spot]) -> list[Actor]:
    """Returns the actors, the organs of a state that is named too counted with it."""
    actors = distinct(spots)
    states = {actor.country for actor in actors if actor.kind is ActorKind.STATE}
    return [actor for actor in actors if actor.kind not in _ORGANS or actor.country not in states]


def plainly_about(
    discourse: Discourse, fits: Callable[[Spot], bool], number: int, acting: set[str]
) -> list[Actor]:
    """Returns the actors that the document is about, where no other is named half as often.

    Organisations aside where they are too many: a state's quarrel is with a state.
    """
    named = [s.actor for s in discourse.spots if fits(s) and s.actor.actor_id not in acting]
    states = [actor for actor in named if actor.kind is not ActorKind.IGO]
    for actors in (named, states):
        counts = Counter(actor.actor_id for actor in actors)
        ranked = counts.most_common(number + 1)
        found = [next(a for a in actors if a.actor_id == key) for key, _ in ranked[:number]]
        clear = len(ranked) == number or (
            len(ranked) > number and ranked[number][1] * 2 <= ranked[number - 1][1]
        )
        mixed = len({actor.kind is ActorKind.IGO for actor in found}) > 1
        if clear and not mixed:
            return found
    return []
