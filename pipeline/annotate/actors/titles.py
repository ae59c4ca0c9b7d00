"""Titles before a name: how much of "Iranian defense minister Dehghan" is the mention.

Here belong where a title starts, whose state it names and which office it means. Who the person is
gets decided in `people`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.phrases import is_adjective
from pipeline.annotate.actors.reading import COUNTRY_FORMS, Reading
from pipeline.annotate.parse import Token
from pipeline.records import ActorKind

_MINISTRY = (
    r"foreign affairs|external affairs|foreign relations|defen[cs]e|national defen[cs]e|interior"
    r"|finance|energy|trade|justice|oil|economy|intelligence|state|the treasury|home affairs"
)
#: An office as prose writes it; `role_key` gives the words of the tables for it.
ROLE = re.compile(
    rf"\b(?:(?:deputy|vice|acting|first|interim|former|then)[ -])*"
    rf"(?:(?:minister|(?:cabinet\s+)?secretary)\s+(?:of|for)\s+(?:the\s+)?(?:{_MINISTRY})"
    r"|(?:chief\s+)?cabinet\s+secretary"
    r"|(?:prime|foreign|defen[cs]e|interior|finance|energy|oil|trade|justice|economy|intelligence"
    r"|external affairs|foreign affairs)\s+(?:minister|secretary)"
    r"|president|premier|chancellor|supreme leader|crown prince|king|emir|sultan"
    r"|national security advis[eo]r|army chief|chief of (?:the )?(?:general )?staff)\b",
    re.IGNORECASE,
)
_ROLE_KEYS = (
    (re.compile(r"defence"), "defense"),
    (re.compile(r"advisor"), "adviser"),
    (re.compile(r"^cabinet secretary (?=of|for)"), "secretary "),
    (re.compile(r"^(?:minister|secretary) (?:of|for) (?:national )?defense$"), "defense minister"),
    (re.compile(r"^defense secretary$"), "defense minister"),
    (
        re.compile(
            r"^(?:minister|secretary) (?:of|for) (?:foreign|external) (?:affairs|relations)$"
        ),
        "foreign minister",
    ),
    (re.compile(r"^(?:foreign|external) affairs minister$"), "foreign minister"),
    (re.compile(r"^(?:foreign secretary|secretary of state)$"), "foreign minister"),
    (re.compile(r"^premier$"), "prime minister"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title before a name: its start, words, and the country that it names."""

    start: int
    words: str
    country: str
    named_from: int

    @property
    def role(self) -> str:
        """The office in the words of the tables."""
        return role_key(self.words)


def role_key(words: str) -> str:
    """Returns the office as the tables write it, else the words themselves.

    Example: "Minister of Defence" and "defence minister" are "defense minister".
    """
    key = " ".join(words.lower().split())
    for pattern, replacement in _ROLE_KEYS:
        key = pattern.sub(replacement, key)
    return key


def title_before(reading: Reading, start: int) -> Title | None:
    """Returns the title right before the name that starts at the offset, None where none is.

    Example: before "Dehghan" in "Iranian defense minister Dehghan" the title starts at "Iranian"
        and names Iran; in "Iran's defense minister Dehghan" the mention is the name alone.
    """
    tokens = _title_tokens(reading, start)
    if not tokens:
        return None
    first = tokens[0]
    words = " ".join(token.text for token in tokens)
    country, whole = _state_before(reading, first)
    capitalised = first.text[:1].isupper()
    if whole is not None:
        begin = whole
    elif capitalised:
        begin = first.idx
    else:
        begin = start
    return Title(
        start=begin,
        words=words,
        country=country or _country_of_words(words),
        named_from=first.idx,
    )


def _title_tokens(reading: Reading, start: int) -> list[Token]:
    """Returns the tokens of the title, its first word first."""
    found: list[Token] = []
    pending: list[Token] = []
    for token in reading.tokens_before(start):
        word = token.lower_.strip(".\u200b\u200e\u200f")
        if not token.text.strip("\u200b\u200e\u200f"):
            continue
        if word in lexicon.TITLE_SKIPPED or token.is_space:
            break
        if word in lexicon.TITLE_NOUNS or (word in lexicon.TITLE_MODIFIERS and not pending):
            found = [token, *pending, *found]
            pending = []
        elif (
            (word in lexicon.TITLE_LINKS and (found or pending))
            or _may_be_of(token, start)
            or (token.text in "-.‐" and (found or pending))
            or (word in lexicon.TITLE_SUFFIXES and not found)
        ):
            pending = [token, *pending]
        else:
            break
        if len(found) + len(pending) > 10:
            break
    while found and not _is_title_word(found[0]):
        found = found[1:]
    if not any(token.lower_.rstrip(".") in lexicon.TITLE_NOUNS for token in found):
        return []
    return found


def _is_title_word(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in lexicon.TITLE_NOUNS or word in lexicon.TITLE_MODIFIERS


def _may_be_of(token: Token, start: int) -> bool:
    """Says whether the word may end a title with "of" or "for" ("Minister for the Middle East")."""
    if not token.text[:1].isupper():
        return False
    text = token.doc.text[token.doc[max(0, token.i - 9)].idx : token.idx]
    return bool(
        re.search(r"\b(?:Minister|Secretary|Ambassador|Envoy|Representative|Commander|Head|Chief)"
                  r" (?:of|for|to) (?:the )?(?:[A-Z]\w+ ){0,2}$", text)
    )  # fmt: skip


def _state_before(reading: Reading, first: Token) -> tuple[str, int | None]:
    """Returns the country that the words before the title name, and where the mention starts.

    An adjective or a body's name is part of the mention, a possessive is not.
    """
    end = first.idx
    text = reading.document.text
    possessive = re.search(r"['’]s?\s+(?:\w+\s+){0,3}$", text[max(0, end - 40) : end])
    if first.is_sent_start or text[end - 1 : end] == "\n":
        return "", None
    before = end - 1 if end and text[end - 1].isspace() else end
    hit = reading.hit_ending_at(before)
    if hit is not None and hit.end == before:
        found = hit.of_form(*COUNTRY_FORMS)
        if is_adjective(hit) or (found and found.actor.kind is not ActorKind.PERSON):
            country = found.actor.country if found else ""
            return country, hit.start
    if possessive:
        owner = reading.hit_ending_at(max(0, end - 40) + possessive.start())
        found = owner.of_form(*COUNTRY_FORMS) if owner else None
        if found:
            return found.actor.country, None
    return "", None


def _country_of_words(words: str) -> str:
    lower = words.lower()
    return next(
        (code for title, code in lexicon.COUNTRY_OF_TITLE.items() if lower.endswith(title)), ""
    )
