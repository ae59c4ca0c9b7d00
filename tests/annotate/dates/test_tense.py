"""Which way a bare weekday or day points: the tense of its own clause decides, by the parse."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline.annotate.core import load_core
from pipeline.annotate.dates import find_dates
from pipeline.annotate.mending import mend_parses
from pipeline.annotate.parse import Doc
from pipeline.records import DocumentText

pytestmark = pytest.mark.core

#: Wednesday.
PUBLISHED = date(2019, 6, 19)


@pytest.fixture(scope="module")
def core() -> Language:
    return load_core()


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        ("On Monday the envoy left.", date(2019, 6, 17), "past tense"),
        ("The envoy will leave on Monday.", date(2019, 6, 24), "will"),
        ("The envoy said on Monday that he will leave.", date(2019, 6, 17), "said, then will"),
        ("They plan to vote on 12 February.", date(2020, 2, 12), "plan to"),
        ("They voted on 12 February.", date(2019, 2, 12), "past tense"),
    ],
)
def test_the_clause_decides(core: Language, text: str, day: date, reason: str) -> None:
    document = DocumentText(
        doc_id="d-test",
        path="",
        sha256="",
        media_type="",
        title="",
        text=text,
        blocks=(),
        date=PUBLISHED,
    )
    doc = Doc(core(text))
    mend_parses(doc)
    (mention,) = find_dates(doc, document=document)
    assert mention.interval is not None
    assert mention.interval.start == day, reason
