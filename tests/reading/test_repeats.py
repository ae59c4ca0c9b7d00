"""Pull quotes are found, ordinary repetition is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.repeats import repeated_lines

SENTENCE = "Lima remains wary of the navy that its southern neighbour has built since the last war."
PHRASE = "the sovereignty and territorial integrity of the island state"
BODY = [f"Trade has grown. {SENTENCE[:40]}", f"{SENTENCE[40:]} Both gain", "from open ports."]


@pytest.mark.parametrize(
    ("blocks", "quotes"),
    [
        # a block that the body has
        ([BODY, [SENTENCE]], [[3]]),
        ([[SENTENCE], BODY], [[0]]),
        # wrapped otherwise, a word broken, other quotation marks
        (
            [BODY, ["“Lima remains wary of the navy that its south-", "ern neighbour has built"]],
            [[3, 4]],
        ),
        # whole lines between two sentences of another paragraph
        (
            [BODY, ["The port is open.", SENTENCE[:50], SENTENCE[50:], "Ships call weekly."]],
            [[4, 5]],
        ),
        # at a paragraph's end
        ([BODY, ["The port is open.", SENTENCE]], [[4]]),
        # of two equal blocks the later one
        ([[SENTENCE], ["Something else is said here."], [SENTENCE]], [[2]]),
        # of three equal blocks two
        ([[SENTENCE], [SENTENCE], [SENTENCE]], [[1], [2]]),
        # too short to be one: a heading, a name
        ([["Lima remains wary"], BODY], []),
        ([["Ministry of Foreign Affairs"], ["The Ministry of Foreign Affairs said so."]], []),
        # a phrase that recurs in the middle of sentences
        (
            [
                ["Ministers backed the sovereignty and territorial", "integrity of the islands."],
                ["The bloc backed the sovereignty and territorial", "integrity of the islands."],
            ],
            [],
        ),
        # a line that recurs, but not as a sentence
        (
            [["They agreed that", PHRASE, "hold."], ["They wrote that", PHRASE, "end."]],
            [],
        ),
        ([], []),
        ([[]], []),
        ([["", "* * *"]], []),
    ],
)  # fmt: skip
def test_pull_quotes_are_found(blocks, quotes):
    assert repeated_lines(blocks) == quotes


@given(st.lists(st.lists(st.sampled_from([SENTENCE, *BODY, "Short.", ""]), max_size=4), max_size=5))
def test_what_is_left_out_is_still_said(blocks):
    flat = [line for block in blocks for line in block]
    quotes = repeated_lines(blocks)
    dropped = {number for quote in quotes for number in quote}
    assert len(dropped) == sum(map(len, quotes))

    def letters(lines):
        return "".join(c for line in lines for c in line.casefold() if c.isalnum())

    kept = letters(line for number, line in enumerate(flat) if number not in dropped)
    for number in dropped:
        assert letters([flat[number]]) in kept


def test_a_long_table_of_equal_lines_is_left_alone():
    line = "Santiago; Chile; 5,100,000; capital; South America; Spanish; peso; Pacific coast"
    assert repeated_lines([[f"{line} {n}"] for n in range(500)]) == []
