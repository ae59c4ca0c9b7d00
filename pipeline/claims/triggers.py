"""Triggers: where a rule's words stand in a sentence. Who fills its roles is `roles.py`."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from pipeline.annotate.grammar import children, obliques, relation
from pipeline.annotate.parse import Span, Token
from pipeline.claims.carriers import carriers, carries_act, governing_verb
from pipeline.claims.clauses import grammatical_subjects, logical_objects, retained_objects
from pipeline.claims.infinitives import complements
from pipeline.claims.patterns import match_pattern
from pipeline.rules.load import RuleSet
from pipeline.rules.openings import Opening
from pipeline.rules.schema import Rule

#: A trigger whose words lie further apart is shown by its head alone.
WIDEST_TRIGGER = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerMatch:
    """A rule's words in a sentence.

    Attributes:
        head: the verb, noun or adjective that the roles hang on.
        parts: every token that the rule asked for, the head included, in text order.
        nouns: tokens beside the head at which arguments are looked for ("sign" + "agreement").
        site: where the words stand: rules that have the same words there find the same actors.
    """

    rule: Rule
    head: Token
    parts: tuple[Token, ...]
    nouns: tuple[Token, ...] = ()
    site: tuple[int, tuple[int, ...], tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Notes the site once: it is asked for with every slot of every rule."""
        parts, nouns = [part.i for part in self.parts], [noun.i for noun in self.nouns]
        object.__setattr__(self, "site", (self.head.i, tuple(parts), tuple(nouns)))

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


class Neighbours:
    """The words that stand to a head as a constraint says, looked for once for all rules.

    So a rule more costs a look into a table, not a walk through the tree.

    Args:
        said: every dictionary and written form in the sentence; others stand nowhere in it.
    """

    def __init__(self, said: Set[str]) -> None:
        self._said = said
        self._found: dict[tuple[int, str], dict[str, Token]] = {}

    def of(self, head: Token, key: str) -> dict[str, Token]:
        """Returns dictionary and written form -> the first such word, "*" -> the first of all."""
        known = self._found.get((head.i, key))
        if known is None:
            known = {}
            for item in related_words(head, key):
                for form in ("*", item.lemma, item.lower_):
                    known.setdefault(form, item)
            self._found[head.i, key] = known
        return known

    def first(self, head: Token, key: str, words: frozenset[str]) -> Token | None:
        """Returns the first word there that is one of the words, None where none is."""
        if "*" not in words and words.isdisjoint(self._said):
            return None
        known = self.of(head, key)
        if not known:
            return None
        if "*" in words:
            return known["*"]
        if len(known) < len(words):
            return next((item for form, item in known.items() if form in words), None)
        hits = [known[word] for word in words if word in known]
        return min(hits, key=list(known.values()).index) if hits else None


def find_triggers(
    sentence: Span, rules: RuleSet, *, names: Container[int] = ()
) -> Iterator[TriggerMatch]:
    """Yields every place where an active rule's words stand, overlaps included.

    Args:
        names: indices of the tokens inside names ("Gulf Cooperation Council"): no trigger starts
            there.
    """
    tokens = list(sentence)
    forms = [(token.lemma, token.lower_) for token in tokens]
    said = {form for pair in forms for form in pair}
    near = Neighbours(said)
    openings = rules.openings
    for at, token in enumerate(tokens):
        if token.i in names or openings.keys().isdisjoint(forms[at]):
            continue
        for rule, size in _evoked(openings, forms, at, token.pos_, said):
            match = _match(tokens[at : at + size], rule, near)
            if match is not None and not (rule.trigger.pattern and match.head.i in names):
                yield match


def _evoked(
    openings: Mapping[str, tuple[Opening, ...]],
    forms: Sequence[tuple[str, str]],
    at: int,
    pos: str,
    said: Set[str],
) -> Iterator[tuple[Rule, int]]:
    """Yields the rules of which a phrase begins there, each with the length of its longest."""
    lemma, form = forms[at]
    found: dict[str, tuple[Rule, int]] = {}
    here = openings.get(lemma, ())
    for opening in here if form == lemma else here + openings.get(form, ()):
        if opening.rest and not _stand_at(opening.rest, forms, at + 1):
            continue
        size = len(opening.rest) + 1
        for rule in opening.rules(pos, said):
            if rule.id not in found or found[rule.id][1] < size:
                found[rule.id] = rule, size
    yield from found.values()


