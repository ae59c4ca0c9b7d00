"""A statement's issuer is taken where its first lines say it, and nowhere else."""

from __future__ import annotations

import pytest

from pipeline.reading.issuer import find_issuer


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "Statement by the Ministry of Foreign Affairs of Chile on fishing rights",
            "Ministry of Foreign Affairs of Chile",
        ),
        (
            "STATEMENT BY THE MINISTRY OF FOREIGN AFFAIRS OF CHILE",
            "MINISTRY OF FOREIGN AFFAIRS OF CHILE",
        ),
        ("Statement of the Government of Fiji", "Government of Fiji"),
        ("Note of the Government of the Kingdom of Tonga:", "Government of the Kingdom of Tonga"),
        (
            "Press statement by the spokesperson of the Ministry of Defence of Ghana, Accra",
            "Ministry of Defence of Ghana",
        ),
        ("Communiqué of the African Union Commission on Sudan", "African Union Commission"),
        ("Ministry of Defence of Ghana — Press release", "Ministry of Defence of Ghana"),
        ("Chilean Foreign Ministry statement on the Antarctic", "Chilean Foreign Ministry"),
        ("SUVA, 3 May 2021 (Ministry of Defence) – Ships left.", "Ministry of Defence"),
        (
            "Republic of Fiji\nMinistry of Foreign Affairs\n3 May 2021\nShips left port.",
            "Ministry of Foreign Affairs",
        ),
        ("# Statement by the Embassy of Peru in Quito\n\nShips left.", "Embassy of Peru"),
        ("Press release\n\nMinistry for Fisheries of Fiji", "Ministry for Fisheries of Fiji"),
        # no statement, or nobody's alone
        ("Joint statement by the Government of Fiji and the Government of Peru", ""),
        ("The Ministry of Defence of Ghana said on Friday that ships had left.", ""),
        ("The European Union and its Neighbours", ""),
        ("The African Union", ""),
        ("Ghana's Ministry of Defence in Crisis", ""),
        ("Why the Government of Fiji Fell", ""),
        ("ACCRA, 3 May 2021 (Reuters) - Ships left.", ""),
        ("Statement by President Quaye on the border", ""),
        ("A summary of statements by many", ""),
        ("", ""),
        # too far down to be the document's own
        ("Ships left.\n" * 9 + "Statement by the Government of Fiji", ""),
    ],
)  # fmt: skip
def test_the_issuer_is_named_in_the_first_lines(head, issuer):
    assert find_issuer(head, {}) == issuer


@pytest.mark.parametrize(
    ("metadata", "issuer"),
    [
        ({"issuer": "Office of the President"}, "Office of the President"),
        ({"institution": "Ministry of Defence of Ghana"}, "Ministry of Defence of Ghana"),
        (
            {"publisher": "Institute for Lake Studies"},
            "",
        ),  # a think tank does not say "we" for itself
        ({}, ""),
    ],
)
def test_front_matter_may_name_it(metadata, issuer):
    assert find_issuer("Ships left port.", metadata) == issuer
