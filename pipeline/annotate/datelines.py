"""The dateline before a news text: where, and sometimes when and by whom, it was written.

Here belong its forms and the check that a town stands in it. It is no part of the clause behind it:
the parser reads it apart, nobody acts in it, and what it names is not where the news happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.knowledge.gazetteer import Entry, Gazetteer
from pipeline.records import Block, BlockKind, DocumentText

_LINK = r"(?:(?:de|del|da|do|dos|la|las|le|du|on|of|upon) )*"
_WORD = r"(?:[A-Z\u00c0-\u00de][\w.'’]*|al|el)(?:[-‐][\w'’]+)*"
_NAME = rf"{_WORD}(?: {_LINK}{_WORD}){{0,3}}"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?i:(?:{_WEEKDAY},? )?(?:{_DAY} {_MONTH}|{_MONTH} {_DAY})(?:,? \d{{4}})?)"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
#: Who sends the text: "(AP)", "(Xinhua)", "/PRNewswire/".
_SENDER = r"(?:\([A-Z][^()]{1,40}\)|/[A-Z][\w -]{1,30}/)"
_TOWNS = rf"(?P<town>{_NAME})(?: ?(?:/|&) ?(?P<town2>{_NAME}))?"
_REGION = rf"(?:, ?(?P<region>{_NAME})(?:, ?{_NAME})?)??"
_WHERE = rf"{_TOWNS}{_REGION}"
_WHEN = rf"(?P<date>\(?{_DATE}\)?)"
_WHO = rf"(?P<sender>{_SENDER})"
_DASH = r"(?: ?(?:--+|[–—]) ?| [-_] | -)"
_MARK = rf"(?:{_DASH}|: ?)"
_GAP = r"(?: ?[,|] ?| ?[–—] ?| - | (?=\())"

#: The forms of a dateline, the fullest first; what follows begins a sentence.
_FORMS = tuple(
    re.compile(rf"{form}(?=[\"“‘'(\[]?[A-Z\u00c0-\u00de\d])")
    for form in (
        rf"{_WHERE}{_GAP}{_WHEN} ?{_WHO}{_MARK}",  # "QUITO, Ecuador, 3 May (EFE) --"
        rf"{_WHERE}{_GAP}{_WHEN}\.?(?: {_WHO})?\. ",  # "Quito, May 3. /EFE/."
        rf"{_WHERE} ?{_WHO}{_GAP}{_WHEN}{_MARK}",  # "QUITO (EFE), 3 May --"
        rf"{_WHERE}{_GAP}{_WHEN}{_MARK}",  # "Quito, 3 May 2024 --"
        rf"{_WHERE} ?{_WHO}{_MARK}",  # "QUITO, Ecuador (EFE) --"
        rf"\({_WHERE}(?:, {_WHEN})?\){_DASH}",  # "(Quito, 3 May 2024) --"
        rf"{_WHEN}{_GAP}{_WHERE}{_MARK}",  # "3 May 2024, Quito --"
        rf"{_WHERE}{_DASH}",  # "Quito, Ecuador --", "QUITO --"
        rf"{_WHERE}: ",  # "Quito: Ecuador signed"
    )
)
#: A paragraph that is nothing else.
_ALONE = re.compile(rf"{_WHERE},? {_WHEN}\.?")
#: Words in the place of a town that are none: "Monday, 3 May -", "Updated, 3 May 2024 -".
_NO_TOWN = re.compile(
    rf"(?:{_WEEKDAY}|{_MONTH}|by|on|in|at|since|updated?|published|posted|dated?|issued|released"
    r"|exclusive|breaking|analysis|summary|background|note|statement|for|from|to)\b",
    re.IGNORECASE,
)
_LONGEST = 110

#: Inhabitants from which a town's name needs no more than a dash after it.
_LARGE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline with the stretches of its names; offsets are the document's.

    `end` is where the news begins; `region` is the land or province named after the town.
    """

    start: int
    end: int
    towns: tuple[tuple[int, int], ...]
    region: tuple[int, int] | None = None


def find_datelines(document: DocumentText, gazetteer: Gazetteer) -> tuple[Dateline, ...]:
    """Returns the datelines with which the document's paragraphs begin.

    Example: that of "LIMA, Peru (AP) -- Miners struck." ends before "Miners". "Budget -- The talks
        go on" has none: no town is called so.
    """
    found = (_dateline_of(block, document.text, gazetteer) for block in document.blocks)
    return tuple(dateline for dateline in found if dateline is not None)


def inside_datelines(datelines: Iterable[Dateline], offset: int) -> bool:
    """Says whether the character stands in a dateline."""
    return any(item.start <= offset < item.end for item in datelines)


def _dateline_of(block: Block, text: str, gazetteer: Gazetteer) -> Dateline | None:
    if block.kind is BlockKind.HEADING:
        return None
    head = text[block.start : min(block.end, block.start + _LONGEST)]
    alone = _ALONE.fullmatch(head) if block.start + len(head) == block.end else None
    for match in (alone, *(form.match(head) for form in _FORMS)):
        if match is not None and not _NO_TOWN.match(match["town"]):
            return _made(match, block.start) if _names_a_town(match, gazetteer) else None
    return None


def _made(match: re.Match[str], start: int) -> Dateline:
    spans = [match.span(name) for name in ("town", "town2", "region")]
    town, town2, region = ((start + a, start + b) if a >= 0 else None for a, b in spans)
    return Dateline(
        start=start,
        end=start + match.end(),
        towns=tuple(item for item in (town, town2) if item),
        region=region,
    )


def _names_a_town(match: re.Match[str], gazetteer: Gazetteer) -> bool:
    """Says whether a town stands there, by its date, the land after it or its size.

    A speaker before a colon ("Ms. Okoro (Ghana): We reject that") has none of them.
    """
    parts = match.groupdict()
    town, region, sender = parts["town"], parts["region"], parts.get("sender")
    date = parts.get("date")
    entries = _entries(gazetteer, town)
    if any(entry.kind in {"country", "continent"} for entry in entries):
        return bool(sender or date) and town.isupper()
    if date:
        return bool(entries) or match.start("date") > 1
    if region:
        return any(entry.kind not in {"town", "city"} for entry in _entries(gazetteer, region))
    if sender and town.isupper() and not match.group().rstrip().endswith(":"):
        return True
    return any(entry.capital or entry.population >= _LARGE for entry in entries)


def _entries(gazetteer: Gazetteer, name: str) -> list[Entry]:
    return [match.entry for match in gazetteer.find(name)]
