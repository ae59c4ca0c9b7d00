"""Triggers: where a rule's words stand in a sentence. Who fills its roles is `roles.py`."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.annotate.grammar import children, obliques
from pipeline.claims.carriers import carriers
from pipeline.claims.clauses import grammatical_subjects, logical_objects, retained_objects
from pipeline.claims.infinitives import complements
from pipeline.rules.load import RuleSet
from pipeline.rules.schema import TRIGGER_POS, Rule

#: A trigger whose words lie further apart is shown by its head alone.
WIDEST_TRIGGER = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerMatch:
    """A rule's words in a sentence.

    Attributes:
        head: the verb, noun or adjective that the roles hang on.
        parts: every token that the rule asked for, the head included, in text order.
        nouns: tokens beside the head at which arguments are looked for ("sign" + "agreement").
    """

    rule: Rule
    head: Token
    parts: tuple[Token, ...]
    nouns: tuple[Token, ...] = ()

    @property
    def start(self) -> int:
        """Character offset of the trigger's first word."""
        return self._shown[0].idx

    @property
    def end(self) -> int:
        """Character offset after the trigger's last word."""
        last = self._shown[-1]
        return last.idx + len(last)

    @property
    def _shown(self) -> tuple[Token, ...]:
        if self.parts[-1].i - self.parts[0].i < WIDEST_TRIGGER:
            return self.parts
        return (self.head,)


def find_triggers(
    sentence: Span, rules: RuleSet, *, names: Container[int] = ()
) -> Iterator[TriggerMatch]:
    """Yields every place where an active rule's words stand, overlaps included.

    Args:
        names: indices of the tokens inside names ("Gulf Cooperation Council"): no trigger starts
            there.
    """
    for token in sentence:
        if token.i in names:
            continue
        lemma = token.lemma_.lower()
        candidates = rules.by_lemma.get(lemma, ())
        if token.lower_ != lemma:
            candidates += tuple(
                rule for rule in rules.by_lemma.get(token.lower_, ()) if rule not in candidates
            )
        for rule in candidates:
            match = match_trigger(token, rule)
            if match is not None:
                yield match


def match_trigger(token: Token, rule: Rule) -> TriggerMatch | None:
    """Returns the rule's words around the token, None where they are not all there."""
    phrase = _phrase_at(token, rule)
    if phrase is None:
        return None
    head = phrase[0] if len(phrase) == 1 else _root(phrase)
    parts = list(phrase)
    nouns: list[Token] = []
    for key, words in rule.trigger.with_words.items():
        found = [item for item in related_words(head, key) if _is_one_of(item, words)]
        if not found:
            return None
        parts += found[:1]
        nouns += found[:1]
    for key, words in rule.trigger.without.items():
        if any(_is_one_of(item, words) for item in related_words(head, key)):
            return None
    ordered = tuple(sorted(set(parts), key=lambda item: item.i))
    return TriggerMatch(rule=rule, head=head, parts=ordered, nouns=tuple(nouns))


def _phrase_at(token: Token, rule: Rule) -> list[Token] | None:
    """Returns the tokens of the first of the rule's lemmas or phrases that starts at the token."""
    kinds = TRIGGER_POS[rule.trigger.kind]
    if kinds and token.pos_ not in kinds:
        return None
    for words in rule.trigger.phrases:
        if token.i + len(words) > token.sent.end:
            continue
        run = [token.doc[token.i + offset] for offset in range(len(words))]
        if all(_is_word(item, word) for item, word in zip(run, words, strict=True)):
            return run
    return None


def _is_word(token: Token, word: str) -> bool:
    return word in {token.lemma_.lower(), token.lower_}


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return "*" in words or token.lemma_.lower() in words or token.lower_ in words


def _root(tokens: list[Token]) -> Token:
    """Returns the token of the phrase on which the others hang."""
    inside = {token.i for token in tokens}
    return next(
        (token for token in tokens if token.head.i not in inside or token.head.i == token.i),
        tokens[0],
    )


def related_words(head: Token, key: str) -> list[Token]:
    """Returns the tokens that stand to the trigger's head as the constraint key says."""
    if key == "object":
        things = [*logical_objects(head), *retained_objects(head)]
        return [noun for item in things for noun in (item, *_contained(item))]
    if key == "complement":
        return complements(head)
    if key == "modifier":
        return [
            item
            for noun in carriers(head)
            for item in children(noun, "adjective", "compound", "adnominal_clause")
        ]
    if key == "particle":
        return children(head, "particle", "adverb", "preposition")
    if key == "complement_auxiliary":
        return [
            word
            for verb in related_words(head, "complement")
            for word in children(verb, "auxiliary")
        ]
    if key == "determiner":
        return children(head, "determiner")
    if key == "subject_noun":
        return grammatical_subjects(head)
    preposition = key.replace("_", " ")
    found = obliques(head, preposition)
    for item in logical_objects(head) if head.pos_ == "VERB" else []:
        found += obliques(item, preposition)
    return found


def _contained(noun: Token) -> list[Token]:
    """Returns what the noun only contains ("a series of meetings" at "series": meetings)."""
    return [item for item in obliques(noun, "of") if noun in carriers(item)]
