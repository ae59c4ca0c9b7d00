"""Whom pronouns, role nouns and the first person mean: every reference, no other.

The tables in `cases/` hold the text, what must be resolved (`words=Name`, separated by "; ") and
the reason; what is in doubt must stay unresolved.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.annotate.actors import find_actors
from pipeline.annotate.core import load_core
from pipeline.annotate.references import resolve_references
from pipeline.knowledge import load_knowledge
from pipeline.records import ActorBasis, ActorMention, DocumentText

pytestmark = pytest.mark.core
CASES = Path(__file__).parent / "cases"


def references_in(text: str, title: str = "", issuer: str = "") -> tuple[ActorMention, ...]:
    doc = load_core()(text)
    document = DocumentText(
        doc_id="d-00000000000000",
        path="case.txt",
        sha256="",
        media_type="text/plain",
        title=title,
        text=text,
        blocks=(),
        issuer=issuer,
    )
    knowledge = load_knowledge()
    actors = find_actors(doc, document=document, knowledge=knowledge)
    return resolve_references(doc, document=document, actors=actors, knowledge=knowledge)


def cases(name: str) -> list[object]:
    with (CASES / name).open(encoding="utf-8", newline="") as handle:
        return [
            pytest.param(row, id=f"{name}:{number}")
            for number, row in enumerate(csv.DictReader(handle), start=2)
        ]


@pytest.mark.parametrize("row", [*cases("pronouns_and_role_nouns.csv"), *cases("first_person.csv")])
def test_a_reference_means_who_it_must_and_doubt_nobody(row: dict[str, str]) -> None:
    found = references_in(row["text"], row.get("title", ""), row.get("issuer", ""))
    wanted = [part for part in row["expected"].split("; ") if part]
    assert [f"{m.evidence.text}={m.actor.name}" for m in found] == wanted, row["reason"]


def test_a_reference_says_of_what_sort_it_is_and_where_it_stands() -> None:
    text = "Benin and Togo argued. Both countries said they would wait."
    found = references_in(text)
    assert {m.basis for m in found} == {ActorBasis.ROLE, ActorBasis.PRONOUN}
    assert all(text[m.evidence.start : m.evidence.end] == m.evidence.text for m in found)
    sides = [m for m in found if m.basis is ActorBasis.ROLE]
    assert len({m.evidence for m in sides}) == 1
    assert {m.actor.name for m in sides} == {"Benin", "Togo"}


def test_a_text_without_actors_has_no_references() -> None:
    assert references_in("They met. It rained. We left, he said.") == ()
