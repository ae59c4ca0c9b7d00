"""Training of the joint network on prepared samples.

Belongs here: the loop, the schedule, what is saved. Does not belong here: losses.py.

    python -m models.english.train --data DIR --encoder DIR --out DIR [--epochs 10]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import nn
from transformers import BertModel

from models.english.batches import Collator, Labels, Window, batches, labels_of, load
from models.english.losses import check, losses
from models.english.network import Reader
from models.english.prepare import Sample
from pipeline.annotate.core.pieces import WordPieces


def build(encoder: Path, labels: Labels) -> Reader:
    """A network around the pretrained encoder."""
    bert = BertModel.from_pretrained(
        str(encoder), attn_implementation="eager", add_pooling_layer=False
    )
    config = bert.config
    return Reader(
        bert,
        config.num_hidden_layers,
        config.hidden_size,
        len(labels.tags),
        len(labels.forms),
        len(labels.deps),
    )


class Average:
    """A running mean of the weights: better than any one step's."""

    def __init__(self, model: nn.Module) -> None:
        self.state = {k: v.detach().clone() for k, v in model.state_dict().items()}
        self.steps = 0

    def update(self, model: nn.Module) -> None:
        """Take in the weights after one step."""
        self.steps += 1
        keep = min(0.998, self.steps / (self.steps + 30))
        with torch.no_grad():
            for key, value in model.state_dict().items():
                if value.dtype.is_floating_point:
                    self.state[key].lerp_(value, 1.0 - keep)


