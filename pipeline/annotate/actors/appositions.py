"""A title beside a person's name in commas only says who the person is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.reading import Candidate, Reading
from pipeline.records import ActorBasis, ActorKind

#: What stands between an office and the name of who holds it, and behind that name.
_NAMED = re.compile(r"\s*,\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?")
_CLOSED = re.compile(r"\s*(?:[,;:.)]|$)")
_APPOSED = re.compile(r",\s+(?:(?:a|an|the)\s+)?(?:former\s+|then\s+|senior\s+|top\s+)?$")


def without_appositions(reading: Reading, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Returns the mentions with what only says who a person is told of that person.

    Example: in "Ashraf Noori, the Afghan chief negotiator, left" and in "the Afghan chief
        negotiator, Ashraf Noori, left" the negotiator is Noori; in "Idriss Saleh, a Chadian rebel
        leader" nobody acts for Chad.
    """
    text = reading.document.text
    chosen = _named_offices(text, chosen)
    ends = {
        item.end: item.actor
        for item in chosen
        if item.actor is not None and item.actor.kind is ActorKind.PERSON
    }
    kept = []
    for item in chosen:
        gap = _APPOSED.search(text, max(0, item.start - 30), item.start)
        person = ends.get(gap.start()) if gap and item.actor else None
        if person is None or item.actor is None or item.actor.kind is ActorKind.PERSON:
            kept.append(item)
            continue
        words = re.findall(r"[\w-]+|[,.;]", text[item.start : item.end + 40].lower())
        phrase = words[: words.index(",")] if "," in words else words
        own = set(re.findall(r"[\w-]+", text[item.start : item.end].lower()))
        if own & lexicon.TITLE_NOUNS:
            kept.append(replace(item, actor=person, basis=ActorBasis.ROLE))
        elif not lexicon.TITLE_NOUNS & set(phrase) or item.basis is not ActorBasis.DEMONYM:
            kept.append(item)
    return kept


def _named_offices(text: str, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Returns the mentions with an office before its holder's name in commas as that person."""
    persons = {
        item.start: item
        for item in chosen
        if item.actor is not None and item.actor.kind is ActorKind.PERSON
    }
    named = []
    for item in chosen:
        gap = _NAMED.match(text, item.end) if _is_office(text, item) else None
        person = persons.get(gap.end()) if gap else None
        if person is not None and _CLOSED.match(text, person.end):
            item = replace(item, actor=person.actor)
        named.append(item)
    return named


def _is_office(text: str, item: Candidate) -> bool:
    """Says whether the mention means one person by office ("the Chilean envoy")."""
    last = text[item.start : item.end].rsplit(None, 1)[-1].lower()
    return item.basis is ActorBasis.ROLE or last in lexicon.TITLE_NOUNS or last == "counterpart"
