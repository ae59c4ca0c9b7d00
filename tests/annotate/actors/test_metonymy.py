"""Actor or place, on parses made by hand: the decision does not hang on the core."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc as SpacyDoc

from pipeline.annotate.actors import is_locative
from pipeline.annotate.parse import Doc

#: word, part of speech, head, label (Universal Dependencies), lemma
SENTENCES = {
    "flew to Lima": [
        ("flew", "VERB", 0, "root", "fly"),
        ("to", "ADP", 2, "case", "to"),
        ("Lima", "PROPN", 0, "obl", "Lima"),
    ],
    "pressure on Lima": [
        ("pressure", "NOUN", 0, "root", "pressure"),
        ("on", "ADP", 2, "case", "on"),
        ("Lima", "PROPN", 0, "nmod", "Lima"),
    ],
    "in Lima": [
        ("met", "VERB", 0, "root", "meet"),
        ("in", "ADP", 2, "case", "in"),
        ("Lima", "PROPN", 0, "obl", "Lima"),
    ],
    "northern Peru": [
        ("toured", "VERB", 0, "root", "tour"),
        ("northern", "ADJ", 2, "amod", "northern"),
        ("Peru", "PROPN", 0, "obj", "Peru"),
    ],
    "South Sudan": [
        ("armed", "VERB", 0, "root", "arm"),
        ("South", "PROPN", 2, "compound", "South"),
        ("Sudan", "PROPN", 0, "obj", "Sudan"),
    ],
    "Lima objected": [
        ("Indeed", "ADV", 2, "advmod", "indeed"),
        ("Lima", "PROPN", 2, "nsubj", "Lima"),
        ("objected", "VERB", 2, "root", "object"),
    ],
    "anger in Lima": [
        ("anger", "NOUN", 0, "root", "anger"),
        ("in", "ADP", 2, "case", "in"),
        ("Lima", "PROPN", 0, "nmod", "Lima"),
    ],
    "border with Peru": [
        ("border", "NOUN", 0, "root", "border"),
        ("with", "ADP", 2, "case", "with"),
        ("Peru", "PROPN", 0, "nmod", "Peru"),
    ],
    "parts of Peru": [
        ("parts", "NOUN", 0, "root", "part"),
        ("of", "ADP", 2, "case", "of"),
        ("Peru", "PROPN", 0, "nmod", "Peru"),
    ],
    "defeat of Peru": [
        ("defeat", "NOUN", 0, "root", "defeat"),
        ("of", "ADP", 2, "case", "of"),
        ("Peru", "PROPN", 0, "nmod", "Peru"),
    ],
}


@pytest.mark.parametrize(
    ("sentence", "name", "place"),
    [
        ("flew to Lima", "Lima", True),
        ("pressure on Lima", "Lima", False),
        ("in Lima", "Lima", True),
        ("northern Peru", "Peru", True),
        ("South Sudan", "Sudan", False),
        ("Lima objected", "Lima", False),
        ("anger in Lima", "Lima", False),
        ("border with Peru", "Peru", True),
        ("parts of Peru", "Peru", True),
        ("defeat of Peru", "Peru", False),
    ],
)
def test_grammar_decides(sentence: str, name: str, place: bool) -> None:
    words = SENTENCES[sentence]
    source = SpacyDoc(
        English().vocab,
        words=[word for word, *_ in words],
        pos=[pos for _, pos, *_ in words],
        heads=[head for _, _, head, *_ in words],
        deps=[dep for _, _, _, dep, _ in words],
        lemmas=[lemma for *_, lemma in words],
        sent_starts=[True] + [False] * (len(words) - 1),
    )
    token = next(token for token in Doc(source) if token.text == name)
    assert is_locative(token) is place
