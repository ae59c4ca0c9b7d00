"""Reads the gazetteer: the extract that ships, our own places.csv and an analyst's tables."""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.knowledge.gazetteer.entries import Entry
from pipeline.knowledge.gazetteer.index import Country, Gazetteer
from pipeline.problems import ConfigurationError

_HERE = Path(__file__).parent
TOWNS = _HERE / "towns.tsv.gz"
NAMES = _HERE / "names.tsv.gz"
COUNTRIES = _HERE / "countries.csv"
#: Our own reviewed places, which win over the towns.
PLACES = _HERE.parent / "places.csv"

COUNTRY_COLUMNS = (
    "iso3",
    "geonames_id",
    "name",
    "lat",
    "lon",
    "capital",
    "capital_id",
    "neighbours",
    "aliases",
    "adjectives",
)
PLACE_COLUMNS = ("name", "kind", "countries", "lat", "lon", "geonames_id", "aliases")
_REQUIRED = ("name", "kind")
#: Kinds of places that places.csv may name; each is the `precision` of the tables.
KINDS = frozenset(
    "airport base camp canal cape city continent crossing dam desert district island lake line"
    " mountain mountains oilfield pass peninsula plateau port province reef region river road sea"
    " site strait territory town valley village border".split()
)


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """Returns the gazetteer: shipped towns and countries under our own places.csv.

    Args:
        extra: an analyst's tables laid over ours, later ones over earlier ones: CSV files whose
            name begins with "places", or folders that hold such files. Columns as in places.csv;
            only name and kind are required.

    Raises:
        ConfigurationError: a table cannot be read or a row is wrong; all mistakes, with file and
            line, in one.
    """
    messages: list[str] = []
    digest = hashlib.sha256()
    own: list[tuple[Entry, tuple[str, ...]]] = []
    for path in [PLACES, *_extra_tables(extra, messages)]:
        rows, wrong = _read_places(path)
        messages.extend(wrong)
        own.extend(rows)
        if not wrong:
            digest.update(path.read_bytes())
    if messages:
        raise ConfigurationError(messages)
    for path in (TOWNS, NAMES, COUNTRIES):
        digest.update(path.read_bytes())
    return Gazetteer(
        towns=_lines(TOWNS),
        names=dict(_split_names(_lines(NAMES))),
        countries=_read_countries(),
        own=own,
        digest=digest.hexdigest()[:16],
    )


def _lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")


def _split_names(lines: Iterable[str]) -> Iterable[list[str]]:
    return (line.split("\t") for line in lines)


def _read_countries() -> list[Country]:
    with COUNTRIES.open(encoding="utf-8", newline="") as handle:
        return [
            Country(
                entry=Entry(
                    name=row["name"],
                    kind="country",
                    countries=(row["iso3"],),
                    lat=_number(row["lat"]),
                    lon=_number(row["lon"]),
                    geonames_id=row["geonames_id"],
                    own=True,
                ),
                capital=row["capital"],
                capital_id=row["capital_id"],
                neighbours=frozenset(_cells(row["neighbours"])),
                aliases=_cells(row["aliases"]),
                adjectives=_cells(row["adjectives"]),
            )
            for row in csv.DictReader(handle)
        ]


def _extra_tables(extra: Sequence[Path], messages: list[str]) -> list[Path]:
    found: list[Path] = []
    for path in map(Path, extra):
        if path.is_dir():
            found.extend(sorted(path.glob("places*.csv")))
        elif not path.exists():
            messages.append(f"{path}: there is no such knowledge file or folder")
        elif path.name.startswith("places"):
            found.append(path)
    return found


def _read_places(path: Path) -> tuple[list[tuple[Entry, tuple[str, ...]]], list[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"{path}: cannot be read as UTF-8 text ({error})"]
    reader = csv.DictReader(text.splitlines(keepends=True))
    columns = list(reader.fieldnames or ())
    messages = [
        f"{path}:1: unknown column {name!r}; known are {', '.join(PLACE_COLUMNS)}"
        for name in columns
        if name not in PLACE_COLUMNS
    ]
    messages += [
        f"{path}:1: column {name!r} is missing" for name in _REQUIRED if name not in columns
    ]
    if messages:
        return [], messages
    rows: list[tuple[Entry, tuple[str, ...]]] = []
    for row in reader:
        where = f"{path}:{reader.line_num}"
        if None in row or None in row.values():
            messages.append(f"{where}: {len(columns)} cells expected; is a comma unquoted?")
            continue
        wrong = _mistakes(row)
        messages.extend(f"{where}: {message}" for message in wrong)
        if not wrong:
            rows.append((_entry(row), _cells(row.get("aliases", ""))))
    return rows, messages


def _mistakes(row: dict[str, str]) -> list[str]:
    """Returns what is wrong with a row of places, in words that say how to mend it."""
    wrong = []
    if not row["name"].strip():
        wrong.append("the name is empty")
    if row["kind"] not in KINDS:
        wrong.append(f"unknown kind {row['kind']!r}; known are {', '.join(sorted(KINDS))}")
    for code in _cells(row.get("countries", "")):
        if not (len(code) == 3 and code.isascii() and code.isupper()):
            wrong.append(f"country {code!r} is no ISO 3166 alpha-3 code such as SYR")
    lat, lon = row.get("lat", ""), row.get("lon", "")
    if bool(lat) != bool(lon):
        wrong.append("lat and lon are given together or not at all")
    for name, value, limit in (("lat", lat, 90.0), ("lon", lon, 180.0)):
        number = _number(value)
        if value and (number is None or not -limit <= number <= limit):
            wrong.append(f"{name} {value!r} is no number of degrees from -{limit:g} to {limit:g}")
    identity = row.get("geonames_id", "")
    if identity and not identity.isdecimal():
        wrong.append(f"geonames_id {identity!r} is no number")
    return wrong


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        name=row["name"].strip(),
        kind=row["kind"],
        countries=_cells(row.get("countries", "")),
        lat=_number(row.get("lat", "")),
        lon=_number(row.get("lon", "")),
        geonames_id=row.get("geonames_id", ""),
        own=True,
    )


def _cells(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";") if part.strip())


def _number(value: str) -> float | None:
    try:
        return float(value) if value else None
    except ValueError:  # reported as a mistake of the row
        return None
