"""Names like one that is not there."""

from __future__ import annotations

import pytest

from pipeline.knowledge.near import near_names

FORMS = ["kremlin", "great rift lake party", "rift lake", "rift", "mauritania", "mali", "malian"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Kremlim", ["kremlin"]),
        ("Lake Rift", ["rift lake", "great rift lake party"]),
        ("Mauretania", ["mauritania"]),
        ("Malí", ["mali", "malian"]),
        ("Wholly Else", []),
        ("", []),
    ],
)
def test_near_names(name: str, near: list[str]) -> None:
    assert near_names(name, FORMS) == near
