"""Resolving what a sentence does not name: one call over all the ways of referring.

Here belong the order of the resolvers and their merging. Each resolver has its own module; what is
in doubt stays unresolved in all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from pipeline.annotate.references.discourse import Discourse
from pipeline.annotate.references.first_person import first_person, issuer_of, represented
from pipeline.annotate.references.pronouns import pronoun_meanings
from pipeline.annotate.references.role_nouns import role_meanings
from pipeline.annotate.references.several import several_meanings
from pipeline.annotate.references.speakers import Quotation, quotations
from pipeline.knowledge.store import Knowledge
from pipeline.records import Actor, ActorBasis, ActorMention, DocumentText, Evidence


def resolve_references(
    doc: Doc,
    *,
    document: DocumentText,
    actors: Sequence[ActorMention],
    knowledge: Knowledge,
) -> tuple[ActorMention, ...]:
    """Returns who pronouns and role nouns mean, in text order.

    A reference to several actors ("both sides") gives a mention of each with the same evidence.

    Example: after "Lavrov said:" the words "we will respond" give a mention of Russia at "we".
    """
    spoken = quotations(doc, actors)
    first = list(
        first_person(doc, document=document, actors=actors, spoken=spoken, knowledge=knowledge)
    )
    issuer = issuer_of(document, actors, knowledge)
    speaker = represented(issuer, knowledge) if issuer is not None else None
    found = [*first, *_third(doc, actors, spoken, knowledge, speaker)]
    return tuple(
        sorted(found, key=lambda item: (item.evidence.start, item.evidence.end))
    )


def _third(
    doc: Doc,
    actors: Sequence[ActorMention],
    spoken: Sequence[Quotation],
    knowledge: Knowledge,
    issuer: Actor | None,
) -> Iterator[ActorMention]:
    discourse = Discourse(doc, actors)
    taken: set[int] = set()
    for start, end, several in several_meanings(discourse, issuer):
        taken.update(range(start, end))
        yield from _mentions(doc, start, end, several, ActorBasis.ROLE)
    for first, head, meant in role_meanings(discourse, knowledge):
        if head.idx not in taken:
            end = head.idx + len(head.text)
            yield from _mentions(doc, first.idx, end, meant, ActorBasis.ROLE)
    for token, meant in pronoun_meanings(discourse, spoken):
        if token.idx not in taken:
            end = token.idx + len(token.text)
            yield from _mentions(doc, token.idx, end, meant, ActorBasis.PRONOUN)


def _mentions(
    doc: Doc, start: int, end: int, actors: Sequence[Actor], basis: ActorBasis
) -> Iterator[ActorMention]:
    evidence = Evidence(start=start, end=end, text=doc.text[start:end])
    for actor in actors:
        yield ActorMention(evidence=evidence, actor=actor, basis=basis)
