"""When and where: the date and place of a claim, from its clause, then its sentence.

A date or place counts only where grammar lets it reach the trigger: it stands in the trigger's
clause, in a clause above it, or before the verb of a clause coordinated with it ("In May Iran left
and Oman followed"). The only one of a sentence counts for all that it says. A date that belongs to
a name ("the 1951 treaty") dates the name alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from spacy.tokens import Span, Token

from pipeline.annotate.annotated import AnnotatedDocument
from pipeline.annotate.grammar import clause_head, prepositions_of, relation
from pipeline.claims.cast import token_span
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import (
    ClaimDate,
    ClaimPlace,
    DateMention,
    PlaceBasis,
    PlaceMention,
    Sentence,
)

MentionT = TypeVar("MentionT", DateMention, PlaceMention)

#: How a clause stands beside another one, not in it.
_BESIDE = frozenset({"conjunct", "parataxis"})

#: Steps between tokens of different trees.
FAR = 1_000

#: Relations by which a date belongs to the noun before or after it.
_OF_A_NOUN = frozenset({"number", "compound", "adjective", "noun_modifier", "possessor"})


def find_date(
    match: TriggerMatch, sentence: Sentence, annotated: AnnotatedDocument
) -> ClaimDate | None:
    """Returns the date nearest to the trigger among those that reach it."""
    told = [
        (mention, span)
        for mention, span in _inside(annotated.dates, sentence, annotated)
        if mention.interval is not None and not _dates_another_noun(span.root, match)
    ]
    mention = _nearest(match.head, _reaching(told, match))
    if mention is None or mention.interval is None:
        return None
    return ClaimDate(mention=mention, interval=mention.interval)


def find_place(
    match: TriggerMatch, sentence: Sentence, annotated: AnnotatedDocument
) -> ClaimPlace | None:
    """Returns the place nearest to the trigger, and whether its clause or its sentence names it.

    A place holds longer than a date: the only one of a sentence is that of all its claims.
    """
    named = _inside(annotated.places, sentence, annotated)
    reaching = _reaching(named, match) or (named if len(named) == 1 else [])
    mention = _nearest(match.head, reaching)
    if mention is None:
        return None
    root = token_span(annotated.doc, mention.evidence).root
    is_near = clause_head(root) == clause_head(match.head)
    return ClaimPlace(mention=mention, basis=PlaceBasis.CLAUSE if is_near else PlaceBasis.SENTENCE)


def _inside(
    mentions: Sequence[MentionT], sentence: Sentence, annotated: AnnotatedDocument
) -> list[tuple[MentionT, Span]]:
    """Returns the mentions of the sentence with their words."""
    return [
        (mention, token_span(annotated.doc, mention.evidence))
        for mention in mentions
        if sentence.start <= mention.evidence.start < sentence.end
    ]


def _reaching(
    found: list[tuple[MentionT, Span]], match: TriggerMatch
) -> list[tuple[MentionT, Span]]:
    """Returns the mentions that grammar lets reach the trigger.

    A lone one reaches it also from a clause below, but never from one beside it ("Peru attacked in
    2001, and Bolivia helped").
    """
    above = _clauses_above(match.head)
    below = {token.i for token in match.head.subtree}
    reaching, lone = [], []
    for mention, span in found:
        clause = clause_head(span.root)
        link = above.get(clause.i)
        fronted = span.root.i < clause.i
        if span.root.i in below or link == "within" or (link == "beside" and fronted):
            reaching.append((mention, span))
        elif link is None and relation(clause) not in _BESIDE:
            lone.append((mention, span))
    return reaching or (lone if len(found) == 1 else [])


def _clauses_above(token: Token) -> dict[int, str]:
    """Returns heads of the clauses that hold the token: `within`, or `beside` by conjunction."""
    found: dict[int, str] = {}
    link = "within"
    clause = clause_head(token)
    while clause.i not in found:
        found[clause.i] = link
        if clause.head.i == clause.i:
            break
        if relation(clause) in _BESIDE:
            link = "beside"
        clause = clause_head(clause.head)
    return found


def _dates_another_noun(root: Token, match: TriggerMatch) -> bool:
    if relation(root) not in _OF_A_NOUN or prepositions_of(root) not in ([], ["of"]):
        return False
    noun = root.head
    return noun.pos_ in {"NOUN", "PROPN"} and noun.i not in {part.i for part in match.parts}


def _nearest(head: Token, found: Sequence[tuple[MentionT, Span]]) -> MentionT | None:
    """Returns the mention nearest to the trigger in the tree, text distance as tie-break."""
    if not found:
        return None
    way = {token.i: steps for steps, token in enumerate((head, *head.ancestors))}

    return min(found, key=lambda item: _distance(item[1].root, way))[0]


def _distance(root: Token, way: dict[int, int]) -> tuple[int, int]:
    """Returns the steps from the token to the trigger over their lowest joint, then in the text."""
    steps = next(
        (up + way[item.i] for up, item in enumerate((root, *root.ancestors)) if item.i in way),
        FAR,
    )
    return steps, abs(root.i - min(way, key=way.__getitem__))
