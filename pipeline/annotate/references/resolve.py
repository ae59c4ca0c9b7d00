"""Resolving what a sentence does not name: one call over all the ways of referring.

Here belong the order of the resolvers and their merging. Each resolver has its own module; what is
in doubt stays unresolved in all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.parse import Doc, Token
from pipeline.annotate.references.affiliations import affiliations
from pipeline.annotate.references.deeds import deed_meanings
from pipeline.annotate.references.discourse import Discourse
from pipeline.annotate.references.fighters import is_holder
from pipeline.annotate.references.first_person import first_person, represented, second_person
from pipeline.annotate.references.issuers import issuer_of
from pipeline.annotate.references.lands import states_named
from pipeline.annotate.references.pronouns import pronoun_meaning
from pipeline.annotate.references.relations import first_of, relation_members
from pipeline.annotate.references.role_nouns import first_word, role_meaning
from pipeline.annotate.references.several import (
    alone_meaning,
    several_meaning,
    several_phrases,
)
from pipeline.annotate.references.speakers import Quotation, has_quotations, quotations
from pipeline.knowledge.store import Knowledge
from pipeline.records import Actor, ActorBasis, ActorMention, DocumentText, Evidence, PlaceMention


def resolve_references(
    doc: Doc,
    *,
    document: DocumentText,
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention] = (),
    knowledge: Knowledge,
) -> tuple[ActorMention, ...]:
    """Returns who pronouns and role nouns mean, in text order.

    A reference to several actors ("both sides") gives a mention of each with the same evidence.

    Example: after "Lavrov said:" the words "we will respond" give a mention of Russia at "we".
    """
    states = knowledge.state_actors
    issuer = issuer_of(doc, document, actors, knowledge)
    speaker = represented(issuer, knowledge) if issuer is not None else None
    spoken: list[Quotation] = []
    if has_quotations(doc):
        # Who speaks may itself be a reference ("the minister said"): found without speakers first.
        before = _third(Discourse(doc, actors, states, places), (), knowledge, speaker)
        spoken = quotations(doc, [*actors, *before])
    first = list(
        first_person(
            doc,
            issuer=issuer,
            spoken=spoken,
            knowledge=knowledge,
            bodies=affiliations(doc, actors),
        )
    )
    first += second_person(doc, issuer=speaker, spoken=spoken, states=states_named(doc, knowledge))
    discourse = Discourse(doc, actors, states, places)
    discourse.add(first)
    found = [*first, *_third(discourse, spoken, knowledge, speaker)]
    found += _deeds(discourse, taken={mention.evidence.start for mention in found})
    return tuple(sorted(found, key=lambda item: (item.evidence.start, item.evidence.end)))


def _third(
    discourse: Discourse,
    spoken: Sequence[Quotation],
    knowledge: Knowledge,
    issuer: Actor | None,
) -> Iterator[ActorMention]:
    """Yields the references of the third person; each may rest on those before it."""
    phrases = several_phrases(discourse)
    position = 0
    for token in discourse.doc.tokens:
        if token.idx < position:
            continue
        phrase = phrases.get(token.idx)
        meant = several_meaning(discourse, phrase, issuer) if phrase is not None else []
        alone = [] if meant else alone_meaning(discourse, token)
        start, end, basis = token.idx, token.idx + len(token.text), ActorBasis.ROLE
        if phrase is not None and meant:
            start, end = phrase.start, phrase.end
        elif alone:
            meant = alone
        elif _is_noun(token):
            meant, first = _noun_meaning(discourse, token, knowledge, issuer)
            start = first.idx if meant else start
        else:
            meant, basis = pronoun_meaning(discourse, token, spoken), ActorBasis.PRONOUN
        if meant:
            found = _mentions(discourse.doc, start, end, meant, basis)
            position = end
            discourse.add(found)
            yield from found


def _noun_meaning(
    discourse: Discourse, token: Token, knowledge: Knowledge, issuer: Actor | None
) -> tuple[list[Actor], Token]:
    """Returns whom a role noun or the noun of a relation means, and the first word of it."""
    meant = role_meaning(discourse, token, knowledge)
    if meant:
        return meant, first_word(token)
    return relation_members(discourse, token, issuer), first_of(token)


def _deeds(discourse: Discourse, taken: set[int]) -> list[ActorMention]:
    """Returns a mention of its doer at each act of force that its sentence names none for."""
    return [
        mention
        for token, doer in deed_meanings(discourse)
        if token.idx not in taken
        for mention in _mentions(
            discourse.doc, token.idx, token.idx + len(token.text), [doer], ActorBasis.ROLE
        )
    ]


def _is_noun(token: Token) -> bool:
    """Says whether the word is a noun, also where a tagger takes it for an adjective."""
    if token.pos_ != "ADJ":
        return token.pos_ in {"NOUN", "PROPN"}
    return grammar.relation(token) in {"subject", "object"} or is_holder(token)


def _mentions(
    doc: Doc, start: int, end: int, actors: Sequence[Actor], basis: ActorBasis
) -> list[ActorMention]:
    if not actors:
        return []
    evidence = Evidence(start=start, end=end, text=doc.text[start:end])
    return [ActorMention(evidence=evidence, actor=actor, basis=basis) for actor in actors]
