"""The parse says what spaCy's Doc says, and a tree stays one."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc as SpacyDoc

from pipeline.annotate.core import load_core
from pipeline.annotate.parse import Doc
from tests.support.docs import build_doc, texts

TEXT = """Lagos — On 3 May, President Bola Tinubu told reporters that Nigeria's army, which had
fought in the north since 2014, would leave.  "We and Benin agree", he said; Niger didn't.

Togo's ministers, who arrived late, signed (twice)."""

WORDS = "text lower_ lemma_ pos_ tag_ dep_ ent_type_ whitespace_ i idx".split()
FLAGS = "is_space is_punct is_lower is_title like_num".split()
PLACES = "children ancestors lefts subtree".split()
MODES = "strict contract expand".split()


@pytest.fixture(scope="module")
def read() -> tuple[Doc, SpacyDoc]:
    source = load_core()(TEXT)
    return Doc(source), source


@pytest.mark.core
@pytest.mark.parametrize("name", [*WORDS, *FLAGS])
def test_words_are_those_of_spacy(read: tuple[Doc, SpacyDoc], name: str) -> None:
    ours, theirs = read
    assert [getattr(word, name) for word in ours] == [getattr(word, name) for word in theirs]


@pytest.mark.core
@pytest.mark.parametrize("name", PLACES)
def test_the_tree_is_that_of_spacy(read: tuple[Doc, SpacyDoc], name: str) -> None:
    ours, theirs = read
    for word, other in zip(ours, theirs, strict=True):
        assert [item.i for item in getattr(word, name)] == [item.i for item in getattr(other, name)]
        assert (word.head.i, word.left_edge.i) == (other.head.i, other.left_edge.i)
        assert (word.sent.start, word.sent.end) == (other.sent.start, other.sent.end)


@pytest.mark.core
def test_sentences_and_names_are_those_of_spacy(read: tuple[Doc, SpacyDoc]) -> None:
    ours, theirs = read
    assert [(s.start, s.end, s.text) for s in ours.sents] == [
        (s.start, s.end, s.text) for s in theirs.sents
    ]
    assert [(e.start_char, e.end_char, e.label_) for e in ours.ents] == [
        (e.start_char, e.end_char, e.label_) for e in theirs.ents
    ]


@pytest.mark.core
@pytest.mark.parametrize("mode", MODES)
def test_spans_of_characters_are_those_of_spacy(read: tuple[Doc, SpacyDoc], mode: str) -> None:
    ours, theirs = read
    for start in range(-1, len(TEXT) + 2):
        for end in range(start + 1, start + 19):
            span = ours.char_span(start, end, alignment_mode=mode)
            other = theirs.char_span(start, end, alignment_mode=mode)
            assert (span is None) == (other is None)
            if span is not None and other is not None:
                assert (span.start, span.end, span.text) == (other.start, other.end, other.text)
                assert not len(span) or span.root.i == other.root.i


def test_a_word_moves_with_all_below_it() -> None:
    doc = build_doc("""
        Chad Chad PROPN NNP 2 nsubj
        left leave VERB VBD 2 ROOT
        old old ADJ JJ 4 amod
        bases base NOUN NNS 1 appos
    """)
    doc[3].attach(doc[1], "obj")
    assert (texts(doc[0].children), texts(doc[1].children)) == ([], ["Chad", "bases"])
    assert (doc[3].dep_, texts(doc[1].subtree)) == ("obj", ["Chad", "left", "old", "bases"])


def test_no_word_hangs_on_what_hangs_on_it() -> None:
    doc = build_doc("""
        Chad Chad PROPN NNP 2 nsubj
        left leave VERB VBD 2 ROOT
        early early ADV RB 2 advmod
    """)
    doc[1].attach(doc[2], "obj")
    assert (doc[1].head, doc[1].dep_) == (doc[1], "ROOT")
