"""Bodies that the tables do not know, by the form of their names; acronyms.

Here belong "25th Special Mission Division", "Harakat al-Sabireen" and acronyms that a text
introduces in brackets. A name becomes an actor only by a word that says what it is, or because the
text introduces it as a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.formations import unit
from pipeline.annotate.actors.owners import owner_after, owner_before
from pipeline.annotate.actors.reading import (
    COUNTRY_FORMS,
    Candidate,
    Reading,
    adjective_of,
    new_actor,
)
from pipeline.annotate.grammar import FINITE_TAGS
from pipeline.annotate.parse import Span
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.store import Form
from pipeline.records import Actor, ActorBasis, ActorKind

#: A capitalised word; a possessive inside it only where the name goes on ("People's Congress").
_CAPITAL = (
    r"(?:(?:[A-Z]\.){2,}|[A-Z\u00c0-\u024f](?:\w|[’'](?!s\b)(?=\w)|[’']s(?=[ ][A-Z]))*"
    r"(?:(?<=\b\w)\.|(?<=\bSt)\.)?)"
)
_WORD = rf"(?:{_CAPITAL}|(?:al|el|ul|ad|an|as|at|az|ash|bin)(?=[-‐ ][A-Z])|\d+(?:st|nd|rd|th))"
_BLANK = r"[ \t\u00a0]+"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_NAME = re.compile(
    rf"(?<![\w’'])(?:\d+(?:st|nd|rd|th){_BLANK}|\d\d?{_BLANK}(?={_MONTH}{_BLANK}[A-Z]))?"
    rf"(?:(?:al|el|ul|ad|an|as|at|az|ash)[-‐](?=[A-Z]))?{_CAPITAL}"
    rf"(?:(?:{_BLANK}|[-‐‑–]|,{_BLANK}(?=\d+(?:st|nd|rd|th)\b))"
    rf"(?:(?:of|for|du|de){_BLANK}(?:the{_BLANK})?)?{_WORD})*"
)
#: Words that only the start of a sentence makes look like part of a name.
_OPENING = (
    r"(?:The|A|An|In|On|At|By|For|From|To|Into|Onto|Over|Through|Throughout|During|Despite|Since"
    r"|Until|Before|After|Amid|Among|Against|Between|Behind|Beside|Besides|Beyond|Across|Along"
    r"|Alongside|Around|Near|Off|Outside|Inside|Within|Without|Toward|Towards|Upon|Unlike|Like"
    r"|Under(?!\s+Secretar)|With|But|And|Or|Nor|While|As|When|Where|Whereas|Because|If|Unless"
    r"|Although|Though|However|Both|Each|Every|Its|His|Her|Their|Our|This|That|These|Those|Some"
    r"|Many|Most|Several|Few|Other|Another|Such|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
)
_ARTICLE = re.compile(
    rf"^(?:{_OPENING}\s+)?(?:(?:The|An?)\s+)?"
    r"(?:(?:Permanent\s+)?(?:Members|Representatives|Ministers|Officials|Leaders|Officers|Soldiers"
    r"|Pilots|Crews|Sailors|Airmen|Warships|Vessels|Planes|Envoys|Diplomats|Agents|Engineers"
    r"|Troops|Units|Fighters|Rebels|Militants|Commanders|Supporters|Veterans|Elements|Delegates|Heads)"
    r"\s+of\s+(?:the\s+)?)?"
)
_ACRONYM = re.compile(r"\s?\((?:the\s+)?[“\"']?(?P<acronym>[A-Z][A-Za-z&/-]{1,9})[”\"']?\)")
_PIECE = re.compile(r"[^\s\-‐‑–]+")
_LIST_GAP = re.compile(r"^(?:\s*\([A-Z]+\))?(?:,\s*(?:and\s+)?|\s+and\s+)$")
#: Names made of these alone belong to many states and need one to be told apart.
_GENERIC = frozenset(
    "armed forces force army navy air aerospace special operations security national supreme"
    " council"
    " central bank parliament assembly court general staff defense defence foreign interior"
    " ministry"
    " guard guards border coast police intelligence service services presidential republican senate"
    " congress cabinet high revolutionary command commission department people’s people's agency"
    " office federal state union joint chiefs marine corps ground electoral election"
    " military mission"
    " delegation parliamentary committee constitutional".split()
)
_LARGE_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
#: Before "Bank" these make land of it.
_BANKS = frozenset("west east left right north south".split())
#: A body that is numbered is a unit of an army.
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
#: Heads that make a body of a name only where its acronym follows.
_SPELT_HEADS = frozenset("forum fund institute tribunal panel caucus congress taskforce".split())
#: Heads that stand alone for one of many ("Navy" after "Russia's Aerospace Forces (VKS),").
_ALONE = frozenset({"navy", "army", "parliament", "senate", "marines", "police", "cabinet"})


def organisation_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields bodies by the form of their names.

    Example: "the Imam Hussein Brigade" gives an armed group of that name.
    """
    last: tuple[int, Entry] | None = None
    for written, words in _written(reading):
        start, name = _without_article(written, words)
        start, name = _without_owner(reading, *_without_person(reading, start, name))
        kept = _body_part(_unit_alone(name))
        if kept is None:
            continue
        end = start + len(kept)
        owner, last = _owner(reading, start, end, last)
        actor = _body(reading, kept, owner, start)
        if actor is not None:
            yield Candidate(start=start, end=end, actor=actor)


