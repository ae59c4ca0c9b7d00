"""Whom a denial answers where it does not say so: who made the charge, by the words before it.

Here belongs the charge that "the allegation", "a charge that" or "the accusations" takes up: the
last complete accusation of the denier in the same sentence or the one before. A denial that no
accusation precedes answers nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.annotate.parse import Token
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import Actor, ActorBasis, ActorMention, EventType, Evidence

#: Nouns that take a charge up.
_CHARGES = frozenset(
    "accusation allegation charge claim criticism denunciation complaint assertion suggestion"
    " insinuation imputation rebuke reproach blame condemnation it this wrongdoing complicity"
    " involvement meddling interference knowledge responsibility".split()
)

Pair = tuple[ActorMention, ActorMention]


class Charges:
    """Who charged whom in a document, by its complete accusations in text order."""

    def __init__(self, statements: Iterable[tuple[TriggerMatch, Sequence[Pair]]]) -> None:
        made = [(match.head, pairs) for match, pairs in statements if _is_charge(match)]
        self._made = sorted(made, key=lambda item: item[0].i)

    @property
    def are_known(self) -> bool:
        """Says whether anybody charged anybody."""
        return bool(self._made)

    def of(self, match: TriggerMatch, sources: Sequence[ActorMention]) -> list[ActorMention]:
        """Returns who made the charge that the sources deny, as a reference at its noun.

        Example: after "Chad blamed Sudan." the words "Khartoum denied the accusation" answer Chad.
        """
        noun = next((item for item in match.nouns if item.lemma in _CHARGES), None)
        if noun is None or match.rule.type is not EventType.REJECT:
            return []
        for head, pairs in reversed(self._made):
            if not _precedes(head, match.head):
                continue
            accusers = [a.actor for a, b in pairs if _is_one_of(sources, b.actor)]
            if accusers:
                evidence = Evidence(start=noun.idx, end=noun.idx + len(noun.text), text=noun.text)
                return [
                    ActorMention(evidence=evidence, actor=actor, basis=ActorBasis.ROLE)
                    for actor in dict.fromkeys(accusers)
                ]
        return []


def _is_charge(match: TriggerMatch) -> bool:
    return match.rule.type is EventType.ACCUSE


def _precedes(charge: Token, denial: Token) -> bool:
    """Says whether the charge stands before the denial, one sentence away at most."""
    sentence, before = denial.sent, charge.sent
    return charge.i < denial.i and sentence.start in {before.start, before.end}


def _is_one_of(deniers: Sequence[ActorMention], charged: Actor) -> bool:
    """Says whether one of those who deny is who was charged, or speaks for the same state."""
    return any(
        charged.country == item.actor.country if charged.country else charged == item.actor
        for item in deniers
    )
