"""Tokens are cut as the treebanks cut them, so that rules find the names inside compounds."""

import pytest
import spacy

from pipeline.annotate.core.tokenizer import make_tokenizer

TOKENS = [
    ("U.S. and U.K. envoys met.", "U.S.|and|U.K.|envoys|met|."),
    ("They met in the U.S.", "They|met|in|the|U.S."),
    ("Gen. Orlov met Lt. Col. Haddad.", "Gen.|Orlov|met|Lt.|Col.|Haddad|."),
    ("Colonel-General Orlov", "Colonel|-|General|Orlov"),
    ("Iranian-backed militias", "Iranian|-|backed|militias"),
    ("the Russia-Iran axis", "the|Russia|-|Iran|axis"),
    ("pro-Kremlin and anti-Western parties", "pro-Kremlin|and|anti-Western|parties"),
    ("counter-terrorism co-operation", "counter-terrorism|co-operation"),
    ("Tehran’s envoy", "Tehran|’s|envoy"),
    ("Tehran's envoy", "Tehran|'s|envoy"),
    ("they didn’t agree", "they|did|n’t|agree"),
    ("they didn't agree", "they|did|n't|agree"),
    ("it cannot last", "it|can|not|last"),
    ("a pact—long awaited—failed", "a|pact|—|long|awaited|—|failed"),
    ("a pact – long awaited – failed", "a|pact|–|long|awaited|–|failed"),
    ("a pact--long awaited", "a|pact|--|long|awaited"),
    ("“We agree,” he said.", "“|We|agree|,|”|he|said|."),
    ("• Moscow agreed", "•|Moscow|agreed"),
    ("the 2014-2015 offensive", "the|2014|-|2015|offensive"),
    ("a 50-year lease", "a|50|-|year|lease"),
    ("shelled Aleppo.12", "shelled|Aleppo|.|12"),
    ("shelled Aleppo.[12]", "shelled|Aleppo|.|[|12|]"),
    ("Turkey/Qatar ties", "Turkey|/|Qatar|ties"),
    ("Deir ez-Zor", "Deir|ez|-|Zor"),
    ("$3.5 million (30%)", "$|3.5|million|(|30|%|)"),
    ("on Sept. 5, 2020.", "on|Sept.|5|,|2020|."),
    ("the government's (and army's) view", "the|government|'s|(|and|army|'s|)|view"),
    ("arms, aid, etc. were sent", "arms|,|aid|,|etc.|were|sent"),
]


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_tokens_follow_the_treebanks(text: str, tokens: str) -> None:
    blank = spacy.blank("en")
    assert [t.text for t in make_tokenizer(blank)(text) if not t.is_space] == tokens.split("|")


@pytest.mark.core
def test_the_shipped_core_cuts_tokens_the_same_way(nlp: spacy.language.Language) -> None:
    # The tokenizer is stored in the artifact; a change of the code alone would not reach it.
    for text, tokens in TOKENS:
        assert [t.text for t in nlp.make_doc(text) if not t.is_space] == tokens.split("|")
