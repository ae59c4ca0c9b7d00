"""The keys of a rule -> RULE_KEYS.md and a JSON Schema for editors, both from `schema.py`.

Written by `python -m pipeline.rules.reference` at the root of the repository; a test fails where a
file is behind the definition.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.records import Direction, EventType
from pipeline.rules.patterns import (
    MOST_NODES,
    PATTERN_KEYS,
    PATTERN_RELATIONS,
    PENN_TAGS,
    UNIVERSAL_POS,
)
from pipeline.rules.schema import (
    KINDS,
    PATTERN_TRIGGER,
    PREPOSITIONS,
    REQUIRED_KEYS,
    ROLES,
    RULE_KEYS,
    SLOTS,
    TRIGGER_POS,
    WORD_CONSTRAINTS,
    RuleStatus,
)

PAGE = Path("RULE_KEYS.md")
SCHEMA = Path(__file__).with_name("rule.schema.json")

_INTRODUCTION = """\
# Keys of a rule

Every key that a rule file may hold. This page is generated from `pipeline/rules/schema.py` by
`python -m pipeline.rules.reference`; change the definition, not the page. How to write a rule is in
`RULES.md`. `pipeline/rules/rule.schema.json` says the same to an editor: with the YAML extension of
VS Code, the line `# yaml-language-server: $schema=PATH/rule.schema.json` at the top of your file
completes keys and marks mistakes as you type.
"""


def page() -> str:
    """Returns the text of RULE_KEYS.md."""
    words = "lemmas of the trigger; reads "
    kinds = {kind: words + (", ".join(sorted(pos)) or "any") for kind, pos in TRIGGER_POS.items()}
    required = {
        key: f"{text} (required)" for key, text in RULE_KEYS.items() if key in REQUIRED_KEYS
    }
    parts = [
        _INTRODUCTION,
        _table("Rule", "key", {**RULE_KEYS, **required}),
        _table("Trigger: one of", "key", kinds),
        _table("Trigger: what must also stand there", "key", WORD_CONSTRAINTS),
        "`without` holds the same keys for words that must not stand there; `*` is any word.\n",
        _table("Trigger: a pattern instead", "key", PATTERN_TRIGGER),
        _table(f"Pattern: keys of a node, {MOST_NODES} nodes at most", "key", PATTERN_KEYS),
        _table("Pattern: relations, beside any preposition", "relation", PATTERN_RELATIONS),
        _table("Roles: slots", "slot", SLOTS),
        _table("Roles: kinds of actor", "kind", {str(kind): text for kind, text in KINDS.items()}),
        "## Prepositions\n\nA role may name one as a slot, a trigger as a key, longer ones with "
        f"`_`: {', '.join(f'`{word}`' for word in sorted(PREPOSITIONS))}.\n",
    ]
    return "\n".join(parts)


def _table(title: str, head: str, rows: dict[str, str]) -> str:
    lines = [f"| `{key}` | {text} |" for key, text in rows.items()]
    return "\n".join([f"## {title}", "", f"| {head} | meaning |", "|---|---|", *lines, ""])


def json_schema() -> dict[str, Any]:
    """Returns the JSON Schema of a rules file."""
    words: dict[str, Any] = {
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    }
    beside = {key: {**words, "description": text} for key, text in WORD_CONSTRAINTS.items()}
    beside |= dict.fromkeys(sorted(PREPOSITIONS), words)
    slots = {"type": "array", "items": {"enum": [*SLOTS, *sorted(PREPOSITIONS)]}}
    sentences = {"type": "array", "items": {"type": "string"}}
    special: dict[str, Any] = {
        "type": _choice(EventType),
        "status": _choice(RuleStatus),
        "direction": _choice(Direction),
        "negated": {"type": "boolean"},
        "intensity": {"type": "number", "minimum": -10, "maximum": 10},
        "trigger": _mapping({**dict.fromkeys(TRIGGER_POS, words), **beside, **_pattern(words)})
        | {"oneOf": [{"required": [kind]} for kind in (*TRIGGER_POS, "pattern")]}
        | {"dependentRequired": {"pattern": ["reason"], "reason": ["pattern"]}},
        "roles": _mapping(dict.fromkeys(ROLES, slots)),
        "kinds": _mapping(dict.fromkeys(ROLES, _one_or_more(map(str, KINDS)))),
        "examples": _mapping({"match": sentences, "no_match": sentences}),
    }
    special["trigger"]["properties"]["without"] = _mapping(beside)
    rule = _mapping(
        {
            key: {**special.get(key, {"type": "string"}), "description": text}
            for key, text in RULE_KEYS.items()
        }
    )
    rule["required"] = list(REQUIRED_KEYS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rules of Entente",
        "type": "array",
        "items": rule,
    }


def _pattern(words: dict[str, Any]) -> dict[str, Any]:
    """Returns the properties of a trigger that is a pattern."""
    special = {
        "id": {"type": "string"},
        "of": {"type": "string"},
        "relation": _one_or_more([*PATTERN_RELATIONS, *sorted(PREPOSITIONS)]),
        "pos": _one_or_more(UNIVERSAL_POS),
        "tag": _one_or_more(PENN_TAGS),
    }
    node = _mapping(
        {
            key: {**special.get(key, words), "description": text}
            for key, text in PATTERN_KEYS.items()
        }
    )
    node["required"] = ["id"]
    nodes = {"type": "array", "items": node, "minItems": 1, "maxItems": MOST_NODES}
    kinds = {"pattern": nodes, "reason": {"type": "string", "minLength": 1}}
    return {key: {**kinds[key], "description": text} for key, text in PATTERN_TRIGGER.items()}


def _one_or_more(kinds: Iterable[str]) -> dict[str, Any]:
    one = _choice(kinds)
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _choice(kinds: Iterable[str]) -> dict[str, Any]:
    return {"enum": [str(kind) for kind in kinds]}


def _mapping(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def schema_text() -> str:
    """Returns the JSON Schema as it is written."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Writes both files."""
    PAGE.write_text(page(), encoding="utf-8")
    SCHEMA.write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
