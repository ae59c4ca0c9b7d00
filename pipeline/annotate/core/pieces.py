"""Words to the encoder's word pieces.

Belongs here: the piece table of the shipped encoder. Does not belong here: windows
and vectors (windows.py, encoder.py).
"""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

LONGEST_WORD = 12
"""Pieces kept of one word: long addresses would crowd out the sentence."""

CACHE_SIZE = 200_000


class WordPieces:
    """The encoder's vocabulary, with a cache: a text repeats its words."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Wrap a loaded tokenizer."""
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._cache: dict[str, tuple[int, ...]] = {}
        self.first, self.last, self.unknown = (
            _number(tokenizer, mark) for mark in ("[CLS]", "[SEP]", "[UNK]")
        )

    @classmethod
    def from_file(cls, path: Path) -> WordPieces:
        """Read ``tokenizer.json``."""
        return cls(Tokenizer.from_file(str(path)))

    @classmethod
    def from_text(cls, text: str) -> WordPieces:
        """Read the content of ``tokenizer.json``."""
        return cls(Tokenizer.from_str(text))

    def to_text(self) -> str:
        """The content of ``tokenizer.json``."""
        return str(self._tokenizer.to_str())

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, at least one."""
        found = self._cache.get(word)
        if found is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            found = tuple(ids[:LONGEST_WORD]) or (self.unknown,)
            if len(self._cache) >= CACHE_SIZE:
                self._cache.clear()
            self._cache[word] = found
        return found


def _number(tokenizer: Tokenizer, mark: str) -> int:
    number = tokenizer.token_to_id(mark)
    if number is None:
        raise ValueError(f"the vocabulary of word pieces has no {mark}")
    return int(number)
