"""Fighters and foes: "the militants", "these terrorists", "the enemy", "this barbaric group".

Here belongs which of the groups named such a phrase means. Where several are named, words that only
an enemy is called by mean the one that the text fights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.annotate import grammar
from pipeline.annotate.grammar import HYPHENS
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse, Spot, distinct, is_person
from pipeline.records import REFERRING, Actor, ActorKind

#: Nouns for armed people without a state.
ARMED = frozenset(
    "militants militant militia militias insurgents insurgency terrorists terrorist jihadists"
    " jihadist rebels rebellion guerrillas guerrilla separatists fighters gunmen mercenaries"
    " extremists islamists paramilitaries gangs gang cartel pirates".split()
)
FOES = frozenset("enemy enemies foe foes".split())
#: What makes a "group" or "organization" an armed one.
_VIOLENT = frozenset(
    "terrorist terror militant armed extremist jihadist islamist rebel insurgent guerrilla"
    " paramilitary separatist barbaric brutal murderous violent evil savage radical outlawed"
    " mercenary".split()
)
#: Words that no one uses for those whose side he takes.
_SCORNED = frozenset("terrorists terrorist extremists jihadists jihadist enemy enemies".split())
#: Words for those whom an army fights, where two groups are named.
_FOUGHT = frozenset("militants insurgents gunmen islamists insurgency".split())
_FIGHTING = frozenset(
    "defeat fight combat counter attack strike destroy eliminate degrade target bomb kill oust"
    " expel repel rout crush bombard shell battle confront hunt pursue raid neutralize neutralise"
    " dismantle dislodge eradicate liberate free clear recapture retake".split()
)
_MADE_OF = frozenset(
    "target position fighter militant terrorist stronghold camp hideout unit commander leader"
    " convoy depot base compound headquarters vehicle cell site bunker trench remnant".split()
)
_HOLDERS = frozenset("rebel insurgent militant jihadist separatist guerrilla terrorist".split())
_HELD = frozenset("held controlled occupied run".split())
_REACH = 3
#: So many letters make "insurgents" and "insurgency" one word.
_STEM = 6


def is_violent(token: Token) -> bool:
    """Says whether a word before the noun makes it an armed group ("this terrorist group")."""
    return any(item.lower_ in _VIOLENT for item in grammar.modifiers(token))


def fighters_meant(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the armed group that a definite noun for fighters means, where it is clear.

    Example: after "Boko Haram attacked Maiduguri." the words "the militants" are Boko Haram.
    """
    word = token.lower_

    def fits(spot: Spot) -> bool:
        return spot.actor.kind is ActorKind.ARMED_GROUP

    def alike(spot: Spot) -> bool:
        return fits(spot) and spot.root.lower_[:_STEM] == word[:_STEM] and not _refers(spot)

    barred = {s.actor.actor_id for s in _governing(discourse, token)}
    for wanted in (alike, fits):
        near = _near(discourse, token, wanted)
        if len(near) == 1:
            return near
        if len(near) > 1:
            hostile = _is_scorn(token) or word in _FOUGHT
            return _foe_among(discourse, near, barred) if hostile else []
    everyone = distinct(spot for spot in discourse.spots if fits(spot))
    if len(everyone) > 1 and _is_scorn(token):
        return _foe_among(discourse, everyone, barred)
    return everyone if len(everyone) == 1 else []


def targets_meant(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns whose the counted fighters are that somebody kills or takes ("killed 20 rebels")."""
    named = distinct(
        spot
        for spot in discourse.spots
        if spot.actor.kind is ActorKind.ARMED_GROUP
        and spot.root.lower_[:_STEM] == token.lower_[:_STEM]
        and not _refers(spot)
    )
    return named if len(named) == 1 else foe_meant(discourse, token)


def foe_meant(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns whom "the enemy" or "enemy fighters" means: the only one that the text fights.

    Example: after "Malian troops attacked JNIM." the words "enemy fighters" are JNIM's.
    """
    barred = {spot.actor.actor_id for spot in _governing(discourse, token)}
    found = [actor for actor in distinct(_fought(discourse)) if actor.actor_id not in barred]
    return found if len(found) == 1 else []


def is_foe_word(token: Token) -> bool:
    """Says whether the token is "the enemy" or stands for it before a noun ("enemy fire")."""
    if token.lower_ not in FOES or grammar.children(token, "possessor"):
        return False
    determiners = {item.lower_ for item in grammar.children(token, "determiner")}
    return grammar.relation(token) in {"compound", "adjective"} or "the" in determiners


def is_target(token: Token) -> bool:
    """Says whether unnamed fighters are those fought ("killed 20 militants")."""
    return (
        token.tag_ == "NNS"
        and bool(grammar.children(token, "number"))
        and grammar.relation(token) in {"object", "passive_subject"}
        and token.head.lemma_.lower() in _FIGHTING | {"capture", "arrest", "detain", "wound"}
        and not grammar.possessors(token)
    )


def is_holder(token: Token) -> bool:
    """Says whether the word tells who holds a town ("insurgent-held Karma")."""
    if token.lower_ not in _HOLDERS or token.i + 2 >= token.sent.end:
        return False
    return token.nbor(1).text in HYPHENS and token.nbor(2).lower_ in _HELD


def _is_scorn(token: Token) -> bool:
    return token.lower_ in _SCORNED or is_violent(token)


def _foe_among(discourse: Discourse, actors: list[Actor], barred: set[str]) -> list[Actor]:
    ids = {actor.actor_id for actor in distinct(_fought(discourse))} - barred
    found = [actor for actor in actors if actor.actor_id in ids]
    return found if len(found) == 1 else []


def _near(discourse: Discourse, token: Token, fits: Callable[[Spot], bool]) -> list[Actor]:
    """Returns the actors that fit in the nearest sentence that has one, from here back."""
    index = discourse.sentence_of[token.i]
    for back in range(_REACH + 1):
        spots = [
            spot
            for spot in discourse.in_sentence(index - back, None if back else token.i)
            if fits(spot)
        ]
        if spots:
            return distinct(spots)
    return []


def _governing(discourse: Discourse, token: Token) -> list[Spot]:
    found: list[Spot] = []
    for item in discourse.governing_subject(token):
        found += discourse.by_token.get(item.i, [])
    return found


def _refers(spot: Spot) -> bool:
    return spot.mention.basis in REFERRING


def _fought(discourse: Discourse) -> Iterator[Spot]:
    """Yields the mentions that stand where an opponent does: "struck X targets", "against X"."""
    for spot in discourse.spots:
        if is_person(spot.actor):
            continue
        noun = spot.root
        if grammar.relation(noun) in {"compound", "adjective", "possessor"}:
            noun = noun.head if noun.head.lemma_.lower() in _MADE_OF else noun
        verb = noun.head.lemma_.lower()
        against = {"against", "on"} & set(grammar.prepositions_of(noun))
        struck = grammar.relation(noun) in {"object", "passive_subject"} and verb in _FIGHTING
        if (
            struck
            or "against" in against
            or ("from" in grammar.prepositions_of(noun) and verb in _FIGHTING)
        ):
            yield spot
