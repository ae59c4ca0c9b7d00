"""Slips of parsers that are mended, and trees that stay as they are."""

from __future__ import annotations

import pytest

from pipeline.annotate.grammar import children, conjuncts, objects, subjects
from pipeline.annotate.mending import mend_parses
from tests.support.docs import build_doc, texts


def test_the_row_after_a_fronted_phrase_is_the_subject() -> None:
    doc = build_doc("""
        With with ADP IN 2 case
        talks talk NOUN NNS 9 obl
        in in ADP IN 4 case
        Peru Peru PROPN NNP 2 nmod
        , , PUNCT , 6 punct
        Chile Chile PROPN NNP 4 conj
        and and CCONJ CC 8 cc
        Cuba Cuba PROPN NNP 4 conj
        left leave VERB VBD 9 ROOT
    """)
    mend_parses(doc)
    assert texts(subjects(doc[8])) == ["Chile", "Cuba"]
    assert texts(conjuncts(doc[3])) == ["Peru"]


def test_a_subject_read_as_an_apposition_of_the_fronted_phrase() -> None:
    doc = build_doc("""
        With with ADP IN 2 case
        aid aid NOUN NN 8 obl
        of of ADP IN 4 case
        Peru Peru PROPN NNP 2 nmod
        , , PUNCT , 6 punct
        Chile Chile PROPN NNP 4 appos
        has have AUX VBZ 8 aux
        won win VERB VBN 8 ROOT
    """)
    mend_parses(doc)
    assert texts(subjects(doc[7])) == ["Chile"]


def test_a_list_of_places_before_a_verb_with_a_subject_stays() -> None:
    doc = build_doc("""
        In in ADP IN 2 case
        Peru Peru PROPN NNP 7 obl
        , , PUNCT , 4 punct
        Chile Chile PROPN NNP 2 conj
        , , PUNCT , 7 punct
        unions union NOUN NNS 7 nsubj
        met meet VERB VBD 7 ROOT
    """)
    mend_parses(doc)
    assert texts(conjuncts(doc[1])) == ["Peru", "Chile"]
    assert texts(subjects(doc[6])) == ["unions"]


def test_an_inserted_speaker_is_no_conjunct() -> None:
    doc = build_doc("""
        Laos Laos PROPN NNP 7 nsubj
        , , PUNCT , 3 punct
        Japan Japan PROPN NNP 1 conj
        said say VERB VBD 7 parataxis
        , , PUNCT , 4 punct
        had have AUX VBD 7 aux
        lied lie VERB VBN 7 ROOT
    """)
    mend_parses(doc)
    assert texts(subjects(doc[3])) == ["Japan"]
    assert texts(subjects(doc[6])) == ["Laos"]


def test_nothing_after_an_infinitive_is_its_subject() -> None:
    doc = build_doc("""
        plan plan NOUN NN 5 nsubj
        to to PART TO 3 mark
        beat beat VERB VB 1 acl
        Peru Peru PROPN NNP 3 nsubj
        failed fail VERB VBD 5 ROOT
    """)
    mend_parses(doc)
    assert texts(objects(doc[2])) == ["Peru"]
    assert subjects(doc[2]) == []


