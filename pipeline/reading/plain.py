"""Plain text -> pieces."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.reading.layout import Layout, looks_like_heading, split_blocks
from pipeline.reading.lines import Line, is_page_number, split_lines
from pipeline.reading.pieces import Piece, Source, begins_lower, connects, ends_sentence
from pipeline.reading.repeats import repeated_lines
from pipeline.records import BlockKind


def read_plain(text: str) -> Source:
    """Returns the pieces of a plain text whose characters are clean.

    Form feeds are page breaks, blank lines separate blocks; everything else is seen by its looks
    (`layout`).
    """
    lines, furniture = split_lines(text)
    blocks = split_blocks(lines)
    flat = [line for block in blocks for line in block]
    texts = [[line.text for line in block] for block in blocks]
    headings = [number for number, block in enumerate(texts) if looks_like_heading(block)]
    quotes = repeated_lines(texts, headings=headings)
    numbers = _interrupting_page_numbers(blocks)
    dropped = {number for quote in quotes for number in quote} | numbers
    return Source(
        pieces=tuple(_pieces(blocks, dropped)),
        head="\n".join(line.text for n, line in enumerate(flat) if n not in dropped),
        n_pages=flat[-1].page if flat else 1,
        pull_quotes=tuple(" ".join(flat[number].text for number in quote) for quote in quotes),
        furniture=(*furniture, *(flat[number].text for number in sorted(numbers))),
    )


def _interrupting_page_numbers(blocks: Sequence[Sequence[Line]]) -> set[int]:
    """Returns the lines that hold a number alone in the middle of a sentence."""
    found = set()
    first = 0
    for number, block in enumerate(blocks):
        if len(block) == 1 and is_page_number(block[0].text) and 0 < number < len(blocks) - 1:
            before, after = blocks[number - 1][-1].text, blocks[number + 1][0].text
            if not ends_sentence(before) and (begins_lower(after) or connects(before)):
                found.add(first)
        first += len(block)
    return found


def _pieces(blocks: Sequence[Sequence[Line]], dropped: Collection[int]) -> Iterator[Piece]:
    layout = Layout(blocks)
    kept = list(_kept(blocks, dropped))
    if len(kept) == 1 and len(kept[0][0]) == 1:  # one line heads nothing: "Iran Condemns Israel"
        line = kept[0][0][0]
        yield Piece(kind=BlockKind.PARAGRAPH, lines=(line.text,), page=line.page)
        return
    for number, (lines, after_gap) in enumerate(kept):
        after = kept[number + 1][0][0].text if number + 1 < len(kept) else ""
        yield from layout.pieces(lines, after, after_gap=after_gap)


def _kept(
    blocks: Sequence[Sequence[Line]], dropped: Collection[int]
) -> Iterator[tuple[list[Line], bool]]:
    """Yields what is left of each block, and whether a page break or a quote stood before it."""
    number, page, gap = 0, 1, False
    for block in blocks:
        lines: list[Line] = []
        gap_after = False
        for line in block:
            if number in dropped:
                gap, gap_after = gap or not lines, bool(lines)
            else:
                lines.append(line)
                gap_after = False
            number += 1
        if lines:
            yield lines, gap or lines[0].page != page
            page, gap = lines[-1].page, gap_after