def optimiser(model: Reader, encoder_rate: float, head_rate: float) -> torch.optim.Optimizer:
    """AdamW with a smaller rate for the pretrained part."""
    groups = [
        {"params": list(model.encoder.bert.parameters()), "lr": encoder_rate, "weight_decay": 0.01},
        {
            "params": [
                *model.encoder.mixture.parameters(),
                *model.heads.parameters(),
                *model.biaffine.parameters(),
            ],
            "lr": head_rate,
            "weight_decay": 0.0,
        },
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def rate(step: int, warm: int, done: float) -> float:
    """Share of the full rate: up over the warm-up, then down in a straight line to the end."""
    return max(0.02, min((step + 1) / warm, 1.0 - done))


def save(folder: Path, model: Reader, average: Average, labels: Labels) -> None:
    """Write the averaged weights and the labels."""
    torch.save(average.state, folder / "weights.tmp")
    (folder / "weights.tmp").rename(folder / "weights.pt")
    (folder / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")


def run(args: argparse.Namespace) -> None:
    """Train."""
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    train = load(args.data / "train.jsonl")
    labels = labels_of(train)
    pieces = WordPieces.from_file(args.encoder / "tokenizer.json")
    collate = Collator(pieces, labels)
    model = build(args.encoder, labels)
    model.encoder.frozen, model.blind = args.encoder_use == "frozen", args.encoder_use == "none"
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    if args.only_names:
        train = [sample for sample in train if sample.source != "ewt"]
        for name, parameter in model.named_parameters():
            parameter.requires_grad_(name.startswith(("heads.name.", "heads.name_layer.")))
    tests = {
        name: batches(rng, samples, pieces, size=4000, shortest=150, longest=240)
        # The check is of tags and trees, which the name layer does not touch.
        for name in (() if args.only_names else ("gum", "ewt"))
        if (samples := load(args.data / f"{name}-dev.jsonl"))
    }
    average = Average(model)

    def report(step: int) -> None:
        _report(model, average, collate, tests, step)
        save(args.out, model, average, labels)

    _train(args, rng, (model, average), collate, lambda: _epoch(rng, train, pieces, args), report)


def _train(
    args: argparse.Namespace,
    rng: random.Random,
    pair: tuple[Reader, Average],
    collate: Collator,
    epoch: Callable[[], Iterator[list[Window]]],
    report: Callable[[int], None],
) -> None:
    """Go through the epochs until the words or the minutes are used up."""
    model, average = pair
    total = int(sum(1 for _ in epoch()) * args.epochs)
    adam = optimiser(model, args.encoder_rate, args.head_rate)
    bases = [group["lr"] for group in adam.param_groups]
    progress = Progress(total, args.minutes)
    windows = epoch()
    while progress.done < 1.0:
        group = next(windows, None)
        if group is None:
            windows = epoch()
            continue
        share = rate(progress.step, args.warm_up, progress.done)
        for parameters, base in zip(adam.param_groups, bases, strict=True):
            parameters["lr"] = base * share
        batch = collate(group, rng)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
            found = losses(model, batch, model(batch), only_names=args.only_names)
        found["name"] = found["name"] * args.name_weight
        torch.stack(list(found.values())).sum().backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        adam.step()
        adam.zero_grad(set_to_none=True)
        average.update(model)
        progress.update(int(batch["mask"].sum()), {k: v.item() for k, v in found.items()})
        if progress.step % args.check_every == 0 or progress.done >= 1.0:
            report(progress.step)


class Progress:
    """How far the training is, in steps and minutes, and the losses of late."""

    def __init__(self, total: int, minutes: float) -> None:
        self.total, self.minutes = total, minutes
        self.step, self.words, self.done = 0, 0, 0.0
        self.begun = time.time()
        self.means: dict[str, float] = {}

    def update(self, words: int, found: dict[str, float]) -> None:
        """Take in one step."""
        self.step += 1
        self.words += words
        spent = time.time() - self.begun
        self.done = max(self.step / self.total, spent / (60 * self.minutes))
        for name, value in found.items():
            self.means[name] = 0.98 * self.means.get(name, value) + 0.02 * value
        if self.step % 50 == 0:
            shown = " ".join(f"{name} {value:.3f}" for name, value in self.means.items())
            speed = self.words / spent
            print(
                f"{self.step}/{self.total} {self.words} words, {speed:.0f}/s, {shown}", flush=True
            )


def _epoch(
    rng: random.Random, train: Sequence[Sample], pieces: WordPieces, args: argparse.Namespace
) -> Iterator[list[Window]]:
    # Name-only texts are few; reading them more often keeps the name layer in practice.
    few = [s for s in train if s.source in ("re3d", "uner")]
    repeated = [*train, *few * (args.repeat_names - 1)]
    yield from batches(
        rng, repeated, pieces, size=args.batch, shortest=args.shortest, longest=args.longest
    )


def _report(
    model: Reader,
    average: Average,
    collate: Collator,
    tests: dict[str, list[list[Window]]],
    step: int,
) -> None:
    kept = {key: value.clone() for key, value in model.state_dict().items()}
    model.load_state_dict(average.state)
    for name, windows in tests.items():
        scores = check(model, collate, windows)
        print(
            f"== {step} {name} " + " ".join(f"{k} {v:.2f}" for k, v in scores.items()), flush=True
        )
    model.load_state_dict(kept)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained BERT")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--epochs", type=float, default=10)
    parser.add_argument("--minutes", type=float, default=600, help="end by then, whatever is read")
    parser.add_argument("--batch", type=int, default=2400, help="word pieces a step")
    parser.add_argument("--shortest", type=int, default=30)
    parser.add_argument("--longest", type=int, default=150)
    parser.add_argument("--encoder-rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--warm-up", type=int, default=150)
    parser.add_argument("--check-every", type=int, default=250)
    parser.add_argument("--repeat-names", type=int, default=2, help="of texts with names alone")
    parser.add_argument("--name-weight", type=float, default=1.0, help="of the loss of names")
    parser.add_argument(
        "--encoder-use", choices=("tuned", "frozen", "none"), default="tuned", help="for ablations"
    )
    parser.add_argument("--only-names", action="store_true", help="teach the name layer alone")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-bf16", dest="bf16", action="store_false")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    run(args)


if __name__ == "__main__":
    main()
