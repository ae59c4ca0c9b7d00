"""Documents, sentences, mentions and problems -> rows of their tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.identity import stable_id
from pipeline.records import ActorMention, DateMention, Evidence, PlaceMention, Sentence
from pipeline.results import DocumentResult
from pipeline.tables.columns import ACTOR, DATE, DUPLICATE, PLACE, READ, UNREAD
from pipeline.tables.schema import Row


def document_rows(
    results: Sequence[DocumentResult], duplicates: Sequence[DocumentResult]
) -> list[Row]:
    """Returns one row for each input file, ordered by path."""
    rows = [_document(result, READ if result.document else UNREAD) for result in results]
    rows += [_document(result, DUPLICATE) for result in duplicates]
    return sorted(rows, key=lambda row: str(row["path"]))


def text_path(doc_id: str) -> str:
    """Returns where a document's cleaned text lies, below the output folder."""
    return f"texts/{doc_id}.txt"


def _document(result: DocumentResult, status: str) -> Row:
    document = result.document
    counted = result if status == READ else None
    return {
        "doc_id": result.doc_id,
        "path": result.path,
        "status": status,
        "title": document.title if document else None,
        "doc_date": document.date if document else None,
        "date_text": document.date_text if document else None,
        "issuer": document.issuer if document else None,
        "media_type": document.media_type if document else None,
        "encoding": document.encoding if document else None,
        "sha256": result.sha256,
        "text_path": text_path(result.doc_id) if document else None,
        "n_pages": document.n_pages if document else 0,
        "n_words": counted.n_words if counted else 0,
        "n_sentences": len(counted.sentences) if counted else 0,
        "n_mentions": len(_mentions_of(counted)) if counted else 0,
        "n_claims": len(counted.claims) if counted else 0,
        "n_problems": len(result.problems),
        "core_version": result.core_version,
    }


def sentence_rows(results: Sequence[DocumentResult]) -> list[Row]:
    """Returns one row for each sentence, in the order of the text."""
    return [
        {
            "sentence_id": sentence.sentence_id,
            "doc_id": sentence.doc_id,
            "page": sentence.page,
            "section": sentence.section,
            "start": sentence.start,
            "end": sentence.end,
            "text": sentence.text,
        }
        for result in results
        for sentence in result.sentences
    ]


def mention_rows(results: Sequence[DocumentResult]) -> list[Row]:
    """Returns one row for each mention, in the order of the text."""
    return [row for result in results for row in _mentions_of(result)]


def _mentions_of(result: DocumentResult) -> list[Row]:
    found = [
        *(_actor(mention) for mention in result.actors),
        *(_place(mention) for mention in result.places),
        *(_date(mention) for mention in result.dates),
    ]
    sentences = _SentenceFinder(result.sentences)
    found.sort(key=lambda item: (item[0].start, -item[0].end, str(item[1]["label"])))
    rows: dict[str, Row] = {}
    for evidence, values in found:
        mention_id = stable_id(
            "m",
            result.doc_id,
            values["label"],
            evidence.start,
            evidence.end,
            values["entity_id"] or values["name"],
            values["basis"],
        )
        rows[mention_id] = {
            "mention_id": mention_id,
            "doc_id": result.doc_id,
            "sentence_id": sentences.holding(evidence),
            "start": evidence.start,
            "end": evidence.end,
            "text": evidence.text,
            **values,
        }
    return list(rows.values())


class _SentenceFinder:
    """Finds the sentence that a stretch of text stands in."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sorted(sentences, key=lambda sentence: sentence.start)
        self._starts = [sentence.start for sentence in self._sentences]

    def holding(self, evidence: Evidence) -> str | None:
        index = bisect_right(self._starts, evidence.start) - 1
        if index < 0 or evidence.end > self._sentences[index].end:
            return None
        return self._sentences[index].sentence_id


def _actor(mention: ActorMention) -> tuple[Evidence, Row]:
    return mention.evidence, {
        "label": ACTOR,
        "entity_id": mention.actor.actor_id,
        "name": mention.actor.name,
        "kind": mention.actor.kind.value,
        "country": mention.actor.country,
        "basis": mention.basis.value,
        "start_date": None,
        "end_date": None,
        "lat": None,
        "lon": None,
    }


def _place(mention: PlaceMention) -> tuple[Evidence, Row]:
    return mention.evidence, {
        "label": PLACE,
        "entity_id": mention.place.place_id,
        "name": mention.place.name,
        "kind": None,
        "country": mention.place.country,
        "basis": None,
        "start_date": None,
        "end_date": None,
        "lat": mention.place.lat,
        "lon": mention.place.lon,
    }


def _date(mention: DateMention) -> tuple[Evidence, Row]:
    interval = mention.interval
    return mention.evidence, {
        "label": DATE,
        "entity_id": None,
        "name": interval.edtf if interval else None,
        "kind": None,
        "country": None,
        "basis": interval.basis.value if interval else None,
        "start_date": interval.start if interval else None,
        "end_date": interval.end if interval else None,
        "lat": None,
        "lon": None,
    }


def problem_rows(results: Sequence[DocumentResult]) -> list[Row]:
    """Returns one row for each problem, ordered by the file's path."""
    return list(_problems(sorted(results, key=lambda result: result.path)))


def _problems(results: Sequence[DocumentResult]) -> Iterator[Row]:
    for result in results:
        for problem in result.problems:
            yield {
                "doc_id": problem.doc_id,
                "path": problem.path,
                "stage": problem.stage,
                "code": problem.code,
                "severity": problem.severity.value,
                "message": problem.message,
                "hint": problem.hint,
            }
