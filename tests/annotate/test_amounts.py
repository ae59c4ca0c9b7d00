"""What an amount is worth hangs on the noun before it."""

from __future__ import annotations

from pipeline.annotate.grammar import objects, obliques
from pipeline.annotate.mending import mend_parses
from tests.support.docs import build_doc, texts


def test_worth_is_not_the_object_but_says_how_much_it_is() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 2 nsubj
        sent send VERB VBD 2 ROOT
        grain grain NOUN NN 4 compound
        worth worth ADJ JJ 2 xcomp
        millions million NOUN NNS 4 obj
        to to ADP IN 7 case
        Chad Chad PROPN NNP 4 obl
    """)
    mend_parses(doc)
    assert texts(objects(doc[1])) == ["grain"]
    assert texts(obliques(doc[1], "to")) == ["Chad"]
    assert doc[3].head.text == "grain"


def test_what_is_worth_an_effort_stays() -> None:
    doc = build_doc("""
        It it PRON PRP 3 nsubj
        was be AUX VBD 3 cop
        worth worth ADJ JJ 3 ROOT
        it it PRON PRP 3 obj
    """)
    mend_parses(doc)
    assert doc[2].head.text == "worth"
