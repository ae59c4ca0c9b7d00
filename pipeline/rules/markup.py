"""Inline markup of example sentences, e.g. "[Iran](source) [left](trigger) [OPEC](target).".

The same notation serves rules, tests and `entente explain`. Brackets that are not followed by a
known name in round brackets are an error, so that a typo never makes an example that tests nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

#: What a mark may say. `cue` and `speaker` are for tests of qualifiers and attribution.
MARKS = frozenset({"source", "target", "party", "trigger", "cue", "speaker", "date", "place"})

_MARK = re.compile(r"\[([^\[\]]+)\]\(([^()]*)\)")
_STRAY = re.compile(r"[\[\]]")


def parse_marked(marked: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Returns the plain sentence and its marks as (start, end, name), offsets in the plain text.

    A span may carry several names: "[its](source+target)".

    Example: "[Iran](source) [left](trigger)." -> ("Iran left.", ((0, 4, "source"), (5, 9, ...)))

    Raises:
        ValueError: a bracket is not closed or a mark has an unknown name.
    """
    plain: list[str] = []
    spans: list[tuple[int, int, str]] = []
    position = length = 0
    for found in _MARK.finditer(marked):
        between = marked[position : found.start()]
        length += len(between)
        plain.append(between)
        for name in found[2].split("+"):
            if name not in MARKS:
                raise ValueError(f'unknown mark "{name}", use one of {", ".join(sorted(MARKS))}')
            spans.append((length, length + len(found[1]), name))
        plain.append(found[1])
        length += len(found[1])
        position = found.end()
    plain.append(marked[position:])
    text = "".join(plain)
    if _STRAY.search(text):
        raise ValueError(f"a bracket is not closed or has no name after it: {marked!r}")
    return text, tuple(spans)


def print_marked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """Returns the sentence with its marks; the inverse of `parse_marked`.

    Spans may not overlap unless they are equal, when their names are joined by "+".
    """
    grouped: dict[tuple[int, int], list[str]] = {}
    for start, end, name in spans:
        names = grouped.setdefault((start, end), [])
        if name not in names:
            names.append(name)
    out: list[str] = []
    position = 0
    for (start, end), names in sorted(grouped.items()):
        if start < position:
            continue
        out.append(f"{text[position:start]}[{text[start:end]}]({'+'.join(names)})")
        position = end
    return "".join(out) + text[position:]
