"""Names that go on as those of sites: "Ethiopian | Renaissance Dam", "Ben Gurion | Airport".

Nobody acts in the name of a dam, base or line. Its authority or company does.
"""

from __future__ import annotations

import re

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.reading import Reading

_DASHES = "-‐‑–"
#: The rest of a site's name: "Ethiopian | Renaissance Dam", "Air Force | Base Lossiemouth".
_SITE = re.compile(
    rf"(?: [A-Z][\w'’-]*){{0,4}}? (?:{'|'.join(sorted(lexicon.SITES)).title()})\b"
    r"(?: (?P<more>[A-Z]\w+))?"
)
#: The rest of a line's name: "Baku|-Supsa pipeline".
_LINE = re.compile(
    rf"(?:[{_DASHES}][A-Z]\w+)+ (?:oil |gas )?"
    r"(?:pipeline|highway|motorway|railway|road|corridor|line|route|canal)\b"
)


def is_of_site(reading: Reading, end: int) -> bool:
    """Says whether the name that ends at the offset goes on as that of a dam, base, line or so.

    An authority of one is a body, and in a heading a verb may stand between.
    """
    text = reading.document.text
    if _LINE.match(text, end):
        return True
    site = _SITE.match(text, end)
    if site is None or (site["more"] or "").lower() in lexicon.BODY_HEADS:
        return False
    return all(token.pos_ != "VERB" for token in reading.span(end + 1, site.end()))
