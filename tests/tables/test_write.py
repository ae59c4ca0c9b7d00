"""Tables on disk: read back equal, whole or not there, the same in every run."""

from __future__ import annotations

import csv
import importlib.util
from dataclasses import replace

import pandas as pd
import pytest
from frictionless import validate

from pipeline.problems import ConfigurationError
from pipeline.tables.build import build_tables
from pipeline.tables.columns import TABLES
from pipeline.tables.read import read_reviews, read_rows, read_table
from pipeline.tables.write import write_output, write_tables
from tests.tables.builders import KENYA, PERU, DocumentBuilder, treaty, unread


def write_treaty(folder):
    return write_output([treaty().result(), unread()], folder)


def test_rows_are_read_back_as_they_were_written(tmp_path):
    tables = write_treaty(tmp_path)
    for name in TABLES:
        assert read_rows(tmp_path, name) == tables[name]


def test_the_files_of_a_run(tmp_path):
    doc = treaty()
    write_treaty(tmp_path)
    found = {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()}
    tables = {f"{name}.csv" for name in TABLES}
    assert found == tables | {f"texts/{doc.doc_id}.txt", "datapackage.json"}


def test_the_text_is_written_byte_for_byte(tmp_path):
    doc = DocumentBuilder("a.txt", "Café\u2014\u201cquoted\u201d\n\nsecond block\x0c")
    write_output([doc.result()], tmp_path)
    assert (tmp_path / f"texts/{doc.doc_id}.txt").read_bytes() == doc.text.encode("utf-8")


def test_csv_is_utf8_with_header_commas_and_newlines(tmp_path):
    write_treaty(tmp_path)
    data = (tmp_path / "claims.csv").read_bytes()
    assert data.startswith(b"claim_id,statement_id,relation,source_name,target_name,direction,")
    assert b"\r" not in data
    assert data.endswith(b"\n")


def test_two_runs_write_the_same_bytes(tmp_path):
    for name, results in (
        ("one", [treaty("a.txt").result(), unread()]),
        ("two", [unread(), treaty("a.txt").result()]),
    ):
        write_output(results, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_sentence_that_looks_like_a_formula_is_guarded_on_disk_and_whole_after_reading(tmp_path):
    doc = DocumentBuilder("a.txt", "=Kenya met\r Peru")
    doc.claim(doc.actor("Kenya", KENYA), "met", doc.actor("Peru", PERU))
    write_output([doc.result()], tmp_path)
    with (tmp_path / "claims.csv").open(newline="") as file:
        (raw,) = csv.DictReader(file)
    assert raw["sentence"] == "'=Kenya met\r Peru"
    assert read_rows(tmp_path, "claims")[0]["sentence"] == "=Kenya met\r Peru"


def test_frictionless_accepts_the_package(tmp_path):
    write_treaty(tmp_path)
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "rowNumber", "message"])
    assert len(report.tasks) == len(TABLES)


def test_frictionless_accepts_a_package_without_rows(tmp_path):
    write_output([], tmp_path)
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "rowNumber", "message"])


def test_frictionless_refuses_a_value_out_of_range(tmp_path):
    write_treaty(tmp_path)
    path = tmp_path / "claims.csv"
    path.write_text(path.read_text().replace(",AGREE,0.50,", ",AGREE,1.50,"))
    assert not validate(str(tmp_path / "datapackage.json")).valid


def test_a_failed_write_leaves_the_old_table(tmp_path):
    write_treaty(tmp_path)
    before = (tmp_path / "claims.csv").read_bytes()
    tables = build_tables([treaty().result()])
    broken = {"claims": [*tables["claims"], {"claim_id": "c-1"}]}
    with pytest.raises(KeyError):
        write_tables(broken, tmp_path)
    assert (tmp_path / "claims.csv").read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_reviews_in_the_folder_fill_the_column(tmp_path):
    doc = treaty()
    claim_id = doc.claims[0].claim.claim_id
    (tmp_path / "reviews.csv").write_text(f"claim_id,verdict\n{claim_id},accepted\n")
    write_output([doc.result()], tmp_path)
    assert [row["review"] for row in read_rows(tmp_path, "claims")] == ["accepted", None]


def test_an_unknown_verdict_stops_before_anything_is_written(tmp_path):
    (tmp_path / "reviews.csv").write_text("claim_id,verdict\nc-1,Acepted\nc-2,maybe\n")
    with pytest.raises(ConfigurationError) as error:
        write_treaty(tmp_path)
    first, second = error.value.messages
    assert first.endswith("reviews.csv:2: unknown verdict 'Acepted'; did you mean \"accepted\"?")
    assert "reviews.csv:3" in second
    assert not (tmp_path / "claims.csv").exists()


def test_the_later_of_two_verdicts_holds(tmp_path):
    path = tmp_path / "reviews.csv"
    path.write_text("claim_id,verdict,note\nc-1,accepted,\nc-1,rejected,wrong pair\nc-2,,\n")
    assert read_reviews(path) == {"c-1": "rejected"}


def test_a_data_frame_has_the_types_of_the_registry(tmp_path):
    write_treaty(tmp_path)
    claims = read_table(tmp_path, "claims")
    assert list(claims.columns) == list(TABLES["claims"].column_names)
    assert claims["event_date"].dtype == "datetime64[s]"
    assert claims["event_date"].isna().tolist() == [False, True]
    assert claims["source_start"].dtype == "Int64"
    assert claims["attributed_to"].isna().all()
    assert claims["target_country"].tolist() == ["PER", "NAM"]


def test_an_empty_table_has_its_types_too(tmp_path):
    write_output([], tmp_path)
    claims = read_table(tmp_path, "claims")
    assert len(claims) == 0
    assert claims["stance"].dtype == "Float64"


def test_the_names_na_and_none_are_texts(tmp_path):
    doc = DocumentBuilder("a.txt", "NA met None.")
    doc.claim(
        doc.actor("NA", replace(KENYA, name="NA")),
        "met",
        doc.actor("None", replace(PERU, name="None")),
    )
    write_output([doc.result()], tmp_path)
    frame = read_table(tmp_path, "claims")
    assert frame[["source_name", "target_name"]].to_numpy().tolist() == [["NA", "None"]]


def test_a_folder_without_a_run_is_named(tmp_path):
    with pytest.raises(ConfigurationError, match=r"is .* the folder of a run"):
        read_rows(tmp_path, "claims")


def test_every_wrong_cell_is_named_with_its_line(tmp_path):
    write_treaty(tmp_path)
    path = tmp_path / "claims.csv"
    path.write_text(path.read_text().replace("0.50", "high").replace("2020-05-31", "May"))
    with pytest.raises(ConfigurationError) as error:
        read_rows(tmp_path, "claims")
    assert [m.partition("claims.csv")[2] for m in error.value.messages] == [
        ":2: stance = 'high' is not of type number",
        ":2: event_date_end = 'May' is not of type date",
    ]


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="pyarrow is an extra")
def test_parquet_holds_the_same_rows(tmp_path):
    tables = write_output([treaty().result()], tmp_path, parquet=True)
    frame = pd.read_parquet(tmp_path / "claims.parquet")
    assert list(frame["claim_id"]) == [row["claim_id"] for row in tables["claims"]]


def test_parquet_without_pyarrow_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.tables.write.find_spec", lambda name: None)
    with pytest.raises(ConfigurationError, match=r"entente\[parquet\]"):
        write_output([treaty().result()], tmp_path, parquet=True)
    assert not list(tmp_path.iterdir())
