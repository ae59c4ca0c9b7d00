"""Who does and who suffers what: voice, control, shared subjects, nouns carried by verbs."""

from __future__ import annotations

import pytest

from pipeline.claims.carriers import carriers, governing_verb
from pipeline.claims.clauses import (
    grammatical_subjects,
    logical_objects,
    logical_subjects,
)
from pipeline.claims.infinitives import complements
from pipeline.claims.noun_doers import noun_subjects
from tests.support.docs import build_doc, texts

ACTIVE = """
    Kenya Kenya PROPN NNP 2 nsubj
    criticised criticise VERB VBD 2 ROOT
    Sudan Sudan PROPN NNP 2 obj
"""
PASSIVE = """
    Sudan Sudan PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    criticised criticise VERB VBN 3 ROOT
    by by ADP IN 5 case
    Kenya Kenya PROPN NNP 3 obl
"""
AGENTLESS = """
    Sudan Sudan PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    criticised criticise VERB VBN 3 ROOT
"""
TWO_VERBS = """
    Kenya Kenya PROPN NNP 2 nsubj
    attacked attack VERB VBD 2 ROOT
    and and CCONJ CC 4 cc
    seized seize VERB VBD 2 conj
    Juba Juba PROPN NNP 4 obj
"""
TWO_PASSIVES = """
    Juba Juba PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    shelled shell VERB VBN 3 ROOT
    and and CCONJ CC 5 cc
    seized seize VERB VBN 3 conj
    by by ADP IN 7 case
    Kenya Kenya PROPN NNP 5 obl
"""
RELATIVE_SUBJECT = """
    Kenya Kenya PROPN NNP 5 nsubj
    which which PRON WDT 3 nsubj
    bombed bomb VERB VBD 1 acl:relcl
    Sudan Sudan PROPN NNP 3 obj
    left leave VERB VBD 5 ROOT
"""
RELATIVE_OBJECT = """
    Sudan Sudan PROPN NNP 5 nsubj
    which which PRON WDT 4 obj
    Kenya Kenya PROPN NNP 4 nsubj
    bombed bomb VERB VBD 1 acl:relcl
    left leave VERB VBD 5 ROOT
"""
BARE_RELATIVE = """
    Sudan Sudan PROPN NNP 4 nsubj
    Kenya Kenya PROPN NNP 3 nsubj
    bombed bomb VERB VBD 1 acl:relcl
    left leave VERB VBD 4 ROOT
"""


def controlled(lemma: str) -> str:
    return f"""
        Kenya Kenya PROPN NNP 2 nsubj
        {lemma}d {lemma} VERB VBD 2 ROOT
        Sudan Sudan PROPN NNP 2 obj
        to to PART TO 5 mark
        leave leave VERB VB 2 xcomp
    """


@pytest.mark.parametrize(
    ("rows", "number", "subjects", "objects", "reason"),
    [
        (ACTIVE, 2, ["Kenya"], ["Sudan"], "active"),
        (PASSIVE, 3, ["Kenya"], ["Sudan"], "passive: sides swapped"),
        (AGENTLESS, 3, [], ["Sudan"], "a passive without an agent has no doer"),
        (TWO_VERBS, 4, ["Kenya"], ["Juba"], "the second verb takes the first one's subject"),
        (TWO_VERBS, 2, ["Kenya"], ["Juba"], "the first verb takes the last one's object"),
        (TWO_PASSIVES, 3, ["Kenya"], ["Juba"], "the agent of the last passive serves the first"),
        (TWO_PASSIVES, 5, ["Kenya"], ["Juba"], "the subject of the first serves the last"),
        (RELATIVE_SUBJECT, 3, ["Kenya"], ["Sudan"], "a relative pronoun stands for its noun"),
        (RELATIVE_OBJECT, 4, ["Kenya"], ["Sudan"], "also as the object"),
        (BARE_RELATIVE, 3, ["Kenya"], ["Sudan"], "also where it is left out"),
    ],
)
def test_voice_and_sharing(rows, number, subjects, objects, reason) -> None:
    doc = build_doc(rows)
    assert texts(logical_subjects(doc[number - 1])) == subjects, reason
    assert texts(logical_objects(doc[number - 1])) == objects, reason


