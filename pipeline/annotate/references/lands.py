"""States called by a noun: "the country", "the Gulf monarchy", "the regime", "the junta".

Here belongs which of the states named such a noun means. What kind of land a state is (kingdom,
island) and in which region it lies narrow the choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.parse import Doc, Token
from pipeline.annotate.references.discourse import (
    Discourse,
    Spot,
    distinct,
    is_person,
    nearest,
)
from pipeline.knowledge.store import Form, Knowledge
from pipeline.records import Actor, ActorKind

RULE = frozenset("regime government junta authorities administration".split())
#: Who "the former colonial power" may be.
_COLONIAL = frozenset("FRA GBR PRT ESP BEL NLD ITA DEU".split())
#: Nouns that mean a state only where they are colonial.
_RULERS = frozenset({"power", "ruler"})
#: Nouns for a state; those of a certain kind with the states that are one.
LANDS: dict[str, frozenset[str] | None] = {
    **dict.fromkeys(("country", "nation", "republic", "state"), None),
    "kingdom": frozenset(
        "SAU JOR MAR BHR GBR THA KHM ESP NLD BEL SWE NOR DNK BTN LSO SWZ TON".split()
    ),
    "monarchy": frozenset("SAU JOR MAR BHR KWT OMN QAT GBR THA KHM ESP BTN SWZ BRN".split()),
    **dict.fromkeys(("power", "ruler"), _COLONIAL),
    "emirate": frozenset({"QAT", "KWT", "ARE"}),
    "sultanate": frozenset({"OMN", "BRN"}),
    "island": frozenset("TWN CYP MLT LKA CUB HTI JAM IRL GBR MDG ISL BHR".split()),
    "archipelago": frozenset("IDN PHL BHS MDV SYC COM CPV TUV KIR".split()),
}
REGIONS: dict[str, frozenset[str]] = {
    "gulf": frozenset("SAU QAT KWT ARE BHR OMN IRN IRQ".split()),
    "baltic": frozenset("EST LVA LTU".split()),
    "balkan": frozenset("SRB HRV BIH MNE MKD ALB BGR GRC ROU SVN XKX".split()),
    "nordic": frozenset("SWE NOR DNK FIN ISL".split()),
    "scandinavian": frozenset("SWE NOR DNK".split()),
    "caribbean": frozenset("CUB HTI JAM DOM TTO BRB GUY BHS GRD LCA VCT SUR BLZ".split()),
    "andean": frozenset("PER BOL ECU COL CHL VEN".split()),
    "himalayan": frozenset("NPL BTN".split()),
    "sahel": frozenset("MLI NER BFA TCD MRT SDN".split()),
    "sahelian": frozenset("MLI NER BFA TCD MRT SDN".split()),
    "caucasus": frozenset("GEO ARM AZE".split()),
    "pacific": frozenset("FJI SLB VUT WSM TON PNG KIR NRU TUV PLW FSM MHL AUS NZL".split()),
    "african": frozenset(
        "DZA AGO BEN BWA BFA BDI CMR CPV CAF TCD COM COD COG CIV DJI EGY GNQ ERI ETH GAB GMB GHA"
        " GIN GNB KEN LSO LBR LBY MDG MWI MLI MRT MUS MAR MOZ NAM NER NGA RWA SEN SLE SOM ZAF SSD"
        " SDN SWZ TZA TGO TUN UGA ZMB ZWE".split()
    ),
    "asian": frozenset(
        "CHN JPN KOR PRK MNG TWN VNM LAO KHM THA MMR MYS SGP IDN PHL BRN TLS IND PAK BGD LKA NPL"
        " BTN MDV AFG KAZ KGZ TJK TKM UZB".split()
    ),
    "american": frozenset(
        "ARG BOL BRA CHL COL CRI CUB DOM ECU GTM GUY HND HTI MEX NIC PAN PER PRY SLV SUR URY"
        " VEN".split()
    ),
    "european": frozenset(
        "ALB AUT BEL BGR BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LTU"
        " LUX LVA MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SRB SVK SVN SWE UKR XKX".split()
    ),
}
#: Words that say it is some other state than the one spoken of, or none in particular.
_OTHER = frozenset(
    "other neighbouring neighboring host third foreign former rival fellow second partner friendly"
    " failed welfare deep sovereign".split()
)
#: What may stand before "government" or "regime" where it rules the state.
_RULING = frozenset(
    "military new interim transitional current same civilian central federal national ruling"
    " authoritarian brutal repressive entire whole present elected caretaker".split()
)
_ACTING = frozenset({"subject", "passive_subject", "possessor", "agent"})
_GOVERNING = frozenset({"subject", "passive_subject", "object", "agent", "possessor"})


def ruler_meaning(discourse: Discourse, token: Token, knowledge: Knowledge) -> list[Actor]:
    """Returns the state whose government or regime the text spoke of by that word.

    Example: after "The Maduro government arrested activists." "the regime" is Venezuela.
    """
    word = token.lower_
    if {item.lower_ for item in grammar.modifiers(token)} - _RULING:
        return []  # "the electoral authorities", "the local government"
    named = _named_so(discourse, {word})
    if word == "regime" and not named:
        named = _named_so(discourse, RULE)
    if len(named) == 1:
        return named
    if word == "regime":
        return (
            []
            if named
            else _of_the_ruler(discourse, knowledge) or _of_the_place(discourse, knowledge)
        )
    if token.text[:1].isupper():
        return _own_government(discourse)
    if grammar.relation(token) not in _GOVERNING:
        return []
    return nearest(discourse, token, _is_state, reach=1) or _of_the_organs(discourse, token)


def _own_government(discourse: Discourse) -> list[Actor]:
    """Returns the state of the only ministries of the text: "the Government" is theirs."""
    ministries = {
        spot.actor.country for spot in discourse.spots if spot.actor.kind is ActorKind.GOVERNMENT
    } - {""}
    state = discourse.state(next(iter(ministries))) if len(ministries) == 1 else None
    return [state] if state is not None else []


def _of_the_organs(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the only state whose soldiers or leaders the sentence before names."""
    before = discourse.in_sentence(discourse.sentence_of[token.i] - 1)
    countries = {spot.actor.country for spot in before} - {""}
    state = discourse.state(next(iter(countries))) if len(countries) == 1 else None
    return [state] if state is not None else []


