"""A document with its parse and all that was found in it; what annotate hands to claims."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.annotate.parse import Doc
from pipeline.problems import Problem
from pipeline.records import ActorMention, DateMention, DocumentText, PlaceMention, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedDocument:
    """One document, read.

    Attributes:
        doc: the parse; `doc.text == document.text`.
        sentences: in text order; `Sentence.index` counts them from 0.
        actors: mentions that name an actor; these are the rows of mentions.csv.
        references: pronouns and role nouns ("the regime") that mean an actor named elsewhere.
        places: mentions of places that are not actors in their sentence.
        lands: the states whose land or border one of the places is, for acts done to them by it.
        towns: the states in whose towns embassies may stand.
        dates: mentions of dates.
        problems: what was left out.
    """

    document: DocumentText
    doc: Doc
    sentences: tuple[Sentence, ...]
    actors: tuple[ActorMention, ...]
    references: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    lands: tuple[ActorMention, ...] = ()
    towns: tuple[ActorMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    problems: tuple[Problem, ...] = ()
