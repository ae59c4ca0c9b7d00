"""`python -m tests.claims.faults`: which rows of the tables of claims changed their verdict."""

from __future__ import annotations

from tests.claims.cases import FAULTS, FOLDER
from tests.claims.read_cases import read_cases
from tests.support.faults import judge_tables

if __name__ == "__main__":
    judge_tables(FOLDER, faults=FAULTS, read_cases=read_cases)
