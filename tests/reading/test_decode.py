"""Bytes become text in the encoding they are in, or are refused."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.problems import ConfigurationError
from pipeline.reading.decode import Decoded, NotTextError, decode

ENGLISH = (
    "The café talks in Málaga ended late. Ministers praised the naïve but sincere façade of "
    "agreement, while Kraków stayed silent. “No further comment,” said one – and left. "
) * 3
RUSSIAN = "Министры двух стран обсудили торговое соглашение и подписали протокол о намерениях. " * 5


@pytest.mark.parametrize(
    ("text", "codec", "encoding", "guessed"),
    [
        (ENGLISH, "utf-8", "utf-8", False),
        (ENGLISH, "utf-8-sig", "utf-8-sig", False),
        (ENGLISH, "utf-16", "utf-16", False),  # Python writes a mark
        (ENGLISH, "utf-32", "utf-32", False),
        (ENGLISH.replace("ó", "o"), "cp1252", "cp1252", True),  # charset-normalizer says cp1250
        (RUSSIAN, "utf-8", "utf-8", False),
        (RUSSIAN, "cp1251", "cp1251", True),
        ("plain ASCII", "ascii", "utf-8", False),
        ("", "utf-8", "utf-8", False),
    ],
)
def test_the_text_is_read_in_its_encoding(text, codec, encoding, guessed):
    assert decode(text.encode(codec)) == Decoded(text=text, encoding=encoding, guessed=guessed)


def test_a_named_encoding_is_used_and_no_other():
    text = "Talks in Iğdır between officials of the two neighbours ended without an accord."
    assert decode(text.encode("cp1254")).encoding == "cp1252"  # the usual Western one
    assert decode(text.encode("cp1254"), encoding="cp1254").text == text


def test_a_named_encoding_that_does_not_fit_is_no_text():
    with pytest.raises(NotTextError, match="utf-8"):
        decode(b"caf\xe9 talks", encoding="utf-8")


def test_an_unknown_encoding_is_a_mistake_in_the_call():
    with pytest.raises(ConfigurationError, match="utf-9"):
        decode(b"x", encoding="utf-9")


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_no_text(seed):
    with pytest.raises(NotTextError):
        decode(random.Random(seed).randbytes(3_000))


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x01\x00\x08\x06\x00" * 20,
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4\xd2lZ\x01\x00\x00 \x05" * 30,
        b"\x00" * 500,
        b"\xff\xfeodd",  # UTF-16 by its mark, with half a character at the end
    ],
)
def test_other_data_is_no_text(data):
    with pytest.raises(NotTextError):
        decode(data)


def test_a_few_nul_bytes_do_not_make_a_text_other_data():
    assert decode(b"The two\x00 sides met. " + b"They talked of trade. " * 5).encoding == "utf-8"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    with suppress(NotTextError):
        assert isinstance(decode(data).text, str)
