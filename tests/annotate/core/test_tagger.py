"""A word's part of speech suits its tag: the network guesses the two apart."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.annotate.core.tagger import PARTS

SENTENCES = [
    "Mauritania vouched for Mali at the bank.",
    "Vietnam's ties with Laos remain close.",
    "Australian teams mentor Fiji's police.",
    "RUSSIA AND IRAN SIGN PACT AS TURKEY WAVERS",
    "Having been shelled, Sake emptied; most fled south.",
]


@pytest.mark.core
@pytest.mark.parametrize("sentence", SENTENCES)
def test_parts_of_speech_suit_their_tags(nlp: Language, sentence: str) -> None:
    for token in nlp(sentence):
        assert token.pos_ in PARTS.get(token.tag_, (token.pos_,)), token


@pytest.mark.core
def test_a_rare_verb_has_its_lemma(nlp: Language) -> None:
    word = nlp(SENTENCES[0])[1]
    assert (word.tag_, word.pos_, word.lemma_) == ("VBD", "VERB", "vouch")
