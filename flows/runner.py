"""Prefect's runner of schedules, ended by SIGTERM as by Ctrl-C."""

from __future__ import annotations

import os
import signal

from prefect.runner import Runner


class ScheduleRunner(Runner):
    """A runner that a service manager can stop.

    Prefect's own answer to SIGTERM stops the runner from within the loop that runs it and waits for
    ever; its answer to Ctrl-C works.
    """

    def handle_sigterm(self, *_: object, **__: object) -> None:
        """Ends the runner."""
        os.kill(os.getpid(), signal.SIGINT)
