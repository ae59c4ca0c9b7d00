"""What is known of one actor: names, kind, country, offices with from and until.

Here belong the record and the reading of one row of an actor table with all its checks. Which rows
are read and how they are looked up is decided in `load` and `store`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.identity import stable_id
from pipeline.records import Actor, ActorKind

#: Columns of an actor table; only `name` and `kind` must be there.
COLUMNS = (
    "name",
    "aliases",
    "metonyms",
    "adjectives",
    "people",
    "kind",
    "country",
    "parent",
    "role",
    "valid_from",
    "valid_to",
    "cow_number",
    "cow_abbreviation",
    "wikidata_id",
    "source",
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
#: Cells of a fixed form, and what one is that has another.
_FORMS = {
    "country": (re.compile(r"[A-Z]{3}"), "no ISO 3166 alpha-3 code"),
    "cow_number": (re.compile(r"[1-9]\d{0,2}"), "no number from 1 to 999"),
    "cow_abbreviation": (re.compile(r"[A-Z]{3}"), "not three capitals"),
    "wikidata_id": (re.compile(r"Q[1-9]\d*"), "not like Q42"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role that an actor holds or held; None where a limit is not known."""

    role: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, on: date | None) -> bool:
        """Says whether the office may be held on the day; True where no day is given."""
        if on is None:
            return True
        after = self.valid_from is None or self.valid_from <= on
        return after and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One actor of the knowledge tables.

    `metonyms` are seats that stand for it ("Kremlin"), `adjectives` and `people` its demonyms,
    `parent` the name of the body or state it belongs to, `cow_number` and `cow_abbreviation` a
    state's codes in the Correlates of War data.
    """

    actor: Actor
    metonyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    parent: str = ""
    offices: tuple[Office, ...] = ()
    cow_number: str = ""
    cow_abbreviation: str = ""
    source: str = ""
    where: str = ""

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.actor.name


def actor_id(name: str, country: str = "") -> str:
    """Returns the id of the actor of that name and country, the same in every run."""
    return stable_id("a", name, country)


def parse_row(row: Mapping[str, str], *, where: str) -> tuple[Entry | None, list[str]]:
    """Returns the entry of a table row and what is wrong with it, one message a mistake.

    Args:
        row: cells by column name.
        where: file and line, for the messages.
    """
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    messages = []
    if not cells["name"]:
        messages.append(f"{where}: the name is empty")
    if cells["kind"] not in set(ActorKind):
        kinds = ", ".join(ActorKind)
        messages.append(f"{where}: kind {cells['kind']!r} is none of {kinds}")
    messages.extend(
        f"{where}: {column} {cells[column]!r} is {what}"
        for column, (form, what) in _FORMS.items()
        if cells[column] and not form.fullmatch(cells[column])
    )
    office, wrong = _office(cells, where)
    messages.extend(wrong)
    if messages:
        return None, messages
    return _entry(cells, office, where), []


def _entry(cells: Mapping[str, str], office: Office | None, where: str) -> Entry:
    name, country = cells["name"], cells["country"]
    return Entry(
        actor=Actor(
            actor_id=actor_id(name, country),
            name=name,
            kind=ActorKind(cells["kind"]),
            country=country,
            wikidata_id=cells["wikidata_id"],
            aliases=_split(cells["aliases"]),
        ),
        metonyms=_split(cells["metonyms"]),
        adjectives=_split(cells["adjectives"]),
        people=_split(cells["people"]),
        parent=cells["parent"],
        offices=(office,) if office else (),
        cow_number=cells["cow_number"],
        cow_abbreviation=cells["cow_abbreviation"],
        source=cells["source"],
        where=where,
    )


def _office(cells: Mapping[str, str], where: str) -> tuple[Office | None, list[str]]:
    messages = []
    limits: dict[str, date | None] = {}
    for column, last in (("valid_from", False), ("valid_to", True)):
        try:
            limits[column] = _parse_date(cells[column], last=last)
        except ValueError:
            messages.append(f"{where}: {column} {cells[column]!r} is not YYYY, YYYY-MM or a day")
    if messages:
        return None, messages
    start, end = limits["valid_from"], limits["valid_to"]
    if start and end and end < start:
        return None, [f"{where}: valid_to {cells['valid_to']} lies before valid_from"]
    if not (cells["role"] or start or end):
        return None, []
    return Office(role=cells["role"].lower(), valid_from=start, valid_to=end), []


def _parse_date(text: str, *, last: bool) -> date | None:
    if not text:
        return None
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if day is None:
        return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, day)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))
