"""Looking names up: which actors may a name mean, and on what ground.

Here belong the indexes over the entries. Whether a name in a sentence means the actor at all is
decided by the annotation, which sees the sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from pipeline.knowledge.entries import Entry
from pipeline.knowledge.fold import fold, fold_name
from pipeline.knowledge.names import short_names
from pipeline.knowledge.variants import name_variants
from pipeline.records import Actor, ActorBasis, ActorKind


class Form(StrEnum):
    """What sort of name a form is."""

    NAME = "name"
    ALIAS = "alias"
    METONYM = "metonym"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    SHORT = "short"


_BASIS = {
    Form.NAME: ActorBasis.NAME,
    Form.ALIAS: ActorBasis.ALIAS,
    Form.METONYM: ActorBasis.METONYM,
    Form.ADJECTIVE: ActorBasis.DEMONYM,
    Form.PEOPLE: ActorBasis.DEMONYM,
    Form.SHORT: ActorBasis.ALIAS,
}
#: Where a form names several actors, the surest sort of name comes first.
_RANK = {form: rank for rank, form in enumerate(Form)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An actor that a name may mean: the written form and what sort of name it is."""

    entry: Entry
    form: Form
    written: str

    @property
    def actor(self) -> Actor:
        """The actor."""
        return self.entry.actor

    @property
    def basis(self) -> ActorBasis:
        """How the name means the actor."""
        return _BASIS[self.form]


class Knowledge:
    """The actors of the tables, ready to be looked up.

    Attributes:
        entries: all actors, in the order of the tables.
        digest: changes whenever a table changes; part of cache keys.
    """

    def __init__(self, entries: tuple[Entry, ...], *, digest: str) -> None:
        self.entries = tuple(self._with_parent_ids(entries))
        self.digest = digest

    def find(self, name: str, on: date | None = None) -> list[Found]:
        """Returns the actors that the name may mean, the likeliest first.

        Args:
            on: the day of the text; actors that ended before or began after it come last.

        Example: `find("Kremlin")` gives Russia, as a metonym.
        """
        found = first_of_each(self.forms.get(fold_name(name), ()))
        return sorted(found, key=lambda item: (not self._valid(item.entry, on), _RANK[item.form]))

    @cached_property
    def forms(self) -> dict[str, tuple[Found, ...]]:
        """Every name of every actor, folded and in lower case, with whom it may mean."""
        index: dict[str, dict[tuple[str, str, Form], Found]] = defaultdict(dict)
        for entry in self.entries:
            for form, written in (*_written(entry), *self._variants(entry)):
                known = index[fold_name(written)]
                known.setdefault(
                    (entry.actor.actor_id, written, form),
                    Found(entry=entry, form=form, written=written),
                )
        return {
            key: tuple(sorted(found.values(), key=lambda item: _RANK[item.form]))
            for key, found in index.items()
            if key
        }

    def _variants(self, entry: Entry) -> Iterator[tuple[Form, str]]:
        """Yields the forms of a body's names that English itself gives."""
        if entry.actor.kind in {ActorKind.PERSON, ActorKind.STATE}:
            return
        state = self.states.get(entry.actor.country)
        names = (state.name, *state.actor.aliases) if state else ()
        adjectives = state.adjectives if state else ()
        for name in (entry.name, *entry.actor.aliases):
            for variant in name_variants(name, entry.actor.kind, names, adjectives):
                yield Form.ALIAS, variant

    @cached_property
    def states(self) -> dict[str, Entry]:
        """The states by ISO 3166 alpha-3 code."""
        return {
            entry.actor.country: entry
            for entry in self.entries
            if entry.actor.kind is ActorKind.STATE and entry.actor.country
        }

    @cached_property
    def state_actors(self) -> dict[str, Actor]:
        """The actors of the states by ISO 3166 alpha-3 code."""
        return {code: entry.actor for code, entry in self.states.items()}

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The entries by actor id."""
        return {entry.actor.actor_id: entry for entry in self.entries}

    def holders(self, role: str, country: str | None = None, on: date | None = None) -> list[Entry]:
        """Returns who holds the role in the country on the day; all holders where none is given.

        An organisation's role needs no country: whoever leads NATO is of one of its members.

        Example: `holders("foreign minister", "RUS", date(2016, 5, 1))` gives Sergei Lavrov.
        """
        return [
            entry
            for entry in self._offices.get((role, country), ())
            if any(office.role == role and office.holds(on) for office in entry.offices)
        ]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickles the entries alone; indexes are built again where they are needed."""
        return (_rebuild, (self.entries, self.digest))

    @cached_property
    def _offices(self) -> dict[tuple[str, str | None], list[Entry]]:
        index: dict[tuple[str, str | None], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for role in dict.fromkeys(office.role for office in entry.offices):
                index[role, entry.actor.country].append(entry)
                index[role, None].append(entry)
        return index

    @staticmethod
    def _valid(entry: Entry, on: date | None) -> bool:
        return not entry.offices or any(office.holds(on) for office in entry.offices)

    @staticmethod
    def _with_parent_ids(entries: tuple[Entry, ...]) -> Iterator[Entry]:
        ids = {
            name: entry.actor.actor_id
            for entry in reversed(entries)
            for name in (*entry.actor.aliases, entry.name)
        }
        for entry in entries:
            parent = ids.get(entry.parent, "")
            yield replace(entry, actor=replace(entry.actor, parent=parent)) if parent else entry


def first_of_each(found: Iterable[Found]) -> tuple[Found, ...]:
    """Returns the first of the forms of each actor."""
    return tuple({item.actor.actor_id: item for item in reversed([*found])}.values())[::-1]


def _rebuild(entries: tuple[Entry, ...], digest: str) -> Knowledge:
    return Knowledge(entries, digest=digest)


def _written(entry: Entry) -> Iterator[tuple[Form, str]]:
    """Yields every form of the actor's names, the surest first."""
    yield Form.NAME, entry.name
    yield from ((Form.ALIAS, alias) for alias in entry.actor.aliases)
    yield from ((Form.METONYM, metonym) for metonym in entry.metonyms)
    yield from ((Form.ADJECTIVE, adjective) for adjective in entry.adjectives)
    yield from ((Form.PEOPLE, people) for people in entry.people)
    if entry.actor.kind is ActorKind.PERSON:
        for name in (entry.name, *entry.actor.aliases):
            yield from (
                (Form.SHORT, short) for short in short_names(fold(name).text, entry.actor.country)
            )
