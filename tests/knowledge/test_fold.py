"""Folding keeps the way back to every offset, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.fold import fold, fold_name

#: Letters with marks, apostrophes, dashes, blanks and signs that fold to two letters or to none.
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aZs '’ʿ‘-–\u00a0\u200e\u0301\nßøÆéİŞəﬁ“”.1"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("name", "folded", "reason"),
    [
        ("Kata’ib Hezbollah", "kataib hezbollah", "an apostrophe inside a name goes"),
        ("Iran’s", "iran's", "that of a possessive stays, so that the name ends before it"),
        ("Da'esh", "daesh", "a plain apostrophe goes too"),
        ("Côte d’Ivoire", "cote divoire", "diacritics go"),
        ("Al-Qaida", "al qaida", "a hyphen is a blank"),
        ("Prime\u00a0Minister\u200e  Abiy", "prime minister abiy", "odd blanks and marks go"),
        ("Aleksandar Vučić", "aleksandar vucic", "a caron goes"),
        ("Erdoğan", "erdogan", "a breve goes"),
        ("İbrahim Kalın", "ibrahim kalin", "dotted and dotless i are i"),
        ("Sa\u0301nchez", "sanchez", "a combining accent goes"),
        ("Løkke", "lokke", "letters without a decomposition have a plain spelling"),
    ],
)
def test_two_spellings_of_a_name_fold_alike(name: str, folded: str, reason: str) -> None:
    assert fold_name(name) == folded, reason


@given(TEXTS)
def test_every_folded_letter_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert folded.starts[-1] == len(text)


@given(TEXTS, st.data())
def test_a_stretch_of_the_original_folds_to_the_stretch(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    inside = fold(text[first:last]).text.replace("'", "")
    assert folded.text[start:end].replace("'", "").strip() in inside


@given(st.text(alphabet="abcXYZ 0123.,", max_size=40).filter(lambda t: "  " not in t))
def test_plain_text_folds_to_itself(text: str) -> None:
    assert fold(text).text == text


@given(TEXTS)
def test_folding_a_name_twice_changes_nothing(text: str) -> None:
    once = fold_name(text)
    assert fold_name(once).replace("'", "") == once.replace("'", "")
