"""Which of several places of one name is meant: by the document's countries, by size, by context.

The signals are those of Leidner's survey of toponym resolution ("Toponym Resolution in Text",
2007): a country named beside it, the countries the document is about and their neighbours, and the
number of inhabitants. The weights are ours: an explicit country outweighs all else, our own
reviewed places outweigh towns, a document's main country outweighs a hundredfold population.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.knowledge.gazetteer import Gazetteer, Match

_EXPLICIT = 10.0
_OWN = 4.0
_OWN_TOWN = 2.0
_CAPITAL = 2.0
_MAIN = 1.0
_ABOUT = 4.0
_NEIGHBOUR = 0.8
_PER_MAGNITUDE = 0.7


class Countries:
    """How much a document is about each country."""

    def __init__(self, counts: Counter[str], gazetteer: Gazetteer) -> None:
        total = sum(counts.values()) or 1
        self._shares = {code: count / total for code, count in counts.items()}
        self._neighbours = {code for country in counts for code in gazetteer.neighbours(country)}

    def share(self, codes: Iterable[str]) -> float:
        """Returns the largest share of the document's country words among the codes."""
        return max((self._shares.get(code, 0.0) for code in codes), default=0.0)

    def borders(self, codes: Iterable[str]) -> bool:
        """Says whether one of the codes is a neighbour of a country of the document."""
        return any(code in self._neighbours for code in codes)

    @property
    def named(self) -> frozenset[str]:
        """The codes of the countries that the document is about."""
        return frozenset(self._shares)


def choose(matches: Sequence[Match], countries: Countries, *, beside: str = "") -> Match:
    """Returns the match that is meant.

    Example: "Tripoli" is the one in Lebanon in a document about Lebanon, and where "Lebanon"
        stands beside it; else the capital of Libya.

    Args:
        matches: what the name may mean; not empty.
        beside: the code of a country named right after the place, "" where there is none.
    """
    return max(matches, key=lambda match: _score(match, countries, beside))


def _score(match: Match, countries: Countries, beside: str) -> float:
    entry = match.entry
    score = _PER_MAGNITUDE * math.log10(entry.population + 10)
    score += _MAIN * match.main + _CAPITAL * entry.capital
    if match.listed:
        score += _OWN_TOWN if entry.kind in {"city", "town", "village"} else _OWN
    score += _ABOUT * countries.share(entry.countries)
    score += _NEIGHBOUR * countries.borders(entry.countries)
    return score + _EXPLICIT * (bool(beside) and beside in entry.countries)
