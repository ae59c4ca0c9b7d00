"""The columns of claims.csv, in the order of the output contract.

The first block is what an analyst reads first; provenance and detail follow.
"""

from __future__ import annotations

from pipeline.records import (
    ActorBasis,
    ActorKind,
    AttributionKind,
    DateBasis,
    DatePrecision,
    Direction,
    EventType,
    Modality,
    PlaceBasis,
    Polarity,
    Relation,
)
from pipeline.tables.schema import Column, ColumnType

#: Values of `stance_label`, from -1 to +1.
STANCE_LABELS = ("hostile", "strained", "neutral", "cooperative", "allied")

#: Values of `review`.
VERDICTS = ("accepted", "rejected", "edited")

_TEXT = ColumnType.TEXT


def _values(*values: str) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _head() -> tuple[Column, ...]:
    return (
        Column(
            name="claim_id",
            type=_TEXT,
            description="Stable id of the claim: the same in every run on the same text.",
            required=True,
            unique=True,
        ),
        Column(
            name="statement_id",
            type=_TEXT,
            description="Id of the statement: all pairs of one trigger share it.",
            required=True,
            warning="Count distinct statements for events, rows for pairs.",
        ),
        Column(
            name="relation",
            type=_TEXT,
            description="Whether the sentence speaks of `cooperation` or `tension`.",
            required=True,
            allowed=_values(*Relation),
            warning="A denied claim keeps its relation: look at `polarity` and `stance` too.",
        ),
        Column(
            name="source_name",
            type=_TEXT,
            description="Canonical name of the actor who acts.",
            required=True,
        ),
        Column(
            name="target_name",
            type=_TEXT,
            description="Canonical name of the actor who is acted on.",
            required=True,
        ),
        Column(
            name="direction",
            type=_TEXT,
            description="`directed`: the source acts on the target; `mutual`: both alike.",
            required=True,
            allowed=_values(*Direction),
            warning="In a mutual claim source and target may be exchanged: one row for the pair.",
        ),
        Column(
            name="event_type",
            type=_TEXT,
            description="PLOVER event type, plus ALIGN and DIVERGE for how two actors stand.",
            required=True,
            allowed=_values(*EventType),
        ),
        Column(
            name="stance",
            type=ColumnType.NUMBER,
            description="How hostile (-1) or cooperative (+1) the sentence, with its "
            "qualifiers, makes the relation between the two.",
            required=True,
            minimum=-1,
            maximum=1,
        ),
        Column(
            name="stance_label",
            type=_TEXT,
            description="The stance in words.",
            required=True,
            allowed=STANCE_LABELS,
        ),
        Column(
            name="polarity",
            type=_TEXT,
            description="Whether the sentence affirms or denies the claim.",
            required=True,
            allowed=_values(*Polarity),
        ),
        Column(
            name="modality",
            type=_TEXT,
            description="How real the sentence makes it: `asserted` as a fact, `possible`, "
            "`planned` or `conditional`.",
            required=True,
            allowed=_values(*Modality),
        ),
        Column(
            name="attributed_to",
            type=_TEXT,
            description="Canonical name of who says so, where the sentence names one; empty: "
            "the document's own voice.",
        ),
        Column(
            name="event_date",
            type=ColumnType.DATE,
            description="First day of the event's interval; empty where the text does not date it.",
            warning="`2015-01-01` with `date_precision` year means some day in 2015.",
        ),
        Column(
            name="event_date_end",
            type=ColumnType.DATE,
            description="Last day of the event's interval, included.",
        ),
        Column(name="place_name", type=_TEXT, description="Canonical name of the event's place."),
        Column(
            name="sentence",
            type=_TEXT,
            description="The sentence, whitespace folded to single spaces.",
            required=True,
            warning="A cell that would run as a spreadsheet formula has an apostrophe before it.",
        ),
    )


def _provenance() -> tuple[Column, ...]:
    return (
        Column(name="doc_title", type=_TEXT, description="Title of the document.", required=True),
        Column(name="doc_id", type=_TEXT, description="The document.", required=True),
        Column(name="doc_date", type=ColumnType.DATE, description="Date of the document."),
        Column(
            name="sentence_id",
            type=_TEXT,
            description="The sentence, as in sentences.csv.",
            required=True,
        ),
        _offset("sentence_start", "First character of the sentence in texts/<doc_id>.txt, from 0."),
        _offset("sentence_end", "Character after the sentence's last one."),
        Column(
            name="trigger",
            type=_TEXT,
            description="The words that carry the claim, as written.",
            required=True,
        ),
        _offset("trigger_start", "First character of the trigger."),
        _offset("trigger_end", "Character after the trigger's last one."),
        Column(
            name="rule_id",
            type=_TEXT,
            description="The rule that fired; `entente explain CLAIM_ID` shows it at work.",
            required=True,
        ),
    )


