"""Who does what to whom, in sentences as briefs have them; more in cases/brief_roles.csv."""

import csv
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

pytestmark = pytest.mark.core

#: Text, verb, its subjects, its objects (passive: subjects are objects, agents subjects).
ROLES = [
    ("Russia, Iran, and Turkey agreed on a truce.", "agreed", "Russia Iran Turkey", ""),
    ("Moscow condemned the Israeli strikes on Damascus.", "condemned", "Moscow", "strikes"),
    ("The ministry was sanctioned by the European Union.", "sanctioned", "Union", "ministry"),
    ("Iranian-backed militias shelled the base of the coalition.", "shelled", "militias", "base"),
    ("Ankara, which had opposed the deal, finally backed Kyiv.", "backed", "Ankara", "Kyiv"),
    (
        "In March, China and Pakistan signed a new agreement.",
        "signed",
        "China Pakistan",
        "agreement",
    ),
    ("The Kremlin’s envoy did not meet the rebels.", "meet", "envoy", "rebels"),
    (
        "Officials said that Ethiopia had accused Egypt of arming the rebels.",
        "accused",
        "Ethiopia",
        "Egypt",
    ),
    (
        "Disagreements between Riyadh and Abu Dhabi materialized in 2019.",
        "materialized",
        "Disagreements",
        "",
    ),
    ("While Berlin hesitated, Warsaw delivered tanks to Kyiv.", "delivered", "Warsaw", "tanks"),
    ("Serbia refused to recognize Kosovo.", "refused", "Serbia", ""),
    ("Serbia refused to recognize Kosovo.", "recognize", "", "Kosovo"),
    ("The two armies fought each other near the border.", "fought", "armies", "each"),
    (
        "Tokyo and Seoul share intelligence on North Korean missiles.",
        "share",
        "Tokyo Seoul",
        "intelligence",
    ),
    ("Japan praised the accord; India rejected it.", "rejected", "India", "it"),
    (
        "The general — a veteran of three wars — attacked the government.",
        "attacked",
        "general",
        "government",
    ),
    ("By 2016, Hezbollah had lost hundreds of fighters in Syria.", "lost", "Hezbollah", "hundreds"),
    ("Colonel-General Orlov replaced Gen. Haddad as commander.", "replaced", "Orlov", "Haddad"),
]


with (Path(__file__).parent / "cases" / "brief_roles.csv").open(encoding="utf-8") as file:
    BRIEFS = [tuple(row.values()) for row in csv.DictReader(file)]


def heads(token: Token, *labels: str) -> list[str]:
    firsts = [child for child in token.children if child.dep_ in labels]
    joined = [item for first in firsts for item in (first, *first.conjuncts)]
    return sorted((t.text for t in joined), key=str.lower)


def verb_of(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


@pytest.mark.parametrize(("text", "form", "subjects", "objects"), [*ROLES, *BRIEFS])
def test_roles(nlp: Language, text: str, form: str, subjects: str, objects: str) -> None:
    verb = verb_of(nlp(text), form)
    assert verb.pos_ == "VERB"
    assert heads(verb, "nsubj", "obl:agent") == sorted(subjects.split(), key=str.lower)
    assert heads(verb, "obj", "nsubj:pass") == sorted(objects.split(), key=str.lower)


def test_nouns_carry_their_parties(nlp: Language) -> None:
    doc = nlp("The lack of Russian support for Tehran strained the ties between Moscow and Iran.")
    ties = next(t for t in doc if t.text == "ties")
    (moscow,) = (t for t in ties.children if t.dep_ == "nmod")
    assert (moscow.text, [t.text for t in moscow.conjuncts]) == ("Moscow", ["Iran"])
    support = next(t for t in doc if t.text == "support")
    assert any(t.text == "Russian" and t.dep_ == "amod" for t in support.children)
