"""The checker of examples fails what is wrong: a mutated example never passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.claims.check import check_examples
from pipeline.records import EventType
from pipeline.rules.markup import parse_marked
from pipeline.rules.schema import Example, RuleStatus
from tests.claims.built import built, rule, rule_set, verb

ROWS = """
    Kenya Kenya PROPN NNP 2 nsubj
    attacked attack VERB VBD 2 ROOT
    Chad Chad PROPN NNP 2 obj
"""
RIGHT = "[Kenya](source) [attacked](trigger) [Chad](target) "


def example(marked: str) -> Example:
    text, spans = parse_marked(marked)
    return Example(text=text, marked=marked, spans=spans, line=7)


def reasons(marked: str = RIGHT, *, no_match: str = "", status=RuleStatus.ACTIVE, others=()):
    checked = replace(
        rule(verb("attack")),
        match=(example(marked),) if marked else (),
        no_match=(example(no_match),) if no_match else (),
        status=status,
    )

    def annotator(documents):
        return [built(ROWS, actors={1: "Kenya", 3: "Chad"}) for _ in documents]

    return [failure.reason for failure in check_examples(rule_set(checked, *others), annotator)]


def test_a_right_example_passes() -> None:
    assert reasons() == []


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("[Kenya](target) [attacked](trigger) [Chad](source) ", "source differs"),
        ("[Kenya](trigger) attacked [Chad](target) ", "trigger differs"),
        ("Kenya [attacked](trigger) [Chad](target) ", "source differs"),
        ("[Kenya](source) [attacked](trigger) Chad ", "target differs"),
        ("[Kenya](party) [attacked](trigger) Chad ", "party differs"),
    ],
)
def test_a_mutated_example_fails(marked: str, reason: str) -> None:
    assert reasons(marked) == [reason]


def test_a_counterexample_on_which_the_rule_fires_fails() -> None:
    assert reasons(no_match="Kenya attacked Chad ") == ["fires on a no_match example"]


def test_an_example_on_which_the_rule_does_not_fire_fails() -> None:
    praise = replace(
        rule(verb("praise"), rule_id="tension.assault.zz"), match=(example(RIGHT),), no_match=()
    )
    assert reasons(others=(praise,)) == ["does not fire"]


def test_an_example_whose_words_another_rule_takes_for_others_fails() -> None:
    longer = rule(
        verb("attack", object=frozenset({"*"})), source=("object",), target=("subject",),
        rule_id="cooperation.aid.zz",
    )  # fmt: skip
    longer = replace(longer, type=EventType.AID)
    assert reasons(others=(longer,)) == ["another rule takes these words and joins other actors"]


def test_a_retired_rule_is_not_checked_and_a_draft_is() -> None:
    wrong = "[Kenya](target) [attacked](trigger) [Chad](source) "
    assert reasons(wrong, status=RuleStatus.RETIRED) == []
    assert reasons(wrong, status=RuleStatus.DRAFT) == ["source differs"]


def test_only_the_rules_asked_for_are_checked() -> None:
    checked = replace(rule(verb("attack")), match=(example("[Kenya](trigger) x "),))
    rules = rule_set(checked)
    assert check_examples(rules, lambda documents: [], only=["another.rule.id"]) == []
