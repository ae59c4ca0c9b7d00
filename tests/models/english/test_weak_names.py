"""An earlier core's names teach only where it was sure and the gold tags agree."""

from __future__ import annotations

import pytest
from spacy.language import Language

from models.english.weak_names import weak_masks
from pipeline.annotate.core import load_core
from pipeline.annotate.core.labels import ANY_NAME, tag_index

TEXT = "Kenya sent blankets to Berlin."
TAGS = ["NNP", "VBD", "NNS", "IN", "NNP", "."]
STARTS = [1, 0, 0, 0, 0, 0]
PLACE = 1 << tag_index("GPE", 3)


@pytest.fixture
def teacher() -> Language:
    nlp = load_core()
    with nlp.select_pipes(disable="release"):
        yield nlp


@pytest.mark.core
def test_sure_names_and_sure_words_that_name_nobody(teacher: Language) -> None:
    assert weak_masks(teacher, TEXT, TAGS, STARTS) == [PLACE, 1, 1, 1, PLACE, 1]


@pytest.mark.core
def test_a_name_that_the_tags_deny_is_left_open(teacher: Language) -> None:
    tags = ["NN", *TAGS[1:]]
    assert weak_masks(teacher, TEXT, tags, STARTS) == [ANY_NAME, 1, 1, 1, PLACE, 1]


@pytest.mark.core
def test_other_words_than_the_gold_has_tell_nothing(teacher: Language) -> None:
    assert weak_masks(teacher, TEXT, TAGS[1:], STARTS[1:]) == [ANY_NAME] * 5
