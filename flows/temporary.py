"""A Prefect server that lives as long as the process that started it, however that ends.

Prefect starts such a server itself, as a process of its own; one that outlives a run that is killed
and then stays, with 200 MB, until somebody finds it. This one reads from a pipe that nobody writes
to: when the run is gone, so is the other end of the pipe. It also starts while models are loading.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

from flows.server import HOST, wait_for_server

#: Seconds that the server may take to end by itself.
LAST_SECONDS = 10.0


class TemporaryServer:
    """The server of this process."""

    def __init__(self, log: Path) -> None:
        self._log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "flows.temporary"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                start_new_session=True,  # Ctrl-C is for the run: it still has to say that it ends
            )

    def url(self) -> str:
        """Returns the address of its API, once it answers.

        Raises:
            ConfigurationError: it does not; its log says why.
        """
        assert self._process.stdout is not None
        port = self._process.stdout.readline().strip()
        return wait_for_server(self._process, int(port or 0), self._log)


@cache
def temporary_server(log: Path) -> TemporaryServer:
    """Returns the server of this process, started with the first call."""
    return TemporaryServer(log)


def _serve() -> None:
    """Serves until standard input ends."""
    import uvicorn
    from prefect.server.api.server import create_app

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind((HOST, 0))
    print(listener.getsockname()[1], flush=True)
    app = create_app(ephemeral=True, final=True)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))

    def end_with_parent() -> None:
        sys.stdin.buffer.read()
        server.should_exit = True
        threading.Timer(LAST_SECONDS, os._exit, (1,)).start()

    threading.Thread(target=end_with_parent, daemon=True).start()
    server.run(sockets=[listener])


if __name__ == "__main__":
    _serve()
