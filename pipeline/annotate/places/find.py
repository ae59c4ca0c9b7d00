"""Finds the places of a document and resolves them against the gazetteer.

Here belongs the pass over the text and the making of records. Which words may be a place is in
`names`, which words belong to it in `phrases`, which place is meant in `choose`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.annotate.actors.land_names import is_river
from pipeline.annotate.datelines import Dateline, inside_datelines
from pipeline.annotate.parse import Doc
from pipeline.annotate.places.choose import Countries, choose
from pipeline.annotate.places.described import part_of, unlocated, with_words
from pipeline.annotate.places.names import (
    Name,
    is_place,
    longest_known,
    romanised_name,
    site_name,
    unknown_name,
)
from pipeline.annotate.places.phrases import (
    Phrase,
    elliptic_direction,
    joined_pair,
    land_of,
    phrase_around,
    shared_directions,
)
from pipeline.annotate.places.text import Text
from pipeline.annotate.places.words import FEATURES
from pipeline.knowledge.gazetteer import Entry, Gazetteer, Match
from pipeline.records import ActorKind, ActorMention, DocumentText, Evidence, Place, PlaceMention

_OF_ADJACENT_WORDS = 3
_ACRONYM = re.compile(r" \(([A-Z]{2,6})\)")
_BORDER_WORDS = frozenset({"border", "borders", "frontier", "frontiers", "boundary"})
_TOWNS = frozenset({"city", "town", "village"})
#: Inhabitants from which a town is known by its by-names in any document ("Kiev", "Bombay").
_KNOWN_ABROAD = 500_000
#: And from which it is known by its main name.
_KNOWN_BY_NAME = 50_000
#: Kinds that the actors give to names that only the text vouches for.
_GUESSED = frozenset({ActorKind.PERSON, ActorKind.OTHER, ActorKind.GROUP})


def find_places(
    doc: Doc,
    *,
    document: DocumentText,
    actors: Sequence[ActorMention],
    gazetteer: Gazetteer,
    datelines: Sequence[Dateline] = (),
) -> tuple[PlaceMention, ...]:
    """Returns the mentions of places in text order, none overlapping another or an actor.

    Example: "Russia struck targets around Idlib in northern Syria." gives "Idlib" with its point
        and "northern Syria", a region of Syria without one; "Russia" acts and is no place.

    Args:
        doc: the parse of the document; `doc.text == document.text`.
        actors: what has been found to act; a name among them is no place.
        datelines: the names in these are places, known or not.
    """
    finder = _Finder(doc, document, actors, gazetteer)
    told = [mention for line in datelines for mention in finder.dateline(line)]
    found = [*told, *finder.mentions(datelines)]
    found += finder.acronyms(found)
    return tuple(sorted(found, key=lambda mention: mention.evidence.start))


class _Finder:
    """One pass over one document."""

    def __init__(
        self,
        doc: Doc,
        document: DocumentText,
        actors: Sequence[ActorMention],
        gazetteer: Gazetteer,
    ) -> None:
        self.text = Text(doc)
        self.source = document.text
        self.gazetteer = gazetteer
        self.taken = _tokens_of(doc, (item for item in actors if not _is_guessed(item)))
        self.guessed = _tokens_of(doc, (item for item in actors if _is_guessed(item)))
        self.countries = Countries(self._country_counts(actors), gazetteer)
        self.seen: set[str] = set()
        self.last_country = ""
        self.previous: tuple[int, tuple[str, ...]] = (-1, ())

    def _country_counts(self, actors: Sequence[ActorMention]) -> Counter[str]:
        counts = Counter(mention.actor.country for mention in actors if mention.actor.country)
        for i in range(len(self.text)):
            if self.text.capital(i):
                code = self.gazetteer.country_of_adjective(self.text.key(i, i + 1))
                counts.update([code] if code else [])
        return counts

    def dateline(self, line: Dateline) -> Iterator[PlaceMention]:
        """Yields the town of a dateline, and the land after it where the gazetteer has it."""
        code = ""
        for start, end in (line.region, *line.towns) if line.region else line.towns:
            is_town = (start, end) != line.region
            words = self.source[start:end]
            matches = self.gazetteer.find(words)
            if not matches and not is_town:
                continue
            place = unlocated(_lowered(words), country=code, kind="city")
            if matches:
                place = choose(matches, self.countries, beside=code).entry.place()
            code = code or place.country
            yield PlaceMention(evidence=Evidence(start=start, end=end, text=words), place=place)

    def mentions(self, datelines: Sequence[Dateline] = ()) -> Iterator[PlaceMention]:
        """Yields the mentions outside datelines; each token is part of one at most."""
        i = 0
        while i < len(self.text):
            if datelines and inside_datelines(datelines, self.text.tokens[i].idx):
                i += 1
                continue
            found = self._at(i)
            if not found:
                i += 1
                continue
            mentions, i = found
            yield from mentions

    def acronyms(self, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
        """Yields the uses of acronyms that the text introduces in brackets behind a place.

        Example: "DMZ" after "Demilitarised Zone (DMZ)".
        """
        meant: dict[str, Place] = {}
        for mention in found:
            match = _ACRONYM.match(self.source, mention.evidence.end)
            initials = "".join(re.findall(r"\b[A-Z]", mention.evidence.text))
            if match is not None and match[1] == initials:
                meant.setdefault(match[1], mention.place)
        told = {mention.evidence.start for mention in found}
        for i, token in enumerate(self.text.tokens if meant else ()):
            place = meant.get(token.text)
            if place is not None and token.idx not in told and self._free(i, i + 1):
                yield self._mention(i, i + 1, place)

    def _at(self, i: int) -> tuple[list[PlaceMention], int] | None:
        if not self.text.may_begin(i):
            return None
        found = self._joined(i) or self._site(i) or self._land(i) or self._ellipsis(i)
        if found or i in self.taken:
            return found  # an actor's name is no place
        if is_river(self.text.tokens[i]) and self._free(i, i + 1):
            key = f"{self.text.lower(i)} river"
            rivers = [match.entry for match in self.gazetteer.find_key(key, key) if match.listed]
            return ([self._mention(i, i + 1, rivers[0].place())] if rivers else []), i + 1
        name = longest_known(self.text, i, self.gazetteer)
        if name is None or self._opens_longer(name):
            return self._unknown(i)
        return self._known(name)

    def _opens_longer(self, name: Name) -> bool:
        """Says whether a town's name only opens that of a dam or the like ("Rogun Hydro Dam")."""
        whole = None if name.matches[0].listed else unknown_name(self.text, name.first)
        return (
            whole is not None
            and whole.after > name.after + 1
            and self.text.lower(whole.after - 1) in FEATURES
        )

    def _free(self, first: int, after: int) -> bool:
        return not any(i in self.taken or i in self.guessed for i in range(first, after))

    def _free_for(self, name: Name) -> bool:
        """Says whether no actor stands in the name's way.

        A place of our own tables outranks a person that only the text knows: NER calls many a
        village a person, and takes "Thomas Shoal" out of the Second Thomas Shoal.
        """
        best = name.matches[0]
        if best.listed and not best.entry.governed:
            return not any(i in self.taken for i in range(name.first, name.after))
        return self._free(name.first, name.after)

    def _joined(self, i: int) -> tuple[list[PlaceMention], int] | None:
        found = joined_pair(self.text, i, self.gazetteer)
        if found is None:
            return None
        after, kind = found
        words = self.text.written(i, after)
        plain = words.replace("–", "-").replace("‑", "-")
        pair, _, word = plain.rpartition(" ")
        name = f"{pair} border" if word in _BORDER_WORDS else plain
        if kind == "border" and "border" not in name.split("-")[-1]:
            name += " border"
        place = unlocated(name, kind=kind)
        return [self._mention(i, after, place)], after

    def _land(self, i: int) -> tuple[list[PlaceMention], int] | None:
        found = land_of(self.text, i, self.gazetteer)
        if found is None:
            return None
        after, code, kind = found
        country = self.gazetteer.country(code)
        if country is None or (i + 1 in self.taken and after == i + 2):
            return None
        if kind == "country":
            self.last_country = code
            return [self._mention(i, after, country.place())], after
        place = unlocated(self.text.written(i, after), country=code, kind=kind)
        return [self._mention(i, after, place)], after

    def _site(self, i: int) -> tuple[list[PlaceMention], int] | None:
        name = site_name(self.text, i)
        if name is None or not self._free(name.first, name.after):
            return None
        written = self.text.written(name.first, name.after)
        place = unlocated(written, country=self._country_beside(name), kind="base")
        return [self._mention(name.first, name.after, place)], name.after

    def _ellipsis(self, i: int) -> tuple[list[PlaceMention], int] | None:
        found = elliptic_direction(self.text, i)
        country = self.gazetteer.country(self.last_country)
        if found is None or country is None or not self._free(found[0], found[1]):
            return None
        first, after, direction = found
        return [self._mention(first, after, part_of(direction, country.place()))], after

    def _known(self, name: Name) -> tuple[list[PlaceMention], int] | None:
        if not self._free_for(name):
            return None
        key = self.text.key(name.first, name.after)
        if not is_place(self.text, name, seen=key in self.seen):
            return None
        self.seen.add(key)
        beside = self._country_beside(name) or self._country_before(name)
        match = choose(name.matches, self.countries, beside=beside)
        self.previous = (name.after, match.entry.countries)
        if beside not in match.entry.countries and self._is_stranger(match):
            return self._named_only(name)
        if match.entry.country:
            self.last_country = match.entry.country
        return self._phrase_mentions(name, match.entry.place(), match.entry)

    def _is_stranger(self, match: Match) -> bool:
        """Says whether the only place known is a little town in another part of the world.

        A by-name asks for a larger town than a main name. With no country named in the document
        there is no other part of the world.
        """
        entry = match.entry
        region = entry.own and entry.kind not in _TOWNS
        known = _KNOWN_BY_NAME if match.main else _KNOWN_ABROAD
        if region or entry.capital or (match.main and match.listed) or entry.population >= known:
            return False
        if not self.countries.named:
            return False
        return not (
            self.countries.share(entry.countries) or self.countries.borders(entry.countries)
        )

    def _unknown(self, i: int) -> tuple[list[PlaceMention], int] | None:
        name = unknown_name(self.text, i)
        named = name is not None
        name = name or romanised_name(self.text, i)
        if name is None or not self._free(name.first, name.after):
            return None
        written = self.text.written(name.first, name.after)
        if self.gazetteer.country_of_adjective(written):
            return None  # "North Macedonian", which NER may call a place
        alike = self.gazetteer.find_alike(written, self.countries.named)
        if alike:
            entry = choose(alike, self.countries, beside=self._country_beside(name)).entry
            return self._phrase_mentions(name, entry.place(), entry)
        return self._named_only(name) if named else None

    def _named_only(self, name: Name) -> tuple[list[PlaceMention], int] | None:
        written = self.text.written(name.first, name.after)
        place = unlocated(written, country=self._country_beside(name), kind="")
        return self._phrase_mentions(name, place, None)

    def _country_beside(self, name: Name) -> str:
        """Returns the code of the country named after the place: "Palmyra, Syria"."""
        i = name.after
        if self.text.lower(i) in {",", "(", "in"}:
            for after in range(i + 1 + _OF_ADJACENT_WORDS, i + 1, -1):
                if after <= len(self.text):
                    code = self._country_of(self.text.key(i + 1, after))
                    if code:
                        return code
        return ""

    def _country_before(self, name: Name) -> str:
        """Returns the code of the land that the town before it lies in: "Atlanta, Georgia"."""
        after, codes = self.previous
        if after != name.first - 1 or self.text.lower(after) != ",":
            return ""
        shared = (code for code in codes if any(code in m.entry.countries for m in name.matches))
        return next(shared, "")

    def _country_of(self, key: str) -> str:
        """Returns the code of a country, or of the country of a province: "Virginia"."""
        areas = (
            match.entry.country
            for match in self.gazetteer.find_key(key, key)
            if match.listed and match.entry.kind in {"country", "province", "territory"}
        )
        return next(areas, "")

    def _phrase_mentions(
        self, name: Name, place: Place, entry: Entry | None
    ) -> tuple[list[PlaceMention], int] | None:
        phrase = self._trimmed(phrase_around(self.text, name), name)
        located = with_words(place, phrase, entry)
        found = [self._mention(phrase.first, phrase.after, located)]
        if phrase.direction and not phrase.kind:
            for position, direction in shared_directions(self.text, phrase):
                if self._free(position, position + 1):
                    part = part_of(direction, place)
                    found.append(self._mention(position, position + 1, part))
        return found, phrase.after

    def _trimmed(self, phrase: Phrase, name: Name) -> Phrase:
        """Takes back added words that belong to an actor."""
        if not self._free(phrase.first, name.first):
            phrase = replace(phrase, first=name.first, direction="")
        if not self._free(name.after, phrase.after):
            phrase = replace(phrase, after=name.after, kind_word="", kind="")
        return phrase

    def _mention(self, first: int, after: int, place: Place) -> PlaceMention:
        start = self.text.doc[first].idx
        last = self.text.doc[after - 1]
        end = last.idx + len(last)
        evidence = Evidence(start=start, end=end, text=self.source[start:end])
        return PlaceMention(evidence=evidence, place=place)


def _is_guessed(mention: ActorMention) -> bool:
    """Says whether the name may be a place's after all; "Abu Musa al-Shami" is only a man's."""
    if mention.actor.kind is ActorKind.PERSON and mention.actor.name.startswith(("Abu ", "Umm ")):
        return mention.actor.name.count(" ") == 1
    return mention.actor.kind in _GUESSED


def _tokens_of(doc: Doc, actors: Iterable[ActorMention]) -> frozenset[int]:
    """Returns the positions of tokens that name the actors."""
    taken: set[int] = set()
    for mention in actors:
        start, end = mention.evidence.start, mention.evidence.end
        based = mention.evidence.text.find("-based ")
        if based > 0:
            start += based  # where the "Gaza-based militants" sit is a place
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            taken.update(range(span.start, span.end))
    return frozenset(taken)


def _lowered(words: str) -> str:
    """Returns a name in capitals as prose writes it: "NUEVA LOJA" is "Nueva Loja"."""
    return words.title() if words.isupper() else words
