"""Partners: who else takes part in an act, named by another phrase than the trigger's own.

Here belong those to whom an act was put and who answer it, those who share its purpose, and those
whom a second phrase adds to a meeting of two. Which phrases the trigger itself asks for is
`slots.py`.
"""

from __future__ import annotations

from pipeline.annotate.dates.lexicon import MONTHS, WEEKDAYS
from pipeline.annotate.grammar import children, conjuncts, obliques, prepositions_of, relation
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import carriers, governing_verb
from pipeline.claims.clauses import logical_objects, logical_subjects
from pipeline.claims.infinitives import complements, is_purpose
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import EventType
from pipeline.rules.schema import SLOTS
from pipeline.rules.tables_load import word_list

#: Verbs of doing something with the one named after "with", "by" or "alongside".
_JOINING = word_list("joining_verb")

#: Verbs whose subject is whom the act was put to, some with a particle or preposition.
_ANSWERING = word_list("answering_verb")

#: What may stand between "and" and "with" ("and next week with Mali").
_TIMES = frozenset({*WEEKDAYS, *MONTHS, *"hour day week month year today tomorrow".split()})


def answerers(match: TriggerMatch) -> list[Token]:
    """Returns to whom an act was put, from the verb by which they answer or receive it.

    Example: "Chad rejected Niger's demand" at "demand": [Chad]. Not where another phrase says whom
    it is put to ("rejected Niger's support for the rebels").
    """
    noun = match.head
    verb = governing_verb(noun) if noun.pos_ == "NOUN" else None
    if verb is None:
        return []
    asked = match.rule.type is EventType.REQUEST
    said = [slot for slot in match.rule.roles.target if not (asked and slot in {"for", "of"})]
    if any(obliques(noun, slot.replace("_", " ")) for slot in said if slot not in SLOTS):
        return []
    return logical_subjects(verb) if _answers(verb, noun) else []


def facing_in_object(match: TriggerMatch) -> list[Token]:
    """Returns who face each other in what the trigger acts on.

    Example: "condemned the war between Chad and Niger", "mediated in the war between them".
    """
    slots = match.rule.roles.target
    held: list[Token] = []
    if match.head.pos_ == "VERB" and not {"object", "between"}.isdisjoint(slots):
        held = logical_objects(match.head)
        held += obliques(match.head, "in") if "between" in slots else []
    if "complement_object" in slots:
        verbs = [verb for site in (match.head, *match.nouns) for verb in complements(site)]
        held += [item for verb in verbs for item in logical_objects(verb)]
    return [party for noun in held for party in obliques(noun, "between", "among")]


def _answers(verb: Token, noun: Token) -> bool:
    if relation(carriers(noun)[-1]) in {"object", "passive_subject"}:
        particles = children(verb, "particle")
        words = [verb.lemma_, *(f"{verb.lemma_} {word.lower_}" for word in particles)]
        return not _ANSWERING.isdisjoint(words)
    prepositions = prepositions_of(carriers(noun)[-1])
    return any(f"{verb.lemma_} {word}" in _ANSWERING for word in prepositions)


def partners(verb: Token) -> list[Token]:
    """Returns with whom the subject joins for the purpose ("met with Chad to plan": [Chad])."""
    head = verb.head
    if not is_purpose(verb) or relation(verb) not in {"adverbial_clause", "open_complement"}:
        return []
    if head.pos_ != "VERB" or head.lemma_.lower() not in _JOINING:
        return []
    return [item for item in obliques(head, "with", "alongside", "by") if item.i < verb.i]


def later_partners(match: TriggerMatch) -> list[Token]:
    """Returns with whom more is done after a phrase that names two.

    Example: "talks between Chad and Niger, and next week with Mali": [Mali].
    """
    verb = governing_verb(match.head)
    sites = [match.head] if verb is None else [match.head, verb]
    named = [noun for site in sites for noun in obliques(site, "between", "among")]
    if not named:
        return []
    joined = {item.i: item for site in (*named, *sites[1:]) for item in _joined_to(site)}
    later = [joined[i] for i in sorted(joined) if i > named[0].i]
    own = [item for item in later if "with" in prepositions_of(item)]
    times = [item for item in later if item.lower_ in _TIMES or item.lemma_.lower() in _TIMES]
    return own or [noun for item in times for noun in obliques(item, "with")]


def _joined_to(word: Token) -> list[Token]:
    """Returns the nouns joined to a noun or verb by an "and" of their own."""
    return [
        item
        for item in conjuncts(word)
        if item.i > word.i and item.pos_ in {"NOUN", "PROPN"} and children(item, "conjunction")
    ]
