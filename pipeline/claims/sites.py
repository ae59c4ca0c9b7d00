"""Sites: the words of a trigger at which its arguments may hang.

Here belong the trigger's own words, what contains them and what stands beside them in a row, found
once for all rules with the same words. What hangs there is `slots.py` and `phrases.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar

from pipeline.annotate.grammar import (
    children,
    conjuncts,
    obliques,
    relation,
)
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import carriers
from pipeline.claims.triggers import TriggerMatch

#: Nouns are what arguments by possessor, name or "between" hang on.
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "NUM"})

#: Lists of heads in the order in which they are tried: the first that means an actor counts.
Heads = Iterator[list[Token]]

FoundT = TypeVar("FoundT")

#: Words that open a phrase of its own.
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})


def once(find: Callable[[TriggerMatch], FoundT]) -> Callable[[TriggerMatch], FoundT]:
    """Makes what hangs on a trigger be looked for once for all rules with the same words."""

    @wraps(find)
    def ask(match: TriggerMatch) -> FoundT:
        answers = match.head.doc.memo.setdefault(f"slots{find.__name__}", {})
        found: FoundT | None = answers.get(match.site)
        if found is None:
            found = answers[match.site] = find(match)
        return found

    return ask


@once
def sites_of(match: TriggerMatch) -> list[Token]:
    """Returns the tokens at which arguments hang: the head, its words, what contains them."""
    found = [match.head, *match.nouns]
    for token in list(found):
        if token.pos_ in NOMINAL:
            found += carriers(token)[1:]
    for token in list(found):
        if token.pos_ in NOMINAL and not _is_complete(token):
            row = (item for item in conjuncts(first_of_row(token)) if item not in found)
            found += [item for item in row if not (_is_apart(token) and _is_apart(item))]
    return list(dict.fromkeys(found))


def _is_complete(noun: Token) -> bool:
    """Says whether a noun has its own "with": what hangs on its conjuncts is theirs alone.

    Example: "ties with Pakistan and objections to India" at "ties".
    """
    return bool(obliques(noun, "with"))


def _is_apart(noun: Token) -> bool:
    """Says whether a noun has an article of its own: two of such are two phrases.

    Example: "the siege by Niger and the support of Kenya": Niger does not support.
    """
    return any(word.lower_ in _ARTICLES for word in children(noun, "determiner"))


def first_of_row(token: Token) -> Token:
    """Returns the noun that begins the row of nouns in which the token stands."""
    while relation(token) == "conjunct" and token.head.pos_ in NOMINAL:
        token = token.head
    return token


def verbs_of(match: TriggerMatch) -> list[Token]:
    """Returns the verbs among the trigger's own words."""
    return [site for site in (match.head, *match.nouns) if site.pos_ in {"VERB", "AUX"}]
