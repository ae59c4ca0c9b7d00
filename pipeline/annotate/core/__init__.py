"""The English core: text to a spaCy Doc with sentences, tags, trees, lemmas and names.

Belongs here: the pipeline that ships and its components. Does not belong here: actors,
places, dates (the neighbouring packages of ``annotate``), training (``models/english``).
"""

from pipeline.annotate.core.load import CoreError, core_version, load_core

__all__ = ["CoreError", "core_version", "load_core"]
