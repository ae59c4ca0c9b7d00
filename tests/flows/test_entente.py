"""The main flow reads what changed, writes tables whole, and loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.tables.columns import TABLES
from pipeline.tables.read import read_rows

pytestmark = [pytest.mark.flow, pytest.mark.core]


def output_files(folder: Path) -> dict[str, bytes]:
    """What an analyst gets, by name: all but the records of runs and what is kept for the next."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in {"runs", ".cache"}
    }


def test_every_table_and_text_is_written(run_now, briefs, tmp_path):
    summary = run_now(briefs, tmp_path / "out")
    tables = {f"{name}.csv" for name in TABLES}
    texts = {f"texts/{row['doc_id']}.txt" for row in read_rows(tmp_path / "out", "documents")}
    assert set(output_files(tmp_path / "out")) == tables | texts | {"datapackage.json"}
    assert (summary.n_documents, summary.n_parsed, summary.n_unreadable) == (3, 3, 0)
    assert summary.claims == {"cooperation": 1, "tension": 3}


def test_a_second_run_parses_nothing_and_writes_the_same(run_now, briefs, tmp_path, parsed):
    run_now(briefs, tmp_path / "out")
    before = output_files(tmp_path / "out")
    assert sorted(parsed) == ["one.txt", "three.txt", "two.md"]
    parsed.clear()
    assert run_now(briefs, tmp_path / "out").n_parsed == 0
    assert parsed == []
    assert output_files(tmp_path / "out") == before


def test_two_folders_of_the_same_input_are_equal_byte_for_byte(run_now, briefs, tmp_path):
    run_now(briefs, tmp_path / "a")
    run_now(briefs, tmp_path / "b", batch_documents=1)
    assert output_files(tmp_path / "a") == output_files(tmp_path / "b")


def test_only_a_new_or_changed_document_is_parsed(run_now, briefs, tmp_path, parsed):
    run_now(briefs, tmp_path / "out")
    parsed.clear()
    (briefs / "four.txt").write_text("Ghana thanked Togo.\n")
    (briefs / "one.txt").write_text("Peru condemned Ghana on 3 May 2019.\n")
    run_now(briefs, tmp_path / "out")
    assert sorted(parsed) == ["four.txt", "one.txt"]
    names = {row["target_name"] for row in read_rows(tmp_path / "out", "claims")}
    assert "Kenya" not in names


def test_only_a_moved_document_is_parsed_and_is_shown_where_it_lies(
    run_now, briefs, tmp_path, parsed
):
    run_now(briefs, tmp_path / "out")
    parsed.clear()
    (briefs / "2019").mkdir()
    (briefs / "one.txt").rename(briefs / "2019" / "one.txt")
    run_now(briefs, tmp_path / "out")
    assert parsed == ["2019/one.txt"]
    paths = {row["path"] for row in read_rows(tmp_path / "out", "documents")}
    assert paths == {"2019/one.txt", "two.md", "three.txt"}


def test_a_removed_document_leaves_the_tables(run_now, briefs, tmp_path):
    run_now(briefs, tmp_path / "out")
    (briefs / "two.md").unlink()
    run_now(briefs, tmp_path / "out")
    relations = {row["relation"] for row in read_rows(tmp_path / "out", "claims")}
    assert relations == {"tension"}


def test_other_rules_read_everything_anew(run_now, briefs, tmp_path, parsed):
    run_now(briefs, tmp_path / "out")
    parsed.clear()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "mine.yml").write_text(
        "- id: tension.accuse.heckle\n  type: ACCUSE\n  status: draft\n"
        "  trigger: {verb: [heckle]}\n  roles: {source: [subject], target: [object]}\n"
        "  examples: {match: ['[Norway](source) [heckled](trigger) [Chad](target).']}\n"
    )
    run_now(briefs, tmp_path / "out", rules=(mine,))
    assert len(parsed) == 3


def test_a_damaged_result_is_read_anew(run_now, briefs, tmp_path, parsed):
    run_now(briefs, tmp_path / "out")
    before = output_files(tmp_path / "out")
    parsed.clear()
    kept = sorted((tmp_path / "out" / ".cache").rglob("*.json.gz"))
    assert len(kept) == 3
    kept[0].write_bytes(b"half a file")
    run_now(briefs, tmp_path / "out")
    assert len(parsed) == 1
    assert output_files(tmp_path / "out") == before


def test_a_bug_names_its_document_and_costs_nothing_that_was_done(
    run_now, briefs, tmp_path, parsed, monkeypatch
):
    import pipeline.run

    run_now(briefs, tmp_path / "out")
    before = output_files(tmp_path / "out")
    for number in range(3):
        (briefs / f"z{number}.txt").write_text(f"Ghana thanked Togo {number + 2} times.\n")
    extract_claims = pipeline.run.extract_claims

    def break_on_the_last(annotated, *, rules):
        if "4 times" in annotated.document.text:
            raise ZeroDivisionError("a bug")
        return extract_claims(annotated, rules=rules)

    monkeypatch.setattr(pipeline.run, "extract_claims", break_on_the_last)
    with pytest.raises(ZeroDivisionError) as caught:
        run_now(briefs, tmp_path / "out")
    assert any("z2.txt" in note for note in caught.value.__notes__)
    assert output_files(tmp_path / "out") == before  # the tables of the last run, whole

    monkeypatch.setattr(pipeline.run, "extract_claims", extract_claims)
    parsed.clear()
    assert run_now(briefs, tmp_path / "out").n_documents == 6
    assert parsed == ["z2.txt"]  # the two before the bug are not parsed again


def test_the_manifest_says_what_the_run_was(run_now, briefs, tmp_path):
    run_now(briefs, tmp_path / "out")
    (path,) = (tmp_path / "out" / "runs").glob("*/manifest.json")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    assert manifest["run_id"] == path.parent.name
    assert {item["path"] for item in manifest["inputs"]} == {"one.txt", "two.md", "three.txt"}
    assert all(len(item["sha256"]) == 64 for item in manifest["inputs"])
    claims = read_rows(tmp_path / "out", "claims")
    assert {row["ruleset_version"] for row in claims} == {manifest["ruleset_version"]}
    assert {row["model_version"] for row in claims} == {manifest["model_versions"]["stance"]}
    assert manifest["counts"]["claims"] == {"cooperation": 1, "tension": 3}
    assert set(manifest["seconds"]) == {"prepare", "read", "write"}
    assert manifest["settings"]["input"] == str(briefs)


def test_the_terminal_stays_free_and_the_log_has_what_prefect_says(
    run_now, briefs, tmp_path, capfd
):
    run_now(briefs, tmp_path / "out")
    shown = capfd.readouterr()
    assert shown.out == shown.err == ""
    (log,) = (tmp_path / "out" / "runs").glob("*/log.txt")
    assert "Finished in state Completed" in log.read_text(encoding="utf-8")
