"""The labels of the core's name layer and how spans are written as tags.

Belongs here: the inventory of names and the begin/inside/last/unit scheme, shared by
training and reading. Does not belong here: decoding (names.py).
"""

from __future__ import annotations

NAME_KINDS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DATE")
OUTSIDE = "O"
NAME_TAGS = (OUTSIDE, *(f"{part}-{kind}" for kind in NAME_KINDS for part in "BILU"))
"""Tag at index ``1 + 4 * kind + part``: begin, inside, last, unit."""

ANY_NAME = (1 << len(NAME_TAGS)) - 1
"""Bit mask over NAME_TAGS that allows every tag: nothing is known of the token."""

BEGIN, INSIDE, LAST, UNIT = range(4)


def tag_index(kind: str, part: int) -> int:
    """The index in NAME_TAGS of one part of one kind of name."""
    return 1 + 4 * NAME_KINDS.index(kind) + part


def span_parts(length: int) -> list[int]:
    """The parts of a name of so many tokens: unit, or begin, inside..., last."""
    if length == 1:
        return [UNIT]
    return [BEGIN, *[INSIDE] * (length - 2), LAST]


def allowed_next(tag: int) -> tuple[bool, int | None]:
    """What may follow a tag: (may a name open or nothing stand here, kind that must go on)."""
    if tag == 0:
        return True, None
    kind, part = divmod(tag - 1, 4)
    return (True, None) if part in (LAST, UNIT) else (False, kind)
