"""Reading a dictionary's lines: heads, synonyms, codes with their dates.

Here belongs the format: comments, marks, dates of six and eight digits. What a code means and what
becomes of a name is decided by `codes` and `rows`.

    HEAD_NAME_  [CODE]            ; a comment
    +SYNONYM_
        [CODE 820101-861231]
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.knowledge.petrarch.remarks import Remark, Sort

_CODE = re.compile(r"\[([^\[\]]*)\]")
_COMMENT = re.compile(r"[;#].*")
_XML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SECTION = re.compile(r"<[^<>]*>")
_DATE = r"(\d{8}|\d{6})"
_PERIOD = re.compile(rf"(?:(?P<before><)\s*{_DATE}|(?P<after>>)\s*{_DATE}|{_DATE}\s*-\s*{_DATE})")
#: Two digits up to this one are years of this century, as the event coders read them.
_LAST_OF_THIS_CENTURY = 30
#: First signs of lines that only dictionaries of verbs have: patterns and sets of synonyms.
_VERB_MARKS = ("-", "&", "*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A name as the dictionary writes it, underscores made blanks."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code and the days from which and until which it holds, ISO, "" where there is no limit."""

    line: int
    code: str
    valid_from: str = ""
    valid_to: str = ""

    @property
    def dated(self) -> bool:
        """Says whether the code holds only for a time."""
        return bool(self.valid_from or self.valid_to)


@dataclass(kw_only=True)
class Block:
    """A head name with what stands under it."""

    head: Phrase
    synonyms: list[Phrase] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)


@dataclass(kw_only=True)
class Dictionary:
    """A dictionary's blocks, and what of it could not be read.

    `agents` and `verbs` count the lines that only such dictionaries have; `open` is the block that
    synonyms and codes belong to, None after a head that could not be read.
    """

    blocks: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    agents: int = 0
    verbs: int = 0
    open: Block | None = None

    def remark(self, line: int, text: str, sort: Sort = Sort.NOT_READ) -> None:
        """Notes something about a line."""
        self.remarks.append(Remark(line=line, sort=sort, text=text))


def read_blocks(text: str) -> Dictionary:
    """Returns the blocks of an actor dictionary.

    Example: a line "ZEMBLA_ [ZEM]" and a line "+ZEMBLAN_" are one block with one synonym.
    """
    dictionary = Dictionary()
    for number, line in _lines(text):
        if line.startswith(_VERB_MARKS):
            dictionary.verbs += 1
            dictionary.open = None
            dictionary.remark(number, f"{line!r} is no line of an actor dictionary")
        elif _SECTION.fullmatch(line):
            dictionary.remark(number, f"the mark {line} says nothing of an actor", Sort.LEFT_OUT)
        elif "~" in line:
            dictionary.agents += 1
            dictionary.open = None
            dictionary.remark(number, f"{line!r} is an agent, a role noun and not an actor")
        else:
            _read_line(dictionary, number, line)
    return dictionary


