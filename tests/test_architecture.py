"""The house rules that no linter checks."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PRODUCT = sorted(path for top in ("pipeline", "flows") for path in (ROOT / top).rglob("*.py"))
INSTALLED = packages_distributions()
OURS = {"pipeline", "flows", "models", "tests"}

#: A module past this is two modules.
LONGEST_MODULE = 400

#: Names that say nothing of what is inside.
EMPTY_NAMES = {"helpers", "utils", "util", "manager", "common", "misc", "tools", "base"}

#: Built once by hand with tools that a user does not need.
BUILT_BY_HAND = {"pipeline/knowledge/gazetteer/extract.py"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Top-level names of the modules that a file imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def declared() -> set[str]:
    extras = [r for group in PROJECT["optional-dependencies"].values() for r in group]
    names = [re.match(r"[\w.-]+", r)[0] for r in [*PROJECT["dependencies"], *extras]]  # type: ignore[index]
    return {re.sub(r"[-_.]+", "-", item).lower() for item in names}


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_every_library_that_is_imported_is_declared(path):
    if name(path) in BUILT_BY_HAND:
        pytest.skip("not part of a run")
    foreign = imported(path) - set(sys.stdlib_module_names) - OURS
    missing = {
        module
        for module in foreign
        if not {re.sub(r"[-_.]+", "-", item).lower() for item in INSTALLED.get(module, [module])}
        & declared()
    }
    assert not missing


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_modules_are_short_and_named_for_what_is_inside(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert path.stem not in EMPTY_NAMES


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_nothing_is_swallowed(path):
    """No bare except, and none of `Exception` that does not raise again."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}
            raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
            assert not broad or raises, f"{name(path)}:{node.lineno}"


@pytest.mark.parametrize("file", ["pyproject.toml", "constraints.txt", "Makefile", ".ci/run"])
def test_no_registry_is_named(file):
    """Which index to install from is the machine's business."""
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", (ROOT / file).read_text())


def test_constraints_pin_every_dependency_inside_its_bounds():
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    pinned = {canonicalize_name(item): version for item, version in pins.items()}
    extras = [r for group in PROJECT["optional-dependencies"].values() for r in group]
    for requirement in map(Requirement, [*PROJECT["dependencies"], *extras]):
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_importing_the_package_costs_nothing():
    import subprocess

    code = "import sys, pipeline; print(sorted({'spacy', 'pandas', 'prefect'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
