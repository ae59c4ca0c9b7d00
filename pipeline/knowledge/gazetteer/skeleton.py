"""Folds romanisations of one name onto one key: "Deir ez-Zor", "Dayr az-Zawr", "Deir al-Zour".

Vowels, articles and doubled letters are what writers of Arabic, Persian, Kurdish and Slavic names
disagree on; the order of the consonants is what they agree on. A skeleton is a coarse key: it is
asked only where the exact name is unknown, and only among places of countries that the document is
about.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from pipeline.knowledge.fold import fold_name

#: The Arabic article in its assimilated spellings.
_ARTICLE = re.compile(r"\b(?:al|el|ul|il|as|ash|ad|an|ar|at|az|es|esh|ez|er|ed|en|et)\s+(?=\w)")
#: Spellings of one sound, longer ones first.
_SOUNDS = (
    ("tch", "c"),
    ("ch", "c"),
    ("sh", "c"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("zh", "j"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("v", "f"),
)
_LETTERS = re.compile(r"[^a-z ]")
_VOWELS = re.compile(r"[aeiouyw]+")
_FINAL_H = re.compile(r"h\b")
_DOUBLED = re.compile(r"(.)\1+")

#: Countries whose names reach English from another script, so that there are many spellings.
ROMANISED = frozenset(
    """AFG ARE ARM AZE BGD BGR BHR BLR COM DJI DZA EGY ERI ESH ETH GEO IND IRN IRQ ISR JOR KAZ
    KGZ KWT LBN LBY LKA MAR MKD MMR MNG MRT NPL OMN PAK PSE QAT RUS SAU SDN SOM SRB SSD SYR TCD
    TJK TKM TUN UKR UZB YEM""".split()
)
#: Share of letters in order that two spellings have in common; longer names may differ more.
_LIKENESS_SHORT = 0.75
_LIKENESS_LONG = 0.6
#: Consonants from which a name is long.
_LONG = 4
#: Consonants that a skeleton needs before it tells names apart.
SHORTEST = 3


def skeleton(name: str) -> str:
    """Returns the consonants of a name, words kept apart; "" where too few are left.

    Example: "Deir ez-Zor", "Dayr az-Zawr" and "Deir al-Zour" are all "dr zr"; "Ur" is "".
    """
    bare = _bare(name)
    for written, sound in _SOUNDS:
        bare = bare.replace(written, sound)
    words = [_word(word) for word in bare.split()]
    key = " ".join(word for word in words if word)
    return key if len(key.replace(" ", "")) >= SHORTEST else ""


def alike(first: str, second: str) -> bool:
    """Says whether two names with one skeleton also look like one name to a reader.

    Example: "Dayr al-Zur" and "Deir ez-Zor" do; "Selonia" and "Silene" do not.
    """
    left, right = (_bare(name) for name in (first, second))
    long = len(skeleton(first).replace(" ", "")) >= _LONG
    ratio: float = SequenceMatcher(a=left, b=right).ratio()
    return ratio >= (_LIKENESS_LONG if long else _LIKENESS_SHORT)


def _bare(name: str) -> str:
    """Returns the folded letters of a name without articles."""
    return _ARTICLE.sub("", _LETTERS.sub("", fold_name(name)))


def _word(word: str) -> str:
    """Returns a word's consonants; a first vowel counts, but not which."""
    opening = "a" if word[0] in "aeiou" else ""
    single = _DOUBLED.sub(r"\1", _FINAL_H.sub("", word))
    return opening + _VOWELS.sub("", single)
