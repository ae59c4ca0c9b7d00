"""Prediction: reads the trained models and scores claims.

A model file holds no code (skops with an empty list of trusted types) and is refused where its
sha256 or its scikit-learn version is not the one its sidecar names.
"""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.problems import ConfigurationError
from pipeline.records import Claim, Polarity, ScoredClaim
from pipeline.stance.features import confidence_features, stance_features, view_of

#: In the wheel, and in a checkout.
PLACES = (
    Path(__file__).parent.parent / "_models" / "stance",
    Path(__file__).parent.parent.parent / "models" / "stance" / "artifact",
)

#: A denial cancels what it denies: the annotators' scale sets "cancelled out" at 0.
NEGATED_FACTOR = 0.0

#: Lower bounds of the labels, midway between the annotators' scale points -1, -0.5, 0, +0.5, +1.
LABELS = ((0.75, "allied"), (0.25, "cooperative"), (-0.25, "neutral"), (-0.75, "strained"))


@dataclass(frozen=True)
class Scorer:
    """The stance and confidence models of a run."""

    stance_model: Any
    confidence_model: Any
    version: str

    def score(self, claims: Sequence[Claim]) -> tuple[ScoredClaim, ...]:
        """Returns the claims with stance (-1..+1), its label and confidence (0..1)."""
        if not claims:
            return ()
        stances = self.stance_model.predict([stance_features(view_of(claim)) for claim in claims])
        sure = self.confidence_model.predict_proba(
            [confidence_features(claim) for claim in claims]
        )[:, 1]
        return tuple(
            self._scored(claim, float(stance), float(confidence))
            for claim, stance, confidence in zip(claims, stances, sure, strict=True)
        )

    def _scored(self, claim: Claim, stance: float, confidence: float) -> ScoredClaim:
        if claim.qualification.polarity is Polarity.NEGATED:
            stance *= NEGATED_FACTOR
        stance = round(max(-1.0, min(1.0, stance)), 2) + 0.0
        return ScoredClaim(
            claim=claim,
            stance=stance,
            stance_label=label_of(stance),
            confidence=round(confidence, 2),
            model_version=self.version,
        )


def label_of(stance: float) -> str:
    """Returns the label of a score, e.g. "strained" for -0.5."""
    return next((label for bound, label in LABELS if stance >= bound), "hostile")


@lru_cache(maxsize=2)
def load_scorer(folder: Path | None = None) -> Scorer:
    """Returns the shipped scorer, or that of a folder written by `models/stance/train.py`.

    Raises:
        ConfigurationError: the models are missing, changed or of another scikit-learn.
    """
    found = folder or next((place for place in PLACES if (place / "card.json").exists()), None)
    if found is None:
        raise ConfigurationError(["the stance model is missing: run `make train-stance`"])
    card = json.loads((found / "card.json").read_text(encoding="utf-8"))
    models = {name: _load(found / entry["file"], entry) for name, entry in card["models"].items()}
    return Scorer(
        stance_model=models["stance"],
        confidence_model=models["confidence"],
        version=card["version"],
    )


def _load(path: Path, entry: dict[str, str]) -> Any:
    """Returns the model in a file, checked against its sidecar before it is read."""
    import sklearn
    import skops.io

    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != entry["sha256"]:
        raise ConfigurationError([f"{path.name} is not the file its card names: reinstall Entente"])
    wanted, here = entry["sklearn"].split(".")[:2], sklearn.__version__.split(".")[:2]
    if wanted != here:
        warnings.warn(
            f"{path.name} was trained with scikit-learn {entry['sklearn']}, here is "
            f"{sklearn.__version__}: scores may differ; `make train-stance` trains it anew",
            stacklevel=2,
        )
    return skops.io.load(path, trusted=[])
