"""Claims -> rows of dyads.csv: what the corpus says about each pair of actors.

A statement that gives several claims between the same two counts once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from pipeline.identity import stable_id
from pipeline.records import Actor, Polarity, Relation, ScoredClaim
from pipeline.results import DocumentResult
from pipeline.tables.schema import Row


@dataclass(slots=True, kw_only=True)
class _Dyad:
    """Two actors and the claims between them, by statement."""

    first: Actor
    second: Actor
    statements: dict[str, list[ScoredClaim]] = field(default_factory=dict)


def dyad_rows(results: Sequence[DocumentResult], rejected: Collection[str]) -> list[Row]:
    """Returns one row for each unordered pair of actors with a claim, by their names.

    Args:
        rejected: ids of claims that a reviewer marked wrong; they are not counted.
    """
    dyads: dict[tuple[str, str], _Dyad] = {}
    for result in results:
        for scored in result.claims:
            claim = scored.claim
            if claim.claim_id in rejected:
                continue
            first, second = sorted(
                (claim.source.actor, claim.target.actor), key=lambda a: (a.name, a.actor_id)
            )
            low, high = sorted((first.actor_id, second.actor_id))
            dyad = dyads.setdefault((low, high), _Dyad(first=first, second=second))
            dyad.statements.setdefault(claim.statement_id, []).append(scored)
    rows = [_row(key, dyad) for key, dyad in dyads.items()]
    return sorted(rows, key=lambda row: (str(row["a_name"]), str(row["b_name"]), row["dyad_id"]))


def _row(key: tuple[str, str], dyad: _Dyad) -> Row:
    statements = list(dyad.statements.values())
    claims = [scored.claim for statement in statements for scored in statement]
    relations = [statement[0].claim.relation for statement in statements]
    dates = [claim.date.interval for claim in claims if claim.date is not None]
    first: dt.date | None = min((interval.start for interval in dates), default=None)
    last: dt.date | None = max((interval.end for interval in dates), default=None)
    return {
        "dyad_id": stable_id("y", *key),
        "a_name": dyad.first.name,
        "b_name": dyad.second.name,
        "n_statements": len(statements),
        "n_cooperation": relations.count(Relation.COOPERATION),
        "n_tension": relations.count(Relation.TENSION),
        "mean_stance": fmean(fmean(scored.stance for scored in s) for s in statements),
        "share_negated": fmean(any(_denied(scored) for scored in s) for s in statements),
        "first_date": first,
        "last_date": last,
        "n_documents": len({claim.doc_id for claim in claims}),
        "a_id": dyad.first.actor_id,
        "b_id": dyad.second.actor_id,
        "a_country": dyad.first.country,
        "b_country": dyad.second.country,
    }


def _denied(scored: ScoredClaim) -> bool:
    return scored.claim.qualification.polarity is Polarity.NEGATED
