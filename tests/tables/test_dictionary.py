"""DATA_DICTIONARY.md follows the registry."""

from __future__ import annotations

from pathlib import Path

from pipeline.problems import CATALOGUE
from pipeline.tables.columns import TABLES
from pipeline.tables.dictionary import FILE_NAME, dictionary, write_dictionary

ROOT = Path(__file__).parents[2]


def test_the_page_in_the_repository_is_up_to_date():
    page = (ROOT / FILE_NAME).read_text(encoding="utf-8")
    assert page == dictionary(), "run: python -m pipeline.tables.dictionary"


def test_the_page_names_every_column_and_problem():
    page = dictionary()
    for table in TABLES.values():
        section = page.partition(f"## {table.file_name}\n")[2].partition("\n## ")[0]
        rows = [line.split("|")[1].strip(" *") for line in section.splitlines() if "|" in line]
        assert rows[2:] == list(table.column_names)
    for code in CATALOGUE:
        assert f"| {code} |" in page


def test_cells_do_not_break_the_page_into_columns():
    for line in dictionary().splitlines():
        if line.startswith("|"):
            assert line.replace("\\|", "").count("|") in (3, 4, 5), line


def test_the_page_is_written_into_the_folder(tmp_path):
    assert write_dictionary(tmp_path).read_text(encoding="utf-8") == dictionary()
