"""Other ways to write the name of a body that follow from English alone.

Here belongs what no table needs to list: British and American spelling, "Force" and "Forces", the
state's name and its adjective ("Kenya Defence Forces", "Kenyan Defense Force"), and "of" ("Supreme
Court of India", "Indian Supreme Court").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.records import ActorKind

#: British spellings with the American ones.
_SPELLINGS = {
    "Defence": "Defense",
    "Organisation": "Organization",
    "Programme": "Program",
    "Labour": "Labor",
    "Centre": "Center",
    "Armoured": "Armored",
    "Stabilisation": "Stabilization",
    "Mobilisation": "Mobilization",
}
_AMERICAN = {american: british for british, american in _SPELLINGS.items()}
_SPELT = re.compile(rf"\b(?:{'|'.join((*_SPELLINGS, *_AMERICAN))})\b")
_FORCE = re.compile(r"\b(Defen[cs]e|Security|Armed|Defense and Security|Air|Police) (Forces?)$")
#: Bodies that belong to their state and may be named by its adjective.
_OF_STATES = frozenset({ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.PARTY})
_OF = re.compile(r"^(?P<what>[A-Z].*) of (?:the )?(?P<state>[A-Z].*)$")
#: "Bank of Japan" is no Japanese bank.
_NEVER_OF = ("Bank", "Office", "Ministry", "Department")


def name_variants(
    name: str, kind: ActorKind, state_names: Sequence[str], adjectives: Sequence[str]
) -> Iterator[str]:
    """Yields the other ways in which a body's name may be written.

    Example: "Kenya Defence Forces" also is "Kenyan Defense Force".

    Args:
        state_names: names of the state that the body belongs to.
        adjectives: the state's demonyms that stand before a noun.
    """
    named = {name}
    if kind in _OF_STATES:
        named.update(_with_state(name, state_names, adjectives))
    for form in [*named]:
        forces = _FORCE.search(form)
        if forces and kind is ActorKind.MILITARY:
            last = "Force" if forces[2] == "Forces" else "Forces"
            named.add(f"{form[: forces.start(2)]}{last}")
    named.update([_SPELT.sub(_other_spelling, form) for form in named])
    yield from sorted(named - {name})


def _other_spelling(match: re.Match[str]) -> str:
    word = match.group()
    return _SPELLINGS.get(word) or _AMERICAN[word]


def _with_state(name: str, state_names: Sequence[str], adjectives: Sequence[str]) -> Iterator[str]:
    of = _OF.match(name)
    if of and of["state"] in state_names and not of["what"].startswith(_NEVER_OF):
        yield from (f"{adjective} {of['what']}" for adjective in adjectives)
    for before, after in ((state_names, adjectives), (adjectives, state_names[:1])):
        for word in before:
            if name.startswith(f"{word} ") and not name.startswith(f"{word} and "):
                yield from (f"{other}{name[len(word) :]}" for other in after)
