"""Lemmas come from rules and tables: no invented words."""

import pytest
from spacy.language import Language

pytestmark = pytest.mark.core

LEMMAS = [
    ("Chad hopes to win.", "hopes", "hope"),
    ("Chad waged war on Niger.", "waged", "wage"),
    ("Rebels hopped over the wall.", "hopped", "hop"),
    ("Moscow condemned the attack.", "condemned", "condemn"),
    ("The envoys are discussing a truce.", "discussing", "discuss"),
    ("They discuss a truce.", "discuss", "discuss"),
    ("They press for sanctions and oppose the deal.", "press", "press"),
    ("The rebels withdrew from the city.", "withdrew", "withdraw"),
    ("Tehran has sought support.", "sought", "seek"),
    ("Tehran has sought support.", "has", "have"),
    ("The ties were solidified by trade.", "solidified", "solidify"),
    ("The ties were solidified by trade.", "were", "be"),
    ("Critics ridiculed the plan.", "ridiculed", "ridicule"),
    ("Ankara weaponized migration.", "weaponized", "weaponize"),
    ("Two allies signed treaties.", "allies", "ally"),
    ("Two allies signed treaties.", "treaties", "treaty"),
    ("The militias left the villages.", "left", "leave"),
    ("Russia did not support them.", "not", "not"),
    ("Russia didn’t support them.", "n’t", "not"),
    ("It won't yield.", "wo", "will"),
    ("Kyiv bought drones and is buying shells.", "bought", "buy"),
    ("Kyiv bought drones and is buying shells.", "buying", "buy"),
    ("Moscow vetoed the draft.", "vetoed", "veto"),
    ("Beijing backed and funded the project.", "backed", "back"),
    ("The army struck the port.", "struck", "strike"),
    ("Relations grew worse.", "grew", "grow"),
    ("The United Nations criticizes both sides.", "criticizes", "criticize"),
    ("Egypt and Sudan agreed.", "Egypt", "Egypt"),
    ("Peru summons Bolivian envoy.", "summons", "summon"),
]


@pytest.mark.parametrize(("text", "word", "lemma"), LEMMAS)
def test_lemma(nlp: Language, text: str, word: str, lemma: str) -> None:
    found = [t.lemma_ for t in nlp(text) if t.text == word]
    assert found == [lemma]


def test_every_word_has_a_lemma(nlp: Language) -> None:
    doc = nlp("NGOs tweeted “no deal” — 3 times, and EU-led talks failed.\n")
    assert all(t.lemma_ for t in doc)
