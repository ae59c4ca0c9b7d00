"""Whom an act of force is against where its sentence names nobody, and who is in a list."""

from __future__ import annotations

import pytest

from tests.support.claims import assert_last_target_refers, claims_in, found_in

pytestmark = pytest.mark.core


@pytest.mark.parametrize(
    ("text", "implied"),
    [
        # ground that is won, and by whom
        (
            "The Nigerian army attacked Boko Haram. It fought Boko Haram for days. In May the"
            " Nigerian army recaptured the town.",
            "Nigerian Army > Boko Haram ASSAULT",
        ),
        # an act without an aim
        (
            "Turkey bombed the PKK. Turkey also shelled the PKK. In June Turkey launched an"
            " offensive.",
            "Turkey > Kurdistan Workers' Party ASSAULT",
        ),
        # others who do the same against the only one whom anybody fights
        (
            "Saudi jets conducted strikes against the Houthis. Saudi jets bombed the Houthis again."
            " Countries that have conducted strikes include Bahrain.",
            "Bahrain > Houthi movement ASSAULT",
        ),
    ],
)
def test_an_act_without_a_target_is_against_the_one_foe(text: str, implied: str) -> None:
    assert implied in found_in(text)
    assert_last_target_refers(text)


@pytest.mark.parametrize(
    "text",
    [
        # two foes
        "Israel struck Hezbollah. Israel bombed Hamas. Israel carried out raids in May.",
        # a foe named once, in passing
        "Chad attacked Sudan in 1986. Chad launched an offensive in May.",
        # an aim that is somebody's own or nobody's
        "Turkey bombed the PKK. Turkey shelled the PKK. Turkey launched a raid on a hospital.",
        # no force
        "Turkey bombed the PKK. Turkey shelled the PKK. Turkey launched a rescue raid at sea.",
        "Turkey bombed the PKK. Turkey shelled the PKK. Turkey seized the tanker.",
    ],
)
def test_in_doubt_it_is_against_nobody(text: str) -> None:
    last = text.rindex(". ") + 2
    assert [claim for claim in claims_in(text) if claim.trigger.start >= last] == []


def test_a_list_of_members_is_who_did_it() -> None:
    text = "Countries that have attacked the M23 include Burundi and Malawi."
    assert found_in(text) == {"Burundi > M23 ASSAULT", "Malawi > M23 ASSAULT"}
