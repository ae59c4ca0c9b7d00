"""Scores of small runs against gold, both written by hand."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from rich.console import Console

from pipeline.evaluation import evaluate, render_scores
from pipeline.problems import ConfigurationError

SENTENCES = [
    "Peru and Chile signed a treaty on river trade in Lima.",
    "Bolivia accused Chile of moving the border posts last winter.",
    "The navy of Peru did not help Bolivia with the search.",
    "Nothing was decided about the lake between the delegations.",
]

GOLD = {
    "doc_id": "andes",
    "mentions": [
        {"sid": 0, "text": "Peru", "label": "ACTOR"},
        {"sid": 0, "text": "Chile", "label": "ACTOR"},
        {"sid": 0, "text": "Lima", "label": "PLACE"},
        {"sid": 1, "text": "last winter", "label": "DATE"},
    ],
    "claims": [
        {
            "sid": 0, "relation": "cooperation", "type": "AGREE", "mutual": True,
            "source": [], "target": [], "actors": ["Peru", "Chile"], "cue": "signed",
            "place": "Lima", "stance": 0.5, "date": ["2020-05-01", "2020-05-31"],
        },
        {
            "sid": 1, "relation": "tension", "type": "ACCUSE", "mutual": False,
            "source": ["Bolivia"], "target": ["Chile"], "actors": [], "cue": "accused",
            "stance": -0.5,
        },
        {
            "sid": 2, "relation": "cooperation", "type": "AID", "mutual": False,
            "source": ["Peruvian Navy"], "target": ["Bolivia"], "actors": [], "cue": "help",
            "negated": True, "explicit": False, "stance": -0.2,
        },
        {
            "sid": 3, "relation": "tension", "type": "DIVERGE", "mutual": True,
            "source": [], "target": [], "actors": ["Peru", "Chile"], "cue": "Nothing was decided",
            "optional": True,
        },
    ],
    "actors": {
        "Peru": {"country": "PER", "aliases": ["Peruvian"]},
        "Chile": {"country": "CHL", "aliases": ["the Republic of Chile"]},
        "Bolivia": {"country": "BOL"},
        "Peruvian Navy": {"country": "PER"},
    },
}  # fmt: skip


def row(sid, source, relation, target, **cells):
    return {
        "sentence": SENTENCES[sid],
        "source_name": source,
        "target_name": target,
        "relation": relation,
        "direction": "directed",
        **cells,
    }


def write_csv(path, rows, columns=()):
    names = list(dict.fromkeys([*columns, *(name for r in rows for name in r)]))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def score(tmp_path):
    """Writes a run with these claims and returns its scores."""
    (tmp_path / "gold.json").write_text(json.dumps(GOLD))
    listed = [{"sid": sid, "text": text} for sid, text in enumerate(SENTENCES)]
    (tmp_path / "sentences.json").write_text(json.dumps({"sentences": listed}))

    def evaluate_rows(*rows):
        columns = ("sentence", "source_name", "target_name", "relation")
        write_csv(tmp_path / "claims.csv", rows, columns)
        return evaluate(tmp_path, [(tmp_path / "gold.json", tmp_path / "sentences.json")])

    evaluate_rows.folder = tmp_path
    return evaluate_rows


RIGHT = (
    row(0, "Peru", "cooperation", "Chile", direction="mutual"),
    row(1, "Bolivia", "tension", "Chile"),
    row(2, "Peruvian Navy", "cooperation", "Bolivia"),
)


def test_all_right(score):
    scores = score(*RIGHT)
    assert (scores.pair.precision, scores.pair.recall, scores.pair.f1) == (1, 1, 1)
    assert scores.strict == scores.pair
    assert scores.extra_rows_per_100_sentences == 0
    assert (scores.misses, scores.extras) == ((), ())


def test_nothing_found(score):
    scores = score()
    assert (scores.pair.precision, scores.pair.recall, scores.pair.f1) == (0, 0, 0)
    assert len(scores.misses) == 3


@pytest.mark.parametrize(
    ("cells", "pair", "strict"),
    [
        ({}, 1, 1),
        ({"source_name": "the Bolivia"}, 1, 1),  # article
        ({"target_name": "Republic of Chile"}, 1, 1),  # alias
        ({"source_name": "La Paz", "source_country": "bol"}, 1, 0),  # country alone
        ({"source_name": "La Paz", "source_text": "Bolivia"}, 1, 1),  # as written
        ({"source_name": "Chile", "target_name": "Bolivia"}, 1, 0),  # wrong way round
        ({"source_name": "Chile", "target_name": "Bolivia", "direction": "mutual"}, 1, 1),
        ({"source_name": "Peru"}, 0, 0),  # another actor
        ({"relation": "cooperation"}, 0, 0),  # another relation
        ({"sentence": SENTENCES[0]}, 0, 0),  # another sentence
        ({"sentence": SENTENCES[1][:-12]}, 1, 1),  # cut off, but the same
    ],
)
def test_when_a_row_is_a_claim(score, cells, pair, strict):
    scores = score({**row(1, "Bolivia", "tension", "Chile"), **cells})
    assert (scores.pair.matched, scores.strict.matched) == (pair, strict)


def test_a_claim_is_matched_once(score):
    scores = score(RIGHT[1], RIGHT[1])
    assert (scores.pair.matched, scores.pair.predicted) == (1, 2)
    assert scores.extra_rows_per_100_sentences == 25  # one in four sentences
    assert scores.extras == ("andes:1 Bolivia ~ Chile tension None [None] rule=None",)


def test_an_optional_claim_is_neither_miss_nor_extra(score):
    scores = score(*RIGHT, row(3, "Chile", "tension", "Peru", direction="mutual"))
    assert (scores.pair.predicted, scores.pair.gold, scores.pair.matched) == (3, 3, 3)
    assert scores.extras == ()


def test_a_claim_without_a_named_actor_is_left_out_of_explicit(score):
    scores = score(*RIGHT)
    assert (scores.explicit.predicted, scores.explicit.gold, scores.explicit.matched) == (2, 2, 2)


def test_rows_outside_the_gold_are_counted_apart(score):
    other = {**RIGHT[0], "sentence": "Ghana and Togo opened a bridge over the river on Monday."}
    scores = score(*RIGHT, other)
    assert (scores.pair.predicted, scores.n_outside) == (3, 1)


def test_attributes_of_the_right_rows(score):
    scores = score(
        {
            **RIGHT[0],
            "event_type": "AGREE",
            "stance": "0.40",
            "event_date": "2020-05-31",
            "place_text": "in Lima",
        },
        {**RIGHT[1], "event_type": "REJECT", "stance": "0.10", "modality": "possible"},
        {**RIGHT[2], "event_type": "AID", "stance": "-0.30", "polarity": "negated"},
    ).on_matched.to_dict()
    assert scores == {
        "event_type": [0.667, 3],
        "polarity": [1.0, 3],
        "modality": [0.667, 3],
        "date": [1.0, 1],
        "place": [1.0, 1],
        "stance_sign": [0.667, 3],
        "stance_mean_abs_error": 0.267,
    }


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        ("2020-05-31", "", 1),
        ("2020-06-01", "", 0),
        ("2020-01-01", "2020-12-31", 1),
        ("", "", 0),
        ("2020-04-30", "2020-04-30", 0),
    ],
)
def test_a_date_is_right_where_the_intervals_meet(score, start, end, right):
    scores = score({**RIGHT[0], "event_date": start, "event_date_end": end})
    assert (scores.on_matched.date.share, scores.on_matched.date.of) == (right, 1)


def test_mentions_are_scored_by_label(score):
    listed = [{"sentence_id": f"t-{sid}", "text": text} for sid, text in enumerate(SENTENCES)]
    write_csv(score.folder / "sentences.csv", listed)
    found = [
        ("t-0", "ACTOR", "Peru"),
        ("t-0", "ACTOR", "Lima"),  # not an actor there
        ("t-0", "PLACE", "in Lima"),  # shares half of its words
        ("t-1", "DATE", "winter"),
        ("t-1", "DATE", "winter"),  # there is but one
    ]
    columns = ("sentence_id", "label", "text")
    write_csv(score.folder / "mentions.csv", [dict(zip(columns, f, strict=True)) for f in found])
    mentions = score(*RIGHT).mentions
    counts = {label: (c.predicted, c.gold, c.matched) for label, c in mentions.items()}
    assert counts == {"ACTOR": (2, 2, 1), "PLACE": (1, 1, 1), "DATE": (2, 1, 1)}


def test_a_run_without_mentions_has_no_mention_scores(score):
    assert score(*RIGHT).mentions == {}


def test_the_scores_are_printed(score):
    output = StringIO()
    Console(width=100, file=output).print(render_scores(score(*RIGHT[:2])))
    text = output.getvalue()
    assert "pair" in text
    assert "0.800" in text  # F1 of two found, one missed
    assert "Extra rows per 100 sentences: 0.0" in text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda f: (f / "claims.csv").unlink(), r"claims\.csv: No such file"),
        (lambda f: (f / "claims.csv").write_text("a,b\n"), "has no column sentence"),
        (lambda f: (f / "gold.json").write_text("{"), "not JSON"),
        (lambda f: (f / "gold.json").write_text("{}"), "not gold annotations"),
        (lambda f: (f / "sentences.json").write_text("[1]"), "not gold annotations"),
        (lambda f: (f / "sentences.json").unlink(), r"sentences\.json: No such file"),
    ],
)
def test_a_wrong_file_is_named(score, change, message):
    score(*RIGHT)
    change(score.folder)
    with pytest.raises(ConfigurationError, match=message):
        evaluate(score.folder, [(score.folder / "gold.json", score.folder / "sentences.json")])
