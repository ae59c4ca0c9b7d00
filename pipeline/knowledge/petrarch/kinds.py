"""Whether a block is a person or a body: dictionaries say sectors, not who is a person.

Here belongs what codes and their dates prove. Where they only suggest it, the answer comes with a
doubt, which becomes a remark.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.petrarch.blocks import Code
from pipeline.knowledge.petrarch.codes import Meaning
from pipeline.records import ActorKind

Coded = tuple[Code, Meaning]


def actor_kind(meanings: Sequence[Coded]) -> tuple[ActorKind, str]:
    """Returns the kind of actor, and what to look at, "" where the codes leave no doubt.

    An elite (ELI) is a person; so is who holds a sector of government or forces for a time, or
    serves one state or organisation and then another: a ministry has no dates and does not move.

    Args:
        meanings: the codes that were understood, one at least.
    """
    kinds = [meaning.kind for _, meaning in meanings if meaning.kind]
    if ActorKind.PERSON in kinds:
        return ActorKind.PERSON, ""
    dated = any(code.dated for code, _ in meanings)
    lasting = next((m.kind for code, m in meanings if not code.dated and m.kind), kinds[-1])
    if not dated or lasting is ActorKind.STATE:
        return lasting, ""
    in_office = all(code.dated and meaning.office for code, meaning in meanings)
    moves = len({meaning.country for _, meaning in meanings}) > 1
    if in_office or moves:
        return ActorKind.PERSON, "has dates and is taken as a person"
    return lasting, f"has dates and is taken as {lasting}; is it a person?"
