"""The core opens by default; anything else that cannot do its work says so at once."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.annotate.core import CoreError, core_version, load_core


@pytest.mark.core
def test_the_same_core_every_time(nlp: Language) -> None:
    assert load_core() is nlp
    name, version, digest = core_version(nlp).rsplit("-", 2)
    assert name == "en_entente_core"
    assert version.count(".") == 2
    assert len(digest) == 8


def test_no_such_pipeline() -> None:
    with pytest.raises(CoreError, match=r"no_such_pipeline.*leave the setting empty"):
        load_core("no_such_pipeline")


def test_a_pipeline_that_lacks_parts(tmp_path: Path) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "blank")
    with pytest.raises(
        CoreError, match=r"has no tagger and no parser and no lemmatizer and no ner"
    ):
        load_core(str(tmp_path / "blank"))


def test_a_broken_folder(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(CoreError):
        load_core(str(tmp_path))


@pytest.mark.core
def test_bytes_there_and_back(nlp: Language) -> None:
    text = "Oman hosted talks between Washington and Tehran."
    copy = spacy.util.load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert [(t.dep_, t.tag_) for t in copy(text)] == [(t.dep_, t.tag_) for t in nlp(text)]
