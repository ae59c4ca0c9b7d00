"""Roles: which actors fill a trigger's source and target, and who may pair with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.claims.cast import Cast, distinct_actors
from pipeline.claims.partners import answerers, facing_in_object, later_partners, partners
from pipeline.claims.slots import is_reciprocal, owner_is_unknown, slot_actors, slot_groups
from pipeline.claims.told import Told
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import REFERRING, ActorBasis, ActorKind, ActorMention, Direction, EventType

#: Slots that name both sides: whoever else stands about is no party ("between Chad and Niger").
_COMPLETE = frozenset({"between", "among", "amongst"})

#: Slots whose members may face each other where nobody else is named ("Iran and Oman met"). "Talks
#: with Iran and Oman" is no talk of those two: a slot that names the other side is not one of them.
_COLLECTIVE = _COMPLETE | frozenset(
    {
        "subject",
        "possessor",
        "modifier",
        "dyad",
        "of",
        "object",
        "by",
        "involving",
        "equated",
        "land",
    }
)

#: What a state and its own organs or leaders are said to do to each other in so many words.
_INTERNAL = frozenset(
    {
        EventType.ACCUSE,
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.PROTEST,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.YIELD,
    }
)

#: Kinds of actors that serve a state.
_ORGANS = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY})

#: What the rest of the document may tell the target of.
_TOLD = frozenset({EventType.ASSAULT, EventType.REJECT})

Side = list[ActorMention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The pairs that a trigger joins, or the role that nobody fills.

    Attributes:
        is_mutual: the sources act on "each other", whatever the rule's direction.
    """

    pairs: tuple[tuple[ActorMention, ActorMention], ...] = ()
    missing: str = ""
    is_mutual: bool = False


def fill_roles(match: TriggerMatch, cast: Cast) -> Filled:
    """Returns the source-target pairs of the trigger.

    Example: "Iran and Russia criticised Turkey" gives (Iran, Turkey) and (Russia, Turkey).
    """
    rule = match.rule
    key = ("roles", rule.trigger.kind, rule.direction, rule.type, rule.roles, match.site)
    filled: Filled | None = cast.memo.get(key)
    if filled is None:
        is_mutual = rule.direction is Direction.MUTUAL and bool(rule.roles.parties)
        filled = _mutual(match, cast) if is_mutual else _directed(match, cast)
        cast.memo[key] = filled
    return filled


def _directed(match: TriggerMatch, cast: Cast) -> Filled:
    sources = _sources(match, cast)
    if not sources:
        return Filled(missing="source")
    if len(sources) > 1 and any(is_reciprocal(match, slot) for slot in match.rule.roles.target):
        facing = tuple(_facing([[mention] for mention in distinct_actors(sources)]))
        return Filled(pairs=facing, missing="" if facing else "parties", is_mutual=True)
    return _paired(sources, _targets(match, cast, sources), match.rule.type)


def _paired(sources: Side, targets: Side, event: EventType) -> Filled:
    pairs = tuple(
        (a, b) for a in sources for b in targets if may_pair(a, b) or _may_clash(a, b, event)
    )
    return Filled(pairs=pairs) if pairs else Filled(missing="target")


def _sources(match: TriggerMatch, cast: Cast) -> Side:
    slots = match.rule.roles.source
    sources = first_filled(match, "source", cast, taken=()) or _doer_after_of(match, cast)
    sources = sources or cast.implied(match.head)
    if sources and "subject" in slots and match.head.pos_ == "VERB":
        return distinct_actors([*sources, *cast.of_heads(partners(match.head))])
    return sources


def _doer_after_of(match: TriggerMatch, cast: Cast) -> Side:
    """Returns whose the act is by "of", where the rule seeks its aim elsewhere.

    Example: "the attack of Chad on Niger": Chad; "the siege of Homs" has no doer.
    """
    roles = match.rule.roles
    if match.head.pos_ != "NOUN" or "possessor" not in roles.source:
        return []
    if "of" in roles.target:
        before = roles.target[: roles.target.index("of")]
        if not any(slot_actors(match, slot, cast) for slot in before):
            return []
    return distinct_actors(slot_actors(match, "of", cast))


def _targets(match: TriggerMatch, cast: Cast, sources: Side) -> Side:
    targets = first_filled(match, "target", cast, taken=sources)
    if targets:
        return targets
    known = {mention.actor.actor_id for mention in sources}
    answering = cast.of_heads(answerers(match)) or cast.of_heads(facing_in_object(match))
    return [item for item in answering if item.actor.actor_id not in known]


def with_told(match: TriggerMatch, filled: Filled, cast: Cast, told: Told) -> Filled:
    """Returns the act with the target that the rest of the document tells, where none is here."""
    if filled.missing != "target" or match.rule.type not in _TOLD:
        return filled
    sources = _sources(match, cast)
    if _targets(match, cast, sources):
        return filled
    against = _paired(sources, told.target_of(match, sources, cast), match.rule.type)
    return against if against.pairs else filled


def _mutual(match: TriggerMatch, cast: Cast) -> Filled:
    sides, faces_itself = _sides(match, cast)
    kept = _facing(sides if len(sides) > 1 else faces_itself)
    if kept and "between" in match.rule.roles.parties:
        kept += _facing([sides[0][:1], cast.of_heads(later_partners(match))])
    if not kept and "dyad" in match.rule.roles.parties:
        dyad = _split(slot_groups(match, "dyad", cast))
        kept = _facing(_with_dyad(sides, dyad))
    return Filled(pairs=tuple(kept)) if kept else Filled(missing="parties")


