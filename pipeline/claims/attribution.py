"""Attribution: who says so, by which words. "" and None mean the document's own voice.

A speech act that is itself the claim ("criticised", "accused") is no attribution of itself: only
what stands inside its content is attributed to the speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.annotate.grammar import children, obliques, possessors, relation
from pipeline.claims.cast import Cast
from pipeline.claims.clauses import logical_subjects
from pipeline.claims.scope import Step, climb
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import ActorMention, Attribution, AttributionKind, Evidence
from pipeline.rules.tables_load import SpeechWord, load_speech

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
            return _attribution(word, token, _noun_speakers(token), match, cast)
    for child in children(token, "parataxis"):
        word = words.get(("verb", child.lemma_.lower()))
        if word and child.i not in inside:
            return _attribution(word, child, logical_subjects(child), match, cast)
    return None


def _holds_content(step: Step) -> bool:
    """Says whether the clause below is what the verb says ("vowed to act" is no report)."""
    below = step.below
    if below is None:
        return False
    if relation(below) in {"complement_clause", "parataxis"}:
        return True
    return relation(below) == "open_complement" and step.token.lemma_ == "deny"


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
        for (form, phrase), _ in load_speech().items():
            if form != "preposition":
                continue
            for noun in obliques(step.token, phrase):
                found = cast.of_phrase(noun)
                if found:
                    return Attribution(
                        kind=AttributionKind.ACCORDING_TO,
                        speaker=found[0],
                        verb=phrase,
                        cue=_evidence(noun),
                    )
    return None


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
