"""Dependency patterns from YAML: bounded by construction, every mistake told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.annotate.grammar import RELATIONS
from pipeline.rules import load_rules
from pipeline.rules.load import read_rules
from pipeline.rules.patterns import (
    MOST_NODES,
    PATTERN_RELATIONS,
    UNSHARED_RELATIONS,
    PatternNode,
    anchor_of,
)

GOOD = """\
- id: tension.reject.cold_shoulder
  type: REJECT
  trigger:
    pattern:
      - {id: give, lemma: [Give, show], pos: VERB}
      - {id: shoulder, of: give, relation: [object, passive_subject], form: shoulder}
      - {id: cold, of: shoulder, relation: adjective, lemma: cold, tag: JJ}
    reason: "the adjective of the object decides"
  roles: {source: [subject], target: [indirect_object, to]}
  examples:
    match:
      - "[Norway](source) [gave a cold shoulder](trigger) to [Chad](target)."
    no_match:
      - "Norway gave a broad shoulder to Chad."
"""


def read(folder: Path, text: str):
    """Returns the rules and messages of a file with that text."""
    path = folder / "mine.yml"
    path.write_text(text, encoding="utf-8")
    return read_rules(path)


def test_a_pattern_is_read_node_by_node(tmp_path: Path) -> None:
    (rule,), errors = read(tmp_path, GOOD)
    assert errors == []
    assert rule.trigger.kind == "pattern"
    assert rule.trigger.lemmas == ("give", "show")
    assert rule.trigger.reason == "the adjective of the object decides"
    assert rule.trigger.pattern == (
        PatternNode(id="give", lemmas=("give", "show"), pos=("VERB",)),
        PatternNode(
            id="shoulder", of=0, relations=("object", "passive_subject"), forms=("shoulder",)
        ),
        PatternNode(id="cold", of=1, relations=("adjective",), lemmas=("cold",), tags=("JJ",)),
    )


def test_a_pattern_is_looked_up_by_its_first_named_word(tmp_path: Path) -> None:
    (rule,), errors = read(tmp_path, GOOD.replace("lemma: [Give, show], ", ""))
    assert errors == []
    assert anchor_of(rule.trigger.pattern) == 1
    assert rule.trigger.lemmas == ("shoulder",)


def test_other_keys_narrow_a_pattern(tmp_path: Path) -> None:
    text = GOOD.replace("    reason:", "    without: {auxiliary: [never]}\n    reason:")
    (rule,), errors = read(tmp_path, text)
    assert errors == []
    assert rule.trigger.without == {"auxiliary": frozenset({"never"})}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('    reason: "the adjective of the object decides"\n', "", 5, "needs a reason"),
        ('"the adjective of the object decides"', '" "', 5, "needs a reason"),
        ("{id: cold", "{ident: cold", 7, 'unknown key "ident" in a pattern node'),
        ("{id: cold", "{id: give", 7, 'node "give" is there twice'),
        ("lemma: cold", "lema: cold", 7, 'unknown key "lema" in a pattern node, did you mean "le'),
        ("lemma: cold", "regex: cold", 7, 'unknown key "regex" in a pattern node'),
        ("lemma: cold", "repeat: many", 7, 'unknown key "repeat" in a pattern node'),
        ("of: shoulder", "of: shulder", 7, 'which is no earlier node, did you mean "shoulder"?'),
        ("of: shoulder", "of: cold", 7, 'node "cold" hangs on "cold", which is no earlier node'),
        ("of: give", "of: cold", 6, 'node "shoulder" hangs on "cold", which is no earlier node'),
        ("of: shoulder, ", "", 7, 'node "cold" lacks "of"'),
        ("relation: adjective, ", "", 7, 'node "cold" lacks "relation"'),
        ("{id: give,", "{id: give, of: cold,", 5, 'the first node is the head and has no "of"'),
        ("relation: adjective", "relation: adjectiv", 7, 'did you mean "adjective"?'),
        ("relation: adjective", "relation: amod", 7, 'unknown relation "amod"'),
        ("relation: adjective", "relation: []", 7, "an empty list"),
        ("relation: adjective", "relation: oblique", 7, "name the preposition itself"),
        ("lemma: cold", 'lemma: "col.*"', 7, '"col.*" is no single word'),
        ("lemma: cold", 'lemma: "*"', 7, '"*" is no single word'),
        ("lemma: cold", "lemma: cold front", 7, "make each its own node"),
        ("lemma: cold", "lemma: {regex: cold}", 7, "is no single word"),
        ("pos: VERB", "pos: verb", 5, 'did you mean "VERB"?'),
        ("tag: JJ", "tag: ADJEKTIV", 7, '"ADJEKTIV" is none of CC'),
        ("      - {id: cold, of", "      - cold\n      - {id: cold, of", 7, "a node is a mapping"),
        ("    reason:", "    verb: [give]\n    reason:", 4, "trigger needs one of verb"),
        ("    reason:", "    pattrn: [x]\n    reason:", 8, 'unknown key "pattrn" in trigger'),
    ],
)
def test_a_mistake_names_line_rule_and_mend(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    assert old in GOOD
    rules, errors = read(tmp_path, GOOD.replace(old, new))
    assert rules == []
    start = f"mine.yml:{line} tension.reject.cold_shoulder: "
    assert any(message in error and error.startswith(start) for error in errors), errors


def test_a_pattern_is_a_list_of_nodes(tmp_path: Path) -> None:
    head, _, tail = GOOD.partition("    pattern:\n")
    tail = "    reason:" + tail.partition("    reason:")[2]
    for wrong in ("[]", "give", "{id: give}"):
        _, errors = read(tmp_path, f"{head}    pattern: {wrong}\n{tail}")
        assert any("pattern is a list of nodes" in error for error in errors), wrong


def test_no_more_nodes_than_a_few(tmp_path: Path) -> None:
    last = "      - {id: cold, of: shoulder, relation: adjective, lemma: cold, tag: JJ}\n"
    more = [f"      - {{id: n{n}, of: give, relation: adverb}}\n" for n in range(MOST_NODES - 2)]
    rules, errors = read(tmp_path, GOOD.replace(last, last + "".join(more[:-1])))
    assert (len(rules), errors) == (1, [])
    rules, errors = read(tmp_path, GOOD.replace(last, last + "".join(more)))
    assert rules == []
    assert "7 nodes, at most 6" in errors[0]


def test_a_pattern_names_one_word_at_least(tmp_path: Path) -> None:
    text = GOOD
    for words in ("lemma: [Give, show], ", ", form: shoulder", "lemma: cold, "):
        text = text.replace(words, "")
    rules, errors = read(tmp_path, text)
    assert rules == []
    assert "no node has a lemma or form" in errors[0]


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    text = GOOD
    for old, new in (("pos: VERB", "pos: V"), ("lemma: cold", "lemma: c*"), ("[subject]", "[x]")):
        text = text.replace(old, new)
    _, errors = read(tmp_path, text)
    assert len(errors) == 3


def test_a_reason_belongs_to_a_pattern(tmp_path: Path) -> None:
    head, _, tail = GOOD.partition("    pattern:\n")
    tail = "    reason:" + tail.partition("    reason:")[2]
    _, errors = read(tmp_path, f"{head}    verb: [give]\n{tail}")
    assert any('unknown key "reason" in trigger' in error for error in errors)


def test_every_relation_of_the_grammar_is_offered_or_refused_with_its_mend() -> None:
    assert not PATTERN_RELATIONS.keys() & UNSHARED_RELATIONS.keys()
    assert {*PATTERN_RELATIONS, *UNSHARED_RELATIONS} == set(RELATIONS.values())


def test_the_version_depends_on_the_pattern_not_on_its_reason(tmp_path: Path) -> None:
    def version(text: str) -> str:
        (tmp_path / "mine.yml").write_text(text, encoding="utf-8")
        return load_rules(library=tmp_path).version

    first = version(GOOD)
    assert version(GOOD.replace("object decides", "object tells")) == first
    assert version(GOOD.replace("lemma: cold", "lemma: icy")) != first
