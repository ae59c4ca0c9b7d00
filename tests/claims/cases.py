"""Challenge tables: sentences of our own, what a careful analyst says of them, and why.

A table is a Markdown file in `tables/`; one row is a sentence, the claims wanted (short strings of
`tests.support.claims`, separated by ";", nothing for none), the reason of the row, and the kind of
fault where the engine is known to be wrong. A row with a fault is expected to fail: it tells the
day it does not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.records import Claim
from tests.support.claims import short, wanted

FOLDER = Path(__file__).parent / "tables"
COLUMNS = ("sentence", "wanted", "reason", "fault")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One row of a table."""

    table: str
    line: int
    sentence: str
    wanted: str
    reason: str
    fault: str

    @property
    def claims(self) -> set[str]:
        """The claims wanted."""
        return wanted(self.wanted)


def read_table(path: Path) -> list[Case]:
    """Returns the rows of a table.

    Raises:
        ValueError: a row has not the four cells, or names a fault that is none of ours.
    """
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if number <= 2:
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != len(COLUMNS) or (cells[3] and cells[3] not in FAULTS):
            raise ValueError(f"{path.name}:{number}: {line}")
        values = dict(zip(COLUMNS, cells, strict=True))
        cases.append(Case(table=path.stem, line=number, **values))
    return cases


def write_table(path: Path, cases: list[Case]) -> None:
    """Writes the rows of a table."""
    rows = [COLUMNS, ("---",) * len(COLUMNS)]
    rows += [(case.sentence, case.wanted, case.reason, case.fault) for case in cases]
    text = "".join(f"| {' | '.join(row)} |\n".replace("|  |", "| |") for row in rows)
    path.write_text(text, encoding="utf-8")


def all_cases() -> list[Case]:
    """Returns the rows of every table."""
    return [case for path in sorted(FOLDER.glob("*.md")) for case in read_table(path)]


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


def with_fault(case: Case, fault: str) -> Case:
    """Returns the row with another fault."""
    return replace(case, fault=fault)
