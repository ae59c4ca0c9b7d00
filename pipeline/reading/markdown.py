"""Markdown -> pieces: the syntax goes, the text stays.

CommonMark with tables, read by markdown-it. Indented code is read as text, because briefs indent
paragraphs and do not hold code; images, comments and footnote marks are left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.reading.pieces import Piece, Source, ends_sentence
from pipeline.reading.repeats import repeated_lines
from pipeline.records import BlockKind

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_LINE_TAG = re.compile(r"<(?:br|p|div|tr|li)\b[^>]*>", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]+\]:?")


def read_markdown(text: str) -> Source:
    """Returns the pieces of a Markdown text whose characters are clean.

    A block quote that repeats the body is a pull quote and left out.
    """
    metadata, body = split_front_matter(text.replace("\f", "\n\n"))
    tokens = MarkdownIt("commonmark").enable("table").disable("code").parse(body)
    pieces = _pieces(tokens)
    headings = [n for n, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING]
    quotes = repeated_lines([piece.lines for piece in pieces], headings=headings)
    flat = [line for piece in pieces for line in piece.lines]
    dropped = {number for quote in quotes for number in quote}
    return Source(
        pieces=tuple(_without(pieces, dropped)),
        head=body,
        metadata=metadata,
        pull_quotes=tuple(" ".join(flat[number] for number in quote) for quote in quotes),
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Returns the front matter's values, keys in lower case, and the text after it.

    Every value is read as text, so that a country `NO` is not false. What is no front matter (no
    mapping, or no YAML) stays in the text.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    try:
        values = yaml.load(match[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return {}, text
    if not isinstance(values, Mapping):
        return {}, text
    metadata = {str(k).lower(): v for k, v in values.items() if isinstance(v, str)}
    return metadata, text[match.end() :]


def _pieces(tokens: Sequence[Token]) -> list[Piece]:
    pieces: list[Piece] = []
    in_heading, in_list = False, 0
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            in_heading = token.nesting == 1
        elif token.type in ("list_item_open", "list_item_close"):
            in_list += token.nesting
        lines = _lines(token)
        if not lines:
            continue
        if in_heading or (not in_list and _is_bold(token)):
            kind = BlockKind.HEADING
        else:
            kind = BlockKind.LIST_ITEM if in_list else BlockKind.PARAGRAPH
        pieces.append(Piece(kind=kind, lines=lines))
    return pieces


def _is_bold(token: Token) -> bool:
    """Tells a line that is bold throughout and has no stop: a heading in many a brief."""
    children = token.children or []
    types = [child.type for child in children]
    whole = types == ["text", "strong_open", "text", "strong_close", "text"] or types == [
        "strong_open",
        "text",
        "strong_close",
    ]
    text = "".join(child.content for child in children).strip()
    outside = "".join(child.content for child in children if child.level == 0).strip()
    return whole and not outside and not ends_sentence(text.rstrip(":"))


def _lines(token: Token) -> tuple[str, ...]:
    if token.type == "inline":
        text = _inline(token.children or [])
    elif token.type in ("fence", "code_block"):
        text = token.content
    elif token.type == "html_block":
        text = _TAG.sub("", _LINE_TAG.sub("\n", _COMMENT.sub("", token.content)))
    else:
        return ()
    text = _FOOTNOTE_MARK.sub("", text)
    return tuple(folded for line in text.split("\n") if (folded := " ".join(line.split())))


def _inline(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak") or _LINE_TAG.match(token.content):
            parts.append("\n")
    return "".join(parts)


def _without(pieces: Sequence[Piece], dropped: Collection[int]) -> list[Piece]:
    kept: list[Piece] = []
    first, gap = 0, False
    for piece in pieces:
        lines = tuple(line for n, line in enumerate(piece.lines, start=first) if n not in dropped)
        first += len(piece.lines)
        if lines:
            kept.append(Piece(kind=piece.kind, lines=lines, after_gap=gap))
        gap = not lines
    return kept
