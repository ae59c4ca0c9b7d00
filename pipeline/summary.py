"""A run in a few numbers: what the terminal shows at its end and its manifest keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.results import DocumentResult
from pipeline.tables.schema import Cell, Tables

#: As many pairs of actors as fit a terminal beside the rest.
TOP_DYADS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadCount:
    """Two actors and how many statements of each relation join them."""

    first: str
    second: str
    n_cooperation: int
    n_tension: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run gave.

    Attributes:
        n_documents: files that could be read.
        n_unreadable: files that could not.
        n_parsed: documents read in this run; the others were unchanged since an earlier one.
        claims: number of claims by relation.
        problems: number of problems by code.
    """

    n_documents: int
    n_unreadable: int
    n_parsed: int
    n_sentences: int
    n_words: int
    claims: dict[str, int]
    dyads: tuple[DyadCount, ...]
    problems: dict[str, int]


def summarize(results: Sequence[DocumentResult], tables: Tables, *, n_parsed: int) -> Summary:
    """Returns the numbers of a run from its results and the tables made of them."""
    read = [result for result in results if result.document is not None]
    dyads = [
        DyadCount(
            first=str(row["a_name"]),
            second=str(row["b_name"]),
            n_cooperation=_number(row["n_cooperation"]),
            n_tension=_number(row["n_tension"]),
        )
        for row in tables["dyads"]
    ]
    dyads.sort(key=lambda dyad: (-dyad.n_cooperation - dyad.n_tension, dyad.first, dyad.second))
    return Summary(
        n_documents=len(read),
        n_unreadable=len(results) - len(read),
        n_parsed=n_parsed,
        n_sentences=len(tables["sentences"]),
        n_words=sum(result.n_words for result in read),
        claims=_counts(row["relation"] for row in tables["claims"]),
        dyads=tuple(dyads[:TOP_DYADS]),
        problems=_counts(row["code"] for row in tables["problems"]),
    )


def _counts(values: Iterable[Cell]) -> dict[str, int]:
    return dict(sorted(Counter(str(value) for value in values).items()))


def _number(value: Cell) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no count")
    return value
