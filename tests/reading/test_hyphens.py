"""Words broken over a line end are whole again; compounds keep their hyphen."""

from __future__ import annotations

import pytest

from pipeline.reading.hyphens import join_lines
from pipeline.reading.words import Lexicon, english_words

#: Words that the documents of the cases have elsewhere.
ELSEWHERE = "Iranian forces, backed by Ankara. A long range. The state saw the missile."


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        # broken words: the whole is an English word
        ("the meet-", "ing ended", "the meeting ended"),
        ("a resur-", "gence of", "a resurgence of"),
        ("its pro-", "file rose", "its profile rose"),
        ("the govern-", "ments met", "the governments met"),
        ("some thous-", "and men", "some thousand men"),
        ("an ex-", "port ban", "an export ban"),
        ("JOINT COOPERA-", "TION PLAN", "JOINT COOPERATION PLAN"),
        # broken words: a part is no word of its own
        ("President Mirzi-", "yoyev said", "President Mirziyoyev said"),
        ("the Haga-", "dera camp", "the Hagadera camp"),
        # compounds: both parts are words and the whole is none
        ("the Iranian-", "backed forces", "the Iranian-backed forces"),
        ("a long-", "range missile", "a long-range missile"),
        ("a pro-", "government rally", "a pro-government rally"),
        # compounds: a capital, a digit, an acronym, a part of a name
        ("Colonel-", "General Diallo", "Colonel-General Diallo"),
        ("at Tell al-", "Hassan", "at Tell al-Hassan"),
        ("near al-", "qusayr", "near al-qusayr"),
        ("the T-", "90 tank", "the T-90 tank"),
        ("the UN-", "led talks", "the UN-led talks"),
        ("in 2015-", "2016 they", "in 2015-2016 they"),
        # compounds: a prefix that takes a hyphen before a word
        ("a non-", "state group", "a non-state group"),
        ("the anti-", "missile shield", "the anti-missile shield"),
        ("as self-", "defence", "as self-defence"),
        # a hyphen that hangs
        ("short-", "and medium-range", "short- and medium-range"),
        # dashes and slashes
        ("the accord—", "a draft", "the accord—a draft"),
        ("the accord", "—a draft", "the accord—a draft"),
        ("the accord –", "a draft", "the accord – a draft"),
        ("the accord -", "a draft", "the accord - a draft"),
        ("and/", "or", "and/or"),
        # nothing to mend
        ("the two", "sides", "the two sides"),
        ("on a soft hy\u00ad", "phen", "on a soft hyphen"),
    ],
)
def test_two_lines_are_joined(left, right, joined):
    assert join_lines([left, right], Lexicon([ELSEWHERE, left, right])) == joined


@pytest.mark.parametrize(
    ("elsewhere", "joined"),
    [
        ("The ceasefire held. A ceasefire line.", "the ceasefire ended"),
        ("The cease-fire held. A cease-fire line.", "the cease-fire ended"),
        ("A cease-fire and a ceasefire.", "the ceasefire ended"),  # as often: joined
        ("Nothing of the kind.", "the ceasefire ended"),  # an English word
    ],
)
def test_the_document_itself_decides_first(elsewhere, joined):
    lines = ["the cease-", "fire ended"]
    assert join_lines(lines, Lexicon([elsewhere, *lines])) == joined


def test_the_broken_word_itself_is_no_witness():
    lexicon = Lexicon(["a meet-", "ing and a meeting"])
    assert [lexicon.count(word) for word in ("meet", "ing", "meeting")] == [0, 0, 1]


def test_a_word_over_three_lines_is_whole():
    lines = ["the reconcili-", "ation commis-", "sion met"]
    assert join_lines(lines, Lexicon(lines)) == "the reconciliation commission met"


def test_the_word_list_is_there():
    assert {"treaty", "agreements", "condemned"} <= english_words()
    assert len(english_words()) > 50_000
