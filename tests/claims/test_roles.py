"""Who fills a trigger's roles: sides that face each other, and pairs that may not stand."""

from __future__ import annotations

import pytest

from pipeline.claims.cast import Cast
from pipeline.claims.roles import fill_roles, may_pair
from pipeline.records import ActorKind
from tests.claims.built import actor, built, match_at, mention, noun, rule, verb

KENYA = actor("Kenya", country="KEN")
ARMY = actor("Kenyan army", kind=ActorKind.MILITARY, country="KEN", parent="Kenya")
NAVY = actor("Kenyan navy", kind=ActorKind.MILITARY, country="KEN", parent="Kenya")
PRESIDENT = actor("president of Kenya", kind=ActorKind.PERSON, country="KEN")
REBELS = actor("Kenyan rebels", kind=ActorKind.ARMED_GROUP, country="KEN")
SUDAN = actor("Sudan", country="SDN")


@pytest.mark.parametrize(
    ("a", "b", "may", "reason"),
    [
        (KENYA, SUDAN, True, "two states"),
        (KENYA, KENYA, False, "nobody faces himself"),
        (KENYA, ARMY, False, "a state and its army are one"),
        (KENYA, PRESIDENT, False, "a state and its president are one"),
        (KENYA, REBELS, True, "rebels stand against their state"),
        (ARMY, NAVY, True, "two organs where the text sets them against each other"),
        (ARMY, SUDAN, True, "an army and another state"),
    ],
)
def test_who_may_stand_in_a_claim(a, b, may, reason) -> None:
    assert may_pair(mention(a), mention(b)) is may, reason
    assert may_pair(mention(b), mention(a)) is may, "both ways round"


def pairs(rows, actors, number, made):
    annotated = built(rows, actors=actors)
    filled = fill_roles(match_at(annotated, number, made), Cast(annotated))
    return {(a.actor.name, b.actor.name) for a, b in filled.pairs}, filled.missing


SIGNED = """
    Kenya Kenya PROPN NNP 4 nsubj
    and and CCONJ CC 3 cc
    Sudan Sudan PROPN NNP 1 conj
    met meet VERB VBD 4 ROOT
    with with ADP IN 6 case
    Chad Chad PROPN NNP 4 obl
    and and CCONJ CC 8 cc
    Niger Niger PROPN NNP 6 conj
"""
NAMES = {1: "Kenya", 3: "Sudan", 6: "Chad", 8: "Niger"}
MEET = rule(verb("meet"), parties=("subject", "with"))


def test_two_slots_cross_and_their_members_do_not_face_each_other() -> None:
    found, _ = pairs(SIGNED, NAMES, 4, MEET)
    assert found == {("Kenya", "Chad"), ("Kenya", "Niger"), ("Sudan", "Chad"), ("Sudan", "Niger")}


def test_the_members_of_the_only_slot_face_each_other() -> None:
    found, _ = pairs(SIGNED, {1: "Kenya", 3: "Sudan"}, 4, MEET)
    assert found == {("Kenya", "Sudan")}


def test_those_met_do_not_face_each_other_where_nobody_meets_them() -> None:
    found, missing = pairs(SIGNED, {6: "Chad", 8: "Niger"}, 4, MEET)
    assert (found, missing) == (set(), "parties")


def test_between_is_complete() -> None:
    rows = """
        Kenya Kenya PROPN NNP 2 nsubj
        saw see VERB VBD 2 ROOT
        talks talk NOUN NNS 2 obj
        between between ADP IN 5 case
        Chad Chad PROPN NNP 3 nmod
        and and CCONJ CC 7 cc
        Niger Niger PROPN NNP 5 conj
    """
    made = rule(noun("talk"), parties=("between", "with", "subject"))
    found, _ = pairs(rows, {1: "Kenya", 5: "Chad", 7: "Niger"}, 3, made)
    assert found == {("Chad", "Niger")}


DIRECTED = """
    Kenya Kenya PROPN NNP 2 nsubj
    attacked attack VERB VBD 2 ROOT
    Chad Chad PROPN NNP 2 obj
    and and CCONJ CC 5 cc
    Niger Niger PROPN NNP 3 conj
"""


@pytest.mark.parametrize(
    ("actors", "found", "missing"),
    [
        ({1: "Kenya", 3: "Chad", 5: "Niger"}, {("Kenya", "Chad"), ("Kenya", "Niger")}, ""),
        ({3: "Chad", 5: "Niger"}, set(), "source"),
        ({1: "Kenya"}, set(), "target"),
        ({1: "Kenya", 3: "Kenya"}, set(), "target"),
    ],
)
def test_a_directed_trigger_needs_both_its_roles(actors, found, missing) -> None:
    assert pairs(DIRECTED, actors, 2, rule(verb("attack"))) == (found, missing)


def test_the_first_slot_that_gives_someone_wins() -> None:
    made = rule(verb("attack"), target=("against", "object", "subject"))
    found, _ = pairs(DIRECTED, {1: "Kenya", 3: "Chad"}, 2, made)
    assert found == {("Kenya", "Chad")}
