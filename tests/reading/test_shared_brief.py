"""The brief that the project is measured on, as a PDF extractor left it, is read whole.

The text is not part of the repository; the test is skipped where it is not at hand.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pipeline.reading import read_document, read_text

SHARED = Path(os.environ.get("ENTENTE_SHARED", Path(__file__).parents[3] / "shared"))
BRIEF = SHARED / "gold" / "seed.txt"

pytestmark = pytest.mark.skipif(not BRIEF.exists(), reason="the brief is not at hand")


def fold(text):
    return " ".join(text.split())


def test_every_sentence_stands_once_in_one_block():
    document, _ = read_document(BRIEF)
    blocks = [fold(document.text[block.start : block.end]) for block in document.blocks]
    rows = json.loads((BRIEF.parent / "seed.sentences.json").read_text(encoding="utf-8"))
    rows = rows["sentences"] if isinstance(rows, dict) else rows
    found = {row["sid"]: sum(block.count(fold(row["text"])) for block in blocks) for row in rows}
    assert {sid: count for sid, count in found.items() if count != 1} == {}
    assert len(found) > 90


def test_nothing_but_headings_and_two_pull_quotes_is_beside_them():
    document, problems = read_document(BRIEF)
    assert [problem.code for problem in problems] == ["pull-quote-dropped"] * 2
    headings = [b for b in document.blocks if b.kind.value == "heading"]
    assert len(headings) == 6
    assert all(block.section for block in document.blocks)


def test_reading_what_was_read_changes_nothing():
    document, _ = read_document(BRIEF)
    assert read_text(document.text).text == document.text
