"""Rules from YAML: what is right loads, what is wrong is told with line and mend, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.problems import ConfigurationError
from pipeline.records import ActorKind, Direction, EventType
from pipeline.rules import load_rules
from pipeline.rules.load import read_rules
from pipeline.rules.schema import Rule, RuleStatus

GOOD = """\
- id: tension.sanction.blacklist
  type: SANCTION
  trigger: {verb: [blacklist], without: {object: [loan]}}
  roles: {source: [subject], target: [object]}
  examples:
    match:
      - "[Norway](source) [blacklisted](trigger) [Belarus](target)."
    no_match:
      - "The bank blacklisted the firm."
"""


def write(folder: Path, text: str, name: str = "mine.yml") -> Path:
    """Writes a rules file and returns its folder."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_rule_is_read_with_its_line(tmp_path: Path) -> None:
    rules, errors = read_rules(write(tmp_path, GOOD) / "mine.yml")
    assert errors == []
    (rule,) = rules
    assert (rule.id, rule.type, rule.line) == ("tension.sanction.blacklist", EventType.SANCTION, 1)
    assert rule.trigger.lemmas == ("blacklist",)
    assert rule.trigger.without == {"object": frozenset({"loan"})}
    assert rule.direction is Direction.DIRECTED
    assert rule.relation == "tension"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("trigger: {", "triger: {", 'unknown key "triger", did you mean "trigger"?'),
        ("SANCTION", "SANCTIONS", '"SANCTIONS" is none of AGREE'),
        ("verb: [blacklist]", "verbs: [blacklist]", "trigger needs one of verb"),
        ("[object]}\n", "[objekt]}\n", 'unknown slot "objekt", did you mean "object"?'),
        ("target: [object]", "tagret: [object]", 'unknown role "tagret", did you mean "target"?'),
        (", target: [object]", "", "a directed rule needs source and target"),
        ("without: {object", "without: {objct", 'unknown key "objct" in trigger'),
        ("(target)", "(goal)", 'unknown mark "goal"'),
        ("[Norway](source)", "Norway", "marks its trigger and its source"),
        ('    no_match:\n      - "The bank blacklisted the firm."\n', "", "at least one no_match"),
        ("  type: SANCTION\n", "", 'key "type" is missing'),
        ("  type:", "  direction: mutual\n  type:", "a mutual rule needs parties"),
        ("  type:", "  kinds: {target: [ig]}\n  type:", 'unknown kind of actor "ig"'),
        ("  type:", "  kinds: {parties: [igo]}\n  type:", 'kinds names the role "parties"'),
        ("  type:", "  kinds: igo\n  type:", "kinds is a mapping"),
        ("  type:", "  intensity: high\n  type:", 'intensity "high" is no number'),
        ("  type:", "  intensity: -11\n  type:", "between -10 and 10"),
    ],
)
def test_a_mistake_names_file_rule_and_mend(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    rules, errors = read_rules(write(tmp_path, GOOD.replace(old, new)) / "mine.yml")
    assert rules == []
    assert any(message in error and error.startswith("mine.yml:") for error in errors), errors


def test_kinds_of_actor_are_read(tmp_path: Path) -> None:
    text = GOOD.replace("  type:", "  kinds: {target: [igo, ngo]}\n  type:")
    (rule,), errors = read_rules(write(tmp_path, text) / "mine.yml")
    assert errors == []
    assert rule.roles.kinds == (("target", (ActorKind.IGO, ActorKind.NGO)),)


def test_all_mistakes_of_all_files_come_at_once(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("SANCTION\n", "SANCTON\n"), "a.yml")
    write(tmp_path, "- id: x\n  typ: AID\n", "b.yml")
    write(tmp_path, "{unclosed", "c.yml")
    with pytest.raises(ConfigurationError) as raised:
        load_rules([tmp_path])
    text = "\n".join(raised.value.messages)
    assert "a.yml:" in text
    assert 'unknown key "typ"' in text
    assert "c.yml: this is no valid YAML" in text


def test_a_missing_folder_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such rules folder"):
        load_rules([tmp_path / "nowhere"])


def test_an_id_is_used_once_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path, GOOD + GOOD)
    with pytest.raises(ConfigurationError, match="already used in"):
        load_rules([tmp_path])


def test_a_users_rule_replaces_ours_and_retires_it(tmp_path: Path) -> None:
    ours, mine = tmp_path / "ours", tmp_path / "mine"
    ours.mkdir()
    mine.mkdir()
    write(ours, GOOD)
    before = load_rules(library=ours)
    write(mine, GOOD.replace("  type:", "  status: retired\n  type:"))
    after = load_rules([mine], library=ours)
    assert [rule.status for rule in after.rules] == [RuleStatus.RETIRED]
    assert len(before.active) == 1
    assert after.active == ()
    assert after.version != before.version


def test_norway_is_no_boolean(tmp_path: Path) -> None:
    text = GOOD.replace("[blacklist]", "[no, off, 0555]")
    (rule,), _ = read_rules(write(tmp_path, text) / "mine.yml")
    assert rule.trigger.lemmas == ("no", "off", "0555")


def test_the_version_depends_on_what_a_rule_does_not_on_its_prose(tmp_path: Path) -> None:
    def version(text: str) -> str:
        return load_rules(library=write(tmp_path, text)).version

    first = version(GOOD)
    assert version(GOOD.replace("  type:", "  note: because\n  type:")) == first
    assert version(GOOD.replace("[blacklist]", "[blacklist, delist]")) != first


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_any_text_gives_rules_or_messages(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.yml"
        path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
        rules, errors = read_rules(path)
    assert all(isinstance(rule, Rule) for rule in rules)
    assert all(isinstance(error, str) and error for error in errors)
