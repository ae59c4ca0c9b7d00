"""What a reference is: its basis, its place in the text, its actors. Who is meant: the tables."""

from __future__ import annotations

import pytest

from pipeline.records import ActorBasis
from tests.annotate.references.cases import references_in

pytestmark = pytest.mark.core


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
