"""The challenge tables of references: `tables/*.md`, and what is found as their short strings.

A row's text may begin with the document's title or issuer in brackets. `words=Name` says whom the
words mean; what is in doubt must stay unresolved and is in no wanted piece.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pipeline.claims.check import plain_document
from pipeline.records import ActorMention, DocumentText
from tests.support.claims import annotate_documents, annotate_texts
from tests.support.tables import Case, Reading, read_tables

FOLDER = Path(__file__).parent / "tables"

#: What a known fault is about.
FAULTS = {
    "open": "what a reader understands stays unresolved",
    "wrong": "words mean another actor than the one found",
    "invented": "words that mean nobody known are resolved",
}
_HEAD = re.compile(r"\[(title|issuer): ([^\]]*)\]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many references are wanted, found, and right."""

    wanted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what is found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is wanted that is found."""
        return self.right / self.wanted if self.wanted else 1.0


def all_cases() -> list[Case]:
    """Returns the rows of every table."""
    return read_tables(FOLDER, FAULTS)


def references_in(text: str) -> tuple[ActorMention, ...]:
    """Returns the references of a text."""
    return annotate_texts([text])[0].references


@cache
def found_in() -> dict[str, tuple[str, ...]]:
    """Returns for each row whom its words mean, as short strings; the core reads all at once."""
    cells = [case.sentence for case in all_cases()]
    read = annotate_documents([_document(cell) for cell in cells])
    return {
        cell: tuple(f"{item.evidence.text}={item.actor.name}" for item in annotated.references)
        for cell, annotated in zip(cells, read, strict=True)
    }


def _document(cell: str) -> DocumentText:
    heads = dict(_HEAD.findall(cell))
    document = plain_document(_HEAD.sub("", cell))
    return replace(document, title=heads.get("title", ""), issuer=heads.get("issuer", ""))


def read_cases(cases: Sequence[Case]) -> list[Reading]:
    """Returns what is found in each row and the kind of what is wrong there."""
    return [Reading(found=found, fault=_fault(case, found)) for case, found in _readings(cases)]


def tally(cases: Sequence[Case]) -> Tally:
    """Returns the counts of the rows, those with a known fault among them."""
    pairs = [(Counter(case.parts), Counter(found)) for case, found in _readings(cases)]
    return Tally(
        wanted=sum(wanted.total() for wanted, _ in pairs),
        found=sum(found.total() for _, found in pairs),
        right=sum((wanted & found).total() for wanted, found in pairs),
    )


def _readings(cases: Sequence[Case]) -> list[tuple[Case, tuple[str, ...]]]:
    return [(case, found_in()[case.sentence]) for case in cases]


def _fault(case: Case, found: Sequence[str]) -> str:
    missing = Counter(case.parts) - Counter(found)
    extra = Counter(found) - Counter(case.parts)
    if not extra:
        return "open" if missing else ""
    words = {part.partition("=")[0] for part in missing}
    return "wrong" if any(part.partition("=")[0] in words for part in extra) else "invented"
