"""Who may act by a verb, the nearest first: its own subject, then whoever carries what it hangs on.

Here belongs the order in which readings are tried; each reading is `clauses.py` or `noun_doers.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.grammar import (
    children,
    conjuncts,
    is_passive,
    prepositions_of,
    relation,
    subjects,
)
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import (
    carriers,
    governing_verb,
)
from pipeline.claims.clauses import (
    logical_subjects,
)
from pipeline.claims.infinitives import is_late_clause, place_of, pressed
from pipeline.claims.noun_doers import noun_subjects
from pipeline.rules.tables_load import word_list

#: Verbs of judging and telling: who judges a plan is not who carries it out.
_JUDGING = word_list("judging_verb")

#: Prepositions before what the subject of the verb only reacts to ("quarrelled over a plan").
_APART = frozenset({"over", "about", "after", "before", "against", "despite", "amid", "following"})

#: Clauses that may leave their subject to the clause above.
_SHARING = frozenset({"open_complement", "adverbial_clause", "complement_clause", "conjunct"})


def subject_candidates(verb: Token, *, depth: int = 3) -> Iterator[list[Token]]:
    """Yields who may act, the nearest first.

    Where the nearest subject is a thing ("made efforts to support Kenya", "launched an operation
    aimed at restoring order"), whoever carries that thing acts.
    """
    if relation(verb) == "adnominal_clause":
        yield pressed(verb.head)
    yield logical_subjects(verb)
    if depth == 0 or (is_passive(verb) and relation(verb) != "adnominal_clause"):
        return
    place = place_of(verb)
    if place == "relative_clause":
        yield _named_by_predicate(verb.head)
        yield _before_pronoun(verb)
    if place == "adnominal_clause" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        yield noun_subjects(verb.head)
        governor = governing_verb(verb.head)
        if governor is not None and _may_do(governor, verb.head):
            yield from subject_candidates(governor, depth=depth - 1)
    elif (
        (place in _SHARING or is_late_clause(verb))
        and not subjects(verb)
        and verb.head.pos_ in {"VERB", "AUX", "ADJ"}
    ):
        yield from subject_candidates(verb.head, depth=depth - 1)
        if place == "conjunct" and relation(verb.head) == "relative_clause":
            yield from _beyond_clause(verb.head)


def _before_pronoun(verb: Token) -> list[Token]:
    """Returns the name right before the pronoun of a clause that a parser hung on another noun.

    Example: "ties between Paris and Baku, which expelled the envoy," at "expelled": [Baku].
    """
    opener = next((word for word in verb.subtree if word.pos_ != "PUNCT"), verb)
    before = opener.nbor(-1) if opener.i > verb.sent.start else opener
    if before.text == "," and before.i > verb.sent.start:
        before = before.nbor(-1)
    is_other = before.i != verb.head.i and before.pos_ == "PROPN"
    return [before] if is_other and opener.tag_ == "WDT" else []


def _beyond_clause(verb: Token) -> Iterator[list[Token]]:
    """Yields the subjects of the clause around a relative clause that a thing is subject of.

    Example: "Chad cut the road that led south and accused Niger" with "accused" beside "led".
    """
    around = next((word for word in verb.head.ancestors if word.pos_ == "VERB"), None)
    if around is not None:
        yield logical_subjects(around)


def _may_do(governor: Token, noun: Token) -> bool:
    """Says whether the subject of the verb may do what its noun holds.

    "Made a plan to attack", never "criticised a plan to attack" or "quarrelled over a plan to".
    """
    top = carriers(noun)[-1]
    if relation(top) == "subject":
        return False
    if not _APART.isdisjoint(prepositions_of(top)):
        return False
    return governor.lemma not in _JUDGING


def _named_by_predicate(noun: Token) -> list[Token]:
    """Returns who the subject is said to be ("the state that attacked Chad was Niger": [Niger])."""
    predicate = noun.head
    if children(noun, "copula"):
        return subjects(noun)  # "Chad was the only state that attacked"
    is_named = relation(noun) == "subject" and predicate.pos_ == "PROPN"
    return conjuncts(predicate) if is_named and children(predicate, "copula") else []
