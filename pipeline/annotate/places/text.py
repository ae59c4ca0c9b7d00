"""The Doc as the search for places sees it: tokens with folded keys, labels and neighbours."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.annotate import grammar
from pipeline.annotate.parse import Doc, Span, Token, is_punct
from pipeline.annotate.places.words import DIRECTIONS

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_INNER = frozenset({"-", "‐", "‑", "–", "'", "’", "ʼ", "."})
_ARTICLES = frozenset({"al", "el", "ul"})
#: Assimilated articles; some are English words, so that only a hyphen makes them part of a name.
_HYPHENED_ARTICLES = frozenset({"as", "ash", "ad", "ar", "at", "az", "an", "ez", "es", "et", "en"})
_ARTICLE_STARTS = frozenset(article[:2] for article in _ARTICLES | _HYPHENED_ARTICLES)


class Text:
    """Questions about a Doc by token position."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.parsed = doc.is_parsed
        folded = doc.folded
        self._starts = folded.starts
        self._lower = folded.text.lower()
        self._ends = _sentence_ends(doc)
        self.tokens = doc.tokens
        self._words = {token.i: token.lower_ for token in self.tokens}
        self._capitals = {token.i for token in self.tokens if token.text[0].isupper()}
        self._labels = [token.ent_type_ for token in self.tokens]
        inner = {text: _is_inner(text) for text in {token.text for token in self.tokens}}
        self._inner = [inner[token.text] for token in self.tokens]
        self._entities = {i: ent for ent in doc.ents for i in range(ent.start, ent.end)}

    def __len__(self) -> int:
        return len(self.tokens)

    def key(self, first: int, after: int) -> str:
        """Returns the folded, lower-case words of the tokens: what the gazetteer looks up."""
        start = bisect_left(self._starts, self.tokens[first].idx)
        last = self.tokens[after - 1]
        end = bisect_left(self._starts, last.idx + len(last))
        return self._lower[start:end].strip()

    def written(self, first: int, after: int) -> str:
        """Returns the tokens as the text has them."""
        return self.doc[first:after].text

    def lower(self, i: int) -> str:
        """Returns the token in lower case, "" beyond the ends."""
        return self._words.get(i, "")

    def capital(self, i: int) -> bool:
        """Says whether the token is a word with a capital letter."""
        return i in self._capitals

    def may_begin(self, i: int) -> bool:
        """Says whether anything of a place may begin here: a name or a direction ("the east")."""
        return i in self._capitals or i in self._entities or self._is_other_opener(i)

    def _is_other_opener(self, i: int) -> bool:
        return self.lower(i) in DIRECTIONS or self.opens_name(i)

    def opens_name(self, i: int) -> bool:
        """Says whether a name may begin here: a capital, or an article as in "al-Hilla"."""
        if self.capital(i):
            return True
        text = self.tokens[i].text
        if text[:2] not in _ARTICLE_STARTS:
            return False
        hyphened = self.lower(i + 1) in _INNER and self.capital(i + 2)
        if text in _ARTICLES:
            return hyphened or self.capital(i + 1)
        if text in _HYPHENED_ARTICLES:
            return hyphened
        return text[:2] == "al" and any(char.isupper() for char in text[2:4])

    def run_end(self, i: int, longest: int) -> int:
        """Returns the position after the tokens over which a name that begins here may go on."""
        after, last = i + 1, min(self._ends[i], i + longest)
        while after < last and self._inner[after]:
            after += 1
        return after

    def sentence_end(self, i: int) -> int:
        """Returns the position after the token's sentence."""
        return self._ends[i]

    def entity(self, i: int) -> Span | None:
        """Returns the name that NER found over the token, if any."""
        return self._entities.get(i)

    def label(self, first: int, after: int) -> str:
        """Returns the NER label over the tokens, "" where none covers the first of them."""
        return self._labels[first] or self._labels[after - 1]

    def is_named_place(self, first: int, after: int) -> bool:
        """Says whether NER calls the tokens a place."""
        return any(self._labels[i] in _PLACE_LABELS for i in range(first, after))

    def within_longer(self, first: int, after: int, labels: frozenset[str]) -> bool:
        """Says whether NER sees here a longer name of one of the labels ("Ali Velayati")."""
        for i in (first, after - 1):
            ent = self.entity(i)
            if ent is not None and ent.label_ in labels and ent.end - ent.start > after - first:
                return True
        return False

    def root(self, first: int, after: int) -> Token:
        """Returns the head token of the span."""
        return self.doc[first:after].root if self.parsed else self.doc[after - 1]

    def preposition(self, first: int, after: int) -> str:
        """Returns the preposition before the name: by the parse, else the word before it."""
        if self.parsed:
            found = grammar.prepositions_of(self.root(first, after))
            if found:
                return found[-1].split(" ")[-1] if " " in found[-1] else found[-1]
        i = first - 1
        while i >= 0 and self.lower(i) in {"the", "a", "an"}:
            i -= 1
        return self.lower(i)


def _is_inner(text: str) -> bool:
    """Says whether a token may stand inside a name."""
    return not text.isspace() and (text in _INNER or not is_punct(text))


def _sentence_ends(doc: Doc) -> list[int]:
    if not doc.has_sentences:
        return [len(doc)] * len(doc)
    ends = [len(doc)] * len(doc)
    for sentence in doc.sents:
        for i in range(sentence.start, sentence.end):
            ends[i] = sentence.end
    return ends
