"""The account of a sentence: what fired, what nearly fired and which role was missing."""

from __future__ import annotations

from dataclasses import replace

from pipeline.claims.explain import explain_claim, explain_document
from pipeline.records import EventType
from tests.claims.built import built, rule, rule_set, verb

ROWS = """
    Kenya Kenya PROPN NNP 2 nsubj
    attacked attack VERB VBD 2 ROOT
    Chad Chad PROPN NNP 2 obj
"""
ATTACK = rule(verb("attack"))


def account(actors, *rules):
    (found,) = explain_document(built(ROWS, actors=actors), rules=rule_set(*rules))
    return found


def test_what_fired_is_marked() -> None:
    found = account({1: "Kenya", 3: "Chad"}, ATTACK)
    (fired,) = found.fired
    assert fired.marked == "[Kenya](source) [attacked](trigger) [Chad](target) "
    assert fired.rule is ATTACK
    assert found.near_misses == ()
    assert [word.text for word in found.parse] == ["Kenya", "attacked", "Chad"]


def test_a_near_miss_names_the_role_and_where_it_was_looked_for() -> None:
    (miss,) = account({1: "Kenya"}, ATTACK).near_misses
    assert (miss.missing, miss.looked_in) == ("target", ("object",))
    assert str(miss) == (
        'tension.assault.made-up: "attacked" has no actor as target (looked in object)'
    )
    (miss,) = account({3: "Chad"}, replace(ATTACK, path="mine.yml", line=7)).near_misses
    assert (miss.missing, miss.looked_in) == ("source", ("subject",))
    assert str(miss).startswith("mine.yml:7 tension.assault.made-up: ")


def test_a_mutual_near_miss_names_its_parties() -> None:
    meet = rule(verb("attack"), parties=("subject", "with"), event_type=EventType.CONSULT)
    (miss,) = account({1: "Kenya"}, meet).near_misses
    assert (miss.missing, miss.looked_in) == ("parties", ("subject", "with"))


def test_a_rule_that_lost_its_words_names_the_winner() -> None:
    loser = rule(verb("attack"), event_type=EventType.ACCUSE, rule_id="tension.zz.other")
    found = account({1: "Kenya", 3: "Chad"}, ATTACK, loser)
    (miss,) = found.near_misses
    assert str(miss) == 'tension.zz.other: "attacked" was taken by tension.assault.made-up'


def test_a_rule_whose_words_are_not_there_is_no_near_miss() -> None:
    assert account({1: "Kenya", 3: "Chad"}, rule(verb("praise"))).near_misses == ()


def test_a_claim_is_found_by_its_id_and_an_unknown_id_is_none() -> None:
    annotated, rules = built(ROWS, actors={1: "Kenya", 3: "Chad"}), rule_set(ATTACK)
    (told,) = explain_document(annotated, rules=rules)
    (fired,) = told.fired
    assert explain_claim(annotated, fired.claim.claim_id, rules=rules) == told
    assert explain_claim(annotated, "c-nothing", rules=rules) is None
