"""Role nouns: "the minister", "the group", "the bloc", "the company".

Here belong definite noun phrases that mean an actor named elsewhere in the document: what each noun
may mean and which of the actors named it is. States are in `lands`, armed groups in `fighters`. A
noun that names its owner ("the government of Chad", "Iran's military") is found with the actors.
"""

from __future__ import annotations

from collections.abc import Container

from pipeline.annotate import grammar
from pipeline.annotate.actors.short_names import heads_of
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse, Spot, distinct, nearest
from pipeline.annotate.references.fighters import (
    ARMED,
    fighters_meant,
    foe_meant,
    is_foe_word,
    is_holder,
    is_target,
    is_violent,
    targets_meant,
)
from pipeline.annotate.references.lands import LANDS, REGIONS, RULE, land_meaning, ruler_meaning
from pipeline.annotate.references.state_forces import (
    is_the_army,
    serves_a_government,
    state_forces,
)
from pipeline.knowledge.store import Knowledge
from pipeline.records import REFERRING, Actor, ActorKind

_KINDS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(
        ("group", "movement", "faction", "network"),
        frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.GROUP}),
    ),
    **dict.fromkeys(
        ("organization", "organisation"),
        frozenset({ActorKind.ARMED_GROUP, ActorKind.IGO, ActorKind.NGO, ActorKind.PARTY}),
    ),
    **dict.fromkeys(("alliance", "union"), frozenset({ActorKind.IGO})),
    **dict.fromkeys(("bloc", "grouping"), frozenset({ActorKind.IGO, ActorKind.GROUP})),
    "party": frozenset({ActorKind.PARTY}),
    **dict.fromkeys(("company", "firm", "contractor"), frozenset({ActorKind.COMPANY})),
    **dict.fromkeys(
        ("army", "military", "troops", "forces", "soldiers"),
        frozenset({ActorKind.MILITARY}),
    ),
}
#: Nouns that mean a body in whose name they stand ("the council", "the bank").
_HEADS = frozenset(
    "ministry department agency bank court tribunal council commission committee community mission"
    " force coalition command corps fleet league forum union congress parliament senate assembly"
    " federation front authority embassy secretariat brigade company navy army".split()
)
#: What is no bloc of states, and no alliance, though states have founded it.
_NO_BLOC = frozenset(
    "united un court bank fund agency tribunal council criminal nato health trade office"
    " commission secretariat parliament".split()
)
_BLOCS = frozenset({"bloc", "grouping", "alliance"})
#: By these words of its names an alliance is one; NATO is the North Atlantic Alliance.
_ALLIED = frozenset("alliance pact axis treaty".split())
#: Before these a bloc or alliance needs no article ("alliance officials").
_SPOKESMEN = frozenset("official officials leader leaders diplomats commanders members".split())
#: What is no army, though it is of the military.
_NO_ARMY = frozenset("navy naval fleet coast air guard squadron".split())
#: Nouns that mean the one actor of their kind in the document, however far away it is named.
_LASTING = frozenset(
    "group organization organisation movement network faction bloc alliance grouping".split()
)
#: Names of many that no one calls a "group".
_NO_GROUP = frozenset("coalition community states alliance world opposition people".split())
_OFFICES = frozenset(
    "minister president premier chancellor secretary leader ambassador envoy general commander"
    " spokesman spokeswoman spokesperson king emir sultan prince chief negotiator diplomat pope"
    " colonel admiral senator governor cleric representative director".split()
)
#: All nouns that may mean an actor.
_MEANING = _OFFICES | RULE | LANDS.keys() | _KINDS.keys() | _HEADS | ARMED
_DEFINITE = frozenset("the this that these those".split())


def role_meaning(discourse: Discourse, token: Token, knowledge: Knowledge) -> list[Actor]:
    """Returns whom a definite role noun means where that is clear, else none.

    Example: after "Al-Shabaab shelled the base." the words "the group" are Al-Shabaab.
    """
    word = token.lower_
    if token.i in discourse.covered:
        return []
    if serves_a_government(token) and not _names_owner(token, discourse):
        return state_forces(discourse, token, knowledge)
    if is_foe_word(token):
        return foe_meant(discourse, token)
    if is_holder(token):
        return fighters_meant(discourse, token)
    if word in ARMED and is_target(token) and not _is_open(token, discourse):
        return [] if _names_owner(token, discourse) else targets_meant(discourse, token)
    if word in _SPOKESMEN and (body := _body_before(token)) is not None:
        return _of_kind(discourse, body)
    if word not in _MEANING or not _is_open(token, discourse):
        return []
    return _of_word(discourse, token, knowledge)


def _of_word(discourse: Discourse, token: Token, knowledge: Knowledge) -> list[Actor]:
    """Returns whom an open noun means, by the list that it is in."""
    word = token.lower_
    is_force = ActorKind.MILITARY in _KINDS.get(word, ())  # "the armed forces" are an army
    if word in ARMED or (word in _KINDS and is_violent(token) and not is_force):
        return fighters_meant(discourse, token)
    if word in _OFFICES:
        return _officer(discourse, token)
    if word in RULE:
        return ruler_meaning(discourse, token, knowledge)
    if word in LANDS:
        return land_meaning(discourse, token)
    found = _of_head(discourse, token) or _of_kind(discourse, token)
    if not found and is_the_army(token):
        return state_forces(discourse, token, knowledge)
    return found


