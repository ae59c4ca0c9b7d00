"""What can go wrong with an input: a code, what happened, and what to do about it.

Here belongs the catalogue of problem codes with their fixes, and the record that becomes a row of
problems.csv. Mistakes in rules and settings are no problems but errors (`ConfigurationError`):
they stop a run before its first document. Bugs are neither and propagate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`error`: no rows at all; `warning`: something was left out; `info`: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCode:
    """An entry of the catalogue: when it occurs and how to mend it."""

    code: str
    severity: Severity
    meaning: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that went wrong or was left out; one row of problems.csv."""

    doc_id: str
    path: str
    stage: str
    code: str
    severity: Severity
    message: str
    hint: str


class ConfigurationError(Exception):
    """Rules, settings or the call are wrong; carries every message at once.

    Attributes:
        messages: one line each, with file, line and the likely mend where there is one.
    """

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(self.messages))


CATALOGUE: dict[str, ProblemCode] = {
    entry.code: entry
    for entry in (
        ProblemCode(
            code="file-unreadable",
            severity=Severity.ERROR,
            meaning="The file could not be opened.",
            hint="Check that the file still exists and that you may read it (chmod u+r).",
        ),
        ProblemCode(
            code="file-empty",
            severity=Severity.ERROR,
            meaning="The file has no text.",
            hint="Replace it with the document's text, or remove it from the folder.",
        ),
        ProblemCode(
            code="type-unknown",
            severity=Severity.ERROR,
            meaning="There is no reader for this type of file.",
            hint="Save the document as .txt or .md.",
        ),
        ProblemCode(
            code="not-text",
            severity=Severity.ERROR,
            meaning="The file's bytes are no text in any encoding tried.",
            hint="Open it in its own program and save it as plain text in UTF-8.",
        ),
        ProblemCode(
            code="encoding-guessed",
            severity=Severity.INFO,
            meaning="The file is not UTF-8; its encoding was guessed.",
            hint="Check accented letters in texts/; save the file as UTF-8 if they are wrong.",
        ),
        ProblemCode(
            code="duplicate-document",
            severity=Severity.INFO,
            meaning="Another file has the same content; it was read once.",
            hint="Remove one of the two files.",
        ),
        ProblemCode(
            code="language-not-english",
            severity=Severity.WARNING,
            meaning="The text does not look like English; rows from it are unlikely to be right.",
            hint="Translate the document first.",
        ),
        ProblemCode(
            code="line-too-long",
            severity=Severity.WARNING,
            meaning="A line is too long to be prose; it was read as one paragraph.",
            hint="Check that the file is a document and not data.",
        ),
        ProblemCode(
            code="sentence-too-long",
            severity=Severity.WARNING,
            meaning="A sentence is too long to be read safely; no claims were taken from it.",
            hint="Break the sentence or the table it comes from into shorter lines.",
        ),
        ProblemCode(
            code="pull-quote-dropped",
            severity=Severity.INFO,
            meaning="A block repeats a sentence of the body and was left out of the text.",
            hint="Nothing to do; see texts/ for the text that was read.",
        ),
        ProblemCode(
            code="page-furniture-dropped",
            severity=Severity.INFO,
            meaning="Running headers, footers or page numbers were left out of the text.",
            hint="Nothing to do; see texts/ for the text that was read.",
        ),
        ProblemCode(
            code="no-actors",
            severity=Severity.INFO,
            meaning="No actor was found in the document, so it has no claims.",
            hint="Add the document's actors to your own knowledge folder if it should have some.",
        ),
        ProblemCode(
            code="date-unresolved",
            severity=Severity.INFO,
            meaning="A date could not be placed on the calendar.",
            hint="Give the document a date in its first lines.",
        ),
        ProblemCode(
            code="rule-tie",
            severity=Severity.INFO,
            meaning="Two rules fired on the same words; the first by id was taken.",
            hint="Make one of the two rules' triggers or roles more specific.",
        ),
    )
}


def make_problem(code: str, *, doc_id: str, path: str, stage: str, message: str = "") -> Problem:
    """Returns the problem of that code, its hint from the catalogue.

    Args:
        message: what happened in this case; the catalogue's meaning where empty.

    Raises:
        KeyError: the code is not in the catalogue (a bug, not an input's fault).
    """
    entry = CATALOGUE[code]
    return Problem(
        doc_id=doc_id,
        path=path,
        stage=stage,
        code=code,
        severity=entry.severity,
        message=message or entry.meaning,
        hint=entry.hint,
    )
