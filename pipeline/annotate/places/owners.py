"""Whose land a place is: the state that a country, a part of it or its border belongs to.

Here belongs who may be meant by land for the few acts that are done to its state through it ("sent
the army into Mali", "closed the border with Mali"), and by a town for what embassies there stand
for ("closed its embassy in Bamako"). The name stays a place; whether an act is one of those is for
the rules to say, by the slot `land`. Provinces mean nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.records import Actor, ActorBasis, ActorMention, Place, PlaceMention


def owners_of(
    places: Iterable[PlaceMention], states: Mapping[str, Actor]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Returns mentions of states: at land and borders of theirs, and at their towns.

    Example: "the border with Mali" at "Mali" and "northern Mali": land of Mali; "Bamako": a town.

    Args:
        states: the states by the codes of their countries.
    """
    lands: list[ActorMention] = []
    towns: list[ActorMention] = []
    for mention in places:
        state = states.get(mention.place.country)
        kept = _list_for(mention.place, state, lands, towns)
        if state is not None and kept is not None:
            kept.append(
                ActorMention(evidence=mention.evidence, actor=state, basis=ActorBasis.METONYM)
            )
    return tuple(lands), tuple(towns)


def _list_for(
    place: Place, state: Actor | None, lands: list[ActorMention], towns: list[ActorMention]
) -> list[ActorMention] | None:
    if place.precision == "city":
        return towns
    is_land = place.precision in {"country", "border"}
    return lands if is_land or (state is not None and place.name.endswith(state.name)) else None
