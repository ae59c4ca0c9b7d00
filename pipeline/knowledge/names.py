"""Short forms of persons' names: the part by which a text goes on to call someone.

Here belongs the order of names by country and their particles, as the usual English-language press
writes them. Which short form a document uses is the annotation's business.
"""

from __future__ import annotations

#: The family name comes first ("Xi Jinping" -> "Xi").
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "KHM", "SGP"})
#: Of these, whose given names have two parts, a name of two words stands in Western order
#: ("Tsai Ing-wen", but "Joseph Wu").
_TWO_PARTS = frozenset({"TWN", "HKG", "SGP"})
#: People go by the last of their names, the given one; "Van" is none of the Dutch.
_VIETNAM = "VNM"
#: People go by the first of their names ("Abiy Ahmed" -> "Abiy").
_GIVEN_FIRST = frozenset({"ETH", "ERI"})
#: Written before a family name and often dropped with it.
_PARTICLES = frozenset({"al", "el", "ul", "ad", "an", "as", "at", "ar", "az", "bin", "ibn", "ould"})
#: Part of the family name.
_KEPT = frozenset({"de", "da", "di", "von", "van", "der", "del", "ben", "abu", "la", "le", "dos"})

#: Written behind a name and never alone: "Ferdinand Marcos Jr.", "Mohammed VI".
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
#: Before a first name that nobody is called by alone.
_RANKS = frozenset("king queen pope emperor empress sultan emir prince princess".split())

#: Before the name of somebody's child: he is called by the two ("Abu Walid al-Masri").
_KUNYA = frozenset({"abu", "umm"})

#: Never a short name, though a name may end with one ("Hassan Sheikh").
_TITLES = frozenset("sheikh sheik shaikh sayyid mullah imam haji".split())


def short_names(name: str, country: str = "") -> tuple[str, ...]:
    """Returns the short forms by which a person of that folded name may be called.

    Examples: `short_names("Bashar al Assad", "SYR")` is ("Assad", "al Assad"); a king keeps his
    title, `short_names("King Letsie III")` is ("King Letsie",).
    """
    words = name.split(" of ")[0].split()  # "Abdullah II of Jordan"
    if words and words[-1].lower() in _SUFFIXES:
        words = words[:-1]
    if len(words) == 2 and words[0].lower() in _RANKS:
        return (" ".join(words),) if " ".join(words) != name else ()
    if len(words) < 2:
        return ()
    if country in _GIVEN_FIRST or (country in _FAMILY_FIRST and not _is_western(words, country)):
        return (words[0],)
    if country == _VIETNAM:
        return (words[-1],)
    if words[0].lower() in _KUNYA and len(words) > 2:
        return (*_last_names(words), " ".join(words[:2]))
    return () if words[-1].lower() in _TITLES else _last_names(words)


def _last_names(words: list[str]) -> tuple[str, ...]:
    """Returns the family name, with its particles where it has some."""
    last = words[-1]
    shorts = [last]
    before = words[-2].lower()
    if before in _PARTICLES or before in _KEPT:
        shorts.append(f"{words[-2]} {last}")
    if before in _KEPT:
        if before != "abu":
            shorts.pop(0)
        if len(words) > 3 and words[-3].lower() in _KEPT:
            shorts.append(f"{words[-3]} {words[-2]} {last}")
    return tuple(shorts)


def _is_western(words: list[str], country: str) -> bool:
    """Says whether a name of such a country stands in Western order ("Moon Jae-in" does not)."""
    return len(words) == 2 and (words[1].isupper() or country in _TWO_PARTS)
