"""Military units and ships by the form of their names: "Task Force 151", "HMS Kent".

Here belong names in which a number or a navy's letters make a unit of common words. Units whose
names end as any body's name does ("Third Army", "93rd Brigade") are in `organisations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.actors.owners import owner_after, owner_before
from pipeline.annotate.actors.reading import Candidate, Reading, new_actor
from pipeline.annotate.parse import Token
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
#: Before a number: "Carrier Strike Group 5", "Combined Task Force 151", "Unit 61398".
_BEFORE_NUMBER = re.compile(rf"\b(?:{_CAPITAL}){{0,3}}(?:{_HEAD}|Unit)\s+$")
#: After one: "No. 18 Squadron", "24th Marine Expeditionary Unit".
_COUNTED = re.compile(rf"\d+\s+(?:{_CAPITAL}){{0,4}}?(?:{_HEAD}|{_SMALLER})\b(?!\s+[A-Z])")
_ORDERED = re.compile(rf"{_ORDINAL}\s+(?:{_CAPITAL}){{0,4}}?{_SMALLER}\b(?!\s+[A-Z])")
_NO = re.compile(r"\bNo\.?\s*$")
#: A regiment behind it makes one name of both ("3rd Battalion, 75th Ranger Regiment").
_GOES_ON = re.compile(rf"[-‐‑–,]\s*{_ORDINAL}")
_REACH = 60
_SHARED = re.compile(
    rf"\b(?P<first>{_ORDINAL}(?:,\s+{_ORDINAL})*),?\s+and\s+(?:the\s+)?"
    rf"(?P<last>(?P<number>{_ORDINAL})\s+(?P<words>(?:{_CAPITAL}){{0,4}}?"
    rf"(?:{_HEAD}|{_SMALLER}|Corps|Armie))(?:s|(?<=Corps)))\b"
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
    "JS": "JPN", "JDS": "JPN", "FGS": "DEU", "ITS": "ITA",
}  # fmt: skip
#: Letters that two navies use: the other one, where the text names it and not the first.
_SHARED_LETTERS = {"INS": "ISR"}
_SHIP = re.compile(
    r"[A-Z]\w+\s+[A-Z](?:[\w’-]|'(?!s\b))*"
    r"(?:\s+(?:[A-Z](?:[\w’-]|'(?!s\b))*|[A-Z]\.|of\s+[A-Z]\w+)){0,2}"
)
#: Lands that ships are named of ("HMS Prince of Wales").
_OF_SHIPS = ("of Wales", "of York", "of Kent")
_NO_SHIP = re.compile(
    r"\s+(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|of\s+\w+)$"
)


def formation_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields units and ships.

    Example: in "HMS Kent joined Combined Task Force 151" both are actors, the first Britain's.
    """
    sharing = False
    for token in reading.doc:
        if token.text[:1].isdigit():
            sharing = sharing or token.text[-2:] in {"nd", "rd", "st", "th"}
            yield from _numbered(reading, token)
        elif token.text in _NAVIES:
            yield from _ship(reading, token)
    if sharing:
        yield from _sharing(reading)


def _ship(reading: Reading, letters: Token) -> Iterator[Candidate]:
    """Yields the ship that a navy's letters introduce."""
    match = _SHIP.match(reading.document.text, letters.idx)
    if match is None:
        return
    name = match.group()
    if not name.endswith(_OF_SHIPS):
        name = _NO_SHIP.sub("", name)
    state = reading.knowledge.states.get(_navy(reading, letters.text))
    country = state.actor.country if state else ""
    parent = state.actor.actor_id if state else ""
    actor = new_actor(" ".join(name.split()), ActorKind.MILITARY, country, parent)
    yield Candidate(start=match.start(), end=match.start() + len(name), actor=actor)


def _numbered(reading: Reading, number: Token) -> Iterator[Candidate]:
    """Yields the unit that a number makes of the words before or behind it."""
    text, start, end = reading.document.text, number.idx, number.idx + len(number)
    before = _BEFORE_NUMBER.search(text, max(0, start - _REACH), start)
    if before is not None:
        article = _ARTICLE.match(before.group())
        start = before.start() + (article.end() if article else 0)
    else:
        no = _NO.search(text, max(0, start - 6), start)
        after = (_COUNTED if no else _ORDERED).match(text, start)
        if after is None:
            return
        start, end = no.start() if no else start, after.end()
    if _is_known(reading, start, end) or _GOES_ON.match(text, end):
        return
    owner = owner_before(reading, start) or owner_after(reading, end)
    yield Candidate(start=start, end=end, actor=unit(text[start:end], owner))


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
