"""The grammar door on hand-built Docs, the same sentences in both label schemes."""

from __future__ import annotations

import pytest

from pipeline.annotate.grammar import (
    agents,
    antecedent,
    clause_head,
    conjuncts,
    is_passive,
    modifiers,
    objects,
    obliques,
    possessors,
    prepositions_of,
    subjects,
)
from tests.support.docs import build_doc, texts

PASSIVE = {
    "ud": """
        Kenya Kenya PROPN NNP 5 nsubj:pass
        and and CCONJ CC 3 cc
        Uganda Uganda PROPN NNP 1 conj
        were be AUX VBD 5 aux:pass
        criticised criticise VERB VBN 5 ROOT
        by by ADP IN 7 case
        Sudan Sudan PROPN NNP 5 obl:agent
    """,
    "clear": """
        Kenya Kenya PROPN NNP 5 nsubjpass
        and and CCONJ CC 1 cc
        Uganda Uganda PROPN NNP 1 conj
        were be AUX VBD 5 auxpass
        criticised criticise VERB VBN 5 ROOT
        by by ADP IN 5 agent
        Sudan Sudan PROPN NNP 6 pobj
    """,
}
OBLIQUE = {
    "ud": """
        Chile Chile PROPN NNP 2 nsubj
        competes compete VERB VBZ 2 ROOT
        with with ADP IN 4 case
        Peru Peru PROPN NNP 2 obl
        and and CCONJ CC 6 cc
        Brazil Brazil PROPN NNP 4 conj
        over over ADP IN 8 case
        fish fish NOUN NN 2 obl
    """,
    "clear": """
        Chile Chile PROPN NNP 2 nsubj
        competes compete VERB VBZ 2 ROOT
        with with ADP IN 2 prep
        Peru Peru PROPN NNP 3 pobj
        and and CCONJ CC 4 cc
        Brazil Brazil PROPN NNP 4 conj
        over over ADP IN 2 prep
        fish fish NOUN NN 7 pobj
    """,
}
RELATIVE = {
    "ud": """
        Qatar Qatar PROPN NNP 5 nsubj
        which which PRON WDT 3 nsubj
        backs back VERB VBZ 1 acl:relcl
        Hamas Hamas PROPN NNP 3 obj
        met meet VERB VBD 5 ROOT
        Egypt Egypt PROPN NNP 5 obj
    """,
    "clear": """
        Qatar Qatar PROPN NNP 5 nsubj
        which which PRON WDT 3 nsubj
        backs back VERB VBZ 1 relcl
        Hamas Hamas PROPN NNP 3 dobj
        met meet VERB VBD 5 ROOT
        Egypt Egypt PROPN NNP 5 dobj
    """,
}
NOUN = {
    "ud": """
        Japan Japan PROPN NNP 4 nmod:poss
        's 's PART POS 1 case
        naval naval ADJ JJ 4 amod
        ties tie NOUN NNS 4 ROOT
        with with ADP IN 6 case
        India India PROPN NNP 4 nmod
    """,
    "clear": """
        Japan Japan PROPN NNP 4 poss
        's 's PART POS 1 case
        naval naval ADJ JJ 4 amod
        ties tie NOUN NNS 4 ROOT
        with with ADP IN 4 prep
        India India PROPN NNP 5 pobj
    """,
}
SCHEMES = pytest.mark.parametrize("scheme", ["ud", "clear"])


@SCHEMES
def test_passive_has_agents_and_coordinated_subjects(scheme: str) -> None:
    verb = build_doc(PASSIVE[scheme])[4]
    assert is_passive(verb)
    assert texts(agents(verb)) == ["Sudan"]
    assert texts(subjects(verb)) == ["Kenya", "Uganda"]
    assert objects(verb) == []


@SCHEMES
def test_obliques_are_found_by_preposition_with_their_conjuncts(scheme: str) -> None:
    verb = build_doc(OBLIQUE[scheme])[1]
    assert not is_passive(verb)
    assert texts(obliques(verb, "with")) == ["Peru", "Brazil"]
    assert texts(obliques(verb, "over")) == ["fish"]
    assert obliques(verb, "against") == []
    assert texts(obliques(verb)) == ["Peru", "Brazil", "fish"]


@SCHEMES
def test_later_conjunct_shares_the_preposition(scheme: str) -> None:
    doc = build_doc(OBLIQUE[scheme])
    assert prepositions_of(doc[5]) == ["with"]
    assert texts(conjuncts(doc[3])) == ["Peru", "Brazil"]


@SCHEMES
def test_relative_pronoun_stands_for_its_noun(scheme: str) -> None:
    doc = build_doc(RELATIVE[scheme])
    assert antecedent(doc[1]).text == "Qatar"
    assert texts(subjects(doc[2])) == ["Qatar"]
    assert texts(objects(doc[2])) == ["Hamas"]
    assert texts(subjects(doc[4])) == ["Qatar"]


@SCHEMES
def test_clause_head_stops_at_the_clause(scheme: str) -> None:
    doc = build_doc(RELATIVE[scheme])
    assert clause_head(doc[3]).text == "backs"
    assert clause_head(doc[5]).text == "met"
    assert clause_head(doc[4]).text == "met"


@SCHEMES
def test_noun_has_possessor_modifier_and_prepositional_argument(scheme: str) -> None:
    noun = build_doc(NOUN[scheme])[3]
    assert texts(possessors(noun)) == ["Japan"]
    assert texts(modifiers(noun)) == ["naval"]
    assert texts(obliques(noun, "with")) == ["India"]
    assert prepositions_of(build_doc(NOUN[scheme])[0]) == []
