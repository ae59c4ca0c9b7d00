"""Text -> lines on pages, without what a page repeats: running headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_PAGE_NUMBER = re.compile(
    r"\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
#: A header stands on most pages, but a new chapter's first page may leave it out.
_MIN_PAGES_WITH_HEADER = 3
_SPACE_RUN = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its outer spaces; empty for a blank line, which separates paragraphs.

    Attributes:
        indent: spaces before it.
        page: its page, from 1.
    """

    text: str
    indent: int = 0
    page: int = 1


def split_lines(text: str) -> tuple[list[Line], list[str]]:
    """Returns the lines of a clean text and the running headers, footers and page numbers left out.

    A form feed ends a page. Between two pages stands a blank line.
    """
    pages = [_lines_of(page, number) for number, page in enumerate(text.split("\f"), start=1)]
    furniture = _repeated_edges(pages) if len(pages) > 1 else frozenset()
    lines: list[Line] = []
    dropped: list[str] = []
    for page in pages:
        edges = _edges(page) if len(pages) > 1 else []
        for number, line in enumerate(page):
            if number in edges and _is_furniture(line.text, furniture):
                dropped.append(line.text)
            else:
                lines.append(line)
        lines.append(Line(text="", page=page[-1].page))
    return lines, dropped


def _lines_of(page: str, number: int) -> list[Line]:
    lines = []
    for raw in page.split("\n"):
        expanded = raw.expandtabs(4)
        text = _SPACE_RUN.sub(" ", expanded.strip())
        indent = len(expanded) - len(expanded.lstrip())
        lines.append(Line(text=text, indent=indent, page=number))
    return lines


def _edges(page: Sequence[Line]) -> list[int]:
    """Returns the numbers of the page's first and last line with text."""
    filled = [number for number, line in enumerate(page) if line.text]
    return [filled[0], filled[-1]] if filled else []


def _repeated_edges(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    counts = Counter(_shape(page[number].text) for page in pages for number in set(_edges(page)))
    enough = max(_MIN_PAGES_WITH_HEADER, len(pages) / 4)
    return frozenset(shape for shape, count in counts.items() if count >= enough)


def _shape(text: str) -> str:
    """Returns the text with its numbers made alike: "Page 3 of 9" on every page."""
    return re.sub(r"\d+", "#", text.casefold())


def is_page_number(text: str) -> bool:
    """Tells a line that holds a page number and nothing else: "12", "Page 3 of 9", "iv"."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def _is_furniture(text: str, furniture: frozenset[str]) -> bool:
    return is_page_number(text) or _shape(text) in furniture
