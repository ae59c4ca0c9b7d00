"""Stable ids: a letter and a hash of what identifies the row, never a counter.

The letter keeps spreadsheets from reading an id as a number ("0012e4" is 120000 to them).
"""

from __future__ import annotations

import hashlib

#: Hex digits of an id: 56 bits, so that a million rows collide with probability below 1e-5.
ID_DIGITS = 14


def stable_id(letter: str, *parts: object) -> str:
    """Returns `letter-` and 14 hex digits of the parts' hash.

    Example: `stable_id("a", "Russia")` is the same string on every machine and in every run.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return f"{letter}-{hashlib.sha256(joined.encode('utf-8')).hexdigest()[:ID_DIGITS]}"
