"""Pieces -> the canonical string with its blocks.

From here on the text does not change: every offset of every table indexes it. Paragraphs that a
page break or a pull quote cut in two are whole again, words broken over line ends too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.hyphens import join_lines
from pipeline.reading.pieces import Piece, goes_on
from pipeline.reading.words import Lexicon
from pipeline.records import Block, BlockKind

#: What stands between two blocks.
SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The canonical string and the blocks that tile it but for the separators."""

    text: str
    blocks: tuple[Block, ...]


def assemble(pieces: Sequence[Piece]) -> Assembled:
    r"""Returns the pieces as one string, each one line, with a blank line between them.

    Example: a heading "Summary" and the lines "The two", "met." give "Summary\n\nThe two met.".
    """
    lexicon = Lexicon(line for piece in pieces for line in piece.lines)
    parts: list[str] = []
    blocks: list[Block] = []
    position, section = 0, ""
    for piece in _whole(pieces):
        text = join_lines(piece.lines, lexicon)
        if not text:
            continue
        if parts:
            position += len(SEPARATOR)
        if piece.kind is BlockKind.HEADING:
            section = text
        end = position + len(text)
        blocks.append(
            Block(start=position, end=end, kind=piece.kind, page=piece.page, section=section)
        )
        parts.append(text)
        position = end
    return Assembled(text=SEPARATOR.join(parts), blocks=tuple(blocks))


def _whole(pieces: Sequence[Piece]) -> list[Piece]:
    """Returns the pieces, those that go on with one another's sentence as one."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and goes_on(whole[-1], piece):
            before = whole[-1]
            whole[-1] = Piece(
                kind=before.kind,
                lines=(*before.lines, *piece.lines),
                page=before.page,
                after_gap=before.after_gap,
            )
        else:
            whole.append(piece)
    return whole
