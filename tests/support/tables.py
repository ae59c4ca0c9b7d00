"""Challenge tables: sentences of our own, what a careful analyst says of them, and why.

A table is a Markdown file; one row is a sentence, what is wanted of it (short strings separated by
";", nothing for none), the reason of the row, and the kind of fault where the engine is known to be
wrong. A row with a fault is expected to fail: it tells the day it does not. What the short strings
say and which faults there are is decided by the tests that own the tables.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

COLUMNS = ("sentence", "wanted", "reason", "fault")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One row of a table."""

    table: str
    line: int
    sentence: str
    wanted: str
    reason: str
    fault: str

    @property
    def parts(self) -> list[str]:
        """What is wanted, piece by piece."""
        return [part.strip() for part in self.wanted.split(";") if part.strip()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the engine says of a row's sentence.

    Attributes:
        fault: the kind of what is wrong, "" where nothing is.
    """

    found: Collection[str]
    fault: str


def read_table(path: Path, faults: Collection[str]) -> list[Case]:
    """Returns the rows of a table.

    Raises:
        ValueError: a row has not the four cells, or names a fault that is none of ours.
    """
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if number <= 2:
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != len(COLUMNS) or (cells[3] and cells[3] not in faults):
            raise ValueError(f"{path.name}:{number}: {line}")
        values = dict(zip(COLUMNS, cells, strict=True))
        cases.append(Case(table=path.stem, line=number, **values))
    return cases


def read_tables(folder: Path, faults: Collection[str]) -> list[Case]:
    """Returns the rows of every table of a folder."""
    return [case for path in sorted(folder.glob("*.md")) for case in read_table(path, faults)]


def write_table(path: Path, cases: Sequence[Case]) -> None:
    """Writes the rows of a table."""
    rows = [COLUMNS, ("---",) * len(COLUMNS)]
    rows += [(case.sentence, case.wanted, case.reason, case.fault) for case in cases]
    text = "".join(f"| {' | '.join(row)} |\n".replace("|  |", "| |") for row in rows)
    path.write_text(text, encoding="utf-8")


def with_fault(case: Case, fault: str) -> Case:
    """Returns the row with another fault."""
    return replace(case, fault=fault)


def rows(cases: Sequence[Case]) -> list[object]:
    """Returns the rows as a test's parameters, those with a fault expected to fail."""
    return [
        pytest.param(
            case,
            id=f"{case.table}-{case.line}",
            marks=[pytest.mark.xfail(reason=case.fault)] if case.fault else [],
        )
        for case in cases
    ]


def sizes(cases: Sequence[Case]) -> dict[str, int]:
    """Returns how many rows each table has."""
    tables = [case.table for case in cases]
    return {table: tables.count(table) for table in dict.fromkeys(tables)}
