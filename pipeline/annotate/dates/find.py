"""Finds the dates of a document in text order and places them on the calendar.

The grammar reads the text itself, block by block; of the parse it asks only hints that decide
doubtful words (is this "May" a verb, that "April" a person) and sentence ends, where it has them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.annotate import grammar
from pipeline.annotate.dates.clock import Clock
from pipeline.annotate.dates.edtf_text import edtf_text
from pipeline.annotate.dates.expressions import Window, Years
from pipeline.annotate.dates.guards import TagOf, is_date
from pipeline.annotate.dates.lexemes import lex
from pipeline.annotate.dates.openers import FARTHEST_TIME, names_time, opens_date
from pipeline.annotate.dates.ranges import read_date, read_single
from pipeline.annotate.dates.resolve import Placed, resolve
from pipeline.annotate.dates.words import Reading, Words
from pipeline.annotate.parse import Doc, Token
from pipeline.records import DateInterval, DateMention, DocumentText, Evidence

_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(]?[A-Z0-9])")
_FUTURE = re.compile(
    r"\b(?:will|shall|upcoming|forthcoming|(?:is|are) (?:to|due|set|scheduled|expected|slated)"
    r"|plans? to|scheduled|(?:is|are) going to)\b|['’]ll\b",
    re.IGNORECASE,
)
_VERBS = frozenset({"VERB", "AUX"})
_FUTURE_VERBS = frozenset({"will", "'ll", "’ll", "shall"})
_FUTURE_LEMMAS = frozenset({"plan", "schedule", "slate", "expect", "hope", "intend", "aim"})
_BACKGROUND_BEFORE = re.compile(
    r"\b(?:since|founded in|established in|formed in|born in|dating (?:back )?(?:to|from))\s*$",
    re.IGNORECASE,
)


def find_dates(doc: Doc, *, document: DocumentText) -> tuple[DateMention, ...]:
    """Returns the document's dates in text order; no two share a character.

    Example: "From July 24 to July 26" after "In May 2015" gives one mention, 24 to 26 July 2015,
    basis `context`. A date that cannot be placed ("recent years") has no interval.

    Args:
        doc: the document's tokens; tags, names and sentence ends are used where it has them.
        document: its canonical text, blocks and date; `document.text` is what `doc` was made from.
    """
    finder = _Finder(doc, document)
    return tuple(finder.mentions())


class _Finder:
    """One pass over one document."""

    def __init__(self, doc: Doc, document: DocumentText) -> None:
        self.doc = doc
        self.text = document.text
        self.blocks = [(block.start, block.end) for block in document.blocks]
        self.clock = Clock(document_date=document.date)
        self.sentence_starts = _sentence_starts(doc, document)
        self.parsed = doc.is_parsed
        self.token_starts = [token.idx for token in doc.tokens]

    def mentions(self) -> Iterator[DateMention]:
        """Yields the mentions, moving the clock on with each."""
        for start, end in self.blocks or [(0, len(self.text))]:
            words = Words(lex(self.text, start, end))
            for reading in _readings(words, self._tag_at):
                yield self._mention(words, reading)

    def _token_at(self, offset: int) -> Token | None:
        i = bisect_right(self.token_starts, offset) - 1
        return self.doc[i] if i >= 0 else None

    def _tag_at(self, offset: int) -> tuple[str, str]:
        token = self._token_at(offset)
        return (token.pos_, token.ent_type_) if token is not None else ("", "")

    def _mention(self, words: Words, reading: Reading) -> DateMention:
        start = words.lexemes[reading.first].start
        end = words.lexemes[reading.after - 1].end
        sentence = bisect_right(self.sentence_starts, start)
        self.clock.sentence = sentence
        self.clock.future = self._looks_ahead(start, sentence)
        placed = resolve(reading.expression, self.clock)
        if placed is not None:
            background = self._is_background(words, reading, start)
            self.clock.note(placed.span, background=background, basis=placed.basis)
        return DateMention(
            evidence=Evidence(start=start, end=end, text=self.text[start:end]),
            interval=None if placed is None else _interval(placed),
        )

    def _looks_ahead(self, start: int, sentence: int) -> bool:
        """Says whether what happens on the date lies ahead: by its clause, else by its sentence."""
        token = self._token_at(start)
        if token is None or not self.parsed:
            return bool(_FUTURE.search(self._sentence_text(sentence)))
        verb = next((item for item in [token, *token.ancestors] if item.pos_ in _VERBS), token)
        governor = [verb.head] if grammar.relation(verb) == "open_complement" else []
        verbs = [verb, *governor, *grammar.children(verb, "auxiliary", "copula")]
        return any(verb.lower_ in _FUTURE_VERBS or verb.lemma_ in _FUTURE_LEMMAS for verb in verbs)

    def _sentence_text(self, number: int) -> str:
        starts = self.sentence_starts
        first = starts[number - 1] if number else 0
        last = starts[number] if number < len(starts) else len(self.text)
        return self.text[first:last]

    def _is_background(self, words: Words, reading: Reading, start: int) -> bool:
        """Says whether the date is only mentioned, and not what is being told.

        "Since 2011", "the 2008 raid", "(1985-1992)" and "the next five years" do not move the
        narration.
        """
        if _BACKGROUND_BEFORE.search(self.text, max(0, start - 40), start):
            return True
        if words.lower(reading.first - 1) in {"(", "["} or isinstance(reading.expression, Window):
            return True
        if isinstance(reading.expression, Years) and words.kind(reading.after) == "word":
            following = words.lower(reading.after)
            if following not in {"and", "or", "to", "the", "when", "as", "but", "by", "with", "in"}:
                return words.lower(reading.first - 1) not in {"in", "by", "during"}
        return False


def _readings(words: Words, tag_of: TagOf) -> Iterator[Reading]:
    """Yields the dates of one block, leftmost longest."""
    after = 0
    for i in _openers(words):
        reading = _accepted(words, i, tag_of) if i >= after else None
        if reading is not None:
            yield reading
            after = reading.after


def _openers(words: Words) -> list[int]:
    """Returns the positions at which a date may begin: a time stands there or soon after."""
    found = []
    time = len(words) + FARTHEST_TIME
    for i in range(len(words) - 1, -1, -1):
        lexeme = words.lexemes[i]
        if names_time(lexeme):
            time = i
        if time - i <= FARTHEST_TIME and opens_date(lexeme):
            found.append(i)
    return found[::-1]


def _accepted(words: Words, i: int, tag_of: TagOf) -> Reading | None:
    reading = read_date(words, i)
    if reading is None:
        return None
    if is_date(words, reading, tag_of):
        return reading
    single = read_single(words, i)
    if single is None or single == reading or not is_date(words, single, tag_of):
        return None
    return single


def _sentence_starts(doc: Doc, document: DocumentText) -> list[int]:
    """Returns where sentences begin: by the Doc, or by end marks where it has no sentences."""
    if doc.has_sentences:
        return sorted(sentence.start_char for sentence in doc.sents)
    starts = {0} | {block.start for block in document.blocks}
    starts.update(match.end() for match in _SENTENCE_END.finditer(document.text))
    return sorted(starts)


def _interval(placed: Placed) -> DateInterval:
    span = placed.span
    return DateInterval(
        start=span.start,
        end=span.end,
        precision=span.precision,
        basis=placed.basis,
        edtf=edtf_text(span.start, span.end),
    )
