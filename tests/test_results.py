"""A result goes to JSON and comes back equal."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.problems import Problem
from pipeline.records import (
    ActorMention,
    Claim,
    ClaimPlace,
    DateMention,
    DocumentText,
    Place,
    PlaceMention,
    ScoredClaim,
    Sentence,
)
from pipeline.results import DocumentResult
from tests.tables.builders import treaty, unread

#: JSON knows neither infinity nor NaN.
FINITE = st.floats(allow_nan=False, allow_infinity=False)
PLACES = st.builds(
    PlaceMention, place=st.builds(Place, lat=st.none() | FINITE, lon=st.none() | FINITE)
)
CLAIMS = st.builds(
    ScoredClaim,
    stance=FINITE,
    confidence=FINITE,
    claim=st.builds(
        Claim, intensity=FINITE, place=st.none() | st.builds(ClaimPlace, mention=PLACES)
    ),
)


def some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


RESULTS = st.builds(
    DocumentResult,
    document=st.none() | st.from_type(DocumentText),
    sentences=some(st.from_type(Sentence)),
    actors=some(st.from_type(ActorMention)),
    places=some(PLACES),
    dates=some(st.from_type(DateMention)),
    claims=some(CLAIMS),
    problems=some(st.from_type(Problem)),
)


@given(RESULTS)
def test_a_result_comes_back_from_json_as_it_was(result):
    text = json.dumps(result.to_dict(), allow_nan=False)
    assert DocumentResult.from_dict(json.loads(text)) == result


def test_a_document_with_claims_comes_back_as_it_was():
    result = treaty().result()
    again = DocumentResult.from_dict(json.loads(json.dumps(result.to_dict())))
    assert again == result
    assert type(again.claims[0].claim.relation) is type(result.claims[0].claim.relation)


def test_a_moved_file_keeps_its_rows_under_its_new_path():
    result = treaty("old.txt").result()
    moved = result.at_path("new.txt")
    assert (moved.path, moved.document.path) == ("new.txt", "new.txt")
    assert moved.claims == result.claims


def test_a_moved_files_problems_name_the_new_path():
    assert {problem.path for problem in unread("old").at_path("new").problems} == {"new"}
