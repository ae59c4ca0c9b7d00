"""Inputs: every document once, fingerprinted by content, in batches that lose nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.inputs import BYTES_PER_WORD, InputFile, find_inputs, make_batches, unread
from flows.store import ResultStore
from pipeline.problems import ConfigurationError
from pipeline.results import DocumentResult


def file(name: str, *, sha256: str = "", n_bytes: int = 0) -> InputFile:
    return InputFile(path=Path(name), name=name, sha256=sha256, n_bytes=n_bytes)


@pytest.fixture
def folder(tmp_path):
    briefs = tmp_path / "briefs"
    (briefs / "2019").mkdir(parents=True)
    (briefs / "b.txt").write_text("Chad thanked Norway.")
    (briefs / "2019" / "a.txt").write_text("Norway thanked Chad.")
    return briefs


def test_files_are_named_by_their_path_below_the_folder(folder, tmp_path):
    found = find_inputs(folder, output=tmp_path / "out")
    assert [item.name for item in found] == ["2019/a.txt", "b.txt"]
    assert [item.n_bytes for item in found] == [20, 20]


def test_a_single_file_is_named_by_itself(folder, tmp_path):
    found = find_inputs(folder / "2019" / "a.txt", output=tmp_path / "out")
    assert [item.name for item in found] == ["a.txt"]


def test_what_a_run_wrote_is_not_read_as_input(folder):
    texts = folder / "out" / "texts"
    texts.mkdir(parents=True)
    (texts / "d-1.txt").write_text("Norway thanked Chad.")
    assert len(find_inputs(folder, output=folder / "out")) == 2


@pytest.mark.parametrize(
    ("source", "output", "says"),
    [
        ("nowhere", "out", "no such file or folder"),
        ("briefs", "briefs", "lies in the output folder"),
        ("briefs/2019", "briefs", "lies in the output folder"),
    ],
)
def test_a_wrong_call_is_told(folder, source, output, says):
    root = folder.parent
    with pytest.raises(ConfigurationError, match=says):
        find_inputs(root / source, output=root / output)


def test_the_fingerprint_follows_the_bytes_and_not_the_name_or_time(folder, tmp_path):
    (folder / "c.txt").write_text("Chad thanked Norway.")
    a, b, c = find_inputs(folder, output=tmp_path / "out")
    assert b.sha256 == c.sha256 != a.sha256


@given(
    sizes=st.lists(st.integers(min_value=0, max_value=5_000), max_size=60),
    documents=st.integers(min_value=1, max_value=10),
    words=st.integers(min_value=1, max_value=500),
)
def test_batches_hold_every_file_once_and_keep_their_limits(sizes, documents, words):
    files = [file(str(number), n_bytes=size) for number, size in enumerate(sizes)]
    batches = list(make_batches(files, documents=documents, words=words))
    assert [item for batch in batches for item in batch] == files
    for batch in batches:
        assert 1 <= len(batch) <= documents
        n_words = sum(item.n_bytes // BYTES_PER_WORD for item in batch)
        assert n_words <= words or len(batch) == 1


def test_only_what_has_no_result_is_read(tmp_path):
    store = ResultStore(tmp_path, "key")
    store.put(DocumentResult(path="old.txt", doc_id="d-1", sha256="1" * 64))
    files = [
        file("old.txt", sha256="1" * 64),  # known
        file("new.txt", sha256="2" * 64),
        file("new.txt", sha256="2" * 64),  # the same
        file("2019-05-03.txt", sha256="1" * 64),  # known bytes, but the name may be its date
    ]
    assert [item.name for item in unread(files, store)] == ["new.txt", "2019-05-03.txt"]


def test_a_file_that_could_not_be_opened_is_tried_again(tmp_path):
    store = ResultStore(tmp_path, "key")
    store.put(DocumentResult(path="shut.txt", doc_id="d-1"))
    assert unread([file("shut.txt")], store) == [file("shut.txt")]
    assert file("shut.txt").store_name in store
