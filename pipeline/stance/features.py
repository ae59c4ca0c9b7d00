"""What the stance and confidence models see of a claim: how it is said, never who is meant.

Names are masked, so that a model learns from "condemned" and not from "Iran". Standard library
only: the training commands and the prediction build the same features from the same record.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipeline.records import QUAD_CLASS, Claim, EventType, Modality

_WORD = re.compile(r"\w+")

#: Words on each side of the trigger that count as its neighbourhood.
WINDOW = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceView:
    """A claim as the stance model sees it; the same from a rule's claim and from the gold."""

    event_type: EventType
    modality: Modality
    is_mutual: bool
    trigger: str
    before: str
    after: str


def view_of(claim: Claim) -> StanceView:
    """Returns the claim as the stance model sees it."""
    text = claim.sentence.text
    position = text.find(" ".join(claim.trigger.text.split()))
    before, after = (text[:position], text[position + len(claim.trigger.text) :])
    return StanceView(
        event_type=claim.event_type,
        modality=claim.qualification.modality,
        is_mutual=claim.direction == "mutual",
        trigger=claim.trigger.text,
        before=before if position >= 0 else "",
        after=after if position >= 0 else "",
    )


def stance_features(view: StanceView) -> dict[str, float]:
    """Returns named numbers: the event type, its quad class, the modality and masked words.

    Example: the trigger "signed a secret agreement" gives `trigger=signed`, `trigger=secret`, ...
    """
    found: Counter[str] = Counter()
    found[f"type={view.event_type}"] = 1
    found[f"quad={QUAD_CLASS[view.event_type]}"] = 1
    found[f"modality={view.modality}"] = 1
    found["is_mutual"] = int(view.is_mutual)
    for word in masked_words(view.trigger):
        found[f"trigger={word}"] = 1
    near = [*masked_words(view.before)[-WINDOW:], *masked_words(view.after)[:WINDOW]]
    for word in near:
        found[f"near={word}"] = 1
    return dict(found)


def masked_words(text: str) -> list[str]:
    """Returns the lower-case words of a text with every capitalised word masked as `name`.

    Example: "the Iranian attack" -> ["the", "name", "attack"].
    """
    return ["name" if word[0].isupper() else word.lower() for word in _WORD.findall(text)]


def confidence_features(claim: Claim) -> dict[str, float]:
    """Returns what tells a sure row from a doubtful one: bases, kinds, distances, qualifiers.

    Rule ids stay out: with few annotated rows they would only be learnt by heart.
    """
    trigger = claim.trigger
    distances = [
        abs(mention.evidence.start - trigger.start) for mention in (claim.source, claim.target)
    ]
    return {
        f"type={claim.event_type}": 1.0,
        f"source_basis={claim.source.basis}": 1.0,
        f"target_basis={claim.target.basis}": 1.0,
        f"source_kind={claim.source.actor.kind}": 1.0,
        f"target_kind={claim.target.actor.kind}": 1.0,
        f"modality={claim.qualification.modality}": 1.0,
        f"polarity={claim.qualification.polarity}": 1.0,
        "is_mutual": float(claim.direction == "mutual"),
        "trigger_words": float(len(trigger.text.split())),
        "sentence_words": min(len(claim.sentence.text.split()), 80) / 40,
        "nearest": min(min(distances), 200) / 100,
        "furthest": min(max(distances), 200) / 100,
        "same_country": float(
            bool(claim.source.actor.country)
            and claim.source.actor.country == claim.target.actor.country
        ),
    }
