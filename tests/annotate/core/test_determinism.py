"""The same text is read the same way, whatever it is read beside."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

pytestmark = pytest.mark.core

TEXTS = [
    "Moscow condemned the strike, and Ankara recalled its ambassador.",
    "HEADING\n\nThe two governments agreed to share intelligence on the border.",
    "",
    "Iraq, Jordan and Kuwait urged Tehran to release the sailors. " * 30,
    "The deal collapsed.",
    " ".join(["Delegates from Nairobi met envoys of Addis Ababa in Djibouti."] * 120),
]


def reading(doc: Doc) -> list[tuple[object, ...]]:
    rows = [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start)
        for t in doc
    ]
    return [*rows, *((e.start, e.end, e.label_) for e in doc.ents)]


def test_batches_do_not_matter(nlp: Language) -> None:
    alone = [reading(nlp(text)) for text in TEXTS]
    for size in (1, 2, 100):
        assert [reading(doc) for doc in nlp.pipe(TEXTS, batch_size=size)] == alone
    assert [reading(d) for d in nlp.pipe(reversed(TEXTS))] == alone[::-1]


def test_a_doc_may_be_given_instead_of_text(nlp: Language) -> None:
    assert reading(nlp(nlp.make_doc(TEXTS[0]))) == reading(nlp(TEXTS[0]))


def test_a_long_document_is_read_to_its_end(nlp: Language) -> None:
    line = "The foreign minister of Kenya praised the ceasefire in Sudan."
    doc = nlp("\n\n".join([line] * 200))
    read = [[t for t in sent if not t.is_space] for sent in doc.sents]
    assert len(read) == 200
    # Whether the ceasefire or the praise is in Sudan may be read either way; the rest may not.
    core = {tuple((t.text, t.dep_) for t in row if t.text != "Sudan") for row in read}
    assert len(core) == 1
