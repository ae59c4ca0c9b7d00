"""`entente evaluate`: a run's tables against annotations made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.terminal import console
from pipeline.problems import ConfigurationError


def evaluate(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Output folder of a run.")],
    gold: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD SENTENCES...",
            help="Annotations and the sentences they speak of, file after file, in pairs.",
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print every figure as JSON.")] = False,
    show: Annotated[
        bool, typer.Option("--show", help="Also list the claims missed and the rows too many.")
    ] = False,
) -> None:
    """Score a run against gold annotations: precision, recall, F1, extra rows.

    Example: [bold]entente evaluate data/processed brief.gold.json brief.sentences.json[/bold]

    Rows in sentences that no annotation speaks of are not counted.
    """
    from pipeline.evaluation import evaluate as score
    from pipeline.evaluation import render_scores

    if len(gold) % 2:
        raise ConfigurationError([f"evaluate: {gold[-1]} has no partner; give GOLD and SENTENCES"])
    scores = score(run, list(zip(gold[::2], gold[1::2], strict=True)))
    if as_json:
        typer.echo(json.dumps(scores.to_dict(), indent=2))
    else:
        console().print(render_scores(scores))
    if show:
        for title, lines in (("missed", scores.misses), ("too many", scores.extras)):
            for line in lines:
                console().print(f"{title}: {line}", soft_wrap=True)
