"""Slots: the grammatical places of a trigger where roles are looked for.

Each slot of `pipeline.rules.schema.SLOTS` and each preposition is found here as tokens, and turned
into actors by the cast. Which slots fill which role, and who may pair with whom, is `roles.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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
from pipeline.claims.cast import Cast
from pipeline.claims.clauses import (
    carriers,
    governing_verb,
    grammatical_subjects,
    logical_objects,
    logical_subjects,
    noun_subjects,
    subject_candidates,
)
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorMention

#: Nouns are what arguments by possessor, name or "between" hang on.
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "NUM"})


def slot_groups(match: TriggerMatch, slot: str, cast: Cast) -> list[list[ActorMention]]:
    """Returns the actors of a slot, one group for each phrase that stands there.

    Example: "between officials of the EU and ministers of Iran and Iraq" gives [[EU], [Iran,
    Iraq]]: the two phrases face each other.
    """
    if slot == "dyad":
        dyads = cast.dyads(match.head.sent)
        return [[mention] for mention in dyads[0]] if len(dyads) == 1 else []
    if slot == "trigger_object":
        own = [mention for noun in match.nouns for mention in cast.at(noun)]
        if own:
            return [own]
    if slot == "subject":
        found = (_groups(match, heads, cast) for heads in _subjects(match))
        return next((groups for groups in found if groups), [])
    finder = _FINDERS.get(slot)
    heads = finder(match) if finder else _by_preposition(match, slot.replace("_", " "))
    return _groups(match, heads, cast)


def _groups(match: TriggerMatch, heads: Iterable[Token], cast: Cast) -> list[list[ActorMention]]:
    inside = {part.i for part in match.parts}
    groups = [cast.of_phrase(head) for head in heads if head.i not in inside]
    return [group for group in groups if group]


def slot_actors(match: TriggerMatch, slot: str, cast: Cast) -> list[ActorMention]:
    """Returns the actors that stand in a slot of the trigger, each mention once, in text order."""
    found = {id(item): item for group in slot_groups(match, slot, cast) for item in group}
    return sorted(found.values(), key=lambda mention: mention.evidence.start)


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


def _subjects(match: TriggerMatch) -> Iterator[list[Token]]:
    """Yields who may do it, the nearest first; the first that means an actor counts."""
    head = match.head
    if match.rule.trigger.kind == "adverb":
        yield from subject_candidates(head.head)
    elif head.pos_ in {"VERB", "AUX"} or match.rule.trigger.kind == "verb":
        yield from subject_candidates(head)
    elif head.pos_ == "ADJ":
        yield _adjective_subject(head)
    else:
        yield noun_subjects(head)


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
    verbs = [match.head, *(noun for noun in match.nouns if noun.pos_ == "VERB")]
    return expand(item for verb in verbs for item in children(verb, "indirect_object"))


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
    verbs = [site for site in (match.head, *match.nouns) if site.pos_ in {"VERB", "AUX"}]
    if verbs:
        held = [noun for verb in verbs for noun in objects(verb)]
        return [item for noun in held for item in obliques(noun, preposition)]
    verb = governing_verb(match.head)
    if verb is None or clause_head(match.head) != clause_head(verb):
        return []
    return [item for item in obliques(verb, preposition) if item.i > match.head.i]


_FINDERS: dict[str, Callable[[TriggerMatch], list[Token]]] = {
    "object": _object,
    "indirect_object": _indirect_object,
    "possessor": _possessor,
    "modifier": _modifier,
    "trigger_object": _trigger_object,
    "equated": _equated,
    "complement_subject": _complement_subject,
    "complement_object": _complement_object,
    "compared": _compared,
}
