"""Characters as they are meant: broken encodings mended, typesetters' characters made plain.

Everything here happens before the canonical text exists, because every offset indexes that. Curly
quotes and dashes stay: they are what the document says. Line structure is not touched (`layout`).
"""

from __future__ import annotations

import re

import ftfy

#: What marks a word broken over a line end, until lines are joined (`hyphens`): soft hyphens, and
#: what PDF readers write in their place.
BROKEN_WORD = "\u00ad"

_CONFIG = ftfy.TextFixerConfig(
    uncurl_quotes=False,  # evidence stays verbatim
    max_decode_length=1_000_000,
)
#: One mending may uncover the next (a soft hyphen between two halves of a broken letter); two
#: rounds settle what files hold, the rest is room.
_MAX_ROUNDS = 10

_LINE_BREAKS = re.compile("\r\n|[\r\v\u0085\u2028\u2029]")
_PDF_HYPHENS = re.compile("[\u0002\ufffe]")
_HYPHENS = re.compile("[\u2010\u2011]")
_SOFT_HYPHENS_INSIDE = re.compile("\u00ad(?=[^\n\f])(?! +[\n\f])")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
#: "the border.[3][4]", "the border.\u00b2": marks of notes. "km\u00b2" keeps its square.
_NOTE_MARKS = re.compile(
    "(?<=[\\w.,;:!?\u201d\u2019\"')])(?:\\[\\d{1,3}\\])+(?=[\\s.,;:!?]|$)"
    "|(?<=[.,;:!?\u201d\"')])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+(?=\\s|$)"
)
_PAGE_BREAK = re.compile("[ \t]*\f[ \t]*")


def clean_characters(text: str) -> str:
    """Returns the text with broken encodings mended, odd characters made plain, note marks gone.

    Example: "the \ufb01rst U.S.\u00a0visit" becomes "the first U.S. visit".

    Lines end in a newline, pages in a form feed; a soft hyphen is left at a line end alone.
    Cleaning a clean text changes nothing.
    """
    for _ in range(_MAX_ROUNDS):
        clean = _clean_once(text)
        if clean == text:
            break
        text = clean
    return text


def _clean_once(text: str) -> str:
    text = _LINE_BREAKS.sub("\n", text)
    text = _PDF_HYPHENS.sub(BROKEN_WORD, text)
    text = ftfy.fix_text(text.replace("\x00", ""), _CONFIG)
    text = _HYPHENS.sub("-", text)
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _NOTE_MARKS.sub("", text)
    text = _PAGE_BREAK.sub("\f", text)
    return _SOFT_HYPHENS_INSIDE.sub("", text)
