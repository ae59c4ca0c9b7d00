"""The tokens, sentences and folded text of a document, each made once.

A Doc makes them anew each time it is asked, and every layer goes through all of it. Here belongs
only their keeping; they are kept with the Doc and go with it.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from pipeline.knowledge.fold import Folded, fold

_TOKENS, _SENTENCES, _FOLDED = "entente_tokens", "entente_sentences", "entente_folded"


def tokens_of(doc: Doc) -> list[Token]:
    """Returns all tokens of the document."""
    found: list[Token] | None = doc.user_data.get(_TOKENS)
    if found is None:
        found = doc.user_data[_TOKENS] = list(doc)
    return found


def sentences_of(doc: Doc) -> list[Span]:
    """Returns the sentences of a parsed document, whose bounds stay as they are from then on."""
    found: list[Span] | None = doc.user_data.get(_SENTENCES)
    if found is None:
        found = doc.user_data[_SENTENCES] = list(doc.sents)
    return found


def folded_text(doc: Doc) -> Folded:
    """Returns the document's text folded for the matching of names."""
    found: Folded | None = doc.user_data.get(_FOLDED)
    if found is None:
        found = doc.user_data[_FOLDED] = fold(doc.text)
    return found
