"""Who else takes part in an act by a phrase that is not the trigger's own, on hand-built trees."""

from __future__ import annotations

from pipeline.claims.partners import answerers, later_partners
from tests.claims.built import built, match_at, noun, rule
from tests.support.docs import texts

REJECTED = """
    Chad Chad PROPN NNP 2 nsubj
    rejected reject VERB VBD 2 ROOT
    Niger Niger PROPN NNP 5 nmod:poss
    's 's PART POS 3 case
    demand demand NOUN NN 2 obj
"""
MEETINGS = """
    Meetings meeting NOUN NNS 6 nsubj
    between between ADP IN 3 case
    Chad Chad PROPN NNP 1 nmod
    and and CCONJ CC 5 cc
    Niger Niger PROPN NNP 3 conj
    continued continue VERB VBD 6 ROOT
    and and CCONJ CC 8 cc
    {time} {time} NOUN NN 6 conj
    with with ADP IN 10 case
    Mali Mali PROPN NNP 8 nmod
"""


def test_who_rejects_a_demand_is_whom_it_was_put_to() -> None:
    annotated = built(REJECTED, actors={1: "Chad", 3: "Niger"})
    assert texts(answerers(match_at(annotated, 5, rule(noun("demand"))))) == ["Chad"]


def test_a_later_phrase_adds_one_to_a_meeting_of_two() -> None:
    annotated = built(MEETINGS.format(time="week"), actors={3: "Chad", 5: "Niger", 10: "Mali"})
    assert texts(later_partners(match_at(annotated, 1, rule(noun("meeting"))))) == ["Mali"]


def test_another_thing_with_somebody_adds_nobody() -> None:
    annotated = built(MEETINGS.format(time="trade"), actors={3: "Chad", 5: "Niger", 10: "Mali"})
    assert later_partners(match_at(annotated, 1, rule(noun("meeting")))) == []
