"""Reads the sentences of challenge tables in one batch and says which mentions they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.claims.check import plain_document
from pipeline.records import DocumentText
from tests.annotate.cases import SORTS, document_date, document_text, told
from tests.support.claims import annotate_documents
from tests.support.tables import Case, Reading


def read_cases(cases: Sequence[Case]) -> list[Reading]:
    """Returns what the engine says of each row, each a document of its own, all in one batch."""
    read = annotate_documents([_document(case) for case in cases])
    return [
        _reading(case, told(annotated, SORTS[case.table]))
        for case, annotated in zip(cases, read, strict=True)
    ]


def _document(case: Case) -> DocumentText:
    return replace(plain_document(document_text(case)), date=document_date(case))


def _reading(case: Case, found: list[str]) -> Reading:
    return Reading(found=found, fault="" if found == case.parts else _fault(case.parts, found))


def _fault(wanted: list[str], found: list[str]) -> str:
    """Returns the kind of the first mention that is missing, else `extra`."""
    missing = next((part for part in wanted if part not in found), "")
    if not missing:
        return "extra"
    words, what = missing.split("=", 1)
    others = dict(part.split("=", 1) for part in found if part not in wanted)
    if words in others:
        return _difference(what, others[words])
    if words.removeprefix("@") in others or f"@{words}" in others:
        return "sort"
    near = any(words.strip("@") in other or other.strip("@") in words for other in others)
    return "span" if near else "missing"


def _difference(wanted: str, found: str) -> str:
    if len(wanted.split()) == len(found.split()) == 3 and found.split()[-1] in {
        "explicit",
        "relative",
        "context",
        "document",
    }:
        return "interval" if wanted.split()[:2] != found.split()[:2] else "basis"
    return "interval" if "?" in {wanted, found} else "name"
