"""What a CAMEO actor code means: the kind of actor, and the state it belongs to.

Here belong the three-letter groups of CAMEO and PLOVER. A group that is not here is not guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pipeline.records import ActorKind

#: Marks of names that are no actors.
NULL_CODES = frozenset({"---", "###"})
#: Codes of states that CAMEO writes otherwise than ISO 3166 does today.
_RENAMED = {"KOS": "XKX", "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "BUR": "MMR"}
#: Codes of states that are no more.
_FORMER = frozenset({"SUN", "YUG", "CSK", "DDR", "SCG"})
#: First groups of actors that belong to no state or to several, with their kind.
_INTERNATIONAL = {
    "IGO": ActorKind.IGO,
    "UNO": ActorKind.IGO,
    "NGO": ActorKind.NGO,
    "NGM": ActorKind.NGO,
    "MNC": ActorKind.COMPANY,
    "IMG": ActorKind.ARMED_GROUP,
}
#: After these, the next group may be the state where the actor has its seat.
_SEATED = frozenset({"NGO", "NGM", "MNC"})
#: Parts of the world: no state, and no kind of their own.
_REGIONS = frozenset(
    "AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF "
    "WAF WST WEU INT ARB".split()
)
#: Sectors. An elite (ELI) is always a person: "former officials and celebrities".
_SECTORS = {
    **dict.fromkeys("GOV JUD LEG COP SPY".split(), ActorKind.GOVERNMENT),
    "MIL": ActorKind.MILITARY,
    **dict.fromkeys("REB UAF SEP INS".split(), ActorKind.ARMED_GROUP),
    "PTY": ActorKind.PARTY,
    "MED": ActorKind.MEDIA,
    "JRN": ActorKind.MEDIA,
    "BUS": ActorKind.COMPANY,
    "ELI": ActorKind.PERSON,
    **dict.fromkeys(
        "OPP CVL CRM LAB REL REF RAD MOD SET EDU SOC CHR MOS JEW HIN BUD".split(), ActorKind.GROUP
    ),
    **dict.fromkeys("HLH ENV DEV HRI AGR".split(), ActorKind.OTHER),
}
#: What people hold office in: dates on such a code are those of an office.
_OFFICES = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a code says; `kind` is None where the code is not understood.

    `unknown` are the groups that mean nothing to us.
    """

    kind: ActorKind | None = None
    country: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def office(self) -> bool:
        """Says whether a person may hold this for a time."""
        return self.kind in _OFFICES


def read_code(code: str, states: Collection[str]) -> Meaning:
    """Returns what a code means.

    Example: "USAGOV" is a government, USA; "NGOKEN" a non-governmental organisation of Kenya.

    Args:
        states: the ISO 3166 alpha-3 codes that are known.
    """
    if code.islower() and code.isalpha():
        return Meaning(kind=ActorKind.GROUP)  # CAMEO's ethnic groups
    letters = code.rstrip("0123456789")  # religious groups are numbered: CHRPRO169
    groups = [letters[i : i + 3] for i in range(0, len(letters), 3)]
    country, rest = _country(groups, states)
    kind = next((_SECTORS[group] for group in rest if group in _SECTORS), None)
    first = groups[0] if groups else ""
    if first in _INTERNATIONAL:
        kind = _INTERNATIONAL[first]
    elif (country and not rest) or groups in ([former] for former in _FORMER):
        kind = ActorKind.STATE
    known = {*_SECTORS, *_INTERNATIONAL, *_REGIONS, *_FORMER}
    unknown = () if country and not rest else _unknown(first, rest, known)
    return Meaning(kind=kind, country=country, unknown=unknown)


def _country(groups: list[str], states: Collection[str]) -> tuple[str, list[str]]:
    """Returns the state of the code, and the groups after it."""
    now = [_RENAMED.get(group, group) for group in groups]
    if now and now[0] in states:
        dependent = len(now) > 1 and now[1] in states  # USAASM: American Samoa
        return (now[1], groups[2:]) if dependent else (now[0], groups[1:])
    if len(now) > 1 and now[0] in _SEATED and now[1] in states:
        return now[1], groups[2:]
    return "", groups


def _unknown(first: str, rest: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Returns the first group after the state where it says nothing.

    Those behind it only refine the sector: GOVAGR is a ministry of agriculture.
    """
    decisive = next(iter(rest), first)
    return (decisive,) if decisive not in known else ()
