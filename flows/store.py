"""What earlier runs found, document by document, so that only what changed is read again.

A result is kept under its file's name and the hash of its bytes, in a folder named by the hash of
all else that it depends on (rules, knowledge, models, settings, code). Adding a document reads that
document; editing a rule reads all; a run that was killed goes on where it stopped. Prefect's own
result cache would keep whole batches, and one new document shifts every batch behind it.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import shutil
import time
import zlib
from pathlib import Path

from pipeline.identity import stable_id
from pipeline.records import DocumentText
from pipeline.results import DocumentResult
from pipeline.tables.atomic import replacing

#: Inside the output folder: whoever deletes that has deleted every copy of the documents' text.
FOLDER = Path(".cache") / "documents"

#: Results of rules and code not used for so long are removed.
KEEP_DAYS = 30

_LOG = logging.getLogger(__name__)


class ResultStore:
    """The results that one key stands for, in one output folder."""

    def __init__(self, output: Path, key: str) -> None:
        self.folder = output / FOLDER / key
        self.folder.mkdir(parents=True, exist_ok=True)
        os.utime(self.folder)

    def put(self, result: DocumentResult) -> None:
        """Keeps the result, whole or not at all."""
        packed = gzip.compress(json.dumps(result.to_dict()).encode("utf-8"), 1, mtime=0)
        with replacing(self._path(store_name(result.path, result.sha256))) as temporary:
            temporary.write_bytes(packed)

    def get(self, name: str) -> DocumentResult | None:
        """Returns the result of that name; None where there is none or its file is damaged."""
        path = self._path(name)
        if not path.exists():
            return None
        try:
            return DocumentResult.from_dict(json.loads(gzip.decompress(path.read_bytes())))
        except (OSError, EOFError, zlib.error, ValueError) as damage:
            _LOG.warning("%s is damaged and not used: %s", path, damage)
            path.unlink(missing_ok=True)
            return None

    def __contains__(self, name: str) -> bool:
        return self._path(name).exists()

    def remove_unused(self, *, now: float | None = None) -> None:
        """Removes the results, of whatever key, that no run has asked for in `KEEP_DAYS` days."""
        oldest = (time.time() if now is None else now) - KEEP_DAYS * 86_400
        for folder in self.folder.parent.iterdir():
            if folder.is_dir() and folder.stat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json.gz"


def store_name(path: str, sha256: str) -> str:
    """Returns the name of a file's result: its bytes, and its path, of which the ids are made.

    A file that could not be opened has no bytes to go by, only its path.
    """
    return f"{sha256 or 'unread'}-{stable_id('n', path)}"


def find_document(output: Path, doc_id: str) -> DocumentText | None:
    """Returns the document as a run of that output folder last read it, None where none did."""
    digits = doc_id.partition("-")[2]
    paths = (output / FOLDER).glob(f"*/{digits}*.json.gz")
    for path in sorted(paths, key=lambda path: path.stat().st_mtime, reverse=True):
        result = ResultStore(output, path.parent.name).get(path.name.removesuffix(".json.gz"))
        if result is not None and result.document is not None:
            return result.document
    return None
