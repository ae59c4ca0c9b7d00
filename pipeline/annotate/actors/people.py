"""Persons: known ones, those the document introduces, and the short names it goes on with.

Here belongs who a personal name means. Offices without a name ("the Russian foreign minister") are
in `offices`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.personal_names import Anchor, personal_names
from pipeline.annotate.actors.reading import COUNTRY_FORMS, Candidate, Reading, new_actor
from pipeline.annotate.actors.sites import is_of_site
from pipeline.annotate.actors.titles import Title, title_before
from pipeline.annotate.parse import Token
from pipeline.knowledge.fold import fold, fold_name
from pipeline.knowledge.names import short_names
from pipeline.knowledge.store import Form, Found, first_of_each
from pipeline.records import Actor, ActorBasis, ActorKind

_AT_A_PLACE = (
    r"\b(?:BRP|USS|HMS|INS|HMAS|frigate|warship"
    r"|in|near|around|outside|inside|at|of (?:the )?(?:city|town|village|port|island) of"
    r"|siege of|capital,|city of|town of|toward|towards|into|controlling|captured|retook|seized)\s+"
    r"(?:the )?(?:city of |town of |village of )?"
)
#: Offices whose holders texts name by the surname alone.
_RULING = frozenset({"president", "prime minister", "supreme leader", "chancellor"})
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
#: Before a state: whose office a name behind it holds ("the president of | Benin, Jo Sossa").
_TITLE_OF = re.compile(
    rf"\b(?:{'|'.join(sorted(lexicon.TITLE_NOUNS))}|affaires)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_LAND_AFTER = (
    r"(?:,? (?:province|district|city|town|region|airfield|airbase|base|incident|incidents|border"
    r"|airport|port|road|river|camp|[Aa]ir [Bb]ase|Province|District|Airbase|Airport|Base))\b"
)


@dataclass(slots=True)
class People:
    """The persons that the document names in full, by their short names."""

    by_short: dict[str, list[Actor]] = field(default_factory=lambda: defaultdict(list))

    def add(self, actor: Actor, name: str) -> None:
        """Remembers the person under the short forms of the name."""
        words = name.split()
        parts = (" ".join(words[1:]), f"{words[0]} {words[-1]}") if len(words) > 2 else ()
        for short in (*short_names(fold(name).text, actor.country), *parts, name):
            known = self.by_short[fold_name(short)]
            if actor not in known:
                known.append(actor)

    def find(self, short: str) -> Actor | None:
        """Returns the one person that the short name means, None where several may be meant."""
        known = self.by_short.get(fold_name(short), [])
        return known[0] if len({actor.actor_id for actor in known}) == 1 else None


def person_candidates(reading: Reading) -> tuple[list[Candidate], People]:
    """Returns the mentions of persons, and the persons that the document names in full.

    Example: "Iranian defense minister Dehghan" is one mention, of Hossein Dehghan.
    """
    people = People()
    named = personal_names(reading)
    anchors = [item for item in named if not is_of_site(reading, item.end)]
    titles = {anchor.start: title_before(reading, anchor.start) for anchor in anchors}
    actors: dict[int, Actor] = {}
    for anchor in anchors:
        if anchor.found is not None or " " in anchor.text:
            actor = _full_name(reading, anchor, titles[anchor.start], people)
            if actor is not None:
                actors[anchor.start] = actor
                people.add(actor, anchor.text)
                people.add(actor, actor.name)
    candidates = []
    for anchor in (*anchors, *_later_uses(reading, anchors, people)):
        title = titles.get(anchor.start)
        actor = actors.get(anchor.start) or _short_name(reading, anchor, title, people)
        if actor is None:
            continue
        candidates.append(
            Candidate(
                start=min(title.start, anchor.start) if title else anchor.start,
                end=anchor.end,
                actor=actor,
                basis=_basis(actor, anchor),
            )
        )
    return candidates, people


def _basis(actor: Actor, anchor: Anchor) -> ActorBasis:
    same = fold_name(anchor.text) == fold_name(actor.name)
    return ActorBasis.NAME if same else ActorBasis.ALIAS


def _later_uses(reading: Reading, anchors: list[Anchor], people: People) -> Iterator[Anchor]:
    """Yields single names by which the document goes on to call a person whom it named in full.

    Example: "Thanh" after "Foreign Minister Nguyen Van Thanh", where the core saw no person.
    """
    covered = {token.i for item in anchors for token in reading.span(item.start, item.end)}
    begun = min((item.start for item in anchors if " " in item.text), default=len(reading.doc.text))
    for token in reading.doc.tokens:
        if token.pos_ != "PROPN" or token.idx < begun or token.i in covered:
            continue
        beside = (token.nbor(-1) if token.i else token, _next_token(token))
        if any(other is not token and other.pos_ == "PROPN" for other in beside):
            continue
        if reading.hit_at(token.idx) is None and people.find(token.text) is not None:
            yield Anchor(start=token.idx, end=token.idx + len(token), text=token.text)


def _next_token(token: Token) -> Token:
    return token.nbor(1) if token.i + 1 < len(token.doc) else token


def _full_name(
    reading: Reading, anchor: Anchor, title: Title | None, people: People
) -> Actor | None:
    if " " not in anchor.text and (meant := people.find(anchor.text)) is not None:
        return meant  # "Modi" after "Salifou Modi" is he, whoever else goes by the name
    if anchor.found is not None and anchor.hit is not None:
        named = [f for f in anchor.hit.found if f.form in {Form.NAME, Form.ALIAS}]
        return _best(reading, named, title, anchor.start) or named[0].actor
    known = people.find(anchor.text)
    if known is not None:
        return known
    if not _is_plausible(anchor.text) or _is_onlooker(reading, anchor):
        return None
    if title is None and (_is_a_place(reading, anchor.text) or _describes(reading, anchor)):
        return None
    country = (title.country if title else "") or _country_beside(reading, anchor, title)
    name = " ".join(anchor.text.split())
    return new_actor(name, ActorKind.PERSON, country)


def _is_plausible(name: str) -> bool:
    """Says whether the words look like a personal name and not like a stretch of prose."""
    words = name.split()
    if words[-1].lower() in lexicon.BODY_HEADS:  # "Imam Reza Brigade"
        return False
    last = words[-1].rpartition("-")[2] if words[-1][:3] in {"al-", "el-"} else words[-1]
    return 1 < len(words) <= 6 and last[:1].isupper() and not any(c.isdigit() for c in name)


def _short_name(
    reading: Reading, anchor: Anchor, title: Title | None, people: People
) -> Actor | None:
    """Returns whom a single name means: a person of the document, else the likeliest known one."""
    known = people.find(anchor.text)
    if known is not None:
        return known
    if anchor.hit is not None:
        shorts = [f for f in anchor.hit.found if f.actor.kind is ActorKind.PERSON]
        return _best(reading, shorts, title, anchor.start)
    if (
        title is not None
        and " " not in anchor.text
        and anchor.text[:1].isupper()
        and not title.words.lower().startswith("the")
    ):
        return new_actor(anchor.text, ActorKind.PERSON, title.country)
    return None


def _best(reading: Reading, found: list[Found], title: Title | None, offset: int) -> Actor | None:
    """Returns the one of several known persons whom title, country and date speak for."""
    day = reading.day(offset)
    scored: list[tuple[int, int, Actor]] = []
    for order, item in enumerate(first_of_each(found)):
        entry = item.entry
        score = 0
        if title is not None:
            roles = {office.role for office in entry.offices}
            score += 4 * (
                bool(title.role) and any(title.role.endswith(role) for role in roles if role)
            )
            score += 2 * (bool(title.country) and title.country == entry.actor.country)
            score -= 4 * (bool(title.country) and title.country != entry.actor.country)
        score += 2 * (reading.countries[entry.actor.country] > 0)
        score += any(office.holds(day) for office in entry.offices)
        scored.append((score, -order, entry.actor))
    scored.sort(key=lambda item: (-item[0], -item[1]))
    if not scored or scored[0][0] < 2:
        return _ruler(reading, found, offset) if title is None else None
    if len(scored) > 1 and scored[1][0] == scored[0][0]:
        return None
    return scored[0][2]


def _ruler(reading: Reading, found: list[Found], offset: int) -> Actor | None:
    """Returns the head of state or government whom a surname alone means all over the world.

    Example: "Bukele" where no word speaks of El Salvador; none where two such may be meant.
    """
    token = reading.token_at(offset)
    day = reading.day(offset)
    heads = {
        item.actor.actor_id: item.actor
        for item in found
        if any(office.role in _RULING and office.holds(day) for office in item.entry.offices)
    }
    alone = token.ent_type_ == "PERSON" and len(heads) == 1
    return next(iter(heads.values())) if alone else None


def _is_a_place(reading: Reading, name: str) -> bool:
    """Says whether the text anywhere uses the name as that of a place ("in Santa Cruz")."""
    if name.split()[-1].lower() in lexicon.GEOGRAPHIC_NAMES:
        return True
    pattern = rf"{_AT_A_PLACE}{re.escape(name)}\b|\b{re.escape(name)}{_LAND_AFTER}"
    return re.search(pattern, reading.document.text) is not None


def _describes(reading: Reading, anchor: Anchor) -> bool:
    """Says whether an unknown name only tells which one ("the Santa Rosa pilgrimage")."""
    before = next(reading.tokens_before(anchor.start), None)
    after = next(reading.tokens_after(anchor.end), None)
    if before is None or after is None or before.lower_ != "the" or after.pos_ != "NOUN":
        return False
    return after.lower_ not in lexicon.OF_RULERS and before.head == after


#: Who wrote it, on a line of its own: "By Ana Ruiz and |".
_BYLINE = re.compile(r"(?:^|\n)[ \t]*(?:By|BY)[ \t]+(?:[^\n.]+?(?:,| and| AND)[ \t]+)?$")


def _is_onlooker(reading: Reading, anchor: Anchor) -> bool:
    """Says whether the words around the name make the person an analyst, witness or the like."""
    if _BYLINE.search(reading.document.text, max(0, anchor.start - 60), anchor.start):
        return True
    before = [
        token.lower_
        for _, token in zip(range(3), reading.tokens_before(anchor.start), strict=False)
    ]
    after: list[str] = []
    for token in reading.tokens_after(anchor.end):
        if token.text == "," and after:
            break
        after.append(token.lower_)
        if len(after) > 6:
            break
    near = after if after[:1] == [","] else []
    return bool(lexicon.ONLOOKERS & {*before, *near})


def _country_beside(reading: Reading, anchor: Anchor, title: Title | None) -> str:
    """Returns the country that the words around the name give the person, "" where none do.

    Example: Kosovo for "Ilir Gashi of Kosovo", Zambia for "Zambia's finance minister, Felix Banda".
    """
    text = reading.document.text
    of = _OF.match(text, anchor.end)
    hit = reading.hit_at(of.end()) if of else None
    if hit is not None and hit.found[0].actor.kind is not ActorKind.PERSON:
        return hit.found[0].actor.country
    start = title.named_from if title else anchor.start
    if text[start - 2 : start] == ", ":
        owner = reading.hit_ending_at(start - 2)
        found = owner.of_form(*COUNTRY_FORMS) if owner else None
        if owner and found and _TITLE_OF.search(text, max(0, owner.start - 40), owner.start):
            return found.actor.country
        title = title_before(reading, start - 2)
        if title is not None and title.country:
            return title.country
    return _country_after(reading, anchor.end)


def _country_after(reading: Reading, end: int) -> str:
    """Returns the country in what follows the name in commas ("X, adviser to Iran's leader")."""
    text = reading.document.text
    if text[end : end + 1] != ",":
        return ""
    sentence_end = reading.token_at(end).sent.end_char
    stop = text.find(",", end + 1, sentence_end)
    stop = stop if stop > 0 else min(sentence_end, end + 80)
    words = set(re.findall(r"\w+", text[end:stop].lower()))
    if not words & (lexicon.TITLE_NOUNS | {"official", "member", "leader", "officer"}):
        return ""
    for hit in reading.hits_between(end, stop):
        found = hit.found[0]
        if found.form in COUNTRY_FORMS and found.actor.country:
            return found.actor.country
    return ""
