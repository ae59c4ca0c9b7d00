"""The registry itself: complete, in the contract's order, readable."""

from __future__ import annotations

import pytest

from pipeline.tables.columns import TABLES
from pipeline.tables.datapackage import datapackage

#: claims.csv as the output contract orders it.
CLAIMS_HEADER = (
    "claim_id statement_id relation source_name target_name direction event_type stance "
    "stance_label polarity modality attributed_to event_date event_date_end place_name sentence "
    "doc_title doc_id doc_date sentence_id sentence_start sentence_end trigger trigger_start "
    "trigger_end rule_id source_text source_id source_kind source_country source_start source_end "
    "source_basis target_text target_id target_kind target_country target_start target_end "
    "target_basis quad_class intensity cue attribution attribution_verb date_text date_precision "
    "date_basis place_text place_id place_country lat lon place_basis confidence review "
    "ruleset_version model_version"
).split()

MENTIONS_HEADER = (
    "mention_id doc_id sentence_id start end text label entity_id name kind country basis "
    "start_date end_date lat lon"
).split()


def test_claims_and_mentions_have_the_contracts_columns():
    assert list(TABLES["claims"].column_names) == CLAIMS_HEADER
    assert list(TABLES["mentions"].column_names) == MENTIONS_HEADER
    assert list(TABLES["sentences"].column_names) == [
        "sentence_id", "doc_id", "page", "section", "start", "end", "text",
    ]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_names_are_unique_and_keys_exist(name):
    table = TABLES[name]
    assert len(set(table.column_names)) == len(table.columns)
    assert set(table.primary_key) <= set(table.column_names)
    for key in table.foreign_keys:
        assert key.column in table.column_names
        assert key.reference in TABLES[key.table].column_names


@pytest.mark.parametrize(
    "column",
    [pytest.param(c, id=f"{t.name}.{c.name}") for t in TABLES.values() for c in t.columns],
)
def test_every_column_is_described_in_a_sentence(column):
    assert column.description.endswith(".")
    assert len(column.description) >= 6
    assert not column.warning or column.warning.endswith(".")


def test_the_package_describes_every_table_and_column():
    described = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in datapackage()["resources"]
    }
    assert described == {name: list(table.column_names) for name, table in TABLES.items()}