def test_a_subject_on_an_auxiliary_moves_to_its_verb() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 2 nsubj
        had have AUX VBD 3 aux
        won win VERB VBN 3 ROOT
    """)
    mend_parses(doc)
    assert texts(subjects(doc[2])) == ["Peru"]


@pytest.mark.parametrize("last", ["amod", "compound"])
def test_the_last_of_a_row_of_adjectives_belongs_to_it(last: str) -> None:
    doc = build_doc(f"""
        Thai thai ADJ JJ 6 {last}
        , , PUNCT , 3 punct
        Lao lao ADJ JJ 1 conj
        and and CCONJ CC 3 cc
        Omani omani ADJ JJ 6 {last}
        envoys envoy NOUN NNS 7 nsubj
        met meet VERB VBD 7 ROOT
    """)
    mend_parses(doc)
    assert texts(conjuncts(doc[0])) == ["Thai", "Lao", "Omani"]
    assert children(doc[5], "adjective", "compound") == [doc[0]]


def test_an_adjective_with_subject_and_object_is_a_verb() -> None:
    doc = build_doc("""
        Oman Oman PROPN NNP 2 nsubj
        armed armed ADJ JJ 2 ROOT
        rebels rebel NOUN NNS 2 obj
    """)
    mend_parses(doc)
    assert (doc[1].pos_, doc[1].tag_, doc[1].lemma_) == ("VERB", "VBD", "arm")


def test_a_name_within_a_row_belongs_to_it() -> None:
    doc = build_doc("""
        Talks talk NOUN NNS 8 nsubj
        among among ADP IN 3 case
        Peru Peru PROPN NNP 1 nmod
        , , PUNCT , 5 punct
        Chile Chile PROPN NNP 1 conj
        and and CCONJ CC 7 cc
        Cuba Cuba PROPN NNP 3 conj
        failed fail VERB VBD 8 ROOT
    """)
    mend_parses(doc)
    assert texts(conjuncts(doc[2])) == ["Peru", "Chile", "Cuba"]
    assert texts(conjuncts(doc[0])) == ["Talks"]


def test_a_subject_read_as_an_apposition_without_a_comma() -> None:
    doc = build_doc("""
        After after ADP IN 2 case
        floods flood NOUN NNS 4 obl
        Peru Peru PROPN NNP 2 appos
        left leave VERB VBD 4 ROOT
    """)
    mend_parses(doc)
    assert texts(subjects(doc[3])) == ["Peru"]


def test_a_second_subject_behind_the_verb_is_its_object() -> None:
    doc = build_doc("""
        Chile Chile PROPN NNP 3 nmod:poss
        's 's PART POS 1 case
        move move NOUN NN 4 nsubj
        irked irk VERB VBD 4 ROOT
        Peru Peru PROPN NNP 4 nsubj
    """)
    mend_parses(doc)
    assert texts(objects(doc[3])) == ["Peru"]
    assert texts(subjects(doc[3])) == ["move"]


def test_a_subject_behind_its_verb_stays_where_it_is_the_only_one() -> None:
    doc = build_doc("""
        " " PUNCT `` 2 punct
        Stop stop VERB VB 4 ccomp
        " " PUNCT '' 2 punct
        said say VERB VBD 4 ROOT
        Peru Peru PROPN NNP 4 nsubj
    """)
    mend_parses(doc)
    assert texts(subjects(doc[3])) == ["Peru"]


def test_what_stands_before_that_is_of_the_clause_above() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 2 nsubj
        said say VERB VBD 2 ROOT
        on on ADP IN 4 case
        Monday Monday PROPN NNP 7 obl
        that that SCONJ IN 7 mark
        Chile Chile PROPN NNP 7 nsubj
        left leave VERB VBD 2 ccomp
    """)
    mend_parses(doc)
    assert doc[3].head.text == "said"


def test_what_a_hyphen_joins_to_an_office_is_not_its_head() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 2 nsubj
        urged urge VERB VBD 2 ROOT
        the the DET DT 4 det
        premier premier NOUN NN 6 compound
        - - PUNCT HYPH 4 punct
        designate designate VERB VB 2 xcomp
        , , PUNCT , 8 punct
        Sarr Sarr PROPN NNP 6 appos
    """)
    mend_parses(doc)
    assert texts(objects(doc[1])) == ["premier"]
    assert texts(children(doc[3], "apposition")) == ["Sarr"]


def test_whom_one_calls_is_no_complement() -> None:
    doc = build_doc("""
        Macron Macron PROPN NNP 2 nsubj
        called call VERB VBD 2 ROOT
        Faye Faye PROPN NNP 2 xcomp
        to to PART TO 5 mark
        talk talk VERB VB 2 advcl
    """)
    mend_parses(doc)
    assert texts(objects(doc[1])) == ["Faye"]


def test_what_one_is_called_stays() -> None:
    doc = build_doc("""
        He he PRON PRP 3 nsubj:pass
        was be AUX VBD 3 aux:pass
        called call VERB VBN 3 ROOT
        Baba Baba PROPN NNP 3 xcomp
    """)
    mend_parses(doc)
    assert texts(children(doc[2], "open_complement")) == ["Baba"]


def test_an_owner_is_not_tied_over_a_determiner() -> None:
    doc = build_doc("""
        Japan Japan PROPN NNP 6 nmod:poss
        's 's PART POS 1 case
        promise promise NOUN NN 8 nsubj
        that that SCONJ IN 7 mark
        an an DET DT 6 det
        attack attack NOUN NN 7 nsubj
        fails fail VERB VBZ 3 acl
        pleased please VERB VBD 8 ROOT
    """)
    mend_parses(doc)
    assert doc[0].head.text == "promise"


def test_a_noun_joined_to_the_verb_belongs_to_its_last_argument() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 2 nsubj
        fears fear VERB VBZ 2 ROOT
        Chile Chile PROPN NNP 2 obj
        and and CCONJ CC 6 cc
        its its PRON PRP$ 6 nmod:poss
        army army NOUN NN 2 conj
    """)
    mend_parses(doc)
    assert texts(objects(doc[1])) == ["Chile", "army"]


