"""Scores as a table for a terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table

from pipeline.evaluation.attributes import AttributeScores, Share
from pipeline.evaluation.counts import Counts
from pipeline.evaluation.scores import Scores


def render_scores(scores: Scores) -> RenderableType:
    """Returns the scores as tables to print with rich."""
    claims = _table(
        "Claims", {"pair": scores.pair, "strict": scores.strict, "explicit": scores.explicit}
    )
    parts: list[RenderableType] = [claims, _extras(scores), _attributes(scores.on_matched)]
    if scores.mentions:
        parts.append(_table("Mentions", dict(scores.mentions)))
    return Group(*parts)


def _table(title: str, rows: dict[str, Counts]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("score")
    for name in ("precision", "recall", "F1", "predicted", "gold", "matched"):
        table.add_column(name, justify="right")
    for name, counts in rows.items():
        shares = (counts.precision, counts.recall, counts.f1)
        numbers = (counts.predicted, counts.gold, counts.matched)
        table.add_row(name, *(f"{share:.3f}" for share in shares), *map(str, numbers))
    return table


def _extras(scores: Scores) -> str:
    extra = f"Extra rows per 100 sentences: {scores.extra_rows_per_100_sentences:.1f}"
    outside = f"Rows in sentences that are not annotated: {scores.n_outside}"
    return f"{extra}\n{outside}\n"


def _attributes(scores: AttributeScores) -> Table:
    table = Table(title="Attributes of the matched claims", title_justify="left")
    table.add_column("attribute")
    table.add_column("right", justify="right")
    table.add_column("of", justify="right")
    shares: dict[str, Share] = {
        "event type": scores.event_type,
        "polarity": scores.polarity,
        "modality": scores.modality,
        "date": scores.date,
        "place": scores.place,
        "stance sign": scores.stance_sign,
    }
    for name, share in shares.items():
        table.add_row(name, _number(share.share), str(share.of))
    table.add_row("stance, mean error", _number(scores.stance_mean_abs_error), "")
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
