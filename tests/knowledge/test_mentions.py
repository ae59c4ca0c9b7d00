"""Mentions as texts of every region write them: whom each means, and what sort of name it is.

`mentions.csv` is read by people as much as by this test; every row was checked by hand.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline.knowledge import load_knowledge

TABLE = Path(__file__).with_name("mentions.csv")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


@pytest.mark.parametrize("region", sorted({row["region"] for row in rows()}))
def test_every_mention_means_whom_it_should(knowledge, region: str) -> None:
    wrong = []
    for row in rows():
        if row["region"] == region:
            found = knowledge.find(row["written"])[:1]
            got = [(f.actor.name, f.form, f.actor.kind, f.actor.country) for f in found]
            if got != [(row["name"], row["form"], row["kind"], row["country"])]:
                wrong.append((row["written"], got))
    assert wrong == []


def test_the_table_has_mentions_enough_of_every_region() -> None:
    counts = Counter(row["region"] for row in rows())
    assert sum(counts.values()) > 250
    assert min(counts.values()) >= 10


@pytest.mark.parametrize(
    ("name", "year", "exists"),
    [
        ("Soviet Union", 1985, True),
        ("Soviet Union", 2005, False),
        ("Yugoslavia", 1995, True),
        ("Czechoslovakia", 1993, False),
        ("East Germany", 1989, True),
        ("South Yemen", 1991, False),
    ],
)
def test_states_that_are_no_more_have_their_years(knowledge, name, year, exists) -> None:
    [found] = knowledge.find(name)
    assert any(office.holds(date(year, 6, 1)) for office in found.entry.offices) is exists
    assert found.actor.country == "", "no state of today's list"
