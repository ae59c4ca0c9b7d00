"""When and where: the date and place of a claim, from its clause, then its sentence.

A date or place counts only where grammar lets it reach the trigger: it stands in the trigger's
clause, in a clause above it, or before the verb of a clause coordinated with it ("In May Iran left
and Oman followed"). The only one of a sentence counts for all that it says. A date that belongs to
a name ("the 1951 treaty") dates the name alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import TypeVar

from pipeline.annotate.annotated import AnnotatedDocument
from pipeline.annotate.grammar import (
    children,
    clause_head,
    first_conjunct,
    obliques,
    possessors,
    prepositions_of,
    relation,
)
from pipeline.annotate.parse import Span, Token
from pipeline.claims.cast import token_span
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import (
    ClaimDate,
    ClaimPlace,
    DateMention,
    EventType,
    PlaceBasis,
    PlaceMention,
    Sentence,
)
from pipeline.rules.tables_load import word_list

MentionT = TypeVar("MentionT", DateMention, PlaceMention)

#: How a clause stands beside another one, not in it.
_BESIDE = frozenset({"conjunct", "parataxis"})

#: Nouns of events, by which a sentence takes up the one before ("The visit was ...").
_EVENTS = word_list("event_noun")

_POINTING = frozenset({"this", "these", "those"})

_DEFINITE = _POINTING | {"the", "that"}

#: Steps between tokens of different trees.
FAR = 1_000

#: Relations by which a date belongs to the noun before or after it.
_OF_A_NOUN = frozenset({"number", "compound", "adjective", "noun_modifier", "possessor"})


def find_date(
    match: TriggerMatch, sentence: Sentence, annotated: AnnotatedDocument
) -> ClaimDate | None:
    """Returns the date nearest to the trigger among those that reach it."""
    told = [
        (mention, span)
        for mention, span in _inside(annotated.dates, sentence, annotated)
        if mention.interval is not None
        and not _dates_another_noun(span.root, match)
        and not _tells_of_a_name(span.root, match)
    ]
    mention = _nearest(match.head, _reaching(told, match))
    if mention is None:
        mention = _from_before(annotated.dates, match, sentence, annotated)
    if mention is None or mention.interval is None:
        return None
    return ClaimDate(mention=mention, interval=mention.interval)


def find_place(
    match: TriggerMatch, sentence: Sentence, annotated: AnnotatedDocument
) -> ClaimPlace | None:
    """Returns the place nearest to the trigger, and whether its clause or its sentence names it.

    A place holds longer than a date: the only one of a sentence is that of all its claims.
    """
    named = _inside(annotated.places, sentence, annotated)
    reaching = _reaching(named, match) or (named if _is_one(named) else [])
    own = [item for item in reaching if not _is_of_another(item[1].root, match)]
    mention = _nearest(match.head, own or reaching)
    if mention is None:
        mention = _from_before(annotated.places, match, sentence, annotated)
        if mention is None:
            return None
        return ClaimPlace(mention=mention, basis=PlaceBasis.PREVIOUS_SENTENCE)
    root = token_span(annotated.doc, mention.evidence).root
    is_near = clause_head(root) == clause_head(match.head)
    return ClaimPlace(mention=mention, basis=PlaceBasis.CLAUSE if is_near else PlaceBasis.SENTENCE)


def _inside(
    mentions: Sequence[MentionT], sentence: Sentence, annotated: AnnotatedDocument
) -> list[tuple[MentionT, Span]]:
    """Returns the mentions of the sentence with their words, but for those of its dateline."""
    # A dateline is a tree of its own before the one in which the sentence ends.
    words = annotated.doc.char_span(sentence.start, sentence.end, alignment_mode="contract")
    start = max(sentence.start, words[-1].sent.start_char) if words else sentence.start
    first = bisect_left(mentions, start, key=_start)
    inside = takewhile(lambda mention: _start(mention) < sentence.end, mentions[first:])
    return [(mention, token_span(annotated.doc, mention.evidence)) for mention in inside]


def _start(mention: DateMention | PlaceMention) -> int:
    return mention.evidence.start


def _reaching(
    found: list[tuple[MentionT, Span]], match: TriggerMatch
) -> list[tuple[MentionT, Span]]:
    """Returns the mentions that grammar lets reach the trigger.

    A lone one reaches it also from a clause below, but never from one beside it ("Peru attacked in
    2001, and Bolivia helped").
    """
    if not found:
        return []
    above = _clauses_above(match.head)
    below = {token.i for token in match.head.subtree}
    reaching, lone = [], []
    for mention, span in found:
        clause = clause_head(span.root)
        link = above.get(clause.i)
        fronted = span.root.i < clause.i
        is_below = span.root.i in below and (clause.i in below or match.head.pos_ == "NOUN")
        if is_below or link == "within" or (link == "beside" and fronted):
            reaching.append((mention, span))
        elif link is None and relation(clause) not in _BESIDE:
            lone.append((mention, span))
    return reaching or (lone if _is_one(found) else [])


def _is_one(found: Sequence[tuple[MentionT, Span]]) -> bool:
    """Says whether there is one mention, or one row of them ("in Chad and Niger")."""
    return len({first_conjunct(span.root).i for _, span in found}) == 1


def _clauses_above(token: Token) -> dict[int, str]:
    """Returns heads of the clauses that hold the token: `within`, or `beside` by conjunction."""
    found: dict[int, str] = {}
    link = "within"
    clause = clause_head(token)
    while clause.i not in found:
        found[clause.i] = link
        if clause.head.i == clause.i:
            break
        if relation(clause) in _BESIDE:
            link = "beside"
        clause = clause_head(clause.head)
    return found


def _dates_another_noun(root: Token, match: TriggerMatch) -> bool:
    if relation(root) not in _OF_A_NOUN or prepositions_of(root) not in ([], ["of"]):
        return False
    noun = root.head
    if noun.pos_ in {"NOUN", "PROPN"} and noun.i not in {part.i for part in match.parts}:
        return True
    return _is_dated_object(noun, match)


def _is_dated_object(noun: Token, match: TriggerMatch) -> bool:
    """Says whether the noun is what the verb is about, not what it brings about.

    "Violated the 1995 treaty" happened later, "signed the 1995 treaty" then.
    """
    is_object = relation(noun) in {"object", "passive_subject"} and noun.i != match.head.i
    return is_object and match.rule.type is not EventType.AGREE


def _tells_of_a_name(root: Token, match: TriggerMatch) -> bool:
    """Says whether the date stands in an aside on a name ("Peru, founded in 1821, condemned")."""
    clause = clause_head(root)
    if relation(clause) not in {"adnominal_clause", "relative_clause"}:
        return False
    is_aside = clause.head.pos_ == "PROPN" and clause.i != match.head.i
    return is_aside and not any(token.i == clause.i for token in match.head.ancestors)


#: Types of which the place is not where the matter lies that is talked about.
_SPOKEN = frozenset(
    {EventType.CONSULT, EventType.AGREE, EventType.ACCUSE, EventType.REQUEST, EventType.SUPPORT}
)

_TOPIC = frozenset({"on", "about", "over", "regarding", "concerning"})

_MOTION = frozenset({"to", "from", "towards", "toward"})


def _is_of_another(root: Token, match: TriggerMatch) -> bool:
    """Says whether the place is that of another noun: of a trip, or of what is talked about."""
    inside = {part.i for part in match.parts}
    is_of_noun = relation(root) == "noun_modifier" and root.head.i not in inside
    if is_of_noun and _MOTION.intersection(prepositions_of(root)):
        return True
    if _is_in_an_apposition(root, inside):
        return True
    if match.rule.type not in _SPOKEN:
        return False
    for above in root.ancestors:
        if above.i in inside or above.pos_ == "VERB":
            return False
        if _TOPIC.intersection(prepositions_of(above)):
            return True
    return False


def _is_in_an_apposition(root: Token, inside: set[int]) -> bool:
    """Says whether the place only tells who somebody is ("X, a commander in Gao, was killed")."""
    for above in root.ancestors:
        if above.i in inside:
            return False
        if relation(above) == "apposition" and above.pos_ == "NOUN":
            return True
    return False


def _from_before(
    mentions: Sequence[MentionT],
    match: TriggerMatch,
    sentence: Sentence,
    annotated: AnnotatedDocument,
) -> MentionT | None:
    """Returns the only mention of the sentence before, where this one takes its event up.

    Example: "Chad met Niger in Abuja on 3 May. The meeting led to a deal between them."
    """
    if sentence.index == 0 or not _takes_up(match.head.sent):
        return None
    before = next((item for item in annotated.sentences if item.index == sentence.index - 1), None)
    found = _inside(mentions, before, annotated) if before is not None else []
    return found[0][0] if _is_one(found) else None


def _takes_up(span: Span) -> bool:
    """Says whether the sentence begins with an event told before ("The visit", "This attack").

    What is pointed at may also stand deeper in the subject ("The cost of these raids provoked").
    """
    for token in span:
        if token.lemma in _EVENTS and token.i < max(span.start + 4, span.root.i):
            marks = {word.lower_ for word in children(token, "determiner")}
            told = obliques(token) or possessors(token) or children(token, "relative_clause")
            near = token.i <= span.start + 3
            return bool(marks & (_DEFINITE if near else _POINTING)) and not told
    return False


def _nearest(head: Token, found: Sequence[tuple[MentionT, Span]]) -> MentionT | None:
    """Returns the mention nearest to the trigger in the tree, text distance as tie-break."""
    if not found:
        return None
    way = {token.i: steps for steps, token in enumerate((head, *head.ancestors))}

    return min(found, key=lambda item: _distance(item[1].root, way))[0]


def _distance(root: Token, way: dict[int, int]) -> tuple[int, bool, int]:
    """Returns the steps from the token to the trigger over their lowest joint, then in the text.

    Of two as near, what hangs on the trigger comes first.
    """
    steps = next(
        (up + way[item.i] for up, item in enumerate((root, *root.ancestors)) if item.i in way),
        FAR,
    )
    head = min(way, key=way.__getitem__)
    return steps, all(above.i != head for above in root.ancestors), abs(root.i - head)
