"""Pronouns of the third person: he, she, it, they and their possessives.

Precision first: a pronoun is resolved only where a subject that fits it governs it, or where the
text before it leaves one candidate. The preferences (same clause, subjects, nearness) are those of
Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994); the weights are not
used, as doubt leaves a pronoun unresolved here.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.parse import Token
from pipeline.annotate.references.antecedents import (
    NEUTER,
    PERSONAL,
    PLURAL,
    by_subject,
    is_speaker,
    main_subjects,
    members_of,
    own_subjects,
    subjects_for,
)
from pipeline.annotate.references.discourse import COLLECTIVE, Discourse, Spot, distinct
from pipeline.annotate.references.speakers import Quotation
from pipeline.records import Actor, ActorKind

_MEANING = PERSONAL | NEUTER | PLURAL
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
#: Verbs and nouns whose object is the one that the possessive after them means.
_HELPING = frozenset(
    "support help assist back aid join encourage guide accompany side stand sympathise".split()
)
_JUDGING = frozenset(
    "thank praise commend condemn criticise criticize blame congratulate punish sanction rebuke"
    " accuse reward fault chide slam denounce applaud salute honour honor censure fine mock scold"
    " admonish reprimand castigate upbraid".split()
)
#: What one pays or expresses to somebody for a deed of his.
_THANKS = frozenset("tribute homage gratitude thanks appreciation praise congratulations".split())
#: What only an organisation has.
_OF_CLUBS = frozenset("member secretariat charter secretary-general membership".split())
_NEAREST = 3
_FEMALE = frozenset("she her hers herself".split())
_FEMALE_TITLES = ("mrs", "ms", "queen", "princess", "chancellor angela", "baroness", "lady")
_MALE_TITLES = ("mr", "king", "prince", "sheikh", "ayatollah", "emir", "sultan", "pope", "mullah")
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
    near = _judged(discourse, token)
    near = _joined(discourse, token) if near is None else near
    if near is not None:
        return near
    if word.endswith(("self", "selves")) and grammar.relation(token) not in _ARGUMENTS:
        return []  # "the building itself"
    if word in PERSONAL:
        return _personal(discourse, token, spoken)
    if word in NEUTER and not _is_empty(token):
        return _club(discourse, token) or _neuter(discourse, token)
    return _plural(discourse, token) if word in PLURAL else []


def _judged(discourse: Discourse, token: Token) -> list[Actor] | None:
    """Returns whom a pronoun means as the one helped, thanked or blamed; None elsewhere.

    Example: "Kenya thanked Uganda for its help", "paid tribute to Uganda for its help" and "help
    Chad in its fight": the object, though a subject governs it; so in "for the help that it gave".
    An object that is nobody, or of another number, leaves it open.
    """
    noun = _deed(token)
    if noun is None:
        return None
    prepositions = set(grammar.prepositions_of(noun))
    for verb in list(noun.ancestors)[:_NEAREST]:
        held = [item for item in _held(verb, prepositions) if item.i < token.i and item != noun]
        if held:
            return _fitting(discourse.named_by(held), held, token)
    return None


def _deed(token: Token) -> Token | None:
    """Returns the noun of what the pronoun's possessor or subject did ("the help that it gave")."""
    if grammar.relation(token) == "possessor" and token.lower_ in _POSSESSIVES:
        return grammar.first_conjunct(token.head)
    clause = token.head
    acts = grammar.relation(token) == "subject" and token.lower_ in NEUTER | PLURAL
    return clause.head if acts and grammar.relation(clause) == "relative_clause" else None


def _held(verb: Token, prepositions: Container[str]) -> list[Token]:
    """Returns the one helped, thanked or blamed for what the prepositions introduce."""
    lemma = verb.lemma_.lower()
    objects = grammar.objects(verb) if verb.pos_ == "VERB" else []
    about = any(word in prepositions for word in ("for", "over", "of"))
    thanks = [item for item in objects if item.lemma_.lower() in _THANKS]
    if about and thanks:
        return [item for head in (verb, *thanks) for item in grammar.obliques(head, "to")]
    if (lemma in _JUDGING and about) or (lemma in _HELPING and "in" in prepositions):
        return objects or grammar.obliques(verb, "for", "to", "of", "on", "with")
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
    if token.lower_ in PERSONAL:
        fits = all(spot.is_person for spot in spots)
    elif token.lower_ in NEUTER:
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
        return spot.is_person and spot.actor.actor_id not in barred and _gender_fits(spot, female)

    governing = discourse.spots_of(subjects_for(discourse, token)) or []
    if len(governing) == 1 and fits(governing[0]):
        return [governing[0].actor]
    index = discourse.sentence_of[token.i]
    own = own_subjects(discourse, token)
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
        alone = not spot.is_plural and grammar.relation(spot.root) != "adjective"
        return alone and not spot.is_person and not is_speaker(spot)

    return by_subject(discourse, token, fits, alone=True)


def _club(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the organisation that "its members" belong to, the only one near; else none."""
    if grammar.relation(token) != "possessor" or token.head.lemma_.lower() not in _OF_CLUBS:
        return []
    index = discourse.sentence_of[token.i]
    near = [*discourse.in_sentence(index - 1), *discourse.in_sentence(index, token.i)]
    found = distinct(s for s in near if s.actor.kind is ActorKind.IGO)
    return found if len(found) == 1 else []


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


def _plural(discourse: Discourse, token: Token) -> list[Actor]:
    def fits(spot: Spot) -> bool:
        many = spot.is_plural or spot.actor.kind in COLLECTIVE
        return many and not is_speaker(spot)

    subjects = subjects_for(discourse, token) or main_subjects(discourse, token)
    found = _coordinated(discourse, subjects) or members_of(discourse, subjects)
    found = found or by_subject(discourse, token, fits, alone=False)
    acting = [s for i in own_subjects(discourse, token) for s in discourse.by_token.get(i, [])]
    return [] if set(found) & set(distinct(acting)) else found  # "they urged Iran to free them"


def _coordinated(discourse: Discourse, subjects: Sequence[Token]) -> list[Actor]:
    """Returns the actors of a subject that consists of several and of nothing else."""
    spots = discourse.spots_of(subjects)
    return distinct(spots) if spots is not None and len(distinct(spots)) > 1 else []