def _written(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yields runs of words in capitals; in a heading all in capitals a verb ends one.

    Example: "Malian Army" and "French Troops" in "Malian Army Expels French Troops".
    """
    for match in _NAME.finditer(reading.document.text):
        if not _has_head(match.group()):
            continue
        start, end = match.span()
        for token in reading.span(start, end) if " " in match.group() else ():
            inside = start < token.idx < end and token.pos_ == "VERB"
            if inside and token.tag_ in FINITE_TAGS and _is_titled(token.sent):
                yield start, reading.document.text[start : token.idx].rstrip()
                start = min(end, token.idx + len(token.text) + 1)
        if start < end:
            yield start, reading.document.text[start:end]


def _has_head(name: str) -> bool:
    """Says whether a word in it may make it the name of a body."""
    return any(
        word.rstrip(".") in lexicon.BODY_HEADS or word.replace("’", "'") in lexicon.GROUP_PREFIXES
        for word in _PIECE.findall(name.lower())
    )


def _is_titled(sentence: Span) -> bool:
    """Says whether all words of a sentence but small ones have capitals."""
    words = (item for item in sentence if item.pos_ in _LARGE_WORDS)
    return all(item.text[:1].isupper() for item in words)


def _without_article(start: int, name: str) -> tuple[int, str]:
    article = _ARTICLE.match(name)
    cut = article.end() if article else 0
    return start + cut, name[cut:]


def _without_person(reading: Reading, start: int, name: str) -> tuple[int, str]:
    """Cuts a person off the front ("Mark Reyes of the Philippine Army")."""
    of = re.search(r"\s+of\s+(?:the\s+)?", name)
    if of is None:
        return start, name
    front = reading.span(start, start + of.start())
    titled = front[0].lower_.rstrip(".") in lexicon.TITLE_NOUNS and len(front) > 1
    if titled or any(token.ent_type_ == "PERSON" for token in front):
        return start + of.end(), name[of.end() :]
    return start, name


def _without_owner(reading: Reading, start: int, name: str) -> tuple[int, str]:
    """Cuts a known name in the possessive off the front ("Russia's Aerospace Forces")."""
    for hit in reversed(reading.hits_between(start, start + len(name))):
        possessive = re.match(r"['’]s?\s+", reading.document.text[hit.end : hit.end + 4])
        if possessive:
            cut = hit.end + possessive.end() - start
            return start + cut, name[cut:]
    return start, name


def _unit_alone(name: str) -> str:
    """Cuts off whose a numbered unit is ("Second Fleet | of the U.S. Navy"), and river banks."""
    first, _, rest = name.partition(" ")
    if first.lower() in _ORDINALS:
        return name.partition(" of ")[0]
    return "" if first.lower() in _BANKS and rest == "Bank" else name


def _body_part(name: str) -> str | None:
    """Returns the longest beginning of the name that ends as a body's name does."""
    words = list(_PIECE.finditer(name))
    if not words:
        return None
    first = words[0].group().lower().replace("’", "'")
    if any(word.group().lower() in lexicon.NO_BODY for word in words):
        return None
    if first in lexicon.GROUP_PREFIXES and len(words) > 1:
        return name
    if first in lexicon.BODY_HEADS and len(words) > 2 and words[1].group() in {"of", "for"}:
        return name
    if re.search(r"\bCabinet (?:Secretary|Minister)", name):  # an office, not the body
        return None
    following = ""
    for word in reversed(words):
        if word.group().lower().rstrip(".") in lexicon.BODY_HEADS:
            if following in lexicon.SITES:  # "Royal Air Force Base Lossiemouth"
                return None
            if len(words) == 1 and word.group().lower() not in _ALONE:
                return None
            return name[: word.end()]
        following = word.group().lower()
    return None


def _owner(
    reading: Reading, start: int, end: int, last: tuple[int, Entry] | None
) -> tuple[Entry | None, tuple[int, Entry] | None]:
    """Returns the state whose body it is: before it, inside it, or of a list that it goes on."""
    inside = [
        found
        for hit in reading.hits_between(start, end)
        if (found := hit.of_form(*COUNTRY_FORMS))
        and found.entry.adjectives
        and reading.document.text[hit.start - 1 : hit.start] != "-"  # "Inter-American"
    ]
    if inside and inside[0].form is Form.METONYM:
        return None, None
    if inside:
        return inside[0].entry, (end, inside[0].entry)
    owner = owner_before(reading, start) or owner_after(reading, end)
    if owner is not None:
        return owner, (end, owner)
    if last is not None and _LIST_GAP.match(reading.document.text[last[0] : start]):
        return last[1], (end, last[1])
    return None, None


def is_generic(words: Iterable[str]) -> bool:
    """Says whether many states have a body of such a name ("National Intelligence Service")."""
    return all(word.lower() in _GENERIC for word in words)


def _body(reading: Reading, name: str, owner: Entry | None, start: int) -> Actor | None:
    words = [word.lower() for word in re.findall(r"[\w’']+", name)]
    generic = is_generic(words)
    if generic and owner is None:
        return None
    known = reading.knowledge.find(name)
    if known and known[0].actor.kind is not ActorKind.STATE and not generic:
        return known[0].actor
    if words[0] in _ORDINALS or re.search(r"\b\d+(?:st|nd|rd|th) ", name):
        return unit(name, owner)
    kind = _kind(words)
    country = owner.actor.country if owner else ""
    parent = owner.actor.actor_id if owner else ""
    if owner is not None and (generic or len(words) == 1):
        inside = any(f.actor == owner.actor for f in known) or adjective_of(owner).lower() in words
        full = name if inside else f"{adjective_of(owner)} {name}"
        known = reading.knowledge.find(full) or reading.knowledge.find(f"{owner.name} {name}")
        if known:
            return known[0].actor
        name = full
    return new_actor(" ".join(name.split()), kind, country, parent)


def _kind(words: Sequence[str]) -> ActorKind:
    if words[0].replace("’", "'") in lexicon.GROUP_PREFIXES:
        return ActorKind.ARMED_GROUP
    for word in (words[-1], words[0], *reversed(words)):
        if word in lexicon.BODY_HEADS:
            return lexicon.BODY_HEADS[word]
    return ActorKind.OTHER


def spelt_out_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields bodies that the text introduces with their acronym in brackets.

    Example: "National Council for Peace and Order (NCPO)", whose initials make the acronym.
    """
    for match in _ACRONYM.finditer(reading.document.text):
        start = _start_of_name(reading, match.start(), match.group("acronym"))
        if start is None:
            continue
        name = reading.document.text[start : match.start()]
        found = reading.knowledge.find(name)
        kind = _kind([word.lower() for word in name.split()])
        actor = found[0].actor if found else new_actor(" ".join(name.split()), kind)
        yield Candidate(start=start, end=match.start(), actor=actor)


def acronym_candidates(reading: Reading, chosen: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yields every use of an acronym that the text introduces in brackets after a body's name.

    Example: after "Southern Transitional Council (STC)" each "STC" is that council.
    """
    text = reading.document.text
    ends = {item.end: item.actor for item in chosen if item.actor is not None}
    meant: dict[str, Actor] = {}
    for match in _ACRONYM.finditer(text):
        acronym = match.group("acronym")
        actor = ends.get(match.start())
        capitals = sum(char.isupper() for char in acronym)
        if capitals > 1 and actor is not None and actor.kind is not ActorKind.PERSON:
            meant.setdefault(acronym, actor)
    for acronym, actor in meant.items():
        for use in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?!\w)", text):
            yield Candidate(start=use.start(), end=use.end(), actor=actor, basis=ActorBasis.ALIAS)


def _start_of_name(reading: Reading, end: int, acronym: str) -> int | None:
    """Returns where the name before the bracket starts that has the acronym's initials."""
    letters = [char for char in acronym if char.isupper()]
    start = max(reading.token_at(end).sent.start_char, end - 120)
    text = reading.document.text[start:end]
    capitalised = [word for word in re.finditer(r"[\w’']+", text) if word.group()[0].isupper()]
    own = capitalised[-len(letters) :]
    if len(letters) < 2 or [word.group()[0] for word in own] != letters:
        return None
    name = text[own[0].start() :]
    words = name.lower().split()
    if re.search(r"[.;:!?()]", name) or any(word in lexicon.NO_BODY for word in words):
        return None
    if not any(word in lexicon.BODY_HEADS or word in _SPELT_HEADS for word in words):
        return None
    return start + own[0].start()
