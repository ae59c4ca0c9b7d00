"""Dependency patterns: which words of a sentence the nodes of a rule's pattern are.

Here belongs the search alone; what a node may ask is `pipeline.rules.patterns`. Every node is
looked for one step from its own: the first word that fits, and below which the nodes that hang on
it are found, is taken for good. So a search needs no going back and cannot run away.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.grammar import children, obliques
from pipeline.annotate.parse import Token
from pipeline.rules.patterns import PatternNode, anchor_of
from pipeline.rules.schema import PREPOSITIONS

Pattern = tuple[PatternNode, ...]


def match_pattern(pattern: Pattern, anchor: Token) -> tuple[Token, ...] | None:
    """Returns the words of the pattern, one for each node in its order, None where one is missing.

    Example: put -object-> hand -on-> border at "put" of "put a hand on the border": [put, hand,
    border].

    Args:
        anchor: a word that may be the first node that names any (`anchor_of`).
    """
    place = anchor_of(pattern)
    for head in _heads(pattern, anchor):
        found = _filled(pattern, 0, head)
        if found is not None and found[place].i == anchor.i:
            return tuple(found[number] for number in range(len(pattern)))
    return None


def missing_node(pattern: Pattern, anchor: Token) -> str:
    """Returns the id of the node that no word is, where the anchor is there; "" where all are.

    Example: with "put a foot on the border" the node `hand`.
    """
    place = anchor_of(pattern)
    if not _fits(pattern[place], anchor) or match_pattern(pattern, anchor) is not None:
        return ""
    heads = [head for head in _heads(pattern, anchor) if _fits(pattern[0], head)]
    return _gap(pattern, heads[0]) if heads else pattern[0].id


def _heads(pattern: Pattern, anchor: Token) -> Iterator[Token]:
    """Yields the words that may be the head: every node hangs below it."""
    if anchor_of(pattern) == 0:
        yield anchor
    else:
        yield from anchor.ancestors


def _filled(pattern: Pattern, place: int, token: Token) -> dict[int, Token] | None:
    """Returns the words of the node and of all that hang on it, if the token may be the node."""
    if not _fits(pattern[place], token):
        return None
    found = {place: token}
    for below, node in enumerate(pattern):
        if node.of != place:
            continue
        taken = {word.i for word in found.values()}
        others = (word for word in _related(token, node) if word.i not in taken)
        inner = next(filter(None, (_filled(pattern, below, word) for word in others)), None)
        if inner is None:
            return None
        found |= inner
    return found


def _gap(pattern: Pattern, head: Token) -> str:
    """Returns the first node that has no word, going down from the head by the first that fit."""
    found = {0: head}
    for place, node in enumerate(pattern[1:], 1):
        taken = {word.i for word in found.values()}
        free = (word for word in _related(found[node.of], node) if word.i not in taken)
        fitting = next((word for word in free if _fits(node, word)), None)
        if fitting is None:
            return node.id
        found[place] = fitting
    return pattern[anchor_of(pattern)].id


def _fits(node: PatternNode, token: Token) -> bool:
    """Says whether the word passes the node's own tests."""
    return (
        (not node.lemmas or token.lemma_.lower() in node.lemmas)
        and (not node.forms or token.lower_ in node.forms)
        and (not node.pos or token.pos_ in node.pos)
        and (not node.tags or token.tag_ in node.tags)
    )


def _related(token: Token, node: PatternNode) -> list[Token]:
    """Returns the words that hang on the token as the node does, in text order."""
    found = {word.i: word for word in children(token, *node.relations)}
    prepositions = [name.replace("_", " ") for name in node.relations if name in PREPOSITIONS]
    if prepositions:
        found |= {word.i: word for word in obliques(token, *prepositions)}
    return [found[i] for i in sorted(found)]
