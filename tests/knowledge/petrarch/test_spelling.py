"""Names in capitals become names as a text writes them."""

from __future__ import annotations

import pytest

from pipeline.knowledge.petrarch.spelling import abbreviations_among, spell, split_abbreviation


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("MOVEMENT FOR THE LIBERATION OF ZEMBLA", "Movement for the Liberation of Zembla"),
        ("DE LA CRUZ", "De la Cruz"),
        ("PEOPLE'S FRONT", "People's Front"),
        ("MARIO D'AMBRA", "Mario D'Ambra"),
        ("DOCKERS' LEAGUE", "Dockers' League"),
        ("JEAN-MARIE ADOU", "Jean-Marie Adou"),
        ("AL-SAHM BRIGADE", "Al-Sahm Brigade"),
        ("A.G. OUMA", "A.G. Ouma"),
        ("E. OUMA", "E. Ouma"),
        ("SON OF E. OUMA", "Son of E. Ouma"),
        ("HAMDA", "Hamda"),
        ("ZLF", "ZLF"),
        ("ZPRF VETERANS", "ZPRF Veterans"),
        ("M23 MOVEMENT", "M23 Movement"),
        ("Zembla Today", "Zembla Today"),
        ("ÉTAT ZEMBLE", "État Zemble"),
    ],
)
def test_spelling(written: str, spelt: str) -> None:
    assert spell(written) == spelt


def test_an_abbreviation_that_is_known_stays_in_capitals() -> None:
    assert spell("ZEMBLAN WING OF ZALF", ["ZALF"]) == "Zemblan Wing of ZALF"


@pytest.mark.parametrize(
    ("written", "name", "short"),
    [
        ("ZEMBLAN WORKERS' PARTY (ZWP)", "ZEMBLAN WORKERS' PARTY", "ZWP"),
        ("FRONT FOR THE LIBERATION OF ZEMBLA (FLZ)", "FRONT FOR THE LIBERATION OF ZEMBLA", "FLZ"),
        ("HARVEST FRONT (ZEMBLA)", "HARVEST FRONT (ZEMBLA)", ""),
        ("HARVEST FRONT", "HARVEST FRONT", ""),
    ],
)
def test_an_abbreviation_in_brackets_is_a_name_of_its_own(written, name, short) -> None:
    assert split_abbreviation(written) == (name, short)


def test_a_synonym_that_is_the_initials_of_another_is_an_abbreviation() -> None:
    names = ["RIFT ALLIANCE FOR UNITY", "RAFU", "RAU", "OUMA"]
    assert list(abbreviations_among(names)) == ["RAFU", "RAU"]
