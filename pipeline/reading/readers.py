"""Files and strings -> `DocumentText` and the problems met on the way.

Here belongs which reader reads which type of file; a new format is a function from bytes to
`FileContent` and its entry in `READERS`. What a reader does lies in the modules beside this one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from pipeline.identity import ID_DIGITS, stable_id
from pipeline.problems import Problem, make_problem
from pipeline.reading.assemble import assemble
from pipeline.reading.characters import clean_characters
from pipeline.reading.decode import NotTextError, decode
from pipeline.reading.describe import find_title, looks_english
from pipeline.reading.document_date import document_date
from pipeline.reading.issuer import find_issuer
from pipeline.reading.markdown import read_markdown
from pipeline.reading.pieces import Source
from pipeline.reading.plain import read_plain
from pipeline.records import DocumentText

#: Characters of a line above which it is hardly prose: some 3,000 words without a paragraph's end.
LONG_LINE = 20_000

_STAGE = "reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """What a reader makes of a file's bytes.

    Attributes:
        guessed: the encoding was guessed.
        longest_line: characters of the longest line.
    """

    source: Source
    encoding: str = ""
    guessed: bool = False
    longest_line: int = 0


#: Bytes of a file and the encoding it is said to be in -> its content.
Reader = Callable[[bytes, str | None], FileContent]


def _text_reader(read: Callable[[str], Source]) -> Reader:
    def reader(data: bytes, encoding: str | None) -> FileContent:
        decoded = decode(data, encoding=encoding)
        text = clean_characters(decoded.text)
        return FileContent(
            source=read(text),
            encoding=decoded.encoding,
            guessed=decoded.guessed,
            longest_line=max(map(len, text.split("\n"))),
        )

    return reader


#: Readers by media type.
READERS: dict[str, Reader] = {
    "text/plain": _text_reader(read_plain),
    "text/markdown": _text_reader(read_markdown),
}

#: Media types by a file's suffix.
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}


def list_documents(source: Path) -> list[Path]:
    """Returns the file, or the files of a folder and the folders in it, by path.

    Hidden files and folders (`.git`, `.DS_Store`) are left out; files of an unknown type are not,
    so that each has its row in problems.csv.
    """
    if not source.is_dir():
        return [source]
    found = [
        path
        for path in source.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(source).parts)
    ]
    return sorted(found, key=lambda path: path.relative_to(source).as_posix())


def read_document(
    path: Path, *, encoding: str | None = None
) -> tuple[DocumentText | None, tuple[Problem, ...]]:
    """Returns the document in a file, None where it cannot be read, and what went wrong.

    Args:
        encoding: the encoding that the file is in; found out where None.

    Raises:
        ConfigurationError: `encoding` is no encoding that Python knows.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        doc_id = stable_id("d", path.as_posix())
        message = f"The file could not be opened: {error.strerror or error}."
        return None, (_problem("file-unreadable", doc_id, path, message),)
    return read_bytes(data, path=path, encoding=encoding)


def read_bytes(
    data: bytes, *, path: PurePath, encoding: str | None = None
) -> tuple[DocumentText | None, tuple[Problem, ...]]:
    """Returns the document in a file's bytes, as `read_document`.

    Args:
        path: the file's; its suffix says how to read it.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    doc_id = f"d-{sha256[:ID_DIGITS]}"
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        message = f"There is no reader for {path.suffix or 'a file without a suffix'}."
        return None, (_problem("type-unknown", doc_id, path, message),)
    try:
        content = READERS[media_type](data, encoding)
    except NotTextError as error:
        return None, (_problem("not-text", doc_id, path, str(error)),)
    document = _document(content, path=path, media_type=media_type, sha256=sha256)
    if not document.text:
        return None, (_problem("file-empty", doc_id, path),)
    return document, tuple(_problems(content, document, path))


def read_text(text: str, *, name: str = "text.txt") -> DocumentText:
    r"""Returns a string as a document; one without words has an empty text.

    Example: `read_text("Summary\nThe two\nmet.").text` is "Summary\n\nThe two met.".

    Args:
        name: stands for the file's name; `.md` has the string read as Markdown.
    """
    data = text.encode("utf-8", "replace")
    path = PurePath(name)
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "text/plain")
    content = READERS[media_type](data, "utf-8")
    sha256 = hashlib.sha256(data).hexdigest()
    return _document(content, path=path, media_type=media_type, sha256=sha256)


def _document(
    content: FileContent, *, path: PurePath, media_type: str, sha256: str
) -> DocumentText:
    source = content.source
    assembled = assemble(source.pieces)
    issuer = find_issuer(source.head, source.metadata)
    dated = document_date(source.head, file_name=path.name, metadata=source.metadata)
    return DocumentText(
        doc_id=f"d-{sha256[:ID_DIGITS]}",
        path=path.as_posix(),
        sha256=sha256,
        media_type=media_type,
        title=find_title(assembled, source.metadata, stem=path.stem, issuer=issuer),
        text=assembled.text,
        blocks=assembled.blocks,
        date=dated[0] if dated else None,
        date_text=dated[1] if dated else "",
        issuer=issuer,
        encoding=content.encoding,
        n_pages=source.n_pages,
    )


def _problems(content: FileContent, document: DocumentText, path: PurePath) -> list[Problem]:
    def found(code: str, message: str) -> Problem:
        return _problem(code, document.doc_id, path, message)

    problems = []
    if content.guessed:
        message = f"The file is not UTF-8; it was read as {content.encoding}."
        problems.append(found("encoding-guessed", message))
    if content.longest_line > LONG_LINE:
        message = f"A line of {content.longest_line:,} characters was read as one paragraph."
        problems.append(found("line-too-long", message))
    if not looks_english(document.text):
        problems.append(found("language-not-english", ""))
    if content.source.furniture:
        shown = "; ".join(dict.fromkeys(content.source.furniture))
        message = f"Left out as running headers, footers or page numbers: {_short(shown)}"
        problems.append(found("page-furniture-dropped", message))
    for quote in content.source.pull_quotes:
        message = f"Left out, as the text says it elsewhere: {_short(quote)}"
        problems.append(found("pull-quote-dropped", message))
    return problems


def _short(text: str, limit: int = 200) -> str:
    return text if len(text) <= limit else f"{text[: limit - 4].rstrip()} ..."


def _problem(code: str, doc_id: str, path: PurePath, message: str = "") -> Problem:
    return make_problem(code, doc_id=doc_id, path=path.as_posix(), stage=_STAGE, message=message)