def _role(role: str, who: str) -> tuple[Column, ...]:
    return (
        Column(
            name=f"{role}_text",
            type=_TEXT,
            description=f"The words that mean {who}, as written.",
            required=True,
        ),
        Column(
            name=f"{role}_id",
            type=_TEXT,
            description=f"Actor id of {who}, as in actors.csv.",
            required=True,
        ),
        Column(
            name=f"{role}_kind",
            type=_TEXT,
            description=f"What sort of body {who} is.",
            required=True,
            allowed=_values(*ActorKind),
        ),
        Column(
            name=f"{role}_country",
            type=_TEXT,
            description=f"ISO 3166 alpha-3 code of the state that {who} belongs to, represents "
            "or serves as a proxy.",
        ),
        _offset(f"{role}_start", f"First character of the words that mean {who}."),
        _offset(f"{role}_end", "Character after their last one."),
        Column(
            name=f"{role}_basis",
            type=_TEXT,
            description=f"How we know who {who} is: by `name`, `alias`, `metonym` (a capital "
            "for its government), `demonym`, `pronoun` or `role` (a plain noun).",
            required=True,
            allowed=_values(*ActorBasis),
            warning="`pronoun` and `role` are resolved from the text before: check them first.",
        ),
    )


def _detail() -> tuple[Column, ...]:
    return (
        Column(
            name="quad_class",
            type=ColumnType.INTEGER,
            description="PLOVER quad class: 1 verbal and 2 material cooperation, 3 verbal and "
            "4 material conflict.",
            required=True,
            minimum=1,
            maximum=4,
        ),
        Column(
            name="intensity",
            type=ColumnType.NUMBER,
            description="PLOVER score of the event type, -10 to +10; qualifiers do not change it.",
            required=True,
            minimum=-10,
            maximum=10,
            decimals=1,
        ),
        Column(
            name="cue",
            type=_TEXT,
            description="The words that decided polarity or modality, separated by `; `.",
        ),
        Column(
            name="attribution",
            type=_TEXT,
            description="How the sentence attributes its content; `author`: it does not.",
            required=True,
            allowed=_values(*AttributionKind),
        ),
        Column(
            name="attribution_verb",
            type=_TEXT,
            description="The verb of saying that attributes it.",
        ),
        Column(name="date_text", type=_TEXT, description="The event's date as written."),
        Column(
            name="date_precision",
            type=_TEXT,
            description="How fine the date's words are.",
            allowed=_values(*DatePrecision),
        ),
        Column(
            name="date_basis",
            type=_TEXT,
            description="Where the date comes from: its own words (`explicit`), counted from "
            "another date (`relative`), completed from the text before (`context`), or the "
            "document's date (`document`).",
            allowed=_values(*DateBasis),
        ),
        Column(name="place_text", type=_TEXT, description="The event's place as written."),
        Column(name="place_id", type=_TEXT, description="The place, as in places.csv."),
        Column(
            name="place_country",
            type=_TEXT,
            description="ISO 3166 alpha-3 code of the state that the place lies in.",
        ),
        _degrees("lat", "Latitude of the place in degrees (WGS 84), north positive.", 90),
        _degrees("lon", "Longitude of the place in degrees (WGS 84), east positive.", 180),
        Column(
            name="place_basis",
            type=_TEXT,
            description="How near to the trigger the place stands.",
            allowed=_values(*PlaceBasis),
        ),
        Column(
            name="confidence",
            type=ColumnType.NUMBER,
            description="How likely the row is right, 0 to 1.",
            required=True,
            minimum=0,
            maximum=1,
        ),
        Column(
            name="review",
            type=_TEXT,
            description="Your verdict from reviews.csv; empty: not reviewed.",
            allowed=VERDICTS,
        ),
        Column(
            name="ruleset_version", type=_TEXT, description="Version of the rules.", required=True
        ),
        Column(
            name="model_version",
            type=_TEXT,
            description="Version of the stance model.",
            required=True,
        ),
    )


def _offset(name: str, description: str) -> Column:
    return Column(
        name=name, type=ColumnType.INTEGER, description=description, required=True, minimum=0
    )


def _degrees(name: str, description: str, limit: int) -> Column:
    return Column(
        name=name,
        type=ColumnType.NUMBER,
        description=description,
        minimum=-limit,
        maximum=limit,
        decimals=5,
    )


CLAIM_COLUMNS: tuple[Column, ...] = (
    *_head(),
    *_provenance(),
    *_role("source", "the source"),
    *_role("target", "the target"),
    *_detail(),
)
