"""What was said so far: the document's mentions of actors by sentence, with their place in it.

Here belong look-ups that the resolvers share. What a pronoun or role noun may mean is decided in
their modules.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate import grammar
from pipeline.annotate.actors import lexicon
from pipeline.annotate.parse import Doc, Token
from pipeline.records import Actor, ActorBasis, ActorKind, ActorMention, PlaceMention

_SUBJECTS = frozenset({"subject", "passive_subject"})
#: What a state does it by: "Mali's junta" is Mali.
_ORGANS = frozenset(
    "government junta regime administration army military navy police parliament cabinet ministry"
    " authority".split()
)
_OF_ONE = frozenset({ActorBasis.NAME, ActorBasis.ALIAS, ActorBasis.METONYM})
#: Nouns in the plural that end in no "s".
_PLURAL_WORDS = frozenset("people police troops forces military authorities".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A mention of an actor and where it stands: its head token, sentence and role."""

    mention: ActorMention
    root: Token
    sentence: int
    is_subject: bool
    is_plural: bool

    @property
    def actor(self) -> Actor:
        """The actor."""
        return self.mention.actor

    @property
    def is_person(self) -> bool:
        """Whether it is one man or woman, by name or by office ("the President of Angola")."""
        kind = self.actor.kind
        office = kind is ActorKind.GOVERNMENT and self.root.lower_ in lexicon.TITLE_NOUNS
        return kind is ActorKind.PERSON or office


class Discourse:
    """The document's mentions in text order, by token and by sentence."""

    def __init__(
        self,
        doc: Doc,
        actors: Sequence[ActorMention],
        states: Mapping[str, Actor] | None = None,
        places: Sequence[PlaceMention] = (),
    ) -> None:
        self._states = states or {}
        self.places = places
        self.doc = doc
        self.text = doc.text
        self.sentence_of = [0] * len(doc)
        self.sentences = doc.sents
        for index, sentence in enumerate(self.sentences):
            for i in range(sentence.start, sentence.end):
                self.sentence_of[i] = index
        self.spots = [spot for mention in actors if (spot := self._spot(mention)) is not None]
        self.by_token: dict[int, list[Spot]] = {}
        self._by_sentence: dict[int, list[Spot]] = {}
        for spot in self.spots:
            self._by_sentence.setdefault(spot.sentence, []).append(spot)
            self.by_token.setdefault(spot.root.i, [spot])
        self.covered = {
            token.i
            for mention in actors
            for token in doc.char_span(
                mention.evidence.start, mention.evidence.end, alignment_mode="expand"
            )
            or ()
        }

    def add(self, mentions: Iterable[ActorMention]) -> None:
        """Takes resolved references in, so that later ones may refer to them."""
        for mention in mentions:
            spot = self._spot(mention)
            if spot is not None:
                self.by_token.setdefault(spot.root.i, []).append(spot)
                for spots in (self.spots, self._by_sentence.setdefault(spot.sentence, [])):
                    insort(spots, spot, key=lambda item: item.root.i)

    def spots_of(self, tokens: Iterable[Token]) -> list[Spot] | None:
        """Returns the mentions that the tokens head, None where one of them heads none."""
        found: list[Spot] = []
        for token in tokens:
            own = [*self._sharing(token), *self.by_token.get(token.i, self._rule_of(token))]
            if not own:
                return None
            found.extend(own)
        return found

    def _rule_of(self, token: Token) -> list[Spot]:
        """Returns the state whose government or army the noun is ("Mali's junta")."""
        if token.lemma_.lower() not in _ORGANS:
            return []
        owners = [s for item in grammar.possessors(token) for s in self.by_token.get(item.i, [])]
        return owners if all(s.actor.kind is ActorKind.STATE for s in owners) else []

    def _sharing(self, token: Token) -> list[Spot]:
        """Returns those that share the noun with its own mention ("Thai and Lao troops": Thai)."""
        inside = {
            i
            for spot in self.by_token.get(token.i, [])
            for i in range(spot.root.left_edge.i, spot.root.i)
        }
        return [
            spot
            for item in grammar.modifiers(token)
            if len(grammar.conjuncts(grammar.first_conjunct(item))) > 1 and item.i in inside
            for spot in self.by_token.get(item.i, [])
        ]

    def named_by(self, tokens: Iterable[Token]) -> list[Spot]:
        """Returns the mentions that the tokens head, else those of their owners and adjectives."""
        found: list[Spot] = []
        for token in tokens:
            owners = [*grammar.possessors(token), *grammar.modifiers(token)]
            own = [*self._sharing(token), *self.by_token.get(token.i, [])]
            found += own or [s for item in owners for s in self.by_token.get(item.i, [])]
        return found

    def _spot(self, mention: ActorMention) -> Spot | None:
        span = self.doc.char_span(
            mention.evidence.start, mention.evidence.end, alignment_mode="expand"
        )
        if span is None or not len(span):
            return None
        root = span.root
        first = grammar.first_conjunct(root)
        return Spot(
            mention=mention,
            root=root,
            sentence=self.sentence_of[root.i],
            is_subject=grammar.relation(first) in _SUBJECTS,
            is_plural=_is_plural(root, mention),
        )

    def state(self, country: str) -> Actor | None:
        """Returns the state with that ISO code."""
        return self._states.get(country)

    def main_subjects(self, index: int) -> list[Token]:
        """Returns the subjects of the main clause of a sentence."""
        if not 0 <= index < len(self.sentences):
            return []
        return grammar.subjects(self.sentences[index].root)

    def in_sentence(self, index: int, before: int | None = None) -> list[Spot]:
        """Returns the mentions of a sentence, those before a token only where one is given."""
        spots = self._by_sentence.get(index, [])
        return [spot for spot in spots if before is None or spot.root.i < before]

    def governing_subject(self, token: Token) -> list[Token]:
        """Returns the subjects of the nearest clause around the token that has some before it."""
        clause = grammar.clause_head(token)
        for _ in range(6):
            subjects = [
                item
                for item in grammar.children(clause, "subject", "passive_subject")
                if item.i < token.i and item.i != token.i
            ]
            if subjects:
                return grammar.expand(grammar.antecedent(item) for item in subjects)
            if clause.head is clause:
                return []
            clause = grammar.clause_head(clause.head) if clause.head is not clause else clause
        return []


