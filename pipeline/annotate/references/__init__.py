"""Who pronouns, role nouns and the first person mean."""

from pipeline.annotate.references.resolve import resolve_references

__all__ = ["resolve_references"]
