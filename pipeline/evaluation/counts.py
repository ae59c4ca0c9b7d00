"""Precision, recall and F1 of one comparison."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Rows predicted, claims in gold, and those that are both."""

    predicted: int = 0
    gold: int = 0
    matched: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            predicted=self.predicted + other.predicted,
            gold=self.gold + other.gold,
            matched=self.matched + other.matched,
        )

    @property
    def precision(self) -> float:
        """Share of the predicted rows that are right."""
        return self.matched / max(1, self.predicted)

    @property
    def recall(self) -> float:
        """Share of the gold claims that were found."""
        return self.matched / max(1, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_dict(self) -> dict[str, float | int]:
        """Returns the three shares, rounded, and the three counts."""
        return {
            "precision": round(self.precision, 3),
            "recall": round(self.recall, 3),
            "f1": round(self.f1, 3),
            **asdict(self),
        }