def why_not_actors(dictionary: Dictionary) -> str:
    """Returns why a file is no dictionary of actors, "" where it is one."""
    codes = sum(bool(block.codes) for block in dictionary.blocks)
    if dictionary.agents > codes:
        return (
            "is a dictionary of agents ([~GOV]): role nouns that name no actor. Entente reads role "
            "nouns by its own rules; import the actor dictionaries only"
        )
    if dictionary.verbs > codes:
        return "is a dictionary of verbs; import the actor dictionaries only"
    if not codes:
        return "holds no name with a code like NAME_ [USAGOV]; is it an actor dictionary?"
    return ""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yields the lines that are not empty, without their comments."""
    blanked = _XML_COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), text)
    for number, line in enumerate(blanked.splitlines(), 1):
        # A comment's sign may stand in a code ("[###]"), which is kept as it is.
        pieces = re.split(r"(\[[^\[\]]*\])", line)
        kept = ""
        for piece in pieces:
            bare = piece if piece.startswith("[") else _COMMENT.sub("", piece)
            kept += bare
            if bare != piece:
                break
        if kept.strip():
            yield number, kept.strip()


def _read_line(dictionary: Dictionary, number: int, line: str) -> None:
    rest = _CODE.sub("\n", line).split("\n")
    if any("[" in part or "]" in part for part in rest):
        _break(dictionary, number, line, f"a bracket is not closed in {line!r}")
        return
    # After the first code nothing but codes: "NAME_ [A] [B]".
    if any(part.strip() for part in rest[1:]):
        after = " ".join(rest[1:]).strip()
        _break(dictionary, number, line, f"{after!r} stands after a code")
        return
    phrase = _phrase(rest[0].lstrip("+"))
    codes = list(_codes(dictionary, number, _CODE.findall(line)))
    if line.startswith("["):
        _add_codes(dictionary, number, line, codes)
    elif not phrase:
        _break(dictionary, number, line, f"there is no name in {line!r}")
    elif line.startswith("+"):
        _add_synonym(dictionary, Phrase(line=number, text=phrase), codes)
    else:
        dictionary.open = Block(head=Phrase(line=number, text=phrase), codes=codes)
        dictionary.blocks.append(dictionary.open)


def _break(dictionary: Dictionary, number: int, line: str, reason: str) -> None:
    """Notes a line that could not be read; what follows a lost head is nobody's."""
    dictionary.remark(number, reason)
    if not line.startswith(("[", "+")):
        dictionary.open = None


def _phrase(text: str) -> str:
    """Returns the words of a name, without the article that our tables never have."""
    words = text.replace("_", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0].upper() == "THE" else words)


def _add_codes(dictionary: Dictionary, number: int, line: str, codes: list[Code]) -> None:
    if dictionary.open:
        dictionary.open.codes.extend(codes)
    else:
        dictionary.remark(number, f"the code {line} stands under no name that was read")


def _add_synonym(dictionary: Dictionary, phrase: Phrase, codes: list[Code]) -> None:
    if dictionary.open is None:
        reason = f"the synonym {phrase.text!r} stands under no name that was read"
        dictionary.remark(phrase.line, reason)
        return
    dictionary.open.synonyms.append(phrase)
    for code in codes:
        dictionary.remark(phrase.line, f"a synonym has no code of its own: [{code.code}]")


def _codes(dictionary: Dictionary, number: int, written: list[str]) -> Iterator[Code]:
    for text in written:
        code, _, period = text.strip().partition(" ")
        if not code or code[0] in "<>" or code.isdigit():
            dictionary.remark(number, f"there is no code in [{text}]")
            continue
        limits = _PERIOD.fullmatch(period.strip()) if period.strip() else None
        if period.strip() and limits is None:
            dictionary.remark(number, f"the dates of [{text}] are not like 820101-861231")
            continue
        start, end = _limits(dictionary, number, limits) if limits else ("", "")
        if start and end and end < start[: len(end)]:
            dictionary.remark(number, f"[{text}] ends before it begins")
            continue
        yield Code(line=number, code=code, valid_from=start, valid_to=end)


def _limits(dictionary: Dictionary, number: int, match: re.Match[str]) -> tuple[str, str]:
    _, before, _, after, first, last = match.groups()
    return _date(dictionary, number, after or first), _date(dictionary, number, before or last)


def _date(dictionary: Dictionary, number: int, digits: str | None) -> str:
    """Returns a day in ISO; only the month or the year where the day or month does not exist."""
    if not digits:
        return ""
    year = int(digits[:-4])
    if len(digits) == len("820101"):
        year += 2000 if year <= _LAST_OF_THIS_CENTURY else 1900
    month, day = int(digits[-4:-2]), int(digits[-2:])
    if not 1 <= month <= 12:
        iso = f"{year:04}"
    elif not 1 <= day <= calendar.monthrange(year, month)[1]:
        iso = f"{year:04}-{month:02}"
    else:
        return f"{year:04}-{month:02}-{day:02}"
    dictionary.remark(number, f"there is no day {digits}; {iso} was taken", Sort.CHECK)
    return iso
