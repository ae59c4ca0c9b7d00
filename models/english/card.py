"""The tables of CARD.md, written from measured scores.

Belongs here: how scores look in the card. Does not belong here: measurement (evaluate.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

BEGIN, END = "<!-- scores -->", "<!-- end of scores -->"
PARSE = ("tokens", "tags", "sentences", "UAS", "LAS")
NAMES = ("precision", "recall", "F1")

Scores = Mapping[str, Mapping[str, float]]


def tables(results: Scores) -> str:
    """The two tables, one of trees and one of names, in Markdown.

    Args:
        results: Scores in per cent by list, as evaluate.py measures them.
    """
    trees = {title: scores for title, scores in results.items() if "LAS" in scores}
    names = {
        title.removeprefix("names, "): scores for title, scores in results.items() if "F1" in scores
    }
    return "\n\n".join((_table("list", PARSE, trees), _table("names", NAMES, names)))


def _table(first: str, columns: Sequence[str], rows: Scores) -> str:
    lines = [f"| {' | '.join((first, *columns))} |", f"|{'---|' * (len(columns) + 1)}"]
    for title, scores in rows.items():
        cells = (title, *(f"{scores[name]:.1f}" for name in columns))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def write(card: Path, results: Scores) -> None:
    """Put the tables between the card's two marks.

    Raises:
        ValueError: The card lacks a mark.
    """
    text = card.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{card} has no {BEGIN} and {END} to put the scores between")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    card.write_text(f"{before}{BEGIN}\n{tables(results)}\n{END}{after}", encoding="utf-8")
