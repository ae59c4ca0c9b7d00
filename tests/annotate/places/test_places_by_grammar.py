"""Country or actor, town or person: what the parse of the trained core decides."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.annotate.core import load_core
from pipeline.annotate.parse import Doc
from pipeline.annotate.places import find_places
from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.records import DocumentText

pytestmark = pytest.mark.core

GAZETTEER = load_gazetteer()


@pytest.fixture(scope="module")
def core() -> Language:
    return load_core()


CASES = [
    ("The minister flew to Ankara.", {"Ankara"}, "the goal of a flight"),
    ("The minister criticized Ankara.", set(), "a capital that is acted on is its government"),
    ("Moscow rejected the plan.", set(), "a capital that acts"),
    ("Fighting resumed in Libya.", {"Libya"}, "where something happens"),
    ("Libya expelled the envoy.", set(), "a country that acts"),
    ("The treaty between Chile and Peru expired.", set(), "members of a dyad"),
    ("Rebels advanced in eastern Chad.", {"eastern Chad"}, "a direction makes it a place"),
    ("Two soldiers died near Bamako and Gao.", {"Bamako", "Gao"}, "both names of a list"),
    ("The army has recaptured Kupiansk and Lyman.", {"Kupiansk", "Lyman"}, "towns as objects"),
    ("Sofia Rahmani praised the deal.", set(), "a person named like a capital"),
    ("Talks opened in Doha, Qatar.", {"Doha", "Qatar"}, "the country beside its town"),
    ("The convoy reached the village of Zarqat al-Nahr.", {"Zarqat al-Nahr"}, "by its kind"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES)
def test_places_by_grammar(core: Language, text: str, expected: set[str], reason: str) -> None:
    document = DocumentText(
        doc_id="d-test", path="", sha256="", media_type="", title="", text=text, blocks=()
    )
    found = find_places(Doc(core(text)), document=document, actors=(), gazetteer=GAZETTEER)
    assert {mention.evidence.text for mention in found} == expected, reason
