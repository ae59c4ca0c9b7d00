"""The files of a run: found, fingerprinted, and grouped into batches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.store import ResultStore, store_name
from pipeline.problems import ConfigurationError
from pipeline.reading import list_documents

#: Bytes of a word of English with its space, to tell words from a file's size without reading it.
BYTES_PER_WORD = 6


class NoDocumentsError(Exception):
    """The input folder is empty: nothing is wrong, and there is nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """One file of the input folder.

    Attributes:
        name: its path below the input folder, with forward slashes.
        sha256: of its bytes; empty where it cannot be opened.
    """

    path: Path
    name: str
    sha256: str
    n_bytes: int

    @property
    def store_name(self) -> str:
        """The name under which its result is kept."""
        return store_name(self.name, self.sha256)


def find_inputs(source: Path, *, output: Path) -> tuple[InputFile, ...]:
    """Returns the documents below `source` by name, those below the output folder left out.

    Raises:
        ConfigurationError: there is no such file or folder, or it lies in the output folder, where
            what a run has written could not be told from what it is to read.
        NoDocumentsError: the folder has no document.
    """
    if not source.exists():
        raise ConfigurationError([f"{source}: no such file or folder"])
    root = source if source.is_dir() else source.parent
    written = output.resolve()
    if root.resolve().is_relative_to(written):
        raise ConfigurationError(
            [f"{source} lies in the output folder {output}: choose another output folder"]
        )
    found = [
        fingerprint(path, name=path.relative_to(root).as_posix())
        for path in list_documents(source)
        if not path.resolve().is_relative_to(written)
    ]
    if not found:
        raise NoDocumentsError(f"there are no documents in {source}")
    return tuple(sorted(found, key=lambda file: file.name))


def fingerprint(path: Path, *, name: str) -> InputFile:
    """Returns the file with the hash of its bytes; reading it says why where that fails."""
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            n_bytes = file.tell()
    except OSError:
        return InputFile(path=path, name=name, sha256="", n_bytes=0)
    return InputFile(path=path, name=name, sha256=sha256, n_bytes=n_bytes)


def unread(files: Iterable[InputFile], store: ResultStore) -> list[InputFile]:
    """Returns the files that have no result yet, of those with the same name and bytes the first.

    A file that could not be opened is always one of them: it may be open by now.
    """
    new: dict[str, InputFile] = {}
    for file in files:
        if not file.sha256 or file.store_name not in store:
            new.setdefault(file.store_name, file)
    return list(new.values())


def make_batches(
    files: Iterable[InputFile], *, documents: int, words: int
) -> Iterator[tuple[InputFile, ...]]:
    """Yields the files in groups of at most so many documents and about so many words.

    A single file with more words is a group of its own.
    """
    batch: list[InputFile] = []
    n_words = 0
    for file in files:
        more = file.n_bytes // BYTES_PER_WORD
        if batch and (len(batch) == documents or n_words + more > words):
            yield tuple(batch)
            batch, n_words = [], 0
        batch.append(file)
        n_words += more
    if batch:
        yield tuple(batch)
