"""Who acts in a document: all mentions of actors, none over another.

Here belongs the order of the finders and the choice between what they propose: the longest phrase
wins; names that only the text itself vouches for fill what is left. What each finder proposes is in
its own module.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.annotate.actors.appositions import without_appositions
from pipeline.annotate.actors.coalitions import coalition_candidates
from pipeline.annotate.actors.collectives import collective_candidates
from pipeline.annotate.actors.formations import formation_candidates
from pipeline.annotate.actors.governments import government_candidates
from pipeline.annotate.actors.groups import group_candidates
from pipeline.annotate.actors.introduced import designated_candidates
from pipeline.annotate.actors.loyalists import loyalist_candidates
from pipeline.annotate.actors.offices import office_candidates
from pipeline.annotate.actors.organisations import (
    acronym_candidates,
    organisation_candidates,
    spelt_out_candidates,
)
from pipeline.annotate.actors.people import person_candidates
from pipeline.annotate.actors.plain import plain_candidates
from pipeline.annotate.actors.reading import Candidate, Reading
from pipeline.annotate.actors.secretaries import secretary_candidates
from pipeline.annotate.actors.shared_names import shared_name_candidates
from pipeline.annotate.actors.short_names import short_candidates
from pipeline.annotate.actors.unnamed_fighters import fighter_candidates
from pipeline.annotate.datelines import Dateline
from pipeline.annotate.parse import Doc
from pipeline.knowledge.store import Knowledge
from pipeline.records import ActorMention, DateMention, DocumentText, Evidence


def find_actors(
    doc: Doc,
    *,
    document: DocumentText,
    knowledge: Knowledge,
    dates: Sequence[DateMention] = (),
    datelines: Sequence[Dateline] = (),
) -> tuple[ActorMention, ...]:
    """Returns the mentions of actors in text order, none overlapping another.

    Example: "Libyan and Turkish-backed ground forces met Putin in Moscow." gives "Libyan" (Libyan
        ground forces), "Turkish-backed ground forces" and "Putin" (Vladimir Putin); "Moscow" is
        where they met and no actor.

    Args:
        doc: the parse of the document; `doc.text == document.text`.
        dates: the document's dates; they decide who held an office.
        datelines: in these nobody acts, not the town nor the agency.
    """
    reading = Reading(doc, document, knowledge, dates)
    chosen = _chosen(reading, datelines)
    return tuple(
        ActorMention(
            evidence=Evidence(
                start=item.start, end=item.end, text=document.text[item.start : item.end]
            ),
            actor=item.actor,
            basis=item.basis,
        )
        for item in sorted(chosen, key=lambda item: item.start)
        if item.actor is not None
    )


def _chosen(reading: Reading, datelines: Sequence[Dateline]) -> list[Candidate]:
    persons, people = person_candidates(reading)
    closed = [Candidate(start=item.start, end=item.end, actor=None) for item in datelines]
    chosen = choose(
        [
            *designated_candidates(reading),
            *persons,
            *office_candidates(reading, people),
            *secretary_candidates(reading, persons),
            *loyalist_candidates(reading, persons),
            *government_candidates(reading),
            *collective_candidates(reading),
            *fighter_candidates(reading),
            *group_candidates(reading),
            *plain_candidates(reading),
            *organisation_candidates(reading),
            *spelt_out_candidates(reading),
        ],
        choose([*formation_candidates(reading), *shared_name_candidates(reading)], closed),
    )
    chosen = choose(acronym_candidates(reading, chosen), without_appositions(reading, chosen))
    chosen = choose(coalition_candidates(reading, chosen), chosen)
    return choose(short_candidates(reading, chosen), chosen)


def choose(candidates: Iterable[Candidate], taken: Sequence[Candidate] = ()) -> list[Candidate]:
    """Returns candidates that do not overlap: the longest first, at equal length the first given.

    Args:
        taken: candidates that stand already and give way to none.
    """
    chosen = list(taken)
    covered = {offset for item in chosen for offset in range(item.start, item.end)}
    for item in sorted(candidates, key=lambda item: item.start - item.end):
        stretch = range(item.start, item.end)
        if covered.isdisjoint(stretch):
            chosen.append(item)
            covered.update(stretch)
    return chosen
