"""Lines that say something about the document and head no section: dates, addresses, contacts."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"(?:date|dated|published|issued|contact|ref(?:erence)?|author|by|from|to|subject|source|tel"
    r"|phone|e-?mail|no)\b\.?\s*:|\S+@\S+|https?:",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\b.*\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?i:by)\s+[A-Z]")
_MAX_DATELINE_WORDS = 6


def is_label(text: str) -> bool:
    """Tells a line like "Date: 3 March 2021", "By Ana Ruiz" or "SANTIAGO, 3 March 2021"."""
    short = len(text.split()) <= _MAX_DATELINE_WORDS
    return bool(_LABEL.match(text) or (short and (_DATED.search(text) or _BYLINE.match(text))))
