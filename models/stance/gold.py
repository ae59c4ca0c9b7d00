"""Annotated documents as training rows: gold claims for stance, our claims for confidence.

Belongs here: reading the annotation and running the rules over its sentences; not the fitting.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.annotate import annotate_many
from pipeline.annotate.core import load_core
from pipeline.claims import extract_claims
from pipeline.evaluation.gold import load_gold
from pipeline.evaluation.matching import Placed, match_rows
from pipeline.identity import stable_id
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.records import Block, BlockKind, Claim, DocumentText, EventType, Modality
from pipeline.rules import load_rules
from pipeline.stance.features import StanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRow:
    """A gold claim as the model sees it, its document and the annotators' stance."""

    view: StanceView
    document: str
    stance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceRow:
    """A claim of ours, its document and whether the annotators have it too."""

    claim: Claim
    document: str
    is_right: bool


def gold_pairs(folder: Path) -> list[tuple[Path, Path]]:
    """Returns the folder's pairs of gold and sentence files."""
    golds = sorted(folder.glob("*.gold.json"))
    return [(path, path.with_name(path.name.replace(".gold.", ".sentences."))) for path in golds]


def stance_rows(pairs: Sequence[tuple[Path, Path]]) -> Iterator[StanceRow]:
    """Yields the affirmed gold claims that have a stance; a denial cancels and is not learnt."""
    for gold, _ in pairs:
        data = json.loads(gold.read_text(encoding="utf-8"))
        for claim in data["claims"]:
            if claim["negated"] or claim.get("stance") is None:
                continue
            yield StanceRow(
                view=_view(claim),
                document=data["doc_id"],
                stance=float(claim["stance"]),
            )


def _view(claim: dict[str, Any]) -> StanceView:
    return StanceView(
        event_type=EventType(claim["type"]),
        modality=Modality(claim.get("modality") or "asserted"),
        trigger=claim["cue"],
    )


def confidence_rows(pairs: Sequence[tuple[Path, Path]]) -> Iterator[ConfidenceRow]:
    """Yields our claims from the annotated documents.

    Those that only one annotator has are left out: nobody knows whether they are right.
    """
    rules = load_rules()
    golds = [load_gold(gold, sentences) for gold, sentences in pairs]
    documents = [_document(gold, sentences) for gold, sentences in pairs]
    read = annotate_many(
        documents, nlp=load_core(), knowledge=load_knowledge(), gazetteer=load_gazetteer()
    )
    for gold, annotated in zip(golds, read, strict=True):
        claims, _ = extract_claims(annotated, rules=rules)
        placed = [
            Placed(row=_row(claim), sid=gold.nearest(claim.sentence.text)[0]) for claim in claims
        ]
        matched = {match.row: match.pair for match in match_rows(placed, gold, strict=False)}
        for number, claim in enumerate(claims):
            pair = matched.get(number)
            if pair is None or not gold.pairs[pair].optional:
                yield ConfidenceRow(claim=claim, document=gold.name, is_right=pair is not None)


def _row(claim: Claim) -> dict[str, str]:
    row = {
        "sentence": claim.sentence.text,
        "relation": str(claim.relation),
        "direction": str(claim.direction),
    }
    for role, mention in (("source", claim.source), ("target", claim.target)):
        row[f"{role}_name"] = mention.actor.name
        row[f"{role}_text"] = mention.evidence.text
        row[f"{role}_country"] = mention.actor.country
    return row


def _sentences(path: Path) -> dict[int, str]:
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = data["sentences"] if isinstance(data, dict) else data
    return {row["sid"]: " ".join(row["text"].split()) for row in rows}


def _document(gold: Path, sentences: Path) -> DocumentText:
    """Returns the annotated sentences as a document, one block each."""
    text, blocks = "", []
    for sentence in _sentences(sentences).values():
        start = len(text)
        text += sentence
        blocks.append(Block(start=start, end=len(text), kind=BlockKind.PARAGRAPH))
        text += "\n"
    data = json.loads(sentences.read_text(encoding="utf-8"))
    return DocumentText(
        doc_id=stable_id("d", gold.name),
        path=gold.name,
        sha256="",
        media_type="text/plain",
        title=data.get("title", "") if isinstance(data, dict) else "",
        text=text,
        blocks=tuple(blocks),
    )
