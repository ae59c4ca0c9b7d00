"""What is known of the world before a document is read: actors, their names and offices."""

from pipeline.knowledge.load import load_knowledge
from pipeline.knowledge.store import Form, Found, Knowledge

__all__ = ["Form", "Found", "Knowledge", "load_knowledge"]
