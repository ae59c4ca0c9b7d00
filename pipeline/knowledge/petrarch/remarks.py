"""What the reading of a dictionary has to tell: the line, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """`not read`: not understood; `left out`: no place in a table; `check`: read, but look."""

    NOT_READ = "not read"
    LEFT_OUT = "left out"
    CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that a person should know of a line of the dictionary."""

    line: int
    sort: Sort
    text: str

    def __str__(self) -> str:
        return f"{self.line}: {self.sort}: {self.text}"
