"""What the core sees of a word besides its pieces: form, edges, shape, and the gap before it.

Belongs here: features computed from the text alone, by the same code in training and in
reading. The encoder is uncased, so case reaches the network only through these.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from spacy.lang.lex_attrs import word_shape
from spacy.strings import hash_string  # type: ignore[attr-defined]  # compiled, stub lacks it
from spacy.tokens import Doc

TABLES = (6000, 6000, 1500, 3000, 1500)
"""Rows of the hashed tables: form (twice, so that two words rarely collide), first and
last three letters, shape."""

NO_GAP, SPACE, LINE, BLOCK = range(4)
"""The gap before a token: none, blanks, a line break, an empty line or the edge of a block."""

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})


@lru_cache(maxsize=100_000)
def surface_ids(word: str) -> tuple[int, ...]:
    """The rows of a word in each of TABLES."""
    plain = word.translate(STRAIGHT)
    lower = plain.lower()
    form = hash_string(lower)
    keys = (
        form,
        form >> 24,
        hash_string(lower[:3]),
        hash_string(lower[-3:]),
        hash_string(word_shape(plain)),
    )
    return tuple(key % rows for key, rows in zip(keys, TABLES, strict=True))


def surface_rows(words: Sequence[str]) -> npt.NDArray[np.int64]:
    """The rows of many words, one line a word."""
    return np.array([surface_ids(word) for word in words], dtype=np.int64).reshape(-1, len(TABLES))


def gaps_of(doc: Doc, kept: Sequence[int], block_ends: Collection[int]) -> list[int]:
    """The gap before each token that is not white space.

    Args:
        doc: The tokens.
        kept: Indices of the tokens that are not white space.
        block_ends: Character offsets after which a block ends.

    Returns:
        One of NO_GAP, SPACE, LINE, BLOCK a token.
    """
    text = doc.text
    edges = sorted(block_ends)
    gaps: list[int] = []
    end, edge = 0, 0
    for index in kept:
        start = doc[index].idx
        between = text[end:start]
        crossed = False
        while edge < len(edges) and edges[edge] <= start:
            crossed, edge = crossed or edges[edge] > 0, edge + 1
        if crossed or not gaps or between.count("\n") > 1:
            gaps.append(BLOCK)
        elif "\n" in between:
            gaps.append(LINE)
        else:
            gaps.append(SPACE if between else NO_GAP)
        end = start + len(doc[index])
    return gaps
