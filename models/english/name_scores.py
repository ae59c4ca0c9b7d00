"""Scores of names: found ones against what a source leaves possible.

Belongs here: counting. Does not belong here: running pipelines (evaluate.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from models.english import treebanks
from models.english.gum_names import gum_masks, read_mentions
from models.english.treebanks import Document
from pipeline.annotate.core.labels import ANY_NAME, NAME_KINDS, span_parts, tag_index

LOCATION_KINDS = {"GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PERSON": "PER", "ORG": "ORG"}


@dataclass(frozen=True, kw_only=True)
class GoldName:
    """One gold name by characters, with the kinds that its source leaves possible."""

    start: int
    end: int
    kinds: frozenset[str]


def names_of_masks(
    masks: Sequence[int], spots: Sequence[tuple[int, int]]
) -> tuple[list[GoldName], list[tuple[int, int]]]:
    """Gold names and the stretches of text of which nothing is known.

    Args:
        masks: Allowed tags by word.
        spots: Start and end of each word in the text.
    """
    found: list[GoldName] = []
    unknown: list[tuple[int, int]] = []
    at = 0
    while at < len(masks):
        length, kinds = _span_at(masks, at)
        if masks[at] == ANY_NAME or (length and masks[at] & 1):
            unknown.extend(spots[at : at + max(length, 1)])
        elif length:
            found.append(GoldName(start=spots[at][0], end=spots[at + length - 1][1], kinds=kinds))
        at += max(length, 1)
    return found, unknown


def _span_at(masks: Sequence[int], at: int) -> tuple[int, frozenset[str]]:
    """Length and kinds of the name that begins at a word; 0 if none does."""
    if masks[at] == ANY_NAME:
        return 0, frozenset()
    for length in range(1, len(masks) - at + 1):
        parts = span_parts(length)
        kinds = frozenset(
            kind
            for kind in NAME_KINDS
            if all(masks[at + n] >> tag_index(kind, part) & 1 for n, part in enumerate(parts))
        )
        if kinds and (masks[at] & 1 == 0 or length > 1 or kinds):
            return length, kinds
        opening = any(masks[at] >> tag_index(kind, 0) & 1 for kind in NAME_KINDS)
        if not opening:
            break
    return 0, frozenset()


def name_counts(
    doc: Doc,
    gold: Sequence[GoldName],
    unknown: Sequence[tuple[int, int]],
    kinds: Callable[[str], str | None],
) -> Counter[str]:
    """Right, found and wanted names of one document."""
    counts: Counter[str] = Counter()
    wanted = {(g.start, g.end): {kinds(k) for k in g.kinds} for g in gold}
    blank = {i for start, end in unknown for i in range(start, end)}
    counts["wanted"] = len(wanted)
    for ent in doc.ents:
        kind = kinds(ent.label_)
        span = (ent.start_char, ent.end_char)
        if kind is None or (span not in wanted and blank.intersection(range(*span))):
            continue
        counts["found"] += 1
        counts["right"] += kind in wanted.get(span, ())
    return counts


def f_score(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 in per cent."""
    precision = counts["right"] / max(counts["found"], 1)
    recall = counts["right"] / max(counts["wanted"], 1)
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "F1": 200 * precision * recall / max(precision + recall, 1e-9),
    }


def gum_names(document: Document) -> tuple[list[GoldName], list[tuple[int, int]]]:
    """Gold names of a GUM document."""
    _, starts, _ = treebanks.text_of(document)
    masks: list[int] = []
    spots: list[tuple[int, int]] = []
    for sentence, row in zip(document.sentences, starts, strict=True):
        masks += gum_masks(sentence, read_mentions(sentence))
        spots += [
            (start, start + len(w.form)) for w, start in zip(sentence.words, row, strict=True)
        ]
    return names_of_masks(masks, spots)


def uner_names(document: Document, rows: Sequence[Sequence[str]]) -> list[GoldName]:
    """Gold names of an EWT document from its UNER tags."""
    _, starts, _ = treebanks.text_of(document)
    found: list[GoldName] = []
    for sentence, row, tags in zip(document.sentences, starts, rows, strict=True):
        for at, tag in enumerate(tags):
            if tag.startswith("B-"):
                end = at + 1
                while end < len(tags) and tags[end].startswith("I-"):
                    end += 1
                last = row[end - 1] + len(sentence.words[end - 1].form)
                kinds = frozenset(k for k, v in LOCATION_KINDS.items() if v == tag[2:])
                found.append(GoldName(start=row[at], end=last, kinds=kinds))
    return found
