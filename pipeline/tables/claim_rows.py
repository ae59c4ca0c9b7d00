"""Claims -> rows of claims.csv.

One function a block of columns; the columns themselves lie in `claim_columns`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.records import (
    QUAD_CLASS,
    ActorMention,
    Claim,
    DocumentText,
    ScoredClaim,
)
from pipeline.results import DocumentResult
from pipeline.tables.schema import Row


def claim_rows(results: Sequence[DocumentResult], reviews: Mapping[str, str]) -> list[Row]:
    """Returns one row for each claim, documents and claims in the order given.

    Args:
        reviews: verdicts by claim id; a verdict on a claim that is not here is not used.
    """
    return [
        _row(scored, document, result, reviews)
        for scored, document, result in _claims_with_documents(results)
    ]


def _claims_with_documents(
    results: Sequence[DocumentResult],
) -> Iterator[tuple[ScoredClaim, DocumentText, DocumentResult]]:
    for result in results:
        if result.document is None:
            continue
        for scored in result.claims:
            yield scored, result.document, result


def _row(
    scored: ScoredClaim, document: DocumentText, result: DocumentResult, reviews: Mapping[str, str]
) -> Row:
    claim = scored.claim
    return {
        **_what(scored),
        **_provenance(claim, document),
        **_role("source", claim.source),
        **_role("target", claim.target),
        **_how(claim),
        **_when(claim),
        **_where(claim),
        "confidence": scored.confidence,
        "review": reviews.get(claim.claim_id),
        "ruleset_version": result.ruleset_version,
        "model_version": scored.model_version,
    }


def _what(scored: ScoredClaim) -> Row:
    claim = scored.claim
    speaker = claim.attribution.speaker
    return {
        "claim_id": claim.claim_id,
        "statement_id": claim.statement_id,
        "relation": claim.relation.value,
        "source_name": claim.source.actor.name,
        "target_name": claim.target.actor.name,
        "direction": claim.direction.value,
        "event_type": claim.event_type.value,
        "stance": scored.stance,
        "stance_label": scored.stance_label,
        "polarity": claim.qualification.polarity.value,
        "modality": claim.qualification.modality.value,
        "attributed_to": speaker.actor.name if speaker else None,
        "quad_class": QUAD_CLASS[claim.event_type],
        "intensity": claim.intensity,
    }


def _provenance(claim: Claim, document: DocumentText) -> Row:
    return {
        "sentence": claim.sentence.text,
        "doc_title": document.title,
        "doc_id": claim.doc_id,
        "doc_date": document.date,
        "sentence_id": claim.sentence.sentence_id,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "trigger": claim.trigger.text,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "rule_id": claim.rule_id,
    }


def _role(role: str, mention: ActorMention) -> Row:
    return {
        f"{role}_text": mention.evidence.text,
        f"{role}_id": mention.actor.actor_id,
        f"{role}_kind": mention.actor.kind.value,
        f"{role}_country": mention.actor.country,
        f"{role}_start": mention.evidence.start,
        f"{role}_end": mention.evidence.end,
        f"{role}_basis": mention.basis.value,
    }


def _how(claim: Claim) -> Row:
    return {
        "cue": "; ".join(cue.text for cue in claim.qualification.cues),
        "attribution": claim.attribution.kind.value,
        "attribution_verb": claim.attribution.verb,
    }


def _when(claim: Claim) -> Row:
    if claim.date is None:
        columns = (
            "event_date",
            "event_date_end",
            "date_text",
            "date_precision",
            "date_basis",
        )
        return dict.fromkeys(columns)
    interval = claim.date.interval
    return {
        "event_date": interval.start,
        "event_date_end": interval.end,
        "date_text": claim.date.mention.evidence.text,
        "date_precision": interval.precision.value,
        "date_basis": interval.basis.value,
    }


def _where(claim: Claim) -> Row:
    if claim.place is None:
        columns = (
            "place_name",
            "place_text",
            "place_id",
            "place_country",
            "lat",
            "lon",
            "place_basis",
        )
        return dict.fromkeys(columns)
    place = claim.place.mention.place
    return {
        "place_name": place.name,
        "place_text": claim.place.mention.evidence.text,
        "place_id": place.place_id,
        "place_country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "place_basis": claim.place.basis.value,
    }
