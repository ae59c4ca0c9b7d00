"""A rules file as nested values with their lines. Nothing is constructed: every scalar is text.

Tags and aliases are refused before anything is built: a rule is data, and a file of a few lines
must not unfold to millions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml

#: Deeper nesting than that is no rule (list, rule, trigger, pattern, node, words).
DEEPEST = 12


@dataclass
class Node:
    """A YAML value with the line it stands on."""

    value: Any
    line: int


def read_tree(text: str) -> tuple[Node | None, list[tuple[int, str]]]:
    """Returns the values of the text, or why it is refused: line and message of each reason.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    refused = list(_refusals(text))
    if refused:
        return None, refused
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return (None if root is None else _tree(root)), []


def _refusals(text: str) -> Iterable[tuple[int, str]]:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            yield line, f'alias "*{event.anchor}" is not read: write the words out'
        elif tag:
            yield line, f'tag "{tag}" is not read: a rule is data, never code'
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == DEEPEST + 1:
                yield line, f"nested more than {DEEPEST} deep, which no rule is"
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _tree(node: yaml.Node) -> Node:
    """Returns the YAML nodes as values with lines."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Node({str(key.value): _tree(value) for key, value in node.value}, line)
    if isinstance(node, yaml.SequenceNode):
        return Node([_tree(item) for item in node.value], line)
    return Node(node.value, line)


def text_of(node: Node | None) -> str:
    """Returns the scalar's text, "" where there is none."""
    return "" if node is None else str(node.value)


def mend(word: str, known: Iterable[str]) -> str:
    """Returns the known word that was likely meant, as the end of a message."""
    close = get_close_matches(word, list(known), n=1)
    return f', did you mean "{close[0]}"?' if close else ""
