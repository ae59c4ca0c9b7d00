"""A schedule runs the flow, with the server that it needs, and leaves neither behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from flows.server import find_server
from pipeline.cli.schedule import parse_interval
from pipeline.problems import ConfigurationError
from pipeline.tables.read import read_rows

SERVE = """
import sys
from datetime import timedelta
from pathlib import Path
from flows.launch import serve
from pipeline.settings import Settings

settings = Settings(input=Path(sys.argv[1]), output=Path(sys.argv[2]))
serve(settings, every=timedelta(seconds=10), port=int(sys.argv[3]))
"""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30m", timedelta(minutes=30)),
        ("6h", timedelta(hours=6)),
        ("1d", timedelta(days=1)),
        (" 2 h ", timedelta(hours=2)),
    ],
)
def test_an_interval_is_a_number_and_a_unit(text, meant):
    assert parse_interval(text) == meant


@pytest.mark.parametrize("text", ["", "h", "6", "0h", "-1h", "1.5h", "6 hours", "6H"])
def test_anything_else_is_no_interval(text):
    with pytest.raises(ConfigurationError, match="write a number and m, h or d"):
        parse_interval(text)


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def test_where_no_server_runs_none_is_found():
    assert find_server(free_port()) == ""


@pytest.mark.flow
@pytest.mark.core
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("by", "inherited"),
    [
        pytest.param(signal.SIGINT, signal.SIG_DFL, id="SIGINT"),
        pytest.param(signal.SIGTERM, signal.SIG_DFL, id="SIGTERM"),
        pytest.param(signal.SIGTERM, signal.SIG_IGN, id="SIGTERM to a script's job"),
    ],
)
def test_a_schedule_runs_the_flow_and_takes_its_server_with_it(briefs, tmp_path, by, inherited):
    output, port = tmp_path / "out", free_port()
    environment = os.environ | {"PREFECT_HOME": str(tmp_path / "prefect")}
    environment.pop("PREFECT_API_URL", None)
    call = [sys.executable, "-c", SERVE, str(briefs), str(output), str(port)]
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            call,
            env=environment,
            stdout=log,
            stderr=log,
            preexec_fn=lambda: signal.signal(signal.SIGINT, inherited),
        )
        try:
            wait_for_a_run(output, process)
            process.send_signal(by)
            process.wait(timeout=60)
        finally:
            process.kill()
    assert read_rows(output, "claims"), (tmp_path / "log").read_text()
    assert find_server(port) == ""


def wait_for_a_run(output: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 300
    while time.monotonic() < until and process.poll() is None:
        if list((output / "runs").glob("*/manifest.json")):
            return
        time.sleep(0.2)
