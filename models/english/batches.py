"""Samples to padded tensors: windows of whole sentences, batched by length.

Belongs here: cutting, padding and the tensors' layout. The word pieces come from the
same code as in reading (pipeline.annotate.core.pieces).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.english.augment import augment
from models.english.prepare import UNKNOWN, Sample
from pipeline.annotate.core.pieces import WordPieces
from pipeline.annotate.core.surface import surface_rows

LONGEST = 250
"""Most word pieces in a window (two more for the marks at its edges)."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """Words ``start`` to ``end`` of a sample."""

    sample: Sample
    start: int
    end: int
    pieces: int


@dataclass(frozen=True, kw_only=True)
class Labels:
    """The inventories; the position of a label is its number."""

    tags: tuple[str, ...]
    forms: tuple[str, ...]
    deps: tuple[str, ...]


def load(path: Path) -> list[Sample]:
    """Read samples."""
    return [Sample(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def labels_of(samples: Sequence[Sample], rarest: int = 2) -> Labels:
    """The labels seen at least so often."""
    rows = []
    for name in ("tags", "forms", "deps"):
        counts: dict[str, int] = {}
        for sample in samples:
            for label in getattr(sample, name):
                counts[label] = counts.get(label, 0) + 1
        rows.append(tuple(sorted(label for label, n in counts.items() if label and n >= rarest)))
    return Labels(tags=rows[0], forms=rows[1], deps=rows[2])


def cut(
    rng: random.Random, sample: Sample, pieces: WordPieces, shortest: int, longest: int
) -> Iterator[Window]:
    """Cut a sample into windows of whole sentences of a random size."""
    counts = [len(pieces.of(word)) for word in sample.words]
    budget = rng.randint(shortest, longest)
    start, size = 0, 0
    for at, count in enumerate(counts):
        # re3d has no sentence marks; its full stops serve, for windows only.
        opens = sample.starts[at] == 1 or (
            sample.starts[at] == UNKNOWN and at and sample.words[at - 1] == "."
        )
        full = size + count > budget and opens
        if (full or size + count > LONGEST) and at > start:
            yield Window(sample=sample, start=start, end=at, pieces=size)
            start, size, budget = at, 0, rng.randint(shortest, longest)
        size += count
    if size:
        yield Window(sample=sample, start=start, end=len(counts), pieces=size)


def batches(
    rng: random.Random,
    samples: Sequence[Sample],
    pieces: WordPieces,
    *,
    size: int,
    shortest: int,
    longest: int,
) -> list[list[Window]]:
    """All windows of an epoch in batches of about ``size`` pieces, padding included."""
    windows = [w for sample in samples for w in cut(rng, sample, pieces, shortest, longest)]
    windows.sort(key=lambda w: w.pieces + rng.random() * 12)
    grouped: list[list[Window]] = [[]]
    for window in windows:
        if grouped[-1] and (len(grouped[-1]) + 1) * (window.pieces + 2) > size:
            grouped.append([])
        grouped[-1].append(window)
    rng.shuffle(grouped)
    return grouped


class Collator:
    """Windows to tensors."""

    def __init__(self, pieces: WordPieces, labels: Labels) -> None:
        """Keep the piece table and number the labels."""
        self.pieces = pieces
        self.tag = {label: n for n, label in enumerate(labels.tags)}
        self.form = {label: n for n, label in enumerate(labels.forms)}
        self.dep = {label: n for n, label in enumerate(labels.deps)}

    def __call__(self, windows: Sequence[Window], rng: random.Random | None) -> dict[str, Tensor]:
        """Build one batch.

        Args:
            windows: The windows.
            rng: Source of augmentation; None leaves the text as it is.

        Returns:
            Tensors by name; -100 where there is no gold.
        """
        rows = [self._row(window, rng) for window in windows]
        length = max(len(row["gaps"]) for row in rows)
        widest = max(len(row["pieces"]) for row in rows)
        batch: dict[str, Tensor] = {
            name: torch.stack([_pad(row[name], length, fill) for row in rows])
            for name, fill in (
                ("rows", 0), ("gaps", 0), ("starts", -100), ("tags", -100), ("forms", -100),
                ("heads", -100), ("deps", -100), ("names", 0), ("sentences", -1), ("mask", 0),
            )
        }  # fmt: skip
        batch["mask"] = batch["mask"].float()
        batch["pieces"] = torch.stack([_pad(row["pieces"], widest, 0) for row in rows])
        batch["piece_mask"] = (batch["pieces"] != 0).long()
        pool = torch.zeros(len(rows), length, widest)
        for number, row in enumerate(rows):
            at = 1
            for word, count in enumerate(row["counts"]):
                pool[number, word, at : at + count] = 1.0 / count
                at += count
        batch["pool"] = pool
        return batch

    def _row(self, window: Window, rng: random.Random | None) -> dict[str, Any]:
        sample, a, b = window.sample, window.start, window.end
        words, gaps = sample.words[a:b], sample.gaps[a:b]
        starts = sample.starts[a:b]
        if rng is not None:
            words, gaps = augment(rng, words, gaps, starts, sample.names[a:b], sample.tags[a:b])
        found = [self.pieces.of(word) for word in words]
        flat = [piece for row in found for piece in row][: LONGEST + 60]
        heads = [h - a if a <= h < b else -100 for h in sample.heads[a:b]]
        known = [s if s != UNKNOWN else -100 for s in starts]
        return {
            "pieces": np.array([self.pieces.first, *flat, self.pieces.last]),
            "counts": [len(row) for row in found],
            "rows": surface_rows(words),
            "gaps": np.array(gaps),
            "starts": np.array(known),
            "tags": np.array([self.tag.get(t, -100) for t in sample.tags[a:b]]),
            "forms": np.array([self.form.get(t, -100) for t in sample.forms[a:b]]),
            "heads": np.array(heads),
            "deps": np.array([self.dep.get(t, -100) for t in sample.deps[a:b]]),
            "names": np.array(sample.names[a:b], dtype=np.int64),
            "sentences": np.cumsum([s == 1 for s in starts]),
            "mask": np.ones(b - a, dtype=np.int64),
        }


def _pad(values: Any, length: int, fill: int) -> Tensor:
    tensor = torch.as_tensor(values)
    out = torch.full((length, *tensor.shape[1:]), fill, dtype=torch.int64)
    out[: len(tensor)] = tensor
    return out
