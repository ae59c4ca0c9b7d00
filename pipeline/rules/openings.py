"""Which rules a word may evoke: looked up by phrase, part of speech and the words of a sentence.

So that a rule more costs nothing where its words do not stand. Where the words stand to each other
is looked into by `pipeline.claims.triggers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from pipeline.rules.schema import TRIGGER_POS, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A phrase that rules look for, in dictionary form.

    Attributes:
        rest: its words after the first.
        by_pos: part of speech of its first word -> the rules that read it as such, "" for others:
            those that need no further word under "", all others under each that they may need.
    """

    rest: tuple[str, ...]
    by_pos: dict[str, dict[str, tuple[Rule, ...]]]

    def rules(self, pos: str, said: Set[str]) -> Iterator[Rule]:
        """Yields the rules that the phrase may evoke in a sentence with those words.

        Args:
            pos: part of speech of the phrase's first word.
        """
        by_word = self.by_pos.get(pos, self.by_pos[""])
        yield from by_word.get("", ())
        for word in sorted(by_word.keys() & said):
            yield from by_word[word]


def _opening(words: tuple[str, ...], rules: Iterable[Rule]) -> Opening:
    kinds = [(TRIGGER_POS.get(rule.trigger.kind, frozenset()), rule) for rule in rules]
    return Opening(
        rest=words[1:],
        by_pos={
            pos: _by_word(rule for read, rule in kinds if not read or pos in read)
            for pos in ("", *{pos for read, _ in kinds for pos in read})
        },
    )


def _by_word(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Returns the rules by the words of which they need one, "" for those that need none."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        needed = next((n for n in rule.trigger.with_words.values() if "*" not in n), {""})
        for word in needed:
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def openings_of(rules: Iterable[Rule]) -> dict[str, tuple[Opening, ...]]:
    """Returns the first word -> the phrases of the rules that begin with it, each once."""
    index: dict[str, dict[tuple[str, ...], list[Rule]]] = {}
    for rule in rules:
        for words in rule.trigger.phrases:
            index.setdefault(words[0], {}).setdefault(words, []).append(rule)
    return {
        first: tuple(_opening(words, found) for words, found in phrases.items())
        for first, phrases in index.items()
    }
