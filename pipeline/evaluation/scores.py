"""A run's claims and mentions against gold: the scores that the project is measured by.

`pair` is the headline: same sentence, same two actors (by name, alias or country), same relation.
`strict` wants names and direction too; `explicit` leaves out claims with an actor that the sentence
does not name. Beside every F1 stand the extra rows per 100 sentences: the false positives that an
analyst has to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.evaluation.attributes import AttributeScores, score_attributes
from pipeline.evaluation.counts import Counts
from pipeline.evaluation.gold import GoldDocument, GoldPair, load_gold
from pipeline.evaluation.matching import ClaimRow, Match, Placed, match_rows, place_rows
from pipeline.evaluation.mentions import score_mentions
from pipeline.evaluation.tables import read_cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """How a run compares with gold.

    Attributes:
        n_sentences: gold sentences.
        n_outside: predicted rows in sentences of no gold document given; they do not count.
        mentions: by label; empty where the run has no mentions.csv.
        misses: gold claims not found, one line each.
        extras: predicted rows that are in no gold claim, one line each.
    """

    pair: Counts
    strict: Counts
    explicit: Counts
    n_sentences: int
    n_outside: int
    on_matched: AttributeScores
    mentions: Mapping[str, Counts]
    misses: tuple[str, ...]
    extras: tuple[str, ...]

    @property
    def extra_rows_per_100_sentences(self) -> float:
        """Predicted rows that are wrong, by the `pair` score."""
        return 100 * (self.pair.predicted - self.pair.matched) / max(1, self.n_sentences)

    def to_dict(self) -> dict[str, Any]:
        """Returns the scores as plain JSON values."""
        return {
            "pair": self.pair.to_dict(),
            "strict": self.strict.to_dict(),
            "explicit": self.explicit.to_dict(),
            "extra_rows_per_100_sentences": round(self.extra_rows_per_100_sentences, 1),
            "on_matched": self.on_matched.to_dict(),
            "mentions": {label: counts.to_dict() for label, counts in self.mentions.items()},
            "rows_outside_gold": self.n_outside,
        }


def evaluate(run: Path, golds: Iterable[tuple[Path, Path]]) -> Scores:
    """Returns the scores of a run's output folder.

    Args:
        run: the folder with claims.csv and, for the mention scores, mentions.csv and
            sentences.csv.
        golds: annotations and sentences of each document.

    Raises:
        ConfigurationError: a file is missing or not what it should be.
    """
    rows = read_cells(
        run / "claims.csv", needs=("sentence", "relation", "source_name", "target_name")
    )
    documents = [load_gold(gold, sentences) for gold, sentences in golds]
    placed, outside = place_rows(rows, documents)
    counts = _Tally()
    for number, document in enumerate(documents):
        counts.add(placed[number], document)
    return Scores(
        pair=counts.pair,
        strict=counts.strict,
        explicit=counts.explicit,
        n_sentences=sum(len(document.sentences) for document in documents),
        n_outside=outside,
        on_matched=score_attributes(counts.matched),
        mentions=score_mentions(run, documents),
        misses=tuple(counts.misses),
        extras=tuple(counts.extras),
    )


class _Tally:
    """The claim scores of several documents, added up."""

    def __init__(self) -> None:
        self.pair, self.strict, self.explicit = Counts(), Counts(), Counts()
        self.matched: list[tuple[ClaimRow, GoldPair]] = []
        self.misses: list[str] = []
        self.extras: list[str] = []

    def add(self, rows: Sequence[Placed], gold: GoldDocument) -> None:
        loose = match_rows(rows, gold, strict=False)
        self.pair += _count(loose, rows, gold)
        self.strict += _count(match_rows(rows, gold, strict=True), rows, gold)
        required = [match for match in loose if not gold.pairs[match.pair].optional]
        implied = sum(not gold.pairs[match.pair].explicit for match in required)
        all_pairs = _count(loose, rows, gold)
        self.explicit += Counts(
            predicted=all_pairs.predicted - implied,
            gold=sum(pair.explicit and not pair.optional for pair in gold.pairs),
            matched=all_pairs.matched - implied,
        )
        self.matched += [(rows[match.row].row, gold.pairs[match.pair]) for match in required]
        self._name(loose, rows, gold)

    def _name(self, matches: Sequence[Match], rows: Sequence[Placed], gold: GoldDocument) -> None:
        found = {match.pair for match in matches}
        right = {match.row for match in matches}
        for number, pair in enumerate(gold.pairs):
            if number not in found and not pair.optional:
                self.misses.append(
                    f"{gold.name}:{pair.sid} {pair.source} ~ {pair.target} {pair.relation} "
                    f"{pair.event_type} [{pair.cue}]"
                )
        for number, placed in enumerate(rows):
            if number not in right:
                row = placed.row
                self.extras.append(
                    f"{gold.name}:{placed.sid} {row['source_name']} ~ {row['target_name']} "
                    f"{row['relation']} {row.get('event_type')} [{row.get('trigger')}] "
                    f"rule={row.get('rule_id')}"
                )


def _count(matches: Sequence[Match], rows: Sequence[Placed], gold: GoldDocument) -> Counts:
    free = sum(gold.pairs[match.pair].optional for match in matches)
    return Counts(
        predicted=len(rows) - free,
        gold=sum(not pair.optional for pair in gold.pairs),
        matched=len(matches) - free,
    )
