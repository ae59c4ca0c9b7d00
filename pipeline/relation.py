"""The claim between two words that somebody else has found: one sentence, two spans.

For users with actors of their own (a name recogniser, a hand-annotated corpus) who ask only what
the sentence says between them. Whole documents go through `pipeline.run`.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.annotate import AnnotatedDocument
from pipeline.annotate.references import resolve_references
from pipeline.claims import extract_claims
from pipeline.claims.check import plain_document
from pipeline.identity import stable_id
from pipeline.knowledge import Knowledge
from pipeline.records import Actor, ActorBasis, ActorKind, ActorMention, Claim, Evidence
from pipeline.run import annotate_document, load_resources
from pipeline.settings import Settings

#: A (start, end) pair of character offsets, end exclusive.
Offsets = tuple[int, int]


def type_relation(
    sentence: str,
    source_span: Offsets,
    target_span: Offsets,
    *,
    settings: Settings | None = None,
) -> Claim | None:
    """Returns what the sentence says between the two spans, None where it says nothing.

    Example: `type_relation("Acme accused Zenit of fraud.", (0, 4), (13, 18))` gives ACCUSE, of
    quad class 3; neither name need be known. The sentence decides who acts: where it makes the
    second span act on the first, `claim.source` is the second. Of several claims, one from the
    first span to the second comes first, then the one whose trigger comes first.

    Raises:
        ValueError: a span is empty or not within the sentence, or the two overlap.
        ConfigurationError: rules, knowledge or models are wrong.
    """
    _check_spans(sentence, source_span, target_span)
    resources = load_resources(settings or Settings())
    annotated = annotate_document(plain_document(sentence), resources)
    given = _with_mentions(annotated, (source_span, target_span), resources.knowledge)
    claims, _ = extract_claims(given, rules=resources.rules)
    source, target = (_at(given, span).actor.actor_id for span in (source_span, target_span))
    # "Acme said it would sue": a reference to one of the two counts as that one.
    between = [claim for claim in claims if _ends(claim) in {(source, target), (target, source)}]
    as_asked = (_ends(claim) != (source, target) for claim in between)
    ranked = sorted(zip(as_asked, between, strict=True), key=lambda x: (x[0], x[1].trigger.start))
    return ranked[0][1] if ranked else None


def _check_spans(sentence: str, *spans: Offsets) -> None:
    for start, end in spans:
        if not 0 <= start < end <= len(sentence):
            raise ValueError(f"({start}, {end}) is no span of a text of {len(sentence)} characters")
    (_, first_end), (second_start, _) = sorted(spans)
    if second_start < first_end:
        raise ValueError(f"the spans {spans[0]} and {spans[1]} overlap")


def _ends(claim: Claim) -> tuple[str, str]:
    return claim.source.actor.actor_id, claim.target.actor.actor_id


def _at(annotated: AnnotatedDocument, span: Offsets) -> ActorMention:
    return next(mention for mention in annotated.actors if _span(mention) == span)


def _with_mentions(
    annotated: AnnotatedDocument, spans: tuple[Offsets, ...], knowledge: Knowledge
) -> AnnotatedDocument:
    """Returns the document with an actor at each span, and no other that overlaps one."""
    known = {_span(mention): mention for mention in annotated.references + annotated.actors}
    given = [known.get(span) or _unknown(annotated.document.text, span) for span in spans]

    def kept(mentions: tuple[ActorMention, ...]) -> list[ActorMention]:
        return [m for m in mentions if not any(_overlap(_span(m), span) for span in spans)]

    actors = tuple(sorted([*kept(annotated.actors), *given], key=_span))
    references = resolve_references(
        annotated.doc, document=annotated.document, actors=actors, knowledge=knowledge
    )
    return replace(annotated, actors=actors, references=tuple(kept(references)))


def _unknown(text: str, span: Offsets) -> ActorMention:
    """Returns a mention of an actor of whom nothing but the words is known."""
    words = text[slice(*span)]
    return ActorMention(
        evidence=Evidence(start=span[0], end=span[1], text=words),
        actor=Actor(actor_id=stable_id("a", words), name=words, kind=ActorKind.OTHER),
        basis=ActorBasis.NAME,
    )


def _span(mention: ActorMention) -> Offsets:
    return mention.evidence.start, mention.evidence.end


def _overlap(first: Offsets, second: Offsets) -> bool:
    return first[0] < second[1] and second[0] < first[1]
