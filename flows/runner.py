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


def heed_interrupts() -> None:
    """Lets the signal of Ctrl-C through, by which a runner ends; jobs of a script ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
