"""Which words there are: those of the document itself, and those of English."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*")


class Lexicon:
    """How often the document has each word, compounds with hyphens as one and in their parts.

    Words at a line end that may be broken are not counted: they are what is to be decided.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        broken = False
        for line in lines:
            words = [match[0].casefold() for match in _WORD.finditer(line)]
            first_is_rest = broken
            broken = line.endswith(("-", "\u00ad"))
            words = words[1 if first_is_rest else 0 : -1 if broken else None]
            self._counts.update(words)
            self._counts.update(part for word in words if "-" in word for part in word.split("-"))

    def count(self, word: str) -> int:
        """Returns how often the document has the word, whatever its case."""
        return self._counts[word.casefold()]


@cache
def english_words() -> frozenset[str]:
    """Returns 70,000 English word forms, lower case.

    The forms of lemminflect's table (MIT), which come from the SPECIALIST Lexicon of the US
    National Library of Medicine. Read as a file: importing the package would load its networks.

    Raises:
        ModuleNotFoundError: lemminflect, a dependency of ours, is not installed.
    """
    spec = find_spec("lemminflect")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("lemminflect is not installed")
    path = Path(spec.origin).parent / "resources" / "lemma_lu.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return frozenset(line.partition(",")[0].casefold() for line in file)
