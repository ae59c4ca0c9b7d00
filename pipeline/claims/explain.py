"""Why a sentence gives the claims that it gives: what fired, what nearly fired, what was missing.

Here belongs the account of one sentence as records; printing it is the command line's. Nothing is
decided here: the same functions that make claims are asked again, one rule at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate.annotated import AnnotatedDocument
from pipeline.annotate.grammar import relation
from pipeline.annotate.parse import Span, Token
from pipeline.claims.assemble import (
    extract_claims,
    sentence_span,
    statements_in,
    told_in,
    triggers_in,
)
from pipeline.claims.cast import Cast
from pipeline.claims.patterns import missing_node
from pipeline.claims.roles import fill_roles
from pipeline.claims.told import Told
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorBasis, Claim, Sentence
from pipeline.rules.load import RuleSet
from pipeline.rules.markup import print_marked
from pipeline.rules.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """A claim of the sentence and the rule that made it.

    Attributes:
        marked: the sentence with trigger, source, target, cues and speaker in inline markup.
    """

    claim: Claim
    rule: Rule
    marked: str

    @property
    def told_elsewhere(self) -> str:
        """How the target is known where its own words name nobody, "" where they do."""
        target, trigger = self.claim.target, self.claim.trigger
        at = target.evidence
        inside = trigger.start <= at.start and at.end <= trigger.end
        if target.basis is not ActorBasis.ROLE or not inside:
            return ""
        return f'nobody is named: "{at.text}" is about {target.actor.name} by what stands before'


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A rule whose words stand in the sentence and which gave no claim.

    Attributes:
        trigger: the rule's words as they stand there.
        missing: the role that nobody fills (`source`, `target`, `parties`), `overlap`, or `node`
            where the sentence lacks a word of the rule's pattern.
        looked_in: the slots that were tried for it; the node's id where `missing` is `node`.
        won: id of the rule that took the words where `missing` is `overlap`.
    """

    rule: Rule
    trigger: str
    missing: str
    looked_in: tuple[str, ...] = ()
    won: str = ""

    def __str__(self) -> str:
        where = f"{self.rule.path}:{self.rule.line} {self.rule.id}".removeprefix(":0 ")
        if self.missing == "overlap":
            return f'{where}: "{self.trigger}" was taken by {self.won}'
        slots = ", ".join(self.looked_in)
        if self.missing == "node":
            return f'{where}: "{self.trigger}" stands there, but no word fits node "{slots}"'
        return f'{where}: "{self.trigger}" has no actor as {self.missing} (looked in {slots})'


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedWord:
    """One word of the parse: its dictionary form, part of speech and what it hangs on, and how."""

    text: str
    lemma: str
    pos: str
    label: str
    relation: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The account of one sentence."""

    sentence: Sentence
    actors: tuple[str, ...]
    fired: tuple[Fired, ...]
    near_misses: tuple[NearMiss, ...]
    parse: tuple[ParsedWord, ...]


def explain_document(annotated: AnnotatedDocument, *, rules: RuleSet) -> tuple[Explanation, ...]:
    """Returns the account of every sentence of the document, in order."""
    cast = Cast(annotated)
    claims, _ = extract_claims(annotated, rules=rules)
    by_sentence: dict[str, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence.sentence_id, []).append(claim)
    told = told_in(annotated, cast, rules)
    return tuple(
        _explain(annotated, sentence, by_sentence.get(sentence.sentence_id, []), cast, rules, told)
        for sentence in annotated.sentences
    )


def explain_claim(
    annotated: AnnotatedDocument, claim_id: str, *, rules: RuleSet
) -> Explanation | None:
    """Returns the account of the sentence that holds the claim, None where none does."""
    for account in explain_document(annotated, rules=rules):
        if any(fired.claim.claim_id == claim_id for fired in account.fired):
            return account
    return None


def _explain(
    annotated: AnnotatedDocument,
    sentence: Sentence,
    claims: list[Claim],
    cast: Cast,
    rules: RuleSet,
    told: Told,
) -> Explanation:
    span = sentence_span(annotated, sentence)
    fired = []
    for claim in claims:
        rule = rules.get(claim.rule_id)
        if rule is not None:
            fired.append(Fired(claim=claim, rule=rule, marked=mark_claim(claim)))
    named = cast.within(span)
    return Explanation(
        sentence=sentence,
        actors=tuple(f"{item.evidence.text} = {item.actor.name} ({item.basis})" for item in named),
        fired=tuple(fired),
        near_misses=tuple(_near_misses(span, cast, rules, told)),
        parse=tuple(_word(token) for token in span),
    )


def _near_misses(span: Span, cast: Cast, rules: RuleSet, told: Told) -> list[NearMiss]:
    kept, _ = statements_in(span, cast, rules, told)
    winners = {part.i: item.match.rule.id for item in kept for part in item.match.parts}
    won = {(item.match.rule.id, item.match.head.i) for item in kept}
    found = []
    for match in triggers_in(span, cast, rules):
        if (match.rule.id, match.head.i) in won:
            continue
        found.append(_near_miss(match, cast, winners))
    return [*found, *_broken_patterns(span, cast, rules)]


def _broken_patterns(span: Span, cast: Cast, rules: RuleSet) -> Iterator[NearMiss]:
    """Yields the patterns of which a word stands there that they are looked up by, but not all."""
    for token in span:
        forms = dict.fromkeys((token.lemma_.lower(), token.lower_))
        near = {rule.id: rule for form in forms for rule in rules.by_lemma.get(form, ())}
        for rule in near.values() if token.i not in cast.named else ():
            node = missing_node(rule.trigger.pattern, token) if rule.trigger.pattern else ""
            if node:
                yield NearMiss(rule=rule, trigger=token.text, missing="node", looked_in=(node,))


def _near_miss(match: TriggerMatch, cast: Cast, winners: dict[int, str]) -> NearMiss:
    filled = fill_roles(match, cast)
    words = span_text(match)
    if filled.pairs:
        winner = next((winners[part.i] for part in match.parts if part.i in winners), "")
        return NearMiss(rule=match.rule, trigger=words, missing="overlap", won=winner)
    slots: tuple[str, ...] = getattr(match.rule.roles, filled.missing)
    return NearMiss(rule=match.rule, trigger=words, missing=filled.missing, looked_in=slots)


def span_text(match: TriggerMatch) -> str:
    """Returns the trigger's words as they stand in the sentence."""
    return match.head.doc.text[match.start : match.end]


