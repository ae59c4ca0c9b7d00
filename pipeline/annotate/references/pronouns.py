"""Pronouns of the third person: he, she, it, they and their possessives.

Precision first: a pronoun is resolved only where a subject that fits it governs it, or where the
text before it leaves one candidate. The preferences (same clause, subjects, nearness) are those of
Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994); the weights are not
used, as doubt leaves a pronoun unresolved here.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import (
    COLLECTIVE,
    Discourse,
    Spot,
    distinct,
)
from pipeline.annotate.references.speakers import Quotation
from pipeline.records import Actor, ActorKind

_PERSONAL = frozenset("he she him his her hers himself herself".split())
_NEUTER = frozenset("it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
_MEANING = _PERSONAL | _NEUTER | _PLURAL
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
#: Verbs and nouns whose object is the one that the possessive after them means.
_HELPING = frozenset("support help assist back aid join encourage guide accompany".split())
_JUDGING = frozenset(
    "thank praise commend condemn criticise criticize blame congratulate punish sanction rebuke"
    " accuse reward fault chide slam denounce applaud salute honour honor censure fine mock scold"
    " admonish reprimand castigate upbraid".split()
)
#: What one pays or expresses to somebody for a deed of his.
_THANKS = frozenset("tribute homage gratitude thanks appreciation praise congratulations".split())
#: What only an organisation has.
_OF_CLUBS = frozenset("member secretariat charter secretary-general membership".split())
_TELLING = frozenset(
    "tell warn ask urge order press remind inform assure advise call push force persuade".split()
)
_NEAREST = 3
_FEMALE = frozenset("she her hers herself".split())
_FEMALE_TITLES = ("mrs", "ms", "queen", "princess", "chancellor angela", "baroness", "lady")
_MALE_TITLES = ("mr", "king", "prince", "sheikh", "ayatollah", "emir", "sultan", "pope", "mullah")
_FIRST_AND_SECOND = frozenset({"i", "we", "you"})
#: Where a reflexive pronoun is a party of its own and does not only stress a noun.
_ARGUMENTS = frozenset("object indirect_object oblique prepositional_object noun_modifier".split())
#: Verbs whose "it" means nothing ("it seems", "it remains").
_EMPTY = frozenset("seem appear happen turn rain remain take matter follow".split())


def pronoun_meaning(discourse: Discourse, token: Token, spoken: Sequence[Quotation]) -> list[Actor]:
    """Returns whom the token means if it is a pronoun of the third person and clear, else none.

    Example: in "Kenya closed its border" "its" is Kenya; in "Kenya and Uganda signed. They also
    agreed ..." "They" is both.
    """
    word = token.lower_
    if word not in _MEANING and grammar.relation(token) != "possessor":
        return []  # most words are no pronouns
    near = _judged(discourse, token) or _joined(discourse, token)
    if near is not None:
        return near
    if word.endswith(("self", "selves")) and grammar.relation(token) not in _ARGUMENTS:
        return []  # "the building itself"
    if word in _PERSONAL:
        return _personal(discourse, token, spoken)
    if word in _NEUTER and not _is_empty(token):
        return _club(discourse, token) or _neuter(discourse, token)
    return _plural(discourse, token) if word in _PLURAL else []


def _judged(discourse: Discourse, token: Token) -> list[Actor] | None:
    """Returns whom a possessive means as the one helped, thanked or blamed; None elsewhere.

    Example: "Kenya thanked Uganda for its help", "paid tribute to Uganda for its help" and "help
    Chad in its fight": the object, though a subject governs it. An object that is nobody, or of another number, leaves it open.
    """
    if grammar.relation(token) != "possessor" or token.lower_ not in _POSSESSIVES:
        return None
    noun = grammar.first_conjunct(token.head)
    prepositions = set(grammar.prepositions_of(noun))
    for verb in list(noun.ancestors)[:_NEAREST]:
        held = [item for item in _held(verb, prepositions) if item.i < token.i and item != noun]
        if held:
            return _fitting(discourse.named_by(held), held, token)
    return None


def _held(verb: Token, prepositions: Container[str]) -> list[Token]:
    """Returns the one helped, thanked or blamed for what the prepositions introduce."""
    lemma = verb.lemma_.lower()
    objects = grammar.objects(verb) if verb.pos_ == "VERB" else []
    about = any(word in prepositions for word in ("for", "over", "of"))
    thanks = [item for item in objects if item.lemma_.lower() in _THANKS]
    if about and thanks:
        return [item for head in (verb, *thanks) for item in grammar.obliques(head, "to")]
    if (lemma in _JUDGING and about) or (lemma in _HELPING and "in" in prepositions):
        return objects or grammar.obliques(verb, "for", "to", "of", "on")
    return []


def _joined(discourse: Discourse, token: Token) -> list[Actor] | None:
    """Returns whom a pronoun takes up in "X and its backers", "X and the threat it poses": X.

    In "X's ties with Y and its debts" it is X, too. None elsewhere.
    """
    noun = token.head
    if grammar.relation(token) == "subject" and grammar.relation(noun) == "relative_clause":
        noun = noun.head
    elif grammar.relation(token) != "possessor":
        return None
    if grammar.relation(noun) != "conjunct":
        return None
    first = grammar.first_conjunct(noun)
    spots = discourse.by_token.get(first.i) or discourse.named_by([first])
    return _fitting(spots, [first, *grammar.possessors(first)], token) or None


def _fitting(spots: Sequence[Spot], held: Sequence[Token], token: Token) -> list[Actor]:
    """Returns the actors that the possessive agrees with in number and kind."""
    found = distinct(spots)
    if not spots or (len(found) > 1 and token.lower_ != "their"):
        return []
    if token.lower_ in _PERSONAL:
        fits = all(spot.is_person for spot in spots)
    elif token.lower_ in _NEUTER:
        fits = all(not spot.is_person and not spot.is_plural for spot in spots)
    else:
        fits = (
            len(found) > 1
            or all(spot.is_plural or spot.actor.kind in COLLECTIVE for spot in spots)
            or any(item.tag_ == "NNS" for item in held)
        )
    return found if fits else []


def _personal(discourse: Discourse, token: Token, spoken: Sequence[Quotation]) -> list[Actor]:
    female = token.lower_ in _FEMALE
    barred = {
        item.speaker.actor_id
        for item in spoken
        if item.speaker is not None and item.start <= token.idx < item.end
    }

    def fits(spot: Spot) -> bool:
        return (
            spot.is_person
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
        return not spot.is_person and not spot.is_plural and not _is_speaker(spot)

    return _by_subject(discourse, token, fits, alone=True)


def _club(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the organisation that "its members" belong to, the only one near; else none."""
    if grammar.relation(token) != "possessor" or token.head.lemma_.lower() not in _OF_CLUBS:
        return []
    index = discourse.sentence_of[token.i]
    near = [*discourse.in_sentence(index - 1), *discourse.in_sentence(index, token.i)]
    found = distinct(s for s in near if s.actor.kind is ActorKind.IGO)
    return found if len(found) == 1 else []


