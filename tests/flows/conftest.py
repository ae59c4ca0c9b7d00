"""A folder of briefs, and the main flow over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.settings import Settings
from pipeline.summary import Summary


@pytest.fixture
def run_now(prefect_server, monkeypatch) -> Callable[..., Summary]:
    """Runs the main flow on a folder, as `entente run` does."""
    from flows import launch
    from flows.progress import NoWatcher

    monkeypatch.setenv("PREFECT_API_URL", prefect_server)

    def run(source: Path, output: Path, **chosen: object) -> Summary:
        settings = Settings(input=source, output=output, **chosen)
        return launch.run_now(settings, watcher=NoWatcher())[0]

    return run


@pytest.fixture
def parsed(monkeypatch) -> list[str]:
    """The names of the documents that are parsed, as they are."""
    import pipeline.run

    names: list[str] = []
    annotate = pipeline.run.annotate_document

    def spy(document, resources):
        names.append(document.path)
        return annotate(document, resources)

    monkeypatch.setattr(pipeline.run, "annotate_document", spy)
    return names


@pytest.fixture
def briefs(tmp_path) -> Path:
    """Three short documents of our own writing."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "Peru condemned Kenya on 3 May 2019. Kenya did not threaten Peru.\n"
    )
    (folder / "two.md").write_text(
        "# Talks in the north\n\nThe hosts were pleased. "
        "Norway signed an agreement with Chad in June 2020.\n"
    )
    (folder / "three.txt").write_text("According to Ghana, Togo may impose sanctions on Benin.\n")
    return folder
