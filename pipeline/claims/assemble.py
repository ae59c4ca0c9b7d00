"""From triggers to claims: roles, qualifiers, attribution and circumstances put together.

Here belongs the order of the stages and what happens where triggers overlap: the longest one with
all its roles wins; a tie between different event types is reported. Nothing is invented: a trigger
whose roles nobody fills gives no claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.annotate.annotated import AnnotatedDocument
from pipeline.annotate.grammar import prepositions_of, relation
from pipeline.annotate.parse import Span, Token
from pipeline.claims.attribution import attribute
from pipeline.claims.cast import Cast, token_span
from pipeline.claims.circumstances import find_date, find_place
from pipeline.claims.qualifiers import is_excluded, qualify
from pipeline.claims.roles import Filled, fill_roles, with_told
from pipeline.claims.told import Told
from pipeline.claims.triggers import TriggerMatch, find_triggers
from pipeline.identity import stable_id
from pipeline.problems import Problem, make_problem
from pipeline.records import (
    ActorMention,
    Claim,
    Direction,
    EventType,
    Evidence,
    Polarity,
    Qualification,
    Sentence,
)
from pipeline.rules.load import RuleSet

#: Goldstein (1992) scores of the CAMEO root codes that the PLOVER types descend from; ALIGN takes
#: that of diplomatic cooperation (05), DIVERGE that of disapproval (11).
INTENSITY: dict[EventType, float] = {
    EventType.AGREE: 4.0,
    EventType.CONSULT: 1.0,
    EventType.SUPPORT: 3.5,
    EventType.COOPERATE: 6.0,
    EventType.AID: 7.0,
    EventType.YIELD: 5.0,
    EventType.ALIGN: 3.5,
    EventType.REQUEST: -5.0,
    EventType.ACCUSE: -2.0,
    EventType.REJECT: -4.0,
    EventType.THREATEN: -6.0,
    EventType.PROTEST: -6.5,
    EventType.MOBILIZE: -7.2,
    EventType.SANCTION: -4.0,
    EventType.COERCE: -7.0,
    EventType.ASSAULT: -9.0,
    EventType.DIVERGE: -2.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A trigger with its filled roles, before it becomes claims."""

    match: TriggerMatch
    filled: Filled


#: The statements of a sentence, and the ties met.
Resolved = tuple[list[Statement], list[tuple[Statement, Statement]]]


