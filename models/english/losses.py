"""What is minimised in training, and the quick scores that show how far it is.

Belongs here: losses and scores over one batch of gold. Does not belong here: the loop
(train.py), scores of finished pipelines (evaluate.py).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from models.english.batches import Collator, Window
from models.english.network import Reader
from pipeline.annotate.core.labels import NAME_TAGS

FAR = -1e4


def losses(
    model: Reader, batch: dict[str, Tensor], out: Sequence[Tensor], *, only_names: bool = False
) -> dict[str, Tensor]:
    """The loss of each task over one batch."""
    if only_names:
        return {"name": _name_loss(out[3].float(), batch["names"])}
    start, tag, form, name, arc_dep, arc_head, rel_dep, rel_head = (o.float() for o in out)
    found: dict[str, Tensor] = {}
    known = batch["starts"] >= 0
    if known.any():
        found["start"] = functional.binary_cross_entropy_with_logits(
            start[known], batch["starts"][known].float()
        )
        found["tag"] = _cross(tag, batch["tags"])
        found["form"] = _cross(form, batch["forms"])
    arcs = model.biaffine.arcs(arc_dep, arc_head).float()
    sentences = batch["sentences"]
    apart = sentences.unsqueeze(1) != sentences.unsqueeze(2)
    heads, deps = batch["heads"], batch["deps"]
    headed = heads >= 0
    if headed.any():
        arcs = arcs.masked_fill(apart, FAR)
        found["arc"] = functional.cross_entropy(arcs[headed], heads[headed])
        # A root's label is known from its being the root.
        own = torch.arange(heads.shape[1]).expand_as(heads)
        labelled = headed & (deps >= 0) & (heads != own)
        lines = labelled.nonzero(as_tuple=True)
        scores = model.biaffine.labels(rel_dep[lines], rel_head[lines[0], heads[labelled]])
        found["dep"] = functional.cross_entropy(scores.float(), deps[labelled])
    found["name"] = _name_loss(name, batch["names"])
    return found


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-100)


def _name_loss(scores: Tensor, masks: Tensor) -> Tensor:
    """Minus the log probability of the allowed tags, where something is known of a token."""
    allowed = (masks.unsqueeze(-1) >> torch.arange(len(NAME_TAGS))) & 1 == 1
    useful = allowed.any(-1) & ~allowed.all(-1)
    if not useful.any():
        return scores.sum() * 0.0
    logs = functional.log_softmax(scores[useful], dim=-1)
    return -torch.logsumexp(logs.masked_fill(~allowed[useful], FAR), dim=-1).mean()


def check(
    model: Reader, collate: Collator, windows: Sequence[Sequence[Window]]
) -> dict[str, float]:
    """Quick scores on development windows: gold tokens and sentences, best head of each word."""
    model.eval()
    right = dict.fromkeys(("tag", "form", "uas", "las", "start", "found", "gold"), 0)
    words = 0
    with torch.no_grad():
        for group in windows:
            batch = collate(group, None)
            out = model(batch)
            known = batch["tags"] >= 0
            right["tag"] += int((out[1].argmax(-1) == batch["tags"])[known].sum())
            right["form"] += int((out[2].argmax(-1) == batch["forms"])[known].sum())
            guess, gold = (out[0] > 0) & (batch["mask"] > 0), batch["starts"] == 1
            right["start"] += int((guess & gold).sum())
            right["found"] += int(guess.sum())
            right["gold"] += int(gold.sum())
            arcs = model.biaffine.arcs(out[4], out[5])
            sentences = batch["sentences"]
            arcs = arcs.masked_fill(sentences.unsqueeze(1) != sentences.unsqueeze(2), FAR)
            heads = arcs.argmax(-1)
            hit = (heads == batch["heads"]) & (batch["heads"] >= 0)
            own = torch.arange(heads.shape[1]).expand_as(heads)
            lines = (hit & (heads != own)).nonzero(as_tuple=True)
            deps = model.biaffine.labels(out[6][lines], out[7][lines[0], heads[lines]]).argmax(-1)
            right["uas"] += int(hit.sum())
            right["las"] += int((deps == batch["deps"][lines]).sum() + (hit & (heads == own)).sum())
            words += int((batch["heads"] >= 0).sum())
    model.train()
    scores = {name: 100 * right[name] / words for name in ("tag", "form", "uas", "las")}
    scores["start"] = 200 * right["start"] / max(right["found"] + right["gold"], 1)
    return scores
