"""Files become documents or problems, never crashes."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import random
from contextlib import contextmanager
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.problems import CATALOGUE, ConfigurationError, Severity
from pipeline.reading import list_documents, read_bytes, read_document, read_text

PROSE = "The two sides met in the capital of the third, and they agreed on the price of the grain. "


def write(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def codes(problems):
    return [problem.code for problem in problems]


def test_a_document_is_read_with_all_that_it_says_of_itself(tmp_path):
    text = f"Grain and Peace\nNAIROBI, 3 March 2021\n\n{PROSE * 3}\n"
    path = write(tmp_path, "grain.txt", text)
    document, problems = read_document(path)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    assert problems == ()
    assert document.doc_id == f"d-{sha256[:14]}"
    assert document.sha256 == sha256
    assert document.path == path.as_posix()
    assert (document.title, document.media_type) == ("Grain and Peace", "text/plain")
    assert (document.date, document.date_text) == (dt.date(2021, 3, 3), "3 March 2021")
    assert (document.encoding, document.n_pages, document.issuer) == ("utf-8", 1, "")


def test_the_same_bytes_have_the_same_id_wherever_they_lie(tmp_path):
    one, _ = read_document(write(tmp_path, "a.txt", PROSE))
    two, _ = read_document(write(tmp_path, "deep/b.txt", PROSE))
    assert one.doc_id == two.doc_id


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "file-empty"),
        ("blank.txt", b" \n\t\n\f\n", "file-empty"),
        ("mark.txt", b"\xef\xbb\xbf", "file-empty"),  # nothing but a byte order mark
        ("empty.md", b"---\ntitle: x\n---\n", "file-empty"),
        ("random.txt", random.Random(1).randbytes(5_000), "not-text"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\x03" * 200, "not-text"),
        ("brief.pdf", b"%PDF-1.7", "type-unknown"),
        ("brief", b"words", "type-unknown"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_a_hint(tmp_path, name, data, code):
    document, problems = read_document(write(tmp_path, name, data))
    assert document is None
    (problem,) = problems
    assert (problem.code, problem.stage) == (code, "reading")
    assert problem.severity is Severity.ERROR
    assert problem.path.endswith(name)
    assert problem.hint == CATALOGUE[code].hint


def test_a_missing_file_is_a_problem(tmp_path):
    document, (problem,) = read_document(tmp_path / "gone.txt")
    assert document is None
    assert problem.code == "file-unreadable"
    assert "No such file" in problem.message


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path, monkeypatch):
    path = write(tmp_path, "secret.txt", PROSE)

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    document, (problem,) = read_document(path)
    assert document is None
    assert problem.code == "file-unreadable"
    assert "Permission denied" in problem.message


@contextmanager
def without_privileges():
    """Gives up root's right to read every file, where the tests run as root."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_file_without_permissions_is_a_problem(tmp_path):
    path = write(tmp_path, "secret.txt", PROSE)
    path.chmod(0)
    with without_privileges():
        document, problems = read_document(path)
    assert document is None
    assert codes(problems) == ["file-unreadable"]


def test_a_line_of_100_000_characters_is_read_with_a_warning(tmp_path):
    text = (PROSE * 1_200)[:100_000].strip()
    document, problems = read_document(write(tmp_path, "long.txt", text))
    assert document.text == text
    assert codes(problems) == ["line-too-long"]
    assert problems[0].severity is Severity.WARNING


def test_a_line_of_100_000_letters_is_read_with_a_warning(tmp_path):
    document, problems = read_document(write(tmp_path, "long.txt", "x" * 100_000))
    assert len(document.text) == 100_000
    assert codes(problems) == ["line-too-long"]


def test_a_guessed_encoding_is_said(tmp_path):
    document, problems = read_document(
        write(tmp_path, "old.txt", (PROSE + "Café.").encode("cp1252"))
    )
    assert document.text.endswith("Café.")
    assert document.encoding == "cp1252"
    assert codes(problems) == ["encoding-guessed"]


def test_a_given_encoding_is_no_guess(tmp_path):
    path = write(tmp_path, "old.txt", (PROSE + "Iğdır.").encode("cp1254"))
    document, problems = read_document(path, encoding="cp1254")
    assert document.text.endswith("Iğdır.")
    assert problems == ()


def test_an_unknown_encoding_stops_the_run(tmp_path):
    with pytest.raises(ConfigurationError, match="utf-9"):
        read_document(write(tmp_path, "a.txt", PROSE), encoding="utf-9")


def test_another_language_is_a_warning(tmp_path):
    german = (
        "Die beiden Seiten trafen sich in der Hauptstadt des dritten Staates und stritten. " * 9
    )
    document, problems = read_document(write(tmp_path, "a.txt", german))
    assert document is not None
    assert codes(problems) == ["language-not-english"]


