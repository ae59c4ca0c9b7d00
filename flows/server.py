"""Prefect's server on this machine: found where it runs, started where a schedule needs one.

A single run needs none (Prefect starts a temporary one for it), but uses one that is there. A
schedule does: the temporary server never fires one. Only this machine's own address is ever tried.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from pipeline.problems import ConfigurationError

HOST = "127.0.0.1"
PORT = 4200

#: Seconds: an answer from this machine comes at once; a server took 12 s to start.
ANSWER_SECONDS = 1.0
START_SECONDS = 120.0


def find_server(port: int = PORT) -> str:
    """Returns the address of the API of a server on this machine, "" where none answers."""
    url = f"http://{HOST}:{port}/api"
    return url if _answers(url) else ""


def check_server(url: str) -> None:
    """Does nothing where the server answers.

    Raises:
        ConfigurationError: it does not.
    """
    if not _answers(url, seconds=10.0):
        message = f"PREFECT_API_URL is {url}, and no Prefect server answers there: start it, or "
        raise ConfigurationError([message + "unset the variable to run without one"])


def _answers(url: str, *, seconds: float = ANSWER_SECONDS) -> bool:
    try:
        response = httpx.get(f"{url}/health", timeout=seconds, trust_env=False)
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return response.status_code == httpx.codes.OK and response.text.strip() == "true"


@contextmanager
def kept_server(*, log: Path, port: int = PORT) -> Iterator[str]:
    """Gives the address of a server: the one that runs, or one that ends with the block.

    Raises:
        ConfigurationError: a server was started and does not answer; its log says why.
    """
    found = os.environ.get("PREFECT_API_URL") or find_server(port)
    if found:
        check_server(found)
        yield found
        return
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "prefect",
                "server",
                "start",
                "--host",
                HOST,
                "--port",
                str(port),
            ],
            stdout=output,
            stderr=output,
        )
    try:
        yield wait_for_server(server, port, log)
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()


def wait_for_server(server: subprocess.Popen[bytes], port: int, log: Path) -> str:
    """Returns the address of the API of a server that has just been started, once it answers.

    Raises:
        ConfigurationError: it ended, or took too long.
    """
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        if url := find_server(port):
            return url
        time.sleep(0.2)
    raise ConfigurationError([f"Prefect's server did not start; see {log}"])
