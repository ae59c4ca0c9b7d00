"""Whom pronouns, role nouns and the first person mean: every reference, no other, in texts of ours.

Precision counts more than recall: a reference that is resolved wrongly invents rows.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.annotate.references.cases import all_cases, found_in, tally
from tests.support.tables import Case, rows, sizes

CASES = all_cases()
PRECISION = 0.85

pytestmark = pytest.mark.core


@pytest.mark.parametrize("case", rows(CASES))
def test_words_mean_who_they_must_and_in_doubt_nobody(case: Case) -> None:
    assert Counter(found_in()[case.sentence]) == Counter(case.parts), case.reason


@pytest.mark.parametrize("table", sizes(CASES))
def test_what_is_resolved_is_right(table: str) -> None:
    counts = tally([case for case in CASES if case.table == table])
    print(
        f"{table}: {counts.right} of {counts.found} references right (precision"
        f" {counts.precision:.3f}), {counts.wanted} wanted (recall {counts.recall:.3f})"
    )
    assert counts.precision >= PRECISION


def test_every_table_is_large_and_every_row_has_a_reason() -> None:
    count = sizes(CASES)
    assert len(count) == 3
    assert all(size >= 40 for size in count.values()), count
    assert all(case.reason for case in CASES)
    assert len({case.sentence for case in CASES}) == len(CASES)
