"""Every slot finds its own place and no other, on hand-built trees."""

from __future__ import annotations

import pytest

from pipeline.claims.cast import Cast
from pipeline.claims.slots import slot_actors
from pipeline.rules.schema import SLOTS, Trigger
from tests.claims.built import built, match_at, noun, rule, verb

GAVE = """
    Kenya Kenya PROPN NNP 2 nsubj
    gave give VERB VBD 2 ROOT
    Sudan Sudan PROPN NNP 2 iobj
    Chad Chad PROPN NNP 2 obj
    against against ADP IN 6 case
    Niger Niger PROPN NNP 2 obl
"""
GAVE_ACTORS = {1: "Kenya", 3: "Sudan", 4: "Chad", 6: "Niger"}
CRITICISM = """
    Kenya Kenya PROPN NNP 3 nmod:poss
    's 's PART POS 1 case
    criticism criticism NOUN NN 6 nsubj
    of of ADP IN 5 case
    Sudan Sudan PROPN NNP 3 nmod
    grew grow VERB VBD 6 ROOT
"""
CRITICISM_ACTORS = {1: "Kenya", 5: "Sudan"}
DEMONYM = """
    Kenyan Kenyan ADJ JJ 2 amod
    criticism criticism NOUN NN 3 nsubj
    grew grow VERB VBD 3 ROOT
"""
ANTI = """
    anti-Kenyan anti-kenyan ADJ JJ 2 amod
    protests protest NOUN NNS 3 nsubj
    grew grow VERB VBD 3 ROOT
"""
ALLY = """
    Oman Oman PROPN NNP 4 nsubj
    is be AUX VBZ 4 cop
    an a DET DT 4 det
    ally ally NOUN NN 4 ROOT
    of of ADP IN 6 case
    Iran Iran PROPN NNP 4 nmod
"""
ALLY_ACTORS = {1: "Oman", 6: "Iran"}
URGED = """
    Kenya Kenya PROPN NNP 2 nsubj
    urged urge VERB VBD 2 ROOT
    that that SCONJ IN 5 mark
    Sudan Sudan PROPN NNP 5 nsubj
    leave leave VERB VB 2 ccomp
    Chad Chad PROPN NNP 5 obj
"""
URGED_ACTORS = {1: "Kenya", 4: "Sudan", 6: "Chad"}
SIEGE = """
    Kenya Kenya PROPN NNP 2 nsubj
    broke break VERB VBD 2 ROOT
    the the DET DT 4 det
    siege siege NOUN NN 2 obj
    of of ADP IN 6 case
    Homs Homs PROPN NNP 4 nmod
"""
SIEGE_ACTORS = {1: "Kenya", 6: "Homs"}
KILLED = """
    Kenya Kenya PROPN NNP 2 nsubj
    killed kill VERB VBD 2 ROOT
    people people NOUN NNS 2 obj
    in in ADP IN 5 case
    Sudan Sudan PROPN NNP 2 obl
"""
KILLED_ACTORS = {1: "Kenya", 5: "Sudan"}
CLOSER = """
    Kenya Kenya PROPN NNP 2 nsubj
    fears fear VERB VBZ 2 ROOT
    Sudan Sudan PROPN NNP 2 obj
    more more ADV RBR 2 advmod
    than than ADP IN 6 case
    Chad Chad PROPN NNP 2 obl
"""
CLOSER_ACTORS = {1: "Kenya", 3: "Sudan", 6: "Chad"}
LEARNED = """
    Kenya Kenya PROPN NNP 4 nsubj
    and and CCONJ CC 3 cc
    Sudan Sudan PROPN NNP 1 conj
    saw see VERB VBD 4 ROOT
    ties tie NOUN NNS 6 nsubj
    fray fray VERB VB 4 ccomp
"""
LEARNED_ACTORS = {1: "Kenya", 3: "Sudan"}

BREAK_SIEGE = verb("break", object=frozenset({"siege"}))

