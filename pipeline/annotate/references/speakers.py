"""Who speaks where: the speaker of a quotation or statement, and whom the speaker stands for.

Here belongs finding quotations and their speakers. What "we" makes of the speaker is decided in
`first_person`; the attribution of a claim is the claims' business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate import grammar
from pipeline.annotate.parse import Doc, Span, Token
from pipeline.records import Actor, ActorMention

_SPEECH_VERBS = frozenset(
    "say tell add state declare announce note stress comment remark explain write warn argue claim"
    " insist emphasize emphasise underline underscore affirm reaffirm reply respond continue read"
    " conclude observe reiterate tweet post assert maintain".split()
)
#: Who speaks for a body or state, named or not.
_OFFICIALS = frozenset(
    "spokesman spokeswoman spokesperson minister ambassador envoy official commander general"
    " diplomat government ministry army military navy junta embassy presidency parliament".split()
)
_OPEN = "“«„"
_CLOSE = "”»"
_MARK = re.compile(f'[{_OPEN}{_CLOSE}"]')
#: A quotation that runs on longer than this without a closing mark is a mark gone astray.
_LONGEST = 4000
_INTRODUCTION = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch between quotation marks, or after "X said:", with its speaker if one is named."""

    start: int
    end: int
    speaker: Actor | None


def has_quotations(doc: Doc) -> bool:
    """Says whether anything may be quoted: there are quotation marks, or a sentence opens one."""
    return bool(_quoted_spans(doc.text)) or any(map(_introduces, doc.sents))


def _introduces(sentence: Span) -> bool:
    return _INTRODUCTION.search(sentence.text) is not None


def quotations(doc: Doc, actors: Sequence[ActorMention]) -> list[Quotation]:
    """Returns the quotations of the document with their speakers, in text order.

    A quotation's speaker is the subject of the verb of speech around it, before it ("Lavrov said:
    ...") or after it ("...", said Lavrov); else the speaker of the quotation before it goes on,
    unless a paragraph lies between the two.
    """
    by_token = _by_token(doc, actors)
    spans = _quoted_spans(doc.text)
    found: list[Quotation] = []
    for start, end in spans:
        speaker = _speaker_around(doc, by_token, start, end)
        if speaker is None and found and start - found[-1].end < 600:
            speaker = found[-1].speaker
        found.append(Quotation(start=start, end=end, speaker=speaker))
    found.extend(_introduced(doc, by_token, spans))
    return sorted(found, key=lambda item: item.start)


def _by_token(doc: Doc, actors: Sequence[ActorMention]) -> dict[int, Actor]:
    """Returns the actor that each token is part of a mention of."""
    found = {}
    for mention in actors:
        span = doc.char_span(mention.evidence.start, mention.evidence.end, alignment_mode="expand")
        for token in span or ():
            found[token.i] = mention.actor
    return found


def _quoted_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    start: int | None = None
    for mark in _MARK.finditer(text):
        if mark.group() in _OPEN or (mark.group() == '"' and start is None):
            start = mark.start()
        elif start is not None:
            if mark.start() - start < _LONGEST:
                spans.append((start, mark.end()))
            start = None
    return spans


def _speaker_around(doc: Doc, by_token: dict[int, Actor], start: int, end: int) -> Actor | None:
    """Returns the subject of a verb of speech in the sentences that the quotation touches."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    first = span[0].sent.start
    last = span[-1].sent.end
    before = doc[first - 1].sent if first > 0 else None
    outside = [token for token in doc[first:last] if not span.start <= token.i < span.end]
    if before is not None and _introduces(before):
        outside.extend(before)
    return _subject_of_speech(outside, by_token)


def _subject_of_speech(tokens: Sequence[Token], by_token: dict[int, Actor]) -> Actor | None:
    outside = {token.i for token in tokens}
    for token in tokens:
        if token.lemma_.lower() not in _SPEECH_VERBS or token.pos_ not in {"VERB", "AUX"}:
            continue
        before = token.i - 1
        if before in outside and before in by_token:
            return by_token[before]  # whatever a parser hangs the name on
        for subject in grammar.subjects(token):
            speaker = by_token.get(subject.i) or _sender(subject, by_token)
            if speaker is not None:
                return speaker
    return None


def _sender(subject: Token, by_token: dict[int, Actor]) -> Actor | None:
    """Returns for whom an unnamed official speaks ("a spokesman for Hamas", "Iran's minister")."""
    if subject.lemma_.lower() not in _OFFICIALS:
        return None
    around = [
        *grammar.possessors(subject),
        *grammar.modifiers(subject),
        *grammar.obliques(subject, "for", "of"),
    ]
    senders = {by_token[item.i] for item in around if item.i in by_token}
    return senders.pop() if len(senders) == 1 else None


def _introduced(
    doc: Doc, by_token: dict[int, Actor], spans: Sequence[tuple[int, int]]
) -> list[Quotation]:
    """Returns what follows "X said:" without marks, up to the end of the document."""
    found: list[Quotation] = []
    for sentence in doc.sents:
        if not _introduces(sentence):
            continue
        speaker = _subject_of_speech(list(sentence), by_token)
        after = sentence.end_char
        marked = any(after <= start <= after + 3 for start, _ in spans)
        if speaker is None or marked:
            continue
        if found:
            last = found.pop()
            found.append(Quotation(start=last.start, end=after, speaker=last.speaker))
        found.append(Quotation(start=after, end=len(doc.text), speaker=speaker))
    return found
