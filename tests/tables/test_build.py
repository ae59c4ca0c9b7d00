"""What rows the results of documents become."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.records import EventType, Polarity
from pipeline.tables.build import build_tables
from pipeline.tables.columns import TABLES
from tests.tables.builders import KENYA, PERU, DocumentBuilder, treaty, unread


def test_every_row_has_the_registered_columns_and_no_other():
    tables = build_tables([treaty().result(), unread()])
    assert set(tables) == set(TABLES)
    for name, rows in tables.items():
        assert rows, f"{name} has no row to check"
        for row in rows:
            assert tuple(row) == TABLES[name].column_names


def test_a_claim_with_everything_becomes_one_full_row():
    doc = treaty()
    rows = build_tables([doc.result()])["claims"]
    assert len(rows) == 2
    expected = {
        "relation": "cooperation",
        "source_name": "Kenya",
        "target_name": "Peru",
        "direction": "mutual",
        "event_type": "AGREE",
        "stance": 0.5,
        "event_date": dt.date(2020, 5, 1),
        "event_date_end": dt.date(2020, 5, 31),
        "date_text": "May 2020",
        "date_precision": "month",
        "date_basis": "explicit",
        "place_name": "Lima",
        "place_text": "Lima",
        "place_id": "gn-3936456",
        "place_country": "PER",
        "place_basis": "sentence",
        "lat": -12.04318,
        "lon": -77.02824,
        "doc_date": dt.date(2020, 6, 1),
        "trigger": "signed",
        "quad_class": 1,
        "ruleset_version": "r-1",
        "model_version": "m-1",
        "review": None,
        "attributed_to": None,
    }
    assert {name: rows[0][name] for name in expected} == expected


def test_offsets_of_a_claim_reproduce_its_words():
    doc = treaty()
    for row in build_tables([doc.result()])["claims"]:
        for prefix, column in (
            ("sentence", "sentence"),
            ("trigger", "trigger"),
            ("source", "source_text"),
            ("target", "target_text"),
        ):
            assert doc.text[row[f"{prefix}_start"] : row[f"{prefix}_end"]] == row[column]


def test_missing_values_are_none_and_never_an_empty_text():
    rows = [row for table in build_tables([treaty().result()]).values() for row in table]
    assert "" not in {value for row in rows for value in row.values()}


def test_mentions_stand_in_their_sentences_in_the_order_of_the_text():
    doc = treaty()
    rows = build_tables([doc.result()])["mentions"]
    assert [(row["label"], row["text"], row["name"]) for row in rows] == [
        ("DATE", "May 2020", "2020-05"),
        ("ACTOR", "Kenya", "Kenya"),
        ("ACTOR", "Peru", "Peru"),
        ("PLACE", "Lima", "Lima"),
        ("ACTOR", "Peruvian", "Peru"),
        ("ACTOR", "Namibia", "Namibia"),
    ]
    first, second = (sentence.sentence_id for sentence in doc.sentences)
    assert [row["sentence_id"] for row in rows] == [first] * 4 + [second] * 2


def test_a_mention_outside_sentences_is_kept_without_one():
    doc = treaty()
    result = replace(doc.result(), sentences=(doc.sentences[1],))
    rows = build_tables([replace(result, claims=())])["mentions"]
    assert [row["sentence_id"] for row in rows[:4]] == [None] * 4
    assert len(rows) == 6


def test_two_actors_in_the_same_words_are_two_mentions():
    doc = DocumentBuilder("a.txt", "Both sides met.")
    doc.actor("Both sides", KENYA)
    doc.actor("Both sides", PERU)
    rows = build_tables([doc.result()])["mentions"]
    assert {row["name"] for row in rows} == {"Kenya", "Peru"}
    assert len({row["mention_id"] for row in rows}) == 2


def test_documents_are_in_the_order_of_their_paths_whatever_order_they_come_in():
    a, b = treaty("a.txt").result(), DocumentBuilder("b.txt", "Nothing here.").result()
    forward, backward = build_tables([a, b]), build_tables([b, a])
    assert forward == backward
    assert [row["path"] for row in forward["documents"]] == ["a.txt", "b.txt"]


def test_equal_files_are_read_once_and_the_second_is_a_problem():
    tables = build_tables([treaty("b.txt").result(), treaty("a.txt").result()])
    assert [(row["path"], row["status"]) for row in tables["documents"]] == [
        ("a.txt", "read"),
        ("b.txt", "duplicate"),
    ]
    assert len(tables["claims"]) == 2
    (problem,) = tables["problems"]
    assert (problem["code"], problem["path"]) == ("duplicate-document", "b.txt")
    assert "a.txt" in str(problem["message"])


def test_two_empty_files_are_two_unread_files_and_no_duplicates():
    tables = build_tables([unread("a.bin"), unread("b.bin")])
    assert [row["status"] for row in tables["documents"]] == ["unread", "unread"]
    assert [row["code"] for row in tables["problems"]] == ["not-text", "not-text"]


def test_documents_count_their_rows():
    (row,) = build_tables([treaty().result()])["documents"]
    counts = {name: row[name] for name in row if name.startswith("n_")}
    assert counts == {
        "n_pages": 1,
        "n_words": 20,
        "n_sentences": 2,
        "n_mentions": 6,
        "n_claims": 2,
        "n_problems": 0,
    }


def test_actors_are_counted_over_the_corpus():
    rows = {row["name"]: row for row in build_tables([treaty().result()])["actors"]}
    assert list(rows) == ["Kenya", "Namibia", "Peru"]
    peru = rows["Peru"]
    assert (peru["n_mentions"], peru["n_claims"]) == (2, 2)
    assert (peru["n_cooperation"], peru["n_tension"]) == (1, 1)
    assert peru["aliases_seen"] == "Peru; Peruvian"


def test_places_are_counted_over_the_corpus():
    (row,) = build_tables([treaty().result()])["places"]
    assert (row["name"], row["n_mentions"], row["n_claims"], row["n_documents"]) == (
        "Lima",
        1,
        1,
        1,
    )


def test_a_dyad_counts_distinct_statements_and_not_rows():
    doc = DocumentBuilder("a.txt", "Kenya and Peru met and quarrelled.")
    kenya, peru = doc.actor("Kenya", KENYA), doc.actor("Peru", PERU)
    doc.claim(kenya, "met", peru, stance=0.4)
    doc.claim(peru, "met", kenya, stance=0.2)  # the same statement, other way round
    doc.claim(
        peru,
        "quarrelled",
        kenya,
        event_type=EventType.DIVERGE,
        stance=-0.5,
        polarity=Polarity.NEGATED,
    )
    (row,) = build_tables([doc.result()])["dyads"]
    expected = {
        "a_name": "Kenya",
        "b_name": "Peru",
        "n_statements": 2,
        "n_cooperation": 1,
        "n_tension": 1,
        "mean_stance": -0.1,  # mean of 0.3 and -0.5
        "share_negated": 0.5,
        "n_documents": 1,
        "first_date": None,
        "last_date": None,
    }
    assert {name: row[name] for name in expected} == expected


def test_a_dyad_spans_its_dated_events():
    rows = build_tables([treaty().result()])["dyads"]
    assert {(r["a_name"], r["b_name"]): (r["first_date"], r["last_date"]) for r in rows} == {
        ("Kenya", "Peru"): (dt.date(2020, 5, 1), dt.date(2020, 5, 31)),
        ("Namibia", "Peru"): (None, None),
    }


def test_verdicts_fill_the_column_review_and_rejected_claims_are_not_counted():
    doc = treaty()
    rejected = doc.claims[1].claim.claim_id
    tables = build_tables([doc.result()], reviews={rejected: "rejected", "c-gone": "accepted"})
    assert [row["review"] for row in tables["claims"]] == [None, "rejected"]
    peru = next(row for row in tables["actors"] if row["name"] == "Peru")
    assert (peru["n_claims"], peru["n_tension"]) == (1, 0)
    assert [(row["a_name"], row["b_name"]) for row in tables["dyads"]] == [("Kenya", "Peru")]


def test_negative_zero_is_zero():
    doc = DocumentBuilder("a.txt", "Kenya met Peru.")
    doc.claim(doc.actor("Kenya", KENYA), "met", doc.actor("Peru", PERU), stance=-0.001)
    (row,) = build_tables([doc.result()])["claims"]
    assert str(row["stance"]) == "0.0"


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"stance": 1.5}, "stance = 1.5 is above 1"),
        ({"stance": float("nan")}, "stance = nan is below -1"),
        ({"stance_label": "warm"}, "stance_label = 'warm' is none of hostile"),
        ({"model_version": ""}, "model_version = None must not be empty"),
    ],
)
def test_a_row_that_breaks_the_registry_is_an_error(change, finding):
    doc = treaty()
    doc.claims[0] = replace(doc.claims[0], **change)
    with pytest.raises(ValueError, match="rows break the registry") as error:
        build_tables([doc.result()])
    assert finding in str(error.value)


def test_two_claims_with_one_id_are_an_error():
    doc = treaty()
    doc.claims.append(doc.claims[0])
    with pytest.raises(ValueError, match="stands in 2 rows"):
        build_tables([doc.result()])
