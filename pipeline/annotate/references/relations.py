"""Relations told without their members: "the dispute centers on", "bilateral ties", "these talks".

Here belongs who stands in a relation that the sentence names only by its noun: the two of whom the
sentences before speak, or of whom the whole document plainly does.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.annotate import grammar
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse, Spot, distinct
from pipeline.annotate.references.numbers import plainly_about, sides
from pipeline.records import Actor, ActorKind

#: Nouns that join two sides. "the war" and "the agreement" are too often those of others.
_RELATIONS = frozenset(
    "relationship relation relations ties dispute partnership rivalry disagreement"
    " disagreements tensions cooperation friction differences standoff feud rift confrontation"
    " rapprochement entente talks negotiations ceasefire cease-fire truce".split()
)
_OF_FIGHTERS = frozenset("ceasefire cease-fire truce standoff confrontation feud".split())
#: Verbs that a parser takes for the noun of a compound ("the dispute centers on fish").
_LIKE_NOUNS = frozenset("centers centres stems dates concerns rests hinges persists".split())
#: Relations that need no article, alone or with one of these words ("Talks resumed in May").
_BARE = frozenset("relations ties talks negotiations cooperation tensions".split())
_PLAIN = frozenset(
    "diplomatic trade military security economic political defence defense peace border strategic"
    " close closer warmer renewed fresh direct indirect official formal".split()
)
_SHARED = frozenset("bilateral mutual two-way".split())
#: What a dispute is about is no party to it.
_ABOUT = frozenset("over about on in near around regarding concerning as of".split())
_DEFINITE = frozenset("the these this both".split())


def relation_members(
    discourse: Discourse, token: Token, speaker: Actor | None = None
) -> list[Actor]:
    """Returns the two that stand in the relation the noun names, none where it is not clear.

    Example: after "Greece and Turkey traded warnings." the words "the dispute" join the two.

    Args:
        speaker: whose statement the text is; he speaks of others' relations, not of his own.
    """
    if token.lower_ not in _RELATIONS or token.i in discourse.covered:
        return []
    if not _is_open(discourse, token):
        return []
    index = discourse.sentence_of[token.i]

    def may_be_member(spot: Spot) -> bool:
        return _may_be_member(spot, token.lower_)

    def others(spot: Spot) -> bool:
        return may_be_member(spot) and spot.actor != speaker

    own = [
        spot
        for spot in discourse.in_sentence(index)
        if may_be_member(spot) and not _ABOUT & set(grammar.prepositions_of(spot.root))
    ]
    if len(sides(own)) > 1:
        return []  # the sentence names the members, or others than them
    for back in (1, 2):
        before = [spot for spot in discourse.in_sentence(index - back) if may_be_member(spot)]
        found = sides(before)
        if len(found) == 2:
            return _with(own, found)
        if len(found) > 2:
            break
    return _with(own, _last_joined(discourse, token) or _about(discourse, others))


def first_of(token: Token) -> Token:
    """Returns the first word of the evidence: "bilateral" where it stands, else the noun."""
    shared = [item for item in grammar.modifiers(token) if item.lower_ in _SHARED]
    return shared[0] if shared else token


def _last_joined(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the two that the text last joined by "between", persons aside."""
    groups: dict[int, list[Spot]] = {}
    for spot in discourse.spots:
        if spot.root.i < token.i and "between" in grammar.prepositions_of(spot.root):
            groups.setdefault(grammar.first_conjunct(spot.root).i, []).append(spot)
    if not groups:
        return []
    members = distinct(s for s in groups[max(groups)] if s.actor.kind is not ActorKind.PERSON)
    return members if len(members) == 2 else []


def _about(discourse: Discourse, fits: Callable[[Spot], bool]) -> list[Actor]:
    """Returns the two that the document is about; a state and its own army are no two sides."""
    found = plainly_about(discourse, fits, 2, set())
    countries = {actor.country or actor.actor_id for actor in found}
    return found if len(countries) == 2 else []


def _with(own: list[Spot], found: list[Actor]) -> list[Actor]:
    """Returns the two, none where the sentence speaks of somebody else."""
    ids = {actor.actor_id for actor in found}
    return found if all(spot.actor.actor_id in ids for spot in own) else []


def _may_be_member(spot: Spot, noun: str) -> bool:
    """Says whether the actor may stand in the relation; armed groups have truces, not ties."""
    if spot.actor.kind is ActorKind.ARMED_GROUP:
        return noun in _OF_FIGHTERS
    return spot.actor.kind not in {ActorKind.PERSON, ActorKind.MEDIA, ActorKind.GOVERNMENT}


def _is_open(discourse: Discourse, token: Token) -> bool:
    """Says whether the noun is definite, or bilateral, and names none of its members."""
    if any(item.i in discourse.covered for item in token.subtree if item.i < token.i + 3):
        return False
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if (
        after in {"with", "between", "among"}
        or grammar.children(token, "possessor")
        or grammar.obliques(token, "between", "among", "with")
    ):
        return False
    words = {item.lower_ for item in grammar.modifiers(token)}
    if token.lower_ in _BARE and words <= _PLAIN and not grammar.children(token, "determiner"):
        return grammar.relation(token) in {"subject", "passive_subject"}
    misread = grammar.relation(token) == "compound" and token.head.lower_ in _LIKE_NOUNS
    holders = (token, token.head) if misread else (token,)
    determiners = {d.lower_ for item in holders for d in grammar.children(item, "determiner")}
    return bool(words & _SHARED) or bool(determiners & _DEFINITE)
