"""Phrases: what hangs on a trigger by a preposition, or on what stands near it.

Parsers hang "with Iran" now on the noun, now on the verb. Here belongs where such a phrase is
looked for and which phrases are another word's own. The other places of a trigger are `slots.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.annotate.grammar import (
    children,
    clause_head,
    expand,
    is_passive,
    modifiers,
    objects,
    oblique_cases,
    obliques,
    possessors,
    prepositions_of,
    relation,
)
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import governing_verb
from pipeline.claims.clauses import logical_objects
from pipeline.claims.noun_doers import holding_clauses
from pipeline.claims.partners import partners
from pipeline.claims.sites import Heads, once, sites_of, verbs_of
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import Direction
from pipeline.rules.tables_load import word_list

#: Prepositions whose phrase may hang on another argument of the trigger. "Of", "in" and "for" stay
#: out: there they belong to that argument.
_DESCENDING = frozenset("by on against from to with at into toward towards".split())

#: Prepositions of a phrase that belongs to the last of a row where the first has an owner of its
#: own ("Peruvian backing and mercenaries of Chad").
_OWN = frozenset({"of", "from", "in"})

#: Prepositions whose phrase may hang deep below the trigger's arguments.
_DEEP = frozenset({"through", "via", "against"})

#: Nouns for what is said, to whomever ("protested in a letter to the United Nations").
_MESSAGES = word_list("message_noun")

#: Prepositions before the reason or time of an act.
_APART = frozenset("over after following before despite amid during".split())

#: Nouns that make a preposition with "in" and what follows ("in response to Chad's drills").
_SETTINGS = frozenset(
    "response reply reaction answer contrast addition relation reference retaliation contravention"
    " violation return exchange spite".split()
)

#: Participles between an act and whom it is against ("a show of force aimed at Chad").
_AIMING = frozenset({"aim", "direct", "level", "target"})

#: Objects that only carry the act named behind them ("took part in talks with Chad").
_SHARES = frozenset("part role place lead hand stake interest".split())

_HELP = word_list("help_noun")

#: Nouns of what two have with each other.
_RELATIONAL = word_list("relational_noun")

#: A noun with the prepositions that it hangs by; preposition -> the nouns by it, place after place.
Phrase = tuple[Token, list[str]]
ByPreposition = dict[str, list[list[Token]]]


def by_preposition(match: TriggerMatch, preposition: str) -> Heads:
    """Yields nouns that hang by the preposition on the trigger, then on what stands near it.

    A parser often hangs "with Iran" in "held talks with Iran" on the verb, or "by Russia" in "the
    downing of an airliner by Russia" on the airliner: it is looked for there where the trigger
    itself has none and the phrase stands after the trigger.
    """
    if match.head.pos_ == "ADP" and match.head.lower_ == preposition:
        yield expand([match.head.head])
    yield from _near(match).get(preposition, ())
    if preposition in _DESCENDING:
        yield from _below(match).get(preposition, ())
    if preposition == "between" and match.rule.direction is Direction.DIRECTED:
        yield from _below(match).get(preposition, ())
    if preposition in _DEEP:
        yield from _deep_below(match).get(preposition, ())
    if preposition == "with" and match.head.pos_ == "VERB":
        yield partners(match.head)


@once
def _near(match: TriggerMatch) -> ByPreposition:
    """Returns what hangs on the trigger, its objects and the verb that carries it."""
    own = {match.head.i, *(part.i for part in match.parts)}
    places = []
    for site in dict.fromkeys((*sites_of(match), *match.parts)):
        phrases = oblique_cases(site)
        shares = site.i not in own and relation(site) == "conjunct" and _is_owned(match.head)
        places.append([item for item in phrases if not shares or _OWN.isdisjoint(item[1])])
    if match.head.pos_ == "NOUN":
        places += [oblique_cases(verb) for verb in holding_clauses(match.head)]
        aimed = (item for site in sites_of(match) for item in children(site, "adnominal_clause"))
        places += [oblique_cases(verb) for verb in aimed if verb.lemma in _AIMING]
    verbs = verbs_of(match)
    places += [oblique_cases(noun) for verb in verbs for noun in logical_objects(verb)]
    carrier = governing_verb(match.head) if not (verbs or _is_aside(match.head)) else None
    if carrier is not None and clause_head(match.head) is clause_head(carrier):
        beside = _after(match.head, oblique_cases(carrier))
        places.append([phrase for phrase in beside if not _is_means(phrase[0])])
    return _filed(places)


@once
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


def _is_owned(noun: Token) -> bool:
    """Says whether a name stands before the noun as its owner."""
    return any(item.text[:1].isupper() for item in (*possessors(noun), *modifiers(noun)))


def _is_aside(noun: Token) -> bool:
    """Says whether the verb above has an object for what follows ("with help, drew anger from")."""
    if is_passive(noun.head) or relation(noun) not in {"oblique", "prepositional_object"}:
        return False
    return any(item.lemma not in _SHARES for item in objects(noun.head))


def _is_reason(noun: Token) -> bool:
    """Says whether the phrase is another deed with doers of its own ("a protest over the raid")."""
    before = prepositions_of(noun)
    return noun.lemma in _SETTINGS if before == ["in"] else not _APART.isdisjoint(before)


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


@once
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
