"""`entente knowledge`: what a name means, and dictionaries of others made tables."""

from __future__ import annotations

import pytest

DICTIONARY = "LAKE_ALLIANCE_ [KENPTY]\n+LAKERS_\nLOST_ [KENGOV\nODUYA_AWITI_\n\t[KENGOV >030101]\n"


@pytest.fixture
def dictionary(tmp_path):
    path = tmp_path / "lake.actors.txt"
    path.write_text(DICTIONARY)
    return path


def test_import_writes_a_table_that_find_can_use(entente, dictionary, tmp_path):
    result = entente("knowledge", "import", dictionary, "--out", "mine")
    assert result.exit_code == 0, result.stderr
    assert "2 actors in 2 rows" in result.stdout
    assert "lake.actors.txt:3: not read: a bracket is not closed" in result.stdout
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == [
        "lake.actors.csv",
        "lake.actors.remarks.txt",
    ]
    found = entente("knowledge", "find", "Lakers", "--knowledge", "mine")
    assert found.exit_code == 0
    assert "Lake Alliance" in found.stdout


def test_import_never_writes_over_a_table_that_may_have_been_edited(entente, dictionary, tmp_path):
    entente("knowledge", "import", dictionary, "--out", "mine")
    table = tmp_path / "mine" / "lake.actors.csv"
    table.write_text("name,kind\nEdited,group\n")
    result = entente("knowledge", "import", dictionary, "--out", "mine")
    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert table.read_text() == "name,kind\nEdited,group\n"


def test_import_tells_every_file_that_it_cannot_read_and_writes_nothing(
    entente, dictionary, tmp_path
):
    agents = tmp_path / "agents.txt"
    agents.write_text("TEACHER [~EDU]\nBANK [~BUS]\n")
    picture = tmp_path / "picture.png"
    picture.write_bytes(bytes(range(256)) * 40)
    result = entente("knowledge", "import", dictionary, "nowhere.txt", agents, picture)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert "nowhere.txt cannot be read" in lines[0]
    assert "agents.txt is a dictionary of agents" in lines[1]
    assert "picture.png is no text" in lines[2]
    assert not (tmp_path / "knowledge").exists()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("the Kremlin", ("Russia", "a seat that stands for it", "COW 365 RUS", "Q159")),
        ("Batswana", ("Botswana", "a word for its people", "COW 571 BOT")),
        ("Burkinabé", ("Burkina Faso", "its demonym")),
        ("Mirziyoyev", ("Shavkat Mirziyoyev", "short for it", "president 2016-12-14 to now")),
        ("MNJTF", ("Multinational Joint Task Force", "another name", "Lake Chad Basin Commission")),
        ("Mombasa", ("place", "Mombasa", "KEN")),
    ],
)
def test_find_says_who_is_meant_and_why(entente, name, parts):
    result = entente("knowledge", "find", name)
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    assert [part for part in parts if part not in text] == []


def test_find_says_where_a_name_did_not_mean_somebody_on_the_day(entente):
    result = entente("knowledge", "find", "Uhuru Kenyatta", "--on", "1990-05-01")
    assert "but not on 1990-05-01" in result.stdout
    result = entente("knowledge", "find", "Uhuru Kenyatta", "--on", "2015-05-01")
    assert "but not" not in result.stdout


@pytest.mark.core
def test_find_reads_a_name_of_no_table_as_a_sentence_would(entente):
    result = entente("knowledge", "find", "Kenyan defence ministry")
    assert result.exit_code == 0
    assert "read in a sentence as Kenyan Defense Ministry (government, KEN)" in result.stdout


@pytest.mark.core
def test_find_shows_names_near_one_that_is_not_known(entente):
    result = entente("knowledge", "find", "Kremlim")
    assert result.exit_code == 1
    assert "near: Kremlin (Russia)" in result.stdout


def test_find_needs_a_name(entente):
    result = entente("knowledge", "find", " ")
    assert result.exit_code == 2
    assert "give a name" in result.stderr
