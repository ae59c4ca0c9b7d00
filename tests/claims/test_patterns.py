"""Dependency patterns: the same words under the labels of two parsers, and what does not fit."""

from __future__ import annotations

import pytest

from pipeline.claims.assemble import extract_claims
from pipeline.claims.explain import explain_document
from pipeline.claims.patterns import match_pattern, missing_node
from pipeline.claims.triggers import find_triggers
from pipeline.records import EventType
from pipeline.rules.patterns import PatternNode, anchor_of
from pipeline.rules.schema import Trigger
from tests.claims.built import built, rule, rule_set, verb
from tests.support.docs import build_doc, texts

UNIVERSAL = """
    Ghana Ghana PROPN NNP 2 nsubj
    laid lay VERB VBD 2 ROOT
    heavy heavy ADJ JJ 4 amod
    hands hand NOUN NNS 2 obj
    on on ADP IN 7 case
    the the DET DT 7 det
    wealth wealth NOUN NN 2 obl
    of of ADP IN 9 case
    Togo Togo PROPN NNP 7 nmod
"""

CLEARNLP = """
    Ghana Ghana PROPN NNP 2 nsubj
    laid lay VERB VBD 2 ROOT
    heavy heavy ADJ JJ 4 amod
    hands hand NOUN NNS 2 dobj
    on on ADP IN 2 prep
    the the DET DT 7 det
    wealth wealth NOUN NN 5 pobj
    of of ADP IN 7 prep
    Togo Togo PROPN NNP 8 pobj
"""

PASSIVE = """
    Heavy heavy ADJ JJ 2 amod
    hands hand NOUN NNS 4 nsubj:pass
    were be AUX VBD 4 aux:pass
    laid lay VERB VBN 4 ROOT
    on on ADP IN 6 case
    wealth wealth NOUN NN 4 obl
"""

LAY = PatternNode(id="lay", lemmas=("lay", "put"), pos=("VERB",))
HAND = PatternNode(
    id="hand", of=0, relations=("object", "passive_subject"), lemmas=("hand",), tags=("NNS",)
)
HEAVY = PatternNode(id="heavy", of=1, relations=("adjective",), forms=("heavy",))
WEALTH = PatternNode(id="wealth", of=0, relations=("on", "upon"), lemmas=("wealth",))
HEAVY_HANDS = (LAY, HAND, HEAVY, WEALTH)


def pattern(*nodes: PatternNode, rule_id: str = "tension.coerce.made-up", **constraints):
    """Returns a rule with that pattern."""
    trigger = Trigger(
        kind="pattern",
        lemmas=nodes[anchor_of(nodes)].words,
        pattern=nodes,
        reason="a test",
        **constraints,
    )
    return rule(trigger, target=("of", "on"), event_type=EventType.COERCE, rule_id=rule_id)


def found(rows: str, *nodes: PatternNode, **constraints) -> list[list[str]]:
    """Returns the words of each match, in the order of the nodes."""
    rules = rule_set(pattern(*nodes, **constraints))
    return [texts([item.head, *item.nouns]) for item in find_triggers(build_doc(rows)[:], rules)]


@pytest.mark.parametrize("rows", [UNIVERSAL, CLEARNLP])
def test_the_words_are_found_under_the_labels_of_either_parser(rows: str) -> None:
    assert found(rows, *HEAVY_HANDS) == [["laid", "hands", "heavy", "wealth"]]


def test_one_relation_of_several_is_enough() -> None:
    assert found(PASSIVE, *HEAVY_HANDS) == [["laid", "hands", "Heavy", "wealth"]]


@pytest.mark.parametrize("rows", [UNIVERSAL, CLEARNLP])
@pytest.mark.parametrize(
    ("node", "missing"),
    [
        (PatternNode(id="x", of=1, relations=("adjective",), lemmas=("light",)), "x"),
        (PatternNode(id="x", of=0, relations=("adjective",), lemmas=("heavy",)), "x"),
        (PatternNode(id="x", of=0, relations=("at",), lemmas=("wealth",)), "x"),
        (PatternNode(id="x", of=0, relations=("on",), forms=("wealths",)), "x"),
        (PatternNode(id="x", of=1, relations=("adjective",), pos=("VERB",)), "x"),
        (PatternNode(id="x", of=1, relations=("adjective",), tags=("JJR",)), "x"),
        (PatternNode(id="x", of=0, relations=("object",)), "x"),  # "hands" is taken
    ],
)
def test_a_test_that_fails_is_no_match_and_is_named(
    rows: str, node: PatternNode, missing: str
) -> None:
    assert found(rows, LAY, HAND, node) == []
    assert missing_node((LAY, HAND, node), build_doc(rows)[1]) == missing


