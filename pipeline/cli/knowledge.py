"""`entente knowledge`: what a name means and why; dictionaries of others made our tables."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.knowledge_import import import_dictionaries
from pipeline.cli.options import KnowledgeOption, SettingsOption
from pipeline.cli.terminal import console
from pipeline.problems import ConfigurationError

if TYPE_CHECKING:
    from rich.table import Table

    from pipeline.knowledge import Found, Knowledge
    from pipeline.knowledge.entries import Entry, Office
    from pipeline.knowledge.gazetteer import Match
    from pipeline.records import ActorMention
    from pipeline.settings import Settings

knowledge = typer.Typer(no_args_is_help=True, help="Look up actors and places.")
knowledge.command(name="import")(import_dictionaries)

#: Why a name means an actor, by what sort of name it is.
_WHY = {
    "name": "its name",
    "alias": "another name of it",
    "metonym": "a seat that stands for it where it acts",
    "adjective": "its demonym",
    "people": "a word for its people",
    "short": "short for it, where the text has named it",
}
_DAY = "%Y-%m-%d"


@knowledge.callback()
def _group() -> None:
    """Look up actors and places, and make tables of other projects' dictionaries."""


@knowledge.command()
def find(
    name: Annotated[str, typer.Argument(help="A name as a document may write it.")],
    day: Annotated[
        datetime | None,
        typer.Option("--on", formats=[_DAY], metavar="DAY", help="The day of the document."),
    ] = None,
    folders: KnowledgeOption = None,
    settings_file: SettingsOption = None,
) -> None:
    """Show which actors and places a name may mean and why, the likeliest first.

    Example: [bold]entente knowledge find Kremlin[/bold], or
    [bold]entente knowledge find "foreign minister of Kenya" --on 2019-05-01[/bold]

    A name that is in no table is read as in a sentence: ministries, forces and offices are known by
    their words. Ends with 1 where nothing is found; add the name to a folder of your own and give
    that to --knowledge.
    """
    from pipeline.knowledge import load_knowledge
    from pipeline.knowledge.gazetteer import load_gazetteer
    from pipeline.settings import load_settings

    if not name.strip():
        raise ConfigurationError(["knowledge find: give a name"])
    settings = load_settings(settings_file, knowledge=folders)
    known = load_knowledge(settings.knowledge)
    plain = _plain(name)
    on = day.date() if day else None
    found = known.find(plain, on)
    places = load_gazetteer(settings.knowledge).find(plain)
    if found:
        console().print(_actors(found, known, on))
    if places:
        console().print(_places(places))
    if found or places:
        return
    read = _read(name, on, settings)
    for mention in read:
        console().print(_sentence(name, mention))
    if not read:
        _say_unknown(name, known)
        raise typer.Exit(1)


def _plain(name: str) -> str:
    """Returns the name without article, possessive and quotation marks."""
    plain = name.strip().strip('"“”')
    plain = plain.removesuffix("'s").removesuffix("’s")
    return plain[4:] if plain.lower().startswith("the ") else plain


def _actors(found: list[Found], known: Knowledge, on: date | None) -> Table:
    from rich.table import Table

    table = Table("actor", "kind", "country", "why", "office, or part of", "codes", "from")
    table.box, table.pad_edge = None, False
    for item in found:
        actor = item.actor
        why = _WHY[item.form.value]
        entry = item.entry
        if entry.offices and on and not any(office.holds(on) for office in entry.offices):
            why += f", but not on {on}"
        table.add_row(
            actor.name,
            actor.kind,
            actor.country,
            why,
            _belongs(entry, known),
            _codes(entry),
            _table_of(entry),
        )
    return table


def _belongs(entry: Entry, known: Knowledge) -> str:
    parent = known.by_id.get(entry.actor.parent)
    offices = sorted(entry.offices, key=lambda office: office.valid_from or date.min)
    parts = [_office(office) for office in offices]
    return "; ".join([*parts, *([f"of {parent.name}"] if parent else [])])


def _office(office: Office) -> str:
    if not (office.valid_from or office.valid_to):
        return office.role
    return f"{office.role} {office.valid_from or '...'} to {office.valid_to or 'now'}".strip()


def _codes(entry: Entry) -> str:
    cow = f"COW {entry.cow_number} {entry.cow_abbreviation}" if entry.cow_number else ""
    return ", ".join(code for code in (cow, entry.actor.wikidata_id, entry.actor.actor_id) if code)


def _table_of(entry: Entry) -> str:
    path, _, line = entry.where.rpartition(":")
    return f"{Path(path).name}:{line}"


def _places(places: tuple[Match, ...]) -> Table:
    from rich.table import Table

    table = Table("place", "kind", "country", "where", "id", box=None, pad_edge=False)
    for match in places:
        place = match.entry.place()
        where = "" if place.lat is None else f"{place.lat}, {place.lon}"
        table.add_row(place.name, place.precision, place.country, where, place.place_id)
    return table


def _read(name: str, on: date | None, settings: Settings) -> list[ActorMention]:
    """Returns the actors that the name is read as in a sentence, from first to last letter."""
    from dataclasses import replace

    from pipeline.reading import read_text
    from pipeline.run import annotate_document, load_resources

    document = replace(read_text(f"{name} agreed."), date=on)
    annotated = annotate_document(document, load_resources(settings))
    start = len(name) - len(_plain(name)) if name.lower().startswith("the ") else 0
    ends = {len(name), len(name) - len("'s")}
    return [
        mention
        for mention in annotated.actors
        if mention.evidence.start <= start and mention.evidence.end in ends
    ]


def _sentence(name: str, mention: ActorMention) -> str:
    actor = mention.actor
    country = f", {actor.country}" if actor.country else ""
    return (
        f"{name}: in no table; read in a sentence as {actor.name} ({actor.kind}{country}), "
        f"by its words ({mention.basis}). {actor.actor_id}"
    )


def _say_unknown(name: str, known: Knowledge) -> None:
    from pipeline.knowledge.near import near_names

    console().print(f"{name}: not known as an actor or a place")
    for form in near_names(_plain(name), known.forms):
        item = known.forms[form][0]
        shown = (
            item.written
            if item.written == item.actor.name
            else (f"{item.written} ({item.actor.name})")
        )
        console().print(f"  near: {shown}")
