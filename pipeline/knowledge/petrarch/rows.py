"""Rows of an actor table from the blocks of a dictionary.

Here is decided what becomes of each name: the actor's own, another name of it, or none of its.
A dictionary gives one code to names that only are coded alike; a town under its state is no name
of the state, and someone whom our tables know as another actor stays that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.knowledge.fold import fold_name
from pipeline.knowledge.gazetteer import Gazetteer
from pipeline.knowledge.petrarch.blocks import Block, Code, Phrase
from pipeline.knowledge.petrarch.codes import NULL_CODES, Meaning, read_code
from pipeline.knowledge.petrarch.kinds import actor_kind
from pipeline.knowledge.petrarch.remarks import Remark, Sort
from pipeline.knowledge.petrarch.spelling import abbreviations_among, spell, split_abbreviation
from pipeline.knowledge.store import Form, Found, Knowledge
from pipeline.records import ActorKind

#: Columns of the table that is written, those of an actor table that an analyst edits.
ROW_COLUMNS = (
    "name",
    "aliases",
    "kind",
    "country",
    "parent",
    "role",
    "valid_from",
    "valid_to",
    "source",
)
Row = dict[str, str]
#: Abbreviations of actors that are words of other names as well.
_WORDS = frozenset("IS US WHO CAR ICE RAW PAN ARENA LIBRE MAC TIP SANA MENA".split())


@dataclass(kw_only=True)
class Table:
    """The rows of the table to be written, with what there is to say about lines."""

    rows: list[Row] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    actors: set[tuple[str, str]] = field(default_factory=set)


def build_rows(
    blocks: list[Block], *, knowledge: Knowledge, gazetteer: Gazetteer, file: str
) -> Table:
    """Returns the table of a dictionary's blocks.

    Args:
        knowledge: what is known already; its actors keep their names.
        gazetteer: tells towns and provinces from names of states.
        file: the dictionary's name, for the column `source`.
    """
    table = Table()
    acronyms = _acronyms(knowledge)
    for block in blocks:
        reader = _BlockReader(block, knowledge, gazetteer, acronyms)
        rows = reader.rows(file)
        table.rows.extend(rows)
        table.actors.update((row["name"], row["country"]) for row in rows)
        table.remarks.extend(reader.remarks)
    return table


def _acronyms(knowledge: Knowledge) -> frozenset[str]:
    """Returns the abbreviations of the tables, but those that are words too."""
    return frozenset(
        found.written
        for forms in knowledge.forms.values()
        for found in forms
        if found.written.isalpha() and found.written.isupper() and found.written not in _WORDS
    )


class _BlockReader:
    """Reads one block; collects the remarks on it."""

    def __init__(
        self,
        block: Block,
        knowledge: Knowledge,
        gazetteer: Gazetteer,
        acronyms: frozenset[str] = frozenset(),
    ) -> None:
        self.block = block
        self._acronyms = acronyms
        self.remarks: list[Remark] = []
        self._knowledge = knowledge
        self._gazetteer = gazetteer

    def rows(self, file: str) -> list[Row]:
        """Returns the block's rows: one a period, or one where there are no dates."""
        meanings = list(self._meanings())
        if not meanings:
            return []
        kind, doubt = actor_kind(meanings)
        if doubt:
            self._remark(Sort.CHECK, f"{self.block.head.text!r} {doubt}")
        country = next((meaning.country for _, meaning in meanings if meaning.country), "")
        name, aliases = self._names(kind, country)
        if not name:
            return []
        periods = self._periods(meanings, kind, country)
        name, kind, country = self._known(name, kind, country)
        row = dict.fromkeys(ROW_COLUMNS, "")
        row |= {"name": name, "kind": kind.value, "country": country}
        rows = []
        for code in periods:
            source = f"{file}:{code.line} {code.code}"
            dates = {"valid_from": code.valid_from, "valid_to": code.valid_to}
            rows.append(row | dates | {"source": source})
        rows[0]["aliases"] = ";".join(alias for alias in aliases if alias != name)
        return rows

    def _remark(self, sort: Sort, text: str, line: int | None = None) -> None:
        line = self.block.head.line if line is None else line
        self.remarks.append(Remark(line=line, sort=sort, text=text))

    def _meanings(self) -> Iterator[tuple[Code, Meaning]]:
        name = self.block.head.text
        if not self.block.codes:
            self._remark(Sort.NOT_READ, f"{name!r} has no code")
        for code in self.block.codes:
            if code.code in NULL_CODES:
                if len(self.block.codes) == 1:
                    reason = f"{name!r} is marked as no actor: [{code.code}]"
                    self._remark(Sort.LEFT_OUT, reason, code.line)
                continue
            meaning = read_code(code.code, self._knowledge.states)
            unknown = ", ".join(meaning.unknown) or code.code
            if meaning.kind is None:
                reason = f"{unknown} of the code [{code.code}] of {name!r} is not known"
                self._remark(Sort.NOT_READ, reason, code.line)
                continue
            if meaning.unknown:
                reason = (
                    f"{unknown} of the code [{code.code}] is not known; {meaning.kind} was kept"
                )
                self._remark(Sort.CHECK, reason, code.line)
            yield code, meaning

    def _periods(
        self, meanings: list[tuple[Code, Meaning]], kind: ActorKind, country: str
    ) -> list[Code]:
        """Returns the codes that become rows: the dated ones, else the first.

        Dates are those of a person's offices, or of an actor that is there for no longer. Where a
        code without dates stands beside them, they only say when an actor changed its sector.
        """
        lasts = any(not code.dated and meaning.country == country for code, meaning in meanings)
        periods = []
        for code, meaning in meanings:
            if meaning.country != country:
                where = f"the country of [{code.code}]" if meaning.country else f"[{code.code}]"
                reason = f"an actor belongs to one state, here {country}; {where} was left out"
                self._remark(Sort.LEFT_OUT, reason, code.line)
            elif code.dated and kind is ActorKind.PERSON and meaning.kind is ActorKind.PERSON:
                reason = f"[{code.code}] is no office; its dates were left out"
                self._remark(Sort.LEFT_OUT, reason, code.line)
            elif code.dated and lasts and kind is not ActorKind.PERSON:
                reason = f"the dates of [{code.code}] are not those of the actor and were left out"
                self._remark(Sort.LEFT_OUT, reason, code.line)
            elif code.dated:
                periods.append(code)
        own = [code for code, meaning in meanings if meaning.country == country]
        first = min(own, key=lambda code: code.dated)
        return periods or [replace(first, valid_from="", valid_to="")]

    def _names(self, kind: ActorKind, country: str) -> tuple[str, list[str]]:
        """Returns the actor's name and its other names."""
        state = self._knowledge.states.get(country) if kind is ActorKind.STATE else None
        names: list[tuple[int, str]] = []
        for phrase in (self.block.head, *self.block.synonyms):
            names.extend((phrase.line, name) for name in self._spelt(phrase))
        kept = dict.fromkeys(
            name
            for line, name in names
            if not (state and self._is_place(line, name, country))
            and not self._is_another(line, name, country, names[0][1])
        )
        if state is None:
            return next(iter(kept), ""), list(kept)
        new = [
            name
            for name in kept
            if all(found.entry is not state for found in self._found(name, *Form))
        ]
        if kept and not new:
            self._remark(Sort.LEFT_OUT, f"{state.name} has all these names in the tables already")
        return (state.name, new) if new else ("", [])

    def _spelt(self, phrase: Phrase) -> Iterator[str]:
        """Yields a phrase as a text writes it, and the abbreviation that it brings along."""
        phrases = (self.block.head, *self.block.synonyms)
        every = [split_abbreviation(other.text)[0] for other in phrases]
        if not any(char.isalpha() for char in phrase.text):
            self._remark(Sort.NOT_READ, f"{phrase.text!r} is no name", phrase.line)
            return
        name, short = split_abbreviation(phrase.text, self._acronyms)
        abbreviations = {*abbreviations_among(every), short, *self._acronyms}
        spelt = spell(name, abbreviations)
        if spelt.isupper() and spelt.isalpha() and spelt not in abbreviations:
            reason = f"{spelt!r} was kept in capitals and is found so only"
            self._remark(Sort.CHECK, reason, phrase.line)
        if spelt.endswith(")"):
            self._remark(Sort.CHECK, f"{spelt!r} was kept with its brackets", phrase.line)
        yield spelt
        if short:
            yield short

    def _is_place(self, line: int, name: str, country: str) -> bool:
        """Says whether it is a place in the state and no name of the state itself."""
        if any(found.actor.country == country for found in self._found(name, *Form)):
            return False
        places = self._gazetteer.find(name)
        if any(place.entry.country == country for place in places):
            reason = f"{name!r} is a place in {country} and no name of the state"
            self._remark(Sort.LEFT_OUT, reason, line)
            return True
        return False

    def _is_another(self, line: int, name: str, country: str, head: str) -> bool:
        """Says whether our tables know the name as another actor's than the block's."""
        found = self._found(name, Form.NAME, Form.ALIAS)
        own = {item.actor.actor_id for item in self._found(head, Form.NAME, Form.ALIAS)}
        ours = [item for item in found if item.actor.country == country]
        other = next((item for item in ours if item.actor.actor_id not in own), None)
        if other is None or name == head:
            return False
        reason = f"{name!r} is left to {other.actor.name}, whom the tables know by it"
        self._remark(Sort.LEFT_OUT, reason, line)
        return True

    def _known(self, name: str, kind: ActorKind, country: str) -> tuple[str, ActorKind, str]:
        """Returns name, kind and country that our tables have for the actor, so that rows add up.

        A group without a state in one of the two is the same actor in both.
        """
        for found in self._found(name, Form.NAME, Form.ALIAS):
            actor = found.actor
            if actor.country != country and (actor.kind is not kind or (actor.country and country)):
                continue
            if (actor.kind, actor.country) != (kind, country):
                ours = f"{actor.kind} {actor.country or 'of no state'}"
                theirs = f"{kind} {country or 'of no state'}"
                text = f"{name!r} is {ours} in the tables and stays it, not {theirs}"
                self._remark(Sort.CHECK, text)
            return actor.name, actor.kind, actor.country
        return name, kind, country

    def _found(self, name: str, *forms: Form) -> list[Found]:
        return [
            item for item in self._knowledge.forms.get(fold_name(name), ()) if item.form in forms
        ]
