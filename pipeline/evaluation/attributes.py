"""Attributes of the rows that are right: type, polarity, modality, date, place, stance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.evaluation.gold import GoldPair, words_of
from pipeline.evaluation.matching import ClaimRow

#: Stances nearer to 0 than this have no sign.
_NEUTRAL = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of the rows that can be judged are right; None where there is none."""

    share: float | None
    of: int

    def to_list(self) -> list[float | int | None]:
        """Returns the share and the number of rows judged."""
        return [self.share, self.of]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeScores:
    """Shares of right attributes among the matched rows."""

    event_type: Share
    polarity: Share
    modality: Share
    date: Share
    place: Share
    stance_sign: Share
    stance_mean_abs_error: float | None

    def to_dict(self) -> dict[str, Any]:
        """Returns the scores as plain JSON values."""
        return {
            "event_type": self.event_type.to_list(),
            "polarity": self.polarity.to_list(),
            "modality": self.modality.to_list(),
            "date": self.date.to_list(),
            "place": self.place.to_list(),
            "stance_sign": self.stance_sign.to_list(),
            "stance_mean_abs_error": self.stance_mean_abs_error,
        }


def score_attributes(matched: Sequence[tuple[ClaimRow, GoldPair]]) -> AttributeScores:
    """Returns how often the attributes of matched rows are those of their gold claims.

    Dates and places count where gold has one: a date is right if its interval meets gold's.
    """
    stances = [
        (float(row["stance"]), pair.stance)
        for row, pair in matched
        if row.get("stance") and pair.stance is not None
    ]
    errors = [abs(ours - theirs) for ours, theirs in stances]
    return AttributeScores(
        event_type=_share(row.get("event_type") == pair.event_type for row, pair in matched),
        polarity=_share(
            (row.get("polarity") == "negated") == pair.negated for row, pair in matched
        ),
        modality=_share(
            (row.get("modality") or "asserted") == pair.modality for row, pair in matched
        ),
        date=_share(_date_meets(row, pair.date) for row, pair in matched if pair.date),
        place=_share(_place_meets(row, pair.place) for row, pair in matched if pair.place),
        stance_sign=_share(_sign(ours) == _sign(theirs) for ours, theirs in stances),
        stance_mean_abs_error=round(sum(errors) / len(errors), 3) if errors else None,
    )


def _share(flags: Iterable[bool]) -> Share:
    judged = list(flags)
    return Share(share=round(sum(judged) / len(judged), 3) if judged else None, of=len(judged))


def _date_meets(row: ClaimRow, wanted: tuple[str, str]) -> bool:
    start = (row.get("event_date") or "")[:10]
    end = (row.get("event_date_end") or "")[:10] or start
    return bool(start) and start <= wanted[1] and wanted[0] <= end


def _place_meets(row: ClaimRow, wanted: str) -> bool:
    found = f"{row.get('place_name') or ''} {row.get('place_text') or ''}"
    return bool(words_of(wanted) & words_of(found))


def _sign(stance: float) -> int:
    return (stance > _NEUTRAL) - (stance < -_NEUTRAL)
