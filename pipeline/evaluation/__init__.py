"""A run against gold annotations: precision, recall, F1, extra rows, attributes of matched rows."""

from pipeline.evaluation.render import render_scores
from pipeline.evaluation.scores import Scores, evaluate

__all__ = ["Scores", "evaluate", "render_scores"]
