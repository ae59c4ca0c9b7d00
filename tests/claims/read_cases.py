"""Reads the sentences of challenge tables in one batch and says what the engine makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate import AnnotatedDocument
from pipeline.claims import extract_claims
from pipeline.claims.assemble import sentence_span
from pipeline.claims.cast import Cast
from pipeline.claims.triggers import find_triggers
from pipeline.records import EventType
from tests.claims.cases import DATED, told
from tests.support.claims import annotate_texts, rules
from tests.support.tables import Case, Reading

TYPES = frozenset(EventType)


def read_cases(cases: Sequence[Case]) -> list[Reading]:
    """Returns what the engine says of each row, all sentences read as one batch."""
    return [
        _reading(case, annotated)
        for case, annotated in zip(cases, annotate_texts([c.sentence for c in cases]), strict=True)
    ]


def _reading(case: Case, annotated: AnnotatedDocument) -> Reading:
    claims, _ = extract_claims(annotated, rules=rules())
    found = frozenset(told(claim, dated=case.table in DATED) for claim in claims)
    wanted = set(case.parts)
    fault = "" if found == wanted else _fault(wanted, found, annotated)
    return Reading(found=found, fault=fault)


def _fault(wanted: set[str], found: frozenset[str], annotated: AnnotatedDocument) -> str:
    """Returns the kind of the first claim that is missing, else `extra`."""
    missing = sorted(wanted - found)
    if not missing:
        return "extra"
    near = [claim for claim in found - wanted if _pair(claim) == _pair(missing[0])]
    if near:
        return _difference(missing[0], near[0])
    cast = Cast(annotated)
    names = {m.actor.name for m in (*annotated.actors, *annotated.references)}
    if not _ends(missing[0]) <= names:
        return "actor"
    fired = {
        match.rule.type
        for sentence in annotated.sentences
        for match in find_triggers(sentence_span(annotated, sentence), rules(), names=cast.named)
    }
    return "role" if _parts(missing[0])["type"] in fired else "trigger"


def _parts(claim: str) -> dict[str, str]:
    """Returns the parts of a short string: type, qualifier, attribution, date and place."""
    rest, _, place = claim.partition(" at ")
    rest, _, date = rest.partition(" on ")
    rest, _, speaker = rest.partition(" by ")
    sign = ">" if " > " in rest else "="
    words = rest.split(f" {sign} ", 1)[1].split()
    at = next(i for i, word in enumerate(words) if word in TYPES)
    return {
        "type": words[at],
        "sign": sign,
        "target": " ".join(words[:at]),
        "source": rest.split(f" {sign} ", 1)[0],
        "qualifier": " ".join(words[at + 1 :]),
        "attribution": speaker,
        "date": date,
        "place": place,
    }


def _ends(claim: str) -> set[str]:
    parts = _parts(claim)
    return {parts["source"], parts["target"]}


def _pair(claim: str) -> frozenset[str]:
    return frozenset(_ends(claim))


def _difference(missing: str, near: str) -> str:
    one, other = _parts(missing), _parts(near)
    if (one["type"], one["sign"]) != (other["type"], other["sign"]):
        return "type"
    if one["source"] != other["source"] and one["sign"] == ">":
        return "role"
    keys = ("qualifier", "attribution", "date", "place")
    return next((key for key in keys if one[key] != other[key]), "extra")
