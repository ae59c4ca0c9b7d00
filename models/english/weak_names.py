"""Names for treebank texts that nobody annotated for names: self-training.

Belongs here: what an earlier core's names and the treebank's own tags say together. The core's
names count only where it was sure and the gold tags agree; all else is left open, so that training
learns from the tags where a name cannot be and never from a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from models.english.names import span_masks
from pipeline.annotate.core.labels import ANY_NAME
from pipeline.annotate.core.names import best_tags, spans_of
from pipeline.annotate.core.scores import scores_of

SURE = 0.9
"""Least probability that an earlier core gives each tag of a name (or of none) that is believed."""

PROPER = ("NNP", "NNPS")
UNTAGGED_KINDS = ("DATE", "NORP")
"""Kinds of name that need no proper noun: "last year", "Chadian"."""


def weak_masks(nlp: Language, text: str, tags: Sequence[str], starts: Sequence[int]) -> list[int]:
    """The tags that a token may have.

    Args:
        nlp: An earlier core whose last component, which drops the scores, is disabled.
        text: The text; where the core does not cut it into the words of the gold, nothing is known.
        tags: The gold tag of every word.
        starts: 1 for every word that opens a sentence.

    Returns:
        One mask a word.
    """
    scores = scores_of(nlp(text)).names
    if len(scores) != len(tags):
        return [ANY_NAME] * len(tags)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    masks = [ANY_NAME] * len(tags)
    for start, end in _sentences(starts):
        best = best_tags(scores[start:end])
        sure = shares[np.arange(start, end), best] > SURE
        _believe(masks, tags, start, best, sure)
    return masks


def _believe(
    masks: list[int],
    gold: Sequence[str],
    start: int,
    tags: NDArray[np.int64],
    sure: NDArray[np.bool_],
) -> None:
    """Write what is certain of one sentence into the masks."""
    for at, tag in enumerate(tags.tolist()):
        if tag == 0 and sure[at] and gold[start + at] not in (*PROPER, ""):
            masks[start + at] = 1
    for first, end, kind in spans_of(tags):
        proper = any(gold[start + at] in PROPER for at in range(first, end))
        if sure[first:end].all() and (proper or kind in UNTAGGED_KINDS):
            span_masks(masks, start + first, start + end, [kind])


def _sentences(starts: Sequence[int]) -> list[tuple[int, int]]:
    edges = sorted({0, *(at for at, mark in enumerate(starts) if mark == 1), len(starts)})
    return list(pairwise(edges))