def test_a_pattern_is_found_from_a_word_below_its_head() -> None:
    verb_node = PatternNode(id="any", pos=("VERB",))
    assert found(UNIVERSAL, verb_node, HAND) == [["laid", "hands"]]
    assert match_pattern((verb_node, HAND), build_doc(UNIVERSAL)[6]) is None
    noun_node = PatternNode(id="any", pos=("NOUN",))
    assert missing_node((noun_node, HAND), build_doc(UNIVERSAL)[3]) == "any"


def test_no_pattern_starts_in_a_name() -> None:
    rules = rule_set(pattern(PatternNode(id="any", pos=("VERB",)), HAND))
    doc = build_doc(UNIVERSAL)
    assert list(find_triggers(doc[:], rules, names={1})) == []
    assert list(find_triggers(doc[:], rules, names={3})) == []


def test_other_keys_narrow_a_pattern() -> None:
    is_there, is_not = frozenset({"wealth"}), frozenset({"*"})
    assert found(UNIVERSAL, LAY, HAND, with_words={"on": is_there}) == [["laid", "hands", "wealth"]]
    assert found(UNIVERSAL, LAY, HAND, without={"on": is_not}) == []


def test_a_search_in_a_long_list_of_like_words_ends() -> None:
    """Five nodes that each may be any of 400 words, and a sixth that is not there."""
    rows = ["say say VERB VB 1 ROOT", *["now now ADV RB 1 advmod"] * 400]
    same = [PatternNode(id=f"n{n}", of=0, relations=("adverb",)) for n in range(4)]
    absent = PatternNode(id="absent", of=0, relations=("object",))
    say = PatternNode(id="say", lemmas=("say",))
    assert found("\n".join(rows), say, *same, absent) == []
    assert len(found("\n".join(rows), say, *same)) == 1


@pytest.mark.parametrize("rows", [UNIVERSAL, CLEARNLP])
def test_a_pattern_makes_a_claim_as_any_trigger_does(rows: str) -> None:
    annotated = built(rows, actors={1: "Ghana", 9: "Togo"})
    (claim,), problems = extract_claims(annotated, rules=rule_set(pattern(*HEAVY_HANDS)))
    assert problems == ()
    assert (claim.source.actor.name, claim.target.actor.name) == ("Ghana", "Togo")
    assert claim.trigger.text == "laid heavy hands on the wealth"


def test_the_longer_trigger_wins_over_a_pattern_and_a_pattern_over_the_shorter() -> None:
    annotated = built(UNIVERSAL, actors={1: "Ghana", 9: "Togo"})
    short = rule(verb("lay"), target=("of", "on"), rule_id="tension.assault.short")
    long = rule(
        verb("lay", object=frozenset({"hand"}), on=frozenset({"wealth"})),
        target=("of", "on"),
        rule_id="tension.assault.long",
    )
    two = pattern(LAY, HAND)
    assert won(annotated, short, two) == ["tension.coerce.made-up"]
    assert won(annotated, long, two) == ["tension.assault.long"]


def won(annotated, *rules) -> list[str]:
    claims, _ = extract_claims(annotated, rules=rule_set(*rules))
    return [claim.rule_id for claim in claims]


def test_the_account_names_the_node_that_no_word_fits() -> None:
    light = PatternNode(id="light", of=1, relations=("adjective",), lemmas=("light",))
    annotated = built(UNIVERSAL, actors={1: "Ghana", 9: "Togo"})
    (account,) = explain_document(annotated, rules=rule_set(pattern(LAY, HAND, light)))
    (miss,) = account.near_misses
    assert (miss.missing, miss.looked_in) == ("node", ("light",))
    assert str(miss) == (
        'tension.coerce.made-up: "laid" stands there, but no word fits node "light"'
    )


def test_the_account_of_a_pattern_names_the_role_that_is_missing() -> None:
    annotated = built(UNIVERSAL, actors={1: "Ghana"})
    (account,) = explain_document(annotated, rules=rule_set(pattern(*HEAVY_HANDS)))
    (miss,) = account.near_misses
    assert (miss.missing, miss.looked_in) == ("target", ("of", "on"))


def test_a_sentence_without_the_word_is_no_near_miss() -> None:
    annotated = built(UNIVERSAL, actors={1: "Ghana", 9: "Togo"})
    other = pattern(PatternNode(id="give", lemmas=("give",)))
    (account,) = explain_document(annotated, rules=rule_set(other))
    assert account.near_misses == ()
