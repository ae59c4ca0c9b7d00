"""Finds pull quotes: lines that say again what stands elsewhere in the text.

A pull quote is a block, or a run of whole lines between two sentences, whose letters and digits
occur elsewhere in the document in the same order; hyphens, spaces and quotation marks do not count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

#: Shorter blocks repeat by chance ("Ministry of Foreign Affairs").
_MIN_LETTERS = 40
_MIN_WORDS = 6

#: Letters that the search for repeats compares first.
_KEY = 32

#: A line that begins like more others than this is data, not a pull quote.
_MAX_OCCURRENCES = 20

_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
_BEGINS_SENTENCE = re.compile(r"[\"'“‘(\[…]*[A-Z0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Lines `first` to `last` (numbers over the whole text), said again at `other`."""

    first: int
    last: int
    other: int
    size: int
    whole_block: bool


def repeated_lines(
    blocks: Sequence[Sequence[str]], *, headings: Collection[int] = ()
) -> list[list[int]]:
    """Returns the pull quotes, each as the numbers of its lines, counted over all blocks.

    Example: of the blocks ["The two neighbours signed a treaty on", "river trade in May. It
    failed."] and ["The two neighbours signed a treaty on river trade in May."] the second, line
    number 2, is a pull quote: [[2]].

    Of two equal blocks the later one is.

    Args:
        headings: numbers of blocks that are none, whatever else has their words: a table of
            contents, or the sentence that a headline is taken from.
    """
    text = _Letters(blocks, headings)
    dropped: list[list[int]] = []
    gone: set[int] = set()
    runs = sorted(text.runs(), key=lambda run: (not run.whole_block, run.size, -run.first))
    for run in runs:
        lines = range(run.first, run.last + 1)
        others = range(text.line_at(run.other), text.line_at(run.other + run.size - 1) + 1)
        if gone.isdisjoint(lines) and gone.isdisjoint(others):
            dropped.append(list(lines))
            gone.update(lines)
    return sorted(dropped)


class _Letters:
    """The letters and digits of all lines in one string, with where each line lies in it."""

    def __init__(self, blocks: Sequence[Sequence[str]], headings: Collection[int]) -> None:
        self.headings = frozenset(headings)
        self.lines = [line for block in blocks for line in block]
        self.block_of = [number for number, block in enumerate(blocks) for _ in block]
        folded = ["".join(filter(str.isalnum, line.casefold())) for line in self.lines]
        self.stream = "".join(folded)
        self.starts: list[int] = []
        position = 0
        for letters in folded:
            self.starts.append(position)
            position += len(letters)
        self.ends = [*self.starts[1:], position]

    def line_at(self, position: int) -> int:
        """Returns the number of the line that the letter at the position belongs to."""
        return bisect_right(self.starts, position) - 1

    def runs(self) -> Iterator[_Run]:
        """Yields every run of lines that may be a pull quote."""
        keys = {
            self.stream[start : start + _KEY]
            for number, start in enumerate(self.starts)
            if self._may_begin(number)
        }
        places: dict[str, list[int]] = defaultdict(list)
        for position in range(len(self.stream) - _KEY + 1):
            key = self.stream[position : position + _KEY]
            if key in keys:
                places[key].append(position)
        for number, start in enumerate(self.starts):
            found = places.get(self.stream[start : start + _KEY], [])
            if self._may_begin(number) and len(found) <= _MAX_OCCURRENCES:
                yield from self._runs_at(number, found)

    def _runs_at(self, first: int, positions: Sequence[int]) -> Iterator[_Run]:
        start, block_end = self.starts[first], self._block_end(first)
        for other in positions:
            if other == start:
                continue
            room = other - start if other > start else start - other
            size = min(self._common(start, other), block_end - start, room)
            last = bisect_right(self.ends, start + size, lo=first) - 1
            if last >= first and self._is_quote(first, last):
                yield _Run(
                    first=first,
                    last=last,
                    other=other,
                    size=self.ends[last] - start,
                    whole_block=self._is_whole_block(first, last),
                )

    def _common(self, one: int, two: int) -> int:
        """Returns how many letters are the same from both positions on."""
        size, limit = 0, len(self.stream) - max(one, two)
        step = _KEY
        while size < limit:
            if self.stream.startswith(self.stream[one + size : one + size + step], two + size):
                size = min(size + step, limit)
                step *= 2
            elif step == 1:
                break
            else:
                step = max(1, step // 4)
        return size

    def _block_end(self, line: int) -> int:
        after = bisect_right(self.block_of, self.block_of[line])
        return self.ends[after - 1]

    def _may_begin(self, line: int) -> bool:
        if self.block_of[line] in self.headings:
            return False
        return self._starts_block(line) or bool(
            _ENDS_SENTENCE.search(self.lines[line - 1]) and _BEGINS_SENTENCE.match(self.lines[line])
        )

    def _starts_block(self, line: int) -> bool:
        return line == 0 or self.block_of[line] != self.block_of[line - 1]

    def _is_whole_block(self, first: int, last: int) -> bool:
        ends = last + 1 == len(self.lines) or self.block_of[last + 1] != self.block_of[last]
        return ends and self._starts_block(first)

    def _is_quote(self, first: int, last: int) -> bool:
        words = sum(len(line.split()) for line in self.lines[first : last + 1])
        letters = self.ends[last] - self.starts[first]
        if words < _MIN_WORDS or letters < _MIN_LETTERS:
            return False
        if self._is_whole_block(first, last):
            return True
        sentence = _BEGINS_SENTENCE.match(self.lines[first])
        return bool(sentence and _ENDS_SENTENCE.search(self.lines[last]))