def test_what_is_left_out_is_said(tmp_path):
    quote = "Nobody at the table had asked for the grain to be sold below its price."
    pages = [
        f"Grain Review\n\n{PROSE * 2}{quote} {PROSE}",
        f"Grain Review\n\n{quote}",
        "Grain Review",
    ]
    document, problems = read_document(write(tmp_path, "a.txt", "\f".join(pages)))
    assert codes(problems) == ["page-furniture-dropped", "pull-quote-dropped"]
    assert "Grain Review" in problems[0].message
    assert quote in problems[1].message
    assert document.text.count(quote) == 1


@pytest.mark.parametrize(
    "data",
    [
        PROSE.encode() + b"\r\nThey left.\r\n",
        b"\xef\xbb\xbf" + PROSE.encode() + b"\nThey left.",
        PROSE.encode()[:50] + b"\x00" + PROSE.encode()[50:] + b"They left.",
        (PROSE + "\nThey left.").encode("utf-16"),
    ],
    ids=["CRLF", "mark", "NUL", "UTF-16"],
)
def test_bytes_that_mean_nothing_leave_no_trace(tmp_path, data):
    document, problems = read_document(write(tmp_path, "a.txt", data))
    assert document.text == f"{PROSE}They left."
    assert problems == ()


def test_documents_of_a_folder_are_listed_by_path(tmp_path):
    for name in ("b.txt", "a/c.md", "a/.hidden.txt", ".git/x.txt", "z.pdf", "a-b.txt"):
        write(tmp_path, name, "x")
    found = [path.relative_to(tmp_path).as_posix() for path in list_documents(tmp_path)]
    assert found == ["a-b.txt", "a/c.md", "b.txt", "z.pdf"]


def test_a_folder_in_a_hidden_one_is_not_hidden(tmp_path):
    path = write(tmp_path, ".cache/in/a.txt", "x")
    assert list_documents(path.parent) == [path]


def test_a_file_is_its_own_list(tmp_path):
    path = write(tmp_path, "a.txt", "x")
    assert list_documents(path) == [path]


def test_a_string_is_read_as_a_file_of_it_would_be(tmp_path):
    text = f"Grain and Peace\n\n{PROSE}"
    from_file, _ = read_document(write(tmp_path, "grain.txt", text))
    from_text = read_text(text, name=from_file.path)
    assert from_text == from_file


def test_a_string_of_nothing_is_an_empty_document():
    document = read_text("\n")
    assert (document.text, document.blocks) == ("", ())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Grain and Peace\n\n{PROSE}", "Grain and Peace"),
        (f"Summary\n\nGrain and Peace\n\n{PROSE}", "Grain and Peace"),
        (f"PRESS RELEASE\n3 March 2021\nGrain and Peace\n\n{PROSE}", "Grain and Peace"),
        (f"Minister calls the price of grain at the border a scandal\n\n{PROSE}",
         "Minister calls the price of grain at the border a scandal"),
        (f"Republic of Fiji\nMinistry of Trade\n3 March 2021\nOn the price of grain\n\n{PROSE}",
         "On the price of grain"),  # below the letterhead
        (f"Summary\n{PROSE}", "grain brief 2021"),  # a heading of any document
        (f"{PROSE}\n\nGrain and Peace\n\n{PROSE}", "grain brief 2021"),  # a section
    ],
)  # fmt: skip
def test_the_title_is_the_first_line_that_is_one(text, title):
    assert read_text(text, name="folder/grain-brief_2021.txt").title == title


@given(
    st.lists(
        st.lists(st.sampled_from([*PROSE.split(), "Kenya", "- a", "2015.", "The", "-", "#", "é"])),
        max_size=12,
    ),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_blocks_tile_the_text(lines, name):
    document = read_text("\n".join(" ".join(line) for line in lines), name=name)
    position = 0
    for number, block in enumerate(document.blocks):
        gap = "\n\n" if number else ""
        assert document.text[position : block.start] == gap
        words = document.text[block.start : block.end]
        assert words
        assert words == " ".join(words.split())
        position = block.end
    assert position == len(document.text)


@given(
    st.lists(
        st.lists(st.sampled_from([*PROSE.split(), "Kenya"]), min_size=1, max_size=40), max_size=6
    )
)
def test_reading_what_was_read_changes_nothing(paragraphs):
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    once = read_text(text).text
    assert read_text(once).text == once


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_give_a_document_or_a_problem(data, name):
    document, problems = read_bytes(data, path=PurePath(name))
    assert document is not None or len(problems) == 1


@given(st.text(max_size=200), st.sampled_from(["a.txt", "a.md"]))
def test_any_text_is_read_and_its_blocks_lie_in_it(text, name):
    document = read_text(text, name=name)
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
