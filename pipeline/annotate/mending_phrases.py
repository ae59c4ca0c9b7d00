"""Slips over which phrase a word belongs to: nouns that parsers hang across a verb or preposition.

They are commonest where no end mark closes the sentence, as in headings. Here belong only these;
`mending` applies them with the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.grammar import HYPHENS, children, relation
from pipeline.annotate.mending_clauses import Edit
from pipeline.annotate.parse import Token

#: Words on which a phrase with a preposition hangs.
_GOVERNING = frozenset({"NOUN", "PROPN", "VERB"})


def behind_its_preposition(token: Token) -> Iterator[Edit]:
    """Yields a preposition that hangs on a noun before it, and the noun that it belongs to.

    Example: "of" and "theft" where both hang on "Chad" in "accused Chad of theft". Where the noun
    hangs wrongly too, it goes with the word before the preposition.
    """
    wrong = token.head
    if token.tag_ != "IN" or wrong.i > token.i:
        return
    noun, before = _noun_after(token), token.nbor(-1)
    if noun is None:
        return
    if noun.head is wrong and relation(noun) == "compound" and before.pos_ in _GOVERNING:
        yield noun, before, "obl" if before.pos_ == "VERB" else "nmod"
    yield token, noun, "case"


def _noun_after(preposition: Token) -> Token | None:
    """Returns the noun of the phrase that begins behind the preposition."""
    for token in preposition.doc[preposition.i + 1 : preposition.sent.end]:
        if token.pos_ in {"NOUN", "PROPN"} and not _is_inside(token):
            return token
        if token.pos_ not in {"DET", "ADJ", "NUM", "NOUN", "PROPN"}:
            return None
    return None


def _is_inside(noun: Token) -> bool:
    """Says whether the noun only stands before another one that it describes."""
    return relation(noun) in {"compound", "title"} and noun.head.i > noun.i


def object_across(token: Token) -> Iterator[Edit]:
    """Yields a noun that hangs on the subject over its verb ("Peru bought ships": ships)."""
    subject = token.head
    if relation(subject) != "subject" or token.pos_ != "NOUN":
        return
    verb = subject.head
    across = subject.i < verb.i < token.i and verb.pos_ == "VERB"
    if across and not children(verb, "object", "complement_clause", "passive_auxiliary"):
        yield token, verb, "obj"


def hyphened_participle(token: Token) -> Iterator[Edit]:
    """Yields the noun that a participle behind a hyphen describes, taken for its object.

    Example: "attacked Houthi-held Hodeidah" with "Hodeidah" as what is held.
    """
    if token.i - 2 < token.sent.start or token.nbor(-1).text not in HYPHENS:
        return
    held_by = token.doc[token.i - 2]
    if token.tag_ not in {"VBN", "VBD"} or held_by.head is not token:
        return
    noun = next((item for item in children(token, "object") if item.i > token.i), None)
    if noun is not None:
        yield noun, token.head, "obj"
        yield token, noun, "amod"
        yield held_by, token, "compound"
