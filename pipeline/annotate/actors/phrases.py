"""The noun phrase that a name opens: "Iranian | military officials", "U.S. | -led coalition".

Here belongs finding the words that follow a demonym or name in its phrase. What they make of it is
decided in `groups` and `plain`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate.actors.lexicon import (
    GROUP_NOUNS,
    LEADER_PARTICIPLES,
    PATRON_PARTICIPLES,
    PLACE_PARTICIPLES,
)
from pipeline.annotate.actors.names import NameHit
from pipeline.annotate.actors.reading import COUNTRY_FORMS, Reading
from pipeline.annotate.parse import Token
from pipeline.knowledge.store import Form

_DASHES = "-‐‑–"
_NOUNISH = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_PARTICIPLE = re.compile(rf"\s?[{_DASHES}]\s?([a-z]+)\b|\s([a-z]+)\b")
_PREFIX = re.compile(
    rf"\b(pro|anti|counter|non|intra|ex|post|inter)\s?[{_DASHES}]\s?(?:the )?$", re.I
)
_AND = re.compile(r"\s?(?:,\s?(?:and|or|&)?|and|or|&|as well as)\s+(?:the\s+)?", re.I)
_WATER_BEFORE = re.compile(
    r"\b(?:Gulf|Sea|Strait|Straits|Bay|University|City|Port|Isle|Museum|Cape|Lake|Bank of New|New)"
    r"(?: of)?(?: the)? $"
)
#: Words that say nothing of the sort of group and are no part of its canonical name.
_OPEN_PREFIX = re.compile(rf"(?:pro|anti|counter|non|intra|ex|post|inter)[{_DASHES}]", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What stands after a name in its noun phrase.

    `words` are the tokens after the name (and participle), up to the end of the phrase; `prefix` is
    "pro" in "pro-Iranian", `participle` is "backed" in "Iranian-backed".
    """

    hit: NameHit
    start: int
    prefix: str
    participle: str
    words: tuple[Token, ...]
    linked: tuple[NameHit, ...] = ()

    @property
    def lower(self) -> list[str]:
        """The words after the name in small letters."""
        return [word.lower_ for word in self.words]

    @property
    def is_patron(self) -> bool:
        """Whether the name is the patron of what follows."""
        return self.prefix == "pro" or self.participle in PATRON_PARTICIPLES | LEADER_PARTICIPLES


def phrase_of(reading: Reading, hit: NameHit) -> Phrase:
    """Returns the phrase that the name opens.

    Example: for "Iranian" in "pro-Iranian local groups fled": prefix "pro", words "local groups".
    """
    known: Phrase | None = reading.memo.get(("phrase", hit.start))
    if known is None:
        known = reading.memo["phrase", hit.start] = _phrase_of(reading, hit)
    return known


def _phrase_of(reading: Reading, hit: NameHit) -> Phrase:
    text = reading.document.text
    before = _PREFIX.search(text, max(0, hit.start - 12), hit.start)
    prefix = before.group(1).lower() if before else ""
    start = before.start() if before else hit.start
    end = hit.end
    participle = ""
    after = _PARTICIPLE.match(text, hit.end)
    if after:
        word = after.group(1) or after.group(2)
        dashed = after.group(1) is not None
        if _is_participle(word, dashed):
            participle, end = word, after.end()
    words = () if _is_possessive(text, hit.end) else tuple(_words_after(reading, end))
    return Phrase(
        hit=hit,
        start=start,
        prefix=prefix,
        participle=participle,
        words=words,
        linked=_linked(reading, hit),
    )


def next_coordinated(reading: Reading, hit: NameHit) -> NameHit | None:
    """Returns the name that follows after "and" or a comma, if any ("Russian and | Iranian")."""
    match = _AND.match(reading.document.text, hit.end)
    if match is None:
        return None
    skipped = _OPEN_PREFIX.match(reading.document.text, match.end())
    return reading.hit_at(skipped.end() if skipped else match.end())


def is_of_water(text: str, start: int) -> bool:
    """Says whether the words before a name make it one of water or of a site ("Gulf of | Aden")."""
    return _WATER_BEFORE.search(text, max(0, start - 24), start) is not None


def is_country(hit: NameHit) -> bool:
    """Says whether the name is a state's or people's, in any form."""
    return hit.of_form(*COUNTRY_FORMS) is not None


def is_adjective(hit: NameHit) -> bool:
    """Says whether the name may stand before a noun as an adjective does."""
    return hit.of_form(Form.ADJECTIVE) is not None


def _is_participle(word: str, dashed: bool) -> bool:
    if word in PATRON_PARTICIPLES | LEADER_PARTICIPLES:
        return dashed or word in {
            "backed",
            "led",
            "aligned",
            "supported",
            "sponsored",
            "affiliated",
        }
    return dashed and (word in PLACE_PARTICIPLES or word.endswith(("ed", "held", "made", "run")))


def _is_possessive(text: str, end: int) -> bool:
    return text[end : end + 1] in {"'", "’"}


def _words_after(reading: Reading, end: int) -> list[Token]:
    """Returns the adjectives and nouns up to the end of the noun phrase."""
    words: list[Token] = []
    for token in reading.tokens_after(end):
        if token.text in _DASHES and token.i and not token.whitespace_ and words:
            continue
        if token.is_space or (token.pos_ not in _NOUNISH and not _is_modifying(token)):
            if token.lower_ == "and" and _goes_on(token, words):
                continue
            break
        if _is_split_off(token, words):
            break
        words.append(token)
    while words and words[-1].pos_ not in {"NOUN", "PROPN"} and words[-1].lower_ not in GROUP_NOUNS:
        words.pop()
    return words


def _is_modifying(token: Token) -> bool:
    """Says whether a participle stands before a noun ("armed groups", "proposed talks")."""
    return (
        token.tag_ in {"VBN", "VBG", "JJ"}
        and token.i + 1 < len(token.doc)
        and token.head.i > token.i
        and token.head.pos_ in {"NOUN", "PROPN"}
    )


def _is_split_off(token: Token, words: Sequence[Token]) -> bool:
    """Says whether a comma or bracket stands between the token and the words before it."""
    return bool(words) and token.i > words[-1].i + 2


def _goes_on(token: Token, words: Sequence[Token]) -> bool:
    """Says whether "and" joins two group nouns ("groups and militias")."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (
        after is not None
        and bool(words)
        and words[-1].lower_ in GROUP_NOUNS
        and after.lower_ in GROUP_NOUNS
        and not (after.head.i > after.i and after.head.lower_ in GROUP_NOUNS)
    )


def _linked(reading: Reading, hit: NameHit) -> tuple[NameHit, ...]:
    """Returns the names joined to the left of this one by dashes ("Syrian-|Iraqi")."""
    linked = []
    text = reading.document.text
    start = hit.start
    while start > 1 and text[start - 1] in _DASHES + "/":
        before = reading.hit_ending_at(start - 1)
        if before is None:
            break
        linked.append(before)
        start = before.start
    return tuple(linked)
