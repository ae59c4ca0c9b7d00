"""Which stretches of a text are names of persons: those of the tables, of the core, of a title.

Here belongs how far such a name goes. Whom it means is decided in `people`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate import grammar
from pipeline.annotate.actors.introduced import titled_names
from pipeline.annotate.actors.names import NameHit
from pipeline.annotate.actors.reading import Reading
from pipeline.annotate.grammar import HYPHENS
from pipeline.annotate.parse import Span, Token
from pipeline.knowledge.store import Form, Found
from pipeline.records import ActorKind

_POSSESSIVE = re.compile(r"['’]s?$")
_HONORIFIC = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sen|Rep|Gov|Amb|Adm|Capt|Sgt|Sir|HE|H\.E|President|Minister"
    r"|Secretary|General|Ayatollah|Sheikh|King|Prince|Prime Minister|Chancellor|Ambassador|Colonel)"
    r"\.?\s+)+"
)
_NAME = re.compile(r"[A-Z\u00c0-\u024f][\w'’.\-]*")
#: An Arabic name by one's child, which goes before all others.
_KUNYA = frozenset({"Abu", "Umm"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A stretch that is a personal name, with the person where the tables know one."""

    start: int
    end: int
    text: str
    hit: NameHit | None = None
    found: Found | None = None


def personal_names(reading: Reading) -> Iterator[Anchor]:
    """Yields personal names: those of the tables, then those that the core took for persons."""
    taken: list[tuple[int, int]] = []
    bodies: list[tuple[int, int]] = []
    for hit in reading.hits:
        person = next((f for f in hit.found if f.actor.kind is ActorKind.PERSON), None)
        if person is None:
            if not _is_inside_longer_name(reading, hit):
                bodies.append((hit.start, hit.end))
            continue
        named = person if person.form in {Form.NAME, Form.ALIAS} else None
        if named is None and hit.found[0].actor.kind is not ActorKind.PERSON:
            continue
        if " " not in hit.text and _is_inside_longer_name(reading, hit):
            continue  # "Anwar" in "Anwar Kakar"
        if named is None and (
            _is_inside_longer_name(reading, hit) or _is_function_word(reading, hit)
        ):
            continue
        taken.append((hit.start, hit.end))
        yield Anchor(start=hit.start, end=hit.end, text=hit.text, hit=hit, found=named)
    persons = reading.persons
    unknown = [_trimmed(_first(entity).idx, _whole(entity)) for entity in persons]
    for names in (titled_names(reading), unknown):
        for start, end, text in (_hyphenated(reading, *name) for name in names):
            if text and not any(start < other_end and other < end for other, other_end in taken):
                taken.append((start, end))
                yield Anchor(start=start, end=end, text=text)
        taken += bodies


def _is_inside_longer_name(reading: Reading, hit: NameHit) -> bool:
    """Says whether the core took the short name for part of a longer one ("Boris Nemtsov")."""
    for entity in reading.persons:
        if entity.start_char <= hit.start < entity.end_char:
            _, _, text = _trimmed(entity.start_char, entity.text)
            return " " in text and len(text) > len(hit.text) + 1
    return False


def _is_function_word(reading: Reading, hit: NameHit) -> bool:
    """Says whether the short name is a small word here ("He", "An", "Will")."""
    token = reading.token_at(hit.start)
    return " " not in hit.text and token.pos_ in {"PRON", "DET", "AUX", "ADP", "CCONJ", "SCONJ"}


def _whole(entity: Span) -> str:
    """Returns the name with the parts of it that the parse adds ("Pham Thu | Hang")."""
    end = entity.end
    while end < len(entity.doc):
        token = entity.doc[end]
        if grammar.relation(token) != "flat" or token.head.i < entity.start or not token.is_title:
            break
        end += 1
    return entity.doc[_first(entity).i : end].text


def _first(entity: Span) -> Token:
    """Returns the first word of the name, also where the core leaves out the "Abu" before it."""
    before = entity.doc[max(0, entity.start - 1)]
    return before if before.text in _KUNYA and before.whitespace_ else entity[0]


def _hyphenated(reading: Reading, start: int, end: int, text: str) -> tuple[int, int, str]:
    """Returns the name with what a hyphen joins to it ("Kang Min | -jae"), unless it is known."""
    while text and reading.document.text[end : end + 1] in HYPHENS:
        token = reading.token_at(end + 1)
        if token.idx != end + 1 or token.pos_ != "PROPN" or reading.hit_at(token.idx) is not None:
            break
        end = token.idx + len(token)
    return start, end, reading.document.text[start:end]


def _trimmed(start: int, text: str) -> tuple[int, int, str]:
    """Returns a name without titles before it and a possessive after it."""
    honorific = _HONORIFIC.match(text)
    if honorific:
        start, text = start + honorific.end(), text[honorific.end() :]
    text = _POSSESSIVE.sub("", text)
    if not _NAME.match(text) and text[:3].lower() not in {"al-", "de ", "van", "von", "bin", "abu"}:
        return start, start, ""
    return start, start + len(text), text
