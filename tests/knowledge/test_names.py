"""By what part of the name a text goes on to call someone."""

from __future__ import annotations

import pytest

from pipeline.knowledge.names import short_names


@pytest.mark.parametrize(
    ("name", "country", "shorts"),
    [
        ("Nguyen Van Thanh", "VNM", ("Thanh",)),
        ("Wangari Otieno", "KEN", ("Otieno",)),
        ("Karim al Hadi", "IRQ", ("Hadi", "al Hadi")),
        ("Pedro de la Rosa", "ESP", ("la Rosa", "de la Rosa")),
        ("Zhang Weimin", "CHN", ("Zhang",)),
        ("Park Ji ho", "KOR", ("Park",)),
        ("Chen Mei ling", "TWN", ("Chen",)),
        ("Oscar Chen", "TWN", ("Chen",)),
        ("Grace Tan", "SGP", ("Tan",)),
        ("Tan Boon Keng", "SGP", ("Tan",)),
        ("Almaz Bekele", "ETH", ("Almaz",)),
        ("Ramon Ledesma Jr.", "PHL", ("Ledesma",)),
        ("King Letsie III", "LSO", ("King Letsie",)),
        ("Pope Leo XIV", "VAT", ("Pope Leo",)),
        ("King Salman", "SAU", ()),
        ("Abdullah II of Jordan", "JOR", ()),
        ("Hassan Sheikh", "SOM", ()),
        ("Suharto", "IDN", ()),
    ],
)
def test_short_names(name: str, country: str, shorts: tuple[str, ...]) -> None:
    assert short_names(name, country) == shorts
