"""Finds the date of a document: in its metadata, its first lines, its dateline or its file name.

Here belongs only the date the document bears; dates that its text talks about are annotated later.
Precision comes first: a date in running prose ("On 3 May 2016, ministers met") is never taken, and
a document that bears no date has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"

#: The forms of a written date, most exact first; the last has no day and stands for the first.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?!\d)(?:[T ]\d{{2}}:\d{{2}}\S*)?",
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}\b",
        rf"{_MONTH},?\s+{_YEAR}\b",
    )
)
_LABEL = re.compile(
    r"(?:date|dated|published|publication date|posted|issued|released|release date|date of issue"
    r"|first published|date published|publication)(?:\s+on)?\s*[:|-]?\s*",
    re.IGNORECASE,
)
_PLACE = r"(?:[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3})"
#: "GENEVA, 12 March 2024 (Agency) -": a place, then the date, then a dash, bracket or colon.
_DATELINE = re.compile(
    rf"\(?{_PLACE}(?:,\s*{_PLACE}|\s*\([A-Z][^()\d]*\))?\s*(?:[,:(]|[-–—])\s*\(?"
)
_DATELINE_END = re.compile(r"\)?\s*(?:[(–—:/]|-(?=\s)|\.\s*[-–—])")
_LINE_END = re.compile(r"\s*[.|)]?\s*(?:$|[|•·,;]|\d{1,2}:\d{2}|-\s)")
_FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_FRONT_MATTER = re.compile(r"\A\ufeff?---\s*\n(?P<body>.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
_FRONT_KEY = re.compile(
    r"^(?:date|published|publishdate|pubdate|publication_date|issued)\s*:\s*['\"]?", re.IGNORECASE
)
#: Metadata keys that hold the publication date, best first.
_METADATA_KEYS = ("date", "published", "publication_date", "pubdate", "issued", "dc.date")
_FIRST_LINES = 15
_LAST_LINES = 3


def document_date(
    text: str, *, file_name: str = "", metadata: Mapping[str, str] | None = None
) -> tuple[date, str] | None:
    """Returns the document's date and the words that give it, None where it bears none.

    Example: a text that begins "GENEVA, 12 March 2024 (Agency) - Talks ..." has 2024-03-12 and
    "12 March 2024". A date without a day ("March 2021" on a cover) stands for the month's first.

    Args:
        text: the document, front matter included if it is Markdown.
        file_name: the file's name; an ISO date in it is the last resort.
        metadata: what the reader of the format found, keys in lower case.
    """
    return (
        _from_metadata(metadata or {})
        or _from_front_matter(text)
        or _from_lines(text)
        or _from_file_name(file_name)
    )


def _from_metadata(metadata: Mapping[str, str]) -> tuple[date, str] | None:
    for key in _METADATA_KEYS:
        found = _date_at(metadata.get(key, "").strip(), 0)
        if found is not None:
            return found[0], found[1]
    return None


def _from_front_matter(text: str) -> tuple[date, str] | None:
    front = _FRONT_MATTER.match(text)
    if front is None:
        return None
    for line in front["body"].splitlines():
        key = _FRONT_KEY.match(line)
        found = _date_at(line, key.end()) if key else None
        if found is not None:
            return found[0], found[1]
    return None


def _from_lines(text: str) -> tuple[date, str] | None:
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    lines = [stripped for line in body.splitlines() if (stripped := line.strip(" \t#*_>"))]
    for line in lines[:_FIRST_LINES]:
        found = _labelled(line) or _alone(line) or _dateline(line)
        if found is not None:
            return found
    for line in lines[_FIRST_LINES:][-_LAST_LINES:]:
        found = _alone(line)
        if found is not None:
            return found
    return None


def _labelled(line: str) -> tuple[date, str] | None:
    """Reads "Date: 3 March 2021", "Published March 3, 2021"."""
    label = _LABEL.match(line)
    found = _date_at(line, label.end()) if label and label.end() else None
    return None if found is None or not _LINE_END.match(line, found[2]) else found[:2]


def _alone(line: str) -> tuple[date, str] | None:
    """Reads a line that holds nothing but a date, or a place and a date."""
    for start in _starts(line):
        found = _date_at(line, start)
        if found is not None and not line[found[2] :].strip(" .)|"):
            return found[:2]
    return None


def _dateline(line: str) -> tuple[date, str] | None:
    opening = _DATELINE.match(line)
    found = _date_at(line, opening.end()) if opening else None
    return None if found is None or not _DATELINE_END.match(line, found[2]) else found[:2]


def _starts(line: str) -> list[int]:
    """Returns where in the line its date may begin: at its head, or after a place."""
    place = _DATELINE.match(line)
    return [0, place.end()] if place else [0]


def _date_at(line: str, start: int) -> tuple[date, str, int] | None:
    """Returns the date written at the offset, its text and where it ends."""
    for form in _FORMS:
        match = form.match(line, start)
        if match is None:
            continue
        parts = match.groupdict()
        name = parts["month"]
        month = int(name) if name.isdigit() else _MONTH_NUMBERS[name[:3].lower()]
        try:
            found = date(int(parts["year"]), month, int(parts.get("day") or 1))
        except ValueError:  # no such day ("31 February"): not a date
            continue
        return found, match.group().strip(), match.end()
    return None


def _from_file_name(file_name: str) -> tuple[date, str] | None:
    for match in _FILE_DATE.finditer(file_name):
        year, separator, month, day = match.groups()
        if not separator and not 1990 <= int(year) <= 2099:
            continue
        try:
            return date(int(year), int(month), int(day)), match.group()
        except ValueError:  # eight digits that are no date
            continue
    return None
