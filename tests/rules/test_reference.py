"""The reference page and the JSON Schema say what the definition says."""

from __future__ import annotations

from pathlib import Path

import yaml

from pipeline.rules.load import LIBRARY
from pipeline.rules.reference import SCHEMA, json_schema, page, schema_text
from pipeline.rules.schema import REQUIRED_KEYS, RULE_KEYS, SLOTS, WORD_CONSTRAINTS

ROOT = Path(__file__).parents[2]


def test_the_files_are_as_the_definition_makes_them() -> None:
    assert (ROOT / "RULE_KEYS.md").read_text(encoding="utf-8") == page()
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_the_page_names_every_key_slot_and_constraint() -> None:
    text = page()
    for key in (*RULE_KEYS, *SLOTS, *WORD_CONSTRAINTS):
        assert f"`{key}`" in text


def test_the_schema_knows_every_key_that_the_library_uses() -> None:
    rule = json_schema()["items"]
    trigger = rule["properties"]["trigger"]
    assert rule["required"] == list(REQUIRED_KEYS)
    for path in sorted(LIBRARY.glob("*.yml")):
        for item in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            assert set(item) <= set(rule["properties"])
            assert set(item["trigger"]) <= set(trigger["properties"])
            roles = rule["properties"]["roles"]["properties"]
            for role, slots in item["roles"].items():
                assert set(slots) <= set(roles[role]["items"]["enum"])
