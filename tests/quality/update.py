"""`python -m tests.quality.update`: measures on the gold and raises the floors.

A floor never falls by itself: `--allow-regression` lowers those that the measured value no longer
meets. Write down why in CHANGELOG.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.quality.gold_run import (
    FLOORS,
    PARTS,
    digest,
    floor_of,
    has_gold,
    is_worse,
    measure,
    read_floors,
)

Floors = dict[str, dict[str, float]]


def new_floors(
    old: Mapping[str, Mapping[str, float]],
    measured: Mapping[str, Mapping[str, float]],
    *,
    allow_regression: bool,
) -> tuple[Floors, list[str]]:
    """Returns the floors that the measured values set, and the floors that they do not meet."""
    floors: Floors = {}
    regressions = []
    for part, values in measured.items():
        floors[part] = {}
        for name, value in values.items():
            floor, known = floor_of(name, value), old.get(part, {}).get(name)
            if known is not None and is_worse(name, value, known):
                regressions.append(f"{part} {name}: {value} does not meet {known}")
            if known is not None and is_worse(name, floor, known) and not allow_regression:
                floor = known
            floors[part][name] = floor
    return floors, regressions


def main() -> int:
    """Measures, prints and raises floors; returns 1 where one is not met and stays."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--allow-regression", action="store_true", help="lower floors too")
    allow = parser.parse_args().allow_regression
    if not has_gold():
        print("the gold is not at hand: set ENTENTE_SHARED", file=sys.stderr)
        return 2
    old = read_floors() if FLOORS.exists() else {}
    same_gold = old.get("gold_sha256") == digest()
    known = old.get("floors") if same_gold or not allow else {}
    with tempfile.TemporaryDirectory() as folder:
        measured = {part: measure(part, Path(folder) / part) for part in PARTS}
    floors, regressions = new_floors(
        known if isinstance(known, dict) else {}, measured, allow_regression=allow
    )
    for part, values in measured.items():
        print(part, json.dumps(values))
    for line in regressions:
        print(line, file=sys.stderr)
    text = json.dumps({"gold_sha256": digest(), "floors": floors}, indent=2) + "\n"
    FLOORS.write_text(text, encoding="utf-8")
    return 1 if regressions and not allow else 0


if __name__ == "__main__":
    sys.exit(main())
