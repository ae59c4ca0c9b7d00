"""The `entente` program: its commands, and how it says that a call was wrong."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.cli.evaluate import evaluate
from pipeline.cli.explain import explain
from pipeline.cli.extract import extract
from pipeline.cli.knowledge import knowledge
from pipeline.cli.rules import rules
from pipeline.cli.run import run
from pipeline.cli.schedule import schedule
from pipeline.problems import ConfigurationError

#: Exit status of a wrong call, wrong rules or wrong settings; 1 says that no document was readable.
WRONG_CALL = 2


class Commands(TyperGroup):
    """The commands; a mistake in call, rules or settings ends them with every message at once."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command that was called."""
        try:
            return super().invoke(ctx)
        except ConfigurationError as error:
            for message in error.messages:
                typer.echo(f"entente: {message}", err=True)
            raise typer.Exit(WRONG_CALL) from error


app = typer.Typer(
    name="entente",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a bug shows the plain traceback, with the document's name
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from pipeline.versions import entente_version

        typer.echo(f"entente {entente_version()}")
        raise typer.Exit


@app.callback()
def entente(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reads foreign-policy briefs and tells who cooperates with or strains against whom.

    Put documents into data/raw and call [bold]entente run[/bold]; the tables are in data/processed.
    """


app.command()(run)
app.command()(extract)
app.command()(explain)
app.add_typer(rules, name="rules")
app.add_typer(knowledge, name="knowledge")
app.command()(evaluate)
app.command()(schedule)


def main() -> None:
    """Runs the program on the call's arguments."""
    app()