def _plural(discourse: Discourse, token: Token) -> list[Actor]:
    def fits(spot: Spot) -> bool:
        many = spot.is_plural or spot.actor.kind in COLLECTIVE
        return many and not _is_speaker(spot)

    subjects = _subjects_for(discourse, token)
    several = _coordinated(discourse, subjects)
    if several:
        return several
    if not subjects:
        index = discourse.sentence_of[token.i]
        several = _coordinated(discourse, discourse.main_subjects(index - 1))
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
    if any(_differs(item, token) for item in subjects) or _has_two_owners(discourse, token):
        return []
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
    if (own and not here) or _has_rival(discourse, token, alone):
        return []  # "they handed it over", "although the plan pleased Chad it failed"
    if here:
        found = distinct(here)
        return found if len(found) == 1 else []
    before = discourse.spots_of(discourse.main_subjects(index - 1)) or []
    if len(before) == 1 and fits(before[0]) and not (alone and discourse.governing_subject(token)):
        return [before[0].actor]
    if not alone or discourse.governing_subject(token):
        only_one = distinct(spot for spot in discourse.in_sentence(index - 1) if fits(spot))
        return only_one if len(only_one) == 1 else []
    return []


def _is_speaker(spot: Spot) -> bool:
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
    families = (_PERSONAL, _NEUTER, _PLURAL)
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


def _coordinated(discourse: Discourse, subjects: Sequence[Token]) -> list[Actor]:
    """Returns the actors of a subject that consists of several and of nothing else."""
    spots = discourse.spots_of(subjects)
    return distinct(spots) if spots is not None and len(distinct(spots)) > 1 else []


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
