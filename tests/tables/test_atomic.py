"""Files that are whole or not there."""

from __future__ import annotations

import pytest

from pipeline.tables.atomic import open_replacing


def test_the_file_appears_only_when_it_is_complete(tmp_path):
    path = tmp_path / "new" / "table.csv"
    with open_replacing(path) as file:
        file.write("half")
        file.flush()
        assert not path.exists()
    assert path.read_text() == "half"


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("old")

    def write_half():
        with open_replacing(path) as file:
            file.write("half")
            raise RuntimeError("disk full")

    with pytest.raises(RuntimeError, match="disk full"):
        write_half()
    assert [p.name for p in tmp_path.iterdir()] == ["table.csv"]
    assert path.read_text() == "old"


def test_colleagues_can_read_the_file(tmp_path):
    path, usual = tmp_path / "table.csv", tmp_path / "usual.csv"
    usual.write_text("")
    with open_replacing(path) as file:
        file.write("x")
    assert path.stat().st_mode == usual.stat().st_mode
