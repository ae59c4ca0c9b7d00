"""CAMEO codes: kind and state, and what is not known stays unknown."""

from __future__ import annotations

import pytest

from pipeline.knowledge.petrarch.codes import read_code

STATES = frozenset("KEN ZAF SOM XKX ROU TLS USA ASM DNK GRL".split())


@pytest.mark.parametrize(
    ("code", "kind", "country", "reason"),
    [
        ("KEN", "state", "KEN", "the state itself"),
        ("KOS", "state", "XKX", "CAMEO's code of Kosovo"),
        ("ROMGOV", "government", "ROU", "a code that ISO has changed"),
        ("TMPREB", "armed_group", "TLS", "so has it East Timor's"),
        ("SUN", "state", "", "a state that is no more has no code of today"),
        ("SUNGOV", "government", "", "nor has its government"),
        ("USAASMGOV", "government", "ASM", "a territory behind its state"),
        ("DNKGRL", "state", "GRL", "and the territory itself"),
        ("KENGOVMIL", "government", "KEN", "the first sector is the kind"),
        ("KENMIL", "military", "KEN", ""),
        ("KENJUD", "government", "KEN", "a court"),
        ("KENSPY", "government", "KEN", "a secret service"),
        ("KENREB", "armed_group", "KEN", ""),
        ("KENUAF", "armed_group", "KEN", ""),
        ("KENPTY", "party", "KEN", ""),
        ("KENMED", "media", "KEN", ""),
        ("KENELI", "person", "KEN", ""),
        ("KENOPP", "group", "KEN", "an opposition may be a party or not"),
        ("KENCHRPRO", "group", "KEN", "believers"),
        ("CHRPRO169", "group", "", "a numbered church"),
        ("luo", "group", "", "an ethnic group"),
        ("IGOUNO", "igo", "", ""),
        ("IGOAFRBUSCES", "igo", "", ""),
        ("IGOUNOKENHRI", "igo", "", "an organisation of states belongs to none"),
        ("NGOKENHRI", "ngo", "KEN", "where it has its seat"),
        ("NGMAFR", "ngo", "", ""),
        ("MNCUSA", "company", "USA", ""),
        ("IMGSEAMOS", "armed_group", "", ""),
        ("MEAREB", "armed_group", "", "a part of the world is no state"),
        ("REB", "armed_group", "", ""),
    ],
)
def test_a_code_says_kind_and_state(code: str, kind: str, country: str, reason: str) -> None:
    meaning = read_code(code, STATES)
    assert (meaning.kind, meaning.country, meaning.unknown) == (kind, country, ()), reason


@pytest.mark.parametrize(
    ("code", "kind", "unknown"),
    [
        ("QQQ", None, "QQQ"),
        ("QQQREB", "armed_group", "QQQ"),
        ("KENQQQ", None, "QQQ"),
        ("AFR", None, None),
        ("XY", None, "XY"),
    ],
)
def test_what_is_not_known_is_not_guessed(code: str, kind: str | None, unknown: str | None) -> None:
    meaning = read_code(code, STATES)
    assert (meaning.kind, meaning.unknown) == (kind, (unknown,) if unknown else ())
