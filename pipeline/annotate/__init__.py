"""DocumentText -> AnnotatedDocument: the parse, sentences, actors, places and dates.

Here belongs what is found in the text before anyone asks who does what to whom. The order is fixed:
dates first ("May" is no person then), actors next, places last (a name that acts is no place).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from pipeline.annotate.actors import find_actors
from pipeline.annotate.annotated import AnnotatedDocument
from pipeline.annotate.datelines import Dateline, find_datelines
from pipeline.annotate.dates import find_dates
from pipeline.annotate.mending import mend_parses
from pipeline.annotate.parse import Doc
from pipeline.annotate.places import find_places
from pipeline.annotate.places.owners import owners_of
from pipeline.annotate.references import resolve_references
from pipeline.annotate.sentences import mend_headlines, split_sentences
from pipeline.knowledge import Knowledge
from pipeline.knowledge.gazetteer import Gazetteer
from pipeline.problems import Problem, make_problem
from pipeline.records import (
    ActorKind,
    ActorMention,
    DateMention,
    DocumentText,
    PlaceMention,
    Sentence,
)

__all__ = ["AnnotatedDocument", "annotate", "annotate_many"]

#: Words in a sentence beyond which it is a table or a list, not prose.
LONGEST_SENTENCE = 250

MentionT = TypeVar("MentionT", ActorMention, PlaceMention, DateMention)


def annotate(
    document: DocumentText, *, nlp: Language, knowledge: Knowledge, gazetteer: Gazetteer
) -> AnnotatedDocument:
    """Returns the document with its parse and all that was found in it."""
    return next(annotate_many([document], nlp=nlp, knowledge=knowledge, gazetteer=gazetteer))


def annotate_many(
    documents: Iterable[DocumentText],
    *,
    nlp: Language,
    knowledge: Knowledge,
    gazetteer: Gazetteer,
) -> Iterator[AnnotatedDocument]:
    """Yields the documents annotated, in order; the core reads them as one stream."""
    ordered = list(documents)
    datelines = [find_datelines(document, gazetteer) for document in ordered]
    docs = (_make_doc(nlp, *item) for item in zip(ordered, datelines, strict=True))
    parsed = nlp.pipe(docs, batch_size=16)
    for document, lines, doc in zip(ordered, datelines, parsed, strict=True):
        yield _layers(document, Doc(doc), lines, knowledge, gazetteer)


def _make_doc(nlp: Language, document: DocumentText, datelines: Sequence[Dateline]) -> SpacyDoc:
    """Returns the tokens; to the parser no sentence crosses the end of a block or dateline."""
    doc = nlp.make_doc(document.text)
    ends = [item.end for items in (document.blocks, datelines) for item in items]
    doc.user_data["block_ends"] = sorted(ends)
    return doc


def _layers(
    document: DocumentText,
    doc: Doc,
    datelines: Sequence[Dateline],
    knowledge: Knowledge,
    gazetteer: Gazetteer,
) -> AnnotatedDocument:
    mend_headlines(doc, document)
    mend_parses(doc)
    sentences, problems = _readable(split_sentences(doc, document, datelines), doc, document)
    dates = find_dates(doc, document=document)
    actors = find_actors(
        doc, document=document, knowledge=knowledge, dates=dates, datelines=datelines
    )
    places = find_places(
        doc, document=document, actors=actors, gazetteer=gazetteer, datelines=datelines
    )
    actors = _outside(actors, places)
    references = resolve_references(
        doc, document=document, actors=actors, places=places, knowledge=knowledge
    )
    lands, towns = owners_of(places, knowledge.state_actors)
    kept = _inside(actors, sentences)
    if not kept and sentences:
        problems.append(
            make_problem("no-actors", doc_id=document.doc_id, path=document.path, stage="annotate")
        )
    return AnnotatedDocument(
        document=document,
        doc=doc,
        sentences=sentences,
        actors=kept,
        references=_inside(references, sentences),
        places=_inside(places, sentences),
        lands=_inside(lands, sentences),
        towns=_inside(towns, sentences),
        dates=_inside(dates, sentences),
        problems=tuple(problems),
    )


def _readable(
    sentences: Sequence[Sentence], doc: Doc, document: DocumentText
) -> tuple[tuple[Sentence, ...], list[Problem]]:
    """Returns the sentences short enough to be prose, and a problem for each other one."""
    kept, problems = [], []
    for sentence in sentences:
        span = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
        if span is not None and len(span) > LONGEST_SENTENCE:
            problems.append(
                make_problem(
                    "sentence-too-long",
                    doc_id=document.doc_id,
                    path=document.path,
                    stage="annotate",
                    message=f"{len(span)} words from offset {sentence.start}: "
                    f"{sentence.text[:60]}...",
                )
            )
        else:
            kept.append(sentence)
    return tuple(kept), problems


def _outside(
    actors: Sequence[ActorMention], places: Sequence[PlaceMention]
) -> tuple[ActorMention, ...]:
    """Returns the actors without persons that a place overlaps: it outranks what is guessed."""
    covered = {i for place in places for i in range(place.evidence.start, place.evidence.end)}
    return tuple(
        actor
        for actor in actors
        if actor.actor.kind is not ActorKind.PERSON
        or covered.isdisjoint(range(actor.evidence.start, actor.evidence.end))
    )


def _inside(mentions: Sequence[MentionT], sentences: Sequence[Sentence]) -> tuple[MentionT, ...]:
    """Returns the mentions that lie in a sentence; those in headings only help to resolve."""
    kept = []
    position = 0
    for mention in sorted(mentions, key=lambda item: (item.evidence.start, item.evidence.end)):
        while position < len(sentences) and sentences[position].end <= mention.evidence.start:
            position += 1
        if position < len(sentences) and sentences[position].start <= mention.evidence.start:
            kept.append(mention)
    return tuple(kept)
