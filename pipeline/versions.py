"""Which code and libraries make the rows: what a cached result must agree with.

Here belongs what identifies the program; an analyst's own rules and knowledge and the models have
versions of their own. Reading the package itself, and not a version number, keeps a result of
yesterday's code from passing for one of today's while the code is being worked on.
"""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parent

#: Libraries that a row's values depend on; Entente's own version is read in `entente_version`.
LIBRARIES = ("spacy", "thinc", "numpy", "scikit-learn")


#: Folders below the package that hold no code: compiled copies, and models, which are versioned.
NOT_CODE = frozenset({"__pycache__", "_models"})


def entente_version() -> str:
    """Returns the installed version; `unknown` where the sources run without being installed."""
    try:
        return version("entente")
    except PackageNotFoundError:
        return "unknown"


@cache
def code_digest(package: Path = PACKAGE) -> str:
    """Returns 12 hex digits over every source and table of the package, names included."""
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package)
        if not path.is_file() or NOT_CODE & set(name.parts):
            continue
        digest.update(name.as_posix().encode("utf-8") + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def library_versions() -> dict[str, str]:
    """Returns the version of Python and of each library that the rows depend on."""
    return {"python": platform.python_version()} | {name: version(name) for name in LIBRARIES}
