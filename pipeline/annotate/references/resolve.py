"""Resolving what a sentence does not name: one call over all the ways of referring.

Here belong the order of the resolvers and their merging. Each resolver has its own module; what is
in doubt stays unresolved in all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.annotate.references.first_person import first_person
from pipeline.annotate.references.speakers import quotations
from pipeline.knowledge.store import Knowledge
from pipeline.records import ActorMention, DocumentText


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
    found = [
        *first_person(doc, document=document, actors=actors, spoken=spoken, knowledge=knowledge)
    ]
    return tuple(sorted(found, key=lambda item: item.evidence.start))
