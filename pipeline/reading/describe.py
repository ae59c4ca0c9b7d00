"""What a document is called and whether it is in English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.reading.assemble import Assembled
from pipeline.reading.labels import is_label
from pipeline.records import BlockKind

#: Headings that head a part of any document and name none.
_GENERIC = frozenset(
    (
        "abstract|analysis|background|brief|briefing|communique|communiqué|contents"
        "|executive summary|for immediate release|foreword|introduction|issue brief|key findings"
        "|key points|key takeaways|media release|memorandum|news|overview|policy brief|preface"
        "|press release|press statement|report|statement|summary|table of contents"
    ).split("|")
)
_LEADING_BLOCKS = 6
_HEADLINE_WORDS = 25

_WORD = re.compile(r"[^\W\d_]+")

#: The commonest words of English.
_ENGLISH = frozenset(
    "the of and to in a is that for it was on are as with be by at from his her which has have had "
    "this its an were not but they their or will been also would who said after more".split()
)
#: 36 English reports and briefs had at least 27 % of them; a paragraph each of German, Dutch,
#: Spanish, French, Italian and Portuguese at most 8 %.
_MIN_ENGLISH = 0.15
_MIN_WORDS = 60


def find_title(
    assembled: Assembled, metadata: Mapping[str, str], *, stem: str, issuer: str = ""
) -> str:
    """Returns the document's title: of its front matter, its first line, or its file's name.

    "Summary", "Press release", a date and the like are no titles, nor is a letterhead down to the
    issuer's name; the next line is, if it is a heading or a headline (a short line without a stop).
    """
    title = " ".join(metadata.get("title", "").split())
    if title:
        return title
    blocks = assembled.blocks[:_LEADING_BLOCKS]
    texts = [assembled.text[block.start : block.end] for block in blocks]
    after_letterhead = texts.index(issuer) + 1 if issuer in texts else 0
    for block, text in list(zip(blocks, texts, strict=True))[after_letterhead:]:
        if text.strip(" :.").casefold() in _GENERIC or is_label(text):
            continue
        if block.kind is BlockKind.HEADING or _is_headline(text):
            return text
        break
    return re.sub(r"[\s_-]+", " ", stem).strip() or stem


def _is_headline(text: str) -> bool:
    return len(text.split()) <= _HEADLINE_WORDS and not text.endswith((".", "!", ":", ";", ","))


def looks_english(text: str) -> bool:
    """Tells whether a text is English; True where it is too short to tell.

    Counts the commonest words, which on a whole document is enough and needs no model.
    """
    words = [word.casefold() for word in _WORD.findall(text[:20_000])]
    if len(words) < _MIN_WORDS:
        return True
    return sum(word in _ENGLISH for word in words) / len(words) >= _MIN_ENGLISH
