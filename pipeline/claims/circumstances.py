"""When and where: the date and place of a claim, from its clause, then its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from pipeline.annotate.annotated import AnnotatedDocument
from pipeline.annotate.grammar import clause_head
from pipeline.claims.cast import token_span
from pipeline.records import (
    ClaimDate,
    ClaimPlace,
    DateMention,
    Evidence,
    PlaceBasis,
    PlaceMention,
    Sentence,
)


def find_date(head: Token, sentence: Sentence, annotated: AnnotatedDocument) -> ClaimDate | None:
    """Returns the date that the clause of the trigger gives, else the nearest of the sentence."""
    placed = [
        mention for mention in _inside(annotated.dates, sentence) if mention.interval is not None
    ]
    best = _nearest(head, [mention.evidence for mention in placed], annotated)
    if best is None:
        return None
    mention = placed[best]
    if mention.interval is None:
        return None
    return ClaimDate(mention=mention, interval=mention.interval)


def find_place(head: Token, sentence: Sentence, annotated: AnnotatedDocument) -> ClaimPlace | None:
    """Returns the place nearest to the trigger, and whether its clause or its sentence names it."""
    named = _inside_places(annotated.places, sentence)
    best = _nearest(head, [mention.evidence for mention in named], annotated)
    if best is None:
        return None
    root = token_span(annotated.doc, named[best].evidence).root
    is_near = clause_head(root) == clause_head(head)
    basis = PlaceBasis.CLAUSE if is_near else PlaceBasis.SENTENCE
    return ClaimPlace(mention=named[best], basis=basis)


def _inside(mentions: Iterable[DateMention], sentence: Sentence) -> list[DateMention]:
    return [item for item in mentions if sentence.start <= item.evidence.start < sentence.end]


def _inside_places(mentions: Iterable[PlaceMention], sentence: Sentence) -> list[PlaceMention]:
    return [item for item in mentions if sentence.start <= item.evidence.start < sentence.end]


def _nearest(head: Token, candidates: list[Evidence], annotated: AnnotatedDocument) -> int | None:
    """Returns the number of the candidate nearest to the trigger in the tree, text as tie-break."""
    if not candidates:
        return None
    way = _way_up(head)
    scored = []
    for number, evidence in enumerate(candidates):
        root = token_span(annotated.doc, evidence).root
        scored.append((_distance(root, way), abs(root.i - head.i), number))
    return min(scored)[2]


def _way_up(token: Token) -> dict[int, int]:
    way = {token.i: 0}
    for steps, ancestor in enumerate(token.ancestors, start=1):
        way[ancestor.i] = steps
    return way


def _distance(token: Token, way: dict[int, int]) -> int:
    for steps, item in enumerate((token, *token.ancestors)):
        if item.i in way:
            return steps + way[item.i]
    return 1_000
