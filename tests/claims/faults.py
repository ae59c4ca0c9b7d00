"""`python -m tests.claims.faults`: which rows of the challenge tables have changed their verdict.

Without an option it clears the fault of rows that are right now and lists those that have become
wrong. `--accept` also writes these down as faults: look at each of them first.
"""

from __future__ import annotations

import argparse
from collections import Counter

from tests.claims.cases import FOLDER, Case, read_table, with_fault, write_table
from tests.claims.read_cases import Reading, read_cases


def main() -> None:
    """Rewrites the fault column and prints what changed and how many rows are wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accept", action="store_true", help="write new faults down too")
    accept = parser.parse_args().accept
    faults: Counter[str] = Counter()
    total = 0
    for path in sorted(FOLDER.glob("*.md")):
        cases = read_table(path)
        kept = [
            _judged(case, reading, accept=accept)
            for case, reading in zip(cases, read_cases(cases), strict=True)
        ]
        write_table(path, kept)
        wrong = [case.fault for case in kept if case.fault]
        faults.update(wrong)
        total += len(kept)
        print(f"{path.stem}: {len(kept)} rows, {len(wrong)} with a fault")
    print(f"in all {total} rows, {faults.total()} with a fault: {dict(faults.most_common())}")


def _judged(case: Case, reading: Reading, *, accept: bool) -> Case:
    if not reading.fault:
        if case.fault:
            print(f"  right now: {case.sentence}")
        return with_fault(case, "")
    if not case.fault:
        print(f"  {case.table}:{case.line} {reading.fault}: {case.sentence}")
        print(f"    wanted {sorted(case.claims)}\n    found  {sorted(reading.found)}")
    return with_fault(case, reading.fault) if case.fault or accept else case


if __name__ == "__main__":
    main()
