"""The parse of a document in plain Python: its words, what they hang on, its sentences and names.

spaCy makes a word's strings and neighbours anew each time that they are asked for, and every layer
asks often. So they are read out of its Doc once; who reads on never sees spaCy. Names are spaCy's
own, so that whoever knows its Doc, Span and Token can read all of this. What the labels of the tree
mean is `grammar.py`'s.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import Any, overload

from numpy import int64
from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct as is_mark
from spacy.tokens import Doc as SpacyDoc

from pipeline.knowledge.fold import Folded, fold


class Token:
    """A word, number or mark of a document.

    Attributes:
        i: its place among the document's tokens.
        idx: the offset of its first character.
        lemma_: its dictionary form as the core gives it, `lemma` the same in lower case.
        dep_: the label by which it hangs on its head; ask `grammar.relation` what that means.
        head: what it hangs on, itself for the head of a sentence.
        children: what hangs on it, in text order.
        known: what was found out about its place in the tree, by who asks.
        sent: the sentence that it stands in.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_sent_start",
        "known",
        "lemma",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    head: Token
    sent: Span

    def __init__(
        self,
        doc: Doc,
        i: int,
        idx: int,
        word: tuple[str, str],
        lemma: tuple[str, str],
        labels: tuple[str, str, str, str],
        has_space: int,
        sent_start: int,
    ) -> None:
        """Takes what is known of the word itself; the document adds what it hangs on."""
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text, self.lower_ = word
        self.lemma_, self.lemma = lemma
        self.pos_, self.tag_, self.dep_, self.ent_type_ = labels
        self.whitespace_ = " " if has_space else ""
        self.is_sent_start = sent_start == 1
        self.children: tuple[Token, ...] = ()
        self.known: dict[str, list[Any]] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, step: int = 1) -> Token:
        """Returns the token so many places on.

        Raises:
            IndexError: the document ends before.
        """
        place = self.i + step
        if place < 0:
            raise IndexError(f"no token {place}")
        return self.doc.tokens[place]

    @property
    def ancestors(self) -> list[Token]:
        """What it hangs on, and what that hangs on, up to the head of the sentence."""
        found, token, above = [], self, self.head
        while above is not token:
            found.append(above)
            token, above = above, above.head
        return found

    @property
    def lefts(self) -> list[Token]:
        """What hangs on it and stands before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def subtree(self) -> list[Token]:
        """The token and all below it, in text order."""
        found: list[Token] = []
        self._collect(found)
        return found

    def _collect(self, found: list[Token]) -> None:
        after = [child for child in self.children if child.i > self.i]
        for child in self.lefts:
            child._collect(found)
        found.append(self)
        for child in after:
            child._collect(found)

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return min(self.subtree, key=_place)

    @property
    def is_space(self) -> bool:
        """Says whether it is white space."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Says whether it is a punctuation mark."""
        return is_punct(self.text)

    @property
    def is_lower(self) -> bool:
        """Says whether it has small letters alone."""
        return self.text.islower()

    @property
    def is_title(self) -> bool:
        """Says whether it has a capital in front alone."""
        return self.text.istitle()

    @property
    def like_num(self) -> bool:
        """Says whether it is a number, in digits or words."""
        return bool(like_num(self.text))  # type: ignore[no-untyped-call]

    def attach(self, head: Token, label: str) -> None:
        """Hangs the token, with all below it, on another head; not on one of its own subtree."""
        if head is self or self in head.ancestors:
            return
        self._leave()
        self.head, self.dep_ = head, label
        head.children = tuple(sorted((*head.children, self), key=_place))
        self._forget()

    def become_head(self) -> None:
        """Makes the token a head of its sentence, beside the one that it hung under."""
        self._leave()
        self.head, self.dep_ = self, "ROOT"
        self._forget()

    def _leave(self) -> None:
        self.head.children = tuple(child for child in self.head.children if child is not self)

    def _forget(self) -> None:
        """Drops what was found out about the tree that has changed."""
        self.doc.memo.clear()
        for token in self.sent:
            token.known = None


def is_punct(text: str) -> bool:
    """Says whether the text is all punctuation."""
    return bool(is_mark(text))


def _place(token: Token) -> int:
    return token.i


