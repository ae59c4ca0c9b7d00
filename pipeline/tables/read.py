"""CSV files of the output folder -> rows and data frames, through the registry.

Read this way, `NA` stays a text, ids stay texts, dates are dates and a guarded cell is the text
that was written.
"""

from __future__ import annotations

import csv
import difflib
from pathlib import Path

import pandas as pd

from pipeline.problems import ConfigurationError
from pipeline.tables.cells import parse_cell
from pipeline.tables.claim_columns import VERDICTS
from pipeline.tables.columns import TABLES
from pipeline.tables.schema import Column, ColumnType, Row, Table

#: Types of pandas that know missing values; `str` would make the text "None" of one in pandas 2.
_DTYPES = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "datetime64[s]",
}


def read_rows(folder: Path, name: str) -> list[Row]:
    """Returns the rows of a table of an output folder as they were before writing.

    Args:
        name: a table's name, `claims` for claims.csv.

    Raises:
        ConfigurationError: the file is not there, lacks a column, or holds a value that is none of
            its column's type; one message each, with file and line.
    """
    table = TABLES[name]
    path = folder / table.file_name
    if not path.is_file():
        raise ConfigurationError([f"{path}: not found; is {folder} the folder of a run?"])
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [n for n in table.column_names if n not in (reader.fieldnames or [])]
        if missing:
            raise ConfigurationError([f"{path}: has no column {column}" for column in missing])
        numbered = [(reader.line_num, cells) for cells in reader]
    return _parse(path, table, numbered)


def _parse(path: Path, table: Table, numbered: list[tuple[int, dict[str, str]]]) -> list[Row]:
    rows: list[Row] = []
    messages: list[str] = []
    for line, cells in numbered:
        row: Row = {}
        for column in table.columns:
            try:
                row[column.name] = parse_cell(cells[column.name] or "", column)
            except ValueError:
                messages.append(f"{path}:{line}: {_complaint(cells[column.name], column)}")
        rows.append(row)
    if messages:
        raise ConfigurationError(messages)
    return rows


def _complaint(text: str, column: Column) -> str:
    return f"{column.name} = {text!r} is not of type {column.type.value}"


def read_table(folder: Path, name: str) -> pd.DataFrame:
    """Returns a table of an output folder as a data frame with the registry's types.

    Example: `read_table(Path("data/processed"), "claims")` has `event_date` as dates and missing
    cells as missing.

    Raises:
        ConfigurationError: as `read_rows`.
    """
    rows = read_rows(folder, name)
    table = TABLES[name]
    frame = pd.DataFrame(rows, columns=list(table.column_names), dtype=object)
    return frame.astype({column.name: _DTYPES[column.type] for column in table.columns})


def read_reviews(path: Path) -> dict[str, str]:
    """Returns the verdicts of a reviews.csv by claim id; empty where there is no such file.

    The file has the columns `claim_id` and `verdict`; further ones are not read. Where a claim
    stands in it twice, the later verdict holds.

    Raises:
        ConfigurationError: a column is missing or a verdict is not known; one message each.
    """
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [n for n in ("claim_id", "verdict") if n not in (reader.fieldnames or [])]
        if missing:
            raise ConfigurationError([f"{path}: has no column {column}" for column in missing])
        lines = [(reader.line_num, row["claim_id"], row["verdict"] or "") for row in reader]
    wrong = [(line, verdict) for line, _, verdict in lines if verdict not in (*VERDICTS, "")]
    if wrong:
        raise ConfigurationError([f"{path}:{line}: {_no_verdict(v)}" for line, v in wrong])
    return {claim_id: verdict for _, claim_id, verdict in lines if verdict}


def _no_verdict(verdict: str) -> str:
    close = difflib.get_close_matches(verdict.lower(), VERDICTS, n=1)
    mend = f'; did you mean "{close[0]}"?' if close else f"; use one of {', '.join(VERDICTS)}"
    return f"unknown verdict {verdict!r}{mend}"
