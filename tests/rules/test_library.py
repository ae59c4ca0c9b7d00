"""The library: every example of every rule says what its author says, and every rule is in order.

All examples are read in one batch, once a session; each is a test of its own, named by its rule.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from pipeline.annotate import annotate_many
from pipeline.annotate.core import load_core
from pipeline.claims.check import check_examples
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.records import EventType, Relation
from pipeline.rules import load_rules
from pipeline.rules.schema import Example, Rule, RuleStatus

LIBRARY = load_rules()

#: Rules that run or will: those whose examples are checked.
CHECKED = [rule for rule in LIBRARY.rules if rule.status is not RuleStatus.RETIRED]

#: Fewest rules of each relation, and in all.
FEWEST_OF_A_RELATION = 40
FEWEST = 250

ID = re.compile(r"(cooperation|tension)\.([a-z]+)\.[a-z0-9]+(?:[_-][a-z0-9]+)*")


def examples():
    for rule in CHECKED:
        for kind, listed in (("match", rule.match), ("no_match", rule.no_match)):
            for number, example in enumerate(listed, start=1):
                yield pytest.param(rule, example, id=f"{rule.id}-{kind}-{number}")


@pytest.fixture(scope="session")
def failures() -> dict[tuple[str, int], str]:
    """What is wrong with which example, by rule and line."""
    found = check_examples(
        LIBRARY,
        lambda documents: annotate_many(
            documents, nlp=load_core(), knowledge=load_knowledge(), gazetteer=load_gazetteer()
        ),
    )
    return {(failure.rule.id, failure.example.line): str(failure) for failure in found}


@pytest.mark.core
@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_an_example_does_what_its_rule_says(
    rule: Rule, example: Example, failures: dict[tuple[str, int], str]
) -> None:
    failure = failures.get((rule.id, example.line))
    assert failure is None, failure


def test_every_example_has_a_line_of_its_own() -> None:
    """Two examples on one line would share their verdict above."""
    for rule in CHECKED:
        lines = [example.line for example in (*rule.match, *rule.no_match)]
        assert len(lines) == len(set(lines)), f"{rule.path}:{rule.line} {rule.id}"


def test_ids_say_relation_and_type_and_are_used_once() -> None:
    wrong = []
    for rule in LIBRARY.rules:
        shape = ID.fullmatch(rule.id)
        if shape is None or shape[1] != rule.relation or shape[2] != rule.type.lower():
            wrong.append(f"{rule.path}:{rule.line} {rule.id} is of type {rule.type}")
    assert wrong == []
    twice = [rule_id for rule_id, n in Counter(r.id for r in LIBRARY.rules).items() if n > 1]
    assert twice == []


def test_a_rule_lies_in_the_file_of_its_type() -> None:
    astray = [rule.id for rule in LIBRARY.rules if rule.path != f"{rule.type.lower()}.yml"]
    assert astray == []


def test_every_active_rule_shows_what_it_takes_and_what_it_leaves() -> None:
    silent = [rule.id for rule in LIBRARY.active if not (rule.match and rule.no_match)]
    assert silent == []


def test_a_sentence_is_not_both_example_and_counterexample() -> None:
    for rule in CHECKED:
        both = {item.text for item in rule.match} & {item.text for item in rule.no_match}
        assert not both, rule.id


def test_a_match_marks_the_roles_that_its_rule_has() -> None:
    wrong = []
    for rule in CHECKED:
        wanted = {"party"} if rule.roles.parties else {"source", "target"}
        for example in rule.match:
            names = {name for _, _, name in example.spans}
            if not wanted <= names and not {"source", "target"} <= names:
                wrong.append(f"{rule.path}:{example.line} {rule.id} marks {sorted(names)}")
    assert wrong == []


@pytest.mark.parametrize("event_type", list(EventType))
def test_every_event_type_has_rules(event_type: EventType) -> None:
    assert sum(rule.type is event_type for rule in LIBRARY.active) >= 5


@pytest.mark.parametrize("relation", list(Relation))
def test_both_relations_have_many_rules(relation: Relation) -> None:
    assert sum(rule.relation is relation for rule in LIBRARY.active) >= FEWEST_OF_A_RELATION


def test_the_library_is_large() -> None:
    assert len(LIBRARY.active) >= FEWEST
