"""From a dictionary to a table: which names an actor gets, and what is said of the others."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.knowledge.petrarch import build_rows, read_blocks, write_table
from pipeline.knowledge.petrarch.rows import Table


@pytest.fixture(scope="module")
def build():
    knowledge, gazetteer = load_knowledge(), load_gazetteer()

    def call(text: str) -> Table:
        blocks = read_blocks(text).blocks
        return build_rows(blocks, knowledge=knowledge, gazetteer=gazetteer, file="mine.txt")

    return call


def rows(table: Table) -> list[tuple[str, ...]]:
    columns = ("name", "aliases", "kind", "country", "valid_from", "valid_to")
    return [tuple(row[column] for column in columns) for row in table.rows]


def told(table: Table) -> list[tuple[int, str]]:
    return [(remark.line, remark.sort.value) for remark in table.remarks]


def test_a_group_with_synonyms_is_one_row(build) -> None:
    table = build("RIFT_FRONT_FOR_JUSTICE_(RFFJ)_ [KENREB]\n+RFJ_\n+MARSH_MEN\n")
    assert rows(table) == [
        ("Rift Front for Justice", "RFFJ;RFJ;Marsh Men", "armed_group", "KEN", "", "")
    ]
    assert table.rows[0]["source"] == "mine.txt:1 KENREB"
    assert told(table) == []


def test_who_was_an_elite_is_a_person_and_has_a_row_for_each_office(build) -> None:
    table = build(
        "ODUYA_AWITI_\n+PRESIDENT_AWITI_\n\t[KENELI 750101-821231]\n\t[KENGOV 830101-861231]\n"
        "\t[KENGOVMIL >900101]\n\t[KENELI]\n"
    )
    assert rows(table) == [
        ("Oduya Awiti", "President Awiti", "person", "KEN", "1983-01-01", "1986-12-31"),
        ("Oduya Awiti", "", "person", "KEN", "1990-01-01", ""),
    ]
    assert told(table) == [(3, "left out")]


def test_dates_of_office_make_a_person_and_say_so(build) -> None:
    table = build("AMINA_OTIENO_\n\t[KENGOV 030101-061231]\n")
    assert rows(table) == [("Amina Otieno", "", "person", "KEN", "2003-01-01", "2006-12-31")]
    assert told(table) == [(1, "check")]


def test_a_body_without_dates_is_a_body(build) -> None:
    table = build("RIFT_WATER_BOARD_ [KENGOV]\n")
    assert rows(table) == [("Rift Water Board", "", "government", "KEN", "", "")]
    assert told(table) == []


def test_a_group_that_changed_its_sector_keeps_no_dates(build) -> None:
    table = build("RIFT_FRONT_\n\t[KENREB 880101-951231]\n\t[KENPTY]\n")
    assert rows(table) == [("Rift Front", "", "party", "KEN", "", "")]
    assert told(table) == [(1, "check"), (2, "left out")]


def test_a_town_is_no_name_of_its_state(build) -> None:
    table = build("KENYA_ [KEN]\n+KENYAN_\n+NAIROBI_\n+KISUMU_\n+LAND_OF_THE_RIFT_\n")
    assert rows(table) == [("Kenya", "Land of the Rift", "state", "KEN", "", "")]
    assert told(table) == [(4, "left out")]


@pytest.mark.parametrize("block", ["KENYA_ [KEN]\n+KENYAN_\n", "KISUMU_ [KEN]\n"])
def test_a_block_that_adds_nothing_is_no_row(build, block: str) -> None:
    table = build(block)
    assert rows(table) == []
    assert told(table) == [(1, "left out")]


def test_an_actor_of_our_tables_keeps_its_name(build) -> None:
    table = build("AL-SHABAB_ [SOMREB]\n+SHABAAB_YOUTH\n")
    assert rows(table) == [("Al-Shabaab", "Al-Shabab;Shabaab Youth", "armed_group", "SOM", "", "")]
    table = build("AL-QAIDA_ [SAUREB]\n+THE_BASE_OF_JIHAD\n")
    assert rows(table) == [("al-Qaeda", "Al-Qaida;Base of Jihad", "armed_group", "", "", "")]
    assert told(table) == [(1, "check")]


def test_a_synonym_that_is_another_actor_is_left_to_it(build) -> None:
    table = build("MARSH_MEN_ [KENGOV]\n+WILLIAM_RUTO_\n+REED_MEN_\n")
    assert rows(table) == [("Marsh Men", "Reed Men", "government", "KEN", "", "")]
    assert told(table) == [(2, "left out")]


def test_an_actor_has_one_state(build) -> None:
    table = build("IDA_FOURIE_\n\t[KENELI]\n\t[KENGOV >030101]\n\t[ZAFGOV 950101-991231]\n")
    assert rows(table) == [("Ida Fourie", "", "person", "KEN", "2003-01-01", "")]
    assert told(table) == [(4, "left out")]


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        ("NOISE_ [###]", "left out"),
        ("NOISE_ [---]", "left out"),
        ("MARSH_MEN_", "not read"),
        ("MARSH_MEN_ [QQQ]", "not read"),
    ],
)
def test_what_gives_no_row_is_told(build, line: str, sort: str) -> None:
    table = build(line)
    assert (rows(table), told(table)) == ([], [(1, sort)])


def test_what_is_written_can_be_read_and_found(build, tmp_path) -> None:
    table = build("LAKE_ALLIANCE_FOR_UNITY_ [KENPTY]\n+LAFU_\nNOISE_ [###]\n")
    remarks = write_table(table, tmp_path / "mine.csv", dictionary="mine.txt")
    found = load_knowledge([tmp_path]).find("LAFU")[0]
    assert (found.actor.name, found.actor.kind) == ("Lake Alliance for Unity", "party")
    text = remarks.read_text(encoding="utf-8")
    assert text == "mine.txt:3: left out: 'NOISE' is marked as no actor: [###]\n"


def test_who_moves_from_one_body_to_another_is_a_person(build) -> None:
    table = build("IDA_FOURIE_ [KENGOV 010101-041231] [IGOUNO >050101]\n")
    assert rows(table) == [("Ida Fourie", "", "person", "KEN", "2001-01-01", "2004-12-31")]
    assert told(table) == [(1, "check"), (1, "left out")]


def test_abbreviations_of_the_tables_stay_what_they_are(build) -> None:
    table = build("UN_PANEL_ON_THE_RIFT_ [IGO]\nKURDISTAN_WORKERS'_PARTY_(PKK)_ [TURREB]\n")
    assert rows(table) == [
        ("UN Panel on the Rift", "", "igo", "", "", ""),
        ("Kurdistan Workers' Party", "PKK", "armed_group", "TUR", "", ""),
    ]


def test_brackets_that_are_no_abbreviation_stay_and_are_told(build) -> None:
    table = build("HARVEST_FRONT_(RIFT)_ [KENREB]\n+12345_\n")
    assert rows(table) == [("Harvest Front (Rift)", "", "armed_group", "KEN", "", "")]
    assert told(table) == [(1, "check"), (2, "not read")]
