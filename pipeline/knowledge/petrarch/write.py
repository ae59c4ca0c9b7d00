"""Writing the table and the list of remarks beside it."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.knowledge.petrarch.rows import ROW_COLUMNS, Table


def write_table(table: Table, path: Path, *, dictionary: str) -> Path:
    """Writes the table to `path`; returns the file of remarks beside it.

    The remarks are no .csv, so that the folder can be given to --knowledge as it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ROW_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table.rows)
    remarks = path.with_suffix(".remarks.txt")
    lines = (f"{dictionary}:{remark}\n" for remark in sorted(table.remarks, key=lambda r: r.line))
    remarks.write_text("".join(lines), encoding="utf-8")
    return remarks
