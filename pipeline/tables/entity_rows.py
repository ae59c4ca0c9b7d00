"""Mentions and claims -> rows of actors.csv and places.csv: counts over the whole corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.records import Actor, Claim, Place, Relation
from pipeline.results import DocumentResult
from pipeline.tables.schema import Row


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What the corpus says about one actor or place; filled while counting."""

    words: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    claims: Counter[Relation] = field(default_factory=Counter)

    @property
    def words_seen(self) -> str:
        """The words used, most frequent first and by alphabet where equal."""
        ordered = sorted(self.words.items(), key=lambda item: (-item[1], item[0]))
        return "; ".join(word for word, _ in ordered)


def actor_rows(results: Sequence[DocumentResult], rejected: Collection[str]) -> list[Row]:
    """Returns one row for each actor that is mentioned or has a claim, by name.

    Args:
        rejected: ids of claims that a reviewer marked wrong; they are not counted.
    """
    actors: dict[str, Actor] = {}
    tallies: dict[str, _Tally] = {}
    for result in results:
        for mention in result.actors:
            actor = actors.setdefault(mention.actor.actor_id, mention.actor)
            tally = tallies.setdefault(actor.actor_id, _Tally())
            tally.words[mention.evidence.text] += 1
            tally.documents.add(result.doc_id)
        for claim in _claims(result):
            for actor in _actors_of(claim):
                actors.setdefault(actor.actor_id, actor)
                tally = tallies.setdefault(actor.actor_id, _Tally())
                tally.documents.add(result.doc_id)
                tally.claims[claim.relation] += claim.claim_id not in rejected
    ordered = sorted(actors.values(), key=lambda actor: (actor.name, actor.actor_id))
    return [_actor(actor, tallies[actor.actor_id]) for actor in ordered]


def place_rows(results: Sequence[DocumentResult], rejected: Collection[str]) -> list[Row]:
    """Returns one row for each place that is mentioned or that a claim is placed at, by name."""
    places: dict[str, Place] = {}
    tallies: dict[str, _Tally] = {}
    for result in results:
        for mention in result.places:
            place = places.setdefault(mention.place.place_id, mention.place)
            tally = tallies.setdefault(place.place_id, _Tally())
            tally.words[mention.evidence.text] += 1
            tally.documents.add(result.doc_id)
        for claim in _claims(result):
            if claim.place is None:
                continue
            place = claim.place.mention.place
            places.setdefault(place.place_id, place)
            tally = tallies.setdefault(place.place_id, _Tally())
            tally.documents.add(result.doc_id)
            tally.claims[claim.relation] += claim.claim_id not in rejected
    ordered = sorted(places.values(), key=lambda place: (place.name, place.place_id))
    return [_place(place, tallies[place.place_id]) for place in ordered]


def _claims(result: DocumentResult) -> Iterator[Claim]:
    return (scored.claim for scored in result.claims)


def _actors_of(claim: Claim) -> list[Actor]:
    both = {actor.actor_id: actor for actor in (claim.source.actor, claim.target.actor)}
    return list(both.values())


def _actor(actor: Actor, tally: _Tally) -> Row:
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "parent_id": actor.parent,
        "wikidata_id": actor.wikidata_id,
        "aliases_seen": tally.words_seen,
        "n_mentions": tally.words.total(),
        "n_documents": len(tally.documents),
        "n_claims": tally.claims.total(),
        "n_cooperation": tally.claims[Relation.COOPERATION],
        "n_tension": tally.claims[Relation.TENSION],
    }


def _place(place: Place, tally: _Tally) -> Row:
    return {
        "place_id": place.place_id,
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "precision": place.precision,
        "names_seen": tally.words_seen,
        "n_mentions": tally.words.total(),
        "n_documents": len(tally.documents),
        "n_claims": tally.claims.total(),
    }
