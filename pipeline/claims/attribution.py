"""Attribution: who says so, by which words. "" and None mean the document's own voice.

A speech act that is itself the claim ("criticised", "accused") is no attribution of itself: only
what stands inside its content is attributed to the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.annotate.grammar import (
    children,
    obliques,
    possessors,
    prepositions_of,
    relation,
)
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import carries_act, governing_verb
from pipeline.claims.cast import Cast
from pipeline.claims.clauses import logical_subjects
from pipeline.claims.scope import Step, climb
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorMention, Attribution, AttributionKind, Evidence
from pipeline.rules.tables_load import SpeechWord, load_speech

#: Verbs whose object is the hearer.
_TELLING = frozenset({"tell", "inform", "notify"})

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")


def attribute(match: TriggerMatch, cast: Cast) -> tuple[Attribution, bool]:
    """Returns who says the claim, and whether the speaker denies it.

    Example: "Oman said that Iran had agreed to talks" at "agreed": Oman, reported, "said". Nested
    speech gives the innermost speaker: it is the one who vouches for the claim.
    """
    inside = {part.i for part in match.parts}
    for step in climb(match.head):
        found = _said_at(step, match, cast, inside)
        if found is not None:
            return found
    according = _according_to(match, cast)
    if according is not None:
        return according, False
    return Attribution(), False


def _said_at(
    step: Step, match: TriggerMatch, cast: Cast, inside: set[int]
) -> tuple[Attribution, bool] | None:
    token = step.token
    words = load_speech()
    if step.via in {"complement", "clause"} and token.i not in inside and token.pos_ == "VERB":
        word = words.get(("verb", token.lemma_.lower()))
        if word and _holds_content(step):
            return _attribution(word, token, logical_subjects(token), match, cast)
    if step.via == "complement" and token.pos_ == "NOUN" and token.i not in inside:
        word = words.get(("noun", token.lemma_.lower()))
        if word:
            return _told_by_noun(word, token, match, cast)
    for child in children(token, "parataxis"):
        word = words.get(("verb", child.lemma_.lower()))
        if word and child.i not in inside and not _says_something_else(child):
            return _attribution(word, child, logical_subjects(child), match, cast)
    return None


def _told_by_noun(
    word: SpeechWord, noun: Token, match: TriggerMatch, cast: Cast
) -> tuple[Attribution, bool]:
    """Returns who tells what the noun of speech holds, and whether that is denied.

    Where the noun names nobody, the verb that takes it up does: "Oman rejected claims that ...".
    """
    speakers = _noun_speakers(noun)
    verb = governing_verb(noun)
    above = load_speech().get(("verb", verb.lemma_.lower())) if verb is not None else None
    if verb is None or cast.of_heads(speakers) or relation(noun) == "subject":
        return _attribution(word, noun, speakers, match, cast)
    if above is None and not carries_act(verb):
        return _attribution(word, noun, speakers, match, cast)
    told, _ = _attribution(above or word, verb, logical_subjects(verb), match, cast)
    return told, above is not None and above.stance == "denying"


def _says_something_else(verb: Token) -> bool:
    """Says whether the verb beside the clause has an object, or stands after a semicolon."""
    told = [item for item in children(verb, "object") if verb.lemma_ not in _TELLING]
    return bool(told) or any(item.text == ";" for item in children(verb, "punctuation"))


def _holds_content(step: Step) -> bool:
    """Says whether the clause below is what the verb says ("vowed to act" is no report)."""
    below = step.below
    if below is None:
        return False
    if relation(below) == "parataxis" and _goes_on_after(step.token, below):
        return False
    if relation(below) in {"complement_clause", "parataxis"}:
        return not any(word.lower_ == "so" for word in children(step.token, "adverb"))
    if relation(below) in {"adverbial_clause", "prepositional_clause"}:
        return _is_charge(step.token, below)
    return relation(below) == "open_complement" and step.token.lemma_ == "deny"


def _goes_on_after(verb: Token, below: Token) -> bool:
    """Says whether the words go on from what was said, not with it.

    Example: "accused Chad of theft, a charge that Chad denied", "accused Chad; Chad denied it".
    """
    parted = any(item.text == ";" for item in verb.doc[verb.i : below.i])
    return below.i > verb.i and (below.pos_ == "NOUN" or parted)


def _is_charge(verb: Token, gerund: Token) -> bool:
    """Says whether the gerund is what the verb charges its object with ("accused of arming")."""
    word = load_speech().get(("verb", verb.lemma_.lower()))
    marks = {item.lower_ for item in children(gerund, "marker", "case")}
    if relation(gerund) == "prepositional_clause":
        marks.add(gerund.head.lower_)
    return word is not None and word.stance == "distancing" and bool(marks & {"of", "for"})


def _noun_speakers(noun: Token) -> list[Token]:
    return [*possessors(noun), *obliques(noun, "by", "from", "of"), *children(noun, "compound")]


def _attribution(
    word: SpeechWord, token: Token, speakers: Sequence[Token], match: TriggerMatch, cast: Cast
) -> tuple[Attribution, bool]:
    found = cast.of_heads(speakers)
    kind = AttributionKind.QUOTED if is_quoted(match.head) else AttributionKind.REPORTED
    attribution = Attribution(
        kind=kind,
        speaker=_speaker(found),
        verb=token.lemma_.lower(),
        cue=_evidence(token),
    )
    return attribution, word.stance == "denying"


def _speaker(found: Sequence[ActorMention]) -> ActorMention | None:
    return found[0] if found else None


def _according_to(match: TriggerMatch, cast: Cast) -> Attribution | None:
    for step in climb(match.head):
        for phrase, noun in _named_sources(step.token):
            found = cast.of_phrase(noun)
            if found:
                return Attribution(
                    kind=AttributionKind.ACCORDING_TO,
                    speaker=found[0],
                    verb=phrase,
                    cue=_evidence(noun),
                )
    return None


@cache
def _phrases() -> tuple[tuple[str, list[str]], ...]:
    """Returns the phrases by which a source is named ("according to"), with their words."""
    return tuple((said, said.split()) for form, said in load_speech() if form == "preposition")


def _named_sources(token: Token) -> Iterator[tuple[str, Token]]:
    """Yields nouns after a phrase of saying, also around a noun ("in the words of Oman": Oman)."""
    hanging = [(case, noun) for noun in obliques(token) for case in prepositions_of(noun)]
    if not hanging:
        return
    for phrase, words in _phrases():
        for case, noun in hanging:
            if case == phrase:
                yield phrase, noun
            elif len(words) > 3 and case == words[0] and noun.lower_ == words[-2]:
                yield from ((phrase, owner) for owner in obliques(noun, words[-1]))


def is_quoted(token: Token) -> bool:
    """Says whether the token stands inside quotation marks of its sentence."""
    depth = 0
    straight = 0
    for item in token.sent:
        if item.i >= token.i:
            break
        depth += item.text in _OPENING
        depth -= item.text in _CLOSING
        straight += item.text in {'"', "``", "''"}
    return depth > 0 or straight % 2 == 1


def _evidence(token: Token) -> Evidence:
    return Evidence(start=token.idx, end=token.idx + len(token), text=token.text)
