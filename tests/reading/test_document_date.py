"""The date a document bears: where it is found, and where it is rightly not found."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.document_date import document_date

BODY = "\n\nThe ministers met for two hours and agreed on nothing.\n"

CASES = [
    ("GENEVA, 12 March 2024 (Agency) - Talks resumed.", "", (2024, 3, 12), "agency dateline"),
    ("Cairo, March 3, 2021 – Egypt said it would mediate.", "", (2021, 3, 3), "dateline, en dash"),
    ("BRUSSELS (3 May 2016): The Council met.", "", (2016, 5, 3), "dateline in brackets"),
    ("DOHA (Qatar), 3 May 2016 - Envoys met.", "", (2016, 5, 3), "the land in brackets"),
    ("(Tunis, May 3, 2016) – Police used force.", "", (2016, 5, 3), "all of it in brackets"),
    ("Statement on Libya\n\nDate: 3 March 2021" + BODY, "", (2021, 3, 3), "labelled line"),
    ("A Brief\nPublished March 3, 2021" + BODY, "", (2021, 3, 3), "label without colon"),
    ("A Brief\nPosted on Tuesday, 7 June 2022 | Press office" + BODY, "", (2022, 6, 7), "weekday"),
    ("# A Brief\n\n*7 June 2022*" + BODY, "", (2022, 6, 7), "a line of its own, Markdown emphasis"),
    ("A Brief\nNairobi, 5th of October 2019" + BODY, "", (2019, 10, 5), "place and date"),
    ("A Brief\nOctober 2019" + BODY, "", (2019, 10, 1), "cover month stands for its first day"),
    ("---\ntitle: X\ndate: 2020-02-29\n---\nText.", "", (2020, 2, 29), "Markdown front matter"),
    ("---\ntitle: X\ndate: '2020-02-29T10:00Z'\n---\nText.", "", (2020, 2, 29), "quoted timestamp"),
    ("Sept. 9, 2014" + BODY, "", (2014, 9, 9), "short month"),
    ("31.12.2018" + BODY, "", (2018, 12, 31), "digits with points are day first"),
    ("Text without a date.", "2021-03-03-lake-chad.md", (2021, 3, 3), "ISO date in the file name"),
    ("Text without a date.", "brief_20210303.txt", (2021, 3, 3), "compact date in the file name"),
    ("Text.\n" * 20 + "London, 3 May 2016", "", (2016, 5, 3), "signed and dated at the foot"),
    ("On 3 May 2016, ministers met in Rome.", "", None, "prose tells of a day"),
    ("In March 2021 the war ended. It had begun in 2014.", "", None, "prose opening with a month"),
    ("Paris, 13 November 2015 was a turning point.", "", None, "a sentence, no dateline"),
    ("The Treaty of 2 May 1998" + BODY, "", None, "a title that ends in a date"),
    ("Date: 31 February 2021" + BODY, "", None, "no such day"),
    ("Text.", "resolution-2249-annex.txt", None, "four digits are no date"),
    ("Text.", "scan_20219999.txt", None, "eight digits that are no date"),
    ("", "", None, "nothing to read"),
]


@pytest.mark.parametrize(
    ("text", "file_name", "expected", "reason"), CASES, ids=[case[3] for case in CASES]
)
def test_document_date(
    text: str, file_name: str, expected: tuple[int, int, int] | None, reason: str
) -> None:
    found = document_date(text, file_name=file_name)
    assert (found and found[0]) == (expected and date(*expected)), reason


def test_the_words_are_returned_as_written() -> None:
    found = document_date("GENEVA, 12 March 2024 (Agency) - Talks resumed.")
    assert found == (date(2024, 3, 12), "12 March 2024")


def test_metadata_goes_before_the_text() -> None:
    found = document_date("Date: 1 May 2020", metadata={"published": "2021-06-02T08:00:00Z"})
    assert found is not None
    assert found[0] == date(2021, 6, 2)


def test_empty_metadata_does_not_hide_the_text() -> None:
    found = document_date("Date: 1 May 2020", metadata={"date": "", "author": "A. Writer"})
    assert found is not None
    assert found[0] == date(2020, 5, 1)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_reads_back_from_its_long_form(day: date) -> None:
    written = f"{day.day} {day:%B} {day.year}"
    assert document_date(f"Vienna, {written}\n\nText.") == (day, written)


@given(st.text(max_size=200), st.text(max_size=30))
def test_no_text_breaks_it(text: str, file_name: str) -> None:
    found = document_date(text, file_name=file_name)
    assert found is None or isinstance(found[0], date)
