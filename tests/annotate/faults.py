"""`python -m tests.annotate.faults`: which rows of the tables of mentions changed their verdict."""

from __future__ import annotations

from tests.annotate.cases import FAULTS, FOLDER
from tests.annotate.read_cases import read_cases
from tests.support.faults import judge_tables

if __name__ == "__main__":
    judge_tables(FOLDER, faults=FAULTS, read_cases=read_cases)
