"""Bytes -> text: which encoding a file is in, or that it is no text.

The order (mark at the start, strict UTF-8, cp1252 where few bytes are high, a guess) was right on
English and Russian files in seven encodings where the guessers alone were not: charset-normalizer
takes English cp1252 for cp1250.
"""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from pipeline.problems import ConfigurationError

#: Marks at the start of a file; UTF-32's begins with UTF-16's and comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Above this share of bytes over 127 a file is not English in a Western encoding.
_MAX_HIGH_BYTES = 0.10

#: Text has line ends, tabs and page breaks, and hardly another control character. Random bytes read
#: as one-byte characters have 10 % of them, UTF-16 read so has 50 %.
_MAX_CONTROL_CHARACTERS = 0.02
_USUAL_CONTROLS = frozenset("\t\n\v\f\r\x02\x85")

#: Share of characters that no script assigns, or for private use, above which a decoding is wrong.
_MAX_UNASSIGNED = 0.02

#: Characters looked at to tell text from other data.
_SAMPLE = 100_000


class NotTextError(Exception):
    """The bytes are no text in any encoding tried; the message says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text and the encoding it was read in; `guessed` where the file does not prove it."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Returns the text of a file's bytes.

    Example: `decode("Kraków".encode("cp1252", "replace"))` is read as cp1252, `guessed`.

    Args:
        encoding: read so and no other way.

    Raises:
        NotTextError: no encoding tried gives text.
        ConfigurationError: `encoding` is no encoding that Python knows.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(text=_strict(data, name), encoding=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    if _is_text(text):
        return Decoded(text=text, encoding="utf-8")
    return _guess(data)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
    except LookupError as error:
        raise ConfigurationError([f"encoding: Python knows no encoding {encoding!r}"]) from error
    return Decoded(text=_strict(data, encoding), encoding=name)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(f"The bytes are not valid {encoding} ({error.reason}).") from error


def _guess(data: bytes) -> Decoded:
    high = sum(byte > 127 for byte in data) / max(1, len(data))
    if high < _MAX_HIGH_BYTES:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            pass  # cp1252 leaves five bytes undefined: another Western encoding, or no text
        else:
            if _is_text(text):
                return Decoded(text=text, encoding="cp1252", guessed=True)
    best = from_bytes(data).best()
    if best is None or not _is_text(str(best)):
        raise NotTextError("The bytes are no text in UTF-8, UTF-16, cp1252 or another encoding.")
    return Decoded(text=str(best), encoding=best.encoding, guessed=True)


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    categories = [
        unicodedata.category(character) for character in sample if character not in _USUAL_CONTROLS
    ]
    size = max(1, len(sample))
    controls = categories.count("Cc")
    unassigned = categories.count("Cn") + categories.count("Co")
    return controls / size <= _MAX_CONTROL_CHARACTERS and unassigned / size <= _MAX_UNASSIGNED
