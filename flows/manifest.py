"""What a run was: inputs, settings, versions, counts and timings, in `runs/<run_id>/`."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from flows.inputs import InputFile
from pipeline.settings import Settings
from pipeline.summary import Summary
from pipeline.tables.atomic import open_replacing
from pipeline.versions import entente_version


class Stopwatch:
    """Seconds that the steps of a run took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.monotonic()

    def lap(self, step: str) -> None:
        """Ends a step: it took the time since the last one ended."""
        now = time.monotonic()
        self.seconds[step] = round(now - self._last, 3)
        self._last = now


def new_run_id() -> str:
    """Returns an id that sorts by time and ends in four digits of chance."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}"


def run_folder(output: Path, run_id: str) -> Path:
    """Returns the folder of a run's manifest and log."""
    return output / "runs" / run_id


def write_manifest(
    run_id: str,
    *,
    settings: Settings,
    inputs: Sequence[InputFile],
    versions: Mapping[str, str],
    summary: Summary,
    seconds: Mapping[str, float],
) -> Path:
    """Writes `manifest.json` whole and returns its path."""
    values = {
        "run_id": run_id,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "entente_version": entente_version(),
        "settings": settings.model_dump(mode="json"),
        "inputs": [
            {"path": file.name, "sha256": file.sha256, "bytes": file.n_bytes} for file in inputs
        ],
        "ruleset_version": versions["rules"],
        "model_versions": {"english": versions["core"], "stance": versions["stance"]},
        "versions": dict(versions),
        "counts": asdict(summary),
        "seconds": dict(seconds),
    }
    path = run_folder(settings.output, run_id) / "manifest.json"
    with open_replacing(path) as file:
        json.dump(values, file, indent=2, ensure_ascii=False)
        file.write("\n")
    return path


def last_settings(output: Path) -> Settings | None:
    """Returns the settings of the last run that ended in that output folder, None without one."""
    manifests = sorted((output / "runs").glob("*/manifest.json"))
    if not manifests:
        return None
    values = json.loads(manifests[-1].read_text(encoding="utf-8"))
    return Settings(**values["settings"])
