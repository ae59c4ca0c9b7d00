"""Sentences of a parsed document, with ids that survive edits elsewhere in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.annotate.datelines import Dateline, inside_datelines
from pipeline.annotate.headlines import mend_headline, states_something
from pipeline.annotate.parse import Doc, Span
from pipeline.identity import stable_id
from pipeline.records import Block, BlockKind, DocumentText, Sentence


def split_sentences(
    doc: Doc, document: DocumentText, datelines: Sequence[Dateline] = ()
) -> tuple[Sentence, ...]:
    """Returns the document's sentences; headings are none unless they state something.

    A dateline, which the parser reads apart, is shown with the sentence behind it. An id is a hash
    of the document's path within its collection, the sentence's words and, where they recur, how
    often they stood before: an edit elsewhere in the document leaves it as it is.
    """
    seen: Counter[str] = Counter()
    found: list[Sentence] = []
    opened: int | None = None
    for span, block in _prose(doc, document):
        start, end = _trimmed(span)
        if start == end:
            continue
        if inside_datelines(datelines, start) and end < block.end:
            opened = start if opened is None else opened
            continue
        start, opened = (start if opened is None else opened), None
        text = " ".join(document.text[start:end].split())
        found.append(
            Sentence(
                sentence_id=stable_id("t", document.path, text, seen[text]),
                doc_id=document.doc_id,
                index=len(found),
                start=start,
                end=end,
                text=text,
                page=block.page,
                section=block.section,
            )
        )
        seen[text] += 1
    return tuple(found)


def mend_headlines(doc: Doc, document: DocumentText) -> None:
    """Mends the trees of headings in place."""
    for span, block in _in_blocks(doc, document):
        if block.kind is BlockKind.HEADING:
            mend_headline(span)


def _prose(doc: Doc, document: DocumentText) -> Iterator[tuple[Span, Block]]:
    """Yields the parser's sentences but for headings that are none, each with its block."""
    for span, block in _in_blocks(doc, document):
        if block.kind is not BlockKind.HEADING or states_something(span):
            yield span, block


def _in_blocks(doc: Doc, document: DocumentText) -> Iterator[tuple[Span, Block]]:
    """Yields the parser's sentences, each with its block."""
    blocks = document.blocks
    starts = [block.start for block in blocks]
    for span in doc.sents:
        start, _ = _trimmed(span)
        yield span, blocks[max(0, bisect_right(starts, start) - 1)]


def _trimmed(span: Span) -> tuple[int, int]:
    """Returns the sentence's character offsets without white space at its ends."""
    text = span.text
    start = span.start_char + len(text) - len(text.lstrip())
    return start, max(start, span.start_char + len(text.rstrip()))
