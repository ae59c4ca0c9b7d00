"""Headings that are sentences ("Fiji cuts ties with Samoa"), and how their English differs.

Here belongs what only headings ask for: whether one states something, and the slips that parsers
make over their style. That two names with a comma are a row is mended everywhere (`mending`).
"""

from __future__ import annotations

from pipeline.annotate.grammar import FINITE_TAGS, children, conjuncts
from pipeline.annotate.parse import Span, Token

_ASKING_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})

#: Forms of a verb that a noun looks like, by the tag of the noun.
_VERB_TAGS = {"NN": "VBP", "NNP": "VBP", "NNS": "VBZ", "NNPS": "VBZ"}


def states_something(heading: Span) -> bool:
    """Says whether a heading is a sentence: a finite verb with its subject before it.

    Parts with a colon between are none: a label, a speaker or a title stands before it.

    Example: True for "Fiji cuts ties with Samoa", False for "Rivals on the lake", "What comes
        next?" and "Why Fiji left".
    """
    if heading[0].tag_ in _ASKING_TAGS or any(item.text in {"?", ":"} for item in heading):
        return False
    root = heading.root
    subjects = [item for item in children(root, "subject", "passive_subject") if item.i < root.i]
    if not subjects or not _is_finite(root):
        return False
    return not _is_compound(subjects[0], root)


def _is_finite(root: Token) -> bool:
    """Says whether the verb is finite; a plural present may be tagged as a bare form."""
    helpers = children(root, "auxiliary", "passive_auxiliary", "copula")
    tags = {item.tag_ for item in (root, *helpers)}
    if not tags.isdisjoint({*FINITE_TAGS, "MD"}):
        return True
    return root.tag_ == "VB" and all(item.lower_ != "to" for item in children(root, "marker"))


def _is_compound(subject: Token, verb: Token) -> bool:
    """Says whether subject and verb may be two nouns: "Border clashes and their causes"."""
    bare = subject.pos_ == "NOUN" and not subject.children and subject.i == verb.i - 1
    return bare and verb.tag_ == "VBZ" and not children(verb, "object", "complement_clause")


def mend_headline(heading: Span) -> None:
    """Mends a verb taken for part of a noun: "Peru, Chile trade blame", with blame as its head.

    A noun without a copula has no subject; the noun right behind the subject is the verb.
    """
    root = heading.root
    if root.pos_ not in {"NOUN", "PROPN"} or children(root, "copula"):
        return
    subjects, beside = children(root, "subject"), children(root, "parataxis")
    if subjects:
        _make_verb(subjects[0], root)
    elif root.pos_ == "PROPN" and beside:
        _make_verb(root, beside[0])


def _make_verb(subject: Token, noun: Token) -> None:
    """Makes the word between the subject and the noun their verb, where it is one word alone."""
    row = conjuncts(subject)
    verb = next(iter(children(noun, "compound")), noun)
    before = verb.nbor(-1) if verb.i else verb
    if verb.tag_ not in _VERB_TAGS or verb.children or not {before, before.head} & set(row):
        return
    verb.pos_, verb.tag_ = "VERB", _VERB_TAGS[verb.tag_]
    verb.lemma = verb.lemma_ = verb.lemma_.lower()
    verb.become_head()
    for item in [item for item in noun.children if item.i < verb.i]:
        item.attach(verb, item.dep_)
    subject.attach(verb, "nsubj")
    noun.attach(verb, "obj")
