"""A rules file is data: tags and aliases are refused before anything is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.rules.load import read_rules
from pipeline.rules.yaml_tree import read_tree


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.mkdir [{folder}]",
        "!!python/object/new:os.mkdir [{folder}]",
        "!!python/name:os.mkdir ''",
        "!!python/module:os ''",
        "!run 'os.mkdir'",
        "!!str 'text'",
    ],
)
def test_a_tag_is_refused_and_runs_nothing(tmp_path: Path, value: str) -> None:
    made = tmp_path / "made"
    path = tmp_path / "mine.yml"
    path.write_text("- id: x\n  note: " + value.format(folder=made), encoding="utf-8")
    rules, errors = read_rules(path)
    assert rules == []
    assert [error.partition(" ")[0] for error in errors] == ["mine.yml:2"]
    assert "a rule is data, never code" in errors[0]
    assert not made.exists()


def test_aliases_that_would_unfold_without_end_are_refused() -> None:
    rows = ["- &a0 [x, x]", *(f"- &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    tree, refused = read_tree("\n".join(rows))
    assert tree is None
    assert len(refused) == 118
    assert refused[0] == (2, 'alias "*a0" is not read: write the words out')
    assert read_tree("- &a [*a]")[1] == [(1, 'alias "*a" is not read: write the words out')]


def test_a_bottomless_file_is_refused() -> None:
    depth = 5000
    tree, refused = read_tree("[" * depth + "]" * depth)
    assert tree is None
    assert refused == [(1, "nested more than 12 deep, which no rule is")]


def test_scalars_are_text_with_their_lines() -> None:
    tree, refused = read_tree("a: no\nb: [1, x]")
    assert refused == []
    assert tree is not None
    assert (tree.value["a"].value, tree.value["a"].line) == ("no", 1)
    assert [(item.value, item.line) for item in tree.value["b"].value] == [("1", 2), ("x", 2)]
