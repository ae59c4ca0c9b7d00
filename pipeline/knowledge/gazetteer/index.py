"""Looking names of places up: which places may a name mean, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.knowledge.fold import fold_name
from pipeline.knowledge.gazetteer.entries import Entry, Match
from pipeline.knowledge.gazetteer.skeleton import ROMANISED, alike, skeleton

#: Words in the longest name that is looked up ("Sistan and Baluchestan Province" has four).
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state with what helps to find and tell apart its places."""

    entry: Entry
    capital: str
    capital_id: str
    neighbours: frozenset[str]
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]


class Gazetteer:
    """Places by name.

    Towns stay lines of text until they are asked for: a run over a few documents looks up some
    hundred of them, and parsing all would cost more than everything else.

    Attributes:
        digest: changes whenever a table changes; part of cache keys.
        names: how many (name, place) pairs can be found.
    """

    def __init__(
        self,
        *,
        towns: Sequence[str],
        names: Mapping[str, str],
        countries: Iterable[Country],
        own: Sequence[tuple[Entry, tuple[str, ...]]],
        digest: str,
    ) -> None:
        self.digest = digest
        self._towns = towns
        self._names = names
        self._countries = {country.entry.country: country for country in countries}
        self._capitals = {country.capital_id for country in self._countries.values()} - {""}
        self._own: dict[str, dict[Entry, bool]] = defaultdict(dict)
        self._acronyms: dict[str, str] = {}
        self._adjectives: dict[str, str] = {}
        self._skeletons: dict[str, dict[str, list[tuple[str, Entry]]]] = {}
        self._rows_of: dict[str, list[int]] = {}
        for country in self._countries.values():
            self._add(country.entry, (country.entry.name, *country.aliases))
            for adjective in country.adjectives:
                self._adjectives.setdefault(fold_name(adjective), country.entry.country)
        self._own_towns: dict[str, Entry] = {}
        populations = self._populations({entry.geonames_id for entry, _ in own})
        for entry, aliases in own:
            known = replace(
                entry,
                capital=entry.geonames_id in self._capitals,
                population=populations.get(entry.geonames_id, 0),
            )
            if entry.geonames_id:
                self._own_towns[entry.geonames_id] = known
            self._add(known, (entry.name, *aliases))

    def _populations(self, identities: Collection[str]) -> dict[str, int]:
        """Returns the inhabitants of the towns with these GeoNames ids."""
        lines = (line for line in self._towns if line.partition("\t")[0] in identities)
        return {line.partition("\t")[0]: int(line.rpartition("\t")[2]) for line in lines}

    def __len__(self) -> int:
        return sum(map(len, self._own.values())) + sum(
            numbers.count(" ") + 1 for numbers in self._names.values()
        )

    def _add(self, entry: Entry, names: Iterable[str]) -> None:
        for name in names:
            key = fold_name(name)
            self._own[key].setdefault(entry, name == entry.name)
            if name.isupper() and len(name) <= 5:
                self._acronyms[key] = name

    def find(self, name: str) -> tuple[Match, ...]:
        """Returns the places that the name may mean: our own first, then by population.

        Example: "Tadmor" gives Palmyra in Syria; "Palmyra" gives that one before the towns of
            that name in the United States and Colombia.
        """
        return self.find_key(fold_name(name), name)

    def find_key(self, key: str, written: str) -> tuple[Match, ...]:
        """Returns what `find` does for a name that is folded already.

        Args:
            written: the name as written; an acronym ("DMZ") is found only in its capitals.
        """
        own = self._own.get(key)
        if own and self._acronyms.get(key, written) != written:
            own = None
        found = (
            [Match(entry=entry, main=main, listed=True) for entry, main in own.items()]
            if own
            else []
        )
        known = {match.entry.geonames_id for match in found} - {""}
        numbers = self._names.get(key)
        if numbers:
            towns = (self._town_match(number) for number in numbers.split(" "))
            found += sorted(
                (match for match in towns if match.entry.geonames_id not in known),
                key=lambda match: (not match.main, -match.entry.population),
            )
        return tuple(found)

    def knows(self, key: str) -> bool:
        """Says whether a folded name is one of ours, towns included."""
        return key in self._names or key in self._own

    def country(self, iso3: str) -> Entry | None:
        """Returns the country of that ISO 3166 alpha-3 code."""
        country = self._countries.get(iso3)
        return country.entry if country else None

    def neighbours(self, iso3: str) -> frozenset[str]:
        """Returns the codes of the countries that share a border with the country."""
        country = self._countries.get(iso3)
        return country.neighbours if country else frozenset()

    def country_of_adjective(self, word: str) -> str:
        """Returns the code of the country of "Syrian" or "Syria", "" for other words."""
        key = fold_name(word)
        found = self._adjectives.get(key)
        if found:
            return found
        return next((e.country for e in self._own.get(key, ()) if e.kind == "country"), "")

    def find_alike(self, name: str, countries: Collection[str]) -> tuple[Match, ...]:
        """Returns places of the countries whose name differs only in how it is romanised.

        Example: "Dayr al-Zur" among the places of Syria gives Deir ez-Zor.
        """
        key = skeleton(name)
        if not key:
            return ()
        found: dict[str | Entry, Entry] = {}
        for country in sorted(ROMANISED.intersection(countries)):
            for known, entry in self._skeletons_of(country).get(key, ()):
                if alike(name, known):
                    found.setdefault(entry.geonames_id or entry, entry)
        ordered = sorted(found.values(), key=lambda entry: (not entry.own, -entry.population))
        return tuple(Match(entry=entry, main=False) for entry in ordered)

    def _skeletons_of(self, country: str) -> dict[str, list[tuple[str, Entry]]]:
        table = self._skeletons.get(country)
        if table is None:
            table = defaultdict(list)
            for name, entry in self._names_in(country):
                key = skeleton(name)
                if key:
                    table[key].append((name, entry))
            self._skeletons[country] = table
        return table

    def _names_in(self, country: str) -> Iterable[tuple[str, Entry]]:
        for key, entries in self._own.items():
            for entry in entries:
                if country in entry.countries and entry.kind != "country":
                    yield key, entry
        if not self._rows_of:
            for number, line in enumerate(self._towns):
                self._rows_of.setdefault(line.split("\t", 5)[4], []).append(number)
        for number in self._rows_of.get(country, ()):
            entry = self._town(number)
            yield entry.name, entry

    def _town_match(self, number: str) -> Match:
        return Match(entry=self._town(int(number.rstrip("*"))), main=number.endswith("*"))

    def _town(self, number: int) -> Entry:
        identity, name, lat, lon, country, _, population = self._towns[number].split("\t")
        if identity in self._own_towns:
            return self._own_towns[identity]
        return Entry(
            name=name,
            kind="town",
            countries=(country,),
            lat=float(lat),
            lon=float(lon),
            geonames_id=identity,
            population=int(population),
            capital=identity in self._capitals,
        )
