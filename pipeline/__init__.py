"""Entente reads foreign-policy briefs and tells who cooperates with or strains against whom.

`extract`, `type_relation` and `load_core` are all that most programs need. They load when first
used, so that `import pipeline` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.annotate.core import load_core
    from pipeline.relation import type_relation
    from pipeline.run import extract

__all__ = ["extract", "load_core", "type_relation"]

_HOME = {
    "extract": "pipeline.run",
    "load_core": "pipeline.annotate.core",
    "type_relation": "pipeline.relation",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
