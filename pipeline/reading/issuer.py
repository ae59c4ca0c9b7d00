"""Who a statement speaks for: "we" in it means that body.

Only what the document's first lines say outright is taken; a brief or a news report has no issuer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEADS = (
    "Administration|Agency|Alliance|Assembly|Authority|Bloc|Bureau|Cabinet|Chancellery|Coalition"
    "|Command|Commission|Community|Confederation|Congress|Council|Delegation|Department"
    "|Directorate|Embassy|Federation|Forces|Front|Government|Group|Headquarters|High Commission"
    "|League|Ministry|Mission|Movement|Office|Organi[sz]ation|Parliament|Party|Presidency"
    "|Secretariat|Senate|Service|Staff|Union"
)
#: Bodies whose name alone, as a first line, is a letterhead and not a subject.
_LETTERHEADS = re.compile(
    r"(?:the\s+)?(?:[\w'’-]+\s+){0,3}(?:Cabinet|Department|Embassy|Government|Ministry"
    r"|Permanent Mission|Presidency|Secretariat)\b",
    re.IGNORECASE,
)
_WORD = r"[A-Z][\w.'’-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?i:of|and)\s+(?:(?i:the)\s+)?)?{_WORD})*"
_BODY = (
    rf"(?:(?:{_WORD}\s+){{0,4}}(?:{_HEADS})(?:\s+(?i:of|for|to)\s+(?:(?i:the)\s+)?{_NAME})?"
    rf"|{_WORD}(?:\s+{_WORD}){{0,3}}\s+(?:{_HEADS}))"
)
_KIND = (
    r"(?i:(?:official\s+|press\s+|media\s+|public\s+)*(?:statement|communiqu[eé]|declaration"
    r"|release|announcement|briefing|remarks|comment|note))"
)
_SPOKESPERSON = (
    rf"(?i:(?:the\s+)?(?:official\s+|acting\s+)?spokes(?:person|man|woman))(?:\s+{_NAME})?"
    r"\s*,?\s+(?i:of|for)\s+(?:(?i:the)\s+)?"
)
_END = (
    r"(?=\s*(?:$|[,:;|–—(.]|-\s|(?i:on|regarding|about|concerning|following|in|after|at|with"
    r"|condemning|welcoming)\b))"
)

_PATTERNS = (
    # "Statement by the spokesperson of the Ministry of Foreign Affairs of Chile on ..."
    re.compile(
        rf"{_KIND}\s+(?i:(?:issued\s+|made\s+|released\s+)?(?:by|from|of))\s+(?:(?i:the)\s+)?"
        rf"(?:{_SPOKESPERSON})?(?P<body>{_BODY}){_END}"
    ),
    # "Ministry of Defence of Chile - Press release"
    re.compile(rf"(?:(?i:the)\s+)?(?P<body>{_BODY})\s*(?:[:|–—]|\s-)\s*{_KIND}\b"),
    # "Chilean Foreign Ministry statement on ..."
    re.compile(rf"(?:(?i:the)\s+)?(?P<body>{_BODY})(?:['’]s?)?\s+{_KIND}{_END}"),
    # "SANTIAGO, 3 May 2021 (Ministry of Defence) - ..."
    re.compile(
        rf"{_WORD}(?:\s+{_WORD}){{0,3}},?\s[^()]{{0,30}}\((?:(?i:the)\s+)?(?P<body>{_BODY})\)"
        r"\s*[–—-]"
    ),
)
_ALONE = re.compile(rf"(?:(?i:the)\s+)?(?P<body>{_BODY})\.?$")
_JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
_METADATA_KEYS = ("issuer", "issued_by", "organisation", "organization", "institution", "publisher")
_FIRST_LINES = 8
_LETTERHEAD_LINES = 3


def find_issuer(head: str, metadata: Mapping[str, str]) -> str:
    """Returns the body whose statement the document is, as written; empty where none is named.

    Example: the first line "Statement by the Ministry of Foreign Affairs of Chile on fishing
    rights" gives "Ministry of Foreign Affairs of Chile". A joint statement has no one issuer.

    Args:
        head: the document's text in its own lines.
        metadata: front matter, keys in lower case.
    """
    for key in ("issuer", "issued_by"):
        if metadata.get(key, "").strip():
            return metadata[key].strip()
    lines = [line.strip(" \t#*_>") for line in head.splitlines() if line.strip(" \t#*_>")]
    for line in lines[:_FIRST_LINES]:
        if _JOINT.search(line[:60]):
            return ""
        for pattern in _PATTERNS:
            found = _match(pattern, line)
            if found:
                return found
    return _letterhead(lines[:_LETTERHEAD_LINES]) or _from_metadata(metadata)


def _letterhead(lines: list[str]) -> str:
    for line in lines:
        found = _match(_ALONE, line)
        if found and _LETTERHEADS.match(found):
            return found
    return ""


def _from_metadata(metadata: Mapping[str, str]) -> str:
    for key in _METADATA_KEYS:
        value = metadata.get(key, "").strip()
        found = _match(_ALONE, value)
        if found and _LETTERHEADS.match(found):
            return found
    return ""


def _match(pattern: re.Pattern[str], line: str) -> str:
    """Returns the body that the line names, as written; capitals throughout are read as usual."""
    readable = line.title() if line.isupper() and len(line.title()) == len(line) else line
    found = pattern.match(readable)
    return line[found.start("body") : found.end("body")] if found else ""
