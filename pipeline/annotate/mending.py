"""Mends slips that parsers make over and over, before anyone reads the tree.

Here belongs what English forbids (a finite verb without a subject, an infinitive with one after it)
and a reading of the same words that it allows. What is only unlikely stays as the parser has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.annotate.amounts import worth_of_noun
from pipeline.annotate.grammar import (
    FINITE_TAGS,
    HYPHENS,
    children,
    first_conjunct,
    relation,
)
from pipeline.annotate.mending_clauses import CLAUSE_MENDERS, Edit, Mender
from pipeline.annotate.mending_phrases import (
    behind_its_preposition,
    hyphened_participle,
    object_across,
)
from pipeline.annotate.parse import Doc, Token

#: Adjectives that are no adverbs, whatever a tagger says ("remains steadfast in its support").
_ONLY_ADJECTIVES = frozenset(
    "steadfast resolute staunch adamant aloof neutral silent loyal wary hostile firm vocal".split()
)

#: Ends of a past tense's stem that have lost an "e" ("accus-ed", "creat-ed", "provid-ed").
_BEFORE_E = ("s", "c", "v", "z", "u", "at", "vid", "sid", "lud")

#: Who will be in office, behind the office and a hyphen.
_TO_BE = frozenset({"designate", "elect", "nominate"})
_CLAUSES = frozenset({"open_complement", "complement_clause", "adverbial_clause"})


#: Verbs that charge somebody with a deed, and participles that tell of no deed behind their "of".
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve"})
_GROWING = frozenset({"growing", "rising", "mounting", "increasing", "continuing", "existing"})


def mend_parses(doc: Doc) -> None:
    """Mends the trees of a parsed document in place."""
    tokens = doc.tokens
    for token in tokens:
        if token.pos_ == "ADJ" and token.lower_.endswith("ed") and _is_finite_verb(token):
            token.pos_, token.lemma_ = "VERB", _without_ed(token.lower_)
            token.lemma = token.lemma_
            token.tag_ = "VBN" if children(token, "auxiliary") else "VBD"
        elif token.pos_ == "ADV" and token.lower_ in _ONLY_ADJECTIVES:
            token.pos_, token.tag_ = "ADJ", "JJ"
    places = _by_relation(tokens)
    for mend, relations in _MENDERS:
        found = [token for name in relations for token in places.get(name, ())]
        found = sorted(found, key=lambda token: token.i) if relations else tokens
        edits = [edit for token in found for edit in mend(token)]
        for word, head, label in edits:
            word.attach(head, label)
        if edits:
            places = _by_relation(tokens)


def _by_relation(tokens: Iterable[Token]) -> dict[str, list[Token]]:
    found: dict[str, list[Token]] = {}
    for token in tokens:
        found.setdefault(relation(token), []).append(token)
    return found


def _is_finite_verb(token: Token) -> bool:
    """Says whether an "adjective" has a subject and an object ("Iran armed the rebels")."""
    has_both = bool(children(token, "subject")) and bool(children(token, "object"))
    return has_both and not children(token, "copula", "passive_auxiliary")


def _without_ed(word: str) -> str:
    """Returns the dictionary form of a regular past tense ("armed", "accused", "planned")."""
    stem = word[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if stem[-1:] == stem[-2:-1] and stem[-1:] not in "sl":
        return stem[:-1]
    has_lost_e = stem.endswith(_BEFORE_E) and not stem.endswith("eat")
    return f"{stem}e" if has_lost_e else stem


def _subject_of_auxiliary(token: Token) -> Iterator[Edit]:
    """Yields what hangs on an auxiliary of its verb ("that Iran had armed": "that", "Iran")."""
    auxiliary = token.head
    if relation(auxiliary) in {"auxiliary", "passive_auxiliary"}:
        yield token, auxiliary.head, token.dep_


def _title_to_be(token: Token) -> Iterator[Edit]:
    """Yields an office as head over what only a hyphen joins to it ("president-elect")."""
    if token.lower_ not in _TO_BE or token.i - 2 < token.sent.start:
        return
    office = token.doc[token.i - 2]
    if token.nbor(-1).text not in HYPHENS or office.pos_ not in {"NOUN", "PROPN"}:
        return
    if office.head.i != token.i:
        return
    clause = relation(token) in _CLAUSES and token.head.i < token.i
    yield (
        office,
        (token.head if token.head.i != token.i else office),
        "obj" if clause else token.dep_,
    )
    yield token, office, "amod"
    for word in token.children:
        if word.i != office.i:
            yield word, office, word.dep_


def _object_of_infinitive(token: Token) -> Iterator[Edit]:
    """Yields an object taken for a subject ("a plan to defeat the rebels is under way")."""
    verb = token.head
    if token.i > verb.i and verb.tag_ == "VB" and _is_infinitive(verb):
        yield token, verb, "obj"


def _adjective_of_state(token: Token) -> Iterator[Edit]:
    """Yields an adjective taken for an adverb ("remains steadfast": a state of the subject)."""
    if token.pos_ == "ADJ" and token.lower_ in _ONLY_ADJECTIVES:
        yield token, token.head, "xcomp"


def _object_after_comma(token: Token) -> Iterator[Edit]:
    """Yields what a comma parts from the verb ("denied plotting, a charge that Chad made")."""
    verb = token.head
    if token.i < verb.i + 2 or verb.pos_ != "VERB":
        return
    first = next(item for item in token.subtree if item.pos_ != "PUNCT")
    opens = first is token or (first.pos_ == "DET" and first.head is token)
    if opens and first.i == verb.i + 2 and verb.nbor(1).text == ",":
        above = next((item for item in verb.ancestors if item.tag_ in FINITE_TAGS), verb)
        yield token, above, "parataxis"


def _gerund_of_charge(token: Token) -> Iterator[Edit]:
    """Yields a deed taken for an adjective ("accused Chad of arming rebels": "arming")."""
    noun = token.head
    verb = noun.head
    if token.tag_ != "VBG" or token.lower_ in _GROWING:
        return
    before = token.nbor(-1) if token.i > 0 else token
    if before.lower_ != "of" or before.head.i != noun.i or verb.lemma not in _CHARGING:
        return
    yield before, token, "mark"
    yield token, verb, "advcl"
    yield noun, token, "obj"


def _second_subject(token: Token) -> Iterator[Edit]:
    """Yields the object taken for one more subject ("his trip irritated Washington")."""
    verb = token.head
    if token.i < verb.i or verb.pos_ != "VERB":
        return
    before = [word for word in children(verb, "subject") if word.i < verb.i]
    if before and not children(verb, "object", "complement_clause", "passive_auxiliary"):
        yield token, verb, "obj"


def _named_caller(token: Token) -> Iterator[Edit]:
    """Yields whom one calls, taken for what one calls somebody ("Chad's leader called Macron")."""
    verb = token.head
    if token.pos_ not in {"PROPN", "NOUN"}:
        return
    if verb.lemma_ == "call" and not children(
        verb, "object", "passive_subject", "passive_auxiliary"
    ):
        yield token, verb, "obj"


def _before_that(token: Token) -> Iterator[Edit]:
    """Yields what stands before the "that" of its clause ("said on Monday that he had left")."""
    clause = token.head
    if clause.head.i == clause.i:
        return
    marks = [mark.i for mark in children(clause, "marker") if mark.lower_ == "that"]
    if marks and clause.head.i < token.i < min(marks):
        yield token, clause.head, token.dep_


def _owner_across(token: Token) -> Iterator[Edit]:
    """Yields an owner tied to a noun with a determiner of its own, to the noun right behind it.

    Example: "Japan's promise that an attack would be answered": Japan owns the promise. So does an
    owner that was tied to a noun before it.
    """
    owned = token.head
    if token.i < owned.i <= token.i + 2:
        return
    if owned.i < token.i:
        after = token.doc[token.i + 2 : token.i + 6]
        own = next((word for word in after if word.pos_ in {"NOUN", "PROPN"}), None)
        if own is not None and any(word.lower_ == "'s" for word in children(token, "case")):
            yield token, own, token.dep_
        return
    between = token.doc[token.i + 1 : owned.i]
    if any(word.pos_ in {"DET", "SCONJ"} for word in between):
        noun = next((word for word in between if word.pos_ in {"NOUN", "PROPN"}), None)
        if noun is not None:
            yield token, noun, token.dep_


def _last_of_row(token: Token) -> Iterator[Edit]:
    """Yields the last adjective of a row beside it ("Omani, Iraqi, and Syrian envoys")."""
    for word in children(token, "conjunction"):
        first = first_conjunct(token)
        if word.i < token.i or word.i + 1 >= token.sent.end:
            continue
        after = word.nbor()
        if after.head.i == first.head.i and relation(after) == relation(first) != "conjunct":
            yield after, first, "conj"


def _within_row(token: Token) -> Iterator[Edit]:
    """Yields a name of a row that hangs on the noun before it ("talks among A, B and C": B)."""
    if children(token, "conjunction"):
        return
    for noun in children(token.head, "noun_modifier"):
        later = [item for item in children(noun, "conjunct") if item.i > token.i]
        if noun.i < token.i and later and noun.pos_ == token.pos_:
            yield token, noun, "conj"


def _noun_beside_verb(token: Token) -> Iterator[Edit]:
    """Yields a noun joined to a verb instead of its last argument ("fears Chad and its army")."""
    verb = token.head
    if token.pos_ not in {"NOUN", "PROPN"} or verb.pos_ != "VERB":
        return
    if not children(token, "conjunction") or children(token, "copula", "subject", "adverb"):
        return
    held = [item for item in children(verb, "object", "oblique") if verb.i < item.i < token.i]
    if held:
        yield token, held[-1], "conj"


def _row_without_and(token: Token) -> Iterator[Edit]:
    """Yields the second of two names that share a plural verb ("Peru, Chile sign a pact")."""
    first = token.head
    if {token.pos_, first.pos_} != {"PROPN"}:
        return
    verb, start = first.head, min(item.i for item in token.subtree if item.text != ",")
    if relation(first) != "subject" or not first.i < start <= token.i < verb.i:
        return
    between = token.doc[token.i + 1 : verb.i]
    plural = verb.tag_ in {"VBP", "VB"} and all(item.pos_ == "ADV" for item in between)
    if plural and token.doc[start - 1].text == "," and not _is_infinitive(verb):
        yield token, first, "conj"


def _is_infinitive(verb: Token) -> bool:
    return any(word.lower_ == "to" for word in children(verb, "marker", "auxiliary"))


_MENDERS: tuple[Mender, ...] = (
    (worth_of_noun, ("open_complement", "adverbial_clause", "adjective")),
    (_title_to_be, ()),
    (hyphened_participle, ("open_complement", "complement_clause", "adverbial_clause")),
    (_subject_of_auxiliary, ("subject", "passive_subject", "marker")),
    (_object_of_infinitive, ("subject",)),
    (_adjective_of_state, ("adverb",)),
    (_object_after_comma, ("object",)),
    (_gerund_of_charge, ("adjective",)),
    (_second_subject, ("subject",)),
    (_named_caller, ("open_complement",)),
    (_before_that, ("oblique", "bare_oblique", "adverb")),
    (_owner_across, ("possessor",)),
    (_last_of_row, ()),
    (_within_row, ("conjunct",)),
    (_noun_beside_verb, ("conjunct",)),
    (_row_without_and, ("compound", "apposition")),
    (behind_its_preposition, ("case",)),
    (object_across, ("compound",)),
    *CLAUSE_MENDERS,
)