def _sides(match: TriggerMatch, cast: Cast) -> tuple[list[Side], list[Side]]:
    """Returns a side for each slot that names anyone, and how the only one faces itself.

    The second is empty where the slot names the other side alone ("talks with Oman and Iran").
    """
    sides: list[Side] = []
    faces_itself: list[Side] = []
    for slot in match.rule.roles.parties:
        if (slot == "dyad" and sides) or (slot == "subject" and _is_of_others(match, cast)):
            continue
        groups = _taken_as_parties(match, slot_groups(match, slot, cast))
        known = {mention.actor.actor_id for side in sides for mention in side}
        side = [
            mention
            for mention in distinct_actors([item for group in groups for item in group])
            if mention.actor.actor_id not in known
        ]
        if slot in _COMPLETE and len(side) >= 2:
            return _split(groups), []
        if side:
            sides.append(side)
            faces_itself = (
                _split(groups) if slot in _COLLECTIVE and not _is_them(slot, side) else []
            )
    return sides, faces_itself


def _is_of_others(match: TriggerMatch, cast: Cast) -> bool:
    """Says whether owner and partner are named ("took sides in Chad's dispute with Niger")."""
    slots = match.rule.roles.parties
    if match.head.pos_ != "NOUN" or not {"possessor", "with"}.issubset(slots):
        return False
    return all(slot_groups(match, slot, cast) for slot in ("possessor", "with"))


def _taken_as_parties(match: TriggerMatch, groups: list[Side]) -> list[Side]:
    """Returns the groups without those whom the rule does not take as parties."""
    roles = match.rule.roles
    if not roles.kinds:
        return groups
    taken = [[item for item in group if roles.takes("parties", item.actor)] for group in groups]
    return [group for group in taken if group]


def _is_them(slot: str, side: Side) -> bool:
    """Says whether the object is but a pronoun ("drew them into the war": not with each other)."""
    return slot == "object" and all(item.basis is ActorBasis.PRONOUN for item in side)


def _with_dyad(sides: Sequence[Side], dyad: list[Side]) -> list[Side]:
    """Returns the sides where the trigger has at most one and the sentence names a dyad.

    "Moscow and Tehran seek close links to Damascus" links each of the two with Damascus. Where
    nobody else is named, or one of the dyad, the dyad faces itself; where both of it are named as
    the other side ("cooperation with France and India") nobody does.
    """
    members = [mention for side in dyad for mention in side]
    ids = {mention.actor.actor_id for mention in members}
    named = [mention for side in sides for mention in side]
    lone = [mention for mention in named if mention.actor.actor_id not in ids]
    if lone:
        return [members, lone]
    return dyad if len({mention.actor.actor_id for mention in named}) < len(ids) else []


def _split(groups: Sequence[Side]) -> list[Side]:
    """Returns the phrases of one slot as sides; a lone phrase gives a side for each actor in it."""
    if len(groups) == 1:
        return [[mention] for mention in distinct_actors(groups[0])]
    return [distinct_actors(group) for group in groups]


def _facing(sides: Sequence[Side]) -> list[tuple[ActorMention, ActorMention]]:
    """Returns each pair of members of two sides that may stand in a claim, in text order.

    Where several states meet, two organs of one of them are on one side ("the navies of Chile and
    Peru and the Chilean air force trained").
    """
    countries = {item.actor.country for side in sides for item in side} - {""}
    return [
        _in_text_order(a, b)
        for number, side in enumerate(sides)
        for other in sides[number + 1 :]
        for a in side
        for b in other
        if may_pair(a, b) and (len(countries) < 2 or not _serve_one_state(a, b))
    ]


def _serve_one_state(a: ActorMention, b: ActorMention) -> bool:
    same = a.actor.country == b.actor.country != ""
    return same and {a.actor.kind, b.actor.kind} <= _ORGANS


def _in_text_order(a: ActorMention, b: ActorMention) -> tuple[ActorMention, ActorMention]:
    return (a, b) if a.evidence.start <= b.evidence.start else (b, a)


def _may_clash(a: ActorMention, b: ActorMention, event: EventType) -> bool:
    """Says whether an act may be one within a state ("Kenyan police arrested the minister").

    No person makes war on a state of their own: there the state is where it happened. Nor is a
    word that only refers to the state enough ("the regime's weakness forced the minister to talk").
    """
    if event not in _INTERNAL or a.actor.actor_id == b.actor.actor_id:
        return False
    if not REFERRING.isdisjoint({a.basis, b.basis}):
        return False
    return event is not EventType.ASSAULT or ActorKind.PERSON not in {a.actor.kind, b.actor.kind}


def may_pair(a: ActorMention, b: ActorMention) -> bool:
    """Says whether two mentions may stand in a claim: different actors, no state with its organ."""
    first, second = a.actor, b.actor
    if first.actor_id == second.actor_id:
        return False
    if first.country and first.country == second.country:
        kinds = {first.kind, second.kind}
        if ActorKind.STATE in kinds and kinds & (_ORGANS | {ActorKind.PERSON}):
            return False
    return first.parent != second.actor_id and second.parent != first.actor_id


def first_filled(
    match: TriggerMatch, role: str, cast: Cast, *, taken: Sequence[ActorMention]
) -> list[ActorMention]:
    """Returns the actors of the role's first slot that has any beside those already taken."""
    used = {mention.actor.actor_id for mention in taken}
    slots: tuple[str, ...] = getattr(match.rule.roles, role)
    for slot in slots:
        if slot == "possessor" and owner_is_unknown(match, cast):
            return []  # "in their fight": whoever "they" are, not the subject of the sentence
        found = [
            mention
            for mention in distinct_actors(slot_actors(match, slot, cast))
            if mention.actor.actor_id not in used and match.rule.roles.takes(role, mention.actor)
        ]
        if found:
            return found
    return []
