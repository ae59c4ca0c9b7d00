"""`entente run`: the main job, as a Prefect flow, with a progress bar and a summary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.cli.options import (
    InputArgument,
    KnowledgeOption,
    OutOption,
    ParquetOption,
    RulesOption,
    SettingsOption,
)
from pipeline.cli.terminal import console

if TYPE_CHECKING:
    from pipeline.summary import Summary

#: Exit status where not one document could be read.
NOTHING_READ = 1


def run(
    source: InputArgument = None,
    out: OutOption = None,
    rules: RulesOption = None,
    knowledge: KnowledgeOption = None,
    parquet: ParquetOption = None,
    settings_file: SettingsOption = None,
) -> None:
    """Read documents and write the tables: the main job.

    Example: [bold]entente run briefs --out tables --rules my-rules[/bold]

    Only documents that are new or changed are read, the others are taken from the last run. What
    could not be read is told in problems.csv. Ends with 1 where no document could be read, with 2
    where the call, the rules or the settings are wrong.
    """
    from flows.inputs import NoDocumentsError
    from pipeline.settings import load_settings

    settings = load_settings(
        settings_file, input=source, output=out, rules=rules, knowledge=knowledge, parquet=parquet
    )
    try:
        with ProgressBar() as watcher:
            from flows.launch import run_now

            summary, folder = run_now(settings, watcher=watcher)
    except NoDocumentsError as nothing:
        typer.echo(f"entente: {nothing}", err=True)
        raise typer.Exit(NOTHING_READ) from nothing
    except KeyboardInterrupt:
        typer.echo(
            "Stopped. What has been read is kept: the same call goes on from here.", err=True
        )
        raise
    _print_summary(summary, settings.output, folder)
    if not summary.n_documents:
        raise typer.Exit(NOTHING_READ)


class ProgressBar:
    """A bar on a terminal, nothing where standard error goes to a file."""

    def __init__(self) -> None:
        terminal = console(error=True)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[name]}"),
            console=terminal,
            transient=True,
            disable=not terminal.is_terminal,
        )
        self._task = self._progress.add_task("Starting", total=None, name="")

    def __enter__(self) -> ProgressBar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def planned(self, *, to_read: int, unchanged: int) -> None:
        """Shows how many documents will be read."""
        self._progress.update(self._task, description="Reading", total=to_read, completed=0)

    def done(self, name: str) -> None:
        """Shows that a document has been read."""
        self._progress.update(self._task, advance=1, name=name)


def _print_summary(summary: Summary, output: Path, folder: Path) -> None:
    lines = [
        f"{_count(summary.n_documents, 'document')} ({summary.n_parsed} read now), "
        f"{_count(summary.n_sentences, 'sentence')}, {_count(summary.n_words, 'word')}",
        f"{_count(sum(summary.claims.values()), 'claim')}: "
        + (", ".join(f"{number} {name}" for name, number in summary.claims.items()) or "none"),
    ]
    if summary.dyads:
        lines.append("Most statements between (cooperation / tension):")
        lines += [
            f"  {dyad.first} - {dyad.second}: {dyad.n_cooperation} / {dyad.n_tension}"
            for dyad in summary.dyads
        ]
    if summary.problems:
        lines.append(f"{_count(sum(summary.problems.values()), 'problem')} (see problems.csv):")
        lines += [f"  {number} {code}" for code, number in summary.problems.items()]
    if summary.n_unreadable:
        lines.append(f"{_count(summary.n_unreadable, 'file')} could not be read.")
    lines.append(f"Tables in {output}/ (start with claims.csv); this run's record in {folder}/")
    for line in lines:
        console().print(line, soft_wrap=True)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
