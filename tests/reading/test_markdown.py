"""Markdown's syntax goes, its text stays."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.reading import read_text
from pipeline.reading.markdown import split_front_matter

H, P, L = "heading", "paragraph", "list_item"


def read(text):
    document = read_text(text, name="brief.md")
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# The Lake\nTwo navies.", [(H, "The Lake"), (P, "Two navies.")]),
        ("The Lake\n---\nTwo navies.", [(H, "The Lake"), (P, "Two navies.")]),
        ("Two *rival* **navies** and `one` lake.", [(P, "Two rival navies and one lake.")]),
        ("See [the treaty](https://example.org/a_b) now.", [(P, "See the treaty now.")]),
        ("See <https://example.org>.", [(P, "See https://example.org.")]),
        ("![a map](map.png)\n\nTwo navies.", [(P, "Two navies.")]),
        ("**Key points**\n\nTwo navies.", [(H, "Key points"), (P, "Two navies.")]),
        ("**Two navies met.**", [(P, "Two navies met.")]),  # a sentence, however bold
        ("**Kenya** signed", [(P, "Kenya signed")]),
        ("Two\nnavies\nmeet.", [(P, "Two navies meet.")]),  # wrapped lines
        ("a meet-\ning of states", [(P, "a meeting of states")]),
        ("Two navies.  \nOne lake.", [(P, "Two navies. One lake.")]),
        ("- patrols\n- radar\n  data", [(L, "patrols"), (L, "radar data")]),
        ("1. patrols\n2. radar", [(L, "patrols"), (L, "radar")]),
        ("- patrols\n\n  of both\n\nEnd.", [(L, "patrols"), (L, "of both"), (P, "End.")]),
        ("> Two navies.\n> One lake.", [(P, "Two navies. One lake.")]),
        (
            "| year | event |\n|---|---|\n| 2015 | Kenya signed. |\n",
            [(P, "year"), (P, "event"), (P, "2015"), (P, "Kenya signed.")],
        ),
        ("    An indented paragraph.", [(P, "An indented paragraph.")]),
        ("```\nfenced text\n```", [(P, "fenced text")]),
        ("<div>Two <b>navies</b>.</div>", [(P, "Two navies.")]),
        ("Two<br>navies<!-- or three -->.", [(P, "Two navies.")]),
        ("<!-- a comment -->\n\nTwo navies.", [(P, "Two navies.")]),
        ("Two navies.[^1]\n\n[^1]: A note.", [(P, "Two navies."), (P, "A note.")]),
        ("Two navies \\*with\\* stars.", [(P, "Two navies *with* stars.")]),
        ("Trade &amp; fish", [(P, "Trade & fish")]),
        ("", []),
    ],
)
def test_syntax_goes_and_text_stays(text, expected):
    assert read(text) == expected


def test_a_block_quote_that_repeats_the_body_is_left_out():
    sentence = "Lima remains wary of the navy that its neighbour has built."
    text = f"# Navies\n\n> {sentence}\n\nTrade has grown. {sentence} Both gain."
    assert read(text) == [(H, "Navies"), (P, f"Trade has grown. {sentence} Both gain.")]


def test_a_heading_that_the_body_repeats_stays():
    heading = "Two navies of two states on one lake without a treaty"
    assert read(f"# {heading}\n\n{heading} met.")[0] == (H, heading)


def test_front_matter_gives_title_and_date():
    text = '---\ntitle: "The Lake"\ndate: 2021-03-03\ncountry: NO\n---\n\n# Summary\n\nTwo navies.'
    document = read_text(text, name="brief.md")
    assert document.title == "The Lake"
    assert document.date == dt.date(2021, 3, 3)
    assert document.text == "Summary\n\nTwo navies."


@pytest.mark.parametrize(
    ("text", "metadata", "rest"),
    [
        ("---\nCountry: NO\n---\nx", {"country": "NO"}, "x"),  # Norway is not false
        ("---\nlist: [a, b]\nn: 1\n---\nx", {"n": "1"}, "x"),  # values that are no text
        ("---\njust a line\n---\nx", {}, "---\njust a line\n---\nx"),
        ("---\na: [b\n---\nx", {}, "---\na: [b\n---\nx"),  # no YAML
        ("x\n---\na: b\n---\n", {}, "x\n---\na: b\n---\n"),  # not at the start
    ],
)
def test_front_matter_is_read_as_text(text, metadata, rest):
    assert split_front_matter(text) == (metadata, rest)
