"""`entente extract` prints claims, and nothing but claims, on standard output."""

from __future__ import annotations

import csv
import io
import json

import pytest

from pipeline.tables.columns import TABLES

TEXT = "Peru condemned Kenya on 3 May 2019. Norway signed an agreement with Chad in Lima."


@pytest.mark.core
def test_a_table_has_one_line_for_each_claim(entente, tmp_path):
    (tmp_path / "brief.txt").write_text(TEXT)
    result = entente("extract", "brief.txt")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("tension")
    assert "ACCUSE" in lines[1]
    assert lines[2].startswith("cooperation")
    assert "AGREE" in lines[2]


@pytest.mark.core
def test_csv_has_the_columns_of_claims_csv(entente, tmp_path):
    (tmp_path / "brief.txt").write_text(TEXT)
    header, *rows = csv.reader(io.StringIO(entente("extract", "brief.txt", "-f", "csv").stdout))
    assert header == list(TABLES["claims"].column_names)
    pairs = [{row[header.index("source_name")], row[header.index("target_name")]} for row in rows]
    assert pairs == [{"Peru", "Kenya"}, {"Norway", "Chad"}]


@pytest.mark.core
def test_jsonl_from_standard_input_is_an_object_a_line(entente):
    result = entente("extract", "-", "--format", "jsonl", stdin=TEXT.encode())
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["relation"] for row in rows] == ["tension", "cooperation"]
    assert rows[0]["event_date"] == "2019-05-03"
    assert set(rows[0]) == set(TABLES["claims"].column_names)


@pytest.mark.core
@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "no text", id="empty"),
        pytest.param(bytes(range(256)) * 40, "no text in", id="bytes"),
    ],
)
def test_what_cannot_be_read_ends_with_1_and_prints_no_claim(entente, data, says):
    result = entente("extract", "-", "-f", "csv", stdin=data)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert says in result.stderr


@pytest.mark.core
def test_a_document_without_claims_is_no_failure(entente):
    result = entente("extract", "-", stdin=b"The weather was fine all week in the mountains.")
    assert result.exit_code == 0
    assert result.stdout == "No claim found.\n"
    assert "No actor was found" in result.stderr
