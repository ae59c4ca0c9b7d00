"""Other ways to write a body's name that no table lists."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.knowledge.variants import name_variants
from pipeline.records import ActorKind


@pytest.mark.parametrize(
    ("name", "kind", "variants"),
    [
        (
            "Zembla Defence Force",
            "military",
            {
                "Zembla Defence Forces",
                "Zembla Defense Force",
                "Zembla Defense Forces",
                "Zemblan Defence Force",
                "Zemblan Defence Forces",
                "Zemblan Defense Force",
                "Zemblan Defense Forces",
            },
        ),
        ("Zemblan Navy", "military", {"Zembla Navy"}),
        ("Supreme Court of Zembla", "government", {"Zemblan Supreme Court"}),
        ("Communist Party of Zembla", "party", {"Zemblan Communist Party"}),
        ("Bank of Zembla", "government", set()),
        ("Zembla Oil", "company", set()),
        ("Zembla Labour Centre", "ngo", {"Zembla Labor Center"}),
        ("Zembla and Kinbote Union", "government", set()),
        ("Green Brigades", "armed_group", set()),
    ],
)
def test_variants(name: str, kind: str, variants: set[str]) -> None:
    assert set(name_variants(name, ActorKind(kind), ["Zembla"], ["Zemblan"])) == variants


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ugandan People's Defense Forces", "Uganda People's Defence Force"),
        ("Vietnamese Communist Party", "Communist Party of Vietnam"),
        ("Indian Supreme Court", "Supreme Court of India"),
        ("Sri Lankan Navy", "Sri Lanka Navy"),
        ("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization"),
    ],
)
def test_the_tables_answer_to_variants(written: str, name: str) -> None:
    assert [found.actor.name for found in load_knowledge().find(written)] == [name]
