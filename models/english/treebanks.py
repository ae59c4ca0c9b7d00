"""Reading of the treebanks: CoNLL-U files to documents of sentences.

Belongs here: the file formats of UD and UNER, the lists of train, dev and test files.
Does not belong here: what the model learns from them (prepare.py), names (names.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Word:
    """One syntactic word of a treebank."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: dict[str, str]
    space_after: bool


@dataclass(kw_only=True)
class Sentence:
    """One sentence; ``paragraph`` says that it opens a paragraph."""

    words: list[Word] = field(default_factory=list)
    paragraph: bool = False


@dataclass(kw_only=True)
class Document:
    """One document of a treebank."""

    name: str
    genre: str
    sentences: list[Sentence] = field(default_factory=list)


def read_conllu(path: Path, genre: str) -> Iterator[Document]:
    """Read the documents of one CoNLL-U file.

    Args:
        path: The file.
        genre: The genre given to documents (EWT and GUM name it in the document id).

    Yields:
        Documents in file order.
    """
    document = Document(name=path.stem, genre=genre)
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        for comment in comments:
            if comment.startswith("# newdoc id"):
                if document.sentences:
                    yield document
                document = Document(name=comment.split("=", 1)[1].strip(), genre=genre)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            opens = any(c.startswith(("# newpar", "# newdoc")) for c in comments)
            document.sentences.append(Sentence(words=_words(rows), paragraph=opens))
    if document.sentences:
        yield document


def _words(rows: list[list[str]]) -> list[Word]:
    words: list[Word] = []
    glued: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            # Only the last word of a contraction may be followed by a space.
            glued.update(dict.fromkeys(range(first, last), False))
            glued[last] = "SpaceAfter=No" not in row[9]
    for row in rows:
        if not row[0].isdigit():
            continue
        number = int(row[0])
        misc = dict(p.split("=", 1) for p in row[9].split("|") if "=" in p)
        words.append(
            Word(
                form=row[1], lemma=row[2], upos=row[3], xpos=row[4], feats=row[5],
                head=int(row[6]), deprel=row[7], misc=misc,
                space_after=glued.get(number, misc.get("SpaceAfter") != "No"),
            )
        )  # fmt: skip
    return words


def read_list(folder: Path, split: str) -> list[str]:
    """The names in one list of files: train, dev or test."""
    return (folder / "file-lists" / f"files.{split}").read_text(encoding="utf-8").split()


def read_gum(folder: Path, split: str) -> Iterator[Document]:
    """GUM's documents of one list; genres that are not there are passed over."""
    for name in read_list(folder, split):
        path = folder / "sources" / f"{name}.conllu"
        if path.exists():
            yield from read_conllu(path, name.split("_")[1])


def read_ewt(folder: Path, split: str) -> Iterator[Document]:
    """EWT's documents of one list."""
    if split != "train":
        for document in read_conllu(folder / f"en_ewt-ud-{split}.conllu", "ewt"):
            document.genre = document.name.split("-")[0]
            yield document
        return
    for name in read_list(folder, "train"):
        path = folder / "train_sources" / name
        if path.exists():
            yield from read_conllu(path, name.split("/")[0])


def read_uner(path: Path) -> dict[str, list[list[str]]]:
    """UNER's BIO tags, sentence by sentence, for every document."""
    found: dict[str, list[list[str]]] = {}
    name = ""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        tags: list[str] = []
        for line in block.split("\n"):
            if line.startswith("# newdoc id"):
                name = line.split("=", 1)[1].strip()
            elif line and not line.startswith("#"):
                tags.append(line.split("\t")[2])
        if tags:
            found.setdefault(name, []).append(tags)
    return found


def text_of(document: Document) -> tuple[str, list[list[int]], list[int]]:
    """The raw text of a document, as CoNLL's raw files have it.

    Returns:
        The text, the start offset of every word by sentence, and the offsets at which
        sentences end. Paragraphs are parted by an empty line.
    """
    parts: list[str] = []
    starts: list[list[int]] = []
    ends: list[int] = []
    at = 0
    for index, sentence in enumerate(document.sentences):
        if index and sentence.paragraph:
            parts.append("\n\n")
            at += 2
        row: list[int] = []
        for word in sentence.words:
            row.append(at)
            piece = word.form + (" " if word.space_after else "")
            parts.append(piece)
            at += len(piece)
        starts.append(row)
        ends.append(starts[-1][-1] + len(sentence.words[-1].form))
    return "".join(parts), starts, ends
