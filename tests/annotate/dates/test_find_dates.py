"""Dates found in sentences of our own: what is a date, which days it means, and how we know.

Every case runs on a blank tokenizer, so that no trained pipeline decides the outcome.
"""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate.dates import find_dates
from pipeline.annotate.parse import Doc
from pipeline.records import Block, BlockKind, DateMention, DocumentText

NLP = spacy.blank("en")

#: Wednesday.
PUBLISHED = date(2019, 6, 19)


def dates_of(text: str, day: date | None = None) -> tuple[DateMention, ...]:
    document = DocumentText(
        doc_id="d-test",
        path="",
        sha256="",
        media_type="text/plain",
        title="",
        text=text,
        blocks=(Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH),),
        date=day,
    )
    return find_dates(Doc(NLP(text)), document=document)


def rows(text: str, day: date | None = None) -> list[tuple[str, str]]:
    """Returns (text, EDTF) of each mention; "?" where a date has no interval."""
    return [
        (mention.evidence.text, mention.interval.edtf if mention.interval else "?")
        for mention in dates_of(text, day)
    ]


EXPLICIT = [
    ("Kenya signed on 12 March 2014.", [("12 March 2014", "2014-03-12")], "day first"),
    ("Kenya signed on March 12, 2014.", [("March 12, 2014", "2014-03-12")], "month first"),
    ("Signed on 2014-03-12.", [("2014-03-12", "2014-03-12")], "ISO"),
    ("Signed on 12.03.2014.", [("12.03.2014", "2014-03-12")], "points are day first"),
    ("Signed on 25/03/2014.", [("25/03/2014", "2014-03-25")], "only one reading is a date"),
    ("Signed on 03/04/2014.", [], "March or April: differs by country, so no date"),
    ("On the 5th of November 2019 it began.", [("5th of November 2019", "2019-11-05")], "ordinal"),
    ("Held on Sept. 9th, 2012.", [("Sept. 9th, 2012", "2012-09-09")], "short month, ordinal"),
    ("On Monday, 3 July 2017, they met.", [("Monday, 3 July 2017", "2017-07-03")], "weekday"),
    ("In May 2015 it fell.", [("May 2015", "2015-05")], "month"),
    ("A JUNE 2018 report.", [("JUNE 2018", "2018-06")], "capitals"),
    ("In the spring of 2015 it fell.", [("spring of 2015", "2015-21")], "season"),
    ("In autumn 2020 war came.", [("autumn 2020", "2020-23")], "season without of"),
    ("The fall of 2011 was tense.", [("fall of 2011", "2011-23")], "fall with a year is a season"),
    (
        "In winter 2015-16 it froze.",
        [("winter 2015-16", "2015-12/2016-02")],
        "winter ends next year",
    ),
    ("It runs until at least 2030.", [("2030", "2030")], "at least after until"),
    ("Founded in 1977.", [("1977", "1977")], "year"),
    ("Signed in 1648.", [("1648", "1648")], "an old year after 'in'"),
    ("It grew in the 1990s.", [("1990s", "199X")], "decade"),
    ("In the late '80s it fell.", [("late '80s", "1987/1989")], "short decade, part"),
    ("In the nineteenth century.", [("nineteenth century", "18XX")], "century"),
    (
        "By mid-December 2016 it fell.",
        [("mid-December 2016", "2016-12-11/2016-12-20")],
        "mid month",
    ),
    ("In late September 2015.", [("late September 2015", "2015-09-21/2015-09-30")], "late month"),
    ("In early 2018 it rose.", [("early 2018", "2018-01/2018-04")], "early year: four months"),
    ("At the end of 2020.", [("the end of 2020", "2020-11/2020-12")], "end: two months"),
    ("At the start of 2020.", [("the start of 2020", "2020-01/2020-02")], "start: two months"),
    ("Exports fell in Q3 2019.", [("Q3 2019", "2019-35")], "quarter has an EDTF symbol"),
    ("In the third quarter of 2019.", [("the third quarter of 2019", "2019-35")], "quarter, words"),
    ("The first half of 2020.", [("The first half of 2020", "2020-40")], "half"),
    ("The first nine months of 2020.", [("The first nine months of 2020", "2020-01/2020-09")], "n"),
    (
        "The second week of May 2012.",
        [("The second week of May 2012", "2012-05-08/2012-05-14")],
        "w",
    ),
    (
        "The week of March 5, 2014.",
        [("The week of March 5, 2014", "2014-03-03/2014-03-09")],
        "Monday",
    ),
    ("In the year 2000 it ended.", [("2000", "2000")], "a year that is also a number"),
    ("After the 9/11 attacks.", [("9/11", "2001-09-11")], "written so in every country"),
    ("The September 11 attacks.", [("September 11", "2001-09-11")], "the attacks name the year"),
    ("The 2008 raid angered Chad.", [("2008", "2008")], "a year before a noun"),
    ("The accord (2015) lapsed.", [("2015", "2015")], "a year in brackets"),
    ("It lapsed on 31 February 2015.", [("31 February 2015", "?")], "no such day: no interval"),
]

