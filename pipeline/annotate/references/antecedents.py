"""Where a pronoun's antecedent stands: the subject around it, else the subject before.

Here belongs the search that "it" and "they" share. What kind of actor each may mean is decided in
`pronouns`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse, Spot, distinct
from pipeline.records import Actor

PERSONAL = frozenset("he she him his her hers himself herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
_TELLING = frozenset(
    "tell warn ask urge order press remind inform assure advise call push force persuade".split()
)
_FIRST_AND_SECOND = frozenset({"i", "we", "you"})
_SUBJECTS = frozenset({"subject", "passive_subject"})
#: Nouns by which a text says that all of a body do something ("the members of the Council").
_MEMBERS = frozenset(
    "members representatives delegates leaders governments officials ministers troops soldiers"
    " peacekeepers forces fighters rebels militants commanders".split()
)
#: Who is named after these does not act alone: "together with Fiji, it".
_COMPANIONS = frozenset("with alongside like unlike besides against".split())


def by_subject(
    discourse: Discourse, token: Token, fits: Callable[[Spot], bool], *, alone: bool
) -> list[Actor]:
    """Returns the actor that is the subject around the token, else of the sentence before.

    Args:
        alone: the subject must be the actor itself and no other noun ("Iran's aversion ... it").
    """
    subjects = subjects_for(discourse, token)
    if any(_differs(item, token) for item in subjects) or _has_two_owners(discourse, token):
        return []
    if subjects:
        spots = discourse.spots_of(subjects)
        if spots is not None:
            return [spots[0].actor] if len(spots) == 1 and fits(spots[0]) else []
        if len(subjects) == 1 and grammar.relation(token) == "possessor":
            return _owner(discourse, subjects[0], fits)
        return []
    following = _subject_after(token)
    if following:
        spots = discourse.spots_of(following) or []
        return [spots[0].actor] if len(spots) == 1 and fits(spots[0]) else []
    here = _before_it(discourse, token, fits)
    own = own_subjects(discourse, token)
    if (own and not here) or _has_rival(discourse, token, alone):
        return []  # "they handed it over", "although the plan pleased Chad it failed"
    if here:
        found = distinct(here)
        return found if len(found) == 1 else []
    return _of_the_sentence_before(discourse, token, fits, alone=alone)


def _subject_after(token: Token) -> list[Token]:
    """Returns the subject that a possessive in an opening phrase goes before.

    Example: at "its" in "Under its constitution, Japan has no army": [Japan].
    """
    clause = grammar.clause_head(token)
    if grammar.relation(token) != "possessor" or clause.i < token.i:
        return []
    return [item for item in grammar.subjects(clause) if item.i > token.i + 1]


def _before_it(discourse: Discourse, token: Token, fits: Callable[[Spot], bool]) -> list[Spot]:
    """Returns the mentions before the pronoun in its sentence that it may take up.

    A "they" that acts takes up who acts, and no subject its companions ("along with Togo, it").
    """
    own = own_subjects(discourse, token)
    acts = grammar.relation(token) in _SUBJECTS
    many = token.lower_ in PLURAL
    return [
        spot
        for spot in discourse.in_sentence(discourse.sentence_of[token.i], token.i)
        if fits(spot)
        and spot.root.i not in own
        and not (acts and many and not spot.is_subject)
        and not (acts and _is_companion(spot))
    ]


def _is_companion(spot: Spot) -> bool:
    words = " ".join(grammar.prepositions_of(spot.root)).split()
    return not _COMPANIONS.isdisjoint(words)


def _of_the_sentence_before(
    discourse: Discourse, token: Token, fits: Callable[[Spot], bool], *, alone: bool
) -> list[Actor]:
    """Returns the subject of the sentence before; for "they" an object beside a single subject.

    Example: "Qatar hosted the rebels. They thanked it." In "The envoys praised the rebels. They"
        the envoys are meant, whom nobody knows.
    """
    nested = bool(discourse.governing_subject(token))
    index = discourse.sentence_of[token.i]
    subjects = discourse.main_subjects(index - 1)
    before = discourse.spots_of(subjects) or []
    if len(before) == 1 and fits(before[0]) and not (alone and nested):
        return [before[0].actor]
    if alone and not nested:
        return []
    objects = grammar.objects(discourse.sentences[index - 1].root) if index else []
    if alone:
        near = discourse.in_sentence(index - 1)
    elif len(before) == 1 and not before[0].is_plural:
        near = [spot for item in objects for spot in discourse.by_token.get(item.i, [])]
    else:
        near = []
    found = distinct(spot for spot in near if fits(spot))
    return found if len(found) == 1 else []


def main_subjects(discourse: Discourse, token: Token) -> list[Token]:
    """Returns the subjects of the main clause of the sentence before the pronoun's.

    None where the pronoun's own sentence has others that it may mean.
    """
    if _has_rival(discourse, token, alone=False):
        return []
    return discourse.main_subjects(discourse.sentence_of[token.i] - 1)


def members_of(discourse: Discourse, subjects: Sequence[Token]) -> list[Actor]:
    """Returns whose members the subject is ("the members of the Council", "Wagner fighters")."""
    if len(subjects) != 1 or subjects[0].lower_ not in _MEMBERS:
        return []
    owners = grammar.obliques(subjects[0], "of", "from")
    return distinct(discourse.spots_of(owners) or discourse.named_by(subjects))


def subjects_for(discourse: Discourse, token: Token) -> list[Token]:
    """Returns the subjects that the pronoun may take up.

    Not the speaker or hearer, and for an object not the subject of its own clause ("he told him").
    """
    own = own_subjects(discourse, token)
    return [
        item
        for item in discourse.governing_subject(token)
        if item.lower_ not in _FIRST_AND_SECOND and item.i not in own
    ]


def own_subjects(discourse: Discourse, token: Token) -> set[int]:
    """Returns the subjects that an object or oblique pronoun cannot mean."""
    if grammar.relation(token) in {"subject", "passive_subject", "possessor"}:
        return set()
    return {item.i for item in discourse.governing_subject(token)}


def is_speaker(spot: Spot) -> bool:
    """Says whether the mention is an "I", "we" or "you": nobody calls himself "it" or "they"."""
    return spot.root.lower_ in _FIRST_AND_SECOND or spot.root.lower_ in {"our", "us", "my", "your"}


def _has_rival(discourse: Discourse, token: Token, alone: bool) -> bool:
    """Says whether a noun that is nobody is a subject before the pronoun and may be meant."""
    tags = {"NN", "NNP"} if alone else {"NNS"}
    return any(
        item.tag_ in tags
        and item.i not in discourse.by_token
        and grammar.relation(item) in {"subject", "passive_subject"}
        for item in token.sent
        if item.i < token.i
    )


def _differs(subject: Token, token: Token) -> bool:
    """Says whether the subject is a pronoun of another number or kind ("they said it was")."""
    families = (PERSONAL, NEUTER, PLURAL)
    own = next((family for family in families if token.lower_ in family), frozenset())
    return any(subject.lower_ in family for family in families if family is not own)


def _has_two_owners(discourse: Discourse, token: Token) -> bool:
    """Says whether a possessive may mean the one that is told too ("told Chad to pay its bill")."""
    if grammar.relation(token) != "possessor":
        return False
    clause = grammar.clause_head(token)
    verb = clause.head
    if grammar.relation(clause) not in {"open_complement", "complement_clause"}:
        return False
    told = [item for item in grammar.objects(verb) if item.i in discourse.by_token]
    return bool(told) and told[0].i < clause.i and verb.lemma_.lower() in _TELLING


def _owner(discourse: Discourse, subject: Token, fits: Callable[[Spot], bool]) -> list[Actor]:
    """Returns who owns the subject, for a possessive after it ("Iran's army moved its tanks")."""
    owners = discourse.spots_of(grammar.possessors(subject)) or []
    return [owners[0].actor] if len(owners) == 1 and fits(owners[0]) else []
