"""Which predicted row is which gold claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluation.gold import SAME_SENTENCE, GoldActor, GoldDocument, GoldPair, normal_name

#: One row of claims.csv, every cell a text.
ClaimRow = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A predicted row and the gold sentence it stands in."""

    row: ClaimRow
    sid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A predicted row that is a gold pair; `row` and `pair` are their numbers in their lists."""

    row: int
    pair: int


def place_rows(
    rows: Iterable[ClaimRow], golds: Sequence[GoldDocument]
) -> tuple[dict[int, list[Placed]], int]:
    """Returns the rows by the number of their gold document, and how many stand in none."""
    placed: dict[int, list[Placed]] = {number: [] for number in range(len(golds))}
    outside = 0
    for row in rows:
        found = nearest_sentence(row["sentence"], golds)
        if found is None:
            outside += 1
        else:
            placed[found[0]].append(Placed(row=row, sid=found[1]))
    return placed, outside


def nearest_sentence(sentence: str, golds: Sequence[GoldDocument]) -> tuple[int, int] | None:
    """Returns the document's number and the sentence's, None where no gold sentence is the same."""
    best, document = (-1, 0.0), -1
    for number, gold in enumerate(golds):
        found = gold.nearest(sentence)
        if document < 0 or found[1] > best[1]:
            best, document = found, number
    return (document, best[0]) if best[1] >= SAME_SENTENCE else None


def match_rows(rows: Sequence[Placed], gold: GoldDocument, *, strict: bool) -> list[Match]:
    """Returns which rows are which gold pairs, one to one.

    Args:
        strict: actors are compared by name alone and a directed claim's direction must agree;
            otherwise an actor's country will do and the direction does not count.
    """
    names = {name for pair in gold.pairs for name in (pair.source, pair.target)}
    actors = {name: gold.actors.get(name) or _named(name) for name in names}
    order = sorted(range(len(gold.pairs)), key=lambda number: gold.pairs[number].optional)
    used: set[int] = set()
    matches = []
    for number, placed in enumerate(rows):
        for candidate in order:
            pair = gold.pairs[candidate]
            if candidate in used or (pair.sid, pair.relation) != (
                placed.sid,
                placed.row["relation"],
            ):
                continue
            if _joins(placed.row, pair, actors, strict=strict):
                used.add(candidate)
                matches.append(Match(row=number, pair=candidate))
                break
    return matches


def _named(name: str) -> GoldActor:
    return GoldActor(names=frozenset({normal_name(name)}))


def _joins(row: ClaimRow, pair: GoldPair, actors: Mapping[str, GoldActor], *, strict: bool) -> bool:
    source, target = actors[pair.source], actors[pair.target]
    if _is(row, "source", source, strict) and _is(row, "target", target, strict):
        return True
    directed = not (pair.mutual or row.get("direction") == "mutual")
    if strict and directed:
        return False
    return _is(row, "source", target, strict) and _is(row, "target", source, strict)


def _is(row: ClaimRow, role: str, actor: GoldActor, strict: bool) -> bool:
    names = (row.get(f"{role}_name") or "", row.get(f"{role}_text") or "")
    if any(actor.is_named(name) for name in names):
        return True
    return not strict and actor.has_country(row.get(f"{role}_country") or "")
