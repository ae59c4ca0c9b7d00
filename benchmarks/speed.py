"""`python -m benchmarks.speed`: words per second, and what the rules cost.

Three measurements in one run over the samples of `data/raw`, repeated:

- the bare core (tokens, tags, trees, lemmas, names) against the whole way from text to claims;
- the same claims with twice as many rules (each copied under another id);
- where the time outside the core goes (`--profile`).

Each round measures all variants after one another and the best round of each counts; claims are
read from documents annotated anew, since a document keeps what was found out about it. Seconds are
those of the processor, all threads together, so that other work on the machine does not count; the
core runs on one thread.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import pstats
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipeline.annotate import AnnotatedDocument, annotate_many
from pipeline.claims import extract_claims
from pipeline.reading import read_document, read_text
from pipeline.records import DocumentText
from pipeline.rules.load import RuleSet
from pipeline.run import Resources, load_resources
from pipeline.settings import Settings

SAMPLES = Path(__file__).parents[1] / "data" / "raw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Seconds of each variant, the best of all rounds.

    Attributes:
        words: of all documents together.
        core: tokens to names.
        whole: annotate to claims.
        claims: triggers to claims alone, on what was annotated before.
        doubled: the same with twice the rules.
    """

    words: int
    core: float
    whole: float
    claims: float
    doubled: float

    @property
    def share_of_core(self) -> float:
        """The whole way's words per second as a share of the bare core's."""
        return self.core / self.whole

    @property
    def cost_of_doubling(self) -> float:
        """What twice the rules add to the whole way, as a share of it."""
        return (self.doubled - self.claims) / self.whole


def documents(copies: int) -> list[DocumentText]:
    """Returns the samples, each so many times."""
    texts = [read_document(path)[0] for path in sorted(SAMPLES.glob("*.*"))]
    return [
        read_text(f"{text.text}\n\nThis is copy {number}.\n")
        for number in range(copies)
        for text in texts
        if text is not None
    ]


def doubled(rules: RuleSet) -> RuleSet:
    """Returns the rules and a copy of each under another id."""
    copies = [replace(rule, id=f"{rule.id}-copy") for rule in rules.rules]
    return RuleSet(rules=(*rules.rules, *copies), version=f"{rules.version}-doubled")


def seconds(work: Callable[[], object]) -> float:
    """Returns the processor seconds that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(texts: Sequence[DocumentText], resources: Resources, *, rounds: int) -> Speed:
    """Returns the speed of all variants."""
    rules, twice = resources.rules, doubled(resources.rules)
    words = sum(
        not token.is_space and not token.is_punct
        for item in annotate_all(texts, resources)
        for token in item.doc
    )

    def core() -> None:
        list(resources.nlp.pipe((text.text for text in texts), batch_size=16))

    def claims_in(annotated: Iterable[AnnotatedDocument], chosen: RuleSet) -> None:
        for item in annotated:
            extract_claims(item, rules=chosen)

    best = dict.fromkeys(("core", "whole", "claims", "doubled"), float("inf"))
    for _ in range(rounds):
        once, again = annotate_all(texts, resources), annotate_all(texts, resources)
        variants: dict[str, Callable[[], None]] = {
            "core": core,
            "whole": lambda: claims_in(annotate_all(texts, resources), rules),
            "claims": partial(claims_in, once, rules),
            "doubled": partial(claims_in, again, twice),
        }
        for name, work in variants.items():
            best[name] = min(best[name], seconds(work))
    return Speed(words=words, **best)


def annotate_all(texts: Sequence[DocumentText], resources: Resources) -> list[AnnotatedDocument]:
    """Returns the documents annotated."""
    return list(
        annotate_many(
            texts,
            nlp=resources.nlp,
            knowledge=resources.knowledge,
            gazetteer=resources.gazetteer,
        )
    )


def profile(texts: Sequence[DocumentText], resources: Resources, *, top: int) -> str:
    """Returns the functions of ours that take longest by themselves, and with what they call."""
    watch = cProfile.Profile()
    watch.enable()
    for item in annotate_all(texts, resources):
        extract_claims(item, rules=resources.rules)
    watch.disable()
    out = io.StringIO()
    stats = pstats.Stats(watch, stream=out)
    for order in ("tottime", "cumtime"):
        stats.sort_stats(order).print_stats(r"pipeline/(?!annotate/core)", top)
    return out.getvalue()


def main() -> None:
    """Prints the speeds and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=5, help="of each sample (default 5)")
    parser.add_argument("--rounds", type=int, default=3, help="the best counts (default 3)")
    parser.add_argument("--profile", action="store_true", help="also print where the time goes")
    args = parser.parse_args()
    resources = load_resources(Settings())
    texts = documents(args.copies)
    speed = measure(texts, resources, rounds=args.rounds)
    print(f"{speed.words} words, {len(texts)} documents, best of {args.rounds} rounds")
    print(f"bare core          {speed.words / speed.core:8.0f} words/s")
    print(f"annotate to claims {speed.words / speed.whole:8.0f} words/s")
    print(f"  share of the core's speed      {speed.share_of_core:6.1%}")
    print(f"{len(resources.rules.active)} rules: claims alone {speed.claims:.3f} s,")
    print(f"twice as many: {speed.doubled:.3f} s, {speed.doubled / speed.claims - 1:+.1%}")
    print(f"  cost of doubling, of the whole {speed.cost_of_doubling:6.1%}")
    if args.profile:
        print(profile(texts, resources, top=15))


if __name__ == "__main__":
    main()
