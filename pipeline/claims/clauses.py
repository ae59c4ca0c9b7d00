"""Who does and who suffers what in a clause: voice, control, shared subjects, light verbs.

Here belongs logical grammar on top of the grammar door (`pipeline.annotate.grammar`): subjects that
a clause takes from another one, passives swapped, verbs that only carry a noun. Which actors the
tokens mean is `cast.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.annotate.grammar import (
    agents,
    antecedent,
    children,
    conjuncts,
    expand,
    is_passive,
    objects,
    obliques,
    prepositions_of,
    relation,
    subjects,
)
from pipeline.rules.tables_load import word_list

#: Verbs whose object does not become the subject of the infinitive ("promised Syria to leave").
SUBJECT_CONTROL = word_list("subject_control_verb")

#: Verbs that carry a noun which names the act: the noun's doer is their subject.
SUPPORT_VERBS = word_list("support_verb")

#: Verbs that only say that their subject exists, begins or goes on ("talks will take place").
EXISTENCE_VERBS = word_list("existence_verb")

#: Nouns that measure or contain the noun after "of" ("a series of meetings").
CONTAINERS = word_list("container_noun")

#: Prepositions by which a noun that names an act hangs on the verb of its doer ("in support of").
CARRYING_PREPOSITIONS = frozenset(
    {"in", "with", "by", "through", "into", "as", "under", "on", "to", "for", "during", "at"}
)


#: Prepositions after which a gerund is done by the object ("blamed Kenya for arming rebels").
_OBJECT_GERUND = frozenset({"for", "of", "from"})

#: Verbs whose object does what the infinitive says ("helped Chad to defend the border").
_ENABLING = word_list("enabling_verb")

#: Nouns of pressing and asking: the infinitive is done by whom they are put to.
_PRESSING = word_list("pressing_noun")

#: Clauses that may leave their subject to the clause above.
_SHARING = frozenset({"open_complement", "adverbial_clause", "complement_clause", "conjunct"})


def grammatical_subjects(verb: Token, *, depth: int = 4) -> list[Token]:
    """Returns the heads of the subject that the clause has or takes from another clause.

    Example: "Moscow sought to limit the groups" at "limit": [Moscow]; "forces controlling the town"
    at "controlling": [forces]. For an infinitive on a noun ("its ability to act") the noun itself
    is returned: whom it belongs to is looked up there.
    """
    own = subjects(verb)
    if own or depth == 0:
        return own
    place = relation(verb)
    head = verb.head
    if place == "conjunct":
        return grammatical_subjects(head, depth=depth - 1)
    if place == "open_complement":
        return _controller(head, depth)
    if place in {"adnominal_clause", "relative_clause", "adjective"}:
        return conjuncts(head) if head.pos_ in {"NOUN", "PROPN", "PRON"} else []
    if place == "adverbial_clause" and objects(head) and _is_done_by_object(verb, head):
        return objects(head)
    if place in {"adverbial_clause", "complement_clause"} or is_late_clause(verb):
        return grammatical_subjects(head, depth=depth - 1)
    if place == "prepositional_clause":
        return grammatical_subjects(head.head, depth=depth - 1)
    return []


def _is_done_by_object(verb: Token, governor: Token) -> bool:
    marks = {child.lower_ for child in children(verb, "marker", "preposition", "case")}
    return bool(marks & _OBJECT_GERUND) or ("to" in marks and governor.lemma_ in _ENABLING)


def is_late_clause(verb: Token) -> bool:
    """Says whether a parser took a complement for a clausal subject ("works to defeat them")."""
    return relation(verb) == "clausal_subject" and verb.i > verb.head.i


def complements(head: Token) -> list[Token]:
    """Returns the verbs that complete a verb, noun or adjective ("agreed to help", "ready to go").

    An infinitive that the parser hangs on the verb's object counts too ("allowed planes to land").
    """
    own = children(head, "open_complement", "complement_clause", "adnominal_clause")
    own += [verb for verb in children(head, "clausal_subject") if is_late_clause(verb)]
    if head.pos_ == "VERB":
        own += [
            verb
            for noun in objects(head)
            for verb in children(noun, "adnominal_clause")
            if verb.tag_ == "VB"
        ]
    return own


def _controller(governor: Token, depth: int) -> list[Token]:
    """Returns who does an infinitive: the governor's object, else its subject."""
    held = objects(governor)
    if held and governor.lemma_ not in SUBJECT_CONTROL:
        return held
    return grammatical_subjects(governor, depth=depth - 1)


def logical_subjects(verb: Token) -> list[Token]:
    """Returns who acts: the subject of an active verb, the by-phrase of a passive one."""
    if is_passive(verb):
        last = conjuncts(verb)[-1]
        return agents(verb) or (agents(last) if is_passive(last) else [])
    return grammatical_subjects(verb)


