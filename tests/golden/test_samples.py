"""The shipped samples give exactly these tables; look at every difference before you accept it.

`pytest tests/golden --update-golden` writes `expected/` anew. Versions and what the trained stance
models say are left out: training anew or another spelling of a rule's note changes no row here.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.run import Resources, process_file
from pipeline.tables.build import build_tables
from pipeline.tables.columns import TABLES
from pipeline.tables.schema import Tables
from pipeline.tables.write import format_rows

SAMPLES = Path(__file__).parents[2] / "data" / "raw"
EXPECTED = Path(__file__).with_name("expected")

GOLDEN = ("claims", "mentions", "actors", "places", "dyads")

#: Columns that a retrained model or an edited rule changes without changing what was read.
LEFT_OUT = frozenset(
    {"stance", "stance_label", "confidence", "mean_stance", "ruleset_version", "model_version"}
)

#: Fewest claims that the three samples give.
FEWEST_CLAIMS = 40

pytestmark = pytest.mark.core


@pytest.fixture(scope="module")
def tables(resources: Resources) -> Tables:
    paths = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md"})
    assert len(paths) == 3
    return build_tables([process_file(path, resources) for path in paths])


def cells(tables: Tables, name: str) -> list[list[str]]:
    """Returns header and rows of a table as in its CSV, without the columns left out."""
    header, *rows = format_rows(TABLES[name], tables[name])
    kept = [i for i, column in enumerate(header) if column not in LEFT_OUT]
    return [[row[i] for i in kept] for row in (header, *rows)]


def expected(name: str) -> list[list[str]]:
    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(name: str, rows: list[list[str]]) -> None:
    EXPECTED.mkdir(exist_ok=True)
    with (EXPECTED / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def difference(found: list[list[str]], wanted: list[list[str]]) -> str:
    """Returns the rows that only one of the two has, one line each."""
    gone = [f"- {row}" for row in wanted if row not in found]
    new = [f"+ {row}" for row in found if row not in wanted]
    return "\n".join([*gone, *new])


@pytest.mark.parametrize("name", GOLDEN)
def test_the_samples_give_these_rows(name: str, tables: Tables, update_golden: bool) -> None:
    found = cells(tables, name)
    if update_golden:
        write(name, found)
    wanted = expected(name)
    assert found[0] == wanted[0], "other columns"
    assert not difference(found, wanted)
    assert found == wanted, "the same rows in another order"


def test_the_samples_give_many_claims_of_both_relations(tables: Tables) -> None:
    relations = [row["relation"] for row in tables["claims"]]
    assert len(relations) >= FEWEST_CLAIMS
    assert set(relations) == {"cooperation", "tension"}
    assert len({row["doc_id"] for row in tables["claims"]}) == 3


def test_no_golden_table_is_left_over() -> None:
    assert {path.stem for path in EXPECTED.glob("*.csv")} == set(GOLDEN)


def test_a_changed_cell_is_told() -> None:
    wanted = [["a", "b"], ["1", "2"]]
    assert difference([["a", "b"], ["1", "3"]], wanted) == "- ['1', '2']\n+ ['1', '3']"
