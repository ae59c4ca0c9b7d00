"""Reading the actor tables: those that ship and an analyst's own, laid over them.

Here belong files, merging and the report of all mistakes at once. What a row may hold is `entries`'
business, how names are found is `store`'s.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.knowledge.entries import COLUMNS, Entry, parse_row
from pipeline.knowledge.store import Knowledge
from pipeline.problems import ConfigurationError

#: The tables that ship with the package.
ACTOR_TABLES = Path(__file__).parent / "actors"


def load_knowledge(extra: Sequence[Path] = ()) -> Knowledge:
    """Returns what is known of actors: the shipped tables with the analyst's laid over them.

    A row of `extra` with the name (and country) of a shipped actor adds its aliases and offices to
    it and replaces kind, parent and Wikidata id where it gives them; any other row is a new actor.

    Args:
        extra: CSV files, or folders of them, later ones over earlier ones.

    Raises:
        ConfigurationError: a table cannot be read or a row is wrong; all mistakes, with file and
            line, in one.
    """
    messages: list[str] = []
    digest = hashlib.sha256()
    merged: dict[tuple[str, str], Entry] = {}
    for path in [*sorted(ACTOR_TABLES.glob("*.csv")), *_extra_tables(extra, messages)]:
        entries, wrong = _read_table(path)
        messages.extend(wrong)
        if not wrong:
            digest.update(path.read_bytes())
        for entry in entries:
            key = (entry.name, entry.actor.country)
            merged[key] = merge(merged[key], entry) if key in merged else entry
    messages.extend(_orphans(merged.values()))
    if messages:
        raise ConfigurationError(messages)
    return Knowledge(tuple(merged.values()), digest=digest.hexdigest()[:16])


def merge(first: Entry, second: Entry) -> Entry:
    """Returns one entry with both entries' names and offices; the second's facts win."""
    actor = replace(
        first.actor,
        kind=second.actor.kind,
        wikidata_id=second.actor.wikidata_id or first.actor.wikidata_id,
        aliases=tuple(dict.fromkeys((*first.actor.aliases, *second.actor.aliases))),
    )
    return replace(
        first,
        actor=actor,
        metonyms=tuple(dict.fromkeys((*first.metonyms, *second.metonyms))),
        adjectives=tuple(dict.fromkeys((*first.adjectives, *second.adjectives))),
        people=tuple(dict.fromkeys((*first.people, *second.people))),
        parent=second.parent or first.parent,
        offices=tuple(dict.fromkeys((*first.offices, *second.offices))),
        cow_number=second.cow_number or first.cow_number,
        cow_abbreviation=second.cow_abbreviation or first.cow_abbreviation,
        source=second.source or first.source,
        where=second.where,
    )


def _extra_tables(extra: Sequence[Path], messages: list[str]) -> list[Path]:
    found: list[Path] = []
    for path in map(Path, extra):
        if path.is_dir():
            tables = sorted(path.glob("*.csv"))
            if not tables:
                messages.append(f"{path}: the knowledge folder holds no .csv table")
            # Tables of places lie in the same folder and are read by the gazetteer.
            found.extend(table for table in tables if not table.name.startswith("places"))
        elif path.is_file():
            found.append(path)
        else:
            messages.append(f"{path}: there is no such knowledge file or folder")
    return found


def _read_table(path: Path) -> tuple[list[Entry], list[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"{path}: cannot be read as UTF-8 text ({error})"]
    reader = csv.DictReader(text.splitlines(keepends=True))
    columns = [name.strip() for name in reader.fieldnames or ()]
    messages = [
        f"{path}:1: unknown column {name!r}; known are {', '.join(COLUMNS)}"
        for name in columns
        if name not in COLUMNS
    ]
    messages += [f"{path}:1: column {c!r} is missing" for c in ("name", "kind") if c not in columns]
    if messages:
        return [], messages
    entries = []
    for row in reader:
        where = f"{path}:{reader.line_num}"
        if None in row or None in row.values():
            messages.append(f"{where}: {len(columns)} cells expected; is a comma unquoted?")
            continue
        entry, wrong = parse_row(row, where=where)
        messages.extend(wrong)
        if entry:
            entries.append(entry)
    return entries, messages


def _orphans(entries: Iterable[Entry]) -> list[str]:
    """Returns a message for each parent that is no actor of the tables."""
    known = list(entries)
    names = {name for entry in known for name in (entry.name, *entry.actor.aliases)}
    return [
        f"{entry.where}: parent {entry.parent!r} is the name of no actor in the tables"
        for entry in known
        if entry.parent and entry.parent not in names
    ]
