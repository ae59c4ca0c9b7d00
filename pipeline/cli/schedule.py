"""`entente schedule`: the main job again and again."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated

import typer

from pipeline.cli.options import (
    InputArgument,
    KnowledgeOption,
    OutOption,
    ParquetOption,
    RulesOption,
    SettingsOption,
)
from pipeline.problems import ConfigurationError

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def schedule(
    source: InputArgument = None,
    cron: Annotated[
        str, typer.Option(help="When, as in crontab: minute hour day month weekday, in UTC.")
    ] = "",
    every: Annotated[str, typer.Option(help="How often: 30m, 6h, 1d.")] = "",
    out: OutOption = None,
    rules: RulesOption = None,
    knowledge: KnowledgeOption = None,
    parquet: ParquetOption = None,
    settings_file: SettingsOption = None,
) -> None:
    """Run the main job on a schedule, until stopped with Ctrl-C.

    Example: [bold]entente schedule briefs --out tables --cron "0 6 * * *"[/bold]

    Uses the Prefect server that runs on this machine, or starts one and stops it at the end; its
    page shows past and coming runs.
    """
    from pipeline.settings import load_settings

    interval = parse_interval(every) if every else None
    if bool(cron) == bool(every):
        raise ConfigurationError(["schedule: give either --cron or --every"])
    settings = load_settings(
        settings_file, input=source, output=out, rules=rules, knowledge=knowledge, parquet=parquet
    )
    typer.echo("Starting the schedule ...", err=True)
    from flows.launch import serve

    def started(page: str) -> None:
        typer.echo(f"It runs until Ctrl-C; past and coming runs: {page}/runs", err=True)

    serve(settings, cron=cron, every=interval, started=started)
    typer.echo("The schedule has ended.", err=True)


def parse_interval(text: str) -> timedelta:
    """Returns the time that `30m`, `6h` or `1d` means.

    Raises:
        ConfigurationError: the text is no such time.
    """
    match = re.fullmatch(r"([1-9][0-9]*)\s*([mhd])", text.strip())
    if match is None:
        raise ConfigurationError([f'--every {text}: write a number and m, h or d, e.g. "6h"'])
    return timedelta(**{_UNITS[match[2]]: int(match[1])})
