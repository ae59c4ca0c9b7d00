"""Claim -> stance and confidence: how friendly the sentence makes it, how sure we are of the row.

Rules propose, learning weighs: no claim is added or dropped here. The models are trained by
`models/stance/train.py` and read as files; scikit-learn is imported nowhere else in the library.
"""

from pipeline.stance.predict import Scorer, load_scorer

__all__ = ["Scorer", "load_scorer"]
