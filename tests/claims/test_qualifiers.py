"""Denied, possible, planned, on a condition: cues in scope, and those that are not."""

from __future__ import annotations

import pytest

from pipeline.claims.infinitives import is_purpose
from pipeline.claims.qualifiers import qualify
from pipeline.claims.scope import climb
from tests.claims.built import built, match_at, noun, rule, verb

ATTACK = rule(verb("attack"))


def auxiliary(word: str, lemma: str = "", label: str = "aux", pos: str = "AUX") -> str:
    return f"""
        Malta Malta PROPN NNP 3 nsubj
        {word} {lemma or word} {pos} MD 3 {label}
        attack attack VERB VB 3 ROOT
        Libya Libya PROPN NNP 3 obj
    """


@pytest.mark.parametrize(
    ("rows", "polarity", "modality", "cues"),
    [
        (auxiliary("did", "do"), "affirmed", "asserted", []),
        (auxiliary("may"), "affirmed", "possible", ["may"]),
        (auxiliary("will"), "affirmed", "planned", ["will"]),
        (auxiliary("never", label="advmod", pos="ADV"), "negated", "asserted", ["never"]),
        (auxiliary("would"), "affirmed", "conditional", ["would"]),
    ],
)
def test_a_word_beside_the_trigger(rows, polarity, modality, cues) -> None:
    found = qualify(match_at(built(rows), 3, ATTACK))
    assert (found.polarity, found.modality) == (polarity, modality)
    assert [cue.text for cue in found.cues] == cues


def governed(lemma: str, negation: str = "") -> str:
    beside = f"{negation} {negation} PART RB 3 advmod" if negation else "once once ADV RB 3 advmod"
    return f"""
        Malta Malta PROPN NNP 3 nsubj
        {beside}
        {lemma} {lemma} VERB VB 3 ROOT
        attacking attack VERB VBG 3 xcomp
        Libya Libya PROPN NNP 4 obj
    """


def test_two_negations_cancel_out_and_both_are_cues() -> None:
    denied = qualify(match_at(built(governed("deny")), 4, ATTACK))
    assert (denied.polarity, [cue.text for cue in denied.cues]) == ("negated", ["deny"])
    not_denied = qualify(match_at(built(governed("deny", "not")), 4, ATTACK))
    assert not_denied.polarity == "affirmed"
    assert [cue.text for cue in not_denied.cues] == ["not", "deny"]


def test_a_not_at_the_governing_verb_denies_what_it_governs() -> None:
    found = qualify(match_at(built(governed("begin", "not")), 4, ATTACK))
    assert found.polarity == "negated"


def test_unlikely_denies_and_hedges() -> None:
    rows = """
        A a DET DT 2 det
        dispute dispute NOUN NN 4 nsubj
        is be AUX VBZ 4 cop
        unlikely unlikely ADJ JJ 4 ROOT
    """
    found = qualify(match_at(built(rows), 2, rule(noun("dispute"))))
    assert (found.polarity, found.modality) == ("negated", "possible")
    assert [cue.text for cue in found.cues] == ["unlikely"]


def test_what_is_unlikely_to_end_goes_on() -> None:
    rows = """
        The the DET DT 2 det
        dispute dispute NOUN NN 4 nsubj
        is be AUX VBZ 4 cop
        unlikely unlikely ADJ JJ 4 ROOT
        to to PART TO 6 mark
        fade fade VERB VB 4 xcomp
    """
    assert qualify(match_at(built(rows), 2, rule(noun("dispute")))).polarity == "affirmed"


def test_a_purpose_is_a_plan() -> None:
    rows = """
        Malta Malta PROPN NNP 2 nsubj
        met meet VERB VBD 2 ROOT
        to to PART TO 4 mark
        attack attack VERB VB 2 advcl
        Libya Libya PROPN NNP 4 obj
    """
    annotated = built(rows)
    assert is_purpose(annotated.doc[3])
    assert qualify(match_at(annotated, 4, ATTACK)).modality == "planned"


@pytest.mark.parametrize(
    ("lemma", "polarity", "reason"),
    [
        ("hold", "negated", "what was not held was not"),
        ("criticise", "affirmed", "what was not criticised was"),
    ],
)
def test_not_reaches_the_noun_of_a_light_verb_alone(lemma, polarity, reason) -> None:
    rows = f"""
        Malta Malta PROPN NNP 4 nsubj
        did do AUX VBD 4 aux
        not not PART RB 4 advmod
        {lemma} {lemma} VERB VB 4 ROOT
        talks talk NOUN NNS 4 obj
    """
    assert qualify(match_at(built(rows), 5, rule(noun("talk")))).polarity == polarity, reason


def test_a_not_in_another_clause_stays_there() -> None:
    rows = """
        Malta Malta PROPN NNP 6 nsubj
        which which PRON WDT 5 nsubj
        did do AUX VBD 5 aux
        not not PART RB 5 advmod
        sign sign VERB VB 1 acl:relcl
        attacked attack VERB VBD 6 ROOT
        Libya Libya PROPN NNP 6 obj
    """
    assert qualify(match_at(built(rows), 6, ATTACK)).polarity == "affirmed"


def test_a_not_above_a_coordinated_verb_is_not_shared_by_one_with_a_subject_of_its_own() -> None:
    rows = """
        Spain Spain PROPN NNP 4 nsubj
        did do AUX VBD 4 aux
        not not PART RB 4 advmod
        come come VERB VB 4 ROOT
        and and CCONJ CC 7 cc
        Malta Malta PROPN NNP 7 nsubj
        attacked attack VERB VBD 4 conj
        Libya Libya PROPN NNP 7 obj
    """
    assert qualify(match_at(built(rows), 7, ATTACK)).polarity == "affirmed"


def test_words_of_the_trigger_are_no_cues() -> None:
    refuse = rule(verb("deny", complement=frozenset({"attack"})))
    found = qualify(match_at(built(governed("deny")), 3, refuse))
    assert (found.polarity, found.cues) == ("affirmed", ())


def test_the_climb_ends_and_says_how_it_went() -> None:
    annotated = built(governed("deny"))
    steps = list(climb(annotated.doc[3]))
    assert [(step.token.text, step.via) for step in steps] == [
        ("attacking", "start"),
        ("deny", "complement"),
    ]
