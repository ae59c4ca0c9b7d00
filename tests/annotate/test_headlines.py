"""Headings that state something are sentences; all others stay headings."""

from __future__ import annotations

import pytest

from pipeline.annotate import annotate
from pipeline.annotate.core import load_core
from pipeline.annotate.headlines import mend_headline, states_something
from pipeline.claims import extract_claims
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.reading import read_text
from tests.support.claims import rules, short
from tests.support.docs import build_doc, texts

BODY = (
    "Officials would not say on Tuesday how long the matter might take, nor who would have to pay "
    "for it in the end, and nobody else cared to speak of it."
)

#: A heading and the claims that it makes.
SENTENCES = [
    ("Fiji cuts ties with Samoa", ["Fiji > Samoa SANCTION"]),
    ("Botswana accuses Namibia of theft", ["Botswana > Namibia ACCUSE"]),
    ("Ghana, Togo sign border pact", ["Ghana = Togo AGREE"]),
    ("Panama, Honduras trade blame over migrants", ["Honduras = Panama ACCUSE"]),
    ("Laos recalls envoy", []),
    ("Malian Junta Accuses French Military of Spying", ["Mali > French Armed Forces ACCUSE"]),
    (
        "Security Council Condemns Attack by Houthis",
        ["United Nations Security Council > Houthi movement ACCUSE"],
    ),
    ("Uruguay May Send Troops to Congo", []),
]

HEADINGS = [
    "Rivals on the lake",
    "Statement of the Council on Transnistria",
    "Trade Talks Between Chad and Niger",
    "Sanctions on Belarus",
    "What Comes Next for Mali?",
    "Why Peru Accuses Bolivia",
    "Can Kenya trust Uganda?",
    "Border clashes and their causes",
    "Spokesman: Peru attacks Bolivia",
    "A New Front Against Boko Haram",
    "Weapons delivered by Serbia",
]


def read(heading: str) -> tuple[list[str], list[str]]:
    """Returns the sentences of a text with that heading, and the claims."""
    found = annotate(
        read_text(f"{heading}\n\n{BODY}\n"),
        nlp=load_core(),
        knowledge=load_knowledge(),
        gazetteer=load_gazetteer(),
    )
    assert found.document.blocks[0].kind.value == "heading"
    claims, _ = extract_claims(found, rules=rules())
    return [item.text for item in found.sentences], [short(claim) for claim in claims]


@pytest.mark.core
@pytest.mark.parametrize(("heading", "claims"), SENTENCES)
def test_a_heading_with_a_finite_verb_is_a_sentence(heading: str, claims: list[str]) -> None:
    assert read(heading) == ([heading, BODY], claims)


@pytest.mark.core
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_without_one_is_none(heading: str) -> None:
    assert read(heading) == ([BODY], [])


def test_the_noun_behind_the_subject_is_the_verb() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 5 nsubj
        , , PUNCT , 3 punct
        Chile Chile PROPN NNP 1 nmod:unmarked
        trade trade NOUN NN 5 compound
        blame blame NOUN NN 5 ROOT
        over over ADP IN 7 case
        visas visa NOUN NNS 5 nmod
    """)
    mend_headline(doc.sents[0])
    assert (doc[3].pos_, doc[3].tag_, doc[3].lemma_) == ("VERB", "VBP", "trade")
    assert doc.sents[0].root is doc[3]
    assert texts(doc[3].children) == ["Peru", "blame"]
    assert texts(doc[4].children) == ["visas"]
    assert states_something(doc.sents[0])


def test_the_same_where_the_names_head_the_tree() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 1 ROOT
        , , PUNCT , 3 punct
        Chile Chile PROPN NNP 1 conj
        trade trade NOUN NN 5 compound
        blame blame NOUN NN 1 parataxis
    """)
    mend_headline(doc.sents[0])
    assert doc.sents[0].root is doc[3]
    assert texts(doc[3].children) == ["Peru", "blame"]


def test_a_noun_with_a_copula_stays() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 4 nsubj
        is be AUX VBZ 4 cop
        trade trade NOUN NN 4 compound
        partner partner NOUN NN 4 ROOT
    """)
    mend_headline(doc.sents[0])
    assert doc.sents[0].root is doc[3]
    assert states_something(doc.sents[0])
