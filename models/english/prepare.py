"""Treebanks and name annotations to one training folder of tokenised documents.

Belongs here: alignment of gold words with the runtime tokenizer's tokens. Tokens that
the gold cuts otherwise carry no label, so that training sees the tokens it will meet.

    python -m models.english.prepare --ewt DIR --gum DIR --uner DIR [--re3d FILE] --out DIR
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from models.english import gum_names, names, treebanks
from models.english.treebanks import Document, Word
from models.english.weak_names import weak_masks
from pipeline.annotate.core.labels import ANY_NAME
from pipeline.annotate.core.load import load_core
from pipeline.annotate.core.surface import gaps_of
from pipeline.annotate.core.tokenizer import make_tokenizer

UNKNOWN = -1


@dataclass(kw_only=True)
class Sample:
    """One document, by token (white space left out). UNKNOWN or "" where there is no gold."""

    name: str
    genre: str
    source: str
    words: list[str] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    names: list[int] = field(default_factory=list)


def tokenise(nlp: Language, text: str) -> tuple[Doc, list[int]]:
    """The Doc of a text and the indices of its tokens that are not white space."""
    doc = nlp.make_doc(text)
    return doc, [token.i for token in doc if not token.is_space]


def form_label(word: Word) -> str:
    """Part of speech and features as one label."""
    return f"{word.upos}|{word.feats}" if word.feats != "_" else word.upos


def sample_of(
    nlp: Language, document: Document, source: str, masks: Sequence[Sequence[int]] | None
) -> Sample:
    """Align a treebank document with the runtime tokens.

    Args:
        nlp: A pipeline with the runtime tokenizer.
        document: The document.
        source: Name of the treebank.
        masks: The allowed name tags of every word, by sentence; None if not annotated.

    Returns:
        The sample.
    """
    text, starts, _ = treebanks.text_of(document)
    doc, kept = tokenise(nlp, text)
    sample = _blank(doc, kept, document, source)
    place = {(doc[i].idx, doc[i].idx + len(doc[i])): n for n, i in enumerate(kept)}
    by_start = {doc[i].idx: n for n, i in enumerate(kept)}
    for number, (sentence, row) in enumerate(zip(document.sentences, starts, strict=True)):
        spots = [
            place.get((start, start + len(word.form)), UNKNOWN)
            for word, start in zip(sentence.words, row, strict=True)
        ]
        if row[0] in by_start:
            sample.starts[by_start[row[0]]] = 1
        for index, (word, spot) in enumerate(zip(sentence.words, spots, strict=True)):
            if spot == UNKNOWN:
                continue
            sample.tags[spot], sample.forms[spot] = word.xpos, form_label(word)
            head = spot if word.head == 0 else spots[word.head - 1]
            if head != UNKNOWN:
                sample.heads[spot], sample.deps[spot] = head, word.deprel
            if masks is not None:
                sample.names[spot] = masks[number][index]
    return sample


def _blank(doc: Doc, kept: Sequence[int], document: Document, source: str) -> Sample:
    count = len(kept)
    return Sample(
        name=document.name,
        genre=document.genre,
        source=source,
        words=[doc[i].text for i in kept],
        gaps=gaps_of(doc, kept, ()),
        starts=[0] * count,
        tags=[""] * count,
        forms=[""] * count,
        heads=[UNKNOWN] * count,
        deps=[""] * count,
        names=[ANY_NAME] * count,
    )


def gum_samples(nlp: Language, folder: Path, split: str) -> Iterator[Sample]:
    """GUM with names."""
    for document in treebanks.read_gum(folder, split):
        masks = [gum_names.gum_masks(s, gum_names.read_mentions(s)) for s in document.sentences]
        yield sample_of(nlp, document, "gum", masks)


def ewt_samples(
    nlp: Language, folder: Path, split: str, teacher: Language | None = None
) -> Iterator[Sample]:
    """EWT, without names or with those of which an earlier core is sure."""
    for document in treebanks.read_ewt(folder, split):
        sample = sample_of(nlp, document, "ewt", None)
        if teacher:
            text = treebanks.text_of(document)[0]
            sample.names = weak_masks(teacher, text, sample.tags, sample.starts)
        yield sample


def uner_samples(nlp: Language, ewt: Path, uner: Path, split: str) -> Iterator[Sample]:
    """EWT's dev or test texts with UNER's names."""
    tags = treebanks.read_uner(uner / f"en_ewt-ud-{split}.iob2")
    for document in treebanks.read_ewt(ewt, split):
        rows = tags.get(document.name, [])
        if [len(r) for r in rows] != [len(s.words) for s in document.sentences]:
            continue
        masks = [
            names.uner_masks(row, [w.form for w in sentence.words])
            for row, sentence in zip(rows, document.sentences, strict=True)
        ]
        yield sample_of(nlp, document, "uner", masks)


def re3d_samples(nlp: Language, path: Path) -> Iterator[Sample]:
    """The documents of re3d whose licence allows training (BBC Online's does not)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["sub_corpus"] == "BBC Online":
            continue
        doc, kept = tokenise(nlp, record["text"])
        sample = _blank(doc, kept, Document(name=record["doc_id"], genre="conflict"), "re3d")
        number = {token: n for n, token in enumerate(kept)}
        spans = []
        for entity in record["entities"]:
            span = doc.char_span(entity["start"], entity["end"], alignment_mode="expand")
            inside = [number[t.i] for t in span or () if t.i in number]
            if inside:
                spans.append((inside[0], inside[-1] + 1, entity["type"]))
        sample.names = names.re3d_masks(sample.words, spans)
        sample.starts = [UNKNOWN] * len(kept)
        yield sample


def parse_off(sample: Sample) -> Sample:
    """Take the grammar out of a sample, so that only its names teach."""
    count = len(sample.words)
    sample.tags, sample.forms, sample.deps = [""] * count, [""] * count, [""] * count
    sample.heads, sample.starts = [UNKNOWN] * count, [UNKNOWN] * count
    return sample


def write(path: Path, samples: Iterable[Sample]) -> None:
    """Write samples as JSON lines and say how many words there are."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for sample in samples:
            count += len(sample.words)
            file.write(json.dumps(asdict(sample), ensure_ascii=False) + "\n")
    print(f"{path.name}: {count} words")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("ewt", "gum", "uner", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--re3d", type=Path)
    parser.add_argument("--teacher", type=Path, help="an earlier core; names EWT where it is sure")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    teacher = load_core(str(args.teacher)) if args.teacher else None
    if teacher:
        teacher.disable_pipe("release")  # the name scores are wanted after the run
    train = [*ewt_samples(nlp, args.ewt, "train", teacher), *gum_samples(nlp, args.gum, "train")]
    # UNER annotates only the dev and test texts; names of the dev texts teach, their trees do not.
    train += [parse_off(sample) for sample in uner_samples(nlp, args.ewt, args.uner, "dev")]
    train += re3d_samples(nlp, args.re3d) if args.re3d else []
    write(args.out / "train.jsonl", train)
    for split in ("dev", "test"):
        write(args.out / f"gum-{split}.jsonl", gum_samples(nlp, args.gum, split))
        write(args.out / f"ewt-{split}.jsonl", ewt_samples(nlp, args.ewt, split))
    write(args.out / "uner-test.jsonl", uner_samples(nlp, args.ewt, args.uner, "test"))


if __name__ == "__main__":
    main()
