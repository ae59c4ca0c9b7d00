"""Whom a denial answers: who made the charge, in the same sentence or the one before."""

from __future__ import annotations

import pytest

from pipeline.claims.explain import explain_document
from tests.support.claims import (
    annotate_texts,
    assert_last_target_refers,
    claims_in,
    found_in,
    rules,
)

pytestmark = pytest.mark.core


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Chad accused Libya of theft, a charge that Tripoli rejected.",
            "Libya > Chad REJECT",
        ),
        (
            "Laos blamed Thailand for the fire. Bangkok denied the allegations.",
            "Thailand > Laos REJECT",
        ),
        (
            "Peru and Chile condemned Bolivia. La Paz dismissed the criticism.",
            "Bolivia > Peru REJECT",
        ),
    ],
)
def test_a_denial_answers_who_made_the_charge(text: str, answer: str) -> None:
    assert answer in found_in(text)
    assert_last_target_refers(text)


@pytest.mark.parametrize(
    "text",
    [
        # the charge was made against somebody else
        "Laos blamed Thailand for the fire. Hanoi denied the allegations.",
        # it stands too far away
        "Laos blamed Thailand for the fire. It was put out. Bangkok denied the allegations.",
        # nobody made one
        "Laos praised Thailand. Bangkok denied the allegations.",
        # something else is denied
        "Laos blamed Thailand for the fire. Bangkok denied the children access to the park.",
    ],
)
def test_in_doubt_it_answers_nobody(text: str) -> None:
    assert not any(claim.event_type == "REJECT" for claim in claims_in(text))


def test_a_charge_summed_up_is_not_said_by_who_made_it() -> None:
    text = "Chad accused Libya of theft, an allegation denied by Tripoli."
    assert found_in(text) == {"Chad > Libya ACCUSE", "Libya > Chad REJECT"}


def test_the_account_says_how_the_target_is_known() -> None:
    (annotated,) = annotate_texts(["Chad accused Libya of theft, a charge that Tripoli denied."])
    (account,) = explain_document(annotated, rules=rules())
    assert [fired.told_elsewhere for fired in account.fired] == [
        "",
        'nobody is named: "charge" is about Chad by what stands before',
    ]
