"""The grammar door: what stands in which relation to a verb or noun, whatever the label scheme.

This is the one module that knows dependency labels: Universal Dependencies (the core that ships)
and ClearNLP (the `en_core_web_*` pipelines). Rules, metonymy, roles and qualifiers ask here and
never name a label. Functions take and return tokens, heads of their phrases. Who a phrase means is
decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TypeVar

from pipeline.annotate.parse import Token

AnswerT = TypeVar("AnswerT")

#: Label -> our name for the relation. UD subtypes not listed fall back to their main type.
RELATIONS: dict[str, str] = {
    "nsubj": "subject",
    "csubj": "clausal_subject",
    "nsubj:pass": "passive_subject",
    "nsubj:outer": "subject",
    "nsubjpass": "passive_subject",
    "csubj:pass": "clausal_subject",
    "csubjpass": "clausal_subject",
    "obj": "object",
    "dobj": "object",
    "iobj": "indirect_object",
    "dative": "indirect_object",
    "obl": "oblique",
    "obl:agent": "agent",
    "agent": "agent",
    "nmod": "noun_modifier",
    "nmod:poss": "possessor",
    "nmod:desc": "title",
    "poss": "possessor",
    "amod": "adjective",
    "compound": "compound",
    "nmod:unmarked": "compound",
    "obl:unmarked": "bare_oblique",
    "npadvmod": "bare_oblique",
    "nummod": "number",
    "appos": "apposition",
    "conj": "conjunct",
    "cc": "conjunction",
    "case": "case",
    "prep": "preposition",
    "pobj": "prepositional_object",
    "pcomp": "prepositional_clause",
    "mark": "marker",
    "aux": "auxiliary",
    "aux:pass": "passive_auxiliary",
    "auxpass": "passive_auxiliary",
    "cop": "copula",
    "attr": "attribute",
    "acomp": "attribute",
    "neg": "negation",
    "advmod": "adverb",
    "acl": "adnominal_clause",
    "acl:relcl": "relative_clause",
    "relcl": "relative_clause",
    "advcl": "adverbial_clause",
    "advcl:relcl": "adverbial_clause",
    "xcomp": "open_complement",
    "ccomp": "complement_clause",
    "parataxis": "parataxis",
    "flat": "flat",
    "fixed": "fixed",
    "det": "determiner",
    "compound:prt": "particle",
    "prt": "particle",
    "expl": "expletive",
    "vocative": "vocative",
    "dep": "unclear",
    "punct": "punctuation",
}

#: Participles that work as prepositions ("talks involving Oman").
PARTICIPLE_PREPOSITIONS = frozenset({"involving", "including", "regarding", "concerning"})

#: Tags of finite forms, which are passive only with an auxiliary.
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})

#: Marks that join two words; some write a dash for them.
HYPHENS = frozenset("-‐‑")
_DASHES = HYPHENS | {"–"}

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})

#: Relative pronouns stand for the noun that their clause modifies.
_RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})


class _Names(dict[str, str]):
    """Our names of relations by label; that of a subtype not listed is looked up once."""

    def __missing__(self, label: str) -> str:
        """Returns the name of the main type, "" for labels without a name."""
        name = self[label] = self.get(label.partition(":")[0], "") if ":" in label else ""
        return name


_NAMES = _Names(RELATIONS)


def relation(token: Token) -> str:
    """Returns our name for the token's relation to its head, "" for labels without a name."""
    return _NAMES[token.dep_]


def children(token: Token, *relations: str) -> list[Token]:
    """Returns the token's dependents that stand in one of the relations, in text order."""
    if not token.children:
        return []  # most words have none
    return [child for child in token.children if _NAMES[child.dep_] in relations]


def _once(find: Callable[[Token], list[AnswerT]]) -> Callable[[Token], list[AnswerT]]:
    """Makes a question about a word's place in its tree be looked into once for each word."""
    key = find.__name__

    @wraps(find)
    def ask(token: Token) -> list[AnswerT]:
        if token.known is None:
            token.known = {}
        found: list[AnswerT] | None = token.known.get(key)
        if found is None:
            found = find(token)
            token.known[key] = found
        return found.copy()  # whoever asks may add to it

    return ask


@_once
def conjuncts(token: Token) -> list[Token]:
    """Returns the token and all that is coordinated with it, first to last.

    Example: "Russia, Iran, and Turkey" from "Russia": [Russia, Iran, Turkey]. Works for labels that
    hang every conjunct on the first one (UD) and for chains (ClearNLP).
    """
    found = [token]
    for item in found:
        found.extend(child for child in children(item, "conjunct") if child not in found)
    return sorted(found, key=lambda item: item.i)


