"""`entente extract`: one document to claims on standard output. No Prefect, no files."""

from __future__ import annotations

import csv
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import KnowledgeOption, RulesOption, SettingsOption
from pipeline.cli.terminal import console
from pipeline.problems import ConfigurationError

if TYPE_CHECKING:
    from pipeline.tables.schema import Row

#: Where the document comes from standard input.
STANDARD_INPUT = "-"

#: What fits a terminal; csv and jsonl have every column.
SHOWN = ("relation", "source", "target", "type", "stance", "qualified", "sentence")

#: What a plain statement is: not worth a word in the table.
PLAIN = {"affirmed", "asserted"}


class Format(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def extract(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A document, or - for standard input.")
    ],
    output_format: Annotated[
        Format, typer.Option("--format", "-f", help="csv and jsonl have every column.")
    ] = Format.TABLE,
    rules: RulesOption = None,
    knowledge: KnowledgeOption = None,
    settings_file: SettingsOption = None,
) -> None:
    """Print the claims of one document.

    Example: [bold]echo "Iran condemned Israel on Monday." | entente extract -[/bold]

    Ends with 1 where the document cannot be read; what was left out is told on standard error.
    """
    from pipeline.run import load_resources, process_bytes, process_file
    from pipeline.settings import load_settings
    from pipeline.tables.build import build_tables

    settings = load_settings(settings_file, rules=rules, knowledge=knowledge)
    resources = load_resources(settings)
    if file == STANDARD_INPUT:
        result = process_bytes(sys.stdin.buffer.read(), resources, encoding=settings.encoding)
    elif Path(file).is_file():
        result = process_file(Path(file), resources, encoding=settings.encoding)
    else:
        raise ConfigurationError([f"{file}: there is no such file"])
    for problem in result.problems:
        typer.echo(f"{file}: {problem.severity}: {problem.message} {problem.hint}", err=True)
    if result.document is None:
        raise typer.Exit(1)
    _print_claims(build_tables([result])["claims"], output_format)


def _print_claims(rows: list[Row], output_format: Format) -> None:
    if output_format is Format.TABLE:
        _print_table(rows)
    elif output_format is Format.CSV:
        from pipeline.tables.columns import TABLES
        from pipeline.tables.write import format_rows

        csv.writer(sys.stdout, lineterminator="\n").writerows(format_rows(TABLES["claims"], rows))
    else:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False, default=str))


def _print_table(rows: list[Row]) -> None:
    from rich.table import Table

    if not rows:
        console().print("No claim found.")
        return
    table = Table(*SHOWN, box=None, pad_edge=False)
    for row in rows:
        qualified = [str(row[name]) for name in ("polarity", "modality") if row[name] not in PLAIN]
        names = ("relation", "source_name", "target_name", "event_type", "stance")
        shown = [str(row[name]) for name in names]
        table.add_row(*shown, ", ".join(qualified), str(row["sentence"]))
    console().print(table)