def subject_candidates(verb: Token, *, depth: int = 3) -> Iterator[list[Token]]:
    """Yields who may act, the nearest first.

    Where the nearest subject is a thing ("made efforts to support Kenya", "launched an operation
    aimed at restoring order"), whoever carries that thing acts.
    """
    if relation(verb) == "adnominal_clause" and verb.head.lemma_.lower() in _PRESSING:
        yield obliques(verb.head, "on", "to", "for")
    yield logical_subjects(verb)
    if depth == 0 or (is_passive(verb) and relation(verb) != "adnominal_clause"):
        return
    place = relation(verb)
    if place == "adnominal_clause" and verb.head.pos_ in {"NOUN", "PROPN"}:
        yield noun_subjects(verb.head)
        governor = governing_verb(verb.head)
        if governor is not None and relation(carriers(verb.head)[-1]) != "subject":
            yield from subject_candidates(governor, depth=depth - 1)
    elif (
        (place in _SHARING or is_late_clause(verb))
        and not subjects(verb)
        and verb.head.pos_ in {"VERB", "AUX", "ADJ"}
    ):
        yield from subject_candidates(verb.head, depth=depth - 1)


def logical_objects(verb: Token) -> list[Token]:
    """Returns whom the verb acts on: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return grammatical_subjects(verb)
    own = [item for item in children(verb, "object") if not children(item, "case")]
    own += [item for item in children(verb, "passive_subject") if item.i > verb.i]
    if own:
        return expand(antecedent(item) for item in own)
    if relation(verb) == "relative_clause" and subjects(verb):
        return conjuncts(verb.head) if not _has_relative_subject(verb) else []
    return _shared_object(verb)


def _has_relative_subject(verb: Token) -> bool:
    return any(item.i == verb.head.i for item in subjects(verb))


def _shared_object(verb: Token) -> list[Token]:
    """Returns the one object of coordinated verbs ("attacked and seized the town")."""
    for other in conjuncts(verb):
        if other.i > verb.i and relation(other) == "conjunct" and not subjects(other):
            own = children(other, "object")
            if own and other.i - verb.i <= 3:
                return expand(own)
    if relation(verb) == "conjunct" and verb.head.pos_ == "VERB":
        return [item for item in objects(verb.head) if item.i > verb.i]
    return []


def carriers(noun: Token) -> list[Token]:
    """Returns the noun and the nouns that only contain or measure it ("a series of meetings")."""
    found = [noun]
    while (
        relation(noun) in {"noun_modifier", "prepositional_object"}
        and prepositions_of(noun) == ["of"]
        and _governor(noun).lemma_ in CONTAINERS
        and len(found) < 4
    ):
        noun = _governor(noun)
        found.append(noun)
    return found


def _governor(noun: Token) -> Token:
    return noun.head.head if relation(noun) == "prepositional_object" else noun.head


def governing_verb(noun: Token) -> Token | None:
    """Returns the verb whose object, carried oblique or subject the noun is, else None."""
    top = carriers(noun)[-1]
    if relation(top) == "conjunct":
        top = top.head
    place = relation(top)
    if place in {"object", "passive_subject", "subject", "attribute"}:
        return top.head
    if place in {"oblique", "prepositional_object", "agent", "bare_oblique"}:
        head = _governor(top)
        return head if head.pos_ in {"VERB", "AUX"} else None
    return None


def noun_subjects(noun: Token) -> list[Token]:
    """Returns who does what a noun names, from the verb that carries it.

    Example: "Iran held talks with Oman" at "talks": [Iran]; "Oman, an ally of Iran" at "ally":
    [Oman]; "Iran is an ally" at "ally": [Iran].
    """
    own = subjects(noun)
    if own:
        return own
    top = carriers(noun)[-1]
    if relation(top) == "apposition":
        return [top.head]
    if relation(top) in {"open_complement", "attribute"}:
        return grammatical_subjects(top.head)
    carried = bool(CARRYING_PREPOSITIONS.intersection(prepositions_of(top)))
    if carried and relation(top) in {"noun_modifier", "prepositional_object"}:
        above = _governor(top)
        if above.pos_ in {"NOUN", "PROPN"}:
            return [above]
    verb = governing_verb(noun)
    if verb is None:
        return []
    if relation(top) in {"object", "passive_subject"} and verb.lemma_ in SUPPORT_VERBS:
        return logical_subjects(verb)
    if carried and relation(top) in {"oblique", "prepositional_object"}:
        return logical_subjects(verb) or grammatical_subjects(verb)
    return []
