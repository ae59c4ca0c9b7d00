"""The tables of a run as plain rows, whichever program wrote them.

The columns that a score needs must be there; others may be missing, so that other systems' output
can be scored too.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from pipeline.problems import ConfigurationError


def read_cells(path: Path, *, needs: Sequence[str]) -> list[dict[str, str]]:
    """Returns the rows of a CSV file, every cell a text.

    Raises:
        ConfigurationError: the file cannot be opened or lacks a column of `needs`.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
    except OSError as error:
        raise ConfigurationError([f"{path}: {error.strerror or error}"]) from error
    missing = [name for name in needs if name not in (reader.fieldnames or [])]
    if missing:
        raise ConfigurationError([f"{path}: has no column {name}" for name in missing])
    return rows
