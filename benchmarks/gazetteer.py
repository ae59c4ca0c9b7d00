"""`python -m benchmarks.gazetteer`: what the gazetteer costs, and how fast its names are matched.

Wanted: 300,000 names loaded within 2 s and 400 MB, and matched in a text at least ten times as fast
as the core parses it. Three measurements in one run:

- loading, in a process of its own that has imported all it needs before: seconds by the clock
  and of the processor, and what the process's largest size grew by; the best of all rounds counts;
- the bare core (tokens, tags, trees, lemmas, names) over the samples of `data/raw`, repeated;
- matching in the same parses: every stretch of words that may be a name is looked up
  (`longest_known`), and the whole search for places (`find_places`, which also decides by grammar
  which of them are places and which place is meant). Both stand as multiples of the core's speed.

Core and matching are measured after one another in each round, in seconds of the processor, so that
other work on the machine does not count; ratios hold on any machine, seconds only on the one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.speed import annotate_all, documents, seconds
from pipeline.annotate import AnnotatedDocument
from pipeline.annotate.places import find_places
from pipeline.annotate.places.names import longest_known
from pipeline.annotate.places.text import Text
from pipeline.run import Resources, load_resources
from pipeline.settings import Settings

SECONDS_WANTED, MEGABYTES_WANTED, RATIO_WANTED = 2.0, 400.0, 10.0
#: Runs in a process of its own: its largest size is never given back.
_LOADING = """
import json, resource, time
from pathlib import Path
from pipeline.knowledge.gazetteer import load_gazetteer
def megabytes():
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells may be the size of the process that started this one
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
before, start, cpu = megabytes(), time.perf_counter(), time.process_time()
gazetteer = load_gazetteer()
told = {"seconds": time.perf_counter() - start, "processor": time.process_time() - cpu}
print(json.dumps({**told, "megabytes": megabytes() - before, "names": len(gazetteer)}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """What loading costs: the best of all rounds.

    Attributes:
        seconds: by the clock.
        processor: of the processor; what the clock would show with nothing else on the machine.
        names: how many pairs of a name and a place can be found.
    """

    seconds: float
    processor: float
    megabytes: float
    names: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """Processor seconds over the same texts, the best of all rounds."""

    core: float
    lookup: float
    places: float

    @property
    def lookup_ratio(self) -> float:
        """How many times faster than the core names are looked up."""
        return self.core / self.lookup

    @property
    def places_ratio(self) -> float:
        """How many times faster than the core places are found and told apart."""
        return self.core / self.places


def measure_loading(rounds: int) -> Loading:
    """Returns what loading costs in a fresh process."""
    found = [
        json.loads(subprocess.run([sys.executable, "-c", _LOADING], check=True,
                                  capture_output=True, text=True).stdout)
        for _ in range(rounds)
    ]  # fmt: skip
    return Loading(
        seconds=min(item["seconds"] for item in found),
        processor=min(item["processor"] for item in found),
        megabytes=min(item["megabytes"] for item in found),
        names=found[0]["names"],
    )


def measure_matching(
    annotated: Sequence[AnnotatedDocument], resources: Resources, *, rounds: int
) -> Matching:
    """Returns the seconds of the core and of the matching over the same texts."""

    def core() -> None:
        list(resources.nlp.pipe((item.document.text for item in annotated), batch_size=16))

    def lookup() -> None:
        for item in annotated:
            text = Text(item.doc)
            for i in range(len(text)):
                longest_known(text, i, resources.gazetteer)

    def places() -> None:
        for item in annotated:
            find_places(
                item.doc,
                document=item.document,
                actors=item.actors,
                gazetteer=resources.gazetteer,
            )

    best = {"core": float("inf"), "lookup": float("inf"), "places": float("inf")}
    for _ in range(rounds):
        for name, work in (("core", core), ("lookup", lookup), ("places", places)):
            best[name] = min(best[name], seconds(work))
    return Matching(**best)


def main() -> None:
    """Prints the figures beside what is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=5, help="of each sample (default 5)")
    parser.add_argument("--rounds", type=int, default=3, help="the best counts (default 3)")
    args = parser.parse_args()
    loading = measure_loading(args.rounds)
    resources = load_resources(Settings())
    annotated = annotate_all(documents(args.copies), resources)
    matching = measure_matching(annotated, resources, rounds=args.rounds)
    words = sum(not token.is_space and not token.is_punct for a in annotated for token in a.doc)
    print(f"{loading.names} names, {words} words, best of {args.rounds} rounds")
    print(
        f"loading  {loading.seconds:7.2f} s   (wanted {SECONDS_WANTED:.0f} at most;"
        f" {loading.processor:.2f} s of the processor)"
    )
    print(f"         {loading.megabytes:7.0f} MB  (wanted {MEGABYTES_WANTED:.0f} at most)")
    print(f"core     {words / matching.core:7.0f} words/s")
    print(f"look-up  {words / matching.lookup:7.0f} words/s, {matching.lookup_ratio:.1f} times")
    print(
        f"places   {words / matching.places:7.0f} words/s, {matching.places_ratio:.1f} times"
        f" (wanted {RATIO_WANTED:.0f} at least)"
    )


if __name__ == "__main__":
    main()
