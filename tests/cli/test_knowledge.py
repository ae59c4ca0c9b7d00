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