CASES = [
    ("subject", GAVE, GAVE_ACTORS, 2, verb("give"), ["Kenya"]),
    ("indirect_object", GAVE, GAVE_ACTORS, 2, verb("give"), ["Sudan"]),
    ("object", GAVE, GAVE_ACTORS, 2, verb("give"), ["Chad"]),
    ("against", GAVE, GAVE_ACTORS, 2, verb("give"), ["Niger"]),
    ("possessor", CRITICISM, CRITICISM_ACTORS, 3, noun("criticism"), ["Kenya"]),
    ("of", CRITICISM, CRITICISM_ACTORS, 3, noun("criticism"), ["Sudan"]),
    ("by", CRITICISM, CRITICISM_ACTORS, 3, noun("criticism"), []),
    ("modifier", DEMONYM, {1: "Kenya"}, 2, noun("criticism"), ["Kenya"]),
    ("anti", ANTI, {1: "Kenya"}, 2, noun("protest"), ["Kenya"]),
    ("modifier", ANTI, {1: "Kenya"}, 2, noun("protest"), []),
    ("equated", ALLY, ALLY_ACTORS, 4, noun("ally"), ["Oman"]),
    ("complement_subject", URGED, URGED_ACTORS, 2, verb("urge"), ["Sudan"]),
    ("complement_object", URGED, URGED_ACTORS, 2, verb("urge"), ["Chad"]),
    ("trigger_object", SIEGE, SIEGE_ACTORS, 2, BREAK_SIEGE, ["Homs"]),
    ("location", KILLED, KILLED_ACTORS, 2, verb("kill"), ["Sudan"]),
    ("compared", CLOSER, CLOSER_ACTORS, 2, verb("fear"), ["Chad"]),
    ("dyad", LEARNED, LEARNED_ACTORS, 5, noun("tie"), ["Kenya", "Sudan"]),
]


@pytest.mark.parametrize(
    ("slot", "rows", "actors", "number", "trigger", "names"),
    CASES,
    ids=[f"{case[0]}-{number}" for number, case in enumerate(CASES, start=1)],
)
def test_a_slot_gives_the_actors_that_stand_there(
    slot: str, rows: str, actors: dict[int, str], number: int, trigger: Trigger, names: list[str]
) -> None:
    annotated = built(rows, actors=actors)
    match = match_at(annotated, number, rule(trigger))
    found = slot_actors(match, slot, Cast(annotated))
    assert [mention.actor.name for mention in found] == names


TO_BORDER = """
    Kenya Kenya PROPN NNP 2 nsubj
    moved move VERB VBD 2 ROOT
    tanks tank NOUN NNS 2 obj
    to to ADP IN 6 case
    the the DET DT 6 det
    border border NOUN NN 2 obl
    with with ADP IN 8 case
    Sudan Sudan PROPN NNP {head} {label}
"""
INTO_LAND = """
    Kenya Kenya PROPN NNP 2 nsubj
    sent send VERB VBD 2 ROOT
    tanks tank NOUN NNS 2 obj
    into into ADP IN 5 case
    Sudan Sudan PROPN NNP 2 obl
"""
WENT_TO = """
    Kenya Kenya PROPN NNP 2 nsubj
    went go VERB VBD 2 ROOT
    to to ADP IN 4 case
    Sudan Sudan PROPN NNP 2 obl
"""

LAND_CASES = [
    ("land", TO_BORDER.format(head=6, label="nmod"), 8, verb("move"), ["Sudan"]),
    ("land", TO_BORDER.format(head=2, label="obl"), 8, verb("move"), ["Sudan"]),
    ("land", INTO_LAND, 5, verb("send", into=frozenset({"*"})), ["Sudan"]),
    ("land", INTO_LAND, 5, verb("send"), []),
    ("destination", WENT_TO, 4, verb("go"), ["Sudan"]),
    ("destination", INTO_LAND, 5, verb("send"), []),
]


@pytest.mark.parametrize(("slot", "rows", "number", "trigger", "names"), LAND_CASES)
def test_states_that_are_named_as_places(
    slot: str, rows: str, number: int, trigger: Trigger, names: list[str]
) -> None:
    annotated = built(rows, actors={1: "Kenya"}, lands={number: "Sudan"})
    match = match_at(annotated, 2, rule(trigger))
    found = slot_actors(match, slot, Cast(annotated))
    assert [mention.actor.name for mention in found] == names


def test_every_slot_of_the_schema_has_a_case() -> None:
    assert {case[0] for case in CASES} | {case[0] for case in LAND_CASES} >= SLOTS.keys()


def test_a_word_of_the_trigger_is_no_actor_unless_it_is_a_name() -> None:
    rows = """
        Kenya Kenya PROPN NNP 2 nsubj
        led lead VERB VBD 2 ROOT
        Coalition coalition PROPN NNP 2 obj
    """
    lead = rule(verb("lead", object=frozenset({"coalition"})))
    named = built(rows, actors={1: "Kenya", 3: "Coalition"})
    found = slot_actors(match_at(named, 2, lead), "trigger_object", Cast(named))
    assert [mention.actor.name for mention in found] == ["Coalition"]
    plain = built(rows, actors={1: "Kenya"})
    assert slot_actors(match_at(plain, 2, lead), "object", Cast(plain)) == []