def mark_claim(claim: Claim) -> str:
    """Returns the sentence with the claim's trigger, roles, cues and speaker in inline markup.

    Example: "[Oman](speaker) said that [Iran](source) had [not](cue) [attacked](trigger)
    [Kuwait](target).".
    """
    spans = [
        (claim.trigger.start, claim.trigger.end, "trigger"),
        (claim.source.evidence.start, claim.source.evidence.end, "source"),
        (claim.target.evidence.start, claim.target.evidence.end, "target"),
        *((cue.start, cue.end, "cue") for cue in claim.qualification.cues),
    ]
    if claim.attribution.speaker is not None:
        said = claim.attribution.speaker.evidence
        spans.append((said.start, said.end, "speaker"))
    if claim.date is not None:
        told = claim.date.mention.evidence
        spans.append((told.start, told.end, "date"))
    if claim.place is not None:
        named = claim.place.mention.evidence
        spans.append((named.start, named.end, "place"))
    start = claim.sentence.start
    inside = [
        (first - start, last - start, name)
        for first, last, name in spans
        if start <= first and last <= claim.sentence.end
    ]
    return print_marked(claim.sentence.text, inside)


def _word(token: Token) -> ParsedWord:
    return ParsedWord(
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        label=token.dep_,
        relation=relation(token),
        head=token.head.text,
    )