RANGES = [
    (
        "From July 24 to July 26, 2015, he spoke.",
        [("From July 24 to July 26, 2015", "2015-07-24/2015-07-26")],
        "the left side borrows the year",
    ),
    (
        "It lasted from September 2015 to July 2016.",
        [("from September 2015 to July 2016", "2015-09/2016-07")],
        "months of two years",
    ),
    ("Fought between 1977 and 1979.", [("between 1977 and 1979", "1977/1979")], "between ... and"),
    ("Fought between 1977-1979.", [("between 1977-1979", "1977/1979")], "between with a dash"),
    ("The 2015-16 talks failed.", [("2015-16", "2015/2016")], "short second year"),
    ("In 2015/16 talks failed.", [("2015/16", "2015/2016")], "a bar for a dash"),
    (
        "The drill of October 25-26, 2016.",
        [("October 25-26, 2016", "2016-10-25/2016-10-26")],
        "days",
    ),
    ("The drill of 5-7 March 2016.", [("5-7 March 2016", "2016-03-05/2016-03-07")], "days first"),
    (
        "From 12 to 14 March 2013.",
        [("From 12 to 14 March 2013", "2013-03-12/2013-03-14")],
        "bare day",
    ),
    (
        "In January and February 2015 he flew.",
        [("January and February 2015", "2015-01/2015-02")],
        "months that adjoin are one stretch",
    ),
    (
        "In the spring and summer of 2018.",
        [("spring and summer of 2018", "2018-03/2018-08")],
        "seasons that adjoin are one stretch",
    ),
    (
        "In May and again in November 2015.",
        [("May", "2015-05"), ("November 2015", "2015-11")],
        "months apart are two dates, the first borrows the year",
    ),
    (
        "In April, June and October 2014.",
        [("April", "2014-04"), ("June", "2014-06"), ("October 2014", "2014-10")],
        "a list borrows from its last item",
    ),
    (
        "From December 2015 to March they waited.",
        [("From December 2015 to March", "2015-12/2016-03")],
        "March comes after December: the next year",
    ),
    (
        "From November to January 2017.",
        [("From November to January 2017", "2016-11/2017-01")],
        "November comes before January: the year before",
    ),
    (
        "From late 2015 to early 2017.",
        [("From late 2015 to early 2017", "2015-09/2017-04")],
        "parts at both ends",
    ),
    (
        "July 24-August 3, 2015 was calm.",
        [("July 24-August 3, 2015", "2015-07-24/2015-08-03")],
        "a dash across months",
    ),
    ("Fighting since 2011 to the present.", [("2011", "2011")], "an open end is not part of it"),
    ("In 2014 and 2015 it grew.", [("2014", "2014"), ("2015", "2015")], "full years stay two"),
]

CARRIED = [
    (
        "In May 2015 Palmyra fell. From July 24 to July 26 the general met ministers.",
        [("May 2015", "2015-05"), ("From July 24 to July 26", "2015-07-24/2015-07-26")],
        "the narration's year",
    ),
    (
        "The siege began in November 2016. In January the town fell.",
        [("November 2016", "2016-11"), ("January", "2017-01")],
        "a month that comes again soon is the next one",
    ),
    (
        "In March 2016 they met. The talks had opened in February.",
        [("March 2016", "2016-03"), ("February", "2016-02")],
        "a month just before is the same year's",
    ),
    (
        "In 2014 the rebels took the capital. In September they signed a truce.",
        [("2014", "2014"), ("September", "2014-09")],
        "a bare year carries too",
    ),
    (
        "On 5 November 2005 they attacked and cleared the town four days later.",
        [("5 November 2005", "2005-11-05"), ("four days later", "2005-11-09")],
        "counts from the date before",
    ),
    (
        "He came on 3 May 2018. The following day he left.",
        [("3 May 2018", "2018-05-03"), ("The following day", "2018-05-04")],
        "the following day",
    ),
    (
        "It began in June 2013. A year later it ended.",
        [("June 2013", "2013-06"), ("A year later", "2014-06")],
        "a year after a month is a month",
    ),
    (
        "It began on 2 June 2013 and the same month it spread.",
        [("2 June 2013", "2013-06-02"), ("the same month", "2013-06")],
        "the same month",
    ),
    (
        "They met on 3 May 2018 and, later that year, again.",
        [("3 May 2018", "2018-05-03"), ("later that year", "2018-05-04/2018-12-31")],
        "what is left of the year",
    ),
    (
        "In 2011 war came. Two days later they fled.",
        [("2011", "2011"), ("Two days later", "?")],
        "no day to count from",
    ),
    ("By late September it was over.", [("late September", "?")], "no year anywhere: not placed"),
]

