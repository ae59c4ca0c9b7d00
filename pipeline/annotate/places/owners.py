"""Whose land a place is: the state that a country, a part of it or its border belongs to.

Here belongs who may be meant by land for the few acts that are done to its state through it ("sent
the army into Mali", "closed the border with Mali"). The name stays a place; whether an act is one
of those is for the rules to say, by the slot `land`. Towns and provinces mean nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.records import Actor, ActorBasis, ActorMention, Place, PlaceMention


def owners_of(
    places: Iterable[PlaceMention], states: Mapping[str, Actor]
) -> tuple[ActorMention, ...]:
    """Returns a mention of the state at each place that is its land or its border.

    Example: "the border with Mali" at "Mali": the state Mali; "northern Syria": Syria.

    Args:
        states: the states by the codes of their countries.
    """
    return tuple(
        ActorMention(evidence=place.evidence, actor=state, basis=ActorBasis.METONYM)
        for place in places
        if (state := states.get(place.place.country)) and _is_land_of(place.place, state)
    )


def _is_land_of(place: Place, state: Actor) -> bool:
    return place.precision in {"country", "border"} or place.name.endswith(state.name)
