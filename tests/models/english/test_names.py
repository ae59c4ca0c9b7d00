"""Every source of names becomes one scheme; what a source leaves open stays open."""

import random

from models.english.augment import augment
from models.english.gum_names import Mention, gum_masks, read_mentions
from models.english.names import re3d_masks, uner_masks
from models.english.treebanks import Sentence, Word
from pipeline.annotate.core.labels import ANY_NAME, NAME_TAGS


def word(form: str, upos: str, head: int, deprel: str, entity: str = "") -> Word:
    misc = {"Entity": entity} if entity else {}
    tag = {"PROPN": "NNP", "ADJ": "JJ", "NOUN": "NN"}.get(upos, upos)
    return Word(
        form=form, lemma=form, upos=upos, xpos=tag, feats="_", head=head, deprel=deprel, misc=misc,
        space_after=True,
    )  # fmt: skip


def tags(mask: int) -> set[str]:
    return {name for n, name in enumerate(NAME_TAGS) if mask >> n & 1}


SENTENCE = Sentence(
    words=[
        word("President", "PROPN", 2, "nmod:desc", "(1-person-new-n-cf1-2-sgl"),
        word("Bello", "PROPN", 4, "nsubj", "1)"),
        word("secretly", "ADV", 4, "advmod"),
        word("visited", "VERB", 0, "root"),
        word("the", "DET", 6, "det", "(2-organization-new-n-cf2-2-sgl"),
        word("Bank", "PROPN", 4, "obj"),
        word("of", "ADP", 8, "case"),
        word("Ghana", "PROPN", 6, "nmod", "(3-place-new-n-cf3-1-sgl-Ghana)2)"),
        word("with", "ADP", 11, "case"),
        word("Malian", "ADJ", 11, "amod"),
        word("envoys", "NOUN", 4, "obl"),
    ]
)


def test_gum_mentions_are_cut_down_to_names() -> None:
    masks = gum_masks(SENTENCE, read_mentions(SENTENCE))
    assert [tags(m) for m in masks] == [
        {"O"}, {"U-PERSON"}, {"O"}, {"O"}, {"O"},
        {"B-ORG"}, {"I-ORG"}, {"L-ORG"}, {"O"}, {"U-NORP"}, {"O"},
    ]  # fmt: skip


def test_mentions_nest() -> None:
    found = {(m.start, m.end, m.kind) for m in read_mentions(SENTENCE)}
    assert found == {(0, 2, "person"), (4, 8, "organization"), (7, 8, "place")}
    assert Mention(start=7, end=8, kind="place", identity="Ghana") in read_mentions(SENTENCE)


def test_uner_says_nothing_of_dates_and_events() -> None:
    location, _, plain = uner_masks(["B-LOC", "I-LOC", "O"], ["Lake", "Chad", "shrank"])
    assert tags(location) == {"B-LOC"}
    assert {"O", "B-DATE", "U-EVENT"} <= tags(plain)
    assert "U-PERSON" not in tags(plain)


def test_re3d_descriptions_are_left_open() -> None:
    words = "The U.S. service members met Votel".split()
    masks = re3d_masks(words, [(0, 4, "Organisation"), (5, 6, "Person")])
    assert masks[1:4] == [ANY_NAME] * 3
    assert tags(masks[5]) == {"U-PERSON"}


def test_augmentation_keeps_words_apart_and_gold_in_place() -> None:
    masks = gum_masks(SENTENCE, read_mentions(SENTENCE))
    words = [w.form for w in SENTENCE.words]
    tags_ = [w.xpos for w in SENTENCE.words]
    seen = set()
    for seed in range(200):
        new, gaps = augment(random.Random(seed), words, [1] * 11, [1, *[0] * 10], masks, tags_)
        assert len(new) == len(gaps) == len(words)
        assert all(new)
        seen.add(new[1].lower())
    assert len(seen) > 5