AGAINST_DOCUMENT = [
    ("He spoke yesterday.", [("yesterday", "2019-06-18")], "the day before"),
    ("He will speak tomorrow morning.", [("tomorrow morning", "2019-06-20")], "part of the day"),
    ("Today's vote failed.", [("Today", "2019-06-19")], "possessive stays out"),
    ("On Saturday they met.", [("Saturday", "2019-06-15")], "the past Saturday"),
    ("On Saturday they will meet.", [("Saturday", "2019-06-22")], "the coming one by the tense"),
    ("Last week they met.", [("Last week", "2019-06-10/2019-06-16")], "Monday to Sunday"),
    ("They meet next month.", [("next month", "2019-07")], "next month"),
    ("Last July they met.", [("Last July", "2018-07")], "the July that is over"),
    ("Last year trade fell.", [("Last year", "2018")], "last year"),
    ("At the end of last year.", [("the end of last year", "2018-11/2018-12")], "part of it"),
    (
        "By the end of the year.",
        [("the end of the year", "2019-11/2019-12")],
        "the document's year",
    ),
    ("On 12 December they met.", [("12 December", "2018-12-12")], "the past one"),
    ("On 12 February 100 people fled.", [("12 February", "2019-02-12")], "this year's"),
    ("The talks open on 3 July.", [("3 July", "2019-07-03")], "just ahead, though no 'will'"),
    ("They will vote on 12 February.", [("12 February", "2020-02-12")], "ahead by the tense"),
    ("On Monday, Oct. 15 he fell.", [("Monday, Oct. 15", "2018-10-15")], "weekday and year agree"),
    ("Over the past two weeks.", [("the past two weeks", "2019-06-05/2019-06-19")], "a window"),
    ("Three years ago they met.", [("Three years ago", "2016")], "as coarse as its unit"),
    (
        "Over the weekend they met.",
        [("the weekend", "2019-06-15/2019-06-16")],
        "the one that is over",
    ),
    (
        "In the first quarter trade fell.",
        [("the first quarter", "2019-33")],
        "of the document's year",
    ),
    ("In recent years ties cooled.", [("recent years", "?")], "a date no calendar can hold"),
    ("In the coming days it ends.", [("the coming days", "?")], "the same, ahead"),
    ("Several days later it fell.", [("Several days later", "?")], "no count"),
]

NOT_DATES = [
    ("Russia may act and others might.", "may the verb"),
    ("Prime Minister May of Britain spoke.", "May the person"),
    ("Theresa May said no.", "May the person, first name"),
    ("They march in the streets.", "march the verb"),
    ("The March on Rome failed.", "a march has a goal"),
    ("The fall of Aleppo shocked them.", "fall of a city"),
    ("The Arab Spring and the hot springs.", "names and nouns"),
    ("A second look at the Sun.", "second, Sun"),
    ("The Sunday Times reported it.", "a newspaper"),
    ("Bloody Sunday is remembered.", "a named event"),
    ("On May Day they rest.", "a holiday"),
    ("They fought for more than three years.", "a duration has no anchor"),
    ("A six-week war and a 30-day truce.", "durations as modifiers"),
    ("It must answer within 10 days.", "a time limit"),
    ("Over the years, every year, once a year.", "no particular year"),
    ("Some 2000 soldiers and 1500 people fled.", "counted people"),
    ("Resolution 1701 and UNSCR 2118 hold.", "numbers of resolutions"),
    ("It cost $2000 or 2015 euros.", "money"),
    ("A Su-2000 and a 2000-strong force.", "numbers in names and compounds"),
    ("Vision 2030 and Agenda 2063.", "programmes"),
    ("Spending in fiscal year 2015 rose.", "fiscal years begin when the country says"),
    ("See page 1999 and No. 2001.", "pages and numbers"),
    ("", "nothing to read"),
]


