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
from pipeline.annotate.core.scores import Scores, scores_of

SPACE_TAG = "_SP"

PARTS: dict[str, tuple[str, ...]] = {
    "CC": ("CCONJ",),
    "CD": ("NUM",),
    "DT": ("DET", "PRON"),
    "EX": ("PRON",),
    "IN": ("ADP", "SCONJ"),
    "JJ": ("ADJ",),
    "JJR": ("ADJ",),
    "JJS": ("ADJ",),
    "MD": ("AUX",),
    "NN": ("NOUN", "PRON"),
    "NNS": ("NOUN",),
    "NNP": ("PROPN", "ADJ", "VERB"),
    "NNPS": ("PROPN",),
    "PDT": ("DET",),
    "POS": ("PART",),
    "PRP": ("PRON",),
    "PRP$": ("PRON",),
    "RB": ("ADV", "PART"),
    "RBR": ("ADV",),
    "RBS": ("ADV",),
    "RP": ("ADP",),
    "TO": ("PART",),
    "UH": ("INTJ",),
    "VB": ("VERB", "AUX"),
    "VBD": ("VERB", "AUX"),
    "VBG": ("VERB", "AUX"),
    "VBN": ("VERB", "AUX"),
    "VBP": ("VERB", "AUX"),
    "VBZ": ("VERB", "AUX"),
    "WDT": ("PRON", "DET"),
    "WP": ("PRON",),
    "WP$": ("PRON",),
    "WRB": ("ADV",),
}
"""The parts of speech that go with a tag in more than one of 200 words of EWT and GUM. The network
guesses tag and form apart; a verb's tag on an adjective's form would be no word of English."""


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
        self._suits = np.array(
            [[part[0] in PARTS.get(tag, (part[0],)) for part in parts] for tag in labels["tags"]]
        )
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
            forms = self._suiting(scores)
            values[scores.tokens, 0] = self._tags[scores.tags]
            values[scores.tokens, 1] = self._pos[forms]
            values[scores.tokens, 2] = self._morphs[forms]
        doc.from_array([TAG, POS, MORPH], values)
        return doc

    def _suiting(self, scores: Scores) -> Any:
        """The likeliest form of each word that suits its tag; the likeliest where none does."""
        suits = self._suits[scores.tags[:, None], scores.forms]
        return scores.forms[np.arange(len(suits)), suits.argmax(axis=1)]


@Language.factory("entente_tagger", assigns=["token.tag", "token.pos", "token.morph"])
def create_tagger(nlp: Language, name: str) -> Tagger:
    """Factory named in the core's config."""
    return Tagger(nlp.vocab)
