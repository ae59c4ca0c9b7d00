"""Role nouns: "the minister", "the regime", "this terrorist group", "both sides".

Here belong definite noun phrases that mean an actor named elsewhere in the document: what each noun
may mean and which of the actors named it is. A noun that names its owner ("the government of
Chad", "Iran's military") is found with the actors.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.annotate import grammar
from pipeline.annotate.references.discourse import Discourse, Spot, distinct, is_person
from pipeline.knowledge.store import Knowledge
from pipeline.records import Actor, ActorBasis, ActorKind

_ARMED = frozenset(
    "militants militia militias insurgents insurgency terrorists terrorist jihadists rebels"
    " rebellion"
    " guerrillas separatists fighters gunmen mercenaries extremists".split()
)
_GROUPS = frozenset("group organization organisation movement network faction".split())
_KINDS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(_ARMED, frozenset({ActorKind.ARMED_GROUP})),
    **dict.fromkeys(
        ("group", "movement", "faction", "network"),
        frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.GROUP}),
    ),
    **dict.fromkeys(
        ("organization", "organisation"),
        frozenset({ActorKind.ARMED_GROUP, ActorKind.IGO, ActorKind.NGO, ActorKind.PARTY}),
    ),
    **dict.fromkeys(("bloc", "alliance", "union"), frozenset({ActorKind.IGO})),
    "party": frozenset({ActorKind.PARTY}),
    **dict.fromkeys(("company", "firm", "contractor"), frozenset({ActorKind.COMPANY})),
    **dict.fromkeys(("ministry", "agency", "department"), frozenset({ActorKind.GOVERNMENT})),
    **dict.fromkeys(("army", "military", "troops", "navy"), frozenset({ActorKind.MILITARY})),
}
_OFFICES = frozenset(
    "minister president premier chancellor secretary leader ambassador envoy general commander"
    " spokesman spokeswoman spokesperson king emir sultan prince chief negotiator diplomat pope"
    " colonel admiral senator governor cleric representative director".split()
)
_RULE = frozenset("regime government junta authorities administration".split())
_LANDS = frozenset("country nation kingdom emirate republic state island".split())
_KINGDOMS = frozenset("SAU JOR MAR BHR GBR THA KHM ESP NLD BEL SWE NOR DNK BTN LSO SWZ TON".split())
_EMIRATES = frozenset({"QAT", "KWT", "ARE"})
_ISLANDS = frozenset("TWN CYP MLT LKA CUB HTI JAM IRL GBR MDG ISL BHR".split())
_REFERRING = frozenset({ActorBasis.PRONOUN, ActorBasis.ROLE})
_DEFINITE = frozenset("the this that these those".split())


def role_meaning(discourse: Discourse, token: Token, knowledge: Knowledge) -> list[Actor]:
    """Returns whom a definite role noun means where that is clear, else none.

    Example: after "Al-Shabaab shelled the base." the words "the group" are Al-Shabaab.
    """
    word = token.lower_
    if word not in _OFFICES | _RULE | _LANDS | _KINDS.keys():
        return []
    if token.i in discourse.covered or not _is_open(token, discourse):
        return []
    if word in _OFFICES:
        return _officer(discourse, token)
    if word in _RULE:
        return _ruler(discourse, token, knowledge)
    return _land(discourse, token) if word in _LANDS else _of_kind(discourse, token, _KINDS[word])


def _is_open(token: Token, discourse: Discourse) -> bool:
    """Says whether the noun is definite and neither names its owner nor stands before a name."""
    determiners = {item.lower_ for item in grammar.children(token, "determiner")}
    if not determiners & _DEFINITE:
        return False
    if grammar.children(token, "possessor", "flat"):
        return False
    if any(item.i <= token.i + 3 for item in grammar.children(token, "apposition")):
        return False  # "the group, Hamas" names itself
    if any(item.i in discourse.covered for item in token.subtree if item.i < token.i):
        return False
    if any("of" in grammar.prepositions_of(item) for item in grammar.obliques(token, "of")):
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.pos_ == "PROPN" and after.text[:1].isupper():
        return False  # a name follows: "the general Haftar"
    return grammar.relation(token) != "compound"


def first_word(token: Token) -> Token:
    """Returns the first word of the phrase after its determiner."""
    words = [
        item
        for item in token.lefts
        if grammar.relation(item) in {"adjective", "compound", "number"}
    ]
    return min([*words, token], key=lambda item: item.i)


def _nearest(
    discourse: Discourse, token: Token, fits: Callable[[Spot], bool], reach: int
) -> list[Actor]:
    """Returns the one actor that fits in the nearest sentence that has one, from here back."""
    index = discourse.sentence_of[token.i]
    barred = {item.i for item in discourse.governing_subject(token)}
    for back in range(reach + 1):
        before = token.i if back == 0 else None
        spots = [
            spot
            for spot in discourse.in_sentence(index - back, before)
            if fits(spot) and not (back == 0 and spot.root.i in barred)
        ]
        if spots:
            actors = distinct(spots)
            if len(actors) == 1:
                return actors
            subjects = distinct(spot for spot in spots if spot.is_subject)
            return subjects if back and len(subjects) == 1 else []
    return []


def _of_kind(discourse: Discourse, token: Token, kinds: frozenset[ActorKind]) -> list[Actor]:
    word = token.lower_

    def fits(spot: Spot) -> bool:
        return spot.actor.kind in kinds and spot.root.lower_ != word

    found = _nearest(discourse, token, fits, reach=3)
    if found or word not in _ARMED | _GROUPS | {"bloc", "alliance"}:
        return found
    everyone = distinct(spot for spot in discourse.spots if fits(spot))
    return everyone if len(everyone) == 1 else []


def _officer(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the person of the document who was introduced with the title."""
    words = [item.lower_ for item in [*grammar.modifiers(token), token]]
    role = " ".join(words)

    def fits(spot: Spot) -> bool:
        return is_person(spot.actor) and _has_title(discourse, spot, role, token.lower_)

    found = _nearest(discourse, token, fits, reach=4)
    if found:
        return found
    everyone = distinct(spot for spot in discourse.spots if fits(spot))
    return everyone if len(everyone) == 1 else []


