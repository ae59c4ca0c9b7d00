"""Roles: which actors fill a trigger's slots. Slots are named in `pipeline.rules.schema.SLOTS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.annotate.grammar import (
    children,
    clause_head,
    conjuncts,
    expand,
    modifiers,
    objects,
    obliques,
    possessors,
    prepositions_of,
    relation,
    subjects,
)
from pipeline.claims.cast import Cast, distinct_actors
from pipeline.claims.clauses import (
    carriers,
    governing_verb,
    grammatical_subjects,
    logical_objects,
    logical_subjects,
    noun_subjects,
)
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorKind, ActorMention, Direction

#: A slot that names both sides: whoever else stands about is no party ("between Chad and Niger").
_COMPLETE = frozenset({"between", "among"})

#: Nouns are what arguments by possessor, name or "between" hang on.
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The pairs that a trigger joins, or the role that nobody fills."""

    pairs: tuple[tuple[ActorMention, ActorMention], ...] = ()
    missing: str = ""


def fill_roles(match: TriggerMatch, cast: Cast) -> Filled:
    """Returns the source-target pairs of the trigger.

    Example: "Iran and Russia criticised Turkey" gives (Iran, Turkey) and (Russia, Turkey).
    """
    roles = match.rule.roles
    if match.rule.direction is Direction.MUTUAL and roles.parties:
        return _mutual(match, cast)
    sources = first_filled(match, roles.source, cast, taken=())
    if not sources:
        return Filled(missing="source")
    targets = first_filled(match, roles.target, cast, taken=sources)
    pairs = tuple((a, b) for a in sources for b in targets if may_pair(a, b))
    return Filled(pairs=pairs) if pairs else Filled(missing="target")


def _mutual(match: TriggerMatch, cast: Cast) -> Filled:
    sides: list[list[ActorMention]] = []
    for slot in match.rule.roles.parties:
        if slot == "dyad" and sides:
            continue
        if slot in _COMPLETE:
            side = distinct_actors(slot_actors(match, slot, cast))
            if len(side) >= 2:
                sides = [side]
                break
        known = {mention.actor.actor_id for side in sides for mention in side}
        side = [
            mention
            for mention in distinct_actors(slot_actors(match, slot, cast))
            if mention.actor.actor_id not in known
        ]
        if side:
            sides.append(side)
    if len(sides) == 1:
        only = sides[0]
        pairs = [(a, b) for i, a in enumerate(only) for b in only[i + 1 :]]
    else:
        pairs = [
            (a, b)
            for i, side in enumerate(sides)
            for other in sides[i + 1 :]
            for a in side
            for b in other
        ]
    kept = tuple(_in_text_order(a, b) for a, b in pairs if may_pair(a, b))
    return Filled(pairs=kept) if kept else Filled(missing="parties")


def _in_text_order(a: ActorMention, b: ActorMention) -> tuple[ActorMention, ActorMention]:
    return (a, b) if a.evidence.start <= b.evidence.start else (b, a)


def may_pair(a: ActorMention, b: ActorMention) -> bool:
    """Says whether two mentions may stand in a claim: different actors, no state with its organ."""
    first, second = a.actor, b.actor
    if first.actor_id == second.actor_id:
        return False
    if first.country and first.country == second.country:
        kinds = {first.kind, second.kind}
        organs = {ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.PERSON}
        if ActorKind.STATE in kinds and kinds & organs:
            return False
    return first.parent != second.actor_id and second.parent != first.actor_id


def first_filled(
    match: TriggerMatch,
    slots: tuple[str, ...],
    cast: Cast,
    *,
    taken: Sequence[ActorMention],
) -> list[ActorMention]:
    """Returns the actors of the first slot that has any beside those already taken."""
    used = {mention.actor.actor_id for mention in taken}
    for slot in slots:
        found = [
            mention
            for mention in distinct_actors(slot_actors(match, slot, cast))
            if mention.actor.actor_id not in used
        ]
        if found:
            return found
    return []


def slot_actors(match: TriggerMatch, slot: str, cast: Cast) -> list[ActorMention]:
    """Returns the actors that stand in a slot of the trigger."""
    if slot == "dyad":
        groups = cast.dyads(match.head.sent)
        return list(groups[0]) if len(groups) == 1 else []
    if slot == "trigger_object":
        own = [mention for noun in match.nouns for mention in cast.at(noun)]
        return own or cast.of_heads(_trigger_object(match))
    finder = _FINDERS.get(slot)
    heads = finder(match) if finder else _by_preposition(match, slot.replace("_", " "))
    inside = {part.i for part in match.parts}
    return cast.of_heads(head for head in heads if head.i not in inside)


