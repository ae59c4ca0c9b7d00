"""The challenge tables of claims: `tables/*.md`, their faults, and claims as short strings."""

from __future__ import annotations

from pathlib import Path

from pipeline.records import Claim
from tests.support.claims import short
from tests.support.tables import Case, read_tables

FOLDER = Path(__file__).parent / "tables"

#: Tables whose claims are compared with date and place.
DATED = frozenset({"dates_places"})

#: What a known fault is about.
FAULTS = {
    "actor": "an actor is not found, or is another one",
    "trigger": "no rule knows the words",
    "role": "the words fire, their roles are not filled",
    "type": "the right pair, another event type or direction",
    "qualifier": "polarity or modality",
    "attribution": "the speaker",
    "date": "the date of the event",
    "place": "the place of the event",
    "extra": "a claim that the sentence does not make",
}


def all_cases() -> list[Case]:
    """Returns the rows of every table."""
    return read_tables(FOLDER, FAULTS)


def told(claim: Claim, *, dated: bool) -> str:
    """Returns a claim as a short string, where wanted with its date and place."""
    text = short(claim)
    if dated and claim.date is not None:
        text += f" on {claim.date.interval.start}"
        if claim.date.interval.end != claim.date.interval.start:
            text += f"/{claim.date.interval.end}"
    if dated and claim.place is not None:
        text += f" at {claim.place.mention.place.name}"
    return text
