"""Infinitives: which word an infinitive or a clause completes, also where a parser hangs it wrong.

Who does what an infinitive says is `clauses.py`.
"""

from __future__ import annotations

from pipeline.annotate.grammar import children, first_conjunct, objects, obliques, relation
from pipeline.annotate.parse import Token
from pipeline.rules.tables_load import word_list

#: Verbs that an infinitive completes, and those that it completes after an object ("persuaded Chad
#: to leave"); some parses hang it on them as a clause of purpose.
_TAKING_INFINITIVE = word_list("infinitive_verb")

CAUSATIVE_VERBS = word_list("causative_verb")

#: Nouns of pressing and asking: the infinitive is done by whom they are put to.
_PRESSING = word_list("pressing_noun")


def is_purpose(verb: Token) -> bool:
    """Says whether the clause is an infinitive of purpose ("met to coordinate the operation")."""
    if verb.tag_ not in {"VB", ""} and verb.pos_ == "VERB":
        return False
    marks = [child.lower_ for child in children(verb, "marker", "auxiliary")]
    return "to" in marks


def is_completing(verb: Token) -> bool:
    """Says whether a parser took a completing infinitive for a purpose ("refused to help")."""
    head = verb.head
    if relation(verb) != "adverbial_clause" or verb.i < head.i or not is_purpose(verb):
        return False
    if children(head, "object", "indirect_object"):
        return head.lemma_.lower() in CAUSATIVE_VERBS
    return head.lemma_.lower() in _TAKING_INFINITIVE


def place_of(verb: Token) -> str:
    """Returns the verb's relation, an infinitive that completes the verb above as such."""
    return "open_complement" if is_completing(verb) else relation(verb)


def is_late_clause(verb: Token) -> bool:
    """Says whether a parser took a complement for a clausal subject ("works to defeat them")."""
    return relation(verb) == "clausal_subject" and verb.i > verb.head.i


def complements(head: Token) -> list[Token]:
    """Returns the verbs that complete a verb, noun or adjective ("agreed to help", "ready to go").

    An infinitive that the parser hangs on the verb's object counts too ("allowed planes to land").
    """
    own = children(head, "open_complement", "complement_clause")
    own += [verb for verb in children(head, "adnominal_clause") if not _is_past(verb)]
    own += [verb for verb in children(head, "clausal_subject") if is_late_clause(verb)]
    own += [verb for verb in children(head, "adverbial_clause") if is_completing(verb)]
    if head.pos_ == "NOUN":
        own += _told_behind(head)
    if head.pos_ == "VERB":
        own += [
            verb
            for noun in objects(head)
            for verb in children(noun, "adnominal_clause")
            if verb.tag_ == "VB"
        ]
    return own


def _is_past(verb: Token) -> bool:
    """Says whether the clause tells what became of the noun ("a refusal that was criticised")."""
    return verb.tag_ in {"VBN", "VBD"} and not children(verb, "marker")


def _told_behind(noun: Token) -> list[Token]:
    """Returns the clause right behind a noun that a parser took for a relative one.

    Example: "relations and accusations that Chad had lied" at "accusations": [lied]. A "that" that
    only marks a clause is no relative pronoun.
    """
    holder = first_conjunct(noun)
    return [
        verb
        for verb in children(holder, "relative_clause")
        if any(mark.i == noun.i + 1 for mark in children(verb, "marker"))
    ]


def pressed(noun: Token) -> list[Token]:
    """Returns whom the noun of pressing is put to ("pressure on Chad to leave": [Chad])."""
    if noun.lemma_.lower() not in _PRESSING:
        return []
    return obliques(noun, "on", "to", "for")
