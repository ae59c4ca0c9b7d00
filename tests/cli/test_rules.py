"""`entente rules`: a check that fails names the line, a new rule loads."""

from __future__ import annotations

import pytest

from pipeline.rules import load_rules

MINE = """\
- id: tension.accuse.heckle
  type: ACCUSE
  trigger: {verb: [heckle]}
  roles: {source: [subject], target: [object]}
  examples:
    match:
      - "[Norway](source) [heckled](trigger) [Chad](target)."
    no_match:
      - "The miners heckled the singer in Chad."
"""


@pytest.fixture
def mine(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "mine.yml").write_text(MINE)
    return folder


@pytest.mark.core
def test_a_rule_that_keeps_its_promise_passes(entente, mine):
    result = entente("rules", "check", "tension.accuse.heckle", "-r", mine)
    assert result.exit_code == 0, result.stderr
    assert "1 rules, 2 examples" in result.stdout


@pytest.mark.core
def test_a_rule_that_does_not_is_told_with_file_line_and_what_was_found(entente, mine):
    path = mine / "mine.yml"
    path.write_text(MINE.replace("[Norway](source)", "Norway").replace("[Chad](target)",
                                 "[Chad](source)"))  # fmt: skip
    result = entente("rules", "check", "tension.accuse.heckle", "-r", mine)
    assert result.exit_code == 2
    assert "mine.yml:7 tension.accuse.heckle" in result.stderr
    assert "found  [Norway](source) [heckled](trigger) [Chad](target)." in result.stderr


def test_list_finds_rules_by_word(entente, mine):
    result = entente("rules", "list", "heckle", "-r", mine)
    assert result.exit_code == 0
    assert result.stdout.count("tension.") == 1
    assert "Norway heckled Chad." in result.stdout


@pytest.mark.parametrize("kind", [(), ("--noun",)], ids=["verb", "noun"])
def test_a_new_rule_is_a_draft_that_loads(entente, tmp_path, kind):
    result = entente("rules", "new", "Rebuff", "--type", "reject", "--in", "mine", *kind)
    assert result.exit_code == 0, result.stderr
    rule = load_rules([tmp_path / "mine"]).get("tension.reject.rebuff")
    assert rule is not None
    assert rule.status == "draft"
    assert len(rule.match) == 1


def test_a_second_new_rule_stands_beside_the_first(entente, tmp_path):
    for word in ("rebuff", "shun"):
        assert entente("rules", "new", word, "--type", "REJECT", "--in", "mine").exit_code == 0
    loaded = load_rules([tmp_path / "mine"])
    assert loaded.get("tension.reject.rebuff")
    assert loaded.get("tension.reject.shun")


def test_a_rule_is_not_begun_twice(entente, tmp_path):
    entente("rules", "new", "rebuff", "--type", "REJECT", "--in", "mine")
    before = (tmp_path / "mine" / "reject.yml").read_text()
    result = entente("rules", "new", "rebuff", "--type", "REJECT", "--in", "mine")
    assert result.exit_code == 2
    assert "reject.yml:1 has the rule tension.reject.rebuff already" in result.stderr
    assert (tmp_path / "mine" / "reject.yml").read_text() == before
