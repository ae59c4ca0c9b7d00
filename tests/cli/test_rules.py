"""`entente rules`: a check that fails names the line, a new rule loads."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer

from pipeline.cli.rules import new
from pipeline.rules import load_rules
from pipeline.tables.columns import TABLES

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


def guide_rule(word: str) -> str:
    """Returns the example of the analysts' guide that holds the word."""
    guide = (Path(__file__).parents[2] / "RULES.md").read_text(encoding="utf-8")
    return next(part for part in re.findall(r"```yaml\n(.*?)```", guide, re.S) if word in part)


@pytest.mark.core
def test_the_pattern_of_the_guide_runs_as_any_rule(entente, mine):
    name = "tension.reject.cold_shoulder"
    (mine / "mine.yml").write_text(guide_rule(name))
    result = entente("rules", "check", name, "-r", mine)
    assert result.exit_code == 0, result.stderr
    assert "1 rules, 2 examples" in result.stdout
    fits = entente("explain", "--text", "A cold shoulder was shown to Peru by Chile.", "-r", mine)
    assert "Chile -> Peru" in fits.stdout
    assert f"rule {name} (mine.yml:1)" in fits.stdout
    other = entente("explain", "--text", "Chile gave Peru a strong shoulder.", "-r", mine)
    assert "no claim" in other.stdout
    assert f'{name}: "gave" stands there, but no word fits node "cold"' in other.stdout


def test_list_finds_a_pattern_by_each_of_its_words(entente, mine):
    (mine / "mine.yml").write_text(guide_rule("cold_shoulder").replace("cold_shoulder", "mine"))
    for word in ("show", "shoulder", "cold"):
        assert "tension.reject.mine" in entente("rules", "list", word, "-r", mine).stdout


def test_a_pattern_that_asks_too_much_stops_the_command(entente, mine):
    (mine / "mine.yml").write_text(guide_rule("cold_shoulder").replace("[cold]", '["co.*"]'))
    result = entente("rules", "list", "-r", mine)
    assert result.exit_code == 2
    assert 'mine.yml:7 tension.reject.cold_shoulder: "co.*" is no single word' in result.stderr


def test_list_finds_rules_by_word(entente, mine):
    result = entente("rules", "list", "heckle", "-r", mine)
    assert result.exit_code == 0
    assert result.stdout.count("tension.") == 1
    assert "Norway heckled Chad." in result.stdout


def test_list_shows_the_rules_that_a_run_did_not_use(entente, mine, tmp_path):
    run = tmp_path / "run"
    run.mkdir()
    columns = TABLES["claims"].column_names
    row = dict.fromkeys(columns, "") | {"rule_id": "tension.accuse.blame"}
    lines = [",".join(columns), ",".join(row[name] for name in columns)]
    (run / "claims.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shown = entente("rules", "list", "tension.accuse", "--unused", run, "-r", mine).stdout
    assert "tension.accuse.heckle" in shown
    assert "tension.accuse.blame " not in shown


def test_list_says_where_no_run_is(entente, tmp_path):
    result = entente("rules", "list", "--unused", tmp_path / "none")
    assert result.exit_code == 2
    assert "there is no claims.csv" in result.stderr


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


def test_without_a_word_it_asks_and_both_examples_make_the_rule_active(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answers = [
        "delist",
        "n",
        "nothing",
        "sanction",
        "Oman delisted Chad.",
        "[Oman](source) [delisted](trigger) [Chad](target).",
        "The exchange delisted the firm.",
    ]
    given = iter(answers)

    def prompt(text, *, default=None, value_proc=None, **_):
        while True:
            answer = next(given)
            try:
                return value_proc(answer) if value_proc else answer
            except typer.BadParameter:
                continue

    monkeypatch.setattr("pipeline.cli.ask_rule.typer.prompt", prompt)
    monkeypatch.setattr("pipeline.cli.ask_rule.typer.confirm", lambda *_, **__: next(given) == "y")
    monkeypatch.setattr("pipeline.cli.ask_rule.sys", SimpleNamespace(stdin=Terminal()))
    new(folder=tmp_path / "mine")
    rule = load_rules([tmp_path / "mine"]).get("tension.sanction.delist")
    assert rule is not None
    assert (rule.status, len(rule.match), len(rule.no_match)) == ("active", 1, 1)
    assert not list(given)


def test_without_a_word_and_a_terminal_it_says_what_is_missing(entente):
    result = entente("rules", "new")
    assert result.exit_code == 2
    assert "name the WORD and --type" in result.stderr


class Terminal:
    """A standard input with somebody before it."""

    def isatty(self) -> bool:
        return True
