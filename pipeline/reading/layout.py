"""Lines of plain text -> pieces: what is a heading, a paragraph, a list item.

Plain text says this only by its looks. A line break is taken for a wrapped line, unless the next
line's first word would have fitted on the line: then somebody broke it there on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.reading.labels import is_label
from pipeline.reading.lines import Line
from pipeline.reading.pieces import Piece, begins_lower, connects, ends_sentence
from pipeline.records import BlockKind

#: No page is this wide: a longer line is a paragraph that nobody wrapped.
_MAX_WRAP_WIDTH = 160

#: Share of the text on longer lines above which no line is wrapped.
_UNWRAPPED = 0.2

#: Nobody wraps a document narrower than this; a pull quote may be.
_MIN_WRAP_WIDTH = 60
_MIN_COLUMN_WIDTH = 30
_LINES_THAT_SHOW_WIDTH = 40

#: Share of the wrap width below which a line is short on purpose; proportional fonts vary by less.
_CLEARLY_SHORT = 0.6
_SHORT = 0.9

_MAX_HEADING_WORDS = 16
_MAX_PLAIN_HEADING_WORDS = 10  # of a heading without capitals
_MAX_HEADING_CHARACTERS = 120
_PARAGRAPH_INDENT = 2

#: What starts a list item. A capital with a stop is none: it may be an initial ("J. Okoro said").
_BULLET = re.compile(r"(?:[•▪◦‣●○■□►➢✓·*+–-]|\(?\d{1,3}[.)]|\([a-z]{1,4}\)|[a-z]\))\s+(?=\S)")
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}\.|[A-H]\.)\s+")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SMALL_WORDS = frozenset(
    "a an and as at between but by for from in into its nor of on or over per s the to under "
    "upon versus via vs with without".split()
)


class Layout:
    """The layout of one text: how wide it is wrapped, and what its blocks are by that."""

    def __init__(self, blocks: Sequence[Sequence[Line]]) -> None:
        lengths = sorted(len(line.text) for block in blocks for line in block)
        unwrapped = sum(length for length in lengths if length > _MAX_WRAP_WIDTH)
        wrapped = [length for length in lengths if length <= _MAX_WRAP_WIDTH]
        self._unwrapped = unwrapped > _UNWRAPPED * sum(lengths)
        usual = wrapped[round(0.95 * (len(wrapped) - 1))] if wrapped else 0
        self._width = max(_MIN_WRAP_WIDTH, usual)

    def pieces(self, block: Sequence[Line], after: str, *, after_gap: bool) -> list[Piece]:
        """Returns the pieces of a block, which is a run of lines without a blank one.

        Args:
            after: the line that follows the block in the text; empty at the end.
            after_gap: a page break or a pull quote stood before the block.
        """
        pieces: list[Piece] = []
        rest = list(block)
        while rest:
            kind, size = self._next(rest, after)
            lines = tuple(line.text for line in rest[:size])
            if kind is BlockKind.LIST_ITEM:
                lines = (strip_bullet(lines[0]), *lines[1:])
            if not all(_UNDERLINE.fullmatch(line) for line in lines):
                pieces.append(
                    Piece(
                        kind=kind,
                        lines=tuple(line for line in lines if not _UNDERLINE.fullmatch(line)),
                        page=rest[0].page,
                        after_gap=after_gap and not pieces,
                    )
                )
            rest = rest[size:]
        return pieces

    def _next(self, lines: Sequence[Line], after: str) -> tuple[BlockKind, int]:
        """Returns what the lines begin with and how many of them it takes."""
        heading = self._heading_size(lines, after)
        if heading:
            return BlockKind.HEADING, heading
        kind = BlockKind.LIST_ITEM if _BULLET.match(lines[0].text) else BlockKind.PARAGRAPH
        width, size = self._width_of(lines), 1
        in_list = kind is BlockKind.LIST_ITEM or _has_list(lines)
        while size < len(lines):
            before, line = lines[size - 1], lines[size]
            if self._is_intended(before, line, in_list=in_list):
                break
            short = _fits(before, line, _CLEARLY_SHORT * width)
            if short and (
                ends_sentence(before.text) or (size == 1 and _could_be_label(before, line))
            ):
                break
            size += 1
        return kind, size

    def _is_intended(self, before: Line, line: Line, *, in_list: bool) -> bool:
        """Tells whether a new piece begins with the line, however wide the one before is."""
        if self._unwrapped or len(before.text) > _MAX_WRAP_WIDTH:
            return True
        if _UNDERLINE.fullmatch(line.text):
            return True
        if _BULLET.match(line.text):
            return in_list or ends_sentence(before.text)
        indented = line.indent - before.indent >= _PARAGRAPH_INDENT
        return indented and not in_list and ends_sentence(before.text)

    def _width_of(self, lines: Sequence[Line]) -> int:
        """Returns how wide the lines are wrapped; a pull quote is narrower than the rest."""
        lengths = [len(line.text) for line in lines[:_LINES_THAT_SHOW_WIDTH]]
        width = max(lengths)
        even = len(lengths) > 2 and min(lengths[:-1]) >= _CLEARLY_SHORT * width
        is_column = even and width >= _MIN_COLUMN_WIDTH
        return width if is_column or width >= _CLEARLY_SHORT * self._width else self._width

    def _heading_size(self, lines: Sequence[Line], after: str) -> int:
        """Returns how many lines at the start are one heading; 0 where they are none."""
        if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1].text):
            return 2 if _could_be_heading(lines[0].text) else 0
        size = 1
        while size < len(lines) and _continues_heading(lines[size - 1].text, lines[size].text):
            size += 1
        text = " ".join(line.text for line in lines[:size])
        if not _could_be_heading(text):
            return 0
        following = lines[size].text if size < len(lines) else after
        if begins_lower(following) or (_BULLET.match(text) and _BULLET.match(following)):
            return 0
        brief = len(text.split()) <= _MAX_PLAIN_HEADING_WORDS and not text.endswith(":")
        if size == len(lines):
            apart = size == 1 and brief and bool(following)
            return size if _looks_titled(text) or apart else 0
        share = _SHORT if _looks_titled(text) else _CLEARLY_SHORT if brief else 0
        return size if _fits(lines[size - 1], lines[size], share * self._width_of(lines)) else 0


def looks_like_heading(lines: Sequence[str]) -> bool:
    """Tells whether a block has the form of a heading by itself, whatever stands around it."""
    text = " ".join(lines)
    short = len(text.split()) <= _MAX_PLAIN_HEADING_WORDS
    return _could_be_heading(text) and (_looks_titled(text) or short)


def _fits(before: Line, line: Line, width: float) -> bool:
    """Tells whether the line's first word would have fitted on the line before it."""
    return len(before.text) + 1 + len(line.text.partition(" ")[0]) <= width


