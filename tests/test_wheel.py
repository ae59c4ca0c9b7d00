"""The wheel carries all that a run needs: code, rules, knowledge, models.

`make test-wheel` also installs it and runs it.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
IGNORED = {"__pycache__", ".mypy_cache", ".ruff_cache"}

#: Folder of the checkout -> its place in the wheel.
PLACES = {
    "pipeline": "pipeline",
    "flows": "flows",
    "models/english/artifact": "pipeline/_models/english",
    "models/stance/artifact": "pipeline/_models/stance",
}

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    call = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(call, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.mark.parametrize("folder", PLACES)
def test_every_file_of_the_folder_is_in_the_wheel(wheel, folder):
    wanted = {
        f"{PLACES[folder]}/{path.relative_to(ROOT / folder).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not IGNORED & set(path.parts)
    }
    assert len(wanted) > 2
    assert wanted <= set(wheel.namelist())


def test_nothing_else_is_in_the_wheel(wheel):
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"pipeline", "flows"}


def test_the_command_and_the_parts_of_the_core_are_declared(wheel):
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    text = wheel.read(name).decode("utf-8")
    assert "entente = pipeline.cli:main" in text
    assert "entente_parser = pipeline.annotate.core.parser:create_parser" in text
