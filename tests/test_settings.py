"""Settings come from file, environment and call, and every mistake is named at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.problems import ConfigurationError
from pipeline.settings import Settings, load_settings


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_defaults_need_no_file(folder):
    assert load_settings(environment={}) == Settings()
    assert Settings().input == Path("data/raw")


def test_call_over_environment_over_file_over_defaults(folder):
    (folder / "entente.toml").write_text(
        'batch_documents = 1\nbatch_words = 1\nencoding = "cp1252"\n'
    )
    settings = load_settings(
        environment={"ENTENTE_BATCH_DOCUMENTS": "2", "ENTENTE_BATCH_WORDS": "2"},
        batch_documents=3,
    )
    assert settings == Settings(batch_documents=3, batch_words=2, encoding="cp1252")


def test_what_the_call_leaves_open_is_not_chosen(folder):
    (folder / "entente.toml").write_text("parquet = true\n")
    assert load_settings(environment={}, parquet=None).parquet is True


def test_paths_in_a_file_are_relative_to_its_folder(folder):
    (folder / "project").mkdir()
    file = folder / "project" / "my.toml"
    file.write_text('input = "briefs"\nrules = ["a", "/b"]\n')
    settings = load_settings(file, environment={})
    assert settings.input == folder / "project" / "briefs"
    assert settings.rules == (folder / "project" / "a", Path("/b"))


def test_the_environment_gives_several_folders_as_path_does(folder):
    settings = load_settings(environment={"ENTENTE_RULES": f"a{os.pathsep}b"})
    assert settings.rules == (Path("a"), Path("b"))


def test_one_folder_needs_no_list(folder):
    (folder / "entente.toml").write_text('knowledge = "mine"\n')
    assert load_settings(environment={}).knowledge == (Path("mine"),)


def test_every_mistake_is_named_with_where_it_stands(folder):
    (folder / "entente.toml").write_text(
        'ruels = "mine"\nbatch_words = 0\nencoding = "utf-9"\ncolour = "red"\n'
    )
    with pytest.raises(ConfigurationError) as error:
        load_settings(environment={"ENTENTE_PARKET": "1", "ENTENTE_BATCH_DOCUMENTS": "many"})
    assert set(error.value.messages) == {
        "entente.toml: unknown setting 'ruels'; did you mean \"rules\"?",
        "entente.toml: unknown setting 'colour'",
        "ENTENTE_PARKET: unknown setting 'parket'; did you mean \"parquet\"?",
        "entente.toml: batch_words: Input should be greater than or equal to 1",
        "entente.toml: encoding: Value error, Python knows no encoding 'utf-9'",
        "ENTENTE_BATCH_DOCUMENTS: batch_documents: Input should be a valid integer, unable to "
        "parse string as an integer",
    }


def test_an_unknown_argument_is_an_error(folder):
    with pytest.raises(ConfigurationError, match=r"unknown setting 'inputs'; did you mean .input"):
        load_settings(environment={}, inputs="x")


@pytest.mark.parametrize(
    ("content", "message"),
    [("batch_words = \n", "Invalid value"), ("rules = [\n", "entente.toml")],
)
def test_a_file_that_is_no_toml_is_named(folder, content, message):
    (folder / "entente.toml").write_text(content)
    with pytest.raises(ConfigurationError, match=message):
        load_settings(environment={})


def test_a_named_file_must_exist(folder):
    with pytest.raises(ConfigurationError, match=r"no\.toml: No such file"):
        load_settings(Path("no.toml"), environment={})


def test_variables_of_other_programs_are_left_alone(folder):
    environment = {"ENTENTE_HOME_TOWN": "x", "PATH": "/bin", "ENTENTE_RULES": ""}
    assert load_settings(environment=environment) == Settings()


def test_settings_do_not_change_and_can_be_a_key():
    settings = Settings(rules=["a"])
    with pytest.raises(ValidationError, match="frozen"):
        settings.parquet = True
    assert hash(settings) == hash(Settings(rules=("a",)))


@pytest.mark.parametrize(
    ("change", "changes"),
    [
        ({"encoding": "cp1254"}, True),
        ({"core": "en_core_web_sm"}, True),
        ({"output": Path("elsewhere")}, False),
        ({"batch_words": 5}, False),
        ({"rules": (Path("mine"),)}, False),  # its content has a digest of its own
    ],
)
def test_the_digest_changes_with_what_changes_results(change, changes):
    assert (Settings(**change).digest() != Settings().digest()) is changes
