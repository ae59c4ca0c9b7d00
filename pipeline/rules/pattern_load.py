"""YAML nodes -> a checked dependency pattern; every mistake with its line, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.rules.patterns import (
    MOST_NODES,
    PATTERN_KEYS,
    PATTERN_RELATIONS,
    PENN_TAGS,
    UNIVERSAL_POS,
    UNSHARED_RELATIONS,
    PatternNode,
)
from pipeline.rules.schema import PREPOSITIONS
from pipeline.rules.yaml_tree import Node, mend

#: A whole word: no wildcards, no spaces, no regular expressions.
_WORD = re.compile(r"[\w'’&/.-]*\w[\w'’&/.-]*")


def read_pattern(
    pattern: Node, reason: Node | None
) -> tuple[tuple[PatternNode, ...], list[tuple[int, str]]]:
    """Returns the pattern's nodes, and the line and message of each mistake in it."""
    reader = _PatternReader()
    if reason is None or not str(reason.value).strip():
        reader.complain(pattern.line, "a pattern needs a reason: why no other trigger can say it")
    if not isinstance(pattern.value, list) or not pattern.value:
        reader.complain(pattern.line, "pattern is a list of nodes, e.g. - {id: verb, lemma: [put]}")
        return (), reader.errors
    if len(pattern.value) > MOST_NODES:
        reader.complain(
            pattern.line,
            f"{len(pattern.value)} nodes, at most {MOST_NODES}: leave out what the roles find",
        )
        return (), reader.errors
    nodes = reader.nodes(pattern.value)
    if not any(node.words for node in nodes) and not reader.errors:
        reader.complain(pattern.line, "no node has a lemma or form: name one word at least")
    return nodes, reader.errors


@dataclass
class _PatternReader:
    """Reads the nodes of one pattern and collects what is wrong with them."""

    errors: list[tuple[int, str]] = field(default_factory=list)

    def complain(self, line: int, message: str) -> None:
        self.errors.append((line, message))

    def nodes(self, items: Sequence[Node]) -> tuple[PatternNode, ...]:
        found: list[PatternNode] = []
        ids: list[str] = []
        for item in items:
            if not isinstance(item.value, dict):
                self.complain(item.line, "a node is a mapping, e.g. {id: verb, lemma: [put]}")
                ids.append("")
                continue
            name = str(item.value["id"].value) if "id" in item.value else ""
            found.append(self._node(item, name, ids))
            ids.append(name)
        return tuple(found)

    def _node(self, item: Node, name: str, earlier: Sequence[str]) -> PatternNode:
        keys: dict[str, Node] = item.value
        for key, value in keys.items():
            if key not in PATTERN_KEYS:
                message = f'unknown key "{key}" in a pattern node{mend(key, PATTERN_KEYS)}'
                self.complain(value.line, message)
        if not name:
            self.complain(item.line, f'key "id" is missing: {PATTERN_KEYS["id"]}')
        elif name in earlier:
            self.complain(item.line, f'node "{name}" is there twice: each has its own id')
        return PatternNode(
            id=name,
            of=self._place(item, name, earlier),
            relations=self._relations(keys.get("relation")),
            lemmas=self._words(keys.get("lemma")),
            forms=self._words(keys.get("form")),
            pos=self._classes(keys.get("pos"), UNIVERSAL_POS),
            tags=self._classes(keys.get("tag"), PENN_TAGS),
        )

    def _place(self, item: Node, name: str, earlier: Sequence[str]) -> int:
        keys: dict[str, Node] = item.value
        if not earlier:
            for key in {"of", "relation"} & keys.keys():
                self.complain(keys[key].line, f'the first node is the head and has no "{key}"')
            return -1
        missing = [key for key in ("of", "relation") if key not in keys]
        for key in missing:
            self.complain(item.line, f'node "{name}" lacks "{key}": {PATTERN_KEYS[key]}')
        if "of" not in keys:
            return -1
        above = str(keys["of"].value)
        if above in earlier:
            return list(earlier).index(above)
        message = f'node "{name}" hangs on "{above}", which is no earlier node'
        self.complain(keys["of"].line, message + mend(above, earlier))
        return -1

    def _relations(self, node: Node | None) -> tuple[str, ...]:
        known = (*PATTERN_RELATIONS, *sorted(PREPOSITIONS))
        found = [(line, text.lower()) for line, text in self._texts(node)]
        for line, name in found:
            if name in UNSHARED_RELATIONS:
                message = f'relation "{name}" differs between parsers: {UNSHARED_RELATIONS[name]}'
                self.complain(line, message)
            elif name not in known:
                self.complain(line, f'unknown relation "{name}"{mend(name, known)}')
        return tuple(name for _, name in found)

    def _words(self, node: Node | None) -> tuple[str, ...]:
        found = [(line, text.lower()) for line, text in self._texts(node)]
        for line, word in found:
            if not _WORD.fullmatch(word):
                message = f'"{word}" is no single word: patterns and wildcards are not read, list '
                self.complain(line, message + "the words, or make each its own node")
        return tuple(word for _, word in found)

    def _classes(self, node: Node | None, known: Sequence[str]) -> tuple[str, ...]:
        found = list(self._texts(node))
        for line, name in found:
            if name not in known:
                likely = mend(name.upper(), known)
                self.complain(line, f'"{name}" is none of {", ".join(known)}{likely}')
        return tuple(name for _, name in found)

    def _texts(self, node: Node | None) -> Iterator[tuple[int, str]]:
        if node is None:
            return
        items = node.value if isinstance(node.value, list) else [node]
        if not items:
            self.complain(node.line, "an empty list of words")
        for item in items:
            yield item.line, str(item.value).strip()
