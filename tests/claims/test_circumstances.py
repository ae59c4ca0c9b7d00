"""How far a date and a place reach."""

from __future__ import annotations

import pytest

from pipeline.claims.circumstances import find_date, find_place
from pipeline.records import PlaceBasis
from tests.claims.built import built, match_at, rule, verb

ATTACK = rule(verb("attack"))

TWO_CLAUSES = """
    In in ADP IN 2 case
    2001 2001 NUM CD 4 obl
    Kenya Kenya PROPN NNP 4 nsubj
    left leave VERB VBD 4 ROOT
    in in ADP IN 6 case
    2004 2004 NUM CD 4 obl
    and and CCONJ CC 9 cc
    Chad Chad PROPN NNP 9 nsubj
    attacked attack VERB VBD 4 conj
    Niger Niger PROPN NNP 9 obj
    in in ADP IN 12 case
    2009 2009 NUM CD 9 obl
"""


def year(rows, dates, number=None):
    annotated = built(rows, dates=dates)
    number = number or next(t.i + 1 for t in annotated.doc if t.lemma_ == "attack")
    found = find_date(match_at(annotated, number, ATTACK), annotated.sentences[0], annotated)
    return found and found.interval.start.year


@pytest.mark.parametrize(
    ("dates", "found", "reason"),
    [
        ({12: 2009}, 2009, "the clause's own date"),
        ({2: 2001}, 2001, "a date before the first verb reaches the second"),
        ({6: 2004}, None, "a date after the first verb stays there"),
        ({2: 2001, 6: 2004, 12: 2009}, 2009, "the nearest of several"),
        ({2: 2001, 6: 2004}, 2001, "the nearest that reaches"),
        ({}, None, "no date, no guess"),
    ],
)
def test_which_date_reaches_a_coordinated_clause(dates, found, reason) -> None:
    assert year(TWO_CLAUSES, dates) == found, reason


def test_a_year_that_names_a_thing_dates_the_thing_alone() -> None:
    rows = """
        Kenya Kenya PROPN NNP 2 nsubj
        attacked attack VERB VBD 2 ROOT
        the the DET DT 5 det
        1951 1951 NUM CD 5 nummod
        treaty treaty NOUN NN 2 obj
    """
    assert year(rows, {4: 1951}) is None


def test_a_date_of_the_main_clause_reaches_its_purpose() -> None:
    rows = """
        Kenya Kenya PROPN NNP 2 nsubj
        moved move VERB VBD 2 ROOT
        to to PART TO 4 mark
        attack attack VERB VB 2 advcl
        Niger Niger PROPN NNP 4 obj
        in in ADP IN 7 case
        2003 2003 NUM CD 2 obl
    """
    assert year(rows, {7: 2003}) == 2003


def test_a_place_of_its_own_clause_comes_before_that_of_the_sentence() -> None:
    rows = """
        In in ADP IN 2 case
        Lima Lima PROPN NNP 4 obl
        Peru Peru PROPN NNP 4 nsubj
        said say VERB VBD 4 ROOT
        Chad Chad PROPN NNP 6 nsubj
        attacked attack VERB VBD 4 ccomp
        Niger Niger PROPN NNP 6 obj
        near near ADP IN 9 case
        Diffa Diffa PROPN NNP 6 obl
    """

    def place(places):
        annotated = built(rows, places=places)
        match = match_at(annotated, 6, ATTACK)
        found = find_place(match, annotated.sentences[0], annotated)
        return found and (found.mention.place.name, found.basis)

    assert place({2: "Lima", 9: "Diffa"}) == ("Diffa", PlaceBasis.CLAUSE)
    assert place({2: "Lima"}) == ("Lima", PlaceBasis.SENTENCE)
    assert place({}) is None
