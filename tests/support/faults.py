"""Which rows of challenge tables have changed their verdict; rewrites the tables' fault column."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from tests.support.tables import Case, Reading, read_table, with_fault, write_table


def judge_tables(
    folder: Path,
    *,
    faults: Collection[str],
    read_cases: Callable[[Sequence[Case]], list[Reading]],
) -> None:
    """Rewrites the fault column and prints what changed and how many rows are wrong.

    Without an option it clears the fault of rows that are right now and lists those that have
    become wrong. `--accept` also writes these down as faults: look at each of them first.
    """
    parser = argparse.ArgumentParser(description=judge_tables.__doc__)
    parser.add_argument("--accept", action="store_true", help="write new faults down too")
    accept = parser.parse_args().accept
    found: Counter[str] = Counter()
    total = 0
    for path in sorted(folder.glob("*.md")):
        cases = read_table(path, faults)
        kept = [
            _judged(case, reading, accept=accept)
            for case, reading in zip(cases, read_cases(cases), strict=True)
        ]
        write_table(path, kept)
        wrong = [case.fault for case in kept if case.fault]
        found.update(wrong)
        total += len(kept)
        print(f"{path.stem}: {len(kept)} rows, {len(wrong)} with a fault")
    print(f"in all {total} rows, {found.total()} with a fault: {dict(found.most_common())}")


def _judged(case: Case, reading: Reading, *, accept: bool) -> Case:
    if not reading.fault:
        if case.fault:
            print(f"  right now: {case.sentence}")
        return with_fault(case, "")
    if not case.fault:
        print(f"  {case.table}:{case.line} {reading.fault}: {case.sentence}")
        print(f"    wanted {case.parts}\n    found  {list(reading.found)}")
    return with_fault(case, reading.fault) if case.fault or accept else case
