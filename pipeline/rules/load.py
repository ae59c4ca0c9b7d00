"""YAML -> validated rules: every error of every file at once, with file, line and likely mend.

Plain scalars are all read as text (`NO` is Norway, not false) and converted by the schema. User
folders are laid over the library: a rule with a known id replaces it, `status: retired` removes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from pipeline.problems import ConfigurationError
from pipeline.records import ActorKind, Direction, EventType
from pipeline.rules.markup import parse_marked
from pipeline.rules.openings import Opening, openings_of
from pipeline.rules.pattern_load import read_pattern
from pipeline.rules.patterns import anchor_of
from pipeline.rules.schema import (
    KINDS,
    PATTERN_TRIGGER,
    PREPOSITIONS,
    REQUIRED_KEYS,
    ROLES,
    RULE_KEYS,
    SLOTS,
    TRIGGER_POS,
    WORD_CONSTRAINTS,
    Example,
    Kinds,
    Roles,
    Rule,
    RuleStatus,
    Trigger,
)
from pipeline.rules.yaml_tree import Node, mend, read_tree, text_of

LIBRARY = Path(__file__).parent / "library"


@dataclass(frozen=True)
class RuleSet:
    """The rules of a run, in order of their ids, and the digest that stands for them."""

    rules: tuple[Rule, ...]
    version: str

    @property
    def active(self) -> tuple[Rule, ...]:
        """The rules that run."""
        return tuple(rule for rule in self.rules if rule.status is RuleStatus.ACTIVE)

    @cached_property
    def by_lemma(self) -> dict[str, tuple[Rule, ...]]:
        """Head lemma -> active rules with it, so that more rules cost no more per sentence."""
        index: dict[str, list[Rule]] = {}
        for rule in self.active:
            for first in dict.fromkeys(lemma.split()[0] for lemma in rule.trigger.lemmas):
                index.setdefault(first, []).append(rule)
        return {lemma: tuple(rules) for lemma, rules in index.items()}

    @cached_property
    def openings(self) -> dict[str, tuple[Opening, ...]]:
        """First word -> the phrases of all active rules that begin with it, each once."""
        return openings_of(self.active)

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    def get(self, rule_id: str) -> Rule | None:
        """Returns the rule with that id, None where there is none."""
        return self._by_id.get(rule_id)


@dataclass
class _Reader:
    """Reads the rules of one file and collects what is wrong with them."""

    path: str
    errors: list[str] = field(default_factory=list)

    def complain(self, line: int, rule_id: str, message: str) -> None:
        self.errors.append(f"{self.path}:{line} {rule_id or '(rule without id)'}: {message}")

    def rule(self, node: Node) -> Rule | None:
        if not isinstance(node.value, dict):
            self.complain(node.line, "", "a rule is a mapping with id, type, trigger, roles")
            return None
        keys = node.value
        rule_id = str(keys["id"].value) if "id" in keys else ""
        before = len(self.errors)
        self._check_keys(keys, RULE_KEYS, node.line, rule_id)
        for key in REQUIRED_KEYS:
            if key not in keys:
                self.complain(node.line, rule_id, f'key "{key}" is missing: {RULE_KEYS[key]}')
        if len(self.errors) > before:
            return None
        event_type = self._choice(keys["type"], EventType, rule_id)
        direction = self._choice(keys.get("direction"), Direction, rule_id) or Direction.DIRECTED
        status = self._choice(keys.get("status"), RuleStatus, rule_id) or RuleStatus.ACTIVE
        trigger = self._trigger(keys["trigger"], rule_id)
        kinds = self._kinds(keys.get("kinds"), rule_id)
        roles = self._roles(keys["roles"], direction, kinds, rule_id)
        match, no_match = self._examples(keys["examples"], status, rule_id)
        intensity = self._number(keys.get("intensity"), rule_id)
        if len(self.errors) > before or event_type is None or trigger is None or roles is None:
            return None
        return Rule(
            id=rule_id,
            type=event_type,
            trigger=trigger,
            roles=roles,
            direction=direction,
            status=status,
            intensity=intensity,
            negated=text_of(keys.get("negated")) == "true",
            match=match,
            no_match=no_match,
            false_positives=text_of(keys.get("false_positives")),
            note=text_of(keys.get("note")),
            author=text_of(keys.get("author")),
            since=text_of(keys.get("since")),
            path=self.path,
            line=node.line,
        )

    def _check_keys(
        self, keys: dict[str, Node], known: Iterable[str], line: int, rule_id: str
    ) -> None:
        known = list(known)
        for key, node in keys.items():
            if key not in known:
                self.complain(node.line or line, rule_id, f'unknown key "{key}"{mend(key, known)}')

    def _choice(self, node: Node | None, kinds: Any, rule_id: str) -> Any:
        if node is None:
            return None
        try:
            return kinds(node.value)
        except ValueError:
            options = [str(item) for item in kinds]
            self.complain(node.line, rule_id, f'"{node.value}" is none of {", ".join(options)}')
            return None

    def _number(self, node: Node | None, rule_id: str) -> float:
        if node is None:
            return 0.0
        try:
            number = float(node.value)
        except (TypeError, ValueError):
            self.complain(node.line, rule_id, f'intensity "{node.value}" is no number')
            return 0.0
        if not -10 <= number <= 10:
            self.complain(node.line, rule_id, "intensity lies between -10 and 10")
        return number

    def _words(self, node: Node, rule_id: str) -> tuple[str, ...]:
        items = node.value if isinstance(node.value, list) else [node]
        words = tuple(str(item.value).strip().lower() for item in items)
        if not words or not all(words):
            self.complain(node.line, rule_id, "an empty list of words")
        return words

    def _trigger(self, node: Node, rule_id: str) -> Trigger | None:
        if not isinstance(node.value, dict):
            self.complain(node.line, rule_id, "trigger is a mapping, e.g. {verb: [criticise]}")
            return None
        kinds = (*TRIGGER_POS, "pattern")
        heads = [key for key in node.value if key in kinds]
        if len(heads) != 1:
            self.complain(node.line, rule_id, f"trigger needs one of {', '.join(kinds)}")
            return None
        own = heads if heads[0] in TRIGGER_POS else list(PATTERN_TRIGGER)
        with_words: dict[str, frozenset[str]] = {}
        without: dict[str, frozenset[str]] = {}
        for key, value in node.value.items():
            if key in own:
                continue
            if key == "without" and isinstance(value.value, dict):
                for inner, words in value.value.items():
                    self._constraint(inner, words, without, rule_id)
            else:
                self._constraint(key, value, with_words, rule_id)
        if heads[0] not in TRIGGER_POS:
            return self._pattern(node.value, with_words, without, rule_id)
        lemmas = self._words(node.value[heads[0]], rule_id)
        return Trigger(kind=heads[0], lemmas=lemmas, with_words=with_words, without=without)

    def _pattern(
        self,
        keys: dict[str, Node],
        with_words: dict[str, frozenset[str]],
        without: dict[str, frozenset[str]],
        rule_id: str,
    ) -> Trigger | None:
        pattern, wrong = read_pattern(keys["pattern"], keys.get("reason"))
        for line, message in wrong:
            self.complain(line, rule_id, message)
        if wrong:
            return None
        return Trigger(
            kind="pattern",
            lemmas=pattern[anchor_of(pattern)].words,
            with_words=with_words,
            without=without,
            pattern=pattern,
            reason=text_of(keys["reason"]),
        )

    def _constraint(
        self, key: str, node: Node, into: dict[str, frozenset[str]], rule_id: str
    ) -> None:
        known = {*WORD_CONSTRAINTS, *PREPOSITIONS}
        if key not in known:
            self.complain(
                node.line, rule_id, f'unknown key "{key}" in trigger{mend(key, sorted(known))}'
            )
            return
        into[key] = frozenset(self._words(node, rule_id))

    def _kinds(self, node: Node | None, rule_id: str) -> Kinds:
        if node is None:
            return ()
        if not isinstance(node.value, dict):
            self.complain(node.line, rule_id, "kinds is a mapping, e.g. {target: [igo, ngo]}")
            return ()
        found = []
        for role, words in node.value.items():
            named = [item for item in self._words(words, rule_id) if item not in KINDS]
            for word in named:
                likely = mend(word, [str(kind) for kind in KINDS])
                self.complain(words.line, rule_id, f'unknown kind of actor "{word}"{likely}')
            if not named:
                found.append((role, tuple(map(ActorKind, self._words(words, rule_id)))))
        return tuple(found)

    def _roles(self, node: Node, direction: Direction, kinds: Kinds, rule_id: str) -> Roles | None:
        if not isinstance(node.value, dict):
            self.complain(node.line, rule_id, "roles is a mapping with source and target")
            return None
        known = {*SLOTS, *PREPOSITIONS}
        found: dict[str, tuple[str, ...]] = {}
        for role, slots in node.value.items():
            if role not in ROLES:
                likely = mend(role, ROLES)
                self.complain(slots.line, rule_id, f'unknown role "{role}"{likely}')
                continue
            found[role] = self._words(slots, rule_id)
            for slot in found[role]:
                if slot not in known:
                    self.complain(
                        slots.line, rule_id, f'unknown slot "{slot}"{mend(slot, sorted(known))}'
                    )
        if direction is Direction.DIRECTED and not ("source" in found and "target" in found):
            self.complain(node.line, rule_id, "a directed rule needs source and target")
        if direction is Direction.MUTUAL and "parties" not in found:
            self.complain(node.line, rule_id, "a mutual rule needs parties")
        for role in (role for role, _ in kinds if role not in found):
            self.complain(node.line, rule_id, f'kinds names the role "{role}" that roles lacks')
        return Roles(**found, kinds=kinds)

    def _examples(
        self, node: Node, status: RuleStatus, rule_id: str
    ) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
        if not isinstance(node.value, dict):
            self.complain(node.line, rule_id, "examples is a mapping with match and no_match")
            return (), ()
        self._check_keys(node.value, ("match", "no_match"), node.line, rule_id)
        found: dict[str, tuple[Example, ...]] = {"match": (), "no_match": ()}
        for key in found:
            items = node.value[key].value if key in node.value else []
            if not isinstance(items, list):
                items = [node.value[key]]
            read = [self._example(item, key, rule_id) for item in items]
            found[key] = tuple(example for example in read if example)
            if status is RuleStatus.ACTIVE and not found[key]:
                self.complain(
                    node.line, rule_id, f"an active rule needs at least one {key} example"
                )
        return found["match"], found["no_match"]

    def _example(self, node: Node, key: str, rule_id: str) -> Example | None:
        marked = str(node.value)
        try:
            text, spans = parse_marked(marked)
        except ValueError as error:
            self.complain(node.line, rule_id, str(error))
            return None
        names = {name for _, _, name in spans}
        if key == "match" and not ("trigger" in names and names & {"source", "party"}):
            self.complain(
                node.line, rule_id, "a match example marks its trigger and its source or parties"
            )
            return None
        return Example(text=text, marked=marked, spans=spans, line=node.line)


def load_rules(extra: Sequence[Path] = (), *, library: Path = LIBRARY) -> RuleSet:
    """Returns the library's rules with the user's folders laid over them.

    Raises:
        ConfigurationError: with every error of every file.
    """
    errors: list[str] = []
    rules: dict[str, Rule] = {}
    for folder in (library, *extra):
        if not folder.exists():
            errors.append(f"{folder}: there is no such rules folder")
            continue
        paths = [folder] if folder.is_file() else sorted(folder.rglob("*.y*ml"))
        layer: dict[str, Rule] = {}
        for path in paths:
            read, wrong = read_rules(path)
            errors += wrong
            for rule in read:
                if rule.id in layer:
                    first = layer[rule.id]
                    errors.append(
                        f"{rule.path}:{rule.line} {rule.id}: this id is already used in "
                        f"{first.path}:{first.line}; ids are never reused"
                    )
                layer[rule.id] = rule
        rules.update(layer)
    if errors:
        raise ConfigurationError(errors)
    ordered = tuple(rules[rule_id] for rule_id in sorted(rules))
    return RuleSet(rules=ordered, version=_version(ordered))


def read_rules(path: Path) -> tuple[list[Rule], list[str]]:
    """Returns the rules of one file and the errors in it."""
    reader = _Reader(path=path.name)
    try:
        tree, refused = read_tree(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return [], [f"{path.name}: this is no valid YAML: {error}"]
    if tree is None:
        return [], [f"{path.name}:{line} {message}" for line, message in refused]
    if not isinstance(tree.value, list):
        return [], [f"{path.name}:{tree.line} a rules file is a list of rules, each with '- id:'"]
    rules = [reader.rule(item) for item in tree.value]
    return [rule for rule in rules if rule is not None], reader.errors


def _version(rules: Sequence[Rule]) -> str:
    digest = hashlib.sha256()
    for rule in rules:
        does: tuple[object, ...] = (
            rule.id,
            rule.type,
            rule.trigger.kind,
            rule.trigger.lemmas,
            sorted((k, sorted(v)) for k, v in rule.trigger.with_words.items()),
            sorted((k, sorted(v)) for k, v in rule.trigger.without.items()),
            rule.roles,
            rule.direction,
            rule.status,
            rule.intensity,
            rule.negated,
        )
        pattern = (rule.trigger.pattern,) if rule.trigger.pattern else ()
        digest.update(repr((*does, *pattern)).encode())
    return f"r-{digest.hexdigest()[:12]}"
