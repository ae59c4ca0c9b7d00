"""Slots of places: an actor named as where it happens, and the state whose land the words name.

Here belongs the way from a trigger to a place that is somebody's. Which places have an owner is
`pipeline.annotate.places.owners`; all other slots are `slots.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate.grammar import conjuncts, modifiers, objects, obliques, possessors
from pipeline.annotate.parse import Token
from pipeline.claims.cast import ENVOYS, Cast
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorKind, ActorMention, EventType

#: Prepositions of the slot `location`.
_LOCATIVE = frozenset("in at inside near across around throughout into from on".split())

#: How the seat of an embassy is named.
_SEAT = ("in", "to", "from", "at")
#: Prepositions of where one arrives.
_ARRIVING = ("in", "at", "to")

_BORDERS = frozenset({"border", "frontier", "boundary"})


def locations(match: TriggerMatch, verbs: Sequence[Token]) -> Iterator[list[Token]]:
    """Yields where it happens: at the trigger, at its words, at the objects of its verbs."""
    places = [match.head, *match.nouns, *(item for verb in verbs for item in objects(verb))]
    where = _LOCATIVE if match.rule.type is not EventType.ASSAULT else _LOCATIVE - {"from"}
    yield from (obliques(place, *where) for place in places)


def lands(match: TriggerMatch, cast: Cast) -> list[ActorMention]:
    """Returns whose land the trigger's words name, or whose border they or a phrase beside them.

    Example: "moved troops to the border with Mali" at "moved": Mali, as in "its embassy in Bamako".
    Parsers hang "with Mali" on the verb as often as on the border.
    """
    is_verb = match.head.pos_ in {"VERB", "AUX"}
    around = [match.head, *match.nouns, *(objects(match.head) if is_verb else ())]
    held = [item for noun in around for item in obliques(noun)] if is_verb else match.head.subtree
    borders = [item for item in (*match.nouns, *held) if item.lemma in _BORDERS]
    for noun in match.nouns:
        if noun.lemma in ENVOYS:
            seats = [item for at in (noun, match.head) for item in obliques(at, *_SEAT)]
            found = [host for item in seats for host in cast.town_at(item) or cast.land_at(item)]
            if found:
                return found
    for noun in dict.fromkeys((*match.nouns, *borders)):
        owners = _owners(noun, match.head, cast)
        if owners:
            return owners
    return []


def destinations(match: TriggerMatch, cast: Cast) -> list[ActorMention]:
    """Returns the states that one goes to: they are met there ("a visit to Mali": Mali)."""
    sites = (match.head, *match.nouns)
    heads = [place for site in sites for place in obliques(site, *_towards(site))]
    return [owner for head in heads for place in conjuncts(head) for owner in cast.land_at(place)]


def _towards(site: Token) -> tuple[str, ...]:
    return _ARRIVING if site.lemma in {"arrive", "arrival", "land"} else ("to",)


def _owners(noun: Token, head: Token, cast: Cast) -> list[ActorMention]:
    """Returns who owns the land, or whom a border parts from the one who acts."""
    owned = [*possessors(noun), *modifiers(noun), *obliques(noun, "of")]
    if noun.lemma not in _BORDERS:
        return [owner for item in (*conjuncts(noun), *owned) for owner in cast.land_at(item)]
    after = [item for item in obliques(head, "with") if item.i > noun.i]
    behind = [*obliques(noun, "with"), *after, *_right_behind(noun)]
    for near in (behind, obliques(noun, "between"), [noun], owned):
        owners = [owner for item in near for owner in cast.land_at(item) or _states_at(item, cast)]
        if owners:
            return list(dict.fromkeys(owners))
    return []


def _right_behind(border: Token) -> list[Token]:
    """Returns the words behind "border with", whatever they hang on to a parser."""
    after = list(border.doc[border.i + 1 : border.i + 4])
    return after[1:] if after and after[0].lower_ == "with" else []


def _states_at(word: Token, cast: Cast) -> list[ActorMention]:
    return [item for item in cast.at(word) if item.actor.kind is ActorKind.STATE]
