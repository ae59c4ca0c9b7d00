"""Who is found in a sentence: every mention, no other, each with its name and country.

The tables in `cases/` are read by people as much as by this test: text, what must be found
(`words=Name/COUNTRY`, separated by "; "), and the reason.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.annotate.actors import find_actors
from pipeline.annotate.core import load_core
from pipeline.annotate.dates import find_dates
from pipeline.annotate.parse import Doc
from pipeline.knowledge import load_knowledge
from pipeline.records import ActorBasis, ActorKind, ActorMention, DocumentText

pytestmark = pytest.mark.core
CASES = Path(__file__).parent / "cases"


def document(text: str, day: date | None = None, title: str = "") -> DocumentText:
    return DocumentText(
        doc_id="d-00000000000000",
        path="case.txt",
        sha256="",
        media_type="text/plain",
        title=title,
        text=text,
        blocks=(),
        date=day,
    )


def found_in(text: str, day: date | None = None) -> tuple[ActorMention, ...]:
    doc = Doc(load_core()(text))
    read = document(text, day)
    dates = find_dates(doc, document=read)
    return find_actors(doc, document=read, knowledge=load_knowledge(), dates=dates)


def short(mention: ActorMention) -> str:
    country = f"/{mention.actor.country}" if mention.actor.country else ""
    return f"{mention.evidence.text}={mention.actor.name}{country}"


def rows() -> Iterator[object]:
    for table in sorted(CASES.glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as handle:
            for number, row in enumerate(csv.DictReader(handle), start=2):
                yield pytest.param(
                    row["text"], row["expected"], row["reason"], id=f"{table.stem}:{number}"
                )


@pytest.mark.parametrize(("text", "expected", "reason"), list(rows()))
def test_a_sentence_gives_its_actors_and_no_other(text: str, expected: str, reason: str) -> None:
    wanted = [part for part in expected.split("; ") if part]
    assert [short(mention) for mention in found_in(text)] == wanted, reason


TEXT = " ".join(
    row.values[0]  # type: ignore[attr-defined]
    for row in rows()
)


def test_mentions_stand_in_text_order_apart_and_in_the_text() -> None:
    mentions = found_in(TEXT)
    assert len(mentions) > 100
    end = 0
    for mention in mentions:
        assert mention.evidence.start >= end, "mentions overlap or are out of order"
        end = mention.evidence.end
        assert TEXT[mention.evidence.start : end] == mention.evidence.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kremlin objected.", ActorKind.STATE),
        ("Turkish troops left.", ActorKind.MILITARY),
        ("Al-Shabaab attacked.", ActorKind.ARMED_GROUP),
        ("ASEAN met.", ActorKind.IGO),
        ("The Mexican foreign ministry objected.", ActorKind.GOVERNMENT),
        ("President Ruto left.", ActorKind.PERSON),
        ("Gazprom cut supplies.", ActorKind.COMPANY),
        ("Xinhua reported it.", ActorKind.MEDIA),
        ("Oxfam protested.", ActorKind.NGO),
        ("Likud objected.", ActorKind.PARTY),
        ("The Georgian opposition objected.", ActorKind.GROUP),
    ],
)
def test_an_actor_has_its_kind(text: str, kind: ActorKind) -> None:
    assert [mention.actor.kind for mention in found_in(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Uganda objected.", ActorBasis.NAME),
        ("Burma objected.", ActorBasis.ALIAS),
        ("Kampala objected.", ActorBasis.METONYM),
        ("Ugandan jets flew.", ActorBasis.DEMONYM),
        ("The Ugandan foreign minister objected.", ActorBasis.ROLE),
    ],
)
def test_a_mention_says_how_it_means_the_actor(text: str, basis: ActorBasis) -> None:
    assert [mention.basis for mention in found_in(text)] == [basis]


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(2008, 6, 1), "David Miliband"),
        (date(2016, 1, 10), "Philip Hammond"),
        (date(2016, 9, 1), "Boris Johnson"),
        (None, "British Foreign Secretary"),
    ],
)
def test_an_office_means_its_holder_on_the_day(day: date | None, holder: str) -> None:
    mentions = found_in("The British foreign minister objected.", day)
    assert [mention.actor.name for mention in mentions] == [holder]


def test_a_date_in_the_sentence_goes_before_that_of_the_document() -> None:
    mentions = found_in("In May 2010 the Kenyan president signed.", date(2024, 1, 1))
    assert [mention.actor.name for mention in mentions] == ["Mwai Kibaki"]


def test_the_same_name_is_the_same_actor_wherever_it_stands() -> None:
    first = found_in("The Imam Reza Brigade attacked.")[0].actor
    second = found_in("Kabul fears the Imam Reza Brigade.")[1].actor
    assert first.actor_id == second.actor_id


def test_an_absurd_name_takes_no_other_name_away() -> None:
    mentions = found_in(
        "The Zzyzx-Qwop of Blarg warned Kenya, and xXx—Peru! met (?) Ghana's NATO@Chad."
    )
    assert {"Kenya", "Peru", "Ghana"} <= {mention.actor.name for mention in mentions}


def test_a_text_without_words_has_no_actors() -> None:
    assert found_in(" \n ") == ()
