"""The pieces of a document before they are one string: what every reader of a format gives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.records import BlockKind

#: Words after which a sentence goes on in the next line or block, capital or not.
_CONNECTING = frozenset(
    "a an and as at between by for from in into its nor of on or over that the their to under "
    "which with".split()
)
_CLOSERS = "\"'”’)]»"
_LAST_WORD = re.compile(r"(\w+)\W*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One heading, paragraph or list item, still in lines.

    Attributes:
        after_gap: a page break or a pull quote stood before it, so that it may go on with the
            sentence of the piece before.
    """

    kind: BlockKind
    lines: tuple[str, ...]
    page: int = 1
    after_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file's pieces and what else it says of itself.

    Attributes:
        head: its text in lines, for what stands in the first ones (date, issuer).
        metadata: front matter and the like, keys in lower case.
        pull_quotes: texts of blocks left out because the body has them.
        furniture: running headers, footers and page numbers left out.
    """

    pieces: tuple[Piece, ...]
    head: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    n_pages: int = 1
    pull_quotes: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


def ends_sentence(text: str) -> bool:
    """Tells whether nothing more is to come: a stop, or a colon before a list."""
    return text.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ":", ";"))


def connects(text: str) -> bool:
    """Tells whether the text ends where no sentence can: in a comma, a hyphen, a preposition."""
    last = _LAST_WORD.search(text)
    hanging = text.endswith((",", "-", "–", "—", "\u00ad"))
    return hanging or bool(last and last[1] in _CONNECTING)


def begins_lower(text: str) -> bool:
    """Tells whether the text's first letter is a small one with no more than quotes before it."""
    return text.lstrip("\"'“‘([…").lstrip()[:1].islower()


def goes_on(before: Piece, after: Piece) -> bool:
    """Tells whether `after` goes on with the sentence in which `before` ends."""
    if BlockKind.HEADING in (before.kind, after.kind) or after.kind is BlockKind.LIST_ITEM:
        return False
    end, start = before.lines[-1], after.lines[0]
    if ends_sentence(end):
        return False
    if begins_lower(start):
        return after.after_gap or _is_prose(before.lines)
    return after.after_gap and connects(end)


def _is_prose(lines: Sequence[str]) -> bool:
    return len(" ".join(lines).split()) >= 6  # fewer words are a label or an address
