"""Any spaCy English pipeline can take the core's place: one setting, ClearNLP's labels included.

No trained pipeline with those labels comes with the tests, so a small one is trained here, on four
sentences that it learns by heart.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pipeline import extract
from pipeline.settings import Settings
from tests.support.claims import short
from tests.support.docs import build_doc

ACTIVE = """
    Kenya Kenya PROPN NNP 2 nsubj
    criticised criticise VERB VBD 2 ROOT
    Uganda Uganda PROPN NNP 2 dobj
    . . PUNCT . 2 punct
"""
PASSIVE = """
    Bolivia Bolivia PROPN NNP 3 nsubjpass
    was be AUX VBD 3 auxpass
    condemned condemn VERB VBN 3 ROOT
    by by ADP IN 3 agent
    Chile Chile PROPN NNP 4 pobj
    . . PUNCT . 3 punct
"""
NOUN = """
    Norway Norway PROPN NNP 2 nsubj
    signed sign VERB VBD 2 ROOT
    an an DET DT 4 det
    agreement agreement NOUN NN 2 dobj
    with with ADP IN 4 prep
    Finland Finland PROPN NNP 5 pobj
    . . PUNCT . 2 punct
"""
NEGATED = """
    Laos Laos PROPN NNP 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 neg
    attack attack VERB VB 4 ROOT
    Thailand Thailand PROPN NNP 4 dobj
    . . PUNCT . 4 punct
"""
STEPS = 60


@pytest.fixture(scope="module")
def clearnlp(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Path:
    """The folder of a pipeline with ClearNLP's labels."""
    other = spacy.blank("en")
    examples = [_example(other, rows) for rows in (ACTIVE, PASSIVE, NOUN, NEGATED)]
    for name in ("tagger", "morphologizer", "ner"):
        other.add_pipe(name)
    other.add_pipe("parser", config={"min_action_freq": 1})  # no label is too rare to learn
    optimizer = other.initialize(lambda: examples)
    for _ in range(STEPS):
        other.update(examples, sgd=optimizer, drop=0.0)
    other.add_pipe("lemmatizer", source=nlp)
    folder: Path = tmp_path_factory.mktemp("core") / "clearnlp"
    other.to_disk(folder)
    return folder


def _example(other: Language, rows: str) -> Example:
    gold = build_doc(rows)
    words = [token.text for token in gold]
    countries = ["B-GPE" if token.tag_ == "NNP" else "O" for token in gold]
    reference = Doc(
        other.vocab,
        words=words,
        tags=[token.tag_ for token in gold],
        pos=[token.pos_ for token in gold],
        heads=[token.head.i for token in gold],
        deps=[token.dep_ for token in gold],
        ents=countries,
    )
    return Example(Doc(other.vocab, words=words), reference)


@pytest.mark.core
@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Kenya criticised Uganda .", "Kenya > Uganda ACCUSE"),
        ("Bolivia was condemned by Chile .", "Chile > Bolivia ACCUSE"),
        ("Norway signed an agreement with Finland .", "Finland = Norway AGREE"),
        ("Laos did not attack Thailand .", "Laos > Thailand ASSAULT negated"),
    ],
)
def test_its_labels_give_the_same_claims(clearnlp: Path, sentence: str, wanted: str) -> None:
    claims = extract(sentence, settings=Settings(core=str(clearnlp)))
    assert [short(item.claim) for item in claims] == [wanted]
