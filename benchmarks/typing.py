"""`python -m benchmarks.typing ROWS.jsonl`: how well `type_relation` types given pairs.

Each line of the file is an object with a sentence, the (start, end) offsets of its source and
target, and what they are said to do: `root` (event type), `quad` (1-4), `polarity` (cooperation or
tension). A row of which nothing is said is uncoded; it counts as wrong in every F1. `--show` prints
what went wrong, by class.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import type_relation

#: What stands for "nothing said" among the classes.
UNCODED = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A row with what was wanted and what was found, each as (polarity, quad, root).

    Attributes:
        has_pair: the row has two spans that do not overlap.
        trigger: the words that decided, empty where nothing was found.
        rule: the rule that they belong to.
    """

    row_id: str
    sentence: str
    pair: tuple[str, str]
    wanted: tuple[str, str, str]
    found: tuple[str, str, str]
    has_pair: bool = True
    trigger: str = ""
    rule: str = ""

    @property
    def is_coded(self) -> bool:
        """Says whether anything was found."""
        return self.found[0] != UNCODED


def type_rows(rows: Iterable[dict[str, Any]]) -> list[Typed]:
    """Returns the rows typed; those without spans, or with two that overlap, are uncoded."""
    return [_typed(row) for row in rows]


def _typed(row: dict[str, Any]) -> Typed:
    source, target = tuple(row["source_span"] or (0, 0)), tuple(row["target_span"] or (0, 0))
    try:
        claim, has_pair = type_relation(row["sentence"], source, target), True
    except ValueError:
        claim, has_pair = None, False
    given = Typed(
        row_id=row["id"],
        sentence=row["sentence"],
        pair=(row["sentence"][slice(*source)], row["sentence"][slice(*target)]),
        wanted=(row["polarity"], str(row["quad"]), row["root"]),
        found=(UNCODED,) * 3,
        has_pair=has_pair,
    )
    if claim is None:
        return given
    return Typed(
        row_id=given.row_id,
        sentence=given.sentence,
        pair=given.pair,
        wanted=given.wanted,
        found=(claim.relation.value, str(claim.quad_class), claim.event_type.value),
        trigger=claim.trigger.text,
        rule=claim.rule_id,
    )


def macro_f1(rows: Sequence[Typed], level: int) -> float:
    """Returns the mean F1 of the wanted classes of that level (0 polarity, 1 quad, 2 root)."""
    classes = sorted({row.wanted[level] for row in rows})
    return sum(_f1(rows, level, name) for name in classes) / len(classes)


def _f1(rows: Sequence[Typed], level: int, name: str) -> float:
    wanted = sum(row.wanted[level] == name for row in rows)
    found = sum(row.found[level] == name for row in rows)
    right = sum(row.wanted[level] == row.found[level] == name for row in rows)
    return 2 * right / (wanted + found) if right else 0.0


def scores(rows: Sequence[Typed]) -> dict[str, float]:
    """Returns the figures by name."""
    coded = [row for row in rows if row.is_coded]
    right = sum(row.wanted[0] == row.found[0] for row in coded)
    return {
        "rows": len(rows),
        "rows without two spans apart": sum(not row.has_pair for row in rows),
        "coverage": len(coded) / len(rows),
        "polarity accuracy of those coded": right / len(coded) if coded else 0.0,
        "polarity macro-F1": macro_f1(rows, 0),
        "quad macro-F1": macro_f1(rows, 1),
        "root macro-F1": macro_f1(rows, 2),
    }


def show(rows: Sequence[Typed]) -> None:
    """Prints the misses by class: what was not coded, then what got a wrong quad class."""
    kinds: dict[str, Callable[[Typed], bool]] = {
        "uncoded": lambda row: not row.is_coded,
        "wrong quad": lambda row: row.is_coded and row.found[1] != row.wanted[1],
        "wrong root": lambda row: row.found[1] == row.wanted[1] and row.found[2] != row.wanted[2],
    }
    for kind, is_so in kinds.items():
        missed = sorted(filter(is_so, rows), key=lambda row: (row.wanted[2], row.found[2]))
        print(f"\n{kind}: {len(missed)}")
        for (root, found), count in sorted(_confusions(missed).items()):
            print(f"  {root:<10} {found:<10} {count}")
        for row in missed:
            print(f"{row.wanted[2]} {row.found[2]} [{row.trigger} | {row.rule}] {row.row_id}")
            print(f"    {row.pair[0]} -> {row.pair[1]}: {row.sentence}")


def _confusions(rows: Iterable[Typed]) -> Counter[tuple[str, str]]:
    return Counter((row.wanted[2], row.found[2]) for row in rows)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path, help="a file of one object a line")
    parser.add_argument("--show", action="store_true", help="also print the misses by class")
    args = parser.parse_args()
    lines = args.rows.read_text(encoding="utf-8").splitlines()
    typed = type_rows(json.loads(line) for line in lines if line.strip())
    for name, value in scores(typed).items():
        print(f"{name:<34} {value:{'.0f' if name.startswith('rows') else '.3f'}}")
    if args.show:
        show(typed)


if __name__ == "__main__":
    main()
