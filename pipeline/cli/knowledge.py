"""`entente knowledge`: what is known of a name."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.options import KnowledgeOption, SettingsOption
from pipeline.cli.terminal import console

knowledge = typer.Typer(no_args_is_help=True, help="Look up actors and places.")


@knowledge.callback()
def _group() -> None:
    """Look up actors and places."""


@knowledge.command()
def find(
    name: Annotated[str, typer.Argument(help="A name as a document may write it.")],
    folders: KnowledgeOption = None,
    settings_file: SettingsOption = None,
) -> None:
    """Show which actors and places a name may mean, the likeliest first.

    Example: [bold]entente knowledge find Kremlin[/bold]

    Ends with 1 where the name is not known: add it to a folder of your own and give that to
    --knowledge.
    """
    from rich.table import Table

    from pipeline.knowledge import load_knowledge
    from pipeline.knowledge.gazetteer import load_gazetteer
    from pipeline.settings import load_settings

    settings = load_settings(settings_file, knowledge=folders)
    table = Table("what", "name", "kind", "country", "how", "id", box=None, pad_edge=False)
    for found in load_knowledge(settings.knowledge).find(name):
        actor = found.entry.actor
        table.add_row(
            "actor", actor.name, actor.kind, actor.country, found.form.value, actor.actor_id
        )
    for match in load_gazetteer(settings.knowledge).find(name):
        place = match.entry.place()
        where = f"{place.lat}, {place.lon}"
        table.add_row("place", place.name, place.precision, place.country, where, place.place_id)
    if not table.rows:
        console().print(f"{name}: not known as an actor or a place")
        raise typer.Exit(1)
    console().print(table)
