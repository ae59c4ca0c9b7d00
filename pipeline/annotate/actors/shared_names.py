"""Names that share their second word: "North and South Korea", "East and West German officials".

Here belongs the first of the two, which stands there by its direction alone; the second is a name
as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.actors.metonymy import is_locative
from pipeline.annotate.actors.phrases import is_adjective
from pipeline.annotate.actors.reading import COUNTRY_FORMS, Candidate, Reading
from pipeline.records import ActorBasis

_DIRECTION = r"(?:North|South|East|West)"
_PAIR = re.compile(rf"\b(?P<first>{_DIRECTION})\s+(?:and|or|&)\s+(?P<second>{_DIRECTION})\b")


def shared_name_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields the states whose names end in that of the next one.

    Example: "North" in "North and South Korea agreed" is North Korea.
    """
    for match in _PAIR.finditer(reading.document.text):
        hit = reading.hit_at(match.start("second"))
        if hit is None or not hit.text.startswith(match.group("second") + " "):
            continue
        rest = hit.text.removeprefix(match.group("second"))
        found = reading.knowledge.find(match.group("first") + rest)
        named = next((item for item in found if item.form in COUNTRY_FORMS), None)
        placed = not is_adjective(hit) and is_locative(reading.root(hit.start, hit.end))
        if named is not None and not placed:
            yield Candidate(
                start=match.start("first"),
                end=match.end("first"),
                actor=named.actor,
                basis=ActorBasis.ALIAS,
            )
