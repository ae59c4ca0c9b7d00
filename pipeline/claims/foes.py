"""Whom an act of force is against where its sentence names no one: the foe of the rest of the text.

Here belongs what the document's complete statements say of who fights whom, and which incomplete
ones may take it from there. An act against something named ("an attack on the market") takes none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.annotate.dates.lexicon import MONTHS, WEEKDAYS
from pipeline.annotate.grammar import modifiers, obliques, possessors
from pipeline.annotate.parse import Token
from pipeline.claims.cast import Cast
from pipeline.claims.clauses import logical_objects
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import Actor, ActorBasis, ActorMention, EventType, Evidence

#: How often a foe must be named as one before he is implied.
_OFTEN = 2

Pair = tuple[ActorMention, ActorMention]

#: Verbs of winning ground back, whose object says only what was held by the foe.
_WINNING = frozenset(
    "liberate free retake recapture reclaim regain recover clear secure capture seize repel repulse"
    " take".split()
)
#: What is won, or fought off.
_GROUND = frozenset(
    "territory area town city village ground land neighborhood neighbourhood district position"
    " kilometer kilometre mile province region stronghold road crossing hill settlement base dam"
    " airport complex outskirt suburb counterattack counteroffensive assault attack ambush".split()
)
#: Nouns of fighting, and what they may be directed at without saying whose it is.
_FIGHTING = frozenset(
    "strike airstrike air-strike raid offensive bombardment bombing shelling sortie assault attack"
    " counterattack counteroffensive".split()
)
_TARGETS = frozenset(
    "target position unit location site depot bunker vehicle convoy fighter building stronghold"
    " hideout headquarters compound militant terrorist enemy".split()
)
_AIMING = ("on", "against", "at", "upon", "into")
#: After "on" these say when, not against what.
_DAYS = frozenset({*WEEKDAYS, *MONTHS, "night", "dawn", "day"})
#: What makes an attack or a raid none of force.
_NO_FORCE = frozenset(
    "rescue police media general labour labor verbal personal cyber smear".split()
)


class Foes:
    """Who fights whom in a document, by what its complete statements say."""

    def __init__(self, statements: Iterable[tuple[TriggerMatch, Sequence[Pair]]]) -> None:
        self._of: dict[str, Counter[Actor]] = {}
        self._everyone: Counter[Actor] = Counter()
        self._by_word: dict[str, set[Actor]] = {}
        for match, pairs in statements:
            if match.rule.type is not EventType.ASSAULT:
                continue
            for source, target in pairs:
                self._everyone[target.actor] += 1
                self._of.setdefault(source.actor.actor_id, Counter())[target.actor] += 1
                word = match.head.lemma_.lower()
                self._by_word.setdefault(word, set()).add(target.actor)

    @property
    def are_known(self) -> bool:
        """Says whether anybody fights anybody."""
        return bool(self._everyone)

    def of(
        self, match: TriggerMatch, sources: Sequence[ActorMention], cast: Cast
    ) -> list[ActorMention]:
        """Returns the one foe of the sources, as a reference at the words that imply it.

        Example: after "Mali fights JNIM." the words "the army retook the town" are against JNIM.
        """
        place = _implying(match, cast) if match.rule.type is EventType.ASSAULT else None
        if place is None or any(self._is_implied(source, match) for source in sources):
            return []
        foes: Counter[Actor] = Counter()
        for source in sources:
            foes.update(self._of.get(source.actor.actor_id, {}))
        foes = foes or self._foes_of_all(match, sources)
        if len(foes) != 1 or sum(self._everyone[foe] for foe in foes) < _OFTEN:
            return []  # nobody, more than one, or one named but in passing
        evidence = Evidence(start=place.idx, end=place.idx + len(place.text), text=place.text)
        return [ActorMention(evidence=evidence, actor=foe, basis=ActorBasis.ROLE) for foe in foes]

    def _is_implied(self, source: ActorMention, match: TriggerMatch) -> bool:
        """Says whether the source too stands only in the trigger's own noun ("one strike")."""
        return source.evidence.start == match.head.idx

    def _foes_of_all(self, match: TriggerMatch, sources: Sequence[ActorMention]) -> Counter[Actor]:
        """Returns the only one whom anybody in the text fights, by the same word at least once."""
        everyone = self._everyone
        own = {source.actor for source in sources}
        alike = self._by_word.get(match.head.lemma_.lower())
        return everyone if alike and not own & everyone.keys() else Counter()


def _implying(match: TriggerMatch, cast: Cast) -> Token | None:
    """Returns the word that implies a foe: the ground won, or the noun of the fighting itself."""
    head = match.head
    if head.pos_ == "NOUN":
        return head if head.lemma_.lower() in _FIGHTING and _is_aimless(head) else None
    won = logical_objects(head)
    if head.lemma_.lower() not in _WINNING or not won or any(cast.of_phrase(item) for item in won):
        return None
    first = won[0]
    is_ground = first.lemma_.lower() in _GROUND or (first.pos_ == "PROPN" and not cast.at(first))
    owned = possessors(first) or obliques(head, "from")
    return first if is_ground and not owned else None


def _is_aimless(noun: Token) -> bool:
    """Says whether the noun names no aim of its own, or only "targets" and the like."""
    governor = noun.head if noun.head.pos_ == "VERB" else noun
    beside = [item for item in obliques(governor, *_AIMING) if item.i > noun.i]
    aims = [*obliques(noun, *_AIMING), *beside]
    if any(aim.lemma_.lower() not in _TARGETS and aim.lower_ not in _DAYS for aim in aims):
        return False
    return not any(item.lower_ in _NO_FORCE for item in modifiers(noun))
