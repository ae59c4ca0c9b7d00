"""The store gives back what was kept, and never something else in its place."""

from __future__ import annotations

import os
import time

import pytest

from flows.store import KEEP_DAYS, ResultStore, find_document, store_name
from pipeline.problems import make_problem
from pipeline.reading import read_text
from pipeline.results import DocumentResult


@pytest.fixture
def result():
    document = read_text("Norway thanked Chad.", name="thanks.txt")
    problem = make_problem("no-actors", doc_id=document.doc_id, path="thanks.txt", stage="annotate")
    return DocumentResult(
        path="thanks.txt",
        doc_id=document.doc_id,
        sha256=document.sha256,
        document=document,
        problems=(problem,),
    )


@pytest.fixture
def name(result):
    return store_name(result.path, result.sha256)


def test_what_is_kept_comes_back_equal(tmp_path, result, name):
    ResultStore(tmp_path, "key").put(result)
    assert ResultStore(tmp_path, "key").get(name) == result


def test_other_rules_have_other_results(tmp_path, result, name):
    ResultStore(tmp_path, "key").put(result)
    assert ResultStore(tmp_path, "other").get(name) is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut"),
        pytest.param(lambda data: b"{}" + data[2:], id="no gzip"),
        pytest.param(lambda data: data[:-6] + bytes(6), id="wrong checksum"),
    ],
)
def test_a_damaged_result_is_none_and_gone(tmp_path, result, name, damage):
    store = ResultStore(tmp_path, "key")
    store.put(result)
    (path,) = store.folder.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert store.get(name) is None
    assert name not in store


def test_a_result_of_another_shape_is_none(tmp_path, name):
    import gzip

    store = ResultStore(tmp_path, "key")
    (store.folder / f"{name}.json.gz").write_bytes(gzip.compress(b'{"path": 3}'))
    assert store.get(name) is None


def test_equal_results_are_equal_files(tmp_path, result):
    for folder in ("a", "b"):
        ResultStore(tmp_path / folder, "key").put(result)
    (first,), (second,) = (ResultStore(tmp_path / x, "key").folder.iterdir() for x in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_results_long_unused_are_removed_and_used_ones_kept(tmp_path, result):
    old, new = ResultStore(tmp_path, "old"), ResultStore(tmp_path, "new")
    old.put(result)
    new.put(result)
    long_ago = time.time() - (KEEP_DAYS + 1) * 86_400
    os.utime(old.folder, (long_ago, long_ago))
    new.remove_unused()
    assert not old.folder.exists()
    assert new.folder.exists()


def test_a_document_is_found_by_its_id_under_any_rules(tmp_path, result):
    ResultStore(tmp_path, "some").put(result)
    assert find_document(tmp_path, result.doc_id) == result.document
    assert find_document(tmp_path, "d-00000000000000") is None
