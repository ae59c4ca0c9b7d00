"""Inline markup: what is marked is found again, and a typo is an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.markup import MARKS, parse_marked, print_marked


def test_marks_are_spans_of_the_plain_sentence() -> None:
    text, spans = parse_marked("[Chad](source) [left](trigger) [OPEC](target+cue).")
    assert text == "Chad left OPEC."
    assert spans == (
        (0, 4, "source"),
        (5, 9, "trigger"),
        (10, 14, "target"),
        (10, 14, "cue"),
    )


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("[Chad](sauce) left.", "unknown mark"),
        ("[Chad left.", "not closed"),
        ("[Chad] left.", "no name after it"),
        ("Chad](source) left.", "not closed"),
        ("[](source) left.", "not closed"),
    ],
)
def test_a_typo_is_an_error(marked: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_marked(marked)


@given(st.lists(st.tuples(st.text("abc ", min_size=1, max_size=4), st.sampled_from(sorted(MARKS)))))
def test_printing_and_parsing_are_inverse(parts: list[tuple[str, str]]) -> None:
    marked = "".join(f"[{words}]({name}) and " for words, name in parts)
    text, spans = parse_marked(marked)
    assert print_marked(text, spans) == marked
    assert [text[start:end] for start, end, _ in spans] == [words for words, _ in parts]