@pytest.mark.parametrize(
    ("text", "expected", "reason"), EXPLICIT + RANGES + CARRIED, ids=lambda value: str(value)[:40]
)
def test_dates_that_need_no_document_date(
    text: str, expected: list[tuple[str, str]], reason: str
) -> None:
    assert rows(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"), AGAINST_DOCUMENT, ids=lambda value: str(value)[:40]
)
def test_dates_that_count_from_the_document(
    text: str, expected: list[tuple[str, str]], reason: str
) -> None:
    assert rows(text, PUBLISHED) == expected, reason


@pytest.mark.parametrize(("text", "expected", "reason"), AGAINST_DOCUMENT)
def test_without_a_document_date_they_are_found_but_not_placed(
    text: str, expected: list[tuple[str, str]], reason: str
) -> None:
    assert rows(text) == [(words, "?") for words, _ in expected], reason


@pytest.mark.parametrize(("text", "reason"), NOT_DATES)
def test_look_alikes_are_no_dates(text: str, reason: str) -> None:
    assert rows(text, PUBLISHED) == [], reason


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("In May 2015 it fell.", None, [("month", "explicit")]),
        (
            "In May 2015 it fell. By late July it rose.",
            None,
            [("month", "explicit"), ("month", "context")],
        ),
        ("On 3 June they met.", PUBLISHED, [("day", "document")]),
        ("They met yesterday.", PUBLISHED, [("day", "relative")]),
        ("In spring 2015.", None, [("season", "explicit")]),
        ("In 2015.", None, [("year", "explicit")]),
        ("In the 1990s.", None, [("range", "explicit")]),
        ("From May to July 2015.", None, [("range", "explicit")]),
    ],
)
def test_precision_and_basis(text: str, day: date | None, expected: list[tuple[str, str]]) -> None:
    found = [mention.interval for mention in dates_of(text, day)]
    assert [(i.precision.value, i.basis.value) for i in found if i is not None] == expected


def test_background_years_do_not_move_the_narration() -> None:
    text = (
        "The union has monitored the border since 2011. In August 2019 it sent observers, "
        "citing the 2008 war. In September they reported."
    )
    assert rows(text)[-1] == ("September", "2019-09")


def test_news_goes_on_counting_from_its_own_date() -> None:
    text = (
        "Ministers met on Tuesday. The war began in March 2011. "
        "Aid stopped and prices rose. Traders left. On 4 June the envoy flew in."
    )
    assert rows(text, PUBLISHED)[-1] == ("4 June", "2019-06-04")


def test_a_date_does_not_cross_a_block() -> None:
    text = "Report of May\n\n2015 was a hard year."
    document = DocumentText(
        doc_id="d-test",
        path="",
        sha256="",
        media_type="text/plain",
        title="",
        text=text,
        blocks=(
            Block(start=0, end=13, kind=BlockKind.HEADING),
            Block(start=15, end=len(text), kind=BlockKind.PARAGRAPH),
        ),
    )
    found = find_dates(Doc(NLP(text)), document=document)
    assert [mention.evidence.text for mention in found] == ["May", "2015"]


def test_a_person_by_the_doc_is_no_month() -> None:
    text = "Talks with April failed."
    doc = NLP(text)
    doc.set_ents([doc.char_span(11, 16, label="PERSON")])
    document = DocumentText(
        doc_id="d-test", path="", sha256="", media_type="", title="", text=text, blocks=()
    )
    assert find_dates(Doc(doc), document=document) == ()
    assert [m.evidence.text for m in find_dates(Doc(NLP(text)), document=document)] == ["April"]


FRAGMENTS = st.lists(
    st.sampled_from(
        """in on from to between and or the a of early mid - late end May March June Dec. 2015 2016
        24 26 5th 1990s '80s Q3 H1 half first second week weeks month year years last next this
        that same following previous past coming recent two several later earlier ago yesterday
        today Monday Saturday spring fall winter , . ( ) / day days quarter decade century 31 30
        February 0 99 9999 2014-03-12 12.03.2014 30.02.2015 before after""".split()
    ),
    max_size=14,
)


@settings(deadline=None)
@given(FRAGMENTS, st.sampled_from([None, PUBLISHED, date(1000, 1, 1), date(9999, 12, 31)]))
def test_every_mention_reproduces_its_text_and_no_two_overlap(
    fragments: list[str], day: date | None
) -> None:
    text = " ".join(fragments)
    reached = 0
    for mention in dates_of(text, day):
        evidence = mention.evidence
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.start >= reached
        assert evidence.end > evidence.start
        reached = evidence.end
        if mention.interval is not None:
            assert mention.interval.start <= mention.interval.end


@settings(deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    for mention in dates_of(text, PUBLISHED):
        assert text[mention.evidence.start : mention.evidence.end] == mention.evidence.text
