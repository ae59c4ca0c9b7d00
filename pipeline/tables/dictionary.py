"""The registry -> DATA_DICTIONARY.md, the analyst's reference of every table and column.

Written by `python -m pipeline.tables.dictionary` at the root of the repository; a test fails where
the file is behind the registry.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.problems import CATALOGUE
from pipeline.tables.atomic import open_replacing
from pipeline.tables.columns import TABLES
from pipeline.tables.schema import Column, ColumnType, Table

FILE_NAME = "DATA_DICTIONARY.md"

_TYPE_WORDS = {
    ColumnType.TEXT: "text",
    ColumnType.INTEGER: "whole number",
    ColumnType.NUMBER: "number",
    ColumnType.BOOLEAN: "true/false",
    ColumnType.DATE: "date",
}

_INTRODUCTION = """\
# Data dictionary

What every run writes into its output folder (`data/processed/` unless you say otherwise). This page
is generated from the registry of columns (`pipeline/tables/columns.py`) by
`python -m pipeline.tables.dictionary`; change the registry, not the page.

**All tables**: CSV in UTF-8, commas, one header row. A missing value is an empty cell. Dates are
`YYYY-MM-DD`. Ids are stable: the same text gives the same ids in every run. Every `*_start` and
`*_end` counts characters of `texts/<doc_id>.txt` from 0, the end not included. Columns in **bold**
are never empty.

**In a spreadsheet**: a text cell that begins with `=`, `+`, `-`, `@`, a tab or a line break has an
apostrophe before it, so that it is not run as a formula.

**In Python**: `from pipeline.tables.read import read_table`, then
`read_table(Path("data/processed"), "claims")` gives a data frame with the types below. With plain
pandas, read with `dtype=str, keep_default_na=False`: otherwise the text `NA` becomes a missing
value.

**Your own verdicts**: a file `reviews.csv` with the columns `claim_id` and `verdict` (`accepted`,
`rejected`, `edited`) in the output folder fills the column `review` on the next run. Rejected
claims stay in claims.csv and no longer count in actors, places and dyads.
"""


def dictionary() -> str:
    """Returns the text of DATA_DICTIONARY.md."""
    contents = [f"| [{t.file_name}](#{t.name}csv) | {t.row} |" for t in TABLES.values()]
    parts = [
        _INTRODUCTION,
        "\n".join(["| file | one row is |", "|---|---|", *contents]),
        *(_table(table) for table in TABLES.values()),
        _problem_codes(),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def write_dictionary(folder: Path) -> Path:
    """Writes DATA_DICTIONARY.md into the folder and returns its path."""
    path = folder / FILE_NAME
    with open_replacing(path) as file:
        file.write(dictionary())
    return path


def _table(table: Table) -> str:
    lines = [f"## {table.file_name}", "", f"One row is {table.row}."]
    if table.primary_key:
        lines[-1] += f" Key: {', '.join(f'`{name}`' for name in table.primary_key)}."
    if table.warning:
        lines += ["", f"> {table.warning}"]
    lines += ["", "| column | type | meaning |", "|---|---|---|"]
    lines += [_column(column) for column in table.columns]
    return "\n".join(lines)


def _column(column: Column) -> str:
    name = f"**{column.name}**" if column.required else column.name
    meaning = column.description
    if column.allowed and column.name != "code":
        meaning += f" Values: {', '.join(f'`{value}`' for value in column.allowed)}."
    if column.warning:
        meaning += f" *{column.warning}*"
    return f"| {name} | {_TYPE_WORDS[column.type]}{_range(column)} | {meaning} |"


def _range(column: Column) -> str:
    if column.minimum is None or column.maximum is None:
        return ""
    return f", {column.minimum:g} to {column.maximum:g}"


def _problem_codes() -> str:
    lines = [
        "## Codes of problems.csv",
        "",
        "| code | severity | when | what to do |",
        "|---|---|---|---|",
    ]
    lines += [f"| {e.code} | {e.severity} | {e.meaning} | {e.hint} |" for e in CATALOGUE.values()]
    return "\n".join(lines)


if __name__ == "__main__":
    write_dictionary(Path.cwd())
