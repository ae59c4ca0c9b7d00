"""Names of persons, organisations, places and peoples, from every region."""

import numpy as np
import pytest
from spacy.language import Language

from pipeline.annotate.core.labels import NAME_TAGS
from pipeline.annotate.core.names import best_tags, spans_of

NAMES = [
    ("Russia and Iran signed a pact in Tehran.", {"Russia": "GPE", "Iran": "GPE", "Tehran": "GPE"}),
    (
        "President Amina Bello met Nguyen Van Hoang in Nairobi.",
        {"Amina Bello": "PERSON", "Nairobi": "GPE"},
    ),
    ("The Syrian army and Kurdish fighters clashed.", {"Syrian": "NORP", "Kurdish": "NORP"}),
    ("The European Union sanctioned Belarus in 2021.", {"Belarus": "GPE", "2021": "DATE"}),
    (
        "The United States urged Saudi Arabia to pump more oil.",
        {"United States": "GPE", "Saudi Arabia": "GPE"},
    ),
]


@pytest.mark.core
@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(nlp: Language, text: str, names: dict[str, str]) -> None:
    found = {
        ent.text.removeprefix("The ").removeprefix("the "): ent.label_ for ent in nlp(text).ents
    }
    assert {name: found.get(name) for name in names} == names


def test_decoding_never_leaves_a_name_open() -> None:
    rng = np.random.default_rng(3)
    for _ in range(40):
        scores = rng.normal(size=(int(rng.integers(1, 30)), len(NAME_TAGS))).astype(np.float32)
        tags = best_tags(scores)
        covered = sum(end - start for start, end, _ in spans_of(tags))
        assert covered == int((tags > 0).sum())