def _sites(match: TriggerMatch) -> list[Token]:
    """Returns the tokens at which arguments hang: the head, its words, what contains them."""
    found = [match.head, *match.nouns]
    for token in list(found):
        if token.pos_ in _NOMINAL:
            found += carriers(token)[1:]
    for token in list(found):
        if token.pos_ in _NOMINAL:
            found += [other for other in conjuncts(_first(token)) if other not in found]
    return list(dict.fromkeys(found))


def _first(token: Token) -> Token:
    while relation(token) == "conjunct" and token.head.pos_ in _NOMINAL:
        token = token.head
    return token


def _is_nominal(match: TriggerMatch) -> bool:
    return match.head.pos_ in _NOMINAL and match.rule.trigger.kind != "verb"


def _subject(match: TriggerMatch) -> list[Token]:
    head = match.head
    if match.rule.trigger.kind == "adverb":
        return logical_subjects(head.head)
    if match.head.pos_ in {"VERB", "AUX"} or match.rule.trigger.kind == "verb":
        return logical_subjects(head)
    if head.pos_ == "ADJ":
        return _adjective_subject(head)
    return noun_subjects(head)


def _adjective_subject(head: Token) -> list[Token]:
    found = logical_subjects(head)
    if found:
        return found
    return [head.head] if relation(head) == "adjective" else noun_subjects(head)


def _object(match: TriggerMatch) -> list[Token]:
    if _is_nominal(match):
        return []
    return logical_objects(match.head)


def _indirect_object(match: TriggerMatch) -> list[Token]:
    return expand(children(match.head, "indirect_object"))


def _possessor(match: TriggerMatch) -> list[Token]:
    return _first_at(match, possessors)


def _modifier(match: TriggerMatch) -> list[Token]:
    return _first_at(match, modifiers)


def _first_at(match: TriggerMatch, find: Callable[[Token], list[Token]]) -> list[Token]:
    for site in _sites(match):
        found = [item for item in find(site) if item.i not in {part.i for part in match.parts}]
        if found:
            return found
    return []


def _trigger_object(match: TriggerMatch) -> list[Token]:
    return [item for noun in match.nouns for item in obliques(noun, "of", "on", "against")]


def _equated(match: TriggerMatch) -> list[Token]:
    """Returns whom a role noun is said of ("Oman, an ally of Iran", "its ally Oman": Oman)."""
    head = match.head
    found = subjects(head)
    if relation(head) == "apposition":
        found.append(head.head)
    found += children(head, "apposition", "flat")
    if relation(head) in {"compound", "adjective"}:
        found.append(head.head)
    if relation(head) in {"open_complement", "attribute"}:
        found += grammatical_subjects(head.head)
    if "as" in prepositions_of(head):
        above = head.head.head if relation(head) == "prepositional_object" else head.head
        found += objects(above) or grammatical_subjects(above)
    return expand(found)


def _complements(match: TriggerMatch) -> list[Token]:
    return [
        verb
        for site in (match.head, *match.nouns)
        for verb in children(site, "open_complement", "complement_clause", "adnominal_clause")
    ]


def _complement_subject(match: TriggerMatch) -> list[Token]:
    return [item for verb in _complements(match) for item in logical_subjects(verb)]


def _complement_object(match: TriggerMatch) -> list[Token]:
    return [item for verb in _complements(match) for item in logical_objects(verb)]


def _compared(match: TriggerMatch) -> list[Token]:
    return [item for site in _sites(match) for item in obliques(site, "than", "as")]


def _by_preposition(match: TriggerMatch, preposition: str) -> list[Token]:
    """Returns nouns that hang on the trigger by the preposition, or on the verb that carries it.

    A parser often hangs "with Iran" in "held talks with Iran" on the verb: it is looked for there
    where the trigger itself has none and the phrase stands after the trigger.
    """
    for site in _sites(match):
        found = obliques(site, preposition)
        if found:
            return found
    if match.head.pos_ in {"VERB", "AUX"}:
        return [item for noun in objects(match.head) for item in obliques(noun, preposition)]
    verb = governing_verb(match.head)
    if verb is None or clause_head(match.head) != clause_head(verb):
        return []
    return [item for item in obliques(verb, preposition) if item.i > match.head.i]


_FINDERS: dict[str, Callable[[TriggerMatch], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "indirect_object": _indirect_object,
    "possessor": _possessor,
    "modifier": _modifier,
    "equated": _equated,
    "complement_subject": _complement_subject,
    "complement_object": _complement_object,
    "compared": _compared,
}
