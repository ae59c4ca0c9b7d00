"""A state's name that only tells of its land: a people's feelings in it, a river named alike.

Here belong readings that only a state's own name has, no capital's. What holds of both is in
`metonymy`.
"""

from __future__ import annotations

from pipeline.annotate import grammar
from pipeline.annotate.actors import metonymy_words as words
from pipeline.annotate.actors.metonymy import governor_of_name
from pipeline.annotate.parse import Token


def is_felt_by_a_people(token: Token) -> bool:
    """Says whether "in" before a country tells where a feeling is, as in "a backlash in Zambia".

    A capital that feels so is the government ("alarm in Ankara").
    """
    if token.i == token.sent.start or token.nbor(-1).lower_ not in words.INSIDE:
        return False
    governor = governor_of_name(token)
    felt = [governor, *(grammar.subjects(governor) if governor.pos_ == "VERB" else ())]
    return any(item.lemma_.lower() in words.FEELINGS for item in felt)


def is_river(token: Token) -> bool:
    """Says whether the article makes a river of a state's name ("a flood on the Niger").

    Congo has the article as a state too: the river flows, or something lies on its banks.
    """
    before = token.nbor(-1) if token.i > token.sent.start else token
    if before.lower_ != "the" or grammar.relation(token) in {"compound", "adjective"}:
        return False
    if token.lower_ != "congo":
        return token.lower_ in words.RIVERS
    if grammar.relation(token) == "subject":
        return token.head.lemma in words.FLOWING
    return (
        "of" in grammar.prepositions_of(token) and governor_of_name(token).lemma in words.OF_RIVERS
    )