def _has_title(discourse: Discourse, spot: Spot, role: str, noun: str) -> bool:
    """Says whether the person stands anywhere in the document with the office's words.

    In the mention, right before it or in the apposition after it, up to the next mention.
    """
    named = [item for item in discourse.spots if item.mention.basis not in _REFERRING]
    for index, other in enumerate(named):
        if other.actor.actor_id != spot.actor.actor_id:
            continue
        evidence = other.mention.evidence
        start, end = max(0, evidence.start - 40), evidence.end + 60
        if index:
            start = max(start, named[index - 1].mention.evidence.end)
        if index + 1 < len(named):
            end = min(end, named[index + 1].mention.evidence.start)
        text = discourse.doc.text
        before = text[start : evidence.end].lower()
        after = text[evidence.end : end].lower()
        if role in before or (after.startswith(",") and role in after.split(",")[1]):
            return noun in before or noun in after
    return False


def _ruler(discourse: Discourse, token: Token, knowledge: Knowledge) -> list[Actor]:
    """Returns the state whose government or regime the text spoke of by that word."""
    word = token.lower_
    for words in ({word}, {"regime", "government", "junta"}):
        named = distinct(
            spot
            for spot in discourse.spots
            if spot.actor.kind in {ActorKind.STATE, ActorKind.GOVERNMENT}
            and words & set(spot.mention.evidence.text.lower().split())
        )
        if len(named) == 1:
            return named
        if named and word == "regime":
            return []

    def fits(spot: Spot) -> bool:
        return spot.actor.kind is ActorKind.STATE

    if word == "regime":
        rulers = distinct(spot for spot in discourse.spots if is_person(spot.actor))
        countries = {actor.country for actor in rulers if actor.country}
        state = knowledge.states.get(next(iter(countries))) if len(countries) == 1 else None
        return [state.actor] if state else []
    if grammar.relation(token) not in {"subject", "passive_subject", "object", "agent"}:
        return []
    return _nearest(discourse, token, fits, reach=1)


def _land(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the state that "the country" means where it acts and only one was named."""
    if grammar.relation(token) not in {"subject", "passive_subject", "possessor", "agent"}:
        return []
    word = token.lower_
    only_these = {"kingdom": _KINGDOMS, "emirate": _EMIRATES, "island": _ISLANDS}.get(word)

    def fits(spot: Spot) -> bool:
        state = spot.actor.kind is ActorKind.STATE
        return state and (only_these is None or spot.actor.country in only_these)

    return _nearest(discourse, token, fits, reach=1)
