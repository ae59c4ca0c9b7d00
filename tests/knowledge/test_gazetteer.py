"""The gazetteer: what is in it, how names are found, and what a wrong table says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.knowledge.gazetteer.extract import is_written_name, plain_name
from pipeline.knowledge.gazetteer.load import KINDS, PLACES
from pipeline.knowledge.gazetteer.skeleton import alike, skeleton
from pipeline.problems import ConfigurationError

GAZETTEER = load_gazetteer()


def found(name: str) -> list[tuple[str, str]]:
    return [(match.entry.name, match.entry.country) for match in GAZETTEER.find(name)]


def test_it_holds_more_than_300_000_names() -> None:
    assert len(GAZETTEER) > 300_000


@pytest.mark.parametrize(
    ("name", "first", "reason"),
    [
        ("Palmyra", ("Palmyra", "SYR"), "our own table comes before towns of that name"),
        ("Tadmor", ("Palmyra", "SYR"), "an alias"),
        ("DAYR AZ-ZAWR", ("Deir ez-Zor", "SYR"), "case and hyphens do not matter"),
        ("Sana'a", ("Sanaa", "YEM"), "nor do apostrophes"),
        ("Zürich", ("Zürich", "CHE"), "a diacritic"),
        ("Zurich", ("Zürich", "CHE"), "and its absence"),
        ("Türkiye", ("Turkey", "TUR"), "countries have aliases"),
        ("Euphrates", ("Euphrates River", ""), "a river of three countries belongs to none"),
        ("Qom", ("Qom", "IRN"), "three letters suffice for a main name"),
        ("Paris", ("Paris", "FRA"), "the largest of its name"),
    ],
)
def test_the_likeliest_place_comes_first(name: str, first: tuple[str, str], reason: str) -> None:
    assert found(name)[0] == first, reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Xyzzyopolis", "no such place"),
        ("", "nothing"),
        ("ALP", "an airport's code is no name"),
        ("Дамаск", "other scripts are left out"),
        ("dmz", "an acronym only in capitals"),
    ],
)
def test_not_found(name: str, reason: str) -> None:
    assert found(name) == [], reason


def test_a_town_is_not_given_twice() -> None:
    names = [match.entry.geonames_id for match in GAZETTEER.find("Deir ez-Zor")]
    assert len(names) == len(set(names))


def test_by_names_lead_to_our_own_row() -> None:
    assert all(entry == ("Homs", "SYR") for entry in found("Emesa")[:1])


@pytest.mark.parametrize(
    ("word", "code"),
    [("Syrian", "SYR"), ("Kazakh", "KAZ"), ("Chad", "TCD"), ("South Sudanese", "SSD"), ("Red", "")],
)
def test_country_of_an_adjective(word: str, code: str) -> None:
    assert GAZETTEER.country_of_adjective(word) == code


def test_neighbours() -> None:
    assert "IRQ" in GAZETTEER.neighbours("SYR")
    assert GAZETTEER.neighbours("XXX") == frozenset()


@pytest.mark.parametrize(
    ("written", "country", "names", "reason"),
    [
        ("Dayr al-Zur", "SYR", {"Deir ez-Zor"}, "article and vowels differ"),
        ("Qamishlou", "SYR", {"Qamishli"}, "a last vowel differs"),
        ("Selonia", "LVA", set(), "a country that writes Latin needs no guessing"),
        ("Dayr al-Zur", "IRQ", set(), "only countries the document is about"),
        ("Ur", "IRQ", set(), "too few consonants to tell names apart"),
    ],
)
def test_names_romanised_otherwise(
    written: str, country: str, names: set[str], reason: str
) -> None:
    alike_names = {match.entry.name for match in GAZETTEER.find_alike(written, {country})}
    assert alike_names == names, reason


def test_skeletons() -> None:
    assert (
        skeleton("Deir ez-Zor") == skeleton("Dayr az-Zawr") == skeleton("Deir al-Zour") == "dr zr"
    )
    assert skeleton("Shaddadi") == skeleton("Shadadi")
    assert skeleton("Homs") != skeleton("Hama")
    assert not alike("Selonia", "Silene")


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(text: str) -> None:
    GAZETTEER.find(text)
    GAZETTEER.find_alike(text, {"SYR", "UKR"})
    skeleton(text)


def test_our_own_table_is_sound() -> None:
    with PLACES.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) >= 600
    assert {row["kind"] for row in rows} <= KINDS
    keys = [(row["name"], row["countries"]) for row in rows]
    assert len(keys) == len(set(keys))
    for row in rows:
        for code in filter(None, row["countries"].split(";")):
            assert GAZETTEER.country(code) is not None, row


def test_each_of_our_places_is_found_by_each_of_its_names() -> None:
    with PLACES.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            for name in (row["name"], *filter(None, row["aliases"].split(";"))):
                names = {match.entry.name for match in GAZETTEER.find(name)}
                assert row["name"] in names, (row["name"], name)


def test_an_analysts_table_is_laid_over_ours(tmp_path: Path) -> None:
    table = tmp_path / "places-mine.csv"
    table.write_text(
        "name,kind,countries,lat,lon,aliases\nZarqat,village,SYR,35.5,38.25,Zarkat;Zerqat\n",
        encoding="utf-8",
    )
    for extra in (tmp_path, table):
        (match,) = load_gazetteer([extra]).find("zarkat")
        assert (match.entry.name, match.entry.lat, match.entry.lon) == ("Zarqat", 35.5, 38.25)
    assert load_gazetteer([tmp_path]).digest != GAZETTEER.digest


def test_other_tables_in_the_folder_are_left_to_others(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text("name,kind\nX,state\n", encoding="utf-8")
    assert load_gazetteer([tmp_path]).digest == GAZETTEER.digest


def test_all_mistakes_of_a_table_are_told_at_once(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text(
        "name,kind,countries,lat,lon,geonames_id,aliases\n"
        ",town,SYR,,,,\n"
        "A,castle,SYR,,,,\n"
        "B,town,Syria,,,,\n"
        "C,town,SYR,35.1,,,\n"
        "D,town,SYR,95,north,,\n"
        "E,town,SYR,,,x1,\n"
        "F,town\n",
        encoding="utf-8",
    )
    with pytest.raises(ConfigurationError) as caught:
        load_gazetteer([table, tmp_path / "missing.csv"])
    told = "\n".join(caught.value.messages)
    for line, words in [
        (2, "the name is empty"),
        (3, "unknown kind 'castle'"),
        (4, "'Syria' is no ISO 3166"),
        (5, "given together"),
        (6, "lat '95'"),
        (6, "lon 'north'"),
        (7, "geonames_id 'x1'"),
        (8, "7 cells expected"),
    ]:
        assert any(f":{line}:" in m and words in m for m in caught.value.messages), (line, told)
    assert "missing.csv: there is no such" in told


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,kind,colour\nA,town,red\n", "unknown column 'colour'"),
        ("name\nA\n", "column 'kind' is missing"),
        ("", "column 'name' is missing"),
    ],
)
def test_a_wrong_header_is_told(tmp_path: Path, text: str, message: str) -> None:
    table = tmp_path / "places.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message):
        load_gazetteer([table])


def test_a_table_that_is_no_text_is_told(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_bytes(b"name,kind\n\xff\xfe,town\n")
    with pytest.raises(ConfigurationError, match="cannot be read as UTF-8"):
        load_gazetteer([table])


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Ḩamāh", "Hamah"),
        ("Ţarţūs", "Tartus"),
        ("Zürich", "Zürich"),
        ("Curaçao", "Curaçao"),
        ("Şırnak", "Şırnak"),
        ("Goma", "Goma"),
    ],
)
def test_scholarly_marks_go_letters_stay(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Damas", True), ("ALP", False), ("dmshq", False), ("Дамаск", False), ("Şam", True)],
)
def test_which_alternates_are_kept(name: str, kept: bool) -> None:
    assert is_written_name(name) is kept
