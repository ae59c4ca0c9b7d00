"""Hand-built Docs: grammar without a model, exact and immune to retraining."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc as SpacyDoc

from pipeline.annotate.parse import Doc

#: With the word attributes (lower case, shape) that an empty vocabulary does not have.
VOCAB = English().vocab


def build_doc(rows: str) -> Doc:
    """Returns a Doc from lines of `word lemma pos tag head label`, heads as word numbers from 1.

    Example:
        1 line "Iran Iran PROPN NNP 2 nsubj" says that Iran is the subject of the second word.
    """
    table = [line.split() for line in rows.strip().splitlines()]
    words, lemmas, pos, tags, heads, labels = zip(*table, strict=True)
    source = SpacyDoc(
        VOCAB,
        words=list(words),
        lemmas=list(lemmas),
        pos=list(pos),
        tags=list(tags),
        heads=[int(head) - 1 for head in heads],
        deps=list(labels),
        sent_starts=[index == 0 for index in range(len(words))],
    )
    return Doc(source)


def texts(tokens: object) -> list[str]:
    """Returns the words of tokens."""
    return [token.text for token in tokens]  # type: ignore[attr-defined]
