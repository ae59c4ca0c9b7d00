"""Pronouns of the third person: he, she, it, they and their possessives.

Precision first: a pronoun is resolved only where a subject that fits it governs it, or where the
text before it leaves one candidate. The preferences (same clause, subjects, nearness) are those of
Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994); the weights are not
used, as doubt leaves a pronoun unresolved here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from pipeline.annotate import grammar
from pipeline.annotate.references.discourse import (
    COLLECTIVE,
    Discourse,
    Spot,
    distinct,
    is_body,
    is_person,
)
from pipeline.annotate.references.speakers import Quotation
from pipeline.records import Actor

_PERSONAL = frozenset("he she him his her hers himself herself".split())
_NEUTER = frozenset("it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
_FEMALE = frozenset("she her hers herself".split())
_FEMALE_TITLES = ("mrs", "ms", "queen", "princess", "chancellor angela", "baroness", "lady")
_MALE_TITLES = ("mr", "king", "prince", "sheikh", "ayatollah", "emir", "sultan", "pope", "mullah")
_FIRST_AND_SECOND = frozenset({"i", "we", "you"})
#: Verbs whose "it" means nothing ("it seems", "it remains").
_EMPTY = frozenset("seem appear happen turn rain remain take matter follow".split())


def pronoun_meaning(discourse: Discourse, token: Token, spoken: Sequence[Quotation]) -> list[Actor]:
    """Returns whom the token means if it is a pronoun of the third person and clear, else none.

    Example: in "Kenya closed its border" "its" is Kenya; in "Kenya and Uganda signed. They also
    agreed ..." "They" is both.
    """
    word = token.lower_
    if word in _PERSONAL:
        return _personal(discourse, token, spoken)
    if word in _NEUTER and not _is_empty(token):
        return _neuter(discourse, token)
    return _plural(discourse, token) if word in _PLURAL else []


def _personal(discourse: Discourse, token: Token, spoken: Sequence[Quotation]) -> list[Actor]:
    female = token.lower_ in _FEMALE
    barred = {
        item.speaker.actor_id
        for item in spoken
        if item.speaker is not None and item.start <= token.idx < item.end
    }

    def fits(spot: Spot) -> bool:
        return (
            is_person(spot.actor)
            and spot.actor.actor_id not in barred
            and _gender_fits(spot, female)
        )

    governing = discourse.spots_of(_subjects_for(discourse, token)) or []
    if len(governing) == 1 and fits(governing[0]):
        return [governing[0].actor]
    index = discourse.sentence_of[token.i]
    own = _own_subjects(discourse, token)
    here = [
        spot
        for spot in discourse.in_sentence(index, token.i)
        if fits(spot) and spot.root.i not in own
    ]
    if here:
        return _one_of(here)
    for back in (1, 2):
        before = [spot for spot in discourse.in_sentence(index - back) if fits(spot)]
        if before:
            return _one_of(before)
    everyone = distinct(spot for spot in discourse.spots if fits(spot) and spot.root.i < token.i)
    return everyone if len(everyone) == 1 else []


def _subjects_for(discourse: Discourse, token: Token) -> list[Token]:
    """Returns the subjects that the pronoun may take up.

    Not the speaker or hearer, and for an object not the subject of its own clause ("he told him").
    """
    own = _own_subjects(discourse, token)
    return [
        item
        for item in discourse.governing_subject(token)
        if item.lower_ not in _FIRST_AND_SECOND and item.i not in own
    ]


def _own_subjects(discourse: Discourse, token: Token) -> set[int]:
    """Returns the subjects that an object or oblique pronoun cannot mean."""
    if grammar.relation(token) in {"subject", "passive_subject", "possessor"}:
        return set()
    return {item.i for item in discourse.governing_subject(token)}


def _one_of(spots: Sequence[Spot]) -> list[Actor]:
    """Returns the one actor among the mentions, else the one that is a subject, else none."""
    actors = distinct(spots)
    if len(actors) == 1:
        return actors
    subjects = distinct(spot for spot in spots if spot.is_subject)
    return subjects if len(subjects) == 1 else []


def _gender_fits(spot: Spot, female: bool) -> bool:
    text = f"{spot.mention.evidence.text} {spot.actor.name}".lower()
    wrong = _MALE_TITLES if female else _FEMALE_TITLES
    return not any(text.startswith(title + end) for title in wrong for end in (" ", ". "))


def _neuter(discourse: Discourse, token: Token) -> list[Actor]:
    def fits(spot: Spot) -> bool:
        return is_body(spot.actor) and not spot.is_plural

    return _by_subject(discourse, token, fits, alone=True)


def _plural(discourse: Discourse, token: Token) -> list[Actor]:
    def fits(spot: Spot) -> bool:
        return spot.is_plural or spot.actor.kind in COLLECTIVE

    subjects = _subjects_for(discourse, token)
    several = _coordinated(discourse, subjects)
    if several:
        return several
    if not subjects:
        index = discourse.sentence_of[token.i]
        several = _coordinated(discourse, _main_subjects(discourse, index - 1))
        if several:
            return several
    return _by_subject(discourse, token, fits, alone=False)


def _by_subject(
    discourse: Discourse, token: Token, fits: Callable[[Spot], bool], *, alone: bool
) -> list[Actor]:
    """Returns the actor that is the subject around the token, else of the sentence before.

    Args:
        alone: the subject must be the actor itself and no other noun ("Iran's aversion ... it").
    """
    subjects = _subjects_for(discourse, token)
    if subjects:
        spots = discourse.spots_of(subjects)
        if spots is not None:
            return [spots[0].actor] if len(spots) == 1 and fits(spots[0]) else []
        if len(subjects) == 1 and grammar.relation(token) == "possessor":
            return _owner(discourse, subjects[0], fits)
        return []
    index = discourse.sentence_of[token.i]
    own = _own_subjects(discourse, token)
    here = [
        spot
        for spot in discourse.in_sentence(index, token.i)
        if fits(spot) and spot.root.i not in own
    ]
    if own and not here:
        return []  # "they handed it over": what was handed over is nobody
    if here:
        found = distinct(here)
        return found if len(found) == 1 else []
    before = discourse.spots_of(_main_subjects(discourse, index - 1)) or []
    if len(before) == 1 and fits(before[0]):
        return [before[0].actor]
    if not alone:
        only_one = distinct(spot for spot in discourse.in_sentence(index - 1) if fits(spot))
        return only_one if len(only_one) == 1 else []
    return []


def _owner(discourse: Discourse, subject: Token, fits: Callable[[Spot], bool]) -> list[Actor]:
    """Returns who owns the subject, for a possessive after it ("Iran's army moved its tanks")."""
    owners = discourse.spots_of(grammar.possessors(subject)) or []
    return [owners[0].actor] if len(owners) == 1 and fits(owners[0]) else []


def _coordinated(discourse: Discourse, subjects: Sequence[Token]) -> list[Actor]:
    """Returns the actors of a subject that consists of several and of nothing else."""
    spots = discourse.spots_of(subjects)
    return distinct(spots) if spots is not None and len(distinct(spots)) > 1 else []


def _main_subjects(discourse: Discourse, index: int) -> list[Token]:
    """Returns the subjects of the main clause of a sentence."""
    if index < 0:
        return []
    for number, sentence in enumerate(discourse.doc.sents):
        if number == index:
            return grammar.subjects(sentence.root)
    return []


def _is_empty(token: Token) -> bool:
    """Says whether "it" stands for nothing or for a clause ("it is unlikely that")."""
    relation = grammar.relation(token)
    if relation == "expletive":
        return True
    if token.lower_ != "it" or relation not in {"subject", "passive_subject"}:
        return False
    head = token.head
    if head.lemma_.lower() in _EMPTY:
        return True
    clausal = grammar.children(head, "clausal_subject", "complement_clause", "open_complement")
    copular = bool(grammar.children(head, "copula"))
    return copular and (head.pos_ == "ADJ" or bool(clausal)) and not _names(head)


def _names(head: Token) -> bool:
    return head.pos_ == "PROPN"
