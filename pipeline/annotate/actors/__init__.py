"""Who acts in a document."""

from pipeline.annotate.actors.find import find_actors
from pipeline.annotate.actors.metonymy import is_locative

__all__ = ["find_actors", "is_locative"]
