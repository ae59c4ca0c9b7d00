"""Where a run's log goes: into a file beside its manifest, never over the analyst's terminal."""

from __future__ import annotations

import logging
from pathlib import Path

#: Loggers that Prefect and its server give a handler for the terminal.
CHATTY = ("", "prefect", "prefect._internal", "uvicorn", "fastapi")

#: Ours, which would stay silent below the root's WARNING.
OWN = ("pipeline", "flows")

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


class RunLog(logging.FileHandler):
    """The log file of one run; made at the first record."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(path, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter(FORMAT))


def log_to(path: Path) -> None:
    """Sends all that this process logs from here on to the file instead of the terminal.

    Not undone at the run's end: Prefect goes on logging while the process stops. Handlers that send
    records to Prefect's server stay.
    """
    run_log = RunLog(path)
    for name in CHATTY:
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            if isinstance(handler, (logging.StreamHandler)):
                logger.removeHandler(handler)
                if isinstance(handler, RunLog):
                    handler.close()
        if not name or not logger.propagate:
            logger.addHandler(run_log)
    for name in OWN:
        logging.getLogger(name).setLevel(logging.INFO)
