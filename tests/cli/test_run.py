"""`entente run`: bad documents are told and the run goes on; a killed run loses nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.tables.read import read_rows

pytestmark = [pytest.mark.flow, pytest.mark.core]


@pytest.fixture
def on_server(prefect_server, monkeypatch):
    """Has runs use the session's server."""
    monkeypatch.setenv("PREFECT_API_URL", prefect_server)


@pytest.fixture
def briefs(tmp_path):
    folder = tmp_path / "briefs"
    folder.mkdir()
    return folder


def problems(output: Path) -> dict[str, set[str]]:
    """Codes of problems.csv by the file they are about."""
    found: dict[str, set[str]] = {}
    for row in read_rows(output, "problems"):
        found.setdefault(str(row["path"]), set()).add(str(row["code"]))
    return found


def test_every_bad_document_is_told_and_the_good_one_is_read(on_server, entente, briefs):
    (briefs / "good.txt").write_text("Peru condemned Kenya on 3 May 2019.\n")
    (briefs / "empty.txt").write_bytes(b"")
    (briefs / "blank.txt").write_text(" \n\n\t\n")
    (briefs / "random.txt").write_bytes(random.Random(7).randbytes(5_000))
    (briefs / "scan.xyz").write_bytes(b"%XYZ")
    (briefs / "long.txt").write_text("Chad thanked Norway. " + "grain " * 16_700)
    (briefs / "nobody.txt").write_text("The weather was fine all week in the mountains.\n")
    (briefs / "gone.txt").symlink_to(briefs / "nowhere.txt")
    result = entente("run", "briefs", "--out", "out")
    assert result.exit_code == 0, result.stderr
    told = problems(briefs.parent / "out")
    assert told["empty.txt"] == {"file-empty"}
    assert told["blank.txt"] == {"file-empty"}
    assert told["random.txt"] == {"not-text"}
    assert told["scan.xyz"] == {"type-unknown"}
    assert told["long.txt"] >= {"line-too-long"}
    assert told["nobody.txt"] == {"no-actors"}
    assert "good.txt" not in told
    claims = read_rows(briefs.parent / "out", "claims")
    assert ("Peru", "Kenya") in {(row["source_name"], row["target_name"]) for row in claims}
    documents = {str(row["path"]) for row in read_rows(briefs.parent / "out", "documents")}
    assert documents >= {"good.txt", "empty.txt", "blank.txt", "random.txt", "scan.xyz"}
    assert "1 not-text" in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="file modes")
def test_a_file_that_may_not_be_read_is_a_problem_and_is_read_once_it_may(
    on_server, entente, briefs, monkeypatch
):
    (briefs / "open.txt").write_text("Peru condemned Kenya on 3 May 2019.\n")
    shut = briefs / "shut.txt"
    shut.write_text("Norway supported Chad.\n")
    shut.chmod(0)
    if os.access(shut, os.R_OK):  # for root no file is shut
        refuse_to_open(shut, monkeypatch)
    result = entente("run", "briefs", "--out", "out")
    assert result.exit_code == 0, result.stderr
    assert problems(briefs.parent / "out")["shut.txt"] == {"file-unreadable"}
    assert "1 file could not be read." in result.stdout

    monkeypatch.undo()
    monkeypatch.chdir(briefs.parent)
    shut.chmod(0o644)
    assert entente("run", "briefs", "--out", "out").exit_code == 0
    assert "shut.txt" not in problems(briefs.parent / "out")
    assert len(read_rows(briefs.parent / "out", "claims")) == 2


def refuse_to_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the file refuse every opening, as for a user who is not root."""
    open_path = Path.open

    def refusing(self: Path, *arguments: object, **options: object):
        if self.name == path.name:
            raise PermissionError(13, "Permission denied", str(self))
        return open_path(self, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", refusing)


def test_where_nothing_can_be_read_it_ends_with_1_and_says_why(on_server, entente, briefs):
    (briefs / "empty.txt").write_bytes(b"")
    result = entente("run", "briefs", "--out", "out")
    assert result.exit_code == 1
    assert "0 documents" in result.stdout
    assert problems(briefs.parent / "out") == {"empty.txt": {"file-empty"}}


def test_an_empty_folder_ends_with_1_and_leaves_the_tables_alone(on_server, entente, briefs):
    (briefs / "good.txt").write_text("Peru condemned Kenya on 3 May 2019.\n")
    entente("run", "briefs", "--out", "out")
    before = (briefs.parent / "out" / "claims.csv").read_bytes()
    (briefs / "good.txt").unlink()
    result = entente("run", "briefs", "--out", "out")
    assert result.exit_code == 1
    assert "no documents in briefs" in result.stderr
    assert (briefs.parent / "out" / "claims.csv").read_bytes() == before


def test_the_summary_says_what_was_found_and_where_it_is(on_server, entente, briefs):
    (briefs / "good.txt").write_text("Peru condemned Kenya. Peru accused Kenya of fraud.\n")
    shown = entente("run", "briefs", "--out", "out").stdout
    assert "1 document (1 read now), 2 sentences" in shown
    assert "2 claims: 2 tension" in shown
    assert "Kenya - Peru: 0 / 2" in shown
    assert "Tables in out/" in shown


def test_explain_finds_the_claim_that_a_run_wrote(on_server, entente, briefs):
    (briefs / "good.txt").write_text("Peru condemned Kenya on 3 May 2019.\n")
    entente("run", "briefs", "--out", "out")
    (row,) = read_rows(briefs.parent / "out", "claims")
    shown = entente("explain", row["claim_id"], "--out", "out").stdout
    assert f"{row['claim_id']}  tension ACCUSE: Peru -> Kenya (directed)" in shown
    assert "[Peru](source) [condemned](trigger) [Kenya](target)" in shown
    assert str(row["rule_id"]) in shown


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL], ids=lambda item: item.name)
def test_a_killed_run_leaves_the_tables_whole_and_the_next_goes_on(briefs, tmp_path, by):
    """A real process on a server of its own, killed while it reads."""
    output = tmp_path / "out"
    environment = os.environ | {"PREFECT_HOME": str(tmp_path / "prefect")}
    environment.pop("PREFECT_API_URL", None)
    call = [sys.executable, "-m", "pipeline.cli", "run", str(briefs), "--out", str(output)]
    for number in range(12):
        text = "Peru condemned Kenya. Norway supported Chad in Lima. " * 20
        (briefs / f"{number:02}.txt").write_text(f"Brief {number}.\n\n{text}")
    process = subprocess.Popen(call, env=environment, stderr=subprocess.DEVNULL)
    kept = wait_for_results(output, process)
    process.send_signal(by)
    process.wait(timeout=60)
    assert process.returncode != 0
    assert not (output / "claims.csv").exists()  # none yet, and no half of one
    assert not list(output.rglob("*.csv*"))

    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=True)
    read_now = int(done.stdout.partition("(")[2].partition(" read now")[0])
    assert 0 < read_now <= 12 - kept
    assert len(read_rows(output, "documents")) == 12


def wait_for_results(output: Path, process: subprocess.Popen[bytes]) -> int:
    """Returns how many results are kept once there is one; the run goes on meanwhile."""
    until = time.monotonic() + 300
    while time.monotonic() < until and process.poll() is None:
        if kept := list(output.rglob("*.json.gz")):
            return len(kept)
        time.sleep(0.05)
    raise AssertionError("the run ended before it could be killed")
