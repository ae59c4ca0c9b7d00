"""Names of the tables that look like one that is not there.

Here belongs help for a person who looks a name up. No document is ever read with it: a name that is
merely alike means nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pipeline.knowledge.fold import fold_name

#: Share of letters in common from which a name is alike, as `difflib` counts them.
_ALIKE = 0.78


def near_names(name: str, forms: Iterable[str], limit: int = 5) -> list[str]:
    """Returns the folded names nearest to a name: those that hold its words, then those alike.

    Example: "Kremlim" is near "kremlin", "Rift Lake" near "great rift lake party".

    Args:
        forms: the folded names that are known.
    """
    key = fold_name(name)
    words = set(key.split())
    known = list(forms)
    holding = [form for form in known if words <= set(form.split())] if words else []
    alike = get_close_matches(key, known, n=limit, cutoff=_ALIKE)
    return list(dict.fromkeys((*sorted(holding, key=len)[:limit], *alike)))[:limit]