def extract_claims(
    annotated: AnnotatedDocument, *, rules: RuleSet
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Returns the document's claims in text order, and what was left out.

    Example: "Oman condemned Iran's attack on Fujairah." gives Oman -> Iran, ACCUSE.
    """
    cast = Cast(annotated)
    claims: list[Claim] = []
    problems: list[Problem] = []
    told = told_in(annotated, cast, rules)
    for sentence in annotated.sentences:
        span = sentence_span(annotated, sentence)
        kept, ties = statements_in(span, cast, rules, told)
        for statement in kept:
            claims += claims_of(statement, sentence, cast, annotated)
        problems += [_tie_problem(annotated, sentence, tie) for tie in ties]
    return tuple(claims), tuple(problems)


def told_in(annotated: AnnotatedDocument, cast: Cast, rules: RuleSet) -> Told:
    """Returns who stands against whom, by the statements that name both sides themselves."""
    spans = (sentence_span(annotated, sentence) for sentence in annotated.sentences)
    named = (statement for span in spans for statement in statements_in(span, cast, rules)[0])
    return Told((statement.match, statement.filled.pairs) for statement in named)


def sentence_span(annotated: AnnotatedDocument, sentence: Sentence) -> Span:
    """Returns the sentence's tokens."""
    span = annotated.doc.char_span(sentence.start, sentence.end, alignment_mode="contract")
    if span is None:
        raise ValueError(f"sentence {sentence.sentence_id} has no tokens")
    return span


def triggers_in(span: Span, cast: Cast, rules: RuleSet) -> list[TriggerMatch]:
    """Returns the triggers of a sentence outside names, looked for once."""
    key = ("triggers", span.start, id(rules))
    found: list[TriggerMatch] | None = cast.memo.get(key)
    if found is None:
        found = list(find_triggers(span, rules, names=cast.named))
        cast.memo[key] = found
    return found


def statements_in(span: Span, cast: Cast, rules: RuleSet, told: Told | None = None) -> Resolved:
    """Returns the statements of a sentence, overlaps resolved, and the ties met.

    They are resolved again only where what the document tells elsewhere completes one more.
    """
    least = 1 if told is not None and told.is_any else 2
    if not cast.may_mean(span, least):
        return [], []  # no pair can be named
    key = ("statements", span.start, id(rules))
    if key not in cast.memo:
        filled = [(match, fill_roles(match, cast)) for match in triggers_in(span, cast, rules)]
        cast.memo[key] = filled, _resolved(filled)
    before: list[tuple[TriggerMatch, Filled]]
    found: Resolved
    before, found = cast.memo[key]
    if told is None:
        return found
    again = [(match, with_told(match, filled, cast, told)) for match, filled in before]
    is_same = all(new is old for (_, new), (_, old) in zip(again, before, strict=True))
    return found if is_same else _resolved(again)


def _resolved(filled: Iterable[tuple[TriggerMatch, Filled]]) -> Resolved:
    """Returns the complete statements that no other one overlaps or holds, and the ties met."""
    complete = [Statement(match=match, filled=item) for match, item in filled if item.pairs]
    complete.sort(key=_precedence)
    kept: list[Statement] = []
    ties: list[tuple[Statement, Statement]] = []
    taken: dict[int, Statement] = {}
    for statement in complete:
        parts = [part.i for part in statement.match.parts]
        rivals = [taken[i] for i in parts if i in taken]
        if not rivals:
            kept.append(statement)
            taken.update(dict.fromkeys(parts, statement))
        elif _is_tie(statement, rivals[0]):
            ties.append((rivals[0], statement))
    outer = [
        item
        for item in kept
        if not any(other is not item and _holds(other, item) for other in kept)
    ]
    return sorted(outer, key=lambda item: item.match.start), ties


#: Relations by which a word is the content or a description of the word above it.
_INNER = frozenset({"open_complement", "adnominal_clause", "compound", "adjective"})

#: Relations by which a word tells the deed of the word above it again, where both are of one type.
_SAME_DEED = frozenset({"agent", "oblique"})

#: Prepositions before another deed ("left after Chad's attack").
_APART = frozenset("after following before despite since over amid until".split())


def _tells_again(head: Token) -> bool:
    """Says whether a word tells the deed of the one above it once more.

    Joined nouns are counted one by one ("mistrust and a dispute"), joined verbs are not. Nor is the
    purpose or the means of a deed ("met with Oman to discuss", "attacked Oman, using rockets").
    """
    if relation(head) == "adverbial_clause" and head.tag_ in {"VB", "VBG"}:
        return head.i > head.head.i
    if relation(head) == "conjunct":
        return head.pos_ == "VERB" and head.head.pos_ == "VERB"
    return relation(head) in _SAME_DEED and _APART.isdisjoint(prepositions_of(head))


def _holds(outer: Statement, inner: Statement) -> bool:
    """Says whether one statement is only the content of another with the same actors.

    "Oman and Iran agreed to cooperate" is one agreement, not an agreement and a cooperation; "its
    refusal to help Oman" is a refusal and no help; "Chad's jets struck and killed him" is one deed.
    """
    head = inner.match.head
    parts = {part.i: part for part in outer.match.parts}
    is_below = head.head.i in parts and head.i not in parts
    if not is_below or not _actor_pairs(inner) <= _actor_pairs(outer):
        return False
    if outer.match.rule.type is inner.match.rule.type and _tells_again(head):
        return True
    if relation(head) not in _INNER:
        return False
    if outer.match.rule.relation is inner.match.rule.relation:
        return True
    starts = {part.idx for part in parts.values()}
    return any(cue.start in starts for cue in qualify(inner.match).cues)


def _actor_pairs(statement: Statement) -> set[frozenset[str]]:
    return {
        frozenset((source.actor.actor_id, target.actor.actor_id))
        for source, target in statement.filled.pairs
    }


def _precedence(statement: Statement) -> tuple[int, int, int, int, str]:
    """Longest trigger first, then the governing word, then the more specific rule, then the id.

    A rule that names the kinds of its actors is the most specific.
    """
    rule = statement.match.rule
    depth = sum(1 for _ in statement.match.head.ancestors)
    specific = (-len(rule.roles.kinds), -len(rule.trigger.without))
    return (-len(statement.match.parts), depth, *specific, rule.id)


def _is_tie(statement: Statement, winner: Statement) -> bool:
    rule, other = statement.match.rule, winner.match.rule
    is_same_length = len(statement.match.parts) == len(winner.match.parts)
    is_equal = is_same_length and len(rule.roles.kinds) == len(other.roles.kinds)
    return is_equal and rule.type is not other.type


def claims_of(
    statement: Statement, sentence: Sentence, cast: Cast, annotated: AnnotatedDocument
) -> Iterator[Claim]:
    """Yields a claim for each pair of the statement's actors."""
    match, rule = statement.match, statement.match.rule
    trigger = Evidence(
        start=match.start, end=match.end, text=annotated.document.text[match.start : match.end]
    )
    attribution, is_denied = attribute(match, cast)
    qualification = qualify(match)
    if is_denied:
        qualification = _deny(qualification, attribution.cue)
    statement_id = stable_id(
        "s", sentence.sentence_id, trigger.start - sentence.start, trigger.text, rule.relation
    )
    date = find_date(match, sentence, annotated)
    place = find_place(match, sentence, annotated)
    for source, target in _unique(statement.filled.pairs):
        is_out = any(
            is_excluded(token_span(cast.doc, actor.evidence).root) for actor in (source, target)
        )
        yield Claim(
            claim_id=stable_id("c", statement_id, source.actor.actor_id, target.actor.actor_id),
            statement_id=statement_id,
            doc_id=sentence.doc_id,
            sentence=sentence,
            relation=rule.relation,
            event_type=rule.type,
            direction=Direction.MUTUAL if statement.filled.is_mutual else rule.direction,
            source=source,
            target=target,
            trigger=trigger,
            rule_id=rule.id,
            qualification=_turned(qualification) if is_out else qualification,
            attribution=attribution,
            date=date,
            place=place,
            intensity=rule.intensity or INTENSITY[rule.type],
        )


def _unique(
    pairs: Iterable[tuple[ActorMention, ActorMention]],
) -> Iterator[tuple[ActorMention, ActorMention]]:
    """Yields each pair of actors once."""
    seen: set[tuple[str, str]] = set()
    for source, target in pairs:
        key = (source.actor.actor_id, target.actor.actor_id)
        if key not in seen:
            seen.add(key)
            yield source, target


def _turned(qualification: Qualification) -> Qualification:
    """Returns the qualification with the other polarity."""
    is_negated = qualification.polarity is Polarity.NEGATED
    return replace(qualification, polarity=Polarity.AFFIRMED if is_negated else Polarity.NEGATED)


def _deny(qualification: Qualification, cue: Evidence | None) -> Qualification:
    """Returns the qualification of what a speaker denies; the cue is counted once."""
    if cue is None or cue in qualification.cues:
        return qualification
    return replace(_turned(qualification), cues=(*qualification.cues, cue))


def _tie_problem(
    annotated: AnnotatedDocument, sentence: Sentence, tie: tuple[Statement, Statement]
) -> Problem:
    winner, loser = tie
    return make_problem(
        "rule-tie",
        doc_id=annotated.document.doc_id,
        path=annotated.document.path,
        stage="claims",
        message=(
            f"{winner.match.rule.id} and {loser.match.rule.id} both fire on "
            f'"{winner.match.head.text}" in: {sentence.text}'
        ),
    )
