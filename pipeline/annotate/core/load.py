"""Opening of the English core, or of any spaCy pipeline in its place.

Belongs here: where the core lies, what a pipeline must be able to do, its version.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language

# Imported for their factories: spaCy finds components by the names registered there.
from pipeline.annotate.core import encoder, lemmas, names, parser, tagger, tokenizer

__all__ = ["CoreError", "core_version", "load_core"]

FACTORIES = (encoder, lemmas, names, parser, tagger, tokenizer)

NEEDED = {
    "tagger": ("token.tag", "token.pos"),
    "parser": ("token.dep",),
    "lemmatizer": ("token.lemma",),
    "ner": ("doc.ents",),
}
"""The part that is missed, and what some component must assign for it not to be."""


class CoreError(ValueError):
    """The pipeline cannot be opened, or cannot do what the rest needs."""


def load_core(name_or_path: str | None = None) -> Language:
    """Open the English core.

    Args:
        name_or_path: Any spaCy pipeline by package name or folder; by default the core
            that ships with Entente.

    Returns:
        The pipeline, the same one for every call in a process.

    Raises:
        CoreError: There is no such pipeline, or it lacks a part that Entente needs.
    """
    return _load(name_or_path or str(_shipped()))


@lru_cache(maxsize=4)
def _load(name_or_path: str) -> Language:
    try:
        nlp = spacy.load(name_or_path)
    except OSError as error:
        raise CoreError(
            f"No spaCy pipeline {name_or_path!r}. Give the folder of a trained pipeline or "
            "the name of an installed one, or leave the setting empty for the core that ships."
        ) from error
    except (ValueError, ImportError) as error:
        raise CoreError(
            f"The spaCy pipeline {name_or_path!r} does not open: {error}. It may have been saved "
            "by another version of spaCy, or its folder is not complete; fetch it again."
        ) from error
    _require_parts(nlp, name_or_path)
    return nlp


def _shipped() -> Path:
    """The core's folder: in an installed package, else in the checkout."""
    package = Path(__file__).parents[2]
    places = (package / "_models" / "english", package.parent / "models" / "english" / "artifact")
    for place in places:
        if (place / "config.cfg").exists() or (place / "artifact" / "config.cfg").exists():
            return place if (place / "config.cfg").exists() else place / "artifact"
    raise CoreError(
        "The English core is not where it should be: "
        + " or ".join(str(place) for place in places)
        + ". Install Entente again, or name another spaCy pipeline in the settings."
    )


def _require_parts(nlp: Language, name: str) -> None:
    assigned = {what for pipe in nlp.pipe_names for what in nlp.get_pipe_meta(pipe).assigns}
    missing = [part for part, marks in NEEDED.items() if not assigned.intersection(marks)]
    if missing:
        raise CoreError(
            f"The spaCy pipeline {name!r} has no {' and no '.join(missing)} (it has: "
            f"{', '.join(nlp.pipe_names) or 'nothing'}). Entente needs all of {', '.join(NEEDED)}: "
            "take a full pipeline such as en_core_web_sm, or leave the setting empty."
        )


def core_version(nlp: Language) -> str:
    """Which pipeline this is, for manifests and tables.

    Returns:
        Name, version and eight digits: of the weights where the pipeline records them,
        else of its description.
    """
    meta = nlp.meta
    digest = meta.get("digest")
    if not digest:
        text = json.dumps([meta, nlp.config], sort_keys=True, default=str)
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return f"{meta['lang']}_{meta['name']}-{meta['version']}-{str(digest)[:8]}"
