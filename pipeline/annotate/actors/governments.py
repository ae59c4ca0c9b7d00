"""Governments, ministries and forces that a phrase with "of" or a possessive names.

Here belong "the government of Iraq", "Assad's regime", "the Ministry of Defence of Norway",
"Russia's foreign ministry". Demonym phrases ("Iranian officials") are in `groups`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.actors.group_actors import service
from pipeline.annotate.actors.metonymy import is_locative
from pipeline.annotate.actors.names import NameHit, find_names
from pipeline.annotate.actors.phrases import is_adjective
from pipeline.annotate.actors.reading import (
    COUNTRY_FORMS,
    Candidate,
    Reading,
    adjective_of,
    new_actor,
)
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.fold import fold
from pipeline.knowledge.store import Form, Found
from pipeline.records import Actor, ActorBasis, ActorKind

_STATE_OF = re.compile(
    r"\b(?:(?:[Ff]ederal|[Tt]ransitional|[Ii]nterim|[Pp]rovisional|[Cc]entral|[Mm]ilitary)\s+)?"
    r"(?:[Gg]overnment|[Rr]egime|[Aa]uthorities|[Ll]eadership|[Rr]ulers|[Jj]unta)"
    r"\s+(?:of|in)\s+(?:the\s+)?"
)
_FORCES_OF = re.compile(
    r"\b(?:[Aa]rmed\s+[Ff]orces|army|navy|police|parliament|judiciary|coast\s+guard|air\s+force"
    r"|gendarmerie|(?:presidential|republican|border|national)\s+guard|(?:security|special)\s+forces"
    r"|military)\s+(?:of|(?<=\b[Tt]he army )in|(?<=\b[Tt]he police )in|(?<=\b[Tt]he military )in)"
    r"\s+(?:the\s+)?"
)
_RULE_WORDS = re.compile(r"(?:['’]s?)?\s+(regime|government|administration|Administration|junta)\b")
_CAPITALISED = r"(?!The\b)[A-Z][\w’'-]+"
_PORTFOLIO = (
    r"foreign|external\s+affairs|defen[cs]e|interior|finance|energy|oil|petroleum|trade|commerce"
    r"|justice|economy|health|intelligence|information|education|agriculture|transport|home"
    r"|unification|security|culture|water|environment|industry"
)
_MINISTRY = re.compile(
    rf"\b(?:(?P<of>(?:Ministry|Department)\s+(?:of|for)\s+(?:the\s+)?(?P<what>{_CAPITALISED}"
    rf"(?:(?:,|\s+and|\s+&|,\s+and)?\s+{_CAPITALISED})*))"
    rf"|(?P<pre>(?:(?i:{_PORTFOLIO})\s+(?i:ministry|ministries)"
    rf"|{_CAPITALISED}(?:\s+{_CAPITALISED})?\s+(?i:ministry|ministries)(?!\s+(?:of|for)\b))))"
)
_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?")
_POSSESSED = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}$")


def government_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields governments, forces and ministries named together with their state or ruler.

    Example: "the Federal Government of Somalia" is Somalia; "Maduro's regime" is Venezuela.
    """
    yield from _of_state(reading)
    yield from _of_ruler(reading)
    yield from ministry_candidates(reading)


def _of_state(reading: Reading) -> Iterator[Candidate]:
    for pattern in (_STATE_OF, _FORCES_OF):
        for match in pattern.finditer(reading.document.text):
            hit = reading.hit_at(match.end())
            found = hit.of_form(*COUNTRY_FORMS) if hit else None
            if _POSSESSED.search(reading.document.text[max(0, match.start() - 40) : match.start()]):
                continue
            if (
                hit is None
                or found is None
                or (is_adjective(hit) and found.form.value == "adjective")
            ):
                continue
            words = re.split(r"\s(?:of|in)\s", match.group())[0].lower().split()
            actor = found.actor if pattern is _STATE_OF else service(reading, found.entry, words)
            yield Candidate(start=match.start(), end=hit.end, actor=actor, basis=ActorBasis.METONYM)


def _of_ruler(reading: Reading) -> Iterator[Candidate]:
    """Yields "the Assad regime", "Hadi's government" and "the Obama Administration"."""
    for hit in reading.hits:
        person = _ruler(reading, hit)
        match = _RULE_WORDS.match(reading.document.text, hit.end) if person else None
        if person is None or match is None or not person.actor.country:
            continue
        actor = _ruled(reading, person.actor, hit.text, match.group(1))
        if actor is not None:
            yield Candidate(start=hit.start, end=match.end(), actor=actor, basis=ActorBasis.METONYM)


def _ruler(reading: Reading, hit: NameHit) -> Found | None:
    """Returns the person of the name, of several the one whose state the text speaks of.

    Example: a "Castro government" may be Cuba's or that of Honduras.
    """
    persons = [item for item in hit.found if item.actor.kind is ActorKind.PERSON]
    spoken = {item.actor.country: reading.countries[item.actor.country] for item in persons}
    most = [code for code, count in spoken.items() if count == max(spoken.values())]
    if len(most) != 1:
        return None
    return next(item for item in persons if item.actor.country == most[0])


def _ruled(reading: Reading, person: Actor, written: str, word: str) -> Actor | None:
    state = reading.knowledge.states.get(person.country)
    if state is None:
        return None
    if word.lower() == "administration":
        name = f"{written} Administration"
        return new_actor(name, ActorKind.GOVERNMENT, person.country, state.actor.actor_id)
    return state.actor


