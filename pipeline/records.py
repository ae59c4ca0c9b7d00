"""The records that cross stage borders: frozen, keyword-only, standard library only.

Here belong the plain facts that one stage hands to the next (a document's text, a mention, a claim)
and the closed vocabularies of the output (relation, event type, kind ...). No behaviour beyond
derived properties, no spaCy, no file access. The vocabulary is the one of the output tables.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class Relation(StrEnum):
    """Whether a claim is about working with or against each other."""

    COOPERATION = "cooperation"
    TENSION = "tension"


class EventType(StrEnum):
    """PLOVER root types, plus ALIGN and DIVERGE for the stative prose of briefs."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    YIELD = "YIELD"
    ALIGN = "ALIGN"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    DIVERGE = "DIVERGE"


class Direction(StrEnum):
    """`directed`: the source acts on the target; `mutual`: both stand in it alike."""

    DIRECTED = "directed"
    MUTUAL = "mutual"


class Polarity(StrEnum):
    """Whether the sentence affirms or denies the claim."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How real the sentence makes the claim."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


class ActorKind(StrEnum):
    """What sort of body an actor is."""

    STATE = "state"
    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    IGO = "igo"
    NGO = "ngo"
    COMPANY = "company"
    MEDIA = "media"
    PERSON = "person"
    GROUP = "group"
    OTHER = "other"


class ActorBasis(StrEnum):
    """How we know who is meant: the `source_basis` and `target_basis` of a claim."""

    NAME = "name"
    ALIAS = "alias"
    METONYM = "metonym"
    DEMONYM = "demonym"
    PRONOUN = "pronoun"
    ROLE = "role"


#: Bases of mentions that only refer to somebody named elsewhere.
REFERRING = frozenset({ActorBasis.PRONOUN, ActorBasis.ROLE})


class AttributionKind(StrEnum):
    """How the sentence attributes its content."""

    AUTHOR = "author"
    REPORTED = "reported"
    QUOTED = "quoted"
    ACCORDING_TO = "according_to"


class DatePrecision(StrEnum):
    """How fine the date's words are."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


class DateBasis(StrEnum):
    """Where a date's year, month and day come from."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    CONTEXT = "context"
    DOCUMENT = "document"


class PlaceBasis(StrEnum):
    """How near to its trigger a claim's place stands."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PREVIOUS_SENTENCE = "previous_sentence"


class BlockKind(StrEnum):
    """What a stretch of the document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A stretch of the canonical text; `document.text[start:end] == text` always.

    Offsets are in characters (Unicode code points), end exclusive.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, paragraph or list item of the canonical text; no sentence crosses its ends."""

    start: int
    end: int
    kind: BlockKind
    page: int = 1
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """One document as one canonical string; every offset everywhere indexes `text`.

    `doc_id` is `d-` and 14 hex digits of the sha256 of the file's bytes, so that the same file has
    the same id wherever it lies. `issuer` is the body a statement speaks for, as written in the
    document (empty where unknown): "we" in a statement means it.
    """

    doc_id: str
    path: str
    sha256: str
    media_type: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    date: dt.date | None = None
    date_text: str = ""
    issuer: str = ""
    encoding: str = ""
    n_pages: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a document; `text` is its whitespace-folded form."""

    sentence_id: str
    doc_id: str
    index: int
    start: int
    end: int
    text: str
    page: int = 1
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who or what acts: one resolved actor, the same wherever it is named.

    `country` is the ISO 3166 alpha-3 code of the state it belongs to, represents or serves as a
    proxy; empty where there is none. `parent` is the actor_id of the body or patron it belongs to.
    """

    actor_id: str
    name: str
    kind: ActorKind
    country: str = ""
    parent: str = ""
    wikidata_id: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place; coordinates in WGS 84 degrees, None where unknown.

    `place_id` is `gn-` and the GeoNames id where there is one, else `p-` and a hash of the name.
    """

    place_id: str
    name: str
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    geonames_id: str = ""
    precision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateInterval:
    """Calendar days `start` to `end`, both included, with how finely and whence we know them."""

    start: dt.date
    end: dt.date
    precision: DatePrecision
    basis: DateBasis
    edtf: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that mean an actor. Two mentions may share their words ("both sides": two actors)."""

    evidence: Evidence
    actor: Actor
    basis: ActorBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place."""

    evidence: Evidence
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Words that name a date; `interval` is None where the text does not let us place it."""

    evidence: Evidence
    interval: DateInterval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """What a sentence does to a claim: is it denied, possible, planned, on a condition."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    cues: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so. `speaker` is None for the document's own voice or an unnamed speaker."""

    kind: AttributionKind = AttributionKind.AUTHOR
    speaker: ActorMention | None = None
    verb: str = ""
    cue: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDate:
    """The date of a claim's event and the mention that gives it."""

    mention: DateMention
    interval: DateInterval


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlace:
    """The place of a claim's event, the mention that gives it and how near it stands."""

    mention: PlaceMention
    basis: PlaceBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One source-target pair of one statement: who does what to whom, so says the sentence."""

    claim_id: str
    statement_id: str
    doc_id: str
    sentence: Sentence
    relation: Relation
    event_type: EventType
    direction: Direction
    source: ActorMention
    target: ActorMention
    trigger: Evidence
    rule_id: str
    qualification: Qualification = field(default_factory=Qualification)
    attribution: Attribution = field(default_factory=Attribution)
    date: ClaimDate | None = None
    place: ClaimPlace | None = None
    intensity: float = 0.0

    @property
    def quad_class(self) -> int:
        """1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
        return QUAD_CLASS[self.event_type]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredClaim:
    """A claim with what the models make of it: stance -1..+1 and confidence 0..1."""

    claim: Claim
    stance: float
    stance_label: str
    confidence: float
    model_version: str


#: PLOVER quad classes: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
QUAD_CLASS: dict[EventType, int] = {
    EventType.AGREE: 1,
    EventType.CONSULT: 1,
    EventType.SUPPORT: 1,
    EventType.ALIGN: 1,
    EventType.COOPERATE: 2,
    EventType.AID: 2,
    EventType.YIELD: 2,
    EventType.REQUEST: 3,
    EventType.ACCUSE: 3,
    EventType.REJECT: 3,
    EventType.THREATEN: 3,
    EventType.DIVERGE: 3,
    EventType.PROTEST: 4,
    EventType.SANCTION: 4,
    EventType.MOBILIZE: 4,
    EventType.COERCE: 4,
    EventType.ASSAULT: 4,
}

#: The relation that each event type belongs to.
RELATION_OF: dict[EventType, Relation] = {
    event_type: Relation.COOPERATION if quad <= 2 else Relation.TENSION
    for event_type, quad in QUAD_CLASS.items()
}
