"""Results of documents -> the rows of every table, in a fixed order.

Here belongs what concerns all documents at once (order, duplicates, reviews); the rows of each
table are made in the modules beside this one, and `write` puts them on disk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.problems import make_problem
from pipeline.results import DocumentResult
from pipeline.tables.check import check_rows
from pipeline.tables.claim_rows import claim_rows
from pipeline.tables.columns import TABLES
from pipeline.tables.document_rows import (
    document_rows,
    mention_rows,
    problem_rows,
    sentence_rows,
)
from pipeline.tables.dyad_rows import dyad_rows
from pipeline.tables.entity_rows import actor_rows, place_rows
from pipeline.tables.schema import Cell, Column, Row, Table, Tables


def build_tables(
    results: Sequence[DocumentResult], *, reviews: Mapping[str, str] | None = None
) -> Tables:
    """Returns the rows of every table, the same whatever order the results come in.

    Args:
        results: one for each input file.
        reviews: verdicts (`accepted`, `rejected`, `edited`) by claim id; claims marked rejected
            stay in the claims table and are not counted in actors, places and dyads.

    Raises:
        ValueError: rows that break the registry (a bug in what made them): missing or unknown
            columns, values out of range, two rows with one id.
    """
    verdicts = dict(reviews or {})
    rejected = frozenset(claim for claim, verdict in verdicts.items() if verdict == "rejected")
    kept, duplicates = _without_duplicates(results)
    raw: Tables = {
        "claims": claim_rows(kept, verdicts),
        "mentions": mention_rows(kept),
        "sentences": sentence_rows(kept),
        "documents": document_rows(kept, duplicates),
        "actors": actor_rows(kept, rejected),
        "places": place_rows(kept, rejected),
        "dyads": dyad_rows(kept, rejected),
        "problems": problem_rows([*kept, *duplicates]),
    }
    tables = {name: [_tidy(row, table) for row in raw[name]] for name, table in TABLES.items()}
    check_rows(tables)
    return tables


def read_once(results: Sequence[DocumentResult]) -> list[DocumentResult]:
    """Returns the results by path, without those of files with the same bytes as one before."""
    return _without_duplicates(results)[0]


def _without_duplicates(
    results: Sequence[DocumentResult],
) -> tuple[list[DocumentResult], list[DocumentResult]]:
    kept: list[DocumentResult] = []
    duplicates: list[DocumentResult] = []
    first_path: dict[str, str] = {}
    for result in sorted(results, key=lambda result: result.path):
        if result.document is None:
            kept.append(result)
        elif result.doc_id in first_path:
            duplicates.append(_as_duplicate(result, first_path[result.doc_id]))
        else:
            first_path[result.doc_id] = result.path
            kept.append(result)
    return kept, duplicates


def _as_duplicate(result: DocumentResult, first_path: str) -> DocumentResult:
    problem = make_problem(
        "duplicate-document",
        doc_id=result.doc_id,
        path=result.path,
        stage="reading",
        message=f"Same content as {first_path}; it was read once.",
    )
    return replace(result, problems=(problem,))


def _tidy(row: Row, table: Table) -> Row:
    known = {column.name: column for column in table.columns}
    ordered = {name: row[name] for name in table.column_names if name in row}
    unknown = {name: value for name, value in row.items() if name not in known}
    return {name: _value(value, known[name]) for name, value in ordered.items()} | unknown


def _value(value: Cell, column: Column) -> Cell:
    if value == "":
        return None
    if isinstance(value, float):
        return round(value, column.decimals) + 0.0  # + 0.0 turns -0.0 into 0.0
    return value