@pytest.mark.parametrize(
    ("lemma", "doer", "reason"),
    [
        ("urge", ["Sudan"], "object control"),
        ("force", ["Sudan"], "object control"),
        ("promise", ["Kenya"], "subject control"),
        ("use", ["Kenya"], "an instrument is no doer"),
    ],
)
def test_control(lemma: str, doer: list[str], reason: str) -> None:
    doc = build_doc(controlled(lemma))
    assert texts(grammatical_subjects(doc[4])) == doer, reason


def test_an_infinitive_without_object_takes_the_subject() -> None:
    doc = build_doc("""
        Kenya Kenya PROPN NNP 2 nsubj
        sought seek VERB VBD 2 ROOT
        to to PART TO 4 mark
        limit limit VERB VB 2 xcomp
        trade trade NOUN NN 4 obj
    """)
    assert texts(grammatical_subjects(doc[3])) == ["Kenya"]


def test_a_gerund_of_blame_is_done_by_whom_is_blamed_and_one_of_time_by_the_subject() -> None:
    rows = """
        Kenya Kenya PROPN NNP 2 nsubj
        {verb} {lemma} VERB VBD 2 ROOT
        Sudan Sudan PROPN NNP 2 obj
        {word} {word} SCONJ IN 5 mark
        arming arm VERB VBG 2 advcl
        rebels rebel NOUN NNS 5 obj
    """
    blamed = build_doc(rows.format(verb="blamed", lemma="blame", word="for"))
    assert texts(grammatical_subjects(blamed[4])) == ["Sudan"]
    while_ = build_doc(rows.format(verb="met", lemma="meet", word="while"))
    assert texts(grammatical_subjects(while_[4])) == ["Kenya"]


def test_containers_are_climbed_and_other_nouns_are_not() -> None:
    rows = """
        Kenya Kenya PROPN NNP 2 nsubj
        held hold VERB VBD 2 ROOT
        a a DET DT 4 det
        {noun} {noun} NOUN NN 2 obj
        of of ADP IN 6 case
        talks talk NOUN NNS 4 nmod
        with with ADP IN 8 case
        Oman Oman PROPN NNP 6 nmod
    """
    series = build_doc(rows.format(noun="series"))
    assert texts(carriers(series[5])) == ["talks", "series"]
    assert governing_verb(series[5]) == series[1]
    assert texts(noun_subjects(series[5])) == ["Kenya"]
    host = build_doc(rows.format(noun="chairman"))
    assert texts(carriers(host[5])) == ["talks"]
    assert texts(noun_subjects(host[5])) == []


@pytest.mark.parametrize(
    ("lemma", "doer", "reason"),
    [
        ("hold", ["Kenya"], "a light verb's subject does what its object names"),
        ("fear", [], "who fears talks does not hold them"),
    ],
)
def test_a_noun_takes_the_subject_of_its_light_verb(lemma, doer, reason) -> None:
    doc = build_doc(f"""
        Kenya Kenya PROPN NNP 2 nsubj
        {lemma}s {lemma} VERB VBZ 2 ROOT
        talks talk NOUN NNS 2 obj
    """)
    assert texts(noun_subjects(doc[2])) == doer, reason


def test_a_noun_in_a_carrying_phrase_is_done_by_the_verbs_subject() -> None:
    doc = build_doc("""
        Kenya Kenya PROPN NNP 2 nsubj
        acted act VERB VBD 2 ROOT
        in in ADP IN 4 case
        support support NOUN NN 2 obl
        of of ADP IN 6 case
        Sudan Sudan PROPN NNP 4 nmod
    """)
    assert texts(noun_subjects(doc[3])) == ["Kenya"]


def test_an_apposition_is_said_of_its_noun() -> None:
    doc = build_doc("""
        Oman Oman PROPN NNP 6 nsubj
        an a DET DT 3 det
        ally ally NOUN NN 1 appos
        of of ADP IN 5 case
        Iran Iran PROPN NNP 3 nmod
        spoke speak VERB VBD 6 ROOT
    """)
    assert texts(noun_subjects(doc[2])) == ["Oman"]


def test_complements_include_an_infinitive_that_hangs_on_the_object() -> None:
    doc = build_doc("""
        Kenya Kenya PROPN NNP 2 nsubj
        allowed allow VERB VBD 2 ROOT
        planes plane NOUN NNS 2 obj
        to to PART TO 5 mark
        land land VERB VB 3 acl
    """)
    assert texts(complements(doc[1])) == ["land"]
