"""Whose land a place is: countries, their parts and borders, and their towns for embassies."""

from __future__ import annotations

import pytest

from pipeline.annotate.places.owners import owners_of
from pipeline.records import (
    Actor,
    ActorBasis,
    ActorKind,
    ActorMention,
    Evidence,
    Place,
    PlaceMention,
)

MALI = Actor(actor_id="mali", name="Mali", kind=ActorKind.STATE, country="MLI")


@pytest.mark.parametrize(
    ("name", "country", "precision", "lands", "towns"),
    [
        ("Mali", "MLI", "country", 1, 0),
        ("northern Mali", "MLI", "region", 1, 0),
        ("Malian border", "MLI", "border", 1, 0),
        ("Gao", "MLI", "city", 0, 1),
        ("Kidal region", "MLI", "province", 0, 0),
        ("Mali", "", "country", 0, 0),
        ("Chad", "TCD", "country", 0, 0),
    ],
)
def test_land_and_towns_belong_to_their_state(
    name: str, country: str, precision: str, lands: int, towns: int
) -> None:
    place = Place(place_id="p-1", name=name, country=country, precision=precision)
    mention = PlaceMention(evidence=Evidence(start=0, end=len(name), text=name), place=place)
    owner = ActorMention(evidence=mention.evidence, actor=MALI, basis=ActorBasis.METONYM)
    assert owners_of([mention], {"MLI": MALI}) == ((owner,) * lands, (owner,) * towns)
