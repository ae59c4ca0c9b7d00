"""The words with which a date can begin: none that the grammar reads may be missing."""

from __future__ import annotations

import pytest

from pipeline.annotate.dates.lexemes import lex
from pipeline.annotate.dates.openers import opens_date
from pipeline.annotate.dates.ranges import read_date
from pipeline.annotate.dates.words import Words
from tests.annotate.cases import all_cases

#: Every form that begins with a word of its own, whatever the tables hold.
FORMS = """
of years ago; the year's end; year's end; month-end; very end of May; middle of 2015; mid-May
end-2015; late 2015; early May; beginning of May; Q3 2019; H1 2020; third-quarter 2019
last quarter of 2019; opening days of May; closing weeks of 2014; final year of 2014
week of March 3; weekend of 12 May; earlier today; later that year; tomorrow; tonight
this morning; last night; the day before yesterday; these past days; recent years; coming days
upcoming weeks; following two weeks; preceding two months; several days later
a couple of weeks ago; a year earlier; 24 days ago; days later; previous year; that spring
next Monday; past year; Sunday; Tues. 3 May; 9/11; 2014-03-12; 12.03.2014; Dec. 6th
winter 2015-16; 1990s; '90s; the nineties; late eighties; twenty-first century; 19th century
between 3 and 9 May; from May to July; on 3, 5 and 9 May 2014; hours later; decades ago
""".replace("\n", ";").split(";")


@pytest.mark.parametrize("form", [form.strip() for form in FORMS if form.strip()])
def test_a_form_of_date_is_tried(form: str) -> None:
    assert _missed(form) == []


def test_no_date_of_the_tables_is_missed() -> None:
    assert [found for case in all_cases() for found in _missed(case.sentence)] == []


def test_most_words_are_not_tried() -> None:
    lexemes = lex("Chad attacked Niger, whose army fled across a river.", 0, 52)
    assert [item.text for item in lexemes if opens_date(item)] == ["a"]


def _missed(text: str) -> list[str]:
    """Returns the first words of dates in the text that are not known to open one."""
    words = Words(lex(text, 0, len(text)))
    opening = [i for i in range(len(words)) if read_date(words, i) is not None]
    return [words.lower(i) for i in opening if not opens_date(words.lexemes[i])]
