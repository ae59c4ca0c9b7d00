"""CoNLL-U files are read with their spaces, contractions and paragraphs."""

from pathlib import Path

import spacy

from models.english.prepare import UNKNOWN, sample_of
from models.english.treebanks import read_conllu, text_of
from pipeline.annotate.core.surface import BLOCK, NO_GAP, SPACE
from pipeline.annotate.core.tokenizer import make_tokenizer

ROWS = [
    "# newdoc id = demo-1",
    "# sent_id = demo-1-1",
    "# newpar",
    "1\tOman\tOman\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_",
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
    "2\tdid\tdo\tAUX\tVBD\tTense=Past\t4\taux\t_\t_",
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_",
    "4\tsign\tsign\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No",
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_",
    "",
    "# newpar",
    "1\tex-allies\tex-ally\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_",
    "2\tagreed\tagree\tVERB\tVBD\tTense=Past\t0\troot\t_\t_",
    "",
]


def read(folder: Path, rows: list[str]):
    path = folder / "demo.conllu"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return list(read_conllu(path, "news"))


def test_text_and_offsets(tmp_path: Path) -> None:
    (document,) = read(tmp_path, ROWS)
    text, starts, ends = text_of(document)
    assert text == "Oman didn't sign. \n\nex-allies agreed "
    for sentence, row in zip(document.sentences, starts, strict=True):
        for word, start in zip(sentence.words, row, strict=True):
            assert text[start : start + len(word.form)] == word.form
    assert [text[:end][-1] for end in ends] == [".", "d"]


def test_samples_carry_the_gold_of_tokens_that_agree(tmp_path: Path) -> None:
    (document,) = read(tmp_path, ROWS)
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    sample = sample_of(nlp, document, "demo", None)
    assert sample.words == ["Oman", "did", "n't", "sign", ".", "ex-allies", "agreed"]
    assert sample.heads == [3, 3, 3, 3, 3, 6, 6]
    assert sample.starts == [1, 0, 0, 0, 0, 1, 0]
    assert sample.gaps == [BLOCK, SPACE, NO_GAP, SPACE, NO_GAP, BLOCK, SPACE]


def test_tokens_cut_otherwise_carry_none(tmp_path: Path) -> None:
    rows = [row.replace("ex-allies\tex-ally", "east-west\teast-west") for row in ROWS]
    (document,) = read(tmp_path, rows)
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    sample = sample_of(nlp, document, "demo", None)
    at = sample.words.index("east")
    assert sample.words[at : at + 3] == ["east", "-", "west"]
    assert sample.heads[at : at + 3] == [UNKNOWN] * 3
    assert sample.tags[at : at + 3] == [""] * 3
