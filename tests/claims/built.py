"""Annotated documents from hand-built Docs: actors, dates and places by word number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pipeline.annotate import AnnotatedDocument
from pipeline.claims.check import plain_document
from pipeline.claims.triggers import TriggerMatch, find_triggers
from pipeline.records import (
    Actor,
    ActorBasis,
    ActorKind,
    ActorMention,
    DateBasis,
    DateInterval,
    DateMention,
    DatePrecision,
    Direction,
    EventType,
    Evidence,
    Place,
    PlaceMention,
    Sentence,
)
from pipeline.rules.load import RuleSet
from pipeline.rules.schema import Roles, Rule, Trigger
from tests.support.docs import build_doc


def actor(
    name: str, *, kind: ActorKind = ActorKind.STATE, country: str = "", parent: str = ""
) -> Actor:
    """Returns an actor whose id is its name."""
    return Actor(actor_id=name, name=name, kind=kind, country=country, parent=parent)


def mention(who: Actor, start: int = 0, basis: ActorBasis = ActorBasis.NAME) -> ActorMention:
    """Returns a mention of the actor by its own name."""
    evidence = Evidence(start=start, end=start + len(who.name), text=who.name)
    return ActorMention(evidence=evidence, actor=who, basis=basis)


def built(
    rows: str,
    *,
    actors: Mapping[int, str] | None = None,
    dates: Mapping[int, int] | None = None,
    places: Mapping[int, str] | None = None,
    lands: Mapping[int, str] | None = None,
) -> AnnotatedDocument:
    """Returns a one-sentence document; keys are word numbers from 1, dates are years."""
    doc = build_doc(rows)

    def words(number: int) -> Evidence:
        token = doc[number - 1]
        return Evidence(start=token.idx, end=token.idx + len(token), text=token.text)

    sentence = Sentence(
        sentence_id="t-1", doc_id="d-1", index=0, start=0, end=len(doc.text), text=doc.text
    )
    return AnnotatedDocument(
        document=plain_document(doc.text, doc_id="d-1"),
        doc=doc,
        sentences=(sentence,),
        actors=tuple(
            ActorMention(evidence=words(n), actor=actor(name), basis=ActorBasis.NAME)
            for n, name in (actors or {}).items()
        ),
        dates=tuple(
            DateMention(evidence=words(n), interval=_year(year))
            for n, year in (dates or {}).items()
        ),
        places=tuple(
            PlaceMention(evidence=words(n), place=Place(place_id=f"p-{name}", name=name))
            for n, name in (places or {}).items()
        ),
        lands=tuple(
            ActorMention(evidence=words(n), actor=actor(name), basis=ActorBasis.METONYM)
            for n, name in (lands or {}).items()
        ),
    )


def _year(year: int) -> DateInterval:
    return DateInterval(
        start=dt.date(year, 1, 1),
        end=dt.date(year, 12, 31),
        precision=DatePrecision.YEAR,
        basis=DateBasis.EXPLICIT,
    )


def rule(
    trigger: Trigger,
    *,
    source: tuple[str, ...] = ("subject",),
    target: tuple[str, ...] = ("object",),
    parties: tuple[str, ...] = (),
    event_type: EventType = EventType.ASSAULT,
    rule_id: str = "tension.assault.made-up",
) -> Rule:
    """Returns a rule without examples; mutual where parties are given."""
    return Rule(
        id=rule_id,
        type=event_type,
        trigger=trigger,
        direction=Direction.MUTUAL if parties else Direction.DIRECTED,
        roles=Roles(parties=parties) if parties else Roles(source=source, target=target),
    )


def verb(*lemmas: str, **with_words: frozenset[str]) -> Trigger:
    """Returns a verb trigger."""
    return Trigger(kind="verb", lemmas=lemmas, with_words=dict(with_words))


def noun(*lemmas: str) -> Trigger:
    """Returns a noun trigger."""
    return Trigger(kind="noun", lemmas=lemmas)


def match_at(annotated: AnnotatedDocument, number: int, made: Rule) -> TriggerMatch:
    """Returns the rule's match at the word with that number."""
    found = find_triggers(annotated.doc[:], rule_set(made))
    return next(match for match in found if number - 1 in {part.i for part in match.parts})


def rule_set(*rules: Rule) -> RuleSet:
    """Returns a library of these rules."""
    return RuleSet(rules=tuple(sorted(rules, key=lambda item: item.id)), version="r-test")
