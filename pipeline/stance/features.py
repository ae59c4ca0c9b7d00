"""What the stance and confidence models see of a claim: how it is said, never who is meant.

Names are masked, so that a model learns from "condemned" and not from "Iran". Standard library
only: the training commands and the prediction build the same features from the same record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import REFERRING, Claim, EventType, Modality

_WORD = re.compile(r"\w+")

#: The event type says most; heavier features are shrunk less by the ridge penalty.
TYPE_WEIGHT = 3.0
TRIGGER_WEIGHT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceView:
    """A claim as the stance model sees it; the same from a rule's claim and from the gold.

    The words around the trigger are left out: they made the model worse on other documents.
    """

    event_type: EventType
    modality: Modality
    trigger: str


def view_of(claim: Claim) -> StanceView:
    """Returns the claim as the stance model sees it."""
    return StanceView(
        event_type=claim.event_type,
        modality=claim.qualification.modality,
        trigger=claim.trigger.text,
    )


def stance_features(view: StanceView) -> dict[str, float]:
    """Returns named numbers: the event type, the modality and the trigger's masked words.

    Example: the trigger "signed a secret agreement" gives `trigger=signed`, `trigger=secret`, ...
    """
    return {
        f"type={view.event_type}": TYPE_WEIGHT,
        f"modality={view.modality}": 1.0,
        **{f"trigger={word}": TRIGGER_WEIGHT for word in masked_words(view.trigger)},
    }


def masked_words(text: str) -> list[str]:
    """Returns the lower-case words of a text with every capitalised word masked as `name`.

    Example: "the Iranian attack" -> ["the", "name", "attack"].
    """
    return ["name" if word[0].isupper() else word.lower() for word in _WORD.findall(text)]


def confidence_features(claim: Claim) -> dict[str, float]:
    """Returns what tells a sure row from a doubtful one: how far, how indirect, how long.

    Few and general on purpose: rule ids, event types and kinds of actor would only be learnt by
    heart from the few annotated rows there are.
    """
    roles = (claim.source, claim.target)
    refers = any(mention.basis in REFERRING for mention in roles)
    distances = [abs(mention.evidence.start - claim.trigger.start) for mention in roles]
    return {
        "refers": float(refers),
        "furthest": min(max(distances), 200) / 100,
        "trigger_words": min(len(claim.trigger.text.split()), 6) / 3,
        "sentence_words": min(len(claim.sentence.text.split()), 80) / 40,
        "is_attributed": float(claim.attribution.speaker is not None),
    }
