"""The scores are those of the project's scoring script, on its gold.

Script and gold are not part of the repository; the test is skipped where they are not at hand.
The runs are made up: gold claims with errors put in by chance.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import random
from itertools import combinations
from pathlib import Path

import pytest

from pipeline.evaluation import evaluate

SHARED = Path(os.environ.get("ENTENTE_SHARED", Path(__file__).parents[3] / "shared"))
SCRIPT = SHARED / "gold" / "score_claims.py"

pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="the scoring script is not at hand")


def script():
    spec = importlib.util.spec_from_file_location("score_claims", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_files():
    folder = SHARED / "gold"
    found = sorted([*folder.glob("*.gold.json"), *folder.glob("open/*.gold.json")])
    return [(path, path.with_name(path.name.replace(".gold.", ".sentences."))) for path in found]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def predicted_rows(gold, sentences, chance):
    rows = sentences["sentences"] if isinstance(sentences, dict) else sentences
    texts = {row["sid"]: row["text"] for row in rows}
    names = list(gold["actors"])
    for claim in gold["claims"]:
        ends = list(combinations(claim["actors"], 2)) if claim.get("mutual") else [
            (a, b) for a in claim["source"] for b in claim["target"]
        ]  # fmt: skip
        for ends_of_pair in ends:
            if chance.random() < 0.3:
                continue
            pair = list(ends_of_pair)
            if chance.random() < 0.2:
                pair.reverse()
            if chance.random() < 0.2:
                pair[0] = chance.choice(names)
            date = (claim.get("date") or [None])[0] or ""
            yield {
                "sentence": texts[claim["sid"]],
                "source_name": pair[0],
                "target_name": pair[1],
                "source_country": gold["actors"].get(pair[0], {}).get("country") or "",
                "target_country": gold["actors"].get(pair[1], {}).get("country") or "",
                "relation": chance.choice([claim["relation"]] * 4 + ["tension"]),
                "direction": chance.choice(["directed", "mutual"]),
                "event_type": chance.choice([claim["type"], "AGREE"]),
                "polarity": chance.choice(["affirmed", "negated"]),
                "modality": chance.choice(["asserted", "possible", ""]),
                "stance": f"{chance.uniform(-1, 1):.2f}",
                "event_date": chance.choice([date, "2015-01-01", ""]),
                "event_date_end": "",
                "place_name": chance.choice([claim.get("place") or "", "Syria"]),
                "place_text": "",
            }


def write(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize("seed", range(3))
def test_the_scores_are_the_scripts(tmp_path, seed):
    chance = random.Random(seed)
    files = gold_files()
    claims, sentences, mentions = [], [], []
    for gold_path, sentence_path in files:
        gold, listed = load(gold_path), load(sentence_path)
        claims += predicted_rows(gold, listed, chance)
        listed = listed["sentences"] if isinstance(listed, dict) else listed
        for row in listed:
            sentence_id = f"t-{gold['doc_id']}-{row['sid']}"
            sentences.append({"sentence_id": sentence_id, "text": row["text"]})
            for mention in gold["mentions"]:
                if mention["sid"] == row["sid"] and chance.random() < 0.8:
                    label = chance.choice([mention["label"]] * 5 + ["PLACE"])
                    cells = {"sentence_id": sentence_id, "label": label, "text": mention["text"]}
                    mentions.append(cells)
    claims.append({**claims[0], "sentence": "A sentence that nobody has annotated at all."})
    write(tmp_path / "claims.csv", claims)
    write(tmp_path / "sentences.csv", sentences)
    write(tmp_path / "mentions.csv", mentions)

    module = script()
    golds = [module.Gold(gold, listed) for gold, listed in files]
    theirs = json.loads(json.dumps(module.score(tmp_path, golds)))
    ours = json.loads(json.dumps(evaluate(tmp_path, files).to_dict()))
    assert ours.pop("rows_outside_gold") == 1
    assert ours == theirs
    assert 0.3 < ours["pair"]["f1"] < 0.9  # neither all right nor all wrong
