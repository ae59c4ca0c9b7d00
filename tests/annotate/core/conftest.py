"""The shipped core, opened once for all tests of it."""

import pytest
from spacy.language import Language

from pipeline.annotate.core import load_core


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_core()
