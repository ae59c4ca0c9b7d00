"""One cell: value -> text of a CSV cell and back.

Here belongs what a cell looks like, formula guard included; files lie in `write` and `read`.
"""

from __future__ import annotations

import datetime as dt
import re

from pipeline.tables.schema import Cell, Column, ColumnType

#: Cells that a spreadsheet would run, after any apostrophes that a guard put before them (OWASP
#: ASVS 1.2.10; `=HYPERLINK(...)`, `@SUM`, `-2+3+cmd|...`, a tab before one of these).
_RUNNABLE = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n]")


def format_cell(value: Cell, column: Column) -> str:
    """Returns the cell's text; `parse_cell` gives the equal value back.

    Example: a missing value gives an empty cell, True gives `true`, the text `=1+1` gives `'=1+1`.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) or column.type is ColumnType.NUMBER:
        return f"{value:.{column.decimals}f}"
    if isinstance(value, int):
        return str(value)
    return guard_formula(value)


def parse_cell(text: str, column: Column) -> Cell:
    """Returns the value of a cell by its column's type; None for an empty one.

    Example: `NA` in a text column is the text `NA`, never a missing value.

    Raises:
        ValueError: the text is no value of that type.
    """
    if text == "":
        return None
    if column.type is ColumnType.TEXT:
        return unguard_formula(text)
    if column.type is ColumnType.BOOLEAN:
        return _boolean(text)
    if column.type is ColumnType.DATE:
        return dt.date.fromisoformat(text)
    if column.type is ColumnType.INTEGER:
        return int(text)
    return float(text)


def guard_formula(text: str) -> str:
    """Returns the text with an apostrophe before it where a spreadsheet would run it.

    A text that already looks guarded gets one more, so that `unguard_formula` always gives the
    text back.
    """
    return f"'{text}" if _RUNNABLE.match(text) else text


def unguard_formula(text: str) -> str:
    """Returns the text that `guard_formula` was given."""
    return text[1:] if _GUARDED.match(text) else text


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"{text!r} is neither true nor false")
    return text == "true"
