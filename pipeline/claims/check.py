"""Runs the examples of rules: does each rule say what its author says it says?

A `match` example passes when the rule alone gives exactly the marked trigger, sources and targets
(or parties), nothing missing and nothing extra, and when the whole library still joins the marked
pair. A `no_match` example passes when the rule alone gives nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.annotate.annotated import AnnotatedDocument
from pipeline.claims.assemble import extract_claims
from pipeline.records import Block, BlockKind, Claim, DocumentText
from pipeline.rules.load import RuleSet
from pipeline.rules.markup import print_marked
from pipeline.rules.schema import Example, Rule, RuleStatus

#: What reads texts into annotated documents, in order.
Annotator = Callable[[Sequence[DocumentText]], Iterable[AnnotatedDocument]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleFailure:
    """An example that does not do what its rule promises."""

    rule: Rule
    example: Example
    reason: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.rule.path}:{self.example.line} {self.rule.id}: {self.reason}\n"
            f"    wanted {self.example.marked}\n    found  {self.found}"
        )


def plain_document(text: str, *, doc_id: str = "d-example") -> DocumentText:
    """Returns a one-paragraph document of the text, for examples, tests and `--text`."""
    return DocumentText(
        doc_id=doc_id,
        path="",
        sha256="",
        media_type="text/plain",
        title="",
        text=text,
        blocks=(Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH),),
    )


def check_examples(
    rules: RuleSet, annotator: Annotator, *, only: Iterable[str] = ()
) -> list[ExampleFailure]:
    """Returns the examples that fail, in order of the rules.

    Args:
        only: ids of the rules to check; all but the retired ones where empty.
    """
    wanted = set(only)
    cases = [
        (rule, example, is_match)
        for rule in rules.rules
        if rule.status is not RuleStatus.RETIRED and (not wanted or rule.id in wanted)
        for is_match, examples in ((True, rule.match), (False, rule.no_match))
        for example in examples
    ]
    read = annotator([plain_document(example.text) for _, example, _ in cases])
    failures = []
    for (rule, example, is_match), annotated in zip(cases, read, strict=True):
        check = _check_match if is_match else _check_no_match
        failure = check(rule, example, annotated, rules)
        if failure is not None:
            failures.append(failure)
    return failures


def _alone(rule: Rule) -> RuleSet:
    return RuleSet(rules=(replace(rule, status=RuleStatus.ACTIVE),), version="")


def _check_match(
    rule: Rule, example: Example, annotated: AnnotatedDocument, rules: RuleSet
) -> ExampleFailure | None:
    claims, _ = extract_claims(annotated, rules=_alone(rule))
    found = marked_claims(example.text, claims)
    if not claims:
        return ExampleFailure(rule=rule, example=example, reason="does not fire", found=found)
    wrong = _difference(example, claims)
    if wrong:
        return ExampleFailure(rule=rule, example=example, reason=wrong, found=found)
    if rule.status is not RuleStatus.ACTIVE:
        return None
    all_claims, _ = extract_claims(annotated, rules=rules)
    pairs = {_pair(claim) for claim in all_claims if claim.relation is rule.relation}
    if not {_pair(claim) for claim in claims} <= pairs:
        return ExampleFailure(
            rule=rule,
            example=example,
            reason="another rule takes these words and joins other actors",
            found="; ".join(
                f"{claim.rule_id}: {marked_claims(example.text, [claim])}" for claim in all_claims
            ),
        )
    return None


def _pair(claim: Claim) -> frozenset[str]:
    return frozenset((claim.source.actor.actor_id, claim.target.actor.actor_id))


def _check_no_match(
    rule: Rule, example: Example, annotated: AnnotatedDocument, rules: RuleSet
) -> ExampleFailure | None:
    claims, _ = extract_claims(annotated, rules=_alone(rule))
    if not claims:
        return None
    found = marked_claims(example.text, claims)
    return ExampleFailure(
        rule=rule, example=example, reason="fires on a no_match example", found=found
    )


def _difference(example: Example, claims: Sequence[Claim]) -> str:
    """Returns in which role the claims differ from the marks, "" where they agree."""
    marks: dict[str, list[tuple[int, int]]] = {}
    for start, end, name in example.spans:
        marks.setdefault(name, []).append((start, end))
    found: dict[str, set[tuple[int, int]]] = {"trigger": set(), "source": set(), "target": set()}
    for claim in claims:
        found["trigger"].add((claim.trigger.start, claim.trigger.end))
        found["source"].add((claim.source.evidence.start, claim.source.evidence.end))
        found["target"].add((claim.target.evidence.start, claim.target.evidence.end))
    if "party" in marks:
        found = {"trigger": found["trigger"], "party": found["source"] | found["target"]}
    for role, spans in found.items():
        if not _same_places(marks.get(role, []), spans):
            return f"{role} differs"
    return ""


def _same_places(wanted: Iterable[tuple[int, int]], found: Iterable[tuple[int, int]]) -> bool:
    """Says whether every wanted span overlaps a found one and the other way round."""
    wanted, found = list(wanted), list(found)

    def met(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
        return any(span[0] < end and start < span[1] for start, end in others)

    return all(met(span, found) for span in wanted) and all(met(span, wanted) for span in found)


def marked_claims(text: str, claims: Iterable[Claim]) -> str:
    """Returns the sentence with the roles of the claims marked."""
    spans: list[tuple[int, int, str]] = []
    for claim in claims:
        spans.append((claim.trigger.start, claim.trigger.end, "trigger"))
        spans.append((claim.source.evidence.start, claim.source.evidence.end, "source"))
        spans.append((claim.target.evidence.start, claim.target.evidence.end, "target"))
    return print_marked(text, spans)
