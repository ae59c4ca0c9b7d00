"""The settings of a run: one frozen object, loaded once and passed down.

Here belongs what a user may choose and where it comes from. What is read with these settings
(rules, knowledge, the English core) is checked by what loads it.
"""

from __future__ import annotations

import codecs
import difflib
import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from pipeline.problems import ConfigurationError

#: Read from the working folder where no other file is named.
SETTINGS_FILE = "entente.toml"

#: `ENTENTE_BATCH_WORDS` sets `batch_words`.
ENVIRONMENT_PREFIX = "ENTENTE_"

_PATHS = ("input", "output", "rules", "knowledge")


def _several_paths(value: object) -> object:
    """Reads one text as paths separated as in PATH, so that the environment can give several."""
    if isinstance(value, str):
        return [part for part in value.split(os.pathsep) if part]
    return [value] if isinstance(value, Path) else value


Folders = Annotated[tuple[Path, ...], BeforeValidator(_several_paths)]


class Settings(BaseModel):
    """What a run is to do; `Settings()` has the defaults, `load_settings` the user's choices.

    Attributes:
        input: a document or a folder of them.
        output: the folder for tables and texts.
        rules: folders of rules laid over ours, the last one on top.
        knowledge: folders of actors and places laid over ours.
        core: a spaCy pipeline by package or folder; the one that ships where None.
        parquet: write each table as Parquet too.
        batch_documents: documents that one task reads at most.
        batch_words: words that one task reads at most.
        encoding: of all input files; found out for each where None.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    input: Path = Path("data/raw")
    output: Path = Path("data/processed")
    rules: Folders = ()
    knowledge: Folders = ()
    core: str | None = None
    parquet: bool = False
    batch_documents: int = Field(default=32, ge=1)
    batch_words: int = Field(default=200_000, ge=1)
    encoding: str | None = None

    @field_validator("encoding")
    @classmethod
    def _is_known(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                codecs.lookup(value)
            except LookupError as error:
                raise ValueError(f"Python knows no encoding {value!r}") from error
        return value

    def digest(self) -> str:
        """Returns 16 hex digits that change when a setting changes what a document gives.

        Folders of rules and knowledge are not in it: what they hold counts, not where they lie, and
        their own digests say that. Input, output and batches change no row.
        """
        chosen = {"core": self.core, "encoding": self.encoding}
        text = json.dumps(chosen, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def load_settings(
    file: Path | None = None, *, environment: Mapping[str, str] | None = None, **chosen: Any
) -> Settings:
    """Returns the settings: `chosen` over environment over file over the defaults.

    Example: with `batch_words = 50000` in entente.toml, `load_settings(parquet=True)` has both.

    Args:
        file: a TOML file; `entente.toml` of the working folder, if there is one, where None. Paths
            in it are relative to its folder.
        environment: variables `ENTENTE_...`; those of the process where None.
        chosen: settings by name; None means not chosen.

    Raises:
        ConfigurationError: unknown settings and wrong values, every one with where it stands.
    """
    layers = [
        _from_file(file),
        _from_environment(os.environ if environment is None else environment),
        {name: ("", value) for name, value in chosen.items() if value is not None},
    ]
    found: dict[str, tuple[str, object]] = {}
    for layer in layers:
        found |= layer
    messages = [
        f"{where}unknown setting {name!r}{_mend(name)}"
        for name, (where, _) in found.items()
        if name not in Settings.model_fields
    ]
    known = {name: value for name, (_, value) in found.items() if name in Settings.model_fields}
    try:
        settings = Settings.model_validate(known)
    except ValidationError as error:
        messages += [
            f"{found[str(e['loc'][0])][0]}{'.'.join(map(str, e['loc']))}: {e['msg']}"
            for e in error.errors()
        ]
    if messages:
        raise ConfigurationError(messages)
    return settings


def _from_file(file: Path | None) -> dict[str, tuple[str, object]]:
    path = Path(SETTINGS_FILE) if file is None else file
    if file is None and not path.exists():
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError([f"{path}: {error.strerror or error}"]) from error
    except ValueError as error:  # no TOML, or not UTF-8
        raise ConfigurationError([f"{path}: {error}"]) from error
    return {
        name: (f"{path}: ", _relative_to(path.parent, value) if name in _PATHS else value)
        for name, value in values.items()
    }


def _relative_to(folder: Path, value: object) -> object:
    if isinstance(value, str):
        return folder / value
    if isinstance(value, list):
        return [_relative_to(folder, item) for item in value]
    return value


def _from_environment(environment: Mapping[str, str]) -> dict[str, tuple[str, object]]:
    """Returns the variables that name a setting or nearly so; others may belong to others."""
    found: dict[str, tuple[str, object]] = {}
    for variable, value in environment.items():
        name = variable.removeprefix(ENVIRONMENT_PREFIX).lower()
        ours = variable.startswith(ENVIRONMENT_PREFIX) and value
        if ours and (name in Settings.model_fields or _mend(name)):
            found[name] = (f"{variable}: ", value)
    return found


def _mend(name: str) -> str:
    close = difflib.get_close_matches(name, Settings.model_fields, n=1, cutoff=0.7)
    return f'; did you mean "{close[0]}"?' if close else ""
