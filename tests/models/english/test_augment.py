"""Swapped names keep the number of tokens, and only names that the gold is sure of are swapped."""

from __future__ import annotations

import random

from models.english.augment import ORG_PARTS, organisations, swap_organisations
from pipeline.annotate.core.labels import ANY_NAME

TEXT = "Envoys of the Arctic Council met in Oslo".split()


def masks(*parts: int) -> list[int]:
    return [1, 1, 1, *parts, 1, 1, 1]


def test_every_length_has_organisations_of_that_length() -> None:
    for length, names in organisations().items():
        assert names
        assert {len(name) for name in names} == {length}


def test_an_organisation_gives_way_to_one_of_as_many_words() -> None:
    seen = set()
    for seed in range(40):
        words = list(TEXT)
        swap_organisations(random.Random(seed), words, masks(*ORG_PARTS[2]))
        assert words[:3] + words[5:] == TEXT[:3] + TEXT[5:]
        seen.add(tuple(words[3:5]))
    assert ("Arctic", "Council") in seen  # not always
    assert len(seen) > 5
    assert all(name in organisations()[2] or name == ("Arctic", "Council") for name in seen)


def test_what_the_gold_leaves_open_stays() -> None:
    for seed in range(40):
        words = list(TEXT)
        swap_organisations(random.Random(seed), words, masks(ANY_NAME, ANY_NAME))
        assert words == TEXT
