"""What a rule is: one definition from which keys, JSON Schema and the reference page derive.

Here belong the records of a rule and the vocabulary of triggers and roles. Reading YAML is
`load.py`; finding a rule's words in a sentence is `pipeline.claims`. A rule is data: it holds words
and names of grammatical roles, never code and never a dependency label. The nodes of a dependency
pattern are `patterns.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from pipeline.records import RELATION_OF, Actor, ActorKind, Direction, EventType, Relation
from pipeline.rules.patterns import PatternNode


class RuleStatus(StrEnum):
    """`draft`: tested, never run; `active`: run; `retired`: kept so that its id is not reused."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


#: Grammatical places where a role is looked for, beside any preposition.
SLOTS: dict[str, str] = {
    "subject": "who does it (the by-phrase of a passive; for nouns, the subject of the verb that "
    "carries the noun: 'Iran held talks')",
    "object": "whom the verb acts on (the subject of a passive)",
    "indirect_object": "whom something is given or told ('gave Iran weapons')",
    "possessor": "whose it is ('Iran's criticism', 'their ties')",
    "modifier": "a name before the noun ('Russian support', 'Moscow-Tehran ties')",
    "anti": "whom the noun is against by its first part ('anti-American protests')",
    "compared": "the other side of a like noun or verb by 'than' or 'as'",
    "complement_subject": "who is to do the complement ('urged that Iran leave')",
    "complement_object": "whom the complement acts on ('helped defeat the rebels')",
    "trigger_object": "the trigger's own noun where it names an actor, else one in it ('led the "
    "coalition', 'broke the siege of Homs')",
    "equated": "whom a role noun is said of ('Oman, an ally of Iran'; 'its ally Oman')",
    "location": "an actor named as the place ('killed 80 people in Nigeria'), list it late",
    "land": "a state named as a place: its land by the trigger's own words ('sent its army into "
    "Mali'), its border also by a phrase beside them ('moved tanks to the border with Mali'), "
    "its town by an embassy there ('closed its embassy in Bamako')",
    "destination": "a state named as where one goes ('a visit to Mali', 'flew to Mali for talks')",
    "dyad": "the actors that the sentence names side by side ('Moscow and Tehran'), where no other "
    "slot gives anyone",
}

#: Prepositions that a role may name; each finds the nouns that hang on the trigger by it.
PREPOSITIONS: frozenset[str] = frozenset(
    "about above across after against alongside amid among around as at before behind beside "
    "between beyond by for from in inside into of off on onto out over past through to together "
    "toward towards under until upon versus via with within without according_to because_of "
    "on_behalf_of in_favor_of in_favour_of in_response_to together_with along_with as_to "
    "near next_to close_to during regarding concerning involving including outside unlike along "
    "throughout opposite beneath despite given "
    "vis-a-vis vis-à-vis amongst".split()
)

#: Constraint keys of a trigger that name words standing in a relation to its head.
WORD_CONSTRAINTS: dict[str, str] = {
    "object": "lemmas of the verb's object, a part of the trigger ('sign' + 'agreement')",
    "complement": "lemmas of the verb that follows ('agree' + 'cooperate')",
    "modifier": "lemmas of an adjective or noun before the noun ('diverging' + 'view')",
    "particle": "the verb's particle ('hit back')",
    "auxiliary": "the verb's own auxiliary ('will' + 'accept')",
    "preposition": "the noun's own preposition ('with' + 'Oman's help')",
    "complement_auxiliary": "auxiliary of the verb that follows ('said' + 'Israel must stop')",
    "determiner": "the noun's determiner ('no' + 'support')",
    "subject_noun": "lemmas of the grammatical subject, a part of the trigger ('tension' + 'rise')",
}

#: The kinds of trigger: which key holds the lemmas and which parts of speech it reads.
TRIGGER_POS: dict[str, frozenset[str]] = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "VERB"}),
    "adverb": frozenset({"ADV", "ADJ", "ADP"}),
    "phrase": frozenset(),
}

#: The keys of the way out, in place of the words of one of these kinds.
PATTERN_TRIGGER: dict[str, str] = {
    "pattern": "nodes of a dependency pattern, the first is the head that the roles hang on",
    "reason": "why no ordinary trigger can say it; a pattern needs one",
}


#: The roles that a rule may name.
ROLES = ("source", "target", "parties")

