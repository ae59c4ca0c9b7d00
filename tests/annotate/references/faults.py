"""`python -m tests.annotate.references.faults`: which rows of the tables changed their verdict."""

from __future__ import annotations

from tests.annotate.references.cases import FAULTS, FOLDER, read_cases
from tests.support.faults import judge_tables

if __name__ == "__main__":
    judge_tables(FOLDER, faults=FAULTS, read_cases=read_cases)
