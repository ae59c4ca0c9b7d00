"""Whose a body is: the state or force that the words beside its name say.

Here belongs who stands before the name ("Nigeria's | 7th Division", "Afghan | 203rd Corps") and
after it with "of" ("203rd Corps of the | Afghan army").
"""

from __future__ import annotations

import re

from pipeline.annotate.actors.reading import COUNTRY_FORMS, Reading
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.store import Form
from pipeline.records import ActorKind

_POSSESSED = re.compile(r"['’]s?\s+(?:own\s+|elite\s+|new\s+|powerful\s+)?$")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_IN = re.compile(
    r"\s+in\s+(?:the\s+)?(?:(?:north|south|east|west|central)[\w-]*\s+)?", re.IGNORECASE
)
_FORCES = frozenset({ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT})


def owner_before(reading: Reading, start: int) -> Entry | None:
    """Returns the state that stands right before the name or owns it, None where none does."""
    text = reading.document.text
    window = max(0, start - 40)
    possessed = _POSSESSED.search(text[window:start])
    if not possessed and text[start - 1 : start] == "\n":
        return None
    before = reading.hit_ending_at(window + possessed.start() if possessed else start - 1)
    found = before.of_form(*COUNTRY_FORMS) if before else None
    if found is not None:
        return found.entry
    force = next((f for f in before.found if f.actor.kind in _FORCES), None) if before else None
    return force.entry if force else None


def owner_after(reading: Reading, end: int) -> Entry | None:
    """Returns the state or force after "of" behind the name, None where none stands there.

    Example: Afghanistan behind "203rd Corps" in "the 203rd Corps of the Afghan army".
    """
    of = _OF.match(reading.document.text, end)
    hit = reading.hit_at(of.end()) if of else None
    if hit is None:
        return None
    found = hit.of_form(*COUNTRY_FORMS)
    if found is not None:
        return found.entry
    force = next((item for item in hit.found if item.actor.kind in _FORCES), None)
    return force.entry if force else None


def land_after(reading: Reading, end: int) -> Entry | None:
    """Returns the state that stands behind "in" ("rebels in eastern | Chad"), None where none."""
    place = _IN.match(reading.document.text, end)
    hit = reading.hit_at(place.end()) if place else None
    found = hit.of_form(Form.NAME, Form.ALIAS) if hit else None
    return found.entry if found and found.actor.kind is ActorKind.STATE else None