def _has_list(lines: Sequence[Line]) -> bool:
    """Tells two bullets from a dash that happens to begin a line."""
    return sum(bool(_BULLET.match(line.text)) for line in lines[:_LINES_THAT_SHOW_WIDTH]) > 1


def _could_be_label(before: Line, line: Line) -> bool:
    return not connects(before.text) and not begins_lower(line.text)


def split_blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Returns the runs of lines between blank ones."""
    groups = groupby(lines, key=lambda line: bool(line.text))
    return [list(group) for filled, group in groups if filled]


def strip_bullet(text: str) -> str:
    """Returns the text without the bullet or number before it.

    Example: "(a) Demands that ..." becomes "Demands that ...".
    """
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text


def _could_be_heading(text: str) -> bool:
    bare = _NUMBERING.sub("", text)
    words = _WORD.findall(bare)
    return (
        1 <= len(words) <= _MAX_HEADING_WORDS
        and len(text) <= _MAX_HEADING_CHARACTERS
        and not begins_lower(bare)
        and not text.endswith((".", ";"))
        and not connects(text)
        and not _BULLET.match(bare)
        and not is_label(text)
    )


def _looks_titled(text: str) -> bool:
    """Tells a heading by its capitals: "Next Steps for the Alliance", "BACKGROUND"."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL_WORDS]
    return bool(words) and all(word[0].isupper() for word in words)


def _continues_heading(before: str, line: str) -> bool:
    """Tells a heading's second line: "Challenges of" + "Consolidation"."""
    titled = _looks_titled(before) and _looks_titled(line)
    return titled and not ends_sentence(before) and (connects(before) or begins_lower(line))