def test_an_adjective_that_is_no_adverb_says_how_the_subject_is() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 2 nsubj
        remains remain VERB VBZ 2 ROOT
        steadfast steadfast ADV RB 2 advmod
    """)
    mend_parses(doc)
    assert doc[2].pos_ == "ADJ"
    assert texts(children(doc[1], "open_complement")) == ["steadfast"]


def test_two_names_with_a_comma_share_a_plural_verb() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 4 nsubj
        , , PUNCT , 3 punct
        Chile Chile PROPN NNP 1 nmod:unmarked
        sign sign VERB VBP 4 ROOT
        pact pact NOUN NN 4 obj
    """)
    mend_parses(doc)
    assert texts(subjects(doc[3])) == ["Peru", "Chile"]


def test_a_name_with_a_comma_before_a_singular_verb_is_no_row() -> None:
    doc = build_doc("""
        Lima Lima PROPN NNP 4 nsubj
        , , PUNCT , 3 punct
        Peru Peru PROPN NNP 1 nmod:unmarked
        hosts host VERB VBZ 4 ROOT
        talks talk NOUN NNS 4 obj
    """)
    mend_parses(doc)
    assert texts(subjects(doc[3])) == ["Lima"]


def test_a_preposition_belongs_to_the_noun_behind_it() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 2 nsubj
        accuses accuse VERB VBZ 2 ROOT
        Chile Chile PROPN NNP 2 obj
        of of ADP IN 3 case
        tax tax NOUN NN 6 compound
        fraud fraud NOUN NN 3 compound
    """)
    mend_parses(doc)
    assert (doc[3].head, doc[5].head, doc[4].head) == (doc[5], doc[2], doc[5])
    assert (doc[3].dep_, doc[5].dep_) == ("case", "nmod")


def test_a_noun_behind_the_verb_is_no_part_of_the_subject() -> None:
    doc = build_doc("""
        Peru Peru PROPN NNP 2 nsubj
        bought buy VERB VBD 2 ROOT
        patrol patrol NOUN NN 4 compound
        boats boat NOUN NNS 1 compound
    """)
    mend_parses(doc)
    assert texts(objects(doc[1])) == ["boats"]


def test_what_a_comma_parts_from_the_verb_is_no_object() -> None:
    doc = build_doc("""
        Chad Chad PROPN NNP 2 nsubj
        denied deny VERB VBD 2 ROOT
        cheating cheat VERB VBG 2 xcomp
        , , PUNCT , 6 punct
        a a DET DT 6 det
        charge charge NOUN NN 3 obj
    """)
    mend_parses(doc)
    assert objects(doc[2]) == []
    assert texts(children(doc[1], "parataxis")) == ["charge"]


def test_the_deed_that_somebody_is_accused_of_is_no_adjective() -> None:
    rows = """
        Chad Chad PROPN NNP 2 nsubj
        accused accuse VERB VBD 2 ROOT
        Mali Mali PROPN NNP 2 obj
        of of ADP IN 6 case
        {word} {word} VERB VBG 6 amod
        rebels rebel NOUN NNS 2 obl
    """
    doc = build_doc(rows.format(word="arming"))
    mend_parses(doc)
    assert texts(objects(doc[4])) == ["rebels"]
    assert texts(children(doc[1], "adverbial_clause")) == ["arming"]
    stays = build_doc(rows.format(word="growing"))
    mend_parses(stays)
    assert texts(children(stays[5], "adjective")) == ["growing"]


def test_a_participle_behind_a_hyphen_describes_the_noun_after_it() -> None:
    doc = build_doc("""
        Chad Chad PROPN NNP 2 nsubj
        attacked attack VERB VBD 2 ROOT
        M23 M23 PROPN NNP 5 obj
        - - PUNCT HYPH 3 punct
        held hold VERB VBD 2 xcomp
        Goma Goma PROPN NNP 5 obj
    """)
    mend_parses(doc)
    assert texts(objects(doc[1])) == ["Goma"]
    assert texts(children(doc[5], "adjective")) == ["held"]
