"""Sentences: found in running text, forced at the caller's block ends, never an error."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

pytestmark = pytest.mark.core


def texts(doc: Doc) -> list[str]:
    return [s for s in (" ".join(sent.text.split()) for sent in doc.sents) if s]


def read(nlp: Language, blocks: list[str], gap: str = "\n\n") -> Doc:
    text = gap.join(blocks)
    ends, at = [], 0
    for block in blocks:
        ends.append(at + len(block))
        at += len(block) + len(gap)
    doc = nlp.make_doc(text)
    doc.user_data["block_ends"] = ends
    return nlp(doc)


@pytest.mark.parametrize(
    "sentences",
    [
        ["Gen. Orlov met Lt. Haddad on Sept. 5.", "They signed a pact."],
        ["The U.S. withdrew its envoy.", "Iraq protested."],
        ["“We will not yield,” the minister said.", "His deputy agreed."],
        ["Moscow sent arms to Damascus.", "Ankara objected, but it did not act."],
        ["Why did Tehran agree?", "It needed the trade."],
    ],
)
def test_running_text_is_split(nlp: Language, sentences: list[str]) -> None:
    assert texts(nlp(" ".join(sentences))) == sentences


@pytest.mark.parametrize(
    "heading",
    [
        "UN Security Council Condemns Attack by Rebels",
        "Japan Coast Guard Expels Russian Trawler",
        "Saudi Arabia Welcomes Iranian Delegation",
    ],
)
def test_a_heading_is_not_cut_before_a_capital(nlp: Language, heading: str) -> None:
    blocks = [heading, "Officials would not say on Tuesday how long the matter might take."]
    assert texts(read(nlp, blocks)) == blocks


@pytest.mark.parametrize("gap", ["\n\n", "\n", " "])
def test_a_sentence_ends_with_its_block(nlp: Language, gap: str) -> None:
    blocks = [
        "RUSSIA AND IRAN",
        "A fragile",
        "partnership between Moscow and Tehran emerged in 2015.",
        "• arms for Damascus",
        "• loans for Tehran",
    ]
    doc = read(nlp, blocks, gap)
    assert texts(doc) == blocks
    ends = doc.user_data["block_ends"]
    for sent in doc.sents:
        assert not any(sent.start_char < end < sent.end_char for end in ends)


def test_block_ends_survive_and_the_arrays_do_not(nlp: Language) -> None:
    doc = read(nlp, ["One block.", "Another block."])
    assert set(doc.user_data) == {"block_ends"}


def test_every_sentence_is_one_tree(nlp: Language) -> None:
    doc = read(nlp, ["Russia, Iran, and Turkey met in Astana.\n \nThey agreed.", "A heading"])
    for sent in doc.sents:
        assert [t for t in sent if t.head == t] == [sent.root]
        assert sent.root.dep_ == "ROOT"
        assert all(t.head in sent for t in sent)


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \n \t ", ".", "—", "\u200b", "x"])
def test_next_to_nothing_is_read_without_error(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert len(list(doc.sents)) <= max(len(doc), 1)
    assert not doc.ents or text.strip()


def test_blocks_of_white_space(nlp: Language) -> None:
    doc = read(nlp, ["  ", "Iran agreed.", "", "\n", "Iraq did not."])
    assert texts(doc) == ["Iran agreed.", "Iraq did not."]


def test_a_table_of_numbers_without_full_stops(nlp: Language) -> None:
    doc = nlp("12 345 6,7 " * 1500)
    assert max(len(sent) for sent in doc.sents) <= 320
