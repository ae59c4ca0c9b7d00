"""The whole path of one document, without Prefect: read, annotate, extract, score.

Here belongs what a flow, a command, a notebook or a test calls to get from a file or a text to its
claims, and the loading of what that needs. Batches, caching and files of output are `flows`'.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from spacy.language import Language

from pipeline.annotate import AnnotatedDocument, annotate
from pipeline.annotate.core import CoreError, core_version, load_core
from pipeline.claims import extract_claims
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.knowledge.gazetteer import Gazetteer, load_gazetteer
from pipeline.problems import ConfigurationError, Problem
from pipeline.reading import read_bytes, read_document, read_text
from pipeline.records import DocumentText, ScoredClaim
from pipeline.results import DocumentResult
from pipeline.rules import RuleSet, load_rules
from pipeline.settings import Settings
from pipeline.stance import Scorer, load_scorer
from pipeline.versions import code_digest, library_versions


@dataclass(frozen=True, kw_only=True)
class Resources:
    """What reading needs beside the document; loaded once for each process and settings."""

    nlp: Language
    knowledge: Knowledge
    gazetteer: Gazetteer
    rules: RuleSet
    scorer: Scorer

    @cached_property
    def core_version(self) -> str:
        """The version of the English core."""
        return core_version(self.nlp)

    @cached_property
    def versions(self) -> dict[str, str]:
        """What produced the rows, for the manifest and for telling a stale result."""
        return {
            "core": self.core_version,
            "rules": self.rules.version,
            "knowledge": self.knowledge.digest,
            "gazetteer": self.gazetteer.digest,
            "stance": self.scorer.version,
            "code": code_digest(),
            **library_versions(),
        }

    def key(self, settings: Settings) -> str:
        """Returns 16 hex digits that change whenever a document could give other rows."""
        text = json.dumps([self.versions, settings.digest()], sort_keys=True)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def load_resources(settings: Settings) -> Resources:
    """Returns the models, rules and knowledge of the settings; loaded once in a process.

    Raises:
        ConfigurationError: any of them is wrong or missing; every message of every part at once.
    """
    return _load(settings.rules, settings.knowledge, settings.core)


@lru_cache(maxsize=4)
def _load(rules: tuple[Path, ...], knowledge: tuple[Path, ...], core: str | None) -> Resources:
    parts: dict[str, Any] = {}
    messages: list[str] = []
    loaders: dict[str, Callable[[], object]] = {
        "rules": lambda: load_rules(rules),
        "knowledge": lambda: load_knowledge(knowledge),
        "gazetteer": lambda: load_gazetteer(knowledge),
        "nlp": lambda: _core(core),
        "scorer": load_scorer,
    }
    for name, load in loaders.items():
        try:
            parts[name] = load()
        except ConfigurationError as error:
            messages.extend(error.messages)
    if messages:
        raise ConfigurationError(tuple(dict.fromkeys(messages)))
    gc.freeze()  # it stays until the process ends: no collection need go through it again
    return Resources(**parts)


@lru_cache(maxsize=2)
def _core(name: str | None) -> Language:
    try:
        return load_core(name)
    except CoreError as error:
        raise ConfigurationError([str(error)]) from error


def process_file(
    path: Path, resources: Resources, *, name: str = "", encoding: str | None = None
) -> DocumentResult:
    """Returns all that one file gives; a file that cannot be read gives its problems.

    Args:
        name: the file's path as the tables show it; its file name where empty.
        encoding: of the file; found out where None.
    """
    name = name or path.name
    try:
        data = path.read_bytes()
    except OSError:
        _, problems = read_document(path)  # says why
        return _unread(problems, resources).at_path(name)
    return process_bytes(data, resources, name=name, encoding=encoding)


def process_bytes(
    data: bytes, resources: Resources, *, name: str = "text.txt", encoding: str | None = None
) -> DocumentResult:
    """Returns all that the bytes of a file of that name give."""
    document, problems = read_bytes(data, path=PurePosixPath(name), encoding=encoding)
    if document is None:
        return _unread(problems, resources, sha256=hashlib.sha256(data).hexdigest())
    return process_document(document, resources, problems=problems)


def _unread(
    problems: tuple[Problem, ...], resources: Resources, *, sha256: str = ""
) -> DocumentResult:
    first = problems[0]
    result = DocumentResult(path=first.path, doc_id=first.doc_id, sha256=sha256, problems=problems)
    return _with_versions(result, resources)


def process_document(
    document: DocumentText, resources: Resources, *, problems: tuple[Problem, ...] = ()
) -> DocumentResult:
    """Returns the sentences, mentions, scored claims and problems of a document.

    Args:
        problems: what reading the document has already found.

    Raises:
        Exception: a bug; it carries a note that names the document.
    """
    try:
        annotated = annotate_document(document, resources)
        claims, left_out = extract_claims(annotated, rules=resources.rules)
        scored = resources.scorer.score(claims)
    except Exception as bug:
        bug.add_note(f"while reading document {document.doc_id} ({document.path})")
        raise
    result = DocumentResult(
        path=document.path,
        doc_id=document.doc_id,
        sha256=document.sha256,
        document=document,
        sentences=annotated.sentences,
        actors=annotated.actors,
        places=annotated.places,
        dates=annotated.dates,
        claims=scored,
        problems=(*problems, *annotated.problems, *left_out),
        n_words=sum(not token.is_space and not token.is_punct for token in annotated.doc),
    )
    return _with_versions(result, resources)


def _with_versions(result: DocumentResult, resources: Resources) -> DocumentResult:
    return replace(
        result,
        ruleset_version=resources.rules.version,
        core_version=resources.core_version,
        model_version=resources.scorer.version,
    )


def annotate_document(document: DocumentText, resources: Resources) -> AnnotatedDocument:
    """Returns the document with its parse, actors, places and dates."""
    return annotate(
        document,
        nlp=resources.nlp,
        knowledge=resources.knowledge,
        gazetteer=resources.gazetteer,
    )


def extract(
    text_or_path: str | Path, *, settings: Settings | None = None
) -> tuple[ScoredClaim, ...]:
    """Returns the claims of a text, or of a file where a `Path` is given.

    Example: `extract("Iran condemned Israel on 3 May 2019.")` gives one claim of tension, ACCUSE,
    from Iran to Israel. A string is always text, never the name of a file.

    Raises:
        ConfigurationError: the file cannot be read, or rules, knowledge or models are wrong.
    """
    resources = load_resources(settings or Settings())
    if isinstance(text_or_path, str):
        return process_document(read_text(text_or_path), resources).claims
    result = process_file(text_or_path, resources)
    if result.document is None:
        raise ConfigurationError([f"{p.path}: {p.message} {p.hint}" for p in result.problems])
    return result.claims
