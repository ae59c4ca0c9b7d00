"""Amounts behind a noun: "aid worth five million dollars".

Here belongs that "worth" says how much the noun before it is: a parser makes it the head of that
noun, and takes what follows the amount for its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.grammar import children, prepositions_of
from pipeline.annotate.mending_clauses import Edit
from pipeline.annotate.parse import Token


def worth_of_noun(token: Token) -> Iterator[Edit]:
    """Yields "worth" and its neighbours where they belong.

    Example: "sent Chad aid worth $2 million" with "aid" on "worth": "aid" is the object of "sent",
    and "worth" hangs on it.
    """
    if token.lower_ != "worth" or token.i == token.sent.start:
        return
    noun, above = token.nbor(-1), token.head
    if noun.pos_ not in {"NOUN", "PROPN"} or above is token:
        return
    if noun.head is token:
        yield noun, above, _place(noun, token)
        for item in token.children:
            if item.i < noun.i and item.head is token:
                yield item, noun, item.dep_
    outer = above if noun.head is token or above is not noun else noun.head
    for item in children(token, "oblique", "noun_modifier"):
        if item.i > token.i and prepositions_of(item):
            yield item, outer, "obl" if outer.pos_ == "VERB" else "nmod"
    if noun.head is token or above is not noun:
        yield token, noun, "amod"


def _place(noun: Token, worth: Token) -> str:
    """Returns how the noun hangs on the word above the two."""
    if worth.head.pos_ in {"NOUN", "PROPN"}:
        return "nmod"
    has_case = bool(children(worth, "case") or children(noun, "case"))
    return "obl" if has_case else "obj"
