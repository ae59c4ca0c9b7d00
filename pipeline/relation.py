"""The claim between two words that somebody else has found: one sentence, two spans.

For users with actors of their own (a name recogniser, a hand-annotated corpus) who ask only what
the sentence says between them. Whole documents go through `pipeline.run`.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.annotate import AnnotatedDocument
from pipeline.annotate.references import resolve_references
from pipeline.claims import extract_claims
from pipeline.claims.assemble import INTENSITY, claims_of, sentence_span
from pipeline.claims.cast import Cast
from pipeline.claims.check import plain_document
from pipeline.claims.nearest import nearest_statement
from pipeline.identity import stable_id
from pipeline.knowledge import Knowledge
from pipeline.records import (
    RELATION_OF,
    Actor,
    ActorBasis,
    ActorKind,
    ActorMention,
    Claim,
    EventType,
    Evidence,
    Polarity,
    Relation,
)
from pipeline.rules import RuleSet
from pipeline.rules.tables_load import word_list
from pipeline.run import annotate_document, load_resources
from pipeline.settings import Settings

#: A (start, end) pair of character offsets, end exclusive.
Offsets = tuple[int, int]

_ANNOUNCING = word_list("announcing_word")

#: What the announcement of a deed is, by the quad class of the deed.
_TOLD = {2: EventType.AGREE, 4: EventType.THREATEN}


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

    That the two are related is taken for granted. So it differs from `extract` in two ways: where
    grammar alone joins them by nothing, the nearest trigger does (`pipeline.claims.nearest`); and
    types are PLOVER's, which codes an announced deed as the promise (AGREE), the threat (THREATEN)
    or the refusal (REJECT) that it is, where `extract` gives the deed with its modality.

    Raises:
        ValueError: a span is empty or not within the sentence, or the two overlap.
        ConfigurationError: rules, knowledge or models are wrong.
    """
    _check_spans(sentence, source_span, target_span)
    resources = load_resources(settings or Settings())
    annotated = annotate_document(plain_document(sentence), resources)
    given = _with_mentions(annotated, (source_span, target_span), resources.knowledge)
    claim = _strict(given, source_span, target_span, resources.rules)
    claim = claim or _nearest(given, source_span, target_span, resources.rules)
    return _announced(claim) if claim else None


def _strict(
    annotated: AnnotatedDocument, source_span: Offsets, target_span: Offsets, rules: RuleSet
) -> Claim | None:
    """Returns the claim between the two that a document with this sentence would give."""
    claims, _ = extract_claims(annotated, rules=rules)
    source, target = (_at(annotated, span).actor.actor_id for span in (source_span, target_span))
    # "Acme said it would sue": a reference to one of the two counts as that one.
    between = [claim for claim in claims if _ends(claim) in {(source, target), (target, source)}]
    as_asked = (_ends(claim) != (source, target) for claim in between)
    ranked = sorted(zip(as_asked, between, strict=True), key=lambda x: (x[0], x[1].trigger.start))
    return ranked[0][1] if ranked else None


def _nearest(
    annotated: AnnotatedDocument, source_span: Offsets, target_span: Offsets, rules: RuleSet
) -> Claim | None:
    """Returns the claim of the trigger that both stand nearest to."""
    cast = Cast(annotated)
    source, target = _at(annotated, source_span), _at(annotated, target_span)
    for sentence in annotated.sentences:
        span = sentence_span(annotated, sentence)
        statement = nearest_statement(span, source, target, cast, rules)
        if statement is not None:
            return next(claims_of(statement, sentence, cast, annotated))
    return None


def _announced(claim: Claim) -> Claim:
    """Returns the claim as PLOVER codes deeds that are only announced: the word, not the deed.

    Example: "will send aid" is AGREE, "will not send aid" REJECT (and no longer negated), "will
    bomb" THREATEN.
    """
    qualification = claim.qualification
    if not any(cue.text.lower() in _ANNOUNCING for cue in qualification.cues):
        return claim
    if qualification.polarity is Polarity.NEGATED:
        if claim.relation is Relation.TENSION:
            return claim
        told = EventType.REJECT
        qualification = replace(qualification, polarity=Polarity.AFFIRMED)
    elif claim.quad_class not in _TOLD:
        return claim
    else:
        told = _TOLD[claim.quad_class]
    return replace(
        claim,
        event_type=told,
        relation=RELATION_OF[told],
        intensity=INTENSITY[told],
        qualification=qualification,
    )


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
        annotated.doc,
        document=annotated.document,
        actors=actors,
        places=annotated.places,
        knowledge=knowledge,
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
