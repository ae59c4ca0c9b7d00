"""Whom an act concerns where its sentence names no one, by what the rest of the document tells.

Here belongs which memory of the document is asked: foes for acts of force, accusers for denials.
How each of them finds somebody is its own module.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.claims.cast import Cast
from pipeline.claims.charges import Charges
from pipeline.claims.foes import Foes
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorMention

Pair = tuple[ActorMention, ActorMention]


class Told:
    """What a document's complete statements say of who stands against whom."""

    def __init__(self, statements: Iterable[tuple[TriggerMatch, Sequence[Pair]]]) -> None:
        complete = list(statements)
        self._foes = Foes(complete)
        self._charges = Charges(complete)

    @property
    def is_any(self) -> bool:
        """Says whether anybody stands against anybody."""
        return self._foes.are_known or self._charges.are_known

    def target_of(
        self, match: TriggerMatch, sources: Sequence[ActorMention], cast: Cast
    ) -> list[ActorMention]:
        """Returns the foe or the accuser whom the act concerns, as a reference at its words."""
        return self._foes.of(match, sources, cast) or self._charges.of(match, sources)
