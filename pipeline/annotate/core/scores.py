"""What the encoder leaves on a Doc for the components after it, and takes away at the end.

Belongs here: the arrays of one document and their place in ``doc.user_data``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

SCORES_KEY = "core_scores"
BLOCK_ENDS_KEY = "block_ends"
"""Character offsets, set by the caller, after which a sentence must end."""

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]


@dataclass(frozen=True, kw_only=True)
class Scores:
    """The network's output by word; words are the tokens that are not white space."""

    tokens: npt.NDArray[np.int64]
    edges: npt.NDArray[np.bool_]
    """Whether a block, as given by the caller, begins at the word."""
    starts: Floats
    tags: npt.NDArray[np.int16]
    forms: npt.NDArray[np.int16]
    """The likeliest forms of each word, best first."""
    names: Floats
    arc_dep: Halves
    arc_head: Halves
    rel_dep: Halves
    rel_head: Halves


def scores_of(doc: Doc) -> Scores:
    """The scores on a Doc.

    Raises:
        KeyError: The encoder has not run, or its output is dropped already.
    """
    found = doc.user_data.get(SCORES_KEY)
    if not isinstance(found, Scores):
        raise KeyError("no scores on this Doc: the 'encoder' component must run before the others")
    return found


def block_ends_of(doc: Doc) -> list[int]:
    """The block ends that the caller set, in order; none is fine."""
    ends = doc.user_data.get(BLOCK_ENDS_KEY) or ()
    return sorted({int(end) for end in ends})
