"""The component that sets ``doc.ents``: the best well-formed tags of each sentence.

Belongs here: decoding of the name layer. Does not belong here: who a name refers to.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.annotate.core.labels import LAST, NAME_KINDS, NAME_TAGS, UNIT, allowed_next
from pipeline.annotate.core.parser import sentence_spans
from pipeline.annotate.core.scores import Floats, scores_of
from pipeline.annotate.core.trees import Ints

NEVER = -1e9


def _transitions() -> Floats:
    """0 where a tag may follow another, NEVER elsewhere."""
    size = len(NAME_TAGS)
    table = np.full((size, size), NEVER, dtype=np.float32)
    for before in range(size):
        free, kind = allowed_next(before)
        for after in range(size):
            after_free = after == 0 or (after - 1) % 4 in (0, UNIT)
            if (free and after_free) or (
                kind is not None and not after_free and (after - 1) // 4 == kind
            ):
                table[before, after] = 0.0
    return table


TRANSITIONS = _transitions()
OPENS = TRANSITIONS[0]
CLOSES = np.array(
    [0.0 if allowed_next(tag)[0] else NEVER for tag in range(len(NAME_TAGS))], dtype=np.float32
)


def best_tags(scores: Floats) -> Ints:
    """The best sequence of tags in which every name that begins also ends."""
    greedy: Ints = scores.argmax(axis=1)
    if not greedy.any():
        return greedy
    logs = scores - scores.max(axis=1, keepdims=True)
    logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
    total = logs[0] + OPENS
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        reach = total[:, None] + TRANSITIONS
        back[at] = reach.argmax(axis=0)
        total = reach[back[at], np.arange(len(NAME_TAGS))] + logs[at]
    tags = np.zeros(len(scores), dtype=np.int64)
    tags[-1] = int((total + CLOSES).argmax())
    for at in range(len(scores) - 1, 0, -1):
        tags[at - 1] = back[at, tags[at]]
    return tags


def spans_of(tags: Ints) -> Iterator[tuple[int, int, str]]:
    """The names in a sequence of tags: first, one past the last, kind."""
    start = 0
    for at, tag in enumerate(tags.tolist()):
        if tag == 0:
            continue
        kind, part = divmod(tag - 1, 4)
        if part in (0, UNIT):
            start = at
        if part in (LAST, UNIT):
            yield start, at + 1, NAME_KINDS[kind]


class NameFinder:
    """Reads names out of the scores; it has no weights of its own."""

    def __init__(self, vocab: Vocab) -> None:
        self.labels = NAME_KINDS
        for kind in NAME_KINDS:
            vocab.strings.add(kind)

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of one document."""
        scores = scores_of(doc)
        found: list[Span] = []
        for first, last in sentence_spans(scores):
            for start, end, kind in spans_of(best_tags(scores.names[first:last])):
                tokens = scores.tokens[first + start : first + end]
                found.append(Span(doc, int(tokens[0]), int(tokens[-1]) + 1, label=kind))
        doc.set_ents(found)
        return doc


@Language.factory("entente_names", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def create_names(nlp: Language, name: str) -> NameFinder:
    """Factory named in the core's config."""
    return NameFinder(nlp.vocab)
