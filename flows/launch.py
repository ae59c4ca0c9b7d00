"""What the commands call: one run now, or a schedule that waits for the next."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from prefect.client.schemas.schedules import CronSchedule
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.types.entrypoint import EntrypointType
from pydantic import ValidationError

from flows.entente import entente
from flows.environment import prefect_home
from flows.inputs import NoDocumentsError, find_inputs
from flows.logs import log_to
from flows.manifest import new_run_id, run_folder
from flows.progress import Watcher, watched_by
from flows.runner import ScheduleRunner, heed_interrupts
from flows.server import PORT, check_server, find_server, kept_server
from flows.temporary import temporary_server
from pipeline.problems import ConfigurationError
from pipeline.run import load_resources
from pipeline.settings import Settings
from pipeline.summary import Summary


def run_now(settings: Settings, *, watcher: Watcher) -> tuple[Summary, Path]:
    """Runs the main flow once, in this process; returns its numbers and the run's folder.

    On the server of `PREFECT_API_URL` or this machine's where there is one, else on a temporary
    one.

    Raises:
        ConfigurationError: call, rules or settings are wrong; nothing has been read or written.
        NoDocumentsError: the input folder is empty; the tables of an earlier run stay.
    """
    wrong = _messages(lambda: find_inputs(settings.input, output=settings.output))
    url = os.environ.get("PREFECT_API_URL", "") or find_server()
    server = None
    if not url and not wrong:
        server = temporary_server(prefect_home() / "server.log")  # starts while the models load
    _raise(wrong + _messages(lambda: load_resources(settings)))
    url = server.url() if server else url
    check_server(url)
    run_id = new_run_id()
    folder = run_folder(settings.output, run_id)
    log_to(folder / "log.txt")
    with temporary_settings(updates={PREFECT_API_URL: url}), watched_by(watcher):
        return entente(settings, run_id=run_id), folder


def _messages(part: Callable[[], object]) -> list[str]:
    """Returns what is wrong with the call, rules or settings, by doing a part of the work."""
    try:
        part()
    except ConfigurationError as error:
        return list(error.messages)
    return []


def _raise(messages: list[str]) -> None:
    if messages:
        raise ConfigurationError(messages)


def _check_cron(cron: str) -> None:
    if not cron:
        return
    try:
        CronSchedule(cron=cron)
    except ValidationError as error:
        message = f'--cron "{cron}" is no cron expression, e.g. "0 6 * * *" for every day at six'
        raise ConfigurationError([message]) from error


def serve(
    settings: Settings,
    *,
    cron: str = "",
    every: timedelta | None = None,
    port: int = PORT,
    started: Callable[[str], None] = lambda page: None,
) -> None:
    """Runs the main flow on a schedule until stopped.

    Args:
        port: where the server of this machine is looked for, or started.
        started: told the address of the server's page once the schedule stands.

    Raises:
        ConfigurationError: call, rules or settings are wrong, or no server can be started.
    """
    wrong = _messages(lambda: _check_cron(cron))
    with suppress(NoDocumentsError):  # they may still come
        wrong += _messages(lambda: find_inputs(settings.input, output=settings.output))
    _raise(wrong + _messages(lambda: load_resources(settings)))
    with kept_server(log=prefect_home() / "server.log", port=port) as url:
        os.environ["PREFECT_API_URL"] = url  # read by the processes that run the flow, too
        with temporary_settings(updates={PREFECT_API_URL: url}), suppress(KeyboardInterrupt):
            runner = ScheduleRunner(name="entente", limit=1)
            runner.add_flow(
                entente,
                name="scheduled",
                cron=cron or None,
                interval=every,
                parameters={"settings": settings.model_dump(mode="json")},
                entrypoint_type=EntrypointType.MODULE_PATH,  # wherever the package is installed
            )
            started(url.removesuffix("/api"))
            heed_interrupts()
            asyncio.run(runner.start())
