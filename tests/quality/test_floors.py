"""Quality only rises: every number meets its floor.

The gold is not part of the repository; what needs it is skipped where it is not at hand.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.quality.gold_run import (
    CEILINGS,
    DOCUMENT_PARTS,
    NEEDING_GOLD,
    OWN_PARTS,
    PARTS,
    TYPING,
    digest,
    floor_of,
    has_gold,
    is_worse,
    measure,
    read_floors,
)
from tests.quality.update import new_floors

needs_gold = pytest.mark.skipif(not has_gold(), reason="the gold is not at hand")

FLOORS = read_floors()


Measured = Callable[[str], dict[str, float]]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    folder: Path = tmp_path_factory.mktemp("gold")
    return cache(lambda part: measure(part, folder / part))


def numbers(*parts: str) -> list[tuple[str, str]]:
    return [(part, name) for part in parts for name in FLOORS["floors"][part]]


@needs_gold
def test_the_floors_belong_to_this_gold() -> None:
    assert FLOORS["gold_sha256"] == digest(), "run python -m tests.quality.update"


@needs_gold
@pytest.mark.core
@pytest.mark.parametrize(("part", "name"), numbers(*NEEDING_GOLD))
def test_a_number_meets_its_floor(part: str, name: str, measured: Measured) -> None:
    assert_meets_floor(part, name, measured(part)[name])


@pytest.mark.core
@pytest.mark.parametrize(("part", "name"), numbers(*OWN_PARTS))
def test_a_number_of_other_regions_meets_its_floor(
    part: str, name: str, measured: Measured
) -> None:
    assert_meets_floor(part, name, measured(part)[name])


def assert_meets_floor(part: str, name: str, value: float) -> None:
    floor = FLOORS["floors"][part][name]
    assert not is_worse(name, value, floor), f"{part} {name} is {value}, its bound {floor}"


def test_floors_are_of_all_parts() -> None:
    assert FLOORS["floors"].keys() == set(PARTS)


def test_every_number_has_a_floor() -> None:
    wanted = {
        "pair_f1", "strict_f1", "explicit_f1", "extra_rows_per_100", "actor_f1", "place_f1",
        "date_f1", "event_type", "polarity", "modality", "date", "place",
    }  # fmt: skip
    for part in DOCUMENT_PARTS:
        assert FLOORS["floors"][part].keys() == wanted
    assert FLOORS["floors"]["typing"].keys() == set(TYPING.values())


@pytest.mark.parametrize(
    ("name", "value", "known", "allow", "floor", "regressions"),
    [
        ("pair_f1", 0.80, 0.70, False, 0.79, 0),
        ("pair_f1", 0.75, 0.75, False, 0.75, 0),
        ("pair_f1", 0.60, 0.70, False, 0.70, 1),
        ("pair_f1", 0.60, 0.70, True, 0.59, 1),
        ("extra_rows_per_100", 10.0, 20.0, False, 10.5, 0),
        ("extra_rows_per_100", 30.0, 20.0, False, 20.0, 1),
        ("extra_rows_per_100", 30.0, 20.0, True, 30.5, 1),
    ],
)
def test_floors_rise_and_fall_only_where_allowed(
    name: str, value: float, known: float, allow: bool, floor: float, regressions: int
) -> None:
    found, wrong = new_floors(
        {"seed": {name: known}}, {"seed": {name: value}}, allow_regression=allow
    )
    assert found == {"seed": {name: floor}}
    assert len(wrong) == regressions


def test_a_ceiling_is_no_floor() -> None:
    assert is_worse("extra_rows_per_100", 5.1, 5.0)
    assert is_worse("pair_f1", 0.4, 0.5)
    assert floor_of("pair_f1", 0.5) < 0.5 < floor_of("extra_rows_per_100", 0.5)
    assert {"extra_rows_per_100"} == CEILINGS
