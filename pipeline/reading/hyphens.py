"""Lines -> one line: words broken over a line end are joined, compounds keep their hyphen.

"meet-" + "ing" is "meeting", "Iranian-" + "backed" stays a compound. The document's own words
decide first, then a list of English words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.reading.characters import BROKEN_WORD
from pipeline.reading.words import Lexicon, english_words

#: Prefixes that take a hyphen before a word that stands alone ("non-state", "anti-missile"), where
#: a typesetter might as well have broken the word there.
_HYPHENATED_PREFIXES = frozenset({"all", "anti", "half", "mid", "non", "self", "quasi"})

#: First parts of Arabic and French names ("al-", "ez-", "el-"): never a broken word.
_NAME_PARTS = frozenset("ad al an ar as ash at az el en ez es ol ul us bin ibn".split())

#: "short- and medium-range": the hyphen hangs, and a space follows.
_CONJUNCTIONS = frozenset({"and", "or", "nor", "to", "und"})

_LEFT = re.compile(r"(?P<word>(?:[^\W_]+-)*[^\W_]+)[-\u00ad]$")
_RIGHT = re.compile(r"(?P<word>[^\W_]+)")
_NO_SPACE_AFTER = re.compile(r"\S[—–/]$")
_NO_SPACE_BEFORE = re.compile(r"^—\S")


def join_lines(lines: Sequence[str], lexicon: Lexicon) -> str:
    """Returns the lines of one paragraph as one line.

    Example: ["a meet-", "ing of Iranian-", "backed forces"] becomes "a meeting of Iranian-backed
    forces".
    """
    parts: list[str] = []
    for line in lines:
        right = line.strip()
        if parts and right:
            parts[-1], right = _mend(parts[-1], right, lexicon)
        parts.append(right)
    return "".join(parts).replace(BROKEN_WORD, "")


def _mend(left: str, right: str, lexicon: Lexicon) -> tuple[str, str]:
    """Returns two lines with what belongs between them at the end of the first."""
    before, after = _LEFT.search(left), _RIGHT.match(right)
    if before is None or after is None:
        return left + _gap(left, right), right
    soft = left.endswith(BROKEN_WORD)
    return left[:-1] + _link(before["word"], after["word"], lexicon, soft=soft), right


def _gap(left: str, right: str) -> str:
    joined = _NO_SPACE_AFTER.search(left) or _NO_SPACE_BEFORE.match(right)
    return "" if joined else " "


def _link(left: str, right: str, lexicon: Lexicon, *, soft: bool) -> str:
    """Returns what stands between the parts: nothing, a hyphen, or a hyphen and a space."""
    compound = f"{left}-{right}"
    last = left.rpartition("-")[2]
    joined_count, compound_count = lexicon.count(left + right), lexicon.count(compound)
    if joined_count or compound_count:
        return "" if joined_count >= compound_count else "-"
    if soft:
        return ""
    if _is_compound(last, right):
        return "-"
    if _is_word(last + right, lexicon):
        return "-" if _takes_hyphen(last, right, lexicon) else ""
    if right in _CONJUNCTIONS:
        return "- "
    return "-" if _is_word(last, lexicon) and _is_word(right, lexicon) else _unknown(last)


def _is_compound(left: str, right: str) -> bool:
    """Tells a compound by its form: digits, a capital after the hyphen, an acronym, a name part."""
    if not (left.isalpha() and right.isalpha()):
        return True
    if right[0].isupper():
        return not (left.isupper() and right.isupper() and len(left) > 1)
    acronym = len(left) > 1 and left.isupper()
    return acronym or left.casefold() in _NAME_PARTS


def _takes_hyphen(left: str, right: str, lexicon: Lexicon) -> bool:
    return left.casefold() in _HYPHENATED_PREFIXES and _is_word(right, lexicon)


def _unknown(left: str) -> str:
    return "-" if left.casefold() in _HYPHENATED_PREFIXES else ""


def _is_word(word: str, lexicon: Lexicon) -> bool:
    return word.casefold() in english_words() or lexicon.count(word) > 0
