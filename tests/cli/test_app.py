"""Every command says what it does, with an example, and a wrong call ends with 2."""

from __future__ import annotations

import re

import pytest

from pipeline.cli import app

COMMANDS = (
    ("run",),
    ("extract",),
    ("explain",),
    ("evaluate",),
    ("schedule",),
    ("rules", "check"),
    ("rules", "list"),
    ("rules", "new"),
    ("knowledge", "find"),
    ("knowledge", "import"),
)


def test_these_are_all_commands():
    found = {(command.callback.__name__,) for command in app.registered_commands}
    for group in app.registered_groups:
        for command in group.typer_instance.registered_commands:
            found.add((group.name, command.name or command.callback.__name__))
    assert found == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_gives_an_example_of_a_call(entente, command):
    result = entente(*command, "--help")
    assert result.exit_code == 0
    text = re.sub(r"\s+", " ", result.stdout)
    assert re.search(rf"Examples?: .*entente {' '.join(command)}", text)


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(("walk",), id="no such command"),
        pytest.param(("run", "--fast"), id="no such option"),
        pytest.param(("run", "nowhere"), id="no such folder"),
        pytest.param(("extract", "nowhere.txt"), id="no such document"),
        pytest.param(("extract", "nowhere.txt", "--format", "xml"), id="no such format"),
        pytest.param(("explain",), id="nothing to explain"),
        pytest.param(("explain", "c-1", "--text", "x"), id="two things to explain"),
        pytest.param(("explain", "c-1"), id="no run here"),
        pytest.param(("evaluate", "out", "gold.json"), id="gold without sentences"),
        pytest.param(("evaluate", "out", "gold.json", "sentences.json"), id="no gold there"),
        pytest.param(("schedule",), id="no time given"),
        pytest.param(("schedule", "--cron", "0 6 * * *", "--every", "6h"), id="two times given"),
        pytest.param(("schedule", "--every", "soon"), id="no interval"),
        pytest.param(("rules", "check", "tension.accuse.nobody"), id="no such rule"),
        pytest.param(("rules", "check", "--rules", "nowhere"), id="no such rules"),
        pytest.param(("rules", "new", "delist", "--type", "DANCE"), id="no such event type"),
        pytest.param(("knowledge", "find", "Iran", "--knowledge", "nowhere"), id="no knowledge"),
        pytest.param(("run", "--settings", "nowhere.toml"), id="no such settings file"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_why(entente, call):
    result = entente(*call)
    assert result.exit_code == 2
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr


def test_all_mistakes_in_settings_are_told_at_once(entente, tmp_path):
    (tmp_path / "briefs").mkdir()
    (tmp_path / "entente.toml").write_text('parqet = true\nbatch_words = "many"\n')
    result = entente("run", "briefs")
    assert result.exit_code == 2
    assert "entente.toml: unknown setting 'parqet'; did you mean \"parquet\"?" in result.stderr
    assert "batch_words" in result.stderr


def test_all_mistakes_in_rules_call_and_knowledge_are_told_at_once(entente, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.yml").write_text(
        "- id: tension.accuse.mine\n  type: ACCUSE\n  triger: {verb: [gripe]}\n"
        "  roles: {source: [subject], target: [objct]}\n  examples: {}\n"
    )
    result = entente("run", "nowhere", "--rules", "mine", "--knowledge", "nobody")
    assert result.exit_code == 2
    assert 'mine.yml:3 tension.accuse.mine: unknown key "triger", did you mean "trigger"?' in (
        result.stderr
    )
    assert "nowhere: no such file or folder" in result.stderr
    assert "nobody" in result.stderr
    assert not (tmp_path / "data").exists()


def test_the_version_is_that_of_the_package(entente):
    assert re.fullmatch(r"entente (\d+\.\d+\.\d+|unknown)\n", entente("--version").stdout)
