"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

RulesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", "-r", metavar="DIR", help="Your own rules, laid over ours. May be repeated."
    ),
]
KnowledgeOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        "-k",
        metavar="DIR",
        help="Your own actors and places, laid over ours. May be repeated.",
    ),
]
SettingsOption = Annotated[
    Path | None,
    typer.Option(
        "--settings",
        metavar="FILE",
        help="Settings in TOML; entente.toml of this folder, if there is one.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="DIR", help="Folder of the tables.  [data/processed]"),
]
InputArgument = Annotated[
    Path | None,
    typer.Argument(metavar="INPUT", help="A document or a folder of them.  [data/raw]"),
]
ParquetOption = Annotated[
    bool | None,
    typer.Option(
        "--parquet/--no-parquet", help="Also write Parquet (needs the extra entente[parquet])."
    ),
]
