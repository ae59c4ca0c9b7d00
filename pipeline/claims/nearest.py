"""Which trigger joins two actors of whom it is known that the sentence relates them.

Here belongs the generous search of `pipeline.relation`. The way from documents to claims does not
come here: it has to find out whether a sentence joins two actors at all, so that its roles are
filled by grammar alone (`roles.py`). Here the two are given, and only the trigger is looked for:
the one to which both stand nearest in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from pipeline.annotate.grammar import clause_head
from pipeline.annotate.parse import Span, Token
from pipeline.claims.assemble import Statement
from pipeline.claims.carriers import governing_verb
from pipeline.claims.cast import Cast
from pipeline.claims.roles import Filled
from pipeline.claims.slots import slot_actors
from pipeline.claims.triggers import TriggerMatch, find_triggers, related_words
from pipeline.records import ActorMention, Direction
from pipeline.rules.load import RuleSet
from pipeline.rules.schema import PREPOSITIONS


class Reach(IntEnum):
    """How far an actor stands from a trigger; smaller is nearer."""

    #: In one of the places that the rule names for the role, whoever else stands in another.
    SLOT = 0
    #: Within an argument of the trigger ("fought the epidemic in Guinea").
    BELOW = 1
    #: Elsewhere in the trigger's clause.
    CLAUSE = 2
    #: In a clause around it ("said it would").
    AROUND = 3
    #: In a clause that only stands beside it.
    BESIDE = 5


#: The two together may stand so far from a trigger: one in its place and the other anywhere around,
#: or neither further than the clause.
FARTHEST = 5


def nearest_statement(
    sentence: Span, source: ActorMention, target: ActorMention, cast: Cast, rules: RuleSet
) -> Statement | None:
    """Returns the trigger that both actors stand nearest to, None where none is near enough.

    Example: "Chad sent nurses to fight the epidemic in Niger" gives "sent" for (Chad, Niger).
    """
    own = {token.i for actor in (source, target) for token in cast.span(actor) if token.is_lower}
    names = cast.named - own
    best: tuple[tuple[int, ...], Statement] | None = None
    for match in find_triggers(sentence, rules, names=names):
        for pair, turned in (((source, target), 0), ((target, source), 1)):
            cost = _cost(match, pair, cast) + turned
            if cost > FARTHEST:
                continue
            key = (cost, -len(match.parts), sum(1 for _ in match.head.ancestors), match.start)
            if best is None or key < best[0]:
                best = (key, Statement(match=match, filled=Filled(pairs=(pair,))))
    return best[1] if best else None


def _cost(match: TriggerMatch, pair: tuple[ActorMention, ActorMention], cast: Cast) -> int:
    """Returns how far the two stand from the trigger together."""
    roles = match.rule.roles
    is_mutual = match.rule.direction is Direction.MUTUAL and bool(roles.parties)
    sides = (roles.parties, roles.parties) if is_mutual else (roles.source, roles.target)
    cost = sum(_reach(match, *side, cast) for side in zip(sides, pair, strict=True))
    if cost > Reach.SLOT and not _has_partner(match, sides[1], is_mutual):
        return FARTHEST + 1
    return cost


def _has_partner(match: TriggerMatch, slots: tuple[str, ...], is_mutual: bool) -> bool:
    """Says whether the other side's preposition is there, where the rule means no words without.

    "Fought alongside" is cooperation; "fought" alone says nothing of it, nor does "policy" where
    "anti-American policy" is tension.
    """
    named = [slot for slot in slots if slot in PREPOSITIONS or slot == "anti"]
    is_free = not named or (not is_mutual and len(named) < len(slots))
    return is_free or any(related_words(match.head, slot) for slot in named)


def _reach(match: TriggerMatch, slots: tuple[str, ...], mention: ActorMention, cast: Cast) -> Reach:
    if any(mention in slot_actors(match, slot, cast) for slot in slots):
        return Reach.SLOT
    head = cast.span(mention).root
    above = {token.i for token in (head, *head.ancestors)}
    if any(site.i in above for site in _sites(match)):
        return Reach.BELOW
    clause = clause_head(match.head)
    if clause.i in above:
        return Reach.CLAUSE
    if any(token.i == clause_head(head).i for token in clause.ancestors):
        return Reach.AROUND
    return Reach.BESIDE


def _sites(match: TriggerMatch) -> Iterator[Token]:
    yield match.head
    yield from match.nouns
    verb = governing_verb(match.head)
    if verb is not None:
        yield verb
