"""Slips of parsers about whole clauses: whose subject a name is, and what a clause hangs on.

Here belongs what English forbids between a verb and its subject or the clause around it. Slips
within a phrase are `mending`'s, which also applies these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.annotate.grammar import (
    FINITE_TAGS,
    children,
    conjuncts,
    first_conjunct,
    prepositions_of,
    relation,
)
from pipeline.annotate.parse import Token

#: A word, what it hangs on instead, and how: labels that both schemes have.
Edit = tuple[Token, Token, str]

#: What mends a word, and the relations that the word stands in: without one, any.
Mender = tuple[Callable[[Token], Iterator[Edit]], tuple[str, ...]]

#: Relations inside a noun phrase, from a later word up to its head.
_INSIDE_NOUN = frozenset(
    {"flat", "compound", "adjective", "punctuation", "object", "relative_clause", "title"}
)

#: Words between a subject and its verb.
_BETWEEN = frozenset({"ADV", "AUX", "PART"})

#: Marks that end a quotation.
_CLOSING = frozenset({'"', "”", "’’", "''"})


def _inserted_speaker(token: Token) -> Iterator[Edit]:
    """Yields the subject of an inserted verb of saying ("Iran, Oman said, had attacked")."""
    after = token.i + 1
    if children(token, "conjunction") or after >= token.sent.end:
        return
    verb = token.doc[after]
    if relation(verb) == "parataxis" and token.nbor(-1).text == "," and not _has_subject(verb):
        yield token, verb, "nsubj"


def _stranded_subject(verb: Token) -> Iterator[Edit]:
    """Yields the subject that a parser took into the phrase before it.

    Example: "With the aid of Oman, Iran attacked" with "Iran" beside "Oman". A finite verb has a
    subject: it is the last noun before the verb, after a comma.
    """
    if not _wants_subject(verb):
        return
    last = _noun_before(verb)
    if last is None:
        return
    if relation(last) == "apposition":
        held = prepositions_of(last.head) and (_follows_comma(last) or last.head.pos_ == "NOUN")
        if last.head.i > verb.i or held:
            yield last, verb, "nsubj"
        return
    row = conjuncts(first_conjunct(last))
    rest = row[1:]
    if len(rest) > 1 and prepositions_of(row[0]) and _follows_comma(rest[0]):
        yield rest[0], verb, "nsubj"
        for item in rest[1:]:
            yield item, rest[0], "conj"


def _wants_subject(verb: Token) -> bool:
    """Says whether the verb is finite and has no subject, nor one to share."""
    if verb.pos_ != "VERB" or _has_subject(verb) or relation(verb) in {"conjunct", "parataxis"}:
        return False
    tags = {word.tag_ for word in (verb, *children(verb, "auxiliary", "passive_auxiliary"))}
    return not tags.isdisjoint({*FINITE_TAGS, "MD"})


def _has_subject(verb: Token) -> bool:
    return bool(children(verb, "subject", "passive_subject", "clausal_subject", "expletive"))


def _noun_before(verb: Token) -> Token | None:
    """Returns the conjunct or apposition that ends before the verb and its auxiliaries."""
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].pos_ in _BETWEEN:
        i -= 1
    token = verb.doc[i]
    if token.text == "," or token.i < verb.sent.start:
        token = _closed_by(token)
    for above in (token, *token.ancestors):
        if relation(above) in {"apposition", "conjunct"} and above.i < verb.i:
            return above if above.pos_ in {"PROPN", "NOUN"} else None
        if relation(above) not in _INSIDE_NOUN:
            return None
    return None


def _closed_by(comma: Token) -> Token:
    """Returns the noun whose relative clause the comma closes, else the comma."""
    before = comma.nbor(-1) if comma.i > comma.sent.start else comma
    for above in (before, *before.ancestors):
        if relation(above) == "relative_clause" and above.head.i < comma.i:
            return above.head
    return comma


def _follows_comma(noun: Token) -> bool:
    start = next((item.i for item in noun.subtree if item.pos_ != "PUNCT"), noun.i)
    return start > noun.sent.start and noun.doc[start - 1].text == ","


def _third_of_row(verb: Token) -> Iterator[Edit]:
    """Yields a verb set beside another without a subject ("Chad left, recalled its envoy and ...").

    A finite verb after a comma that has no subject shares the one before it.
    """
    first = verb.head
    if verb.pos_ != "VERB" or first.pos_ != "VERB" or verb.i < first.i or _has_subject(verb):
        return
    if verb.tag_ == first.tag_ and verb.tag_ in FINITE_TAGS and verb.nbor(-1).text == ",":
        yield verb, first, "conj"


def _clause_of_cleft(verb: Token) -> Iterator[Edit]:
    """Yields the clause that tells of the name in "It was Ghana that left" as one about it."""
    name = verb.head
    if name.pos_ not in {"PROPN", "NOUN"} or not children(name, "expletive"):
        return
    opener = next(iter(verb.subtree))
    if opener.lower_ in {"that", "who", "which"} and relation(opener) == "subject":
        yield verb, name, "acl:relcl"


def _object_with_whose(noun: Token) -> Iterator[Edit]:
    """Yields the object before its subject ("Peru, whose army Chile attacked"): the army."""
    verb = noun.head
    if not any(word.lower_ == "whose" for word in children(noun, "possessor")):
        return
    others = [word for word in children(verb, "subject") if noun.i < word.i < verb.i]
    if others and not children(verb, "object", "passive_auxiliary"):
        yield noun, verb, "obj"


def _beyond_quotation(verb: Token) -> Iterator[Edit]:
    """Yields a verb that a quotation's verb took from the one of saying.

    Example: in '"It is over," Brazil said, and left' Brazil left.
    """
    inner = verb.head
    said = inner.head
    if verb.pos_ != "VERB" or said is inner or relation(inner) != "complement_clause":
        return
    closed = any(word.text in _CLOSING for word in verb.doc[inner.i : said.i])
    if inner.i < said.i < verb.i and closed and not _has_subject(verb):
        yield verb, said, "conj"


CLAUSE_MENDERS: tuple[Mender, ...] = (
    (_inserted_speaker, ("conjunct",)),
    (_third_of_row, ("parataxis",)),
    (_clause_of_cleft, ("adverbial_clause",)),
    (_object_with_whose, ("subject",)),
    (_beyond_quotation, ("conjunct",)),
    (_stranded_subject, ()),
)