def _is_plural(root: Token, mention: ActorMention) -> bool:
    """Says whether the words mean many; the name of one state is no plural ("the Philippines")."""
    if mention.actor.kind is ActorKind.STATE and mention.basis in _OF_ONE:
        return False
    return root.tag_ in {"NNS", "NNPS"} or root.lower_ in _PLURAL_WORDS or root.lower_ == "they"


def distinct(spots: Iterable[Spot]) -> list[Actor]:
    """Returns the actors of the mentions, each once, in order."""
    return list({spot.actor.actor_id: spot.actor for spot in spots}.values())


def only(spots: Iterable[Spot], fits: Callable[[Actor], bool]) -> Actor | None:
    """Returns the one actor among the mentions that fits, None where there are several or none."""
    actors = [actor for actor in distinct(spots) if fits(actor)]
    return actors[0] if len(actors) == 1 else None


def nearest(
    discourse: Discourse, token: Token, fits: Callable[[Spot], bool], reach: int
) -> list[Actor]:
    """Returns the one actor that fits in the nearest sentence that has one, from here back."""
    index = discourse.sentence_of[token.i]
    barred = {item.i for item in discourse.governing_subject(token)}
    for back in range(reach + 1):
        before = token.i if back == 0 else None
        spots = [
            spot
            for spot in discourse.in_sentence(index - back, before)
            if fits(spot) and not (back == 0 and spot.root.i in barred)
        ]
        if spots:
            actors = distinct(spots)
            if len(actors) == 1:
                return actors
            subjects = distinct(spot for spot in spots if spot.is_subject)
            return subjects if back and len(subjects) == 1 else []
    return []


def is_person(actor: Actor) -> bool:
    """Says whether the actor is a person."""
    return actor.kind is ActorKind.PERSON


def is_body(actor: Actor) -> bool:
    """Says whether the actor is a state, body or group."""
    return actor.kind is not ActorKind.PERSON


#: Kinds that many people make up, so that "they" may mean one of them.
COLLECTIVE = frozenset(
    {
        ActorKind.ARMED_GROUP,
        ActorKind.GROUP,
        ActorKind.MILITARY,
        ActorKind.PARTY,
        ActorKind.COMPANY,
    }
)