class Span:
    """Tokens of a document side by side; a name has a label.

    Attributes:
        start: the place of its first token.
        end: the place after its last token.
    """

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        """Takes the places of the first token and after the last."""
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    def __getitem__(self, place: int) -> Token:
        inside = range(self.start, self.end)
        return self.doc.tokens[inside[place]]

    @property
    def start_char(self) -> int:
        """The offset of its first character."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """The offset after its last character."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as the text has them."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The token that stands highest in the tree, the first of several; a mark only alone."""
        tokens = self.doc.tokens[self.start : self.end]
        if len(tokens) == 1:
            return tokens[0]
        for token in tokens:
            if token.head is token:
                return token
        outside = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(outside or tokens[:1], key=_rank)


def _rank(token: Token) -> tuple[bool, int]:
    """Returns how low the token stands; marks and blanks on which nothing hangs stand lowest."""
    alone = not token.children and (token.is_punct or token.is_space)
    return alone, 0 if alone else len(token.ancestors)


class Doc:
    """A parsed document.

    Attributes:
        sents: its sentences in text order; the whole where nothing says where they end.
        ents: the names that the core sees, with their labels.
        is_parsed: False where only tokens are known, as after a blank pipeline.
        has_sentences: False where nothing says where sentences end.
        memo: what was found out about its trees, by who asks; emptied when one changes.
    """

    def __init__(self, doc: SpacyDoc) -> None:
        """Reads all out of spaCy's Doc."""
        self.text: str = doc.text
        self.is_parsed: bool = doc.has_annotation("DEP")
        self.has_sentences: bool = doc.has_annotation("SENT_START")
        self.tokens = list(_tokens(self, doc))
        self.sents = list(_sentences(self))
        self.ents = [Span(self, name.start, name.end, name.label_) for name in doc.ents]
        self.memo: dict[str, dict[Hashable, Any]] = {}
        self._starts = [token.idx for token in self.tokens]
        self._spans: dict[tuple[int, int, str], Span | None] = {}
        self._join(doc.to_array("HEAD").astype(int64).tolist())

    def _join(self, steps: Iterable[int]) -> None:
        """Hangs the tokens on their heads, so many steps away."""
        children: dict[int, list[Token]] = {}
        for token, step in zip(self.tokens, steps, strict=True):
            place = token.i + step
            token.head = self.tokens[place]
            if step:
                children.setdefault(place, []).append(token)
        for place, found in children.items():
            self.tokens[place].children = tuple(found)

    @cached_property
    def folded(self) -> Folded:
        """The text folded for the matching of names."""
        return fold(self.text)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Span: ...

    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[place]

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Span | None:
        """Returns the tokens between two offsets, None where there are none.

        Args:
            alignment_mode: what of tokens that the offsets cut: `strict` gives None, `contract`
                leaves them out, `expand` takes them in.
        """
        key = start, end, alignment_mode
        if key not in self._spans:
            self._spans[key] = self._char_span(start, end, alignment_mode)
        return self._spans[key]

    def _char_span(self, start: int, end: int, alignment_mode: str) -> Span | None:
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        ends = last.idx + len(last.text)
        if alignment_mode == "strict":
            return Span(self, first.i, last.i + 1) if (first.idx, ends) == (start, end) else None
        if alignment_mode == "contract":
            begin, after = first.i + (first.idx < start), last.i + (end >= ends)
            return Span(self, begin, after) if begin < after else None
        return Span(self, first.i + (start == first.idx + len(first.text)), last.i + 1)

    def _at(self, offset: int) -> Token | None:
        """Returns the token that the character is in, or that it follows as a space."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return None
        token = self.tokens[place]
        return token if offset < token.idx + len(token.text) + len(token.whitespace_) else None


#: What is read of each token.
_COLUMNS: list[int | str] = [
    "ORTH",
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "ENT_TYPE",
    "SPACY",
    "SENT_START",
]


def _tokens(doc: Doc, source: SpacyDoc) -> Iterator[Token]:
    """Yields the tokens, the strings of equal ones made once."""
    columns = source.to_array(_COLUMNS).T
    words, lemmas, *labels = (_strings(column.tolist(), source) for column in columns[:6])
    spaces, starts = (column.astype(int64).tolist() for column in columns[6:])
    lower = {word: (word, word.lower()) for word in {*words, *lemmas}}
    idx = 0
    rows = zip(words, lemmas, zip(*labels, strict=True), spaces, starts, strict=True)
    for i, (word, lemma, own, space, start) in enumerate(rows):
        yield Token(doc, i, idx, lower[word], lower[lemma], own, space, start)
        idx += len(word) + space


def _strings(column: Iterable[int], source: SpacyDoc) -> list[str]:
    """Returns the strings that spaCy's numbers stand for."""
    numbers = list(column)
    known = {number: source.vocab.strings[number] for number in set(numbers)}
    return [known[number] for number in numbers]


def _sentences(doc: Doc) -> Iterator[Span]:
    """Yields the sentences and notes them at their tokens."""
    begins = [token.i for token in doc.tokens[1:] if token.is_sent_start]
    for start, end in zip([0, *begins], [*begins, len(doc.tokens)], strict=True):
        sentence = Span(doc, start, end)
        for token in sentence:
            token.sent = sentence
        if end > start:
            yield sentence
