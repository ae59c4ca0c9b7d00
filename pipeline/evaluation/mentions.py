"""A run's ACTOR, PLACE and DATE mentions against gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.gold import GoldDocument, overlap, words_of
from pipeline.evaluation.matching import nearest_sentence
from pipeline.evaluation.tables import read_cells

#: Share of words that two mentions must have in common to be the same.
_SAME_MENTION = 0.5

LABELS = ("ACTOR", "PLACE", "DATE")


def score_mentions(run: Path, golds: Sequence[GoldDocument]) -> dict[str, Counts]:
    """Returns the scores of a run's mentions by label; empty where it has no mentions.csv.

    A mention is right where gold has one of its label in the same sentence that shares at least
    half of their words; one to one.
    """
    if not (run / "mentions.csv").exists():
        return {}
    sentences = {
        row["sentence_id"]: row["text"]
        for row in read_cells(run / "sentences.csv", needs=("sentence_id", "text"))
    }
    by_text: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in read_cells(run / "mentions.csv", needs=("sentence_id", "label", "text")):
        by_text[sentences.get(row["sentence_id"], "")].append(row)
    predicted: dict[tuple[int, int, str], list[frozenset[str]]] = defaultdict(list)
    for text, rows in by_text.items():
        place = nearest_sentence(text, golds) if text else None
        if place is not None:
            for row in rows:
                predicted[(*place, row["label"])].append(words_of(row["text"]))
    wanted: dict[tuple[int, int, str], list[frozenset[str]]] = defaultdict(list)
    for number, gold in enumerate(golds):
        for mention in gold.mentions:
            wanted[(number, mention.sid, mention.label)].append(mention.words)
    counts = dict.fromkeys(LABELS, Counts())
    for key in wanted.keys() | predicted.keys():
        if key[2] in counts:
            counts[key[2]] += _match_mentions(predicted[key], wanted[key])
    return counts


def _match_mentions(
    predicted: Sequence[frozenset[str]], wanted: Sequence[frozenset[str]]
) -> Counts:
    left = list(wanted)
    matched = 0
    for words in predicted:
        hit = next((w for w in left if w and overlap(words, w) >= _SAME_MENTION), None)
        if hit is not None:
            left.remove(hit)
            matched += 1
    return Counts(predicted=len(predicted), gold=len(wanted), matched=matched)
