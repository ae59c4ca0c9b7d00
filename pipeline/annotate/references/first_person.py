"""First person: who "I", "we" and "our" are in a quotation or a statement.

"I" is the speaker; "we" and "our" are whom the speaker speaks for: a minister's state, a
spokesman's group. Without a quotation the document's issuer speaks, whom `issuers` finds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.annotate.parse import Doc, Token
from pipeline.annotate.references.speakers import Quotation
from pipeline.knowledge.store import Knowledge
from pipeline.records import Actor, ActorBasis, ActorKind, ActorMention, Evidence

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_ADDRESSED = frozenset({"you", "your", "yours"})
_SPEAKING = _SINGULAR | _PLURAL
#: Verbs whose "you" is anybody ("as you know").
_ANYBODY = frozenset("know see imagine ask recall mention hear read remember".split())
_PRONOUN_TAGS = frozenset({"PRP", "PRP$"})
#: Kinds that speak for themselves; persons and government bodies speak for more.
_OWN_VOICE = frozenset(
    {ActorKind.STATE, ActorKind.IGO, ActorKind.NGO, ActorKind.ARMED_GROUP, ActorKind.PARTY,
     ActorKind.COMPANY, ActorKind.MEDIA, ActorKind.GROUP, ActorKind.MILITARY, ActorKind.OTHER}
)  # fmt: skip


def first_person(
    doc: Doc,
    *,
    issuer: Actor | None,
    spoken: Sequence[Quotation],
    knowledge: Knowledge,
    bodies: Mapping[str, Actor],
) -> Iterator[ActorMention]:
    """Yields a mention for each pronoun of the first person whose speaker is known.

    Example: in a statement of the Japanese foreign minister "We condemn the launch" means Japan,
        "I call on Pyongyang" the minister.

    Args:
        bodies: for whom the text says that a person acts, by actor_id.
    """
    for token in doc.tokens:
        word = token.lower_
        if word not in _SPEAKING or not _is_pronoun(token):
            continue
        speaker = _speaker_at(token.idx, spoken, issuer)
        if speaker is None:
            continue
        actor = speaker
        if word in _PLURAL:
            actor = bodies.get(speaker.actor_id) or represented(speaker, knowledge)
            if actor.kind is ActorKind.PERSON:
                continue  # one man is no "we"
        if word in _SINGULAR and actor.kind is not ActorKind.PERSON and spoken:
            continue
        yield ActorMention(
            evidence=Evidence(start=token.idx, end=token.idx + len(token.text), text=token.text),
            actor=actor,
            basis=ActorBasis.PRONOUN,
        )


def second_person(
    doc: Doc,
    *,
    issuer: Actor | None,
    spoken: Sequence[Quotation],
    states: Collection[Actor],
) -> Iterator[ActorMention]:
    """Yields a mention for each "you" of a message: the one other state that it speaks of.

    Example: in Chile's message on Peru's national day "we stand with you" means Peru.
    """
    if issuer is None or not _speaks_outside(doc, spoken):
        return
    others = [state for state in states if state.actor_id != issuer.actor_id]
    if len(others) != 1:
        return
    for token in doc.tokens:
        if token.lower_ not in _ADDRESSED or token.pos_ not in {"PRON", "DET"}:
            continue
        if token.head.lemma_.lower() in _ANYBODY or any(
            item.start <= token.idx < item.end for item in spoken
        ):
            continue
        yield ActorMention(
            evidence=Evidence(start=token.idx, end=token.idx + len(token.text), text=token.text),
            actor=others[0],
            basis=ActorBasis.PRONOUN,
        )


def _speaks_outside(doc: Doc, spoken: Sequence[Quotation]) -> bool:
    """Says whether the text itself says "we" or "I", not only those whom it quotes."""
    return any(
        token.lower_ in _SPEAKING
        and _is_pronoun(token)
        and not any(item.start <= token.idx < item.end for item in spoken)
        for token in doc.tokens
    )


def _is_pronoun(token: Token) -> bool:
    """Says whether the word is a pronoun and not the United States or a roman numeral."""
    if token.text == "US" or (token.text in {"MY", "I."}):
        return False
    return token.tag_ in _PRONOUN_TAGS or token.pos_ == "PRON"


def _speaker_at(offset: int, spoken: Sequence[Quotation], issuer: Actor | None) -> Actor | None:
    inside = [item for item in spoken if item.start <= offset < item.end]
    if inside:
        narrowest = min(inside, key=lambda item: item.end - item.start)
        return narrowest.speaker or issuer
    return issuer


def represented(speaker: Actor, knowledge: Knowledge) -> Actor:
    """Returns whom the speaker's "we" means: a minister's state, a leader's group.

    Example: of Sergey Lavrov: Russia; of Hassan Nasrallah: Hezbollah.
    """
    if speaker.kind in _OWN_VOICE:
        return speaker
    parent = knowledge.by_id.get(speaker.parent)
    if parent is not None and parent.actor.kind in _OWN_VOICE - {ActorKind.MILITARY}:
        return parent.actor
    state = knowledge.states.get(speaker.country)
    return state.actor if state is not None else speaker
