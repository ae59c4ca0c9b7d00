"""Annotated documents through the real path, file to tables, and the numbers that this gives.

Those of other regions lie in `regions`. The gold is not part of the repository: it lies in a folder
named by ENTENTE_SHARED, else in `shared` beside the repository.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from benchmarks.typing import scores, type_rows
from pipeline.evaluation import Scores, evaluate
from pipeline.run import load_resources, process_file
from pipeline.settings import Settings
from pipeline.tables.write import write_output

SHARED = Path(os.environ.get("ENTENTE_SHARED") or Path(__file__).parents[3] / "shared")
GOLD = SHARED / "gold"

#: Sentences with two given actors and the event type between them; for measuring only.
TYPED = SHARED / "data" / "plv_train.jsonl"
FLOORS = Path(__file__).with_name("floors.json")
REGIONS = Path(__file__).with_name("regions")

#: Metrics that must not rise; all others must not fall.
CEILINGS = frozenset({"extra_rows_per_100"})

#: How far below (above) the measured value a floor (ceiling) is set.
SLACK = {"extra_rows_per_100": 0.5}
DEFAULT_SLACK = 0.01

#: Shares of the matched rows.
SHARES = ("event_type", "polarity", "modality", "date", "place")


def has_gold() -> bool:
    """Tells whether the gold is at hand."""
    return (GOLD / "seed.gold.json").exists() and (GOLD / "open").is_dir() and TYPED.exists()


def gold_pairs(part: str) -> list[tuple[Path, Path]]:
    """Returns the annotation and sentence files of a part that has documents."""
    folders = {"seed": GOLD, "open": GOLD / "open"}
    folder = folders.get(part, REGIONS / part)
    return [
        (path, path.with_name(path.name.replace(".gold.", ".sentences.")))
        for path in sorted(folder.glob("*.gold.json"))
    ]


def digest() -> str:
    """Returns the sha256 of all gold files, names and bytes, in order of their names."""
    found = hashlib.sha256()
    texts = [GOLD / "seed.txt", TYPED]
    pairs = (pair for part in GOLD_PARTS for pair in gold_pairs(part))
    for path in sorted([*texts, *(path for pair in pairs for path in pair)]):
        found.update(path.name.encode("utf-8") + b"\0")
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


#: Annotated documents that are not of the repository, and with the pairs of given actors all that
#: needs the gold.
GOLD_PARTS = ("seed", "open")
NEEDING_GOLD = (*GOLD_PARTS, "typing")

#: Folders of `regions`: what may be read to mend misses, and what is only measured.
OWN_PARTS = ("development", "held")

DOCUMENT_PARTS = (*GOLD_PARTS, *OWN_PARTS)
PARTS = (*NEEDING_GOLD, *OWN_PARTS)

#: The figures of benchmarks/typing.py that have floors, by the names of the floors.
TYPING = {
    "coverage": "coverage",
    "polarity accuracy of those coded": "polarity",
    "quad macro-F1": "quad_macro_f1",
}


def write_inputs(part: str, folder: Path) -> list[Path]:
    """Returns the documents of a part as files to read."""
    if part == "seed":
        return [GOLD / "seed.txt"]
    folder.mkdir(parents=True, exist_ok=True)
    return [_write_input(sentences, folder) for _, sentences in gold_pairs(part)]


def _write_input(sentences: Path, folder: Path) -> Path:
    """Writes a document's title and sentences, each a paragraph: the gold has no other layout."""
    data = json.loads(sentences.read_text(encoding="utf-8"))
    lines = [data["title"], *(row["text"] for row in data["sentences"])]
    path = folder / f"{data['doc_id']}.txt"
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return path


def measure(part: str, folder: Path) -> dict[str, float]:
    """Returns the metrics of a part; its run, if it has one, is written below the folder."""
    if part == "typing":
        return measure_typing()
    resources = load_resources(Settings())
    paths = write_inputs(part, folder / "input")
    results = [process_file(path, resources) for path in paths]
    run = folder / "run"
    run.mkdir(parents=True, exist_ok=True)
    write_output(results, run)
    return metrics(evaluate(run, gold_pairs(part)))


def measure_typing() -> dict[str, float]:
    """Returns how well the relation between two given actors is told, by rules alone."""
    lines = TYPED.read_text(encoding="utf-8").splitlines()
    found = scores(type_rows(json.loads(line) for line in lines if line.strip()))
    return {name: round(found[title], 3) for title, name in TYPING.items()}


def metrics(measured: Scores) -> dict[str, float]:
    """Returns the numbers that have floors."""
    found = {
        "pair_f1": measured.pair.f1,
        "strict_f1": measured.strict.f1,
        "explicit_f1": measured.explicit.f1,
        "extra_rows_per_100": measured.extra_rows_per_100_sentences,
    }
    for label, counts in measured.mentions.items():
        found[f"{label.lower()}_f1"] = counts.f1
    for name in SHARES:
        share = getattr(measured.on_matched, name).share
        if share is not None:
            found[name] = share
    return {name: round(value, 3) for name, value in found.items()}


def floor_of(name: str, value: float) -> float:
    """Returns the floor (or ceiling) that a measured value sets."""
    slack = SLACK.get(name, DEFAULT_SLACK)
    return round(value + slack if name in CEILINGS else value - slack, 3)


def is_worse(name: str, value: float, than: float) -> bool:
    """Tells whether the value is on the wrong side of the bound."""
    return value > than if name in CEILINGS else value < than


def read_floors() -> dict[str, object]:
    """Returns what floors.json holds: the gold's digest and the floors of each part."""
    found: dict[str, object] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found
