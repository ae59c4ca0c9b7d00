"""The best dependency tree for a matrix of scores.

Belongs here: Chu and Liu's algorithm with one root. Does not belong here: labels, Docs.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.annotate.core.scores import Floats

Ints = npt.NDArray[np.int64]
ROOTS_TRIED = 4
NEVER = -1e9


def best_tree(scores: Floats) -> Ints:
    """Find the heads of one sentence.

    Args:
        scores: Score of each head (column) for each word (row); the diagonal is the score
            of being the root.

    Returns:
        The head of each word; the one root is its own head.
    """
    logs = _log_softmax(scores.astype(np.float64))
    heads: Ints = logs.argmax(axis=1)
    if _is_tree(heads):
        return heads
    best, best_total = heads, -np.inf
    for root in np.argsort(-np.diagonal(logs), kind="stable")[:ROOTS_TRIED]:
        tree = _rooted(logs, int(root))
        total = float(logs[np.arange(len(tree)), tree].sum())
        if total > best_total:
            best, best_total = tree, total
    return best


def _log_softmax(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    shifted = scores - scores.max(axis=1, keepdims=True)
    out: npt.NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return out


def _is_tree(heads: Ints) -> bool:
    own = heads == np.arange(len(heads))
    return int(own.sum()) == 1 and _find_cycle(heads, int(own.argmax())) is None


def _rooted(logs: npt.NDArray[np.float64], root: int) -> Ints:
    """The best tree with this root."""
    weights = logs.copy()
    np.fill_diagonal(weights, NEVER)
    weights[root] = NEVER
    weights[root, root] = 0.0
    return _contract(weights, root)


def _find_cycle(heads: Ints, root: int) -> list[int] | None:
    state = [0] * len(heads)
    state[root] = 2
    for first in range(len(heads)):
        at, path = first, []
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        for passed in path:
            state[passed] = 2
    return None


def _contract(weights: npt.NDArray[np.float64], root: int) -> Ints:
    """Best heads for ``weights`` (row: dependent): join each cycle into one word and go on."""
    heads: Ints = weights.argmax(axis=1)
    heads[root] = root
    cycle = _find_cycle(heads, root)
    if cycle is None:
        return heads
    ring = np.array(cycle)
    rest = np.array([i for i in range(len(heads)) if i not in set(cycle)], dtype=np.int64)
    gain = weights[ring, heads[ring]]
    # Into the ring: the word that gives up its arc in the ring for the new head.
    into = weights[np.ix_(ring, rest)] - gain[:, None]
    outof = weights[np.ix_(rest, ring)]
    entry, leave = into.argmax(axis=0), outof.argmax(axis=1)
    size = len(rest) + 1
    small = np.full((size, size), NEVER)
    small[:-1, :-1] = weights[np.ix_(rest, rest)]
    small[-1, :-1] = into[entry, np.arange(len(rest))]
    small[:-1, -1] = outof[np.arange(len(rest)), leave]
    found = _contract(small, int(np.flatnonzero(rest == root)[0]))
    for index, word in enumerate(rest):
        head = int(found[index])
        heads[word] = ring[leave[index]] if head == size - 1 else rest[head]
    chosen = int(found[-1])
    heads[ring[entry[chosen]]] = rest[chosen]
    return heads
