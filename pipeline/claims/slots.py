"""Slots: the grammatical places of a trigger where roles are looked for.

Each slot of `pipeline.rules.schema.SLOTS` and each preposition is found here as tokens, and turned
into actors by the cast. Which slots fill which role, and who may pair with whom, is `roles.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.annotate.grammar import (
    agents,
    children,
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
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import carriers, governor_of, is_carried
from pipeline.claims.cast import HOLDING_VERBS, Cast
from pipeline.claims.clauses import (
    COMPANY_WORDS,
    companions,
    grammatical_subjects,
    joint_act,
    logical_objects,
    logical_subjects,
    retained_objects,
)
from pipeline.claims.doer_candidates import subject_candidates
from pipeline.claims.infinitives import complements
from pipeline.claims.lands import destinations, lands, locations
from pipeline.claims.noun_doers import doers_summed_up, noun_subjects, subjects_at_event
from pipeline.claims.phrases import by_preposition
from pipeline.claims.sites import NOMINAL, Heads, first_of_row, sites_of, verbs_of
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorMention, EventType

#: What introduces the members of a group.
_LISTING = ("including", "such as", "namely")

_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})


def slot_groups(match: TriggerMatch, slot: str, cast: Cast) -> list[list[ActorMention]]:
    """Returns the actors of a slot, one group for each phrase that stands there.

    Example: "between officials of the EU and ministers of Iran and Iraq" gives [[EU], [Iran,
    Iraq]]: the two phrases face each other. Rules with the same words and slots share the answer.
    """
    meets = slot == "subject" and match.rule.type is EventType.CONSULT
    key = ("slot", slot, match.rule.trigger.kind, match.rule.direction, meets, match.site)
    known: list[list[ActorMention]] | None = cast.memo.get(key)
    if known is None:
        known = _slot_groups(match, slot, cast)
        cast.memo[key] = known
    return known


def _slot_groups(match: TriggerMatch, slot: str, cast: Cast) -> list[list[ActorMention]]:
    if slot == "dyad":
        dyads = cast.dyads(match.head)
        return [[mention] for mention in dyads[0]] if len(dyads) == 1 else []
    if slot in _BY_LAND:
        return [owners] if (owners := _BY_LAND[slot](match, cast)) else []
    if slot == "trigger_object":
        own = [mention for noun in match.nouns for mention in cast.at(noun)]
        if own:
            return [own]
    if slot == "location":
        named = [cast.at(head) for heads in locations(match, verbs_of(match)) for head in heads]
        return [mentions for mentions in named if mentions]
    found = (_groups(match, heads, cast) for heads in _heads(match, slot) if heads)
    return next((groups for groups in found if groups), [])


def _heads(match: TriggerMatch, slot: str) -> Heads:
    finder = _FINDERS.get(slot)
    return finder(match) if finder else by_preposition(match, slot.replace("_", " "))


def is_reciprocal(match: TriggerMatch, slot: str) -> bool:
    """Says whether "each other" stands in the slot ("Chad and Niger accused each other")."""
    if slot in {"dyad", *_BY_LAND, "location", "trigger_object"}:
        return False
    heads = (head for group in _heads(match, slot) for head in group)
    return any(
        (head.lower_, head.nbor().lower_) in _EACH_OTHER
        for head in heads
        if head.i + 1 < len(head.doc)
    )


def slot_actors(match: TriggerMatch, slot: str, cast: Cast) -> list[ActorMention]:
    """Returns the actors that stand in a slot of the trigger, each mention once, in text order."""
    found = {id(item): item for group in slot_groups(match, slot, cast) for item in group}
    return sorted(found.values(), key=lambda mention: mention.evidence.start)


def owner_is_unknown(match: TriggerMatch, cast: Cast) -> bool:
    """Says whether the trigger belongs to a pronoun that nobody could resolve."""
    owners = possessors(match.head)
    return any(owner.pos_ == "PRON" for owner in owners) and not any(map(cast.at, owners))


def _groups(match: TriggerMatch, heads: Iterable[Token], cast: Cast) -> list[list[ActorMention]]:
    """Returns whom the phrases mean; a word of the trigger counts only if it is a name itself."""
    inside = {part.i for part in match.parts}
    heads = [
        head for head in heads if head.i != match.head.i and (head.i not in inside or cast.at(head))
    ]
    heads = [member for head in heads for member in _members(head, cast)]
    groups = [group for group in map(cast.of_phrase, heads) if group]
    if len(heads) == 2 and len(groups) == 1:
        return _divided(groups[0], heads[1])
    return groups


def _members(head: Token, cast: Cast) -> list[Token]:
    """Returns the actors that a phrase lists as its own ("groups such as Hamas"), else itself."""
    listed = [item for item in obliques(head, *_LISTING) if cast.at(item)]
    return listed or [head]


def _divided(group: list[ActorMention], second: Token) -> list[list[ActorMention]]:
    """Returns the actors before and after the second of two coordinated phrases.

    "Officials of the EU and ministers of Iran and Iraq": a parser may hang all on "officials".
    """
    parts = (
        [mention for mention in group if mention.evidence.start < second.idx],
        [mention for mention in group if mention.evidence.start >= second.idx],
    )
    return [part for part in parts if part]


def _subjects(match: TriggerMatch) -> Heads:
    """Yields who may do it, the nearest first."""
    head = match.head
    if match.rule.trigger.kind == "adverb" or head.pos_ == "ADV":
        act = joint_act(head)
        company = companions(act, subjects(act)) if act and head.lower_ in COMPANY_WORDS else []
        for group in subject_candidates(act) if act else ():
            yield [item for item in group if item not in company]
    elif head.pos_ in {"VERB", "AUX"} or match.rule.trigger.kind == "verb":
        yield from subject_candidates(head)
    elif head.pos_ == "ADJ":
        yield logical_subjects(head)
        if relation(head) == "adjective":
            yield [head.head]
        else:
            yield from subject_candidates(head)
            yield noun_subjects(head)
    else:
        yield noun_subjects(head)
        top = carriers(head)[-1]
        above = governor_of(top) if is_carried(top) else head
        if above.pos_ == "NOUN":
            yield noun_subjects(above)  # "at the head of a team for talks with Chad"
        if match.rule.type is EventType.CONSULT:
            yield subjects_at_event(head)


def _objects(match: TriggerMatch) -> Heads:
    if match.head.pos_ not in NOMINAL or match.rule.trigger.kind == "verb":
        things = logical_objects(match.head)
        yield things
        yield [doer for thing in things for doer in doers_summed_up(thing)]


def _indirect_objects(match: TriggerMatch) -> Heads:
    """Yields who is given something, then who may be: "was given arms", "sold Chad arms"."""
    verbs = verbs_of(match)
    yield expand(item for verb in verbs for item in children(verb, "indirect_object"))
    yield [who for verb in verbs if retained_objects(verb) for who in grammatical_subjects(verb)]
    yield [
        name
        for verb in verbs
        for thing in children(verb, "object")
        for name in children(thing, "compound", "possessor")
        if name.pos_ == "PROPN" and _stands_behind(name, verb) and not children(name, "case")
    ]


def _stands_behind(name: Token, verb: Token) -> bool:
    """Says whether the name follows the verb at once ("granted the United States access")."""
    first = name.subtree[0]
    first = first.nbor(1) if first.pos_ == "DET" else first
    return first.nbor(-1).i == verb.i or (first.nbor(-1).pos_ == "DET" and first.i == verb.i + 2)


def _possessors(match: TriggerMatch) -> Heads:
    yield from (possessors(site) for site in sites_of(match))


def _modifiers(match: TriggerMatch) -> Heads:
    for site in sites_of(match):
        yield [item for item in modifiers(site) if not _is_anti(item)]


def _anti(match: TriggerMatch) -> Heads:
    for site in sites_of(match):
        yield [item for item in modifiers(site) if _is_anti(item)]


def _is_anti(word: Token) -> bool:
    """Says whether the word names whom a thing is against ("anti-American protests")."""
    before = word.doc[max(word.i - 2, word.sent.start) : word.i]
    return word.lower_.startswith("anti-") or [item.lower_ for item in before] == ["anti", "-"]


def _in_object(match: TriggerMatch) -> Heads:
    yield [item for noun in match.nouns for item in obliques(noun, "of", "on", "against")]
    clauses = [verb for noun in match.nouns for verb in children(noun, "adnominal_clause")]
    yield [holder for verb in clauses if verb.lemma_ in HOLDING_VERBS for holder in agents(verb)]


def _equated(match: TriggerMatch) -> Heads:
    """Yields whom a role noun is said of ("Oman, an ally of Iran", "its ally Oman": Oman)."""
    head = _member_of_few(match.head)
    found = subjects(head)
    if relation(head) == "apposition" or _describes_all(head):
        found.append(head.head)
    found += children(head, "apposition", "flat")
    if relation(head) in {"compound", "adjective"}:
        found.append(head.head)
    if relation(head) in {"open_complement", "attribute"}:
        found += grammatical_subjects(head.head)
    if "as" in prepositions_of(head):
        above = head.head.head if relation(head) == "prepositional_object" else head.head
        found += objects(above) or grammatical_subjects(above)
    yield expand(found)


def _member_of_few(noun: Token) -> Token:
    """Returns "one" in "one of the mediators", which stands in the place of the role noun."""
    above = noun.head
    is_few = above.lemma_.lower() in {"one", "two", "several"} and "of" in prepositions_of(noun)
    return above if is_few else noun


def _describes_all(noun: Token) -> bool:
    """Says whether a parser took a description for a conjunct ("Chad and Niger, old rivals,")."""
    others = [item for item in conjuncts(first_of_row(noun)) if item.i < noun.i]
    closed = any(children(item, "conjunction") for item in others)
    return closed and not children(noun, "conjunction") and noun.pos_ == "NOUN"


def _complements(match: TriggerMatch) -> list[Token]:
    return [verb for site in (match.head, *match.nouns) for verb in complements(site)]


def _complement_subjects(match: TriggerMatch) -> Heads:
    yield [item for verb in _complements(match) for item in logical_subjects(verb)]


def _complement_objects(match: TriggerMatch) -> Heads:
    verbs = _complements(match)
    yield [item for verb in verbs for item in logical_objects(verb)]
    yield [item for verb in verbs for item in children(verb, "indirect_object")]


def _compared(match: TriggerMatch) -> Heads:
    yield [item for site in sites_of(match) for item in obliques(site, "than", "as")]


#: Slots of states that are named as places.
_BY_LAND = {"land": lands, "destination": destinations}

_FINDERS: dict[str, Callable[[TriggerMatch], Heads]] = {
    "subject": _subjects,
    "object": _objects,
    "indirect_object": _indirect_objects,
    "possessor": _possessors,
    "modifier": _modifiers,
    "anti": _anti,
    "trigger_object": _in_object,
    "equated": _equated,
    "complement_subject": _complement_subjects,
    "complement_object": _complement_objects,
    "compared": _compared,
}
