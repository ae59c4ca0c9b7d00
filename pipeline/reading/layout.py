"""Lines of plain text -> pieces: what is a heading, a paragraph, a list item.

Plain text says this only by its looks. A line break is taken for a wrapped line, unless the next
line's first word would have fitted on the line: then somebody broke it there on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.reading.lines import Line
from pipeline.reading.pieces import Piece, begins_lower, connects, ends_sentence
from pipeline.records import BlockKind

#: No page is this wide: a longer line is a paragraph that nobody wrapped.
_MAX_WRAP_WIDTH = 160

#: Nobody wraps a document narrower than this; a pull quote may be.
_MIN_WRAP_WIDTH = 60

#: Share of the wrap width below which a line is short on purpose; proportional fonts vary by less.
_CLEARLY_SHORT = 0.6
_SHORT = 0.9

_MAX_HEADING_WORDS = 16
_MAX_PLAIN_HEADING_WORDS = 10  # of a heading without capitals
_MAX_DATELINE_WORDS = 5
_MAX_HEADING_CHARACTERS = 120
_PARAGRAPH_INDENT = 2

#: What starts a list item. A capital with a stop is none: it may be an initial ("J. Okoro said").
_BULLET = re.compile(r"(?:[•▪◦‣●○■□►➢✓·*+–-]|\(?\d{1,3}[.)]|\([a-z]{1,4}\)|[a-z]\))\s+(?=\S)")
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}\.|[A-H]\.)\s+")
#: Lines that say something of the document and head no section: "Date: ...", "3 March 2021".
_LABEL = re.compile(
    r"(?:date|dated|published|issued|contact|ref(?:erence)?|author|by|from|to|subject|source|tel"
    r"|phone|e-?mail|no)\b\.?\s*:|\S+@\S+|https?:",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\b.*\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
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
        long = sum(length for length in lengths if length > _MAX_WRAP_WIDTH)
        wrapped = [length for length in lengths if length <= _MAX_WRAP_WIDTH]
        self._unwrapped = long > sum(wrapped)
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
        bullet = _BULLET.match(lines[0].text)
        kind = BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH
        size = 1
        while size < len(lines) and not self._breaks(lines, size):
            size += 1
        return kind, size

    def _breaks(self, lines: Sequence[Line], number: int) -> bool:
        """Tells whether a new piece begins with that line."""
        line, before = lines[number], lines[number - 1]
        if self._unwrapped or _UNDERLINE.fullmatch(line.text):
            return True
        in_list = any(_BULLET.match(earlier.text) for earlier in lines[:number])
        if _BULLET.match(line.text) and (in_list or ends_sentence(before.text)):
            return True
        if ends_sentence(before.text):
            indented = line.indent - before.indent >= _PARAGRAPH_INDENT
            return (indented and not in_list) or self._fits(lines, number, _CLEARLY_SHORT)
        label = number == 1 and not connects(before.text) and not begins_lower(line.text)
        return label and self._fits(lines, number, _CLEARLY_SHORT)

    def _fits(self, lines: Sequence[Line], number: int, share: float) -> bool:
        """Tells whether the line's first word would have fitted on the line before it."""
        first_word = lines[number].text.partition(" ")[0]
        width = max(len(line.text) for line in lines)
        if width < _CLEARLY_SHORT * self._width and len(lines) <= 2:
            width = self._width  # two short lines do not show their own width
        return len(lines[number - 1].text) + 1 + len(first_word) <= share * width

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
        brief = len(text.split()) <= _MAX_PLAIN_HEADING_WORDS
        if size == len(lines):
            return size if _looks_titled(text) or (size == 1 and brief) else 0
        if _looks_titled(text):
            return size if self._fits(lines, size, _SHORT) else 0
        return size if brief and self._fits(lines, size, _CLEARLY_SHORT) else 0


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
        and not text.endswith((".", ",", ";", "-", "–", "—", "\u00ad"))
        and not _BULLET.match(bare)
        and not _LABEL.match(text)
        and not (_DATED.search(text) and len(words) <= _MAX_DATELINE_WORDS)
    )


def _looks_titled(text: str) -> bool:
    """Tells a heading by its capitals: "Next Steps for the Alliance", "BACKGROUND"."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL_WORDS]
    return bool(words) and all(word[0].isupper() for word in words)


def _continues_heading(before: str, line: str) -> bool:
    """Tells a heading's second line: "Challenges of" + "Consolidation"."""
    titled = _looks_titled(before) and _looks_titled(line)
    return titled and not ends_sentence(before) and (connects(before) or begins_lower(line))
