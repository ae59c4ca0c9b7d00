"""What one document gave: the record that a run caches, and that tables are built from.

Here belongs `DocumentResult` with its way to JSON and back, lossless, because a run keeps the
results of unchanged documents as JSON. No table columns (see `pipeline.tables`), no file access.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter

from pipeline.problems import Problem
from pipeline.records import (
    ActorMention,
    DateMention,
    DocumentText,
    PlaceMention,
    ScoredClaim,
    Sentence,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    """Everything that reading one input file gave, also where it could not be read.

    `document` is None for a file that could not be read; `problems` then says why. `path` is the
    file's path below the input folder, with forward slashes. The three versions say what produced
    the rows: the rule set, the English core and the stance model.
    """

    path: str
    doc_id: str
    sha256: str = ""
    document: DocumentText | None = None
    sentences: tuple[Sentence, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    claims: tuple[ScoredClaim, ...] = ()
    problems: tuple[Problem, ...] = ()
    n_words: int = 0
    ruleset_version: str = ""
    core_version: str = ""
    model_version: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Returns the result as plain JSON values; `from_dict` gives the equal result back."""
        return cast(dict[str, Any], _adapter().dump_python(self, mode="json"))

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> DocumentResult:
        """Returns the result that `to_dict` gave, also after a way through JSON.

        Raises:
            pydantic.ValidationError: the values are not those of a result.
        """
        return _adapter().validate_python(dict(values))

    def at_path(self, path: str) -> DocumentResult:
        """Returns the same result for the same bytes found at another path.

        A result is cached by the bytes of its file; a file that was moved or renamed keeps its
        rows, but documents.csv and problems.csv must name the path of this run.
        """
        document = None if self.document is None else replace(self.document, path=path)
        problems = tuple(replace(problem, path=path) for problem in self.problems)
        return replace(self, path=path, document=document, problems=problems)


@cache
def _adapter() -> TypeAdapter[DocumentResult]:
    return TypeAdapter(DocumentResult)