def _is_open(token: Token, discourse: Discourse) -> bool:
    """Says whether the noun is definite and neither names its owner nor stands before a name."""
    determiners = {item.lower_ for item in grammar.children(token, "determiner")}
    if not determiners & _DEFINITE or _names_owner(token, discourse):
        return False
    shared = [item for other in grammar.conjuncts(token) for item in grammar.obliques(other, "of")]
    if any("of" in grammar.prepositions_of(item) for item in shared):
        return False  # "the government and people of Chad"
    return grammar.relation(token) != "compound"


def _names_owner(token: Token, discourse: Discourse) -> bool:
    """Says whether the phrase names whose it is, or itself ("the group, Hamas")."""
    if grammar.children(token, "possessor", "flat"):
        return True
    if any(item.i <= token.i + 3 for item in grammar.children(token, "apposition")):
        return True
    before = [item for item in token.subtree if item.i < token.i]
    if any(item.i in discourse.covered and item.lower_ not in REGIONS for item in before):
        return True
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()


def first_word(token: Token) -> Token:
    """Returns the first word of the phrase after its determiner."""
    words = [
        item
        for item in token.lefts
        if grammar.relation(item) in {"adjective", "compound", "number"}
    ]
    return min([*words, token], key=lambda item: item.i)


def _body_before(token: Token) -> Token | None:
    """Returns the "alliance" of "alliance officials", None elsewhere."""
    before = [item for item in grammar.modifiers(token) if item.lower_ in _BLOCS]
    return before[0] if before else None


def _of_head(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the body near by in whose name the noun stands ("the bank": the World Bank)."""
    word = token.lower_
    if word not in _HEADS or grammar.modifiers(token) or grammar.obliques(token, "of", "for"):
        return []  # "the city council", "the court of appeal"

    def fits(spot: Spot) -> bool:
        if spot.actor.kind in {ActorKind.STATE, ActorKind.PERSON}:
            return False
        heads = heads_of(spot.actor, spot.mention.evidence.text)
        return any(head.lower() == word for head in heads)

    return nearest(discourse, token, fits, reach=3)


def _of_kind(discourse: Discourse, token: Token) -> list[Actor]:
    word = token.lower_

    def fits(spot: Spot) -> bool:
        if spot.actor.kind not in _KINDS.get(word, ()):
            return False
        if word in _BLOCS:
            return _is_bloc(spot.actor, word)
        if spot.actor.kind is ActorKind.MILITARY:
            return _is_army(spot.actor, own)
        return not _NO_GROUP & set(spot.actor.name.lower().split())

    own = _countries_before(discourse, token)
    found = nearest(discourse, token, fits, reach=3)
    if found or word not in _LASTING:
        return found
    named = [s for s in discourse.spots if fits(s) and (word not in _BLOCS or s.root.i < token.i)]
    return distinct(named) if len(distinct(named)) == 1 else []


def _countries_before(discourse: Discourse, token: Token) -> set[str]:
    """Returns the countries of those whom the sentence names before the noun."""
    before = discourse.in_sentence(discourse.sentence_of[token.i], token.i)
    return {spot.actor.country for spot in before} - {""}


def _is_army(actor: Actor, own: Container[str]) -> bool:
    """Says whether it is an army, and of whom the sentence names ("Serbia will send the army")."""
    if _NO_ARMY & set(actor.name.lower().split()):
        return False
    return not own or actor.country in own


def _is_bloc(actor: Actor, word: str) -> bool:
    """Says whether an organisation is a bloc or, for that word, an alliance."""
    words = {part for name in (actor.name, *actor.aliases) for part in name.lower().split()}
    if word == "alliance":
        return bool(words & _ALLIED)
    if actor.kind is ActorKind.GROUP:  # states that call themselves by a word: BRICS, the Quad
        return not actor.country and len(actor.name.split()) == 1
    return not words & _NO_BLOC


def _officer(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the person of the document who was introduced with the title."""
    role = " ".join(item.lower_ for item in [*grammar.modifiers(token), token])

    def named_so(spot: Spot) -> bool:
        text = spot.mention.evidence.text.lower().replace("-", " ")
        return spot.is_person and f" {role} " in f" {text} "

    def introduced(spot: Spot) -> bool:
        return spot.is_person and _has_title(discourse, spot, role, token.lower_)

    titled = {spot.actor.actor_id for spot in discourse.spots if named_so(spot)}

    def fits(spot: Spot) -> bool:
        return spot.actor.actor_id in titled if titled else introduced(spot)

    found = nearest(discourse, token, fits, reach=4)
    if found:
        return found
    everyone = distinct(spot for spot in discourse.spots if fits(spot))
    return everyone if len(everyone) == 1 else []


def _has_title(discourse: Discourse, spot: Spot, role: str, noun: str) -> bool:
    """Says whether the person stands anywhere in the document with the office's words.

    In the mention, right before it or in the apposition after it, up to the next mention.
    """
    named = [item for item in discourse.spots if item.mention.basis not in REFERRING]
    for index, other in enumerate(named):
        if other.actor.actor_id != spot.actor.actor_id:
            continue
        evidence = other.mention.evidence
        start, end = max(0, evidence.start - 40), evidence.end + 60
        if index:
            start = max(start, named[index - 1].mention.evidence.end)
        if index + 1 < len(named):
            end = min(end, named[index + 1].mention.evidence.start)
        text = discourse.text
        before = f" {text[start : evidence.end].lower()} "
        after = text[evidence.end : end].lower()
        if f" {role} " in before or (after.startswith(",") and role in after.split(",")[1]):
            return noun in before or noun in after
    return False
