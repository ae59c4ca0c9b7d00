"""Where the narration stands in time: what a relative or partial date counts from.

The document's date, the dates named so far and the sentence's tense are kept here; what is done
with them is in `resolve`.

A date missing its year takes it from the nearest earlier date of the running text, unless that one
only stands in the background ("since 2011", "the 2008 raid") and the document has a date of its
own. News, whose first date counts from the document ("on Tuesday", "on 3 May"), goes on doing so
unless a date in the same or the previous sentence says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pipeline.annotate.dates.spans import Span
from pipeline.records import DateBasis

#: Sentences over which a named date still carries its year; farther back only as a last resort.
_REACH = 12
#: In news, sentences over which a named date outweighs the document's.
_NEWS_REACH = 1


#: A month this much before the narrated one is last year's tail, nearer than next year's.
FORWARD_MONTHS = 4
#: Days up to which a date is at most a month.
_MONTH_OF_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A date named earlier: its days, its sentence, and whether it is only background."""

    span: Span
    sentence: int
    background: bool


@dataclass(slots=True, kw_only=True)
class Clock:
    """The state of time at one place of a document; moves on with each date that is read."""

    document_date: date | None
    anchors: list[Anchor] = field(default_factory=list)
    sentence: int = 0
    future: bool = False
    news: bool = False

    def note(self, span: Span, *, background: bool, basis: DateBasis) -> None:
        """Takes a resolved date as the newest anchor.

        A document that begins with its own date, or with one told by it ("on Monday"), is news.
        """
        if not self.anchors and self.document_date is not None:
            own = span.start == span.end == self.document_date
            self.news = own or basis is not DateBasis.EXPLICIT
        self.anchors.append(Anchor(span=span, sentence=self.sentence, background=background))

    @property
    def last(self) -> Span | None:
        """The date named last, whatever its standing: what "two days later" counts from."""
        return self.anchors[-1].span if self.anchors else None

    def narrated(self, month: int | None = None) -> Span | None:
        """Returns the date that the narration stands at, None where only the document's is left.

        Background dates count only in a document without a date.

        Args:
            month: of the date that asks for its year; in news it goes on from a date before it
                and not back behind one ("signed in May 2019. In January ministers met").
        """
        reach = _NEWS_REACH if self.news else _REACH
        for anchor in reversed(self.anchors):
            if not anchor.background and self.sentence - anchor.sentence <= reach:
                if self.news and self._goes_back(anchor, month):
                    continue
                return anchor.span
        if self.document_date is not None:
            return None
        return next(
            (anchor.span for anchor in reversed(self.anchors) if not anchor.background),
            self.last,
        )

    def _goes_back(self, anchor: Anchor, month: int | None) -> bool:
        """Says whether the month of an earlier sentence's year would lie before that sentence."""
        fine = anchor.span.days <= _MONTH_OF_DAYS
        return (
            month is not None
            and fine
            and anchor.sentence != self.sentence
            and (month - anchor.span.start.month) % 12 > FORWARD_MONTHS
            and month < anchor.span.start.month
        )
