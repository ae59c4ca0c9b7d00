"""Characters are made plain before any offset exists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.characters import clean_characters


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("the \ufb01rst o\ufb03ce", "the first office"),  # ligatures
        ("U.S.\u00a0visit\u2009of\u202f5", "U.S. visit of 5"),  # spaces of typesetters
        ("Sa\u200bna\u2060a\ufeff", "Sanaa"),  # characters without width
        ("\u202bhidden direction\u202c", "hidden direction"),
        ("co\u00adope\u00adra\u00adtion", "cooperation"),  # soft hyphens inside a line
        ("co\u00ad\noperation", "co\u00ad\noperation"),  # at its end it is needed to join lines
        ("co\ufffe\noperation", "co\u00ad\noperation"),  # what PDFium writes for one
        ("non\u2011aligned", "non-aligned"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("page one \f page two", "page one\fpage two"),
        ("bell\x07 and nul\x00", "bell and nul"),
        ("CafÃ© talks", "Café talks"),  # UTF-8 read as cp1252 somewhere before
        ("“curly” and ‘single’ — kept…", "“curly” and ‘single’ — kept…"),  # evidence is verbatim
        ("R&amp;D", "R&D"),
        ("the border.[3][12] Then", "the border. Then"),  # marks of notes
        ("the border.² Then", "the border. Then"),
        ("some 40 km² of land", "some 40 km² of land"),  # a unit
        ("to prove that [Chile] is", "to prove that [Chile] is"),  # an editor's insertion
        ("in [2015] they", "in [2015] they"),
    ],
)
def test_odd_characters_are_made_plain(text, clean):
    assert clean_characters(text) == clean


@given(st.text(max_size=60))
def test_cleaning_a_clean_text_changes_nothing(text):
    once = clean_characters(text)
    assert clean_characters(once) == once


@given(st.text(alphabet="ab .\n\f\r\u00ad\u00a0\u200b\ufb01[1]²&;amp-", max_size=30))
def test_cleaning_what_needs_cleaning_settles_at_once(text):
    once = clean_characters(text)
    assert clean_characters(once) == once
