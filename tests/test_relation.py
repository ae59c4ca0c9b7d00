"""`type_relation`: what a sentence says between two given spans."""

from __future__ import annotations

import pytest

from pipeline import type_relation
from pipeline.records import Claim, Polarity


def between(sentence: str, source: str, target: str) -> Claim | None:
    """Returns the claim between the first places where the two texts stand."""
    first, second = (
        (sentence.index(text), sentence.index(text) + len(text)) for text in (source, target)
    )
    return type_relation(sentence, first, second)


@pytest.mark.core
@pytest.mark.parametrize(
    ("sentence", "source", "target", "wanted"),
    [
        pytest.param(
            "Acme accused Zenit of fraud.", "Acme", "Zenit", "ACCUSE", id="names that nobody knows"
        ),
        pytest.param(
            "The mayor of Lahti thanked the firemen's union.",
            "The mayor of Lahti",
            "the firemen's union",
            "SUPPORT",
            id="whole phrases",
        ),
        pytest.param(
            "The clinic sent nurses to fight an outbreak of measles in northern Laos.",
            "The clinic",
            "northern Laos",
            "AID",
            id="a place within an argument",
        ),
        pytest.param(
            "Norway said a shipment of wheat donated last week had reached Malawi.",
            "Norway",
            "Malawi",
            "AID",
            id="the clause around",
        ),
        pytest.param(
            "A Burundian raid on three fishing villages killed a dozen men.",
            "A Burundian raid",
            "three fishing villages",
            "ASSAULT",
            id="the trigger within a span",
        ),
        pytest.param(
            "Tonga and Samoa were both on the agenda.", "Tonga", "Samoa", None, id="nothing said"
        ),
        pytest.param(
            "The United States and Palau have many islands.",
            "The United States",
            "Palau",
            None,
            id="no trigger in a name",
        ),
    ],
)
def test_a_pair_has_the_nearest_trigger(
    sentence: str, source: str, target: str, wanted: str | None
) -> None:
    claim = between(sentence, source, target)
    assert (claim.event_type.value if claim else None) == wanted


@pytest.mark.core
@pytest.mark.parametrize(
    ("sentence", "source", "target", "wanted", "quad"),
    [
        ("Ghana sent doctors to Togo.", "Ghana", "Togo", "AID", 2),
        ("Ghana will send doctors to Togo.", "Ghana", "Togo", "AGREE", 1),
        ("Ghana will not send doctors to Togo.", "Ghana", "Togo", "REJECT", 3),
        ("Gabon bombed the rebels.", "Gabon", "the rebels", "ASSAULT", 4),
        ("Gabon said it would bomb the rebels.", "Gabon", "the rebels", "THREATEN", 3),
        ("Chile will meet the Peruvian envoy.", "Chile", "the Peruvian envoy", "CONSULT", 1),
    ],
)
def test_an_announced_deed_is_its_announcement(
    sentence: str, source: str, target: str, wanted: str, quad: int
) -> None:
    claim = between(sentence, source, target)
    assert claim is not None
    assert (claim.event_type.value, claim.quad_class) == (wanted, quad)


@pytest.mark.core
def test_a_refusal_is_no_longer_negated():
    claim = between("Ghana will not send doctors to Togo.", "Ghana", "Togo")
    assert claim is not None
    assert claim.qualification.polarity is Polarity.AFFIRMED


@pytest.mark.core
def test_the_sentence_decides_who_acts():
    claim = between("Mali was praised by the bishops' council.", "Mali", "the bishops' council")
    assert claim is not None
    assert (claim.source.evidence.text, claim.target.evidence.text) == (
        "the bishops' council",
        "Mali",
    )


@pytest.mark.parametrize(
    ("source", "target"), [((0, 0), (3, 4)), ((0, 4), (2, 6)), ((0, 4), (5, 90))]
)
def test_a_span_that_is_none_is_refused(source: tuple[int, int], target: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="span"):
        type_relation("Acme sued Zenit.", source, target)
