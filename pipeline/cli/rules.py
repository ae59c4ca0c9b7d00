"""`entente rules`: check every rule's examples, list the rules, begin a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.ask_rule import Wish, ask_rule
from pipeline.cli.options import KnowledgeOption, RulesOption, SettingsOption
from pipeline.cli.terminal import console
from pipeline.problems import ConfigurationError

if TYPE_CHECKING:
    from pipeline.annotate.annotated import AnnotatedDocument
    from pipeline.records import DocumentText
    from pipeline.rules.schema import Rule

rules = typer.Typer(no_args_is_help=True, help="Check, list and begin rules.")


@rules.command()
def check(
    only: Annotated[
        list[str] | None, typer.Argument(metavar="RULE_ID", help="Only these rules.")
    ] = None,
    folders: RulesOption = None,
    knowledge: KnowledgeOption = None,
    settings_file: SettingsOption = None,
) -> None:
    """Run the examples of every rule, ours and yours.

    Example: [bold]entente rules check --rules my-rules[/bold]

    A match example must give exactly the marked claim, a no_match example none. Ends with 2 where
    one does not, or where a file of rules is wrong; every message names file, line and rule.
    """
    from pipeline.claims.check import check_examples
    from pipeline.run import load_resources
    from pipeline.settings import load_settings

    settings = load_settings(settings_file, rules=folders, knowledge=knowledge)
    resources = load_resources(settings)
    known = {rule.id for rule in resources.rules.rules}
    unknown = [f"no rule has the id {rule_id!r}" for rule_id in only or () if rule_id not in known]
    if unknown:
        raise ConfigurationError(unknown)

    def read(documents: Sequence[DocumentText]) -> Iterable[AnnotatedDocument]:
        from pipeline.annotate import annotate_many

        return annotate_many(
            documents,
            nlp=resources.nlp,
            knowledge=resources.knowledge,
            gazetteer=resources.gazetteer,
        )

    failures = check_examples(resources.rules, read, only=only or ())
    if failures:
        raise ConfigurationError([str(failure) for failure in failures])
    checked = [rule for rule in resources.rules.rules if not only or rule.id in only]
    examples = sum(len(rule.match) + len(rule.no_match) for rule in checked)
    console().print(f"{len(checked)} rules, {examples} examples: all as their authors say.")


@rules.command(name="list")
def list_rules(
    word: Annotated[
        str, typer.Argument(metavar="WORD", help="Only rules with this in id, type or trigger.")
    ] = "",
    unused: Annotated[
        Path | None,
        typer.Option("--unused", metavar="RUN", help="Only active rules without a claim there."),
    ] = None,
    folders: RulesOption = None,
    settings_file: SettingsOption = None,
) -> None:
    """List the rules with their first example.

    Examples: [bold]entente rules list sanction[/bold], or
    [bold]entente rules list --unused data/processed[/bold]
    """
    from rich.table import Table

    from pipeline.rules import load_rules
    from pipeline.settings import load_settings

    settings = load_settings(settings_file, rules=folders)
    used = _used_in(unused) if unused is not None else None
    found = [
        rule
        for rule in load_rules(settings.rules).rules
        if word.lower() in " ".join(_words(rule)).lower()
        and (used is None or (rule.status == "active" and rule.id not in used))
    ]
    table = Table("rule", "type", "trigger", "example", box=None, pad_edge=False)
    for rule in found:
        name = rule.id if rule.status == "active" else f"{rule.id} ({rule.status})"
        example = rule.match[0].text if rule.match else ""
        table.add_row(name, rule.type, f"{rule.trigger.kind}: {_triggers(rule)}", example)
    console().print(table)
    console().print(f"{len(found)} rules")


def _used_in(run: Path) -> set[str]:
    """Returns the ids of the rules that made a claim of the run."""
    from pipeline.tables.read import read_rows

    if not (run / "claims.csv").exists():
        raise ConfigurationError([f"--unused {run}: there is no claims.csv; name a run's folder"])
    return {str(row["rule_id"]) for row in read_rows(run, "claims")}


def _words(rule: Rule) -> Iterator[str]:
    yield rule.id
    yield rule.type
    yield from rule.trigger.lemmas
    yield from (word for node in rule.trigger.pattern for word in node.words)


def _triggers(rule: Rule, limit: int = 6) -> str:
    lemmas = rule.trigger.lemmas
    return ", ".join(lemmas[:limit]) + (" ..." if len(lemmas) > limit else "")


@rules.command()
def new(
    lemma: Annotated[
        str, typer.Argument(metavar="WORD", help="The trigger's dictionary form, e.g. delist.")
    ] = "",
    event_type: Annotated[
        str, typer.Option("--type", "-t", help="The event type, e.g. SANCTION.")
    ] = "",
    folder: Annotated[
        Path, typer.Option("--in", metavar="DIR", help="Your folder of rules.")
    ] = Path("rules"),
    noun: Annotated[bool, typer.Option("--noun", help="The word is a noun, not a verb.")] = False,
) -> None:
    """Begin a rule in your own folder; without a word it asks for all that a rule needs.

    Examples: [bold]entente rules new[/bold], or
    [bold]entente rules new delist --type SANCTION --in my-rules[/bold]

    A rule with both examples is active, one without is a draft: checked, not run.
    """
    from pipeline.rules import load_rules
    from pipeline.rules.draft import append_rule, draft_rule

    wish = ask_rule() if not lemma else Wish(lemma=lemma, event_type=event_type, is_noun=noun)
    chosen = wish.checked_type()
    rule_id, text = draft_rule(
        chosen,
        "noun" if wish.is_noun else "verb",
        wish.lemma.strip().lower(),
        match=wish.match,
        no_match=wish.no_match,
    )
    known = load_rules([folder] if folder.exists() else []).get(rule_id)
    if known is not None:
        raise ConfigurationError([f"{known.path}:{known.line} has the rule {rule_id} already"])
    path = append_rule(text, folder, chosen)
    console().print(f"{rule_id} is begun in {path}; edit it, then: entente rules check -r {folder}")
