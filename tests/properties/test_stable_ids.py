"""Ids and offsets: an edit elsewhere in a document leaves a claim's ids, text always fits."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.annotate import AnnotatedDocument, annotate
from pipeline.annotate.core import load_core
from pipeline.claims import extract_claims
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.reading import read_text
from pipeline.records import Claim
from tests.support.claims import annotate_texts, rules

pytestmark = pytest.mark.core

PARAGRAPHS = (
    "Peru condemned Chile in May 2019. Bolivia and Ecuador signed a treaty in Quito.",
    "Oman said that Iran had attacked Iraq. It also rejected Kuwait's demand.",
    "The harvest in the north was late.",
    "Japan and Australia held joint exercises near Okinawa.",
    "Sanctions were imposed on Belarus by Canada. Minsk criticised Ottawa’s “hostile” step.",
)

lists = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4, unique=True)


@lru_cache(maxsize=256)
def read(paragraphs: tuple[str, ...]) -> tuple[AnnotatedDocument, tuple[Claim, ...]]:
    document = read_text("\n\n".join(paragraphs))
    annotated = annotate(
        document, nlp=load_core(), knowledge=load_knowledge(), gazetteer=load_gazetteer()
    )
    return annotated, extract_claims(annotated, rules=rules())[0]


def ids_by_sentence(paragraphs: list[str]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for claim in read(tuple(paragraphs))[1]:
        key = (claim.statement_id, claim.claim_id)
        found.setdefault(claim.sentence.text, set()).add(key)
    return found


SLOW = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@SLOW
@given(lists)
def test_offsets_reproduce_the_words(paragraphs: list[str]) -> None:
    annotated, claims = read(tuple(paragraphs))
    text = annotated.document.text
    assert annotated.doc.text == text
    for claim in claims:
        pieces = [claim.trigger, claim.source.evidence, claim.target.evidence]
        pieces += claim.qualification.cues
        for piece in pieces:
            assert text[piece.start : piece.end] == piece.text
        assert claim.sentence.start <= claim.trigger.start < claim.sentence.end


@SLOW
@given(lists)
def test_ids_are_unique(paragraphs: list[str]) -> None:
    ids = [claim.claim_id for claim in read(tuple(paragraphs))[1]]
    assert len(ids) == len(set(ids))


@SLOW
@given(lists, st.sampled_from(PARAGRAPHS), st.booleans())
def test_a_paragraph_more_leaves_the_ids_of_the_others(
    paragraphs: list[str], new: str, before: bool
) -> None:
    if new in paragraphs:
        return
    edited = [new, *paragraphs] if before else [*paragraphs, new]
    kept = ids_by_sentence(edited)
    for sentence, ids in ids_by_sentence(paragraphs).items():
        assert kept.get(sentence) == ids, sentence


@pytest.mark.parametrize("twice", [PARAGRAPHS[0], PARAGRAPHS[3]])
def test_the_same_sentence_twice_gives_rows_of_their_own(twice: str) -> None:
    """In one paragraph: a paragraph that repeats another is taken for a pull quote."""
    (annotated,) = annotate_texts([f"{twice} {PARAGRAPHS[2]} {twice}"])
    claims, _ = extract_claims(annotated, rules=rules())
    ids = [claim.claim_id for claim in claims]
    assert len(ids) == len(set(ids)) == 2 * len(read((twice,))[1])