def first_conjunct(token: Token) -> Token:
    """Returns the first of the coordination that the token is part of, else the token itself."""
    while relation(token) == "conjunct" and token.head.i != token.i:
        token = token.head
    return token


def expand(tokens: Iterable[Token]) -> list[Token]:
    """Returns the tokens with all their conjuncts, each once, in text order."""
    found: dict[int, Token] = {}
    for token in tokens:
        for item in conjuncts(token) if token.children else (token,):
            found[item.i] = item
    return [found[i] for i in sorted(found)]


@_once
def prepositions_of(token: Token) -> list[str]:
    """Returns the lower-case prepositions that introduce the noun, multi-word ones joined.

    Example: "according to officials" at "officials": ["according to"]. A later conjunct without a
    preposition of its own shares that of the first.
    """
    head = first_conjunct(token)
    for item in (token, head) if head.i != token.i else (token,):
        cases = [
            case
            for noun in (item, *children(item, "title", "compound"))
            for case in children(noun, "case")
            if case.i < item.i or noun is item
        ]
        if cases:
            return _joined([_with_fixed(case) for case in cases if case.lower_ not in _POSSESSIVE])
        if item.head.lower_ in PARTICIPLE_PREPOSITIONS and relation(item) == "object":
            return [item.head.lower_]
        if relation(item) in {"prepositional_object", "prepositional_clause"}:
            return [_preposition_chain(item.head)]
    return []


#: Adverbs that make another preposition of the "of" behind them.
_BEFORE_OF = frozenset({"ahead", "instead", "regardless", "irrespective", "short", "abreast"})


def _joined(words: list[str]) -> list[str]:
    """Returns the prepositions, "along" and "with" as the one that they are together."""
    if words[:1] in (["along"], ["together"]) and words[1:] == ["with"]:
        return [" ".join(words)]
    return words


def _with_fixed(token: Token) -> str:
    parts = [token, *children(token, "fixed")]
    before = token.nbor(-1) if token.lower_ == "of" and token.i > token.sent.start else token
    if before.lower_ in _BEFORE_OF:
        parts.append(before)  # "ahead of the attack" is no "of the attack"
    return " ".join(part.lower_ for part in sorted(parts, key=lambda part: part.i))


def _preposition_chain(preposition: Token) -> str:
    words = [preposition.lower_]
    head = preposition.head
    while relation(preposition) == "preposition" and relation(head) == "preposition":
        words.insert(0, head.lower_)
        preposition, head = head, head.head
    return " ".join(words)


def _prepositional(token: Token) -> Iterator[Token]:
    """Yields nouns that hang on the token by a preposition, in either scheme."""
    yield from children(token, "oblique", "noun_modifier", "agent")
    yield from (item for item in children(token, "object") if children(item, "case"))
    for participle in children(token, "adnominal_clause"):
        if participle.lower_ in PARTICIPLE_PREPOSITIONS:
            yield from children(participle, "object")
    for preposition in children(token, "preposition", "agent"):
        yield from children(preposition, "prepositional_object", "prepositional_clause")
        for inner in children(preposition, "preposition"):
            yield from children(inner, "prepositional_object")


def obliques(token: Token, *prepositions: str) -> list[Token]:
    """Returns nouns that hang on a verb, noun or adjective by one of the prepositions, expanded.

    Example: "competed with Iran and Turkey for contracts" at "competed", "with": [Iran, Turkey].
    Without prepositions all are returned.
    """
    return [
        noun
        for noun, cases in oblique_cases(token)
        if not prepositions or any(case in prepositions for case in cases)
    ]


@_once
def oblique_cases(token: Token) -> list[tuple[Token, list[str]]]:
    """Returns all nouns that hang on the token by prepositions, with these, in text order."""
    if not token.children:
        return []
    found = {noun.i: noun for item in _prepositional(token) for noun in conjuncts(item)}
    nouns = ((found[i], prepositions_of(found[i])) for i in sorted(found))
    return [(noun, cases) for noun, cases in nouns if cases]


@_once
def possessors(noun: Token) -> list[Token]:
    """Returns who the noun belongs to by "'s" or a possessive pronoun, expanded.

    Of "Iran and Oman's plan" some parses hang "Oman" alone on the plan: both own it. "Whose" is the
    noun that its clause tells of.
    """
    own = [antecedent(item) for item in children(noun, "possessor")] or _owner_before(noun)
    return expand([*own, *(other for item in own for other in _joint_owner(item))])


