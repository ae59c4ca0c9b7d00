"""`entente explain`: why a sentence gives the claims that it gives, or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import KnowledgeOption, RulesOption, SettingsOption
from pipeline.cli.terminal import console
from pipeline.problems import ConfigurationError

if TYPE_CHECKING:
    from pipeline.claims.explain import Explanation
    from pipeline.settings import Settings


def explain(
    claim_id: Annotated[
        str, typer.Argument(metavar="CLAIM_ID", help="An id from claims.csv.")
    ] = "",
    text: Annotated[str, typer.Option("--text", "-t", help="A text instead of a claim.")] = "",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="Folder of the claim's tables."),
    ] = None,
    rules: RulesOption = None,
    knowledge: KnowledgeOption = None,
    settings_file: SettingsOption = None,
) -> None:
    """Show the words that made a claim, the rules tried, and the parse.

    Examples: [bold]entente explain c-1f09a2b4c6d8e0[/bold], or
    [bold]entente explain --text "Iran has not condemned Russia."[/bold]

    A claim is explained with the rules of the run that wrote it, unless others are given.
    """
    from pipeline.settings import load_settings

    if bool(claim_id) == bool(text):
        raise ConfigurationError(["explain: give either a claim's id or --text"])
    settings = load_settings(settings_file, output=out, rules=rules, knowledge=knowledge)
    accounts = _explain_text(text, settings) if text else [_explain_claim(claim_id, settings)]
    for account in accounts:
        _print(account)


def _explain_text(text: str, settings: Settings) -> tuple[Explanation, ...]:
    from pipeline.claims.explain import explain_document
    from pipeline.reading import read_text
    from pipeline.run import annotate_document, load_resources

    resources = load_resources(settings)
    return explain_document(annotate_document(read_text(text), resources), rules=resources.rules)


def _explain_claim(claim_id: str, settings: Settings) -> Explanation:
    from flows.manifest import last_settings
    from flows.store import find_document
    from pipeline.claims.explain import explain_claim
    from pipeline.run import annotate_document, load_resources
    from pipeline.tables.read import read_rows

    folder = settings.output
    rows = [row for row in read_rows(folder, "claims") if row["claim_id"] == claim_id]
    if not rows:
        raise ConfigurationError([f"{folder / 'claims.csv'} has no claim {claim_id}"])
    document = find_document(folder, str(rows[0]["doc_id"]))
    if document is None:
        raise ConfigurationError([f"{folder} no longer has the document as read: run it again"])
    used = last_settings(folder)
    if used is not None and not (settings.rules or settings.knowledge):
        settings = used
    resources = load_resources(settings)
    account = explain_claim(annotate_document(document, resources), claim_id, rules=resources.rules)
    if account is None:
        raise ConfigurationError(
            [f"the rules and knowledge of now give no claim {claim_id}: run the document again"]
        )
    return account


def _print(account: Explanation) -> None:
    from rich.table import Table

    terminal = console()
    terminal.print(account.sentence.text, soft_wrap=True)
    for fired in account.fired:
        claim = fired.claim
        what = f"{claim.source.actor.name} -> {claim.target.actor.name} ({claim.direction})"
        how = f"{claim.qualification.polarity}, {claim.qualification.modality}"
        terminal.print(f"\n  {claim.claim_id}  {claim.relation} {claim.event_type}: {what}, {how}")
        terminal.print(f"    {fired.marked}", soft_wrap=True)
        terminal.print(f"    rule {fired.rule.id} ({fired.rule.path}:{fired.rule.line})")
        if fired.told_elsewhere:
            terminal.print(f"    {fired.told_elsewhere}", soft_wrap=True)
    if not account.fired:
        terminal.print("\n  no claim")
    terminal.print(f"\n  actors: {'; '.join(account.actors) or 'none'}", soft_wrap=True)
    for near in account.near_misses:
        terminal.print(f"  tried: {near}", soft_wrap=True)
    table = Table("word", "lemma", "part", "relation", "of", box=None, pad_edge=False)
    for word in account.parse:
        relation = word.relation or word.label
        table.add_row(word.text, word.lemma, word.pos, relation, word.head)
    terminal.print()
    terminal.print(table)
    terminal.print()
