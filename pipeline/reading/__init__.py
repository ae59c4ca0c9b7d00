"""Files and strings -> `DocumentText`: one canonical string with its pages and blocks.

Reading goes `decode -> clean_characters -> read_plain | read_markdown -> assemble`. All cleaning
happens here, before the canonical string exists, because every offset everywhere indexes it.
"""

from pipeline.reading.readers import list_documents, read_bytes, read_document, read_text

__all__ = ["list_documents", "read_bytes", "read_document", "read_text"]
