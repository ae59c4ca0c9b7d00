"""The component that sets tags, parts of speech and morphological features."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from spacy.attrs import MORPH, POS, TAG  # type: ignore[import-not-found]  # compiled, no stubs
from spacy.language import Language
from spacy.symbols import IDS  # type: ignore[import-not-found]  # compiled, no stubs
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.annotate.core.files import FileComponent
from pipeline.annotate.core.scores import scores_of

SPACE_TAG = "_SP"


class Tagger(FileComponent):
    """Turns the best tag and form of each word into spaCy's attributes."""

    FILES = ("labels.json",)

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.vocab = vocab

    def load(self) -> None:
        """Put the labels into the vocabulary's numbering."""
        labels: dict[str, list[str]] = json.loads(self.contents["labels.json"])
        self.labels = tuple(labels["tags"])
        strings, morphology = self.vocab.strings, self.vocab.morphology
        self._tags = np.array([strings.add(tag) for tag in labels["tags"]], dtype=np.uint64)
        parts = [form.partition("|") for form in labels["forms"]]
        self._pos = np.array([IDS[part[0]] for part in parts], dtype=np.uint64)
        self._morphs = np.array([morphology.add(part[2] or "_") for part in parts], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        scores = scores_of(doc)
        values: Any = np.empty((len(doc), 3), dtype=np.uint64)
        values[:] = (
            self.vocab.strings.add(SPACE_TAG),
            IDS["SPACE"],
            self.vocab.morphology.add("_"),
        )
        if len(scores.tokens):
            values[scores.tokens, 0] = self._tags[scores.tags]
            values[scores.tokens, 1] = self._pos[scores.forms]
            values[scores.tokens, 2] = self._morphs[scores.forms]
        doc.from_array([TAG, POS, MORPH], values)
        return doc


@Language.factory("entente_tagger", assigns=["token.tag", "token.pos", "token.morph"])
def create_tagger(nlp: Language, name: str) -> Tagger:
    """Factory named in the core's config."""
    return Tagger(nlp.vocab)
