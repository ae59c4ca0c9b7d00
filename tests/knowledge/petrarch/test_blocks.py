"""Lines of a dictionary: heads, synonyms, codes and dates; what is not understood is told."""

from __future__ import annotations

import pytest

from pipeline.knowledge.petrarch.blocks import read_blocks, why_not_actors
from pipeline.knowledge.petrarch.remarks import Sort


def shape(text: str) -> list[tuple[str, list[str], list[tuple[str, str, str]]]]:
    return [
        (
            block.head.text,
            [synonym.text for synonym in block.synonyms],
            [(code.code, code.valid_from, code.valid_to) for code in block.codes],
        )
        for block in read_blocks(text).blocks
    ]


def told(text: str) -> list[tuple[int, str]]:
    return [(remark.line, remark.sort.value) for remark in read_blocks(text).remarks]


def test_a_tabari_line_has_name_and_code() -> None:
    assert shape("RIFT_FRONT_ [KENREB] ; jdo 12 Mar 2004") == [
        ("RIFT FRONT", [], [("KENREB", "", "")])
    ]


def test_a_petrarch_block_has_synonyms_and_dated_codes() -> None:
    block = "ODUYA_AWITI_ # a comment\n+O._AWITI_\n\t[KENGOV 820101-861231]\n    [KENELI]\n"
    assert shape(block) == [
        ("ODUYA AWITI", ["O. AWITI"], [("KENGOV", "1982-01-01", "1986-12-31"), ("KENELI", "", "")])
    ]


def test_codes_may_stand_behind_one_another() -> None:
    assert shape("AWITI_\t[KENGOV <820101] [KENELI >19860101][KENOPP]") == [
        (
            "AWITI",
            [],
            [("KENGOV", "", "1982-01-01"), ("KENELI", "1986-01-01", ""), ("KENOPP", "", "")],
        )
    ]


@pytest.mark.parametrize(
    ("dates", "limits", "reason"),
    [
        ("310101-331108", ("1931-01-01", "1933-11-08"), "two digits above 30 are the last century"),
        ("300101-301231", ("2030-01-01", "2030-12-31"), "up to 30 this one"),
        ("19280101-20041207", ("1928-01-01", "2004-12-07"), "four digits say so themselves"),
        ("030101 - 031130", ("2003-01-01", "2003-11-30"), "blanks around the dash"),
        (">030101", ("2003-01-01", ""), "from a day on"),
        ("< 030101", ("", "2003-01-01"), "until a day"),
        ("030200-031131", ("2003-02", "2003-11"), "a day that is not there leaves the month"),
        ("030000-031231", ("2003", "2003-12-31"), "a month that is not there leaves the year"),
    ],
)
def test_dates(dates: str, limits: tuple[str, str], reason: str) -> None:
    [(_, _, codes)] = shape(f"AWITI_ [KENGOV {dates}]")
    assert codes == [("KENGOV", *limits)], reason


def test_comments_and_empty_lines_are_skipped_and_lines_counted() -> None:
    text = "# one\n\n<!-- two\nthree -->\n  ; four\nAWITI_ [KENGOV] <!-- x --> # y\nB [###] ; z"
    dictionary = read_blocks(text)
    assert [(b.head.line, b.head.text) for b in dictionary.blocks] == [(6, "AWITI"), (7, "B")]
    assert [code.code for code in dictionary.blocks[1].codes] == ["###"]
    assert dictionary.remarks == []


def test_an_article_is_no_part_of_a_name() -> None:
    assert shape("THE_DOCKERS_ [NGOKEN]\n+THE_") == [("DOCKERS", ["THE"], [("NGOKEN", "", "")])]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("AWITI_ [KENGOV", "an open bracket"),
        ("AWITI_ [KENGOV] WAS HERE", "words behind the code"),
        ("+ [KENGOV]", "a synonym without a word"),
        ("AWITI_ [820101]", "dates without a code"),
        ("AWITI_ [KENGOV 1982]", "no date of that form"),
        ("AWITI_ [KENGOV 900101-820101]", "an end before the beginning"),
        ("\t[KENGOV]", "a code under no name"),
        ("+AWITI_", "a synonym under no name"),
        ("- * GRANT LOAN [070]", "a verb's pattern"),
        ("TEACHER_ [~EDU]", "an agent"),
    ],
)
def test_a_line_that_is_not_understood_is_told(line: str, reason: str) -> None:
    assert told(f"\n{line}") == [(2, "not read")], reason


def test_what_follows_a_lost_head_goes_to_no_other_actor() -> None:
    text = "FIRST_ [KENGOV]\nLOST_ [KENGOV\n+LOST_TOO_\n\t[KENREB]\nLAST_ [KENMIL]"
    assert shape(text) == [
        ("FIRST", [], [("KENGOV", "", "")]),
        ("LAST", [], [("KENMIL", "", "")]),
    ]
    assert told(text) == [(2, "not read"), (3, "not read"), (4, "not read")]


def test_marks_of_sections_are_left_out() -> None:
    assert [r.sort for r in read_blocks("<NOUN>\nAWITI_ [KENGOV]").remarks] == [Sort.LEFT_OUT]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("TEACHER [~EDU]\nBANK [~BUS]\nCHURCH [NGO~]\n", "agents"),
        ("&ARMS\n+GUNS\nGRANT [070]\n- * LOAN [071]\n- * AID [072]\n", "verbs"),
        ("FOOTBALL\nCRICKET\n", "no name with a code"),
        ("", "no name with a code"),
    ],
)
def test_other_dictionaries_are_told_from_actors(text: str, part: str) -> None:
    assert part in why_not_actors(read_blocks(text))


def test_an_actor_dictionary_may_hold_a_stray_line_of_another() -> None:
    assert why_not_actors(read_blocks("AWITI_ [KENGOV]\nTEACHER [~EDU]\n")) == ""