def _match(phrase: list[Token], rule: Rule, near: Neighbours) -> TriggerMatch | None:
    named = _named(phrase, rule)
    if named is None:
        return None
    head, phrase, nouns = named
    for key, words in rule.trigger.with_words.items():
        found = near.first(head, key, words)
        if found is None:
            return None
        nouns.append(found)
    for key, words in rule.trigger.without.items():
        if near.first(head, key, words) is not None:
            return None
    parts = {part.i: part for part in (*phrase, *nouns)}
    ordered = tuple([parts[i] for i in sorted(parts)])
    return TriggerMatch(rule=rule, head=head, parts=ordered, nouns=tuple(nouns))


def _named(phrase: list[Token], rule: Rule) -> tuple[Token, list[Token], list[Token]] | None:
    """Returns the head, the words that the rule names, and those at which arguments hang too."""
    if rule.trigger.pattern:
        found = match_pattern(rule.trigger.pattern, phrase[0])
        return None if found is None else (found[0], list(found), list(found[1:]))
    return (phrase[0] if len(phrase) == 1 else _root(phrase)), phrase, []


def _stand_at(words: tuple[str, ...], forms: Sequence[tuple[str, str]], at: int) -> bool:
    """Says whether the words stand there, one after the other."""
    if at + len(words) > len(forms) or words[0] not in forms[at]:
        return False
    return all(word in forms[at + offset] for offset, word in enumerate(words))


def _root(tokens: list[Token]) -> Token:
    """Returns the token of the phrase on which the others hang."""
    inside = {token.i for token in tokens}
    return next(
        (token for token in tokens if token.head.i not in inside or token.head.i == token.i),
        tokens[0],
    )


#: Constraints on words that hang on the head itself, by relation.
_BESIDE = {
    "particle": ("particle", "adverb", "preposition"),
    "auxiliary": ("auxiliary",),
    "determiner": ("determiner",),
}


def related_words(head: Token, key: str) -> list[Token]:
    """Returns the tokens that stand to the trigger's head as the constraint key says."""
    if key in _BESIDE:
        return children(head, *_BESIDE[key])
    if key == "object":
        things = [*logical_objects(head), *retained_objects(head)]
        return [noun for item in things for noun in (item, *_contained(item))]
    if key == "complement":
        # What is said before the verb of saying is no complement: "'We will leave,' he told them."
        return [verb for verb in complements(head) if verb.i > head.i]
    if key == "modifier":
        return [
            item
            for noun in carriers(head)
            for item in children(noun, "adjective", "compound", "adnominal_clause")
        ]
    if key == "complement_auxiliary":
        return [word for verb in complements(head) for word in children(verb, "auxiliary")]
    if key == "preposition":
        return [word for word in (head.head, *children(head, "case")) if word.pos_ == "ADP"]
    if key == "subject_noun":
        return grammatical_subjects(head)
    preposition = key.replace("_", " ")
    found = [*obliques(head, preposition), *_judged(head, preposition)]
    for item in logical_objects(head) if head.pos_ == "VERB" else []:
        found += obliques(item, preposition)
    carrier = governing_verb(head) if head.pos_ == "NOUN" else None
    if carrier is not None and carries_act(carrier) and relation(head) == "object":
        found += [item for item in obliques(carrier, preposition) if item.i > head.i]
    return found


def _judged(head: Token, preposition: str) -> list[Token]:
    """Returns adjectives by the preposition, clauses to a parser ("regards it as unfair")."""
    return [
        item
        for item in children(head, "adverbial_clause")
        if item.pos_ == "ADJ"
        and any(mark.lower_ == preposition for mark in children(item, "marker", "case"))
    ]


def _contained(noun: Token) -> list[Token]:
    """Returns what the noun only contains ("a series of meetings" at "series": meetings)."""
    return [item for item in obliques(noun, "of") if noun in carriers(item)]
