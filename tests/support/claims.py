"""Claims as short strings, for tables that say exactly what a sentence gives.

`Iran > Israel ACCUSE` is directed, `Iran = Oman AGREE` mutual; then, where it is so, `negated`,
`possible`, `planned` or `conditional`, and `by Oman` for who says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.annotate import AnnotatedDocument, annotate_many
from pipeline.annotate.core import load_core
from pipeline.claims import extract_claims
from pipeline.claims.check import plain_document
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.records import Claim, Direction, DocumentText
from pipeline.rules import RuleSet, load_rules


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The library."""
    return load_rules()


def annotate_texts(texts: Sequence[str]) -> list[AnnotatedDocument]:
    """Returns each text annotated as a document of its own."""
    return annotate_documents([plain_document(text) for text in texts])


def annotate_documents(documents: Sequence[DocumentText]) -> list[AnnotatedDocument]:
    """Returns the documents annotated by all that ships."""
    return list(
        annotate_many(
            documents, nlp=load_core(), knowledge=load_knowledge(), gazetteer=load_gazetteer()
        )
    )


def claims_in(text: str) -> tuple[Claim, ...]:
    """Returns the claims of a text."""
    return extract_claims(annotate_texts([text])[0], rules=rules())[0]


def short(claim: Claim) -> str:
    """Returns a claim as a short string."""
    ends = sorted([claim.source.actor.name, claim.target.actor.name])
    if claim.direction is Direction.DIRECTED:
        ends = [claim.source.actor.name, claim.target.actor.name]
    sign = ">" if claim.direction is Direction.DIRECTED else "="
    parts = [f"{ends[0]} {sign} {ends[1]} {claim.event_type}"]
    if claim.qualification.polarity == "negated":
        parts.append("negated")
    if claim.qualification.modality != "asserted":
        parts.append(str(claim.qualification.modality))
    if claim.attribution.speaker is not None:
        parts.append(f"by {claim.attribution.speaker.actor.name}")
    return " ".join(parts)


def found_in(text: str) -> set[str]:
    """Returns the text's claims as short strings."""
    return {short(claim) for claim in claims_in(text)}


def assert_last_target_refers(text: str) -> None:
    """Asserts that the last claim's target is known by a role and stands where it says."""
    last = max(claims_in(text), key=lambda claim: claim.trigger.start)
    assert last.target.basis == "role"
    assert text[last.target.evidence.start : last.target.evidence.end] == last.target.evidence.text