def _owner_before(noun: Token) -> list[Token]:
    """Returns the name before the "'s" that stands before the noun's adjectives."""
    i = noun.i - 1
    while i > noun.sent.start and noun.doc[i].pos_ in {"ADJ", "ADV"}:
        i -= 1
    mark = noun.doc[i]
    if i <= noun.sent.start or mark.lower_ not in _POSSESSIVE or mark.pos_ != "PART":
        return []
    owner = mark.nbor(-1)
    is_free = relation(owner) == "conjunct" or mark.head.i != owner.i
    return [owner] if is_free and owner.pos_ == "PROPN" else []


def _joint_owner(owner: Token) -> list[Token]:
    """Returns the name that "and" joins to the owner, where no case of its own parts them."""
    if owner.i - 2 < owner.sent.start or owner.nbor(-1).lower_ != "and":
        return []
    other = owner.nbor(-2)
    is_name = other.pos_ == owner.pos_ == "PROPN" and not children(other, "case")
    owned = owner.head
    beside = relation(owned) == "subject" and owned.head is other.head  # two subjects, no "and"
    return [other] if is_name and (relation(other) != "subject" or beside) else []


@_once
def modifiers(noun: Token) -> list[Token]:
    """Returns adjectives and nouns before the noun ("Russian", "Moscow-Tehran"), expanded.

    Names joined by a hyphen hang on one another in some parses: all of them are returned.
    """
    found = expand(children(noun, "adjective", "compound"))
    for item in (noun, *found):
        for child in children(item, "compound", "adjective", "conjunct", "bare_oblique"):
            if child.i < item.i and child.nbor(1).text in _DASHES and child not in found:
                found.append(child)
    if noun.i - 2 >= noun.sent.start and noun.nbor(-1).text in _DASHES:
        before = conjuncts(first_conjunct(noun.nbor(-2)))  # "Omani, Iranian and Iraqi-led"
        found += [item for item in before if item.i < noun.i and item not in found]
    return sorted(found, key=lambda item: item.i)


def is_passive(verb: Token) -> bool:
    """Says whether the verb is in the passive, also a bare participle on a noun ("brokered by")."""
    if children(verb, "passive_auxiliary"):
        return True
    if verb.tag_ in FINITE_TAGS:
        return False  # "Kenya mediated": a subject misread as passive
    if children(verb, "passive_subject"):
        return bool(agents(verb)) or relation(verb) == "adnominal_clause"  # else misread: no "was"
    if relation(verb) == "conjunct" and not children(verb, "subject", "auxiliary"):
        head = first_conjunct(verb)
        return verb.tag_ == "VBN" and head.tag_ == "VBN" and is_passive(head)
    if relation(verb) in {"adnominal_clause", "adjective"}:
        held = [item for item in children(verb, "object") if not children(item, "case")]
        return verb.tag_ == "VBN" and not held
    return verb.tag_ == "VBN" and not children(verb, "auxiliary") and bool(agents(verb))


@_once
def agents(verb: Token) -> list[Token]:
    """Returns the by-phrase of a passive, expanded."""
    found = [item for item in _prepositional(verb) if "by" in prepositions_of(item)]
    return expand(dict.fromkeys(found))


def antecedent(token: Token) -> Token:
    """Returns the noun that a relative pronoun stands for; any other token itself.

    Example: "Iran, which backs the group" at "which": Iran.
    """
    if token.lower_ not in _RELATIVE_PRONOUNS or token.tag_ not in {"WDT", "WP", "WP$", "IN"}:
        return token
    for ancestor in token.ancestors:
        if relation(ancestor) == "relative_clause":
            return ancestor.head
    return token


def subjects(verb: Token) -> list[Token]:
    """Returns the verb's own grammatical subjects (of either voice), expanded."""
    own = children(verb, "subject", "passive_subject")
    return expand(antecedent(item) for item in own)


def objects(verb: Token) -> list[Token]:
    """Returns the verb's direct and indirect objects, expanded."""
    own = children(verb, "object", "indirect_object")
    return expand(antecedent(item) for item in own if not children(item, "case"))


def clause_head(token: Token) -> Token:
    """Returns the verb or predicate of the clause that the token stands in."""
    clausal = {
        "relative_clause",
        "adnominal_clause",
        "adverbial_clause",
        "complement_clause",
        "open_complement",
        "clausal_subject",
        "parataxis",
    }
    while token.head.i != token.i:
        if relation(token) in clausal or (relation(token) == "conjunct" and is_predicate(token)):
            return token
        token = token.head
    return token


def is_predicate(token: Token) -> bool:
    """Says whether the token heads a clause: a verb, or a noun or adjective with a copula."""
    return token.pos_ in {"VERB", "AUX"} or bool(children(token, "copula", "subject"))
