"""For which body a person is said to act: "Abdul Karim, spokesman of the Arakan Army".

Here belongs what the text says of its persons. What knowledge says of them (offices, countries) is
in the actors themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate import grammar
from pipeline.annotate.parse import Doc, Token
from pipeline.records import Actor, ActorKind, ActorMention

#: Bodies that a spokesman says "we" for; one who serves a ministry says it for the state.
_BODIES = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.IGO, ActorKind.NGO, ActorKind.PARTY, ActorKind.COMPANY,
     ActorKind.GROUP, ActorKind.MILITARY}
)  # fmt: skip
_OF = ("of", "for", "in", "at", "with", "from")


def affiliations(doc: Doc, actors: Sequence[ActorMention]) -> dict[str, Actor]:
    """Returns the body of each person whom an apposition gives one, by the person's actor_id.

    Example: "John Smith, commander of U.S. Central Command, said ..." gives him the command.
    """
    by_token: dict[int, Actor] = {}
    persons: list[tuple[Token, Actor]] = []
    for mention in actors:
        span = doc.char_span(mention.evidence.start, mention.evidence.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        by_token[span.root.i] = mention.actor
        if mention.actor.kind is ActorKind.PERSON:
            persons.append((span.root, mention.actor))
    found: dict[str, Actor] = {}
    for root, person in persons:
        for noun in grammar.children(root, "apposition"):
            body = _body_of(noun, by_token)
            if body is not None:
                found.setdefault(person.actor_id, body)
    return found


def _body_of(noun: Token, by_token: dict[int, Actor]) -> Actor | None:
    around = [
        *grammar.modifiers(noun),
        *grammar.possessors(noun),
        *grammar.obliques(noun, *_OF),
    ]
    bodies = [by_token[item.i] for item in around if item.i in by_token]
    return next((body for body in bodies if body.kind in _BODIES), None)
