"""Forces that a text calls by what they serve: "government forces", "federal troops", "the army".

Here belongs whose they are where no name stands by: the state that the document is about. Forces
that were named before ("the Malian army ... the army") are `role_nouns`' own reading.
"""

from __future__ import annotations

from collections import Counter

from pipeline.annotate import grammar
from pipeline.annotate.actors.group_actors import armed_forces
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse
from pipeline.knowledge.store import Knowledge
from pipeline.records import Actor, ActorKind

_FORCES = frozenset("forces troops soldiers army military".split())
_SERVING = frozenset("government federal regime".split())
_ALONE = frozenset({"army", "military"})
_OF_STATES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY})

#: What the state that a text is about has of all mentions at least, and how often it is named.
_SHARE, _OFTEN = 0.5, 2


def serves_a_government(token: Token) -> bool:
    """Says whether the noun is one of forces by whom they serve ("government troops")."""
    if token.lower_ not in _FORCES:
        return False
    return any(item.lower_ in _SERVING for item in grammar.modifiers(token))


def is_the_army(token: Token) -> bool:
    """Says whether the noun means an army by no more than its article."""
    before = [item for item in token.lefts if grammar.relation(item) != "determiner"]
    return token.lower_ in _ALONE and not before and not grammar.obliques(token, "of")


def state_forces(discourse: Discourse, token: Token, knowledge: Knowledge) -> list[Actor]:
    """Returns the armed forces of the state that the document is about, where it is about one.

    Example: in a report on Mali "JNIM attacked government troops" is on the Malian Armed Forces.
    """
    country = _country_of_text(discourse)
    entry = knowledge.states.get(country) if country else None
    if entry is None or _tells_of_others(discourse, token, country):
        return []
    return [armed_forces(knowledge, entry)]


def _country_of_text(discourse: Discourse) -> str:
    """Returns the country of most states, bodies and places of the document, "" where none is."""
    named = [spot.actor.country for spot in discourse.spots if spot.actor.kind in _OF_STATES]
    counted = Counter(filter(None, [*named, *(item.place.country for item in discourse.places)]))
    if not counted:
        return ""
    (country, times), *others = counted.most_common(2)
    is_clear = times >= _OFTEN and times >= _SHARE * counted.total()
    return country if is_clear and all(times > other for _, other in others) else ""


def _tells_of_others(discourse: Discourse, token: Token, country: str) -> bool:
    """Says whether the sentence names other states alone before the noun."""
    before = discourse.in_sentence(discourse.sentence_of[token.i], token.i)
    named = {spot.actor.country for spot in before if spot.actor.kind in _OF_STATES} - {""}
    return bool(named) and country not in named
