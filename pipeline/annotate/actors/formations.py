"""Military units and ships by the form of their names: "Task Force 151", "HMS Kent".

Here belong names in which a number or a navy's letters make a unit of common words. Units whose
names end as any body's name does ("Third Army", "93rd Brigade") are in `organisations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.actors.owners import owner_after, owner_before
from pipeline.annotate.actors.reading import Candidate, Reading, new_actor
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.store import Form
from pipeline.records import Actor, ActorKind

_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)"
)
_CAPITAL = r"[A-Z][\w’'-]*\s+"
_HEAD = (
    r"(?:Task\s+Force|Task\s+Group|Strike\s+Group|Battle\s+Group|Battlegroup|Ready\s+Group|Squadron"
    r"|Wing|Regiment|Brigade|Division|Battalion|Company|Flotilla|Commando|Fleet)"
)
_SMALLER = r"(?:Unit|Wing|Group|Company|Platoon|Battery|Flotilla|Commando|Task\s+Force)"
#: "Carrier Strike Group 5", "Combined Task Force 151", "Unit 61398".
_NUMBER_LAST = rf"(?:{_CAPITAL}){{0,3}}(?:{_HEAD}|Unit(?=\s+\d\d))\s+(?:\d[\d.]*\d|\d)"
#: "No. 18 Squadron", "24th Marine Expeditionary Unit".
_NUMBER_FIRST = (
    rf"(?:No\.?\s*\d+\s+(?:{_CAPITAL}){{0,4}}?(?:{_HEAD}|{_SMALLER})"
    rf"|{_ORDINAL}\s+(?:{_CAPITAL}){{0,4}}?{_SMALLER})"
)
_UNIT = re.compile(rf"\b(?:{_NUMBER_FIRST}|{_NUMBER_LAST})\b(?![-‐‑–,]\s*{_ORDINAL})(?!\s+[A-Z])")
_SHARED = re.compile(
    rf"\b(?P<first>{_ORDINAL}(?:,\s+{_ORDINAL})*),?\s+and\s+(?:the\s+)?"
    rf"(?P<last>(?P<number>{_ORDINAL})\s+(?P<words>(?:{_CAPITAL}){{0,4}}?(?:{_HEAD}|{_SMALLER}|Corps|Armie))(?:s|(?<=Corps)))\b"
)
#: Units that number their regiments as well, and marines by number, are the United States'.
_AMERICAN = re.compile(
    rf"{_ORDINAL} \w+, {_ORDINAL} |^{_ORDINAL} Marines$|\bMarine Expeditionary\b"
)
_ARTICLE = re.compile(r"(?:The|A|An|In|On|At|By|For|With|But|And|While|As|After|Its|His|Their)\s+")
#: What navies put before the names of their ships, and whose they are.
_NAVIES = {
    "USS": "USA", "USNS": "USA", "USCGC": "USA", "HMS": "GBR", "RFA": "GBR", "HMAS": "AUS",
    "HMCS": "CAN", "HMNZS": "NZL", "BRP": "PHL", "KRI": "IDN", "HTMS": "THA", "ROKS": "KOR",
    "ROCS": "TWN", "PNS": "PAK", "BNS": "BGD", "SLNS": "LKA", "NNS": "NGA", "TCG": "TUR",
    "ESPS": "ESP", "NRP": "PRT", "HNLMS": "NLD", "HDMS": "DNK", "HNoMS": "NOR", "HSwMS": "SWE",
    "ORP": "POL", "IRIS": "IRN", "BAP": "PER", "INS": "IND", "ARA": "ARG", "LCG": "TTO",
}  # fmt: skip
#: Letters that two navies use: the other one, where the text names it and not the first.
_SHARED_LETTERS = {"INS": "ISR"}
_SHIP = re.compile(
    rf"\b(?P<navy>{'|'.join(_NAVIES)})\s+[A-Z](?:[\w’-]|'(?!s\b))*"
    r"(?:\s+(?:[A-Z](?:[\w’-]|'(?!s\b))*|[A-Z]\.|of\s+[A-Z]\w+)){0,2}"
)
_NO_SHIP = re.compile(
    r"\s+(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|of\s+\w+)$"
)


def formation_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields units and ships.

    Example: in "HMS Kent joined Combined Task Force 151" both are actors, the first Britain's.
    """
    text = reading.document.text
    if any(char.isdigit() for char in text):
        yield from _numbered(reading)
        yield from _sharing(reading)
    for match in _SHIP.finditer(text):
        name = _NO_SHIP.sub("", match.group())
        if match.group().endswith(("of Wales", "of York", "of Kent")):
            name = match.group()
        actor = _of(reading, name, _navy(reading, match.group("navy")))
        yield Candidate(start=match.start(), end=match.start() + len(name), actor=actor)


def _numbered(reading: Reading) -> Iterator[Candidate]:
    for match in _UNIT.finditer(reading.document.text):
        article = _ARTICLE.match(match.group())
        start, end = match.start() + (article.end() if article else 0), match.end()
        if not any(char.isdigit() for char in match.group()) or _is_known(reading, start, end):
            continue
        owner = owner_before(reading, start) or owner_after(reading, end)
        name = reading.document.text[start:end]
        yield Candidate(start=start, end=end, actor=unit(name, owner))


def _sharing(reading: Reading) -> Iterator[Candidate]:
    """Yields units that share their noun ("the 2nd and 3rd Brigades")."""
    for match in _SHARED.finditer(reading.document.text):
        owner = owner_before(reading, match.start()) or owner_after(reading, match.end())
        words = match.group("words").replace("Armie", "Army")
        for number in re.finditer(_ORDINAL, match.group("first")):
            begin = match.start("first") + number.start()
            actor = unit(f"{number.group()} {words}", owner)
            yield Candidate(start=begin, end=begin + len(number.group()), actor=actor)
        actor = unit(f"{match.group('number')} {words}", owner)
        yield Candidate(start=match.start("last"), end=match.end("last"), actor=actor)


def _is_known(reading: Reading, start: int, end: int) -> bool:
    """Says whether the tables have a name that overlaps the unit's ("U.S. 7th Fleet")."""
    return any(
        hit.start < end
        and start < hit.end
        and not hit.found[0].entry.adjectives
        and hit.found[0].form is not Form.SHORT
        for hit in reading.hits_between(max(0, start - 40), end)
    )


def unit(name: str, owner: Entry | None) -> Actor:
    """Returns the unit of that name, a force of its owner's where one is named."""
    name = " ".join(name.split())
    kind = ActorKind.MILITARY
    if owner is not None and owner.actor.kind is ActorKind.ARMED_GROUP:
        kind = ActorKind.ARMED_GROUP
    country = owner.actor.country if owner else ""
    if not country and _AMERICAN.search(name):
        country = "USA"
    return new_actor(name, kind, country, owner.actor.actor_id if owner else "")


def _navy(reading: Reading, letters: str) -> str:
    other = _SHARED_LETTERS.get(letters, "")
    first = _NAVIES[letters]
    return other if reading.countries[other] and not reading.countries[first] else first


def _of(reading: Reading, name: str, country: str) -> Actor:
    state = reading.knowledge.states.get(country)
    parent = state.actor.actor_id if state else ""
    return new_actor(" ".join(name.split()), ActorKind.MILITARY, country, parent)
