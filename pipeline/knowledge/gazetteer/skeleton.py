"""Folds romanisations of one name onto one key: "Deir ez-Zor", "Dayr az-Zawr", "Deir al-Zour".

Vowels, articles and doubled letters are what writers of Arabic, Persian, Kurdish and Slavic names
disagree on; the order of the consonants is what they agree on. A skeleton is a coarse key: it is
asked only where the exact name is unknown, and only among places of countries that the document is
about.
"""

from __future__ import annotations

import re

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

#: Consonants that a skeleton needs before it tells names apart.
SHORTEST = 3


def skeleton(name: str) -> str:
    """Returns the consonants of a name, words kept apart; "" where too few are left.

    Example: "Deir ez-Zor", "Dayr az-Zawr" and "Deir al-Zour" are all "dr zr"; "Ur" is "".
    """
    text = _LETTERS.sub("", fold_name(name))
    bare = _ARTICLE.sub("", text)
    for written, sound in _SOUNDS:
        bare = bare.replace(written, sound)
    words = [_word(word) for word in bare.split()]
    key = " ".join(word for word in words if word)
    return key if len(key.replace(" ", "")) >= SHORTEST else ""


def _word(word: str) -> str:
    """Returns a word's consonants; a first vowel counts, but not which."""
    opening = "a" if word[0] in "aeiou" else ""
    single = _DOUBLED.sub(r"\1", _FINAL_H.sub("", word))
    return opening + _VOWELS.sub("", single)
