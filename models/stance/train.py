"""Trains the stance and confidence models from annotated documents and writes them with a card.

Belongs here: the two estimators, their cross-validation by document, the baselines beside them and
the files. What the models see is `pipeline.stance.features`.

    python -m models.stance.train --gold DIR [--out models/stance/artifact]

DIR holds pairs of `NAME.gold.json` and `NAME.sentences.json`, licensed for training.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import sklearn
import skops.io
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline

from models.stance.gold import (
    ConfidenceRow,
    StanceRow,
    confidence_rows,
    gold_pairs,
    stance_rows,
)
from pipeline.records import RELATION_OF, EventType
from pipeline.stance.features import confidence_features, stance_features

HERE = Path(__file__).parent
FOLDS = 10


def stance_estimator() -> Pipeline:
    """Returns an untrained stance model; ridge regression copes with few rows."""
    return Pipeline([("features", DictVectorizer()), ("model", Ridge(alpha=0.5))])


def confidence_estimator() -> Pipeline:
    """Returns an untrained confidence model; few wrong rows keep it near the base rate."""
    model = LogisticRegression(C=0.003, max_iter=2_000)
    return Pipeline([("features", DictVectorizer()), ("model", model)])


def score_stance(rows: Sequence[StanceRow]) -> dict[str, float]:
    """Returns mean absolute errors by cross-validation over documents, baselines beside them."""
    wanted = np.array([row.stance for row in rows])
    groups = [row.document for row in rows]
    seen = [stance_features(row.view) for row in rows]
    found = cross_val_predict(
        stance_estimator(), seen, wanted, groups=groups, cv=GroupKFold(n_splits=FOLDS)
    )
    return {
        "rows": len(rows),
        "documents": len(set(groups)),
        "mean_abs_error": _mean_error(found, wanted),
        "sign_right": round(float(np.mean(_sign(found) == _sign(wanted))), 3),
        "baseline_mean_of_relation": _mean_error(_by(rows, groups, _relation), wanted),
        "baseline_mean_of_type": _mean_error(_by(rows, groups, _type), wanted),
    }


def _type(row: StanceRow) -> str:
    return str(row.view.event_type)


def _relation(row: StanceRow) -> str:
    return str(RELATION_OF[EventType(row.view.event_type)])


def _by(rows: Sequence[StanceRow], groups: Sequence[str], key: Any) -> np.ndarray:
    """Returns the mean stance of a row's like in the other documents."""
    found = []
    for row in rows:
        like = [
            other.stance
            for other, group in zip(rows, groups, strict=True)
            if group != row.document and key(other) == key(row)
        ]
        found.append(float(np.mean(like)) if like else 0.0)
    return np.array(found)


def _mean_error(found: np.ndarray, wanted: np.ndarray) -> float:
    return round(float(np.mean(np.abs(np.clip(found, -1, 1) - wanted))), 3)


def _sign(values: np.ndarray) -> np.ndarray:
    return (values > 0.1).astype(int) - (values < -0.1).astype(int)


def score_confidence(rows: Sequence[ConfidenceRow]) -> dict[str, Any]:
    """Returns the calibration by cross-validation over documents, the base rate beside it."""
    right = np.array([row.is_right for row in rows])
    groups = [row.document for row in rows]
    seen = [confidence_features(row.claim) for row in rows]
    found = cross_val_predict(
        confidence_estimator(),
        seen,
        right,
        groups=groups,
        cv=GroupKFold(n_splits=FOLDS),
        method="predict_proba",
    )[:, 1]
    rate = float(right.mean())
    return {
        "rows": len(rows),
        "share_right": round(rate, 3),
        "brier": round(float(brier_score_loss(right, found)), 3),
        "baseline_brier_base_rate": round(rate * (1 - rate), 3),
        "auc": round(float(roc_auc_score(right, found)), 3),
        "reliability": _reliability(found, right),
    }


def _reliability(found: np.ndarray, right: np.ndarray) -> list[dict[str, float]]:
    """Returns, for thirds of the rows by confidence, what was said and what came true."""
    order = np.argsort(found, kind="stable")
    return [
        {
            "rows": len(part),
            "mean_confidence": round(float(found[part].mean()), 3),
            "share_right": round(float(right[part].mean()), 3),
        }
        for part in np.array_split(order, 3)
    ]


def write(folder: Path, models: dict[str, Pipeline], card: dict[str, Any]) -> None:
    """Writes the models without pickle and the card that names their hashes."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = {}
    for name, model in models.items():
        path = folder / f"{name}.skops"
        skops.io.dump(model, path, compression=8)  # zipfile.ZIP_DEFLATED
        entries[name] = {
            "file": path.name,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "sklearn": sklearn.__version__,
            "skops": skops.__version__,
        }
    digest = hashlib.sha256(json.dumps(entries, sort_keys=True).encode()).hexdigest()
    card = {"version": f"stance-{digest[:10]}", "models": entries, **card}
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains, measures and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE / "artifact")
    options = parser.parse_args(arguments)
    pairs = gold_pairs(options.gold)
    stances, confidences = list(stance_rows(pairs)), list(confidence_rows(pairs))
    card = {
        "data": hashlib.sha256(b"".join(gold.read_bytes() for gold, _ in pairs)).hexdigest(),
        "stance": score_stance(stances),
        "confidence": score_confidence(confidences),
    }
    stance = stance_estimator().fit(
        [stance_features(row.view) for row in stances], [row.stance for row in stances]
    )
    confidence = confidence_estimator().fit(
        [confidence_features(row.claim) for row in confidences],
        [row.is_right for row in confidences],
    )
    write(options.out, {"stance": stance, "confidence": confidence}, card)
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
