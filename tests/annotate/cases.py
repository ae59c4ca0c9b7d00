"""The challenge tables of mentions: `tables/*.md`, their faults, and mentions as short strings.

An actor is `words=Name/COUNTRY`, in the tables of bodies, groups and names with `:kind` behind; a
place is `@words=Name/COUNTRY`; a date is `words=EDTF precision basis`, or `words=?` where no
calendar holds it. Which of the three a table compares is said here; all mentions of those sorts
count, in order. A sentence may begin with the document's date in brackets: `[2019-06-19] ...`.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from edtf import parse_edtf

from pipeline.annotate import AnnotatedDocument
from pipeline.records import ActorMention, DateMention, PlaceMention
from tests.support.tables import Case, read_tables

FOLDER = Path(__file__).parent / "tables"

#: What each table compares.
SORTS = {
    "bodies": ("kind", "place"),
    "dates": ("date",),
    "demonyms": ("kind", "place"),
    "metonymy": ("actor", "place"),
    "names": ("kind", "place"),
    "places": ("actor", "place"),
}

#: What a known fault is about.
FAULTS = {
    "missing": "a mention is not found",
    "extra": "something is found that is no mention",
    "span": "the right mention in other words",
    "sort": "an actor taken for a place, or the other way round",
    "name": "another canonical name, country or kind",
    "interval": "other days",
    "basis": "the right days, known in another way",
}

_DATED = re.compile(r"\[(\d{4}-\d\d-\d\d)\] ")


def all_cases() -> list[Case]:
    """Returns the rows of every table."""
    return read_tables(FOLDER, FAULTS)


def document_date(case: Case) -> date | None:
    """Returns the date that the row gives its document."""
    match = _DATED.match(case.sentence)
    return date.fromisoformat(match.group(1)) if match else None


def document_text(case: Case) -> str:
    """Returns the row's sentence without its document's date."""
    return _DATED.sub("", case.sentence, count=1)


def told(annotated: AnnotatedDocument, sorts: tuple[str, ...]) -> list[str]:
    """Returns the mentions of these sorts as short strings, in text order."""
    found: list[tuple[int, str]] = []
    if {"actor", "kind"}.intersection(sorts):
        found += [(m.evidence.start, _actor(m, kind="kind" in sorts)) for m in annotated.actors]
    if "place" in sorts:
        found += [(m.evidence.start, _place(m)) for m in annotated.places]
    if "date" in sorts:
        found += [(m.evidence.start, _date(m)) for m in annotated.dates]
    return [text for _, text in sorted(found)]


def _actor(mention: ActorMention, *, kind: bool) -> str:
    actor = mention.actor
    country = f"/{actor.country}" if actor.country else ""
    return f"{mention.evidence.text}={actor.name}{country}{f':{actor.kind}' if kind else ''}"


def _place(mention: PlaceMention) -> str:
    country = f"/{mention.place.country}" if mention.place.country else ""
    return f"@{mention.evidence.text}={mention.place.name}{country}"


def _date(mention: DateMention) -> str:
    interval = mention.interval
    if interval is None:
        return f"{mention.evidence.text}=?"
    days = "" if _bounds(interval.edtf) == (interval.start, interval.end) else " EDTF IS WRONG"
    return f"{mention.evidence.text}={interval.edtf} {interval.precision} {interval.basis}{days}"


def _bounds(edtf: str) -> tuple[date, date]:
    """Returns the first and last day that an EDTF text means, as the edtf library reads it."""
    parsed = parse_edtf(edtf)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