def _named_so(discourse: Discourse, words: set[str] | frozenset[str]) -> list[Actor]:
    """Returns the states in whose mentions one of the words stands ("the Malian junta")."""
    return distinct(
        spot
        for spot in discourse.spots
        if spot.actor.kind in {ActorKind.STATE, ActorKind.GOVERNMENT}
        and set(words) & set(spot.mention.evidence.text.lower().split())
    )


def _of_the_ruler(discourse: Discourse, knowledge: Knowledge) -> list[Actor]:
    """Returns the state of the only country that the persons of the text belong to."""
    rulers = distinct(spot for spot in discourse.spots if is_person(spot.actor))
    countries = {actor.country for actor in rulers if actor.country}
    state = knowledge.states.get(next(iter(countries))) if len(countries) == 1 else None
    return [state.actor] if state else []


def _of_the_place(discourse: Discourse, knowledge: Knowledge) -> list[Actor]:
    """Returns the one state that the text keeps naming as a place ("across Syria")."""
    states = states_named(discourse.doc, knowledge, without=discourse.covered)
    return list(states) if len(states) == 1 and states.total() > 1 else []


def states_named(
    doc: Doc, knowledge: Knowledge, without: Container[int] = frozenset()
) -> Counter[Actor]:
    """Returns the states whose names stand in the text in one word, as actors or as places.

    Args:
        without: indices of tokens that do not count.
    """
    states: Counter[Actor] = Counter()
    for token in doc.tokens:
        if token.pos_ != "PROPN" or token.i in without:
            continue
        for found in knowledge.find(token.text)[:1]:
            if found.form is Form.NAME and found.actor.kind is ActorKind.STATE:
                states[found.actor] += 1
    return states


def land_meaning(discourse: Discourse, token: Token) -> list[Actor]:
    """Returns the state that "the country" means where it acts and only one was named.

    Example: after "Niger expelled the envoy of France." "the West African nation" is Niger.
    """
    words = {item.lower_ for item in grammar.modifiers(token)}
    colonial = "colonial" in words
    if (token.lower_ in _RULERS) != colonial:
        return []
    if grammar.relation(token) not in _ACTING or (words & _OTHER and not colonial):
        return []
    allowed = [LANDS[token.lower_], *(REGIONS[word] for word in sorted(words & REGIONS.keys()))]

    def fits(spot: Spot) -> bool:
        return _is_state(spot) and _lies_in(spot, allowed)

    return nearest(discourse, token, fits, reach=1)


def _is_state(spot: Spot) -> bool:
    return spot.actor.kind is ActorKind.STATE


def _lies_in(spot: Spot, allowed: Sequence[frozenset[str] | None]) -> bool:
    return all(codes is None or spot.actor.country in codes for codes in allowed)
