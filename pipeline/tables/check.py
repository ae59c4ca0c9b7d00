"""Checks rows against the registry before anything is written.

A row that breaks the registry is a bug in what made it, not an input's fault: it stops the run with
every finding at once, and the tables already on disk stay as they were.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from pipeline.tables.columns import TABLES
from pipeline.tables.schema import Cell, Column, ColumnType, Row, Table, Tables

_PYTHON_TYPES: dict[ColumnType, tuple[type, ...]] = {
    ColumnType.TEXT: (str,),
    ColumnType.INTEGER: (int,),
    ColumnType.NUMBER: (int, float),
    ColumnType.BOOLEAN: (bool,),
    ColumnType.DATE: (dt.date,),
}

#: Findings named in the error; one bug often breaks every row alike.
_SHOWN = 20


def check_rows(tables: Tables) -> None:
    """Does nothing where every row keeps to the registry.

    Raises:
        ValueError: names table, row, column and reason of each finding (the first 20).
    """
    findings = [finding for name, rows in tables.items() for finding in _table(TABLES[name], rows)]
    if findings:
        more = [f"... and {len(findings) - _SHOWN} more"] if len(findings) > _SHOWN else []
        raise ValueError("\n".join(["rows break the registry:", *findings[:_SHOWN], *more]))


def _table(table: Table, rows: list[Row]) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        place = f"{table.file_name} row {number}"
        for name in row.keys() - set(table.column_names):
            yield f"{place}: column {name} is not registered"
        for column in table.columns:
            if column.name not in row:
                yield f"{place}: column {column.name} is missing"
            elif reason := _reason(row[column.name], column):
                yield f"{place}: {column.name} = {row[column.name]!r} {reason}"
    for column in table.columns:
        if column.unique:
            yield from _repeated(table, column.name, rows)


def _repeated(table: Table, column: str, rows: list[Row]) -> Iterator[str]:
    counts = Counter(row.get(column) for row in rows)
    for value, count in counts.items():
        if value is not None and count > 1:
            yield f"{table.file_name}: {column} = {value!r} stands in {count} rows"


def _reason(value: Cell, column: Column) -> str:
    if value is None:
        return "must not be empty" if column.required else ""
    is_bool = isinstance(value, bool)
    if not isinstance(value, _PYTHON_TYPES[column.type]) or (
        is_bool and column.type is not ColumnType.BOOLEAN
    ):
        return f"is not of type {column.type.value}"
    if column.allowed and value not in column.allowed:
        return f"is none of {', '.join(column.allowed)}"
    if isinstance(value, int | float):
        return _out_of_range(value, column)
    return ""


def _out_of_range(value: float, column: Column) -> str:
    if column.minimum is not None and not value >= column.minimum:
        return f"is below {column.minimum}"
    if column.maximum is not None and not value <= column.maximum:
        return f"is above {column.maximum}"
    return ""
