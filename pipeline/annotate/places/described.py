"""The record of a place from its name and the words around it.

Here belongs what "northern Syria", "Kunduz province" and a place that no gazetteer has are called
and where they lie. Which words belong to a place is in `phrases`.
"""

from __future__ import annotations

from pipeline.annotate.places.phrases import Phrase
from pipeline.annotate.places.words import AREAS
from pipeline.knowledge.gazetteer import Entry, place_id
from pipeline.records import Place


def unlocated(name: str, *, country: str = "", kind: str) -> Place:
    """Returns a named place that the gazetteer does not have: no point is made up for it."""
    return Place(place_id=place_id(name, country), name=name, country=country, precision=kind)


def part_of(direction: str, place: Place) -> Place:
    """Returns "northern Syria": a region of the place, without the whole's point."""
    return unlocated(f"{direction} {place.name}", country=place.country, kind="region")


def with_words(place: Place, phrase: Phrase, entry: Entry | None) -> Place:
    """Returns the place that name and words together mean.

    An area named after a town ("Kunduz province") has the town's point, a feature ("Kunduz
    airfield") and a part ("northern Kunduz") have none.
    """
    if phrase.kind and not (entry is not None and entry.kind == phrase.kind):
        name = f"{place.name} {_titled(phrase.kind_word)}"
        area = phrase.kind_word.lower() in AREAS and phrase.kind != "border"
        place = Place(
            place_id=place_id(name, place.country),
            name=name,
            country=place.country,
            lat=place.lat if area else None,
            lon=place.lon if area else None,
            precision=phrase.kind,
        )
    return part_of(phrase.direction, place) if phrase.direction else place


def _titled(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))
