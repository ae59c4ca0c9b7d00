"""Carriers: nouns and verbs that only hold a noun that names an act ("held a series of meetings").

Who does what the noun names is `noun_doers.py`.
"""

from __future__ import annotations

from pipeline.annotate.grammar import children, prepositions_of, relation
from pipeline.annotate.parse import Token
from pipeline.rules.tables_load import word_list

#: Verbs that carry a noun which names the act: the noun's doer is their subject.
SUPPORT_VERBS = word_list("support_verb")

#: Verbs that only say that their subject exists, begins or goes on ("talks will take place").
EXISTENCE_VERBS = word_list("existence_verb")

#: Nouns that measure or contain the noun after "of" ("a series of meetings").
CONTAINERS = word_list("container_noun")

#: Prepositions by which a noun that names an act hangs on the verb of its doer ("in support of").
CARRYING_PREPOSITIONS = frozenset(
    {"in", "with", "by", "through", "into", "as", "under", "on", "to", "for", "during", "at"}
)


def carriers(noun: Token) -> list[Token]:
    """Returns the noun and the nouns that only contain or measure it ("a series of meetings")."""
    found = [noun]
    while (
        relation(noun) in {"noun_modifier", "prepositional_object"}
        and prepositions_of(noun) == ["of"]
        and governor_of(noun).lemma_ in CONTAINERS
        and len(found) < 4
    ):
        noun = governor_of(noun)
        found.append(noun)
    return found


def governor_of(noun: Token) -> Token:
    """Returns the word that the noun hangs on, over a preposition of its own ("of talks")."""
    return noun.head.head if relation(noun) == "prepositional_object" else noun.head


def is_carried(noun: Token) -> bool:
    """Says whether the noun hangs by "in", "for" or the like on the word of its doer."""
    return bool(CARRYING_PREPOSITIONS.intersection(prepositions_of(noun)))


def carries_act(verb: Token) -> bool:
    """Says whether the doer of an act is the subject of the verb that holds the act's noun.

    Example: "held talks", "ruled out an attack" (a verb and its particle).
    """
    lemma = verb.lemma_.lower()
    if lemma in SUPPORT_VERBS:
        return True
    return any(f"{lemma} {word.lower_}" in SUPPORT_VERBS for word in children(verb, "particle"))


def governing_verb(noun: Token) -> Token | None:
    """Returns the verb whose object, carried oblique or subject the noun is, else None."""
    top = carriers(noun)[-1]
    if relation(top) == "conjunct":
        top = top.head
    place = relation(top)
    if place in {"object", "passive_subject", "subject", "attribute"}:
        return top.head
    if place in {"oblique", "prepositional_object", "agent", "bare_oblique"}:
        head = governor_of(top)
        return head if head.pos_ in {"VERB", "AUX"} else None
    return None
