"""Who says so, on hand-built trees: reported, denied, quoted, according to; and who does not."""

from __future__ import annotations

import pytest

from pipeline.claims.attribution import attribute, is_quoted
from pipeline.claims.cast import Cast
from tests.claims.built import built, match_at, rule, verb
from tests.support.docs import build_doc

ATTACK = rule(verb("attack"))


def reported(lemma: str) -> str:
    return f"""
        Oman Oman PROPN NNP 2 nsubj
        {lemma} {lemma} VERB VBD 2 ROOT
        that that SCONJ IN 5 mark
        Iran Iran PROPN NNP 5 nsubj
        attacked attack VERB VBD 2 ccomp
        Iraq Iraq PROPN NNP 5 obj
    """


def said(rows: str, number: int = 5, actors: dict[int, str] | None = None):
    annotated = built(rows, actors=actors or {1: "Oman", 4: "Iran", 6: "Iraq"})
    found, is_denied = attribute(match_at(annotated, number, ATTACK), Cast(annotated))
    return found.kind, found.speaker and found.speaker.actor.name, found.verb, is_denied


@pytest.mark.parametrize(
    ("lemma", "wanted"),
    [
        ("say", ("reported", "Oman", "say", False)),
        ("claim", ("reported", "Oman", "claim", False)),
        ("deny", ("reported", "Oman", "deny", True)),
        ("regret", ("author", None, "", False)),
    ],
)
def test_the_verb_above_says_whether_someone_says_it(lemma, wanted) -> None:
    assert said(reported(lemma)) == wanted


def test_a_speaker_without_a_name_is_none() -> None:
    assert said(reported("say"), actors={4: "Iran", 6: "Iraq"}) == ("reported", None, "say", False)


def test_the_trigger_is_no_attribution_of_itself() -> None:
    rows = """
        Oman Oman PROPN NNP 2 nsubj
        accused accuse VERB VBD 2 ROOT
        Iran Iran PROPN NNP 2 obj
    """
    annotated = built(rows, actors={1: "Oman", 3: "Iran"})
    found, _ = attribute(match_at(annotated, 2, rule(verb("accuse"))), Cast(annotated))
    assert (found.kind, found.speaker) == ("author", None)


def test_a_speaker_at_the_end() -> None:
    rows = """
        Iran Iran PROPN NNP 2 nsubj
        attacked attack VERB VBD 2 ROOT
        Iraq Iraq PROPN NNP 2 obj
        , , PUNCT , 2 punct
        Oman Oman PROPN NNP 6 nsubj
        said say VERB VBD 2 parataxis
    """
    actors = {1: "Iran", 3: "Iraq", 5: "Oman"}
    assert said(rows, 2, actors) == ("reported", "Oman", "say", False)


def test_according_to() -> None:
    rows = """
        According accord VERB VBG 3 case
        to to ADP IN 1 fixed
        Oman Oman PROPN NNP 5 obl
        Iran Iran PROPN NNP 5 nsubj
        attacked attack VERB VBD 5 ROOT
        Iraq Iraq PROPN NNP 5 obj
    """
    actors = {3: "Oman", 4: "Iran", 6: "Iraq"}
    assert said(rows, 5, actors) == ("according_to", "Oman", "according to", False)


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("“ here ” not", {"here"}),
        ('" here " not', {"here"}),
        ("not “ here here", {"here"}),
        ("not not", set()),
        ("“ here “ here ” here ” not", {"here"}),
    ],
)
def test_what_stands_between_quotation_marks_is_quoted(words: str, quoted: set[str]) -> None:
    rows = "\n".join(f"{word} {word} NOUN NN 1 dep" for word in words.split())
    doc = build_doc(rows)
    assert {token.text for token in doc if token.text.isalpha() and is_quoted(token)} == quoted
