"""The component that reads: words to the scores of every task, once for all that follow.

Belongs here: running the two exported networks by onnxruntime. Does not belong here:
what the scores mean (tagger.py, parser.py, names.py) nor where windows end (windows.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnxruntime
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.core.files import FileComponent
from pipeline.annotate.core.pieces import WordPieces
from pipeline.annotate.core.scores import SCORES_KEY, Floats, Scores, block_ends_of
from pipeline.annotate.core.surface import gaps_of, surface_rows
from pipeline.annotate.core.windows import Window, plan_windows

HALF = np.float16

FORMS_KEPT = 5
"""Likeliest forms of a word that are kept, for the tagger to choose one that suits the tag."""


def _session(model: bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # A steady thread count and order of sums: the same text gives the same numbers.
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class Encoder(FileComponent):
    """Writes ``Scores`` on a Doc."""

    FILES = ("encoder.onnx", "heads.onnx", "tokenizer.json")

    def __init__(self, threads: int = 1) -> None:
        super().__init__()
        self.threads = threads

    def load(self) -> None:
        """Open both networks."""
        self._encoder = _session(self.contents["encoder.onnx"], self.threads)
        self._heads = _session(self.contents["heads.onnx"], self.threads)
        self._pieces = WordPieces.from_text(self.contents["tokenizer.json"].decode("utf-8"))
        self._outputs = [output.name for output in self._heads.get_outputs()]

    def __call__(self, doc: Doc) -> Doc:
        """Read one document, window by window."""
        kept = [token.i for token in doc if not token.is_space]
        words = [doc[i].text for i in kept]
        ends = block_ends_of(doc)
        gaps = gaps_of(doc, kept, ends)
        pieces = [self._pieces.of(word) for word in words]
        parts: dict[str, list[Any]] = {name: [] for name in self._outputs}
        for window in plan_windows([len(row) for row in pieces], gaps, words):
            for name, values in self._read(window, words, gaps, pieces).items():
                parts[name].append(values)
        doc.user_data[SCORES_KEY] = self._gather(doc, kept, ends, parts)
        return doc

    def _read(
        self,
        window: Window,
        words: Sequence[str],
        gaps: Sequence[int],
        pieces: Sequence[tuple[int, ...]],
    ) -> dict[str, Any]:
        inside = slice(window.start, window.end)
        vectors = self._vectors(pieces[inside])
        scored = self._heads.run(
            None,
            {
                "words": vectors[None],
                "rows": surface_rows(words[inside])[None],
                "gaps": np.array(gaps[inside], dtype=np.int64)[None],
            },
        )
        kept = slice(window.keep - window.start, window.keep_end - window.start)
        found = {name: out[0][kept] for name, out in zip(self._outputs, scored, strict=True)}
        return {name: _compact(name, values) for name, values in found.items()}

    def _vectors(self, pieces: Sequence[tuple[int, ...]]) -> Floats:
        """The mean vector of each word's pieces."""
        flat = [self._pieces.first, *(p for row in pieces for p in row), self._pieces.last]
        ids = np.array(flat, dtype=np.int64)[None]
        (states,) = self._encoder.run(None, {"pieces": ids})
        sizes = np.array([len(row) for row in pieces])
        firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        sums: Floats = np.add.reduceat(states[0][1:-1], firsts, axis=0)
        means: Floats = (sums / sizes[:, None]).astype(np.float32)
        return means

    def _gather(
        self, doc: Doc, kept: Sequence[int], ends: Sequence[int], parts: dict[str, list[Any]]
    ) -> Scores:
        whole: dict[str, Any] = {
            name: np.concatenate(rows) if rows else np.zeros((0, 1)) for name, rows in parts.items()
        }
        return Scores(tokens=np.array(kept, dtype=np.int64), edges=_edges(doc, kept, ends), **whole)


def _compact(name: str, values: Any) -> Any:
    """Only what later components need: best tags, half precision for the parser's sides."""
    if name == "tags":
        return values.argmax(-1).astype(np.int16)
    if name == "forms":
        return _likeliest(values).astype(np.int16)
    return values if name in ("starts", "names") else values.astype(HALF)


def _likeliest(values: Any) -> Any:
    """The numbers of the best forms of each word, best first, without putting all in order."""
    best = np.argpartition(-values, FORMS_KEPT, axis=-1)[:, :FORMS_KEPT]
    order = np.argsort(-np.take_along_axis(values, best, axis=-1), axis=-1, kind="stable")
    return np.take_along_axis(best, order, axis=-1)


def _edges(doc: Doc, kept: Sequence[int], ends: Sequence[int]) -> Any:
    """Marks each first word after a block end."""
    offsets = np.array([doc[i].idx for i in kept], dtype=np.int64)
    marks = np.zeros(len(kept), dtype=np.bool_)
    for at in np.searchsorted(offsets, np.array(ends, dtype=np.int64)):
        if at < len(kept):
            marks[at] = True
    return marks


@Language.factory(
    "entente_encoder",
    default_config={"threads": 1},
)
def create_encoder(nlp: Language, name: str, threads: int) -> Encoder:
    """Factory named in the core's config."""
    return Encoder(threads=threads)


def release(doc: Doc) -> Doc:
    """Drop the scores: a Doc is kept long after it is read, its arrays need not be."""
    doc.user_data.pop(SCORES_KEY, None)
    return doc


@Language.component("entente_release")
def release_component(doc: Doc) -> Doc:
    """The last component of the core."""
    return release(doc)
