"""The component that finds sentences and their dependency trees.

Belongs here: sentence ends, arcs, labels, and the place of white space in the tree.

A sentence never crosses an offset in ``doc.user_data["block_ends"]``. A white-space
token hangs on the word before it, or on the word after it where a block ends between.
"""

from __future__ import annotations

import io
import json
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD  # type: ignore[import-not-found]  # compiled, no stubs
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from threadpoolctl import ThreadpoolController

from pipeline.annotate.core.files import FileComponent
from pipeline.annotate.core.scores import Floats, Scores, block_ends_of, scores_of
from pipeline.annotate.core.trees import Ints, best_tree

ROOT = "ROOT"
SPACE_DEP = "dep"
LONGEST_SENTENCE = 300
"""Words; beyond, it is no sentence, and the matrix of arcs grows with the square."""

LONGEST_HEADING = 25
"""Words in a block without an end mark, up to which it is a heading."""

WORDS_AT_ONCE = 64
"""Words whose labels are scored together; more of them do not fit a processor's cache."""


class Parser(FileComponent):
    """Scores arcs from the two sides of each word and takes the best tree."""

    FILES = ("labels.json", "biaffine.npz")

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.vocab = vocab

    def load(self) -> None:
        """Open the weights of the arc and label scorers."""
        labels: list[str] = json.loads(self.contents["labels.json"])["deps"]
        self.labels = tuple(labels)
        self._deps = np.array([self.vocab.strings.add(label) for label in labels], dtype=np.uint64)
        for label in (ROOT, SPACE_DEP):
            self.vocab.strings.add(label)
        with np.load(io.BytesIO(self.contents["biaffine.npz"])) as stored:
            self._weights: dict[str, Floats] = {n: stored[n].astype(np.float32) for n in stored}
        # The label of a word with a head is never the root's.
        self._never = np.array([label == "root" for label in labels])
        self._threads = ThreadpoolController()

    def __call__(self, doc: Doc) -> Doc:
        """Parse one document."""
        if not len(doc):
            return doc
        scores = scores_of(doc)
        scores.starts[_false_starts(doc, scores)] = -1.0  # no sentence of English begins so
        heads = np.arange(len(doc), dtype=np.int64)
        deps = np.full(len(doc), self.vocab.strings[ROOT], dtype=np.uint64)
        # These products are small: on several threads they wait for each other, on a busy machine
        # ten times as long as they take on one.
        with self._threads.limit(limits=1, user_api="blas"):
            words = self._heads(scores)
            labels = self._labels(scores, words)
        tokens = scores.tokens
        heads[tokens] = tokens[words]
        named = words != np.arange(len(words))
        deps[tokens[named]] = self._deps[labels[named]]
        self._hang_space(doc, scores, heads, deps)
        self._write(doc, heads, deps)
        return doc

    def _heads(self, scores: Scores) -> Ints:
        """The head of every word of a document, as the number of a word."""
        w = self._weights
        found = np.empty(len(scores.tokens), dtype=np.int64)
        for start, end in sentence_spans(scores):
            dep = scores.arc_dep[start:end].astype(np.float32)
            head = scores.arc_head[start:end].astype(np.float32)
            arcs = (dep @ w["arc"] + w["arc_bias"]) @ head.T
            np.fill_diagonal(arcs, dep @ w["root"])
            found[start:end] = start + best_tree(arcs.astype(np.float32))
        return found

    def _labels(self, scores: Scores, heads: Ints) -> Ints:
        """The label of every word's arc, as its number."""
        w = self._weights
        found = np.empty(len(heads), dtype=np.int64)
        for start in range(0, len(heads), WORDS_AT_ONCE):
            some = slice(start, start + WORDS_AT_ONCE)
            low = scores.rel_dep[some].astype(np.float32)
            high = scores.rel_head[heads[some]].astype(np.float32)
            mixed = (low @ w["rel"]).reshape(len(low), -1, low.shape[1])
            labels = (mixed @ high[:, :, None])[:, :, 0]
            labels += low @ w["rel_dep"] + w["rel_bias"] + high @ w["rel_head"]
            labels[:, self._never] = -np.inf
            found[some] = labels.argmax(axis=1)
        return found

    def _hang_space(self, doc: Doc, scores: Scores, heads: Ints, deps: Any) -> None:
        """Give white-space tokens a head inside the sentence that they stand in."""
        words = scores.tokens
        if len(words) == len(doc):
            return
        if not len(words):
            heads[:] = 0
            deps[1:] = self.vocab.strings[SPACE_DEP]
            return
        ends = np.array(block_ends_of(doc), dtype=np.int64)
        spaces = np.setdiff1d(np.arange(len(doc)), words)
        for space in spaces:
            after = int(np.searchsorted(words, space))
            before = after - 1
            if before < 0 or (
                after < len(words) and _ends_between(doc, ends, words[before], space)
            ):
                heads[space] = words[after]
            else:
                heads[space] = words[before]
            deps[space] = self.vocab.strings[SPACE_DEP]

    def _write(self, doc: Doc, heads: Ints, deps: Any) -> None:
        values: Any = np.empty((len(doc), 2), dtype=np.uint64)
        values[:, 0] = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
        values[:, 1] = deps
        doc.from_array([HEAD, DEP], values)


def _false_starts(doc: Doc, scores: Scores) -> list[int]:
    """Returns the words that seem to begin a sentence right behind a word or number.

    Those in small letters never do, those in capitals not in a heading ("Council Condemns Raid").
    """
    words = scores.tokens
    edges = [0, *np.flatnonzero(scores.edges).tolist(), len(words)]
    found = []
    for number in np.flatnonzero(scores.starts > 0.0).tolist():
        word = int(words[number])
        if not number or words[number - 1] != word - 1 or not doc[word - 1].text[-1].isalnum():
            continue
        place = bisect_right(edges, number)
        start, end = edges[place - 1], edges[place]
        is_heading = end - start <= LONGEST_HEADING and doc[int(words[end - 1])].text[-1].isalnum()
        if is_heading or doc[word].text[0].islower():
            found.append(number)
    return found


def _ends_between(doc: Doc, ends: Ints, word: int, space: int) -> bool:
    """Whether a block ends after the word and before the white space."""
    token = doc[int(word)]
    first = int(np.searchsorted(ends, token.idx + len(token)))
    return first < len(ends) and bool(ends[first] <= doc[int(space)].idx)


def sentence_spans(scores: Scores) -> Iterator[tuple[int, int]]:
    """The sentences, as first word and one past the last."""
    count = len(scores.tokens)
    opens = (scores.starts > 0.0) | scores.edges
    if count:
        opens[0] = True
    firsts = [*np.flatnonzero(opens).tolist(), count]
    for start, end in pairwise(firsts):
        yield from _bounded(scores.starts, start, end)


def _bounded(starts: Floats, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split what is too long at its likeliest inner start."""
    if end - start <= LONGEST_SENTENCE:
        yield start, end
        return
    inner = starts[start + 1 : end]
    cut = start + 1 + int(inner.argmax())
    if min(cut - start, end - cut) < 10:
        cut = (start + end) // 2
    yield from _bounded(starts, start, cut)
    yield from _bounded(starts, cut, end)


@Language.factory(
    "entente_parser",
    assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"],
)
def create_parser(nlp: Language, name: str) -> Parser:
    """Factory named in the core's config."""
    return Parser(nlp.vocab)
