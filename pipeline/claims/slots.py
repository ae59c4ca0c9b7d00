"""Slots: the grammatical places of a trigger where roles are looked for.

Each slot of `pipeline.rules.schema.SLOTS` and each preposition is found here as tokens, and turned
into actors by the cast. Which slots fill which role, and who may pair with whom, is `roles.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TypeVar

from pipeline.annotate.grammar import (
    agents,
    children,
    clause_head,
    conjuncts,
    expand,
    modifiers,
    objects,
    oblique_cases,
    obliques,
    possessors,
    prepositions_of,
    relation,
    subjects,
)
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import carriers, governing_verb, governor_of, is_carried
from pipeline.claims.cast import HOLDING_VERBS, Cast
from pipeline.claims.clauses import (
    doers_summed_up,
    grammatical_subjects,
    holding_clauses,
    joint_act,
    logical_objects,
    logical_subjects,
    noun_subjects,
    retained_objects,
    subject_candidates,
    subjects_at_event,
)
from pipeline.claims.infinitives import complements
from pipeline.claims.lands import lands, locations
from pipeline.claims.partners import partners
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorMention, Direction, EventType
from pipeline.rules.tables_load import word_list

#: Nouns are what arguments by possessor, name or "between" hang on.
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "NUM"})

#: Prepositions whose phrase may hang on another argument of the trigger. "Of", "in" and "for" stay
#: out: there they belong to that argument.
_DESCENDING = frozenset("by on against from to with at into toward towards".split())

#: What introduces the members of a group.
_LISTING = ("including", "such as", "namely")

#: Prepositions whose phrase may hang deep below the trigger's arguments.
_DEEP = frozenset({"through", "via", "against"})

#: Nouns for what is said, to whomever ("protested in a letter to the United Nations").
_MESSAGES = word_list("message_noun")

#: Prepositions before the reason or time of an act.
_APART = frozenset("over after following before despite amid during".split())

_HELP = word_list("help_noun")

#: Nouns of what two have with each other.
_RELATIONAL = word_list("relational_noun")

_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})

#: Lists of heads in the order in which they are tried: the first that means an actor counts.
Heads = Iterator[list[Token]]

#: A noun with the prepositions that it hangs by; preposition -> the nouns by it, place after place.
Phrase = tuple[Token, list[str]]
ByPreposition = dict[str, list[list[Token]]]

FoundT = TypeVar("FoundT")


def _once(find: Callable[[TriggerMatch], FoundT]) -> Callable[[TriggerMatch], FoundT]:
    """Makes what hangs on a trigger be looked for once for all rules with the same words."""

    @wraps(find)
    def ask(match: TriggerMatch) -> FoundT:
        answers = match.head.doc.memo.setdefault(f"slots{find.__name__}", {})
        found: FoundT | None = answers.get(match.site)
        if found is None:
            found = answers[match.site] = find(match)
        return found

    return ask


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
    if slot == "land":
        return [owners] if (owners := lands(match, cast)) else []
    if slot == "trigger_object":
        own = [mention for noun in match.nouns for mention in cast.at(noun)]
        if own:
            return [own]
    if slot == "location":
        named = [cast.at(head) for heads in locations(match, _verbs(match)) for head in heads]
        return [mentions for mentions in named if mentions]
    found = (_groups(match, heads, cast) for heads in _heads(match, slot) if heads)
    return next((groups for groups in found if groups), [])


def _heads(match: TriggerMatch, slot: str) -> Heads:
    finder = _FINDERS.get(slot)
    return finder(match) if finder else _by_preposition(match, slot.replace("_", " "))


def is_reciprocal(match: TriggerMatch, slot: str) -> bool:
    """Says whether "each other" stands in the slot ("Chad and Niger accused each other")."""
    if slot in {"dyad", "land", "location", "trigger_object"}:
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


@_once
def _sites(match: TriggerMatch) -> list[Token]:
    """Returns the tokens at which arguments hang: the head, its words, what contains them."""
    found = [match.head, *match.nouns]
    for token in list(found):
        if token.pos_ in _NOMINAL:
            found += carriers(token)[1:]
    for token in list(found):
        if token.pos_ in _NOMINAL and not _is_complete(token):
            found += [other for other in conjuncts(_first(token)) if other not in found]
    return list(dict.fromkeys(found))


def _is_complete(noun: Token) -> bool:
    """Says whether a noun has its own "with": what hangs on its conjuncts is theirs alone.

    Example: "ties with Pakistan and objections to India" at "ties".
    """
    return bool(obliques(noun, "with"))


def _first(token: Token) -> Token:
    while relation(token) == "conjunct" and token.head.pos_ in _NOMINAL:
        token = token.head
    return token


def _verbs(match: TriggerMatch) -> list[Token]:
    return [site for site in (match.head, *match.nouns) if site.pos_ in {"VERB", "AUX"}]


def _subjects(match: TriggerMatch) -> Heads:
    """Yields who may do it, the nearest first."""
    head = match.head
    if match.rule.trigger.kind == "adverb" or head.pos_ == "ADV":
        yield from subject_candidates(joint_act(head))
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
    if match.head.pos_ not in _NOMINAL or match.rule.trigger.kind == "verb":
        things = logical_objects(match.head)
        yield things
        yield [doer for thing in things for doer in doers_summed_up(thing)]


def _indirect_objects(match: TriggerMatch) -> Heads:
    """Yields who is given something, then who may be: "was given arms", "sold Chad arms"."""
    verbs = _verbs(match)
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
    yield from (possessors(site) for site in _sites(match))


def _modifiers(match: TriggerMatch) -> Heads:
    for site in _sites(match):
        yield [item for item in modifiers(site) if not _is_anti(item)]


def _anti(match: TriggerMatch) -> Heads:
    for site in _sites(match):
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
    others = [item for item in conjuncts(_first(noun)) if item.i < noun.i]
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
    yield [item for site in _sites(match) for item in obliques(site, "than", "as")]


def _by_preposition(match: TriggerMatch, preposition: str) -> Heads:
    """Yields nouns that hang by the preposition on the trigger, then on what stands near it.

    A parser often hangs "with Iran" in "held talks with Iran" on the verb, or "by Russia" in "the
    downing of an airliner by Russia" on the airliner: it is looked for there where the trigger
    itself has none and the phrase stands after the trigger.
    """
    yield from _near(match).get(preposition, ())
    if preposition in _DESCENDING:
        yield from _below(match).get(preposition, ())
    if preposition == "between" and match.rule.direction is Direction.DIRECTED:
        yield from _below(match).get(preposition, ())
    if preposition in _DEEP:
        yield from _deep_below(match).get(preposition, ())
    if preposition == "with" and match.head.pos_ == "VERB":
        yield partners(match.head)


@_once
def _near(match: TriggerMatch) -> ByPreposition:
    """Returns what hangs on the trigger, its objects and the verb that carries it."""
    places = [oblique_cases(site) for site in dict.fromkeys((*_sites(match), *match.parts))]
    if match.head.pos_ == "NOUN":
        places += [oblique_cases(verb) for verb in holding_clauses(match.head)]
    verbs = _verbs(match)
    places += [oblique_cases(noun) for verb in verbs for noun in logical_objects(verb)]
    carrier = governing_verb(match.head) if not verbs else None
    if carrier is not None and clause_head(match.head) is clause_head(carrier):
        beside = _after(match.head, oblique_cases(carrier))
        places.append([phrase for phrase in beside if not _is_means(phrase[0])])
    return _filed(places)


@_once
def _below(match: TriggerMatch) -> ByPreposition:
    """Returns what hangs on another argument of the trigger."""
    sites = (match.head, *match.nouns)
    held = [
        noun
        for site in sites
        for noun in (*(objects(site) if site.pos_ == "VERB" else ()), *obliques(site))
        if noun.i > match.head.i and noun.lemma_ not in _MESSAGES and not _is_reason(noun)
    ]
    return _filed(_not_its_own(noun, _after(match.head, oblique_cases(noun))) for noun in held)


def _is_reason(noun: Token) -> bool:
    """Says whether the phrase is another deed with doers of its own ("a protest over the raid")."""
    return not _APART.isdisjoint(prepositions_of(noun))


def _is_means(noun: Token) -> bool:
    """Says whether the phrase is no partner but help ("held a drill with the support of Chad")."""
    return noun.lemma in _HELP


def _not_its_own(noun: Token, phrases: list[Phrase]) -> list[Phrase]:
    """Returns the phrases without those that the noun needs itself ("spoke of ties with Chad")."""
    if noun.lemma not in _RELATIONAL:
        return phrases
    return [phrase for phrase in phrases if "with" not in phrase[1]]


def _after(head: Token, phrases: list[Phrase]) -> list[Phrase]:
    return [phrase for phrase in phrases if phrase[0].i > head.i]


def _filed(places: Iterable[list[Phrase]]) -> ByPreposition:
    """Returns the nouns of each place by their prepositions."""
    found: ByPreposition = {}
    for phrases in places:
        here: dict[str, list[Token]] = {}
        for noun, cases in phrases:
            for case in dict.fromkeys(cases):
                here.setdefault(case, []).append(noun)
        for case, nouns in here.items():
            found.setdefault(case, []).append(nouns)
    return found


@_once
def _deep_below(match: TriggerMatch) -> ByPreposition:
    """Returns what stands anywhere in the noun phrases after the trigger's head."""
    found = []
    pending = [*children(match.head, "object", "oblique", "noun_modifier"), *match.nouns]
    seen: set[int] = set()
    while pending:
        noun = pending.pop()
        if noun.i in seen or noun.i < match.head.i:
            continue
        seen.add(noun.i)
        found.append((noun, prepositions_of(noun)))
        pending += children(noun, "object", "oblique", "noun_modifier", "conjunct")
        pending += [item for item in children(noun, "adnominal_clause") if item.lower_ == "using"]
    return _filed([sorted(found, key=lambda phrase: phrase[0].i)])


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
