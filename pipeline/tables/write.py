"""Rows -> files of the output folder: CSV, texts, Parquet where asked for.

Every file is whole or not there. What the rows are lies in `build`, what a cell looks like in
`cells`.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from pipeline.problems import ConfigurationError
from pipeline.results import DocumentResult
from pipeline.tables.atomic import open_replacing, replacing
from pipeline.tables.build import build_tables, read_once
from pipeline.tables.cells import format_cell
from pipeline.tables.columns import TABLES
from pipeline.tables.datapackage import write_datapackage
from pipeline.tables.document_rows import text_path
from pipeline.tables.read import read_reviews
from pipeline.tables.schema import ColumnType, Row, Table, Tables


def write_output(
    results: Sequence[DocumentResult], folder: Path, *, parquet: bool = False
) -> Tables:
    """Writes texts, tables and datapackage.json of a run, and returns the tables' rows.

    Verdicts in `folder/reviews.csv`, where there is one, fill the column `review`.

    Raises:
        ConfigurationError: reviews.csv cannot be understood, or Parquet is asked for and pyarrow is
            not installed; nothing has been written then.
        ValueError: rows that break the registry (a bug).
    """
    if parquet:
        require_pyarrow()
    tables = build_tables(results, reviews=read_reviews(folder / "reviews.csv"))
    write_texts(results, folder)
    write_tables(tables, folder, parquet=parquet)
    write_datapackage(folder)
    return tables


def write_tables(tables: Tables, folder: Path, *, parquet: bool = False) -> list[Path]:
    """Writes one CSV for each table, Parquet beside it where asked, and returns the paths."""
    paths = []
    for name, rows in tables.items():
        table = TABLES[name]
        paths.append(_write_csv(table, rows, folder / table.file_name))
        if parquet:
            paths.append(_write_parquet(table, rows, folder / f"{name}.parquet"))
    return paths


def write_texts(results: Sequence[DocumentResult], folder: Path) -> list[Path]:
    """Writes the cleaned text of each document, byte for byte what the offsets index."""
    paths = []
    for result in read_once(results):
        if result.document is None:
            continue
        path = folder / text_path(result.doc_id)
        with open_replacing(path) as file:
            file.write(result.document.text)
        paths.append(path)
    return paths


def format_rows(table: Table, rows: Sequence[Row]) -> list[list[str]]:
    """Returns the cells of a table as they stand in its CSV, the header row first."""
    header = list(table.column_names)
    body = [[format_cell(row[c.name], c) for c in table.columns] for row in rows]
    return [header, *body]


def _write_csv(table: Table, rows: Sequence[Row], path: Path) -> Path:
    with open_replacing(path) as file:
        plain = csv.writer(file, lineterminator="\n")
        quoted = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        for cells in format_rows(table, rows):
            # The csv module leaves a lone carriage return unquoted and then cannot read it back.
            has_return = any("\r" in cell for cell in cells)
            (quoted if has_return else plain).writerow(cells)
    return path


def require_pyarrow() -> None:
    """Does nothing where Parquet can be written.

    Raises:
        ConfigurationError: pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise ConfigurationError(['Parquet needs pyarrow: pip install "entente[parquet]"'])


def _write_parquet(table: Table, rows: Sequence[Row], path: Path) -> Path:
    # By name: pyarrow is an extra, and neither an import nor its types may be taken for granted.
    pa, pq = import_module("pyarrow"), import_module("pyarrow.parquet")
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.DATE: pa.date32(),
    }
    schema = pa.schema(
        [pa.field(c.name, types[c.type], nullable=not c.required) for c in table.columns]
    )
    with replacing(path) as temporary:
        pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), temporary)
    return path
