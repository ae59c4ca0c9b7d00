"""What a table is: its columns, their types and limits.

Here belong the shapes of the registry, not its entries (`pipeline.tables.columns`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

#: One value of a table; None is a missing one.
Cell = str | int | float | bool | dt.date | None

#: One row: every column of its table by name.
Row = dict[str, Cell]

#: The rows of every table, by the table's name.
Tables = dict[str, list[Row]]


class ColumnType(StrEnum):
    """Types of the Frictionless Table Schema that our columns have."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it holds, in words for the analyst who reads the table.

    Attributes:
        required: the cell is never empty.
        unique: no two rows share the value.
        allowed: the closed list of values; empty for an open column.
        decimals: digits after the point of a number.
        warning: what an analyst is likely to get wrong with this column.
    """

    name: str
    type: ColumnType
    description: str
    required: bool = False
    unique: bool = False
    allowed: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    decimals: int = 2
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """A column whose values are those of another table's column."""

    column: str
    table: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of the output folder.

    Attributes:
        row: what one row is.
        warning: what an analyst is likely to get wrong with this table.
    """

    name: str
    title: str
    row: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    warning: str = ""

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns' names, in the order they are written."""
        return tuple(column.name for column in self.columns)

    @property
    def file_name(self) -> str:
        """The name of the CSV file in the output folder."""
        return f"{self.name}.csv"
