"""What a gazetteer knows of one place."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.identity import stable_id
from pipeline.records import Place

#: Kinds of own rows that are states or claim to be: who governs there may act under its name.
GOVERNED = frozenset({"country", "territory", "continent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A named place.

    Attributes:
        kind: "country", "town", or the kind of a row of places.csv ("river", "base" ...).
        countries: ISO 3166 alpha-3 codes of the states it lies in.
        population: inhabitants, 0 where unknown.
        capital: whether it is the capital of its country.
        own: whether it comes from places.csv or an analyst's table, which win over towns.
    """

    name: str
    kind: str
    countries: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    geonames_id: str = ""
    population: int = 0
    capital: bool = False
    own: bool = False

    @property
    def country(self) -> str:
        """The one state that the place lies in, "" where it lies in several or none."""
        return self.countries[0] if len(self.countries) == 1 else ""

    @property
    def governed(self) -> bool:
        """Says whether the name can also stand for those who govern there."""
        return self.kind in GOVERNED or self.capital

    def place(self) -> Place:
        """Returns the record that goes into the tables."""
        precision = "city" if self.kind in {"town", "village", "capital"} else self.kind
        identity = (
            f"gn-{self.geonames_id}" if self.geonames_id else place_id(self.name, self.country)
        )
        return Place(
            place_id=identity,
            name=self.name,
            country=self.country,
            lat=self.lat,
            lon=self.lon,
            geonames_id=self.geonames_id,
            precision=precision,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place that a name may mean.

    Attributes:
        main: whether it is the place's main name rather than an alternate.
        listed: whether one of our own tables gives the place this name.
    """

    entry: Entry
    main: bool
    listed: bool = False


def place_id(name: str, country: str) -> str:
    """Returns the id of a place without a GeoNames id: `p-` and a hash of name and country."""
    return stable_id("p", name.casefold(), country)
