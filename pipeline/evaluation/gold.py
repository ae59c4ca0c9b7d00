"""Gold annotations: what a person says that a document's sentences claim.

Reads the two JSON files of an annotated document: its sentences with their numbers, and mentions,
claims and actors. Their format is that of the annotation's codebook.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from pipeline.problems import ConfigurationError

#: Share of words that two sentences must have in common to be the same.
SAME_SENTENCE = 0.6

#: Share of words that two names must have in common to be the same.
_SAME_NAME = 0.6

_ARTICLE = re.compile(r"^(the|a|an)\s+")
_POSSESSIVE = re.compile(r"'s?$")


def words_of(text: str) -> frozenset[str]:
    """Returns the words of a text, lower case."""
    return frozenset(re.findall(r"\w+", text.lower().replace("’", "'")))


def overlap(one: Collection[str], two: Collection[str]) -> float:
    """Returns the share of all words that both have (Jaccard); 0 where both are empty."""
    both = len(set(one) & set(two))
    return both / max(1, len(set(one) | set(two)))


def normal_name(name: str) -> str:
    """Returns a name without article, possessive and punctuation, lower case."""
    bare = _ARTICLE.sub("", name.lower().replace("’", "'").strip())
    return re.sub(r"[^\w ]+", " ", _POSSESSIVE.sub("", bare)).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldActor:
    """An actor's names, normalised, and its state."""

    names: frozenset[str]
    country: str = ""

    def is_named(self, name: str) -> bool:
        """Tells whether the name is one of the actor's, or shares most words with one."""
        wanted = normal_name(name)
        if not wanted:
            return False
        return wanted in self.names or any(
            overlap(wanted.split(), known.split()) >= _SAME_NAME for known in self.names
        )

    def has_country(self, country: str) -> bool:
        """Tells whether the actor belongs to the state with that code."""
        return bool(country and self.country) and country.upper() == self.country.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPair:
    """One source-target pair of a gold claim, with the claim's attributes.

    Attributes:
        explicit: both actors are named in the sentence.
        optional: only one of two annotators saw the claim: neither a miss nor an extra.
        date: first and last day, ISO.
    """

    sid: int
    source: str
    target: str
    relation: str
    event_type: str
    mutual: bool
    negated: bool
    modality: str
    explicit: bool
    optional: bool
    date: tuple[str, str] | None
    place: str
    stance: float | None
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A mention's sentence, label and words."""

    sid: int
    label: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """One annotated document."""

    name: str
    sentences: Mapping[int, frozenset[str]]
    actors: Mapping[str, GoldActor]
    pairs: tuple[GoldPair, ...]
    mentions: tuple[GoldMention, ...]

    def nearest(self, sentence: str) -> tuple[int, float]:
        """Returns the number of the most similar sentence and how similar it is."""
        words = words_of(sentence)
        best, score = -1, 0.0
        for sid, known in self.sentences.items():
            similar = overlap(words, known)
            if similar > score:
                best, score = sid, similar
        return best, score


def load_gold(gold: Path, sentences: Path) -> GoldDocument:
    """Returns an annotated document.

    Raises:
        ConfigurationError: a file is missing, is no JSON, or is not in the annotation's format.
    """
    data, rows = _load_json(gold), _load_json(sentences)
    try:
        listed = rows["sentences"] if isinstance(rows, dict) else rows
        return GoldDocument(
            name=data["doc_id"],
            sentences={row["sid"]: words_of(row["text"]) for row in listed},
            actors={name: _actor(name, entry) for name, entry in data["actors"].items()},
            pairs=tuple(pair for claim in data["claims"] for pair in _pairs(claim)),
            mentions=tuple(
                GoldMention(sid=m["sid"], label=m["label"], words=words_of(m["text"]))
                for m in data["mentions"]
            ),
        )
    except (KeyError, TypeError, AttributeError) as error:
        message = f"{gold}, {sentences}: not gold annotations with their sentences ({error!r})"
        raise ConfigurationError([message]) from error


def _load_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError([f"{path}: {error.strerror or error}"]) from error
    except ValueError as error:
        raise ConfigurationError([f"{path}: not JSON: {error}"]) from error


def _actor(name: str, entry: Mapping[str, Any]) -> GoldActor:
    names = [name, *entry.get("aliases", [])]
    return GoldActor(
        names=frozenset(normal_name(n) for n in names), country=entry.get("country") or ""
    )


def _pairs(claim: Mapping[str, Any]) -> list[GoldPair]:
    """Returns the pairs of a claim: each two of a mutual one, each source and target otherwise."""
    mutual = bool(claim.get("mutual"))
    if mutual:
        actors = list(dict.fromkeys(claim["actors"] or claim["source"] + claim["target"]))
        ends = list(combinations(actors, 2))
    else:
        ends = [(a, b) for a, b in product(claim["source"], claim["target"]) if a != b]
    date = claim.get("date")
    return [
        GoldPair(
            sid=claim["sid"],
            source=source,
            target=target,
            relation=claim["relation"],
            event_type=claim["type"],
            mutual=mutual,
            negated=bool(claim.get("negated")),
            modality=claim.get("modality", "asserted"),
            explicit=claim.get("explicit", True),
            optional=bool(claim.get("optional")),
            date=(date[0], date[1] or date[0]) if date and date[0] else None,
            place=claim.get("place") or "",
            stance=None if claim.get("stance") is None else float(claim["stance"]),
            cue=claim.get("cue", ""),
        )
        for source, target in ends
    ]
