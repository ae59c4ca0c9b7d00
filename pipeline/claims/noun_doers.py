"""Who does what a noun names: from the verb, clause or phrase that carries the noun.

Example: "Iran held talks with Oman" at "talks". Here belongs grammar that starts at a noun; that of
verbs is `clauses.py`.
"""

from __future__ import annotations

from pipeline.annotate.grammar import (
    agents,
    children,
    is_passive,
    objects,
    obliques,
    prepositions_of,
    relation,
    subjects,
)
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import (
    carriers,
    carries_act,
    governing_verb,
    governor_of,
    is_carried,
)
from pipeline.claims.clauses import (
    ENABLING_VERBS,
    grammatical_subjects,
    logical_subjects,
)
from pipeline.rules.tables_load import word_list

#: Nouns of help: what follows "in" is done by whom it is given to.
_HELP = word_list("help_noun")

#: Who founds a body or brokers a deal does not do what is done in it ("a deal brokered by Chad").
_FOUNDING = frozenset(
    "establish create form broker mediate host arrange facilitate convene sponsor".split()
)

#: What one has with another before one speaks of it ("after talks with Chad, Niger said").
_TALKS = word_list("meeting_noun")

_AFTERWARDS = frozenset({"after", "following", "before", "ahead of"})

#: Prepositions before an occasion on which the clause takes place.
_OCCASIONS = frozenset({"during", "at", "after", "following", "in"})


def _helped(noun: Token) -> list[Token]:
    """Returns who is helped in what the noun names ("helped Chad in the fight": [Chad])."""
    if "in" not in prepositions_of(noun):
        return []
    above = governor_of(noun)
    if above.pos_ == "VERB":
        if above.lemma in ENABLING_VERBS:
            return objects(above)
        given = children(above, "object")
    else:
        given = [above]
    return [
        who
        for item in given
        if item.lemma in _HELP
        for who in obliques(item, "for", "to", "of")
        if who.i < noun.i
    ]


def holding_clauses(noun: Token) -> list[Token]:
    """Returns the verbs behind a noun that say who did it ("the talks that Chad held": [held]).

    Of "the strikes that Chad began to carry out" it is the last one.
    """
    behind = [
        verb
        for holder in carriers(noun)
        for verb in children(holder, "relative_clause", "adnominal_clause")
    ]
    behind += [inner for verb in behind for inner in children(verb, "open_complement")]
    return [
        verb for verb in behind if verb.i > noun.i and carries_act(verb) and not _is_founding(verb)
    ]


def _is_founding(verb: Token) -> bool:
    return verb.lemma in _FOUNDING and is_passive(verb)


def relative_doers(noun: Token) -> list[Token]:
    """Returns who does what a noun names, by the clause behind it ("talks Chad held": [Chad])."""
    for verb in holding_clauses(noun):
        doers = agents(verb) if is_passive(verb) else subjects(verb)
        if not doers and relation(verb) == "open_complement":
            doers = subjects(verb.head)
        if doers and all(doer.i > noun.i for doer in doers):
            return doers
    return []


def _is_held_before(noun: Token, top: Token) -> bool:
    """Says whether who acts had talks before ("after talks with Chad, Niger said")."""
    return noun.lemma in _TALKS and not _AFTERWARDS.isdisjoint(prepositions_of(top))


def noun_subjects(noun: Token) -> list[Token]:
    """Returns who does what a noun names, from the verb that carries it.

    Example: "Iran held talks with Oman" at "talks": [Iran]; "Oman, an ally of Iran" at "ally":
    [Oman]; "Iran is an ally" at "ally": [Iran].
    """
    own = subjects(noun) or relative_doers(noun)
    if own:
        return own
    top = carriers(noun)[-1]
    if relation(top) == "apposition":
        return [top.head]
    if relation(top) in {"open_complement", "attribute"}:
        return grammatical_subjects(top.head)
    helped = _helped(top)
    if helped:
        return helped
    carried = is_carried(top) or _is_held_before(noun, top)
    if carried and relation(top) in {"noun_modifier", "prepositional_object"}:
        above = governor_of(top)
        if above.pos_ in {"NOUN", "PROPN"}:
            return [above]
    verb = governing_verb(noun)
    if verb is None:
        return _said_to_do(top)
    if relation(top) in {"object", "passive_subject"} and carries_act(verb):
        return logical_subjects(verb)
    if carried and relation(top) in {"oblique", "prepositional_object"}:
        return logical_subjects(verb) or grammatical_subjects(verb)
    return []


#: Adjectives that say that their subject does what follows.
_DOING = frozenset(
    "involved engaged embroiled responsible guilty complicit instrumental active".split()
)


def _said_to_do(noun: Token) -> list[Token]:
    """Returns of whom an adjective says it ("Chad is responsible for the attack": [Chad])."""
    governor = noun.head
    if relation(noun) != "oblique" or governor.lemma not in _DOING:
        return []
    return subjects(governor) if is_carried(noun) or "of" in prepositions_of(noun) else []


#: Nouns that sum up what the clause before them tells, as its author calls it.
_SUMMING_UP = frozenset(
    "step move measure decision act action gesture policy practice ban order response reaction"
    " initiative announcement statement remark comment visit exercise deployment claim".split()
)


def doers_summed_up(noun: Token) -> list[Token]:
    """Returns who does what the noun sums up ("Chad left, a step that Mali regretted": Chad)."""
    if noun.lemma not in _SUMMING_UP or relation(noun) not in {"apposition", "parataxis"}:
        return []
    verb = next((item for item in noun.ancestors if item.pos_ == "VERB"), None)
    if verb is None or not any(item.lower_ in {"a", "an"} for item in children(noun, "determiner")):
        return []
    return logical_subjects(verb)


def subjects_at_event(noun: Token) -> list[Token]:
    """Returns who acts on an occasion that the noun names: they take part in it.

    Example: "Chad and Niger agreed to a truce during talks in Doha" at "talks": [Chad, Niger].
    """
    top = carriers(noun)[-1]
    if _OCCASIONS.isdisjoint(prepositions_of(top)):
        return []
    verb = next((word for word in top.ancestors if word.pos_ not in {"NOUN", "PROPN"}), None)
    return logical_subjects(verb) if verb is not None and verb.pos_ == "VERB" else []
