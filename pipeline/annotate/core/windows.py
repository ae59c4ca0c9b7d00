"""Where a long document is cut for the encoder, which reads at most some 250 pieces at once.

Belongs here: the plan of windows. Does not belong here: running the network (encoder.py).

A window is planned from its own document alone and read alone, so that what stands
beside a document in a batch never changes its reading: the int8 network scales its
activations by the whole of what it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate.core.surface import BLOCK

LONGEST = 250
"""Most pieces in a window, its two edge marks not counted."""

CONTEXT = 40
"""Words read again before a cut inside a block, for what they tell of the next ones."""

STOPS = frozenset(".!?")


@dataclass(frozen=True, kw_only=True)
class Window:
    """Words ``start`` to ``end`` are read, of which ``keep`` to ``keep_end`` are kept."""

    start: int
    keep: int
    keep_end: int
    end: int


def plan_windows(sizes: Sequence[int], gaps: Sequence[int], words: Sequence[str]) -> list[Window]:
    """Cut a document.

    Args:
        sizes: How many pieces each word has.
        gaps: The gap before each word (see surface.py).
        words: The words.

    Returns:
        Windows whose kept parts follow each other without hole or overlap.
    """
    windows: list[Window] = []
    start = keep = 0
    while keep < len(sizes):
        end = _limit(sizes, start)
        cut, shared = _cut(keep, end, gaps, words) if end < len(sizes) else (end, False)
        windows.append(Window(start=start, keep=keep, keep_end=cut, end=end if shared else cut))
        keep = cut
        start = max(cut - CONTEXT, 0) if shared else cut
        while sum(sizes[start:keep]) > LONGEST // 3:
            start += 1
    return windows


def _limit(sizes: Sequence[int], start: int) -> int:
    total = 0
    for at in range(start, len(sizes)):
        total += sizes[at]
        if total > LONGEST:
            return at
    return len(sizes)


def _cut(keep: int, end: int, gaps: Sequence[int], words: Sequence[str]) -> tuple[int, bool]:
    """The end of the kept part, and whether it lies inside a block (then context is shared)."""
    middle = keep + (end - keep) // 3
    for at in range(end, middle, -1):
        if gaps[at] == BLOCK:
            return at, False
    for at in range(end - 1, middle, -1):
        if words[at - 1] in STOPS:
            return at, True
    return max(keep + (end - keep) * 3 // 4, keep + 1), True
