"""The tables of cues and of speech words: YAML rows -> typed rows. How they act is in claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from pipeline.problems import ConfigurationError

TABLES = Path(__file__).parent / "tables"

CUE_KINDS = ("negation", "possibility", "plan", "condition", "unlikely", "none")
CUE_SCOPES = ("modified", "complement", "subject", "purpose", "antecedent")
SPEECH_STANCES = ("neutral", "distancing", "denying")
SPEECH_FORMS = ("verb", "noun", "preposition")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that denies, hedges or plans what stands in its scope."""

    kind: str
    scope: str
    words: str
    only: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWord:
    """A word that says who says so."""

    stance: str
    form: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    values: dict[str, str]
    words: tuple[str, ...]


@lru_cache(maxsize=8)
def load_cues(path: Path = TABLES / "cues.yml") -> dict[str, tuple[Cue, ...]]:
    """Returns cues by the first word of their dictionary form.

    Raises:
        ConfigurationError: with every wrong row of the table.
    """
    index: dict[str, list[Cue]] = {}
    for row in _rows(path, {"kind": CUE_KINDS, "scope": CUE_SCOPES}):
        for words in row.words:
            cue = Cue(words=words, **row.values)
            index.setdefault(words.split()[0], []).append(cue)
    return {word: tuple(cues) for word, cues in index.items()}


@lru_cache(maxsize=8)
def load_speech(path: Path = TABLES / "speech.yml") -> dict[tuple[str, str], SpeechWord]:
    """Returns speech words by form and dictionary form.

    Raises:
        ConfigurationError: with every wrong row of the table.
    """
    return {
        (row.values["form"], words): SpeechWord(words=words, **row.values)
        for row in _rows(path, {"stance": SPEECH_STANCES, "form": SPEECH_FORMS})
        for words in row.words
    }


@lru_cache(maxsize=16)
def word_list(name: str, path: Path = TABLES / "words.yml") -> frozenset[str]:
    """Returns one of the lists of words.yml.

    Raises:
        KeyError: there is no such list (a bug).
    """
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return frozenset(loaded[name])


def _rows(path: Path, allowed: dict[str, tuple[str, ...]]) -> list[_Row]:
    """Returns the table's rows; every scalar is text."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    errors: list[str] = []
    rows: list[_Row] = []
    for number, row in enumerate(loaded, start=1):
        place = f"{path.name} row {number}"
        for key, values in allowed.items():
            if row.get(key) not in values:
                errors.append(f"{place}: {key} {row.get(key)!r} is none of {', '.join(values)}")
        if not isinstance(row.get("words"), list):
            errors.append(f"{place}: words is a list")
            continue
        values_only = {key: value for key, value in row.items() if key != "words"}
        rows.append(_Row(values=values_only, words=tuple(row["words"])))
    if errors:
        raise ConfigurationError(errors)
    return rows