def ministry_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields ministries, as those of the state that the text puts to them."""
    text = reading.document.text
    found_at: list[tuple[int, int, Entry | None, str]] = []
    for match in _MINISTRY.finditer(text):
        start, end = match.span()
        if _is_owner_inside(reading, start, end):
            continue
        state: Entry | None = None
        while hit := next(iter(reading.hits_between(start, end)), None):
            found = hit.of_form(*COUNTRY_FORMS)
            if hit.start != start or found is None or hit.end >= end:  # the tables have the whole
                break
            state, start = found.entry, hit.end + 1
        words = text[start:end] if state is not None else match.group()
        begin = match.start()
        if state is None:
            state, begin = _state_before(reading, start)
        of = _OF_STATE.match(text, end)
        owner = reading.hit_at(of.end()) if of else None
        found = owner.of_form(*COUNTRY_FORMS) if owner else None
        if owner is not None and found is not None:
            state, end = found.entry, owner.end
        found_at.append((begin, end, state or _nearest_state(reading, begin), words))
    for begin, end, state, words in found_at:
        actor = ministry(reading, state or _own_state(reading, found_at, words), words)
        if actor is not None:
            yield Candidate(start=begin, end=end, actor=actor, basis=ActorBasis.NAME)


def _own_state(
    reading: Reading, found_at: Sequence[tuple[int, int, Entry | None, str]], words: str
) -> Entry | None:
    """Returns the state of the ministry where the text puts it to one elsewhere, or opens with one.

    Example: "Peru recalls its envoy", then "On Monday the Ministry of Foreign Affairs said".
    """
    same = {
        state.actor.country: state
        for _, _, state, other in found_at
        if state is not None and other.lower() == words.lower()
    }
    if same:
        return next(iter(same.values())) if len(same) == 1 else None
    opening = reading.hit_at(0)
    found = opening.of_form(Form.NAME) if opening else None
    return found.entry if found and found.actor.kind is ActorKind.STATE else None


def _is_owner_inside(reading: Reading, start: int, end: int) -> bool:
    """Says whether a known ministry only owns the rest ("Department of State's Rewards")."""
    text = reading.document.text
    return any(
        hit.start <= start < hit.end < end and text[hit.end : hit.end + 2] in {"'s", "’s"}
        for hit in reading.hits
    )


def _state_before(reading: Reading, start: int) -> tuple[Entry | None, int]:
    """Returns the state named right before, and where the mention starts.

    An adjective is part of the mention ("Russian Foreign Ministry"), a possessive is not.
    """
    text = reading.document.text
    hit = reading.hit_ending_at(start - 1)
    found = hit.of_form(*COUNTRY_FORMS) if hit else None
    if hit is not None and found is not None:
        return found.entry, hit.start
    window = max(0, start - 40)
    match = _POSSESSED.search(text[window:start])
    owner = reading.hit_ending_at(window + match.start()) if match else None
    found = owner.of_form(*COUNTRY_FORMS) if owner else None
    return (found.entry if found else None), start


def _nearest_state(reading: Reading, start: int) -> Entry | None:
    """Returns the state named before the offset in the same sentence or the one before.

    The one that acts there, as in "Chile recalled its envoy from Peru.", else the last.
    """
    sentence = reading.token_at(start).sent
    begin = sentence.start_char
    if sentence.start > 0:
        begin = reading.doc[sentence.start - 1].sent.start_char
    named: list[tuple[bool, Entry]] = []
    for hit in reversed(reading.hits_between(begin, start)):
        found = hit.of_form(*COUNTRY_FORMS)
        if found is None or found.actor.kind is not ActorKind.STATE:
            continue
        root = reading.root(hit.start, hit.end)
        if is_adjective(hit) or not (grammar.relation(root) == "compound" or is_locative(root)):
            acts = grammar.relation(root) == "subject" and root.head.head.i == root.head.i
            named.append((acts, found.entry))
    acting = [entry for acts, entry in named if acts]
    return next(iter([*acting, *(entry for _, entry in named)]), None)


def ministry_of_letterhead(reading: Reading) -> Actor | None:
    """Returns the ministry that issued the document, where its letterhead names one with its state.

    Example: that of "Ministry of Foreign Affairs of Chile" is Chile's foreign ministry.
    """
    name = reading.document.issuer
    match = _MINISTRY.search(name)
    if match is None:
        return None
    states = [hit.of_form(*COUNTRY_FORMS) for hit in find_names(fold(name), reading.knowledge)]
    owners = [found.entry for found in states if found and found.actor.kind is ActorKind.STATE]
    return ministry(reading, owners[0], match.group()) if len(owners) == 1 else None


def ministry(reading: Reading, state: Entry | None, words: str) -> Actor | None:
    """Returns the ministry of the state: the tables' where they have it, else one by its words."""
    lower = " ".join(words.lower().split())
    role = ""
    if re.search(r"\b(foreign|external) (affairs|ministry|relations|ministries)", lower):
        role, name = "foreign ministry", "Foreign Ministry"
    elif re.search(r"\bdefen[cs]e\b", lower):
        role, name = "defense ministry", "Defense Ministry"
    elif lower.startswith(("ministry", "department")):
        name = words
    else:
        name = words.title() if words.islower() else words
    if state is None:
        return (
            None if lower.split()[0] in {"the", "this"} else new_actor(name, ActorKind.GOVERNMENT)
        )
    known = reading.knowledge.holders(role, state.actor.country) if role else []
    if known:
        return known[0].actor
    name = f"{adjective_of(state)} {name}"
    return new_actor(name, ActorKind.GOVERNMENT, state.actor.country, state.actor.actor_id)
