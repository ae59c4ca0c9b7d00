"""Whose land a place is: countries, their parts and borders, and no towns."""

from __future__ import annotations

import pytest

from pipeline.annotate.places.owners import owners_of
from pipeline.records import Actor, ActorBasis, ActorKind, Evidence, Place, PlaceMention

MALI = Actor(actor_id="mali", name="Mali", kind=ActorKind.STATE, country="MLI")


@pytest.mark.parametrize(
    ("name", "country", "precision", "is_owned"),
    [
        ("Mali", "MLI", "country", True),
        ("northern Mali", "MLI", "region", True),
        ("Malian border", "MLI", "border", True),
        ("Gao", "MLI", "city", False),
        ("Mali", "", "country", False),
        ("Chad", "TCD", "country", False),
    ],
)
def test_land_belongs_to_its_state(name: str, country: str, precision: str, is_owned: bool) -> None:
    place = Place(place_id="p-1", name=name, country=country, precision=precision)
    mention = PlaceMention(evidence=Evidence(start=0, end=len(name), text=name), place=place)
    found = owners_of([mention], {"MLI": MALI})
    assert [(item.actor, item.evidence, item.basis) for item in found] == (
        [(MALI, mention.evidence, ActorBasis.METONYM)] if is_owned else []
    )
