"""One document as the finders of actors see it: text, tokens, known names and what was said so far.

Here belong look-ups by character offset and the registry of the document's actors. What counts as
an actor is decided by the finders.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.annotate.actors.names import NameHit, find_names
from pipeline.annotate.parse import Doc, Span, Token
from pipeline.knowledge.entries import Entry, actor_id
from pipeline.knowledge.store import Form, Knowledge
from pipeline.records import Actor, ActorBasis, ActorKind, DateMention, DocumentText

#: The forms by which a text names a state or people.
COUNTRY_FORMS = (Form.NAME, Form.ALIAS, Form.METONYM, Form.ADJECTIVE, Form.PEOPLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stretch that may be a mention; without an actor it only keeps others out."""

    start: int
    end: int
    actor: Actor | None
    basis: ActorBasis = ActorBasis.NAME


@dataclass(slots=True)
class Reading:
    """A document, its tokens by offset and the known names in it."""

    doc: Doc
    document: DocumentText
    knowledge: Knowledge
    dates: Sequence[DateMention] = ()
    hits: list[NameHit] = field(init=False)
    countries: Counter[str] = field(init=False)
    persons: list[Span] = field(init=False)
    #: What was found out once for the document, by who asks and what for.
    memo: dict[Hashable, Any] = field(default_factory=dict, init=False)
    _starts: list[int] = field(init=False)
    _hit_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.hits = self._undated(find_names(self.doc.folded, self.knowledge))
        self.persons = [entity for entity in self.doc.ents if entity.label_ == "PERSON"]
        self._starts = [token.idx for token in self.doc.tokens]
        self._hit_starts = [hit.start for hit in self.hits]
        self.countries = Counter(
            found.actor.country
            for hit in self.hits
            if (found := hit.of_form(*COUNTRY_FORMS))
            and found.actor.country
            and found.actor.kind is not ActorKind.PERSON
        )

    def _undated(self, hits: Sequence[NameHit]) -> list[NameHit]:
        """Returns the names that are no part of a date ("May")."""
        dated = {mention.evidence.end: mention.evidence.start for mention in self.dates}
        ends = sorted(dated)
        found = []
        for hit in hits:
            place = bisect_left(ends, hit.end)
            if place == len(ends) or dated[ends[place]] > hit.start:
                found.append(hit)
        return found

    def token_at(self, offset: int) -> Token:
        """Returns the token that covers the character, else the one before it."""
        return self.doc.tokens[max(0, bisect_right(self._starts, offset) - 1)]

    def span(self, start: int, end: int) -> Span:
        """Returns the tokens that the stretch touches."""
        first = self.token_at(start).i
        last = max(first + 1, bisect_left(self._starts, end))
        return self.doc[first:last]

    def root(self, start: int, end: int) -> Token:
        """Returns the head token of the stretch."""
        return self.span(start, end).root

    def hits_between(self, start: int, end: int) -> list[NameHit]:
        """Returns the known names that begin in the stretch."""
        return self.hits[bisect_left(self._hit_starts, start) : bisect_left(self._hit_starts, end)]

    def hit_at(self, start: int) -> NameHit | None:
        """Returns the known name that begins at the offset."""
        index = bisect_left(self._hit_starts, start)
        if index < len(self.hits) and self.hits[index].start == start:
            return self.hits[index]
        return None

    def hit_ending_at(self, end: int) -> NameHit | None:
        """Returns the known name that ends at the offset."""
        index = bisect_left(self._hit_starts, end) - 1
        if index >= 0 and self.hits[index].end == end:
            return self.hits[index]
        return None

    def tokens_after(self, end: int) -> Iterator[Token]:
        """Yields the tokens from the offset to the end of its sentence."""
        index = bisect_left(self._starts, end)
        if index >= len(self.doc):
            return
        first = self.doc.tokens[index]
        if not first.is_sent_start or index == 0:
            yield from self.doc.tokens[index : first.sent.end]

    def tokens_before(self, start: int) -> Iterator[Token]:
        """Yields the tokens before the offset back to the start of its sentence."""
        token = self.token_at(start)
        while not token.is_sent_start and token.i > 0:
            token = self.doc.tokens[token.i - 1]
            yield token

    def day(self, offset: int) -> date | None:
        """Returns the day that the text around the offset is about, as far as it says.

        The nearest date before the offset in its sentence, else the document's date.
        """
        sentence = self.token_at(offset).sent
        told = [
            mention.interval.start
            for mention in self.dates
            if mention.interval
            and sentence.start_char <= mention.evidence.start < sentence.end_char
        ]
        return told[-1] if told else self.document.date


def new_actor(name: str, kind: ActorKind, country: str = "", parent: str = "") -> Actor:
    """Returns an actor that the tables do not have, its id from name and country."""
    name = " ".join(name.split())
    return Actor(
        actor_id=actor_id(name, country), name=name, kind=kind, country=country, parent=parent
    )


def adjective_of(entry: Entry) -> str:
    """Returns the word that goes before a noun of that state's: "Iranian", else its name."""
    if entry.actor.name == "United States":
        return "United States"
    return entry.adjectives[0] if entry.adjectives else entry.actor.name
