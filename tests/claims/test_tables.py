"""Challenge tables: sentences of our own against what a careful analyst says, nothing extra."""

from __future__ import annotations

import pytest

from tests.claims.cases import all_cases
from tests.claims.read_cases import read_cases
from tests.support.tables import Case, Reading, rows, sizes

CASES = all_cases()


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """What the engine says of each sentence."""
    return {case.sentence: reading for case, reading in zip(CASES, read_cases(CASES), strict=True)}


@pytest.mark.core
@pytest.mark.parametrize("case", rows(CASES))
def test_a_sentence_gives_these_claims_and_no_others(
    case: Case, readings: dict[str, Reading]
) -> None:
    assert readings[case.sentence].found == set(case.parts), case.reason


def test_every_sentence_stands_in_one_table_once() -> None:
    sentences = [case.sentence for case in CASES]
    assert len(sentences) == len(set(sentences))


def test_every_table_is_large_and_every_row_has_a_reason() -> None:
    count = sizes(CASES)
    assert len(count) == 12
    assert all(size >= 40 for size in count.values()), count
    assert all(case.reason for case in CASES)