#: What sorts of body a role may be narrowed to, by the key `kinds`.
KINDS: dict[ActorKind, str] = {
    ActorKind.STATE: "a state, also by its capital or its people",
    ActorKind.GOVERNMENT: "a ministry, agency, court or parliament",
    ActorKind.MILITARY: "armed forces of a state",
    ActorKind.ARMED_GROUP: "rebels, militias, gangs",
    ActorKind.PARTY: "a political party",
    ActorKind.IGO: "an organisation of states",
    ActorKind.NGO: "any other organisation that is no company",
    ActorKind.COMPANY: "a company",
    ActorKind.MEDIA: "a newspaper, broadcaster or news agency",
    ActorKind.PERSON: "one human being",
    ActorKind.GROUP: "a people, a crowd, members of something",
    ActorKind.OTHER: "what the tables cannot tell",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words that evoke a claim.

    Attributes:
        kind: `verb`, `noun`, `adjective`, `adverb`, `phrase` or `pattern`.
        lemmas: the dictionary forms of the head; for `phrase` whole phrases in dictionary form; for
            `pattern` the words of the first node that names any.
        with_words: constraint or preposition -> lemmas, one of which must stand there; these words
            are part of the trigger.
        without: constraint or preposition -> lemmas that must not stand there; `*` for any word.
        pattern: the nodes of a dependency pattern, the head first; empty for all other kinds.
        reason: why the pattern is needed.
    """

    kind: str
    lemmas: tuple[str, ...]
    with_words: dict[str, frozenset[str]] = field(default_factory=dict)
    without: dict[str, frozenset[str]] = field(default_factory=dict)
    pattern: tuple[PatternNode, ...] = ()
    reason: str = ""
    phrases: tuple[tuple[str, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Splits the lemmas once: they are looked up at every word of every document."""
        split = sorted((tuple(lemma.split()) for lemma in self.lemmas), key=len, reverse=True)
        object.__setattr__(self, "phrases", tuple(split))


#: Roles and the only kinds of actor that each of them takes.
Kinds: TypeAlias = tuple[tuple[str, tuple[ActorKind, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Where source and target stand; slots are tried in order, the first that gives actors wins.

    For `mutual` rules `parties` lists slots that each give one side; with one side only, its
    members are paired with each other. `kinds` names the only kinds of actor that a role takes.
    """

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    kinds: Kinds = ()

    def takes(self, role: str, actor: Actor) -> bool:
        """Says whether the actor is of a kind that the role takes."""
        return all(actor.kind in kinds for name, kinds in self.kinds if name == role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence with its roles marked; without marks for a `no_match` example."""

    text: str
    marked: str
    spans: tuple[tuple[int, int, str], ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way in which English says that two actors work with or against each other."""

    id: str
    type: EventType
    trigger: Trigger
    roles: Roles
    direction: Direction = Direction.DIRECTED
    status: RuleStatus = RuleStatus.ACTIVE
    intensity: float = 0.0
    negated: bool = False
    match: tuple[Example, ...] = ()
    no_match: tuple[Example, ...] = ()
    false_positives: str = ""
    note: str = ""
    author: str = ""
    since: str = ""
    path: str = ""
    line: int = 0

    @property
    def relation(self) -> Relation:
        """The relation that the rule's event type belongs to."""
        return RELATION_OF[self.type]


#: Key -> what it holds, for messages, JSON Schema and the reference page.
RULE_KEYS: dict[str, str] = {
    "id": "permanent name, relation.type.word, never reused",
    "status": "draft, active (default) or retired",
    "type": "event type, e.g. AGREE; it also fixes the relation",
    "direction": "directed (default) or mutual",
    "trigger": "the words that evoke the claim",
    "roles": "where source and target (or parties) stand",
    "kinds": "the only kinds of actor that a role takes, e.g. {target: [igo]}",
    "intensity": "PLOVER score -10..+10 where it differs from the type's",
    "negated": "true for triggers that negate by meaning",
    "examples": "match: sentences with marks; no_match: sentences that look alike and say no claim",
    "false_positives": "known wrong hits, in prose",
    "note": "why the rule is as it is",
    "author": "who wrote it",
    "since": "when it was added, ISO date",
}
REQUIRED_KEYS = ("id", "type", "trigger", "roles", "examples")
