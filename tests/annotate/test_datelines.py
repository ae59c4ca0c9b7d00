"""Datelines: their forms, and that nothing else is taken for one."""

from __future__ import annotations

import pytest

from pipeline.annotate.datelines import find_datelines
from pipeline.claims.check import plain_document
from pipeline.knowledge.gazetteer import load_gazetteer
from pipeline.reading import read_text
from tests.support.claims import annotate_documents, annotate_texts

GAZETTEER = load_gazetteer()

#: The dateline, what follows it, its towns and its region.
DATELINES = [
    ("CAIRO -- ", "Envoys of Sudan arrived.", ["CAIRO"], ""),
    ("Hanoi – ", "Vietnam lodged a protest.", ["Hanoi"], ""),
    ("LIMA, Peru (AP) — ", "Miners went on strike.", ["LIMA"], "Peru"),
    ("NUEVA LOJA, Ecuador - ", "Rebels crossed the river.", ["NUEVA LOJA"], "Ecuador"),
    ("Windhoek, Namibia - ", '"We agree," the envoy said.', ["Windhoek"], "Namibia"),
    ("Quito, 4 June 2021 – ", "The two sides met.", ["Quito"], ""),
    ("DAKAR, Feb. 9 -- ", "Senegal voted on Sunday.", ["DAKAR"], ""),
    ("SUVA (May 3, 2023) – ", "Fiji and Tonga signed a pact.", ["SUVA"], ""),
    ("NIAMEY, Niger, March 2 (ANP) -- ", "Soldiers left the base.", ["NIAMEY"], "Niger"),
    ("Nairobi, 3 May 2024 /PRNewswire/ -- ", "Kenya bought ships.", ["Nairobi"], ""),
    ("KABUL (Pajhwok): ", "The ministry denied it.", ["KABUL"], ""),
    ("ADDIS ABABA/ASMARA, March 9 (Reuters) - ", "Troops moved.", ["ADDIS ABABA", "ASMARA"], ""),
    ("(Nairobi) – ", "Police used force.", ["Nairobi"], ""),
    ("(Beirut, 3 May 2024) – ", "Police used force.", ["Beirut"], ""),
    ("MINSK, May 3. /BelTA/. ", "Belarus rejected the claim.", ["MINSK"], ""),
    ("The Hague, 3 May 2024. ", "The court ruled.", ["The Hague"], ""),
    ("Islamabad: ", "Pakistan summoned the envoy.", ["Islamabad"], ""),
    ("DOHA (Qatar), 3 May 2024 - ", "Envoys met.", ["DOHA"], ""),
    ("PORT-AU-PRINCE (Reuters) -", "Police arrived.", ["PORT-AU-PRINCE"], ""),
    ("TEGUCIGALPA, Honduras (AP) _ ", "Ministers met.", ["TEGUCIGALPA"], "Honduras"),
    ("Windhoek, 3 May 2024", "", ["Windhoek"], ""),
    ("3 May 2022, Geneva - ", "Talks resumed.", ["Geneva"], ""),
    ("SINGAPORE, June 1 (Reuters) - ", "Ministers met.", ["SINGAPORE"], ""),
]

NONE = [
    "Budget – The two parliaments disagree.",
    "NATO -- The alliance meets in June.",
    "Ms. Okoro (Ghana): We reject this.",
    "Kenya – The partner of old – agreed.",
    "Peru, Chile – Two states at odds.",
    "Monday, 3 May - Talks resumed.",
    "Updated, 3 May 2024 - Talks resumed.",
    "3 May 2019 – Hezbollah: Fighters left the town.",
    "On 3 May 2016, ministers met in Rome.",
    "Nairobi and Kampala – both rivals of Juba – agreed.",
    "Rationale: Peru needs ships.",
    "Cairo said that it would mediate.",
    "Paris, 13 November 2015 was a turning point.",
]


@pytest.mark.parametrize(("line", "news", "towns", "region"), DATELINES)
def test_a_dateline_has_its_towns_and_ends_before_the_news(
    line: str, news: str, towns: list[str], region: str
) -> None:
    text = line + news
    (found,) = find_datelines(plain_document(text), GAZETTEER)
    assert text[found.start : found.end] == line
    assert [text[start:end] for start, end in found.towns] == towns
    assert (text[slice(*found.region)] if found.region else "") == region


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_dateline(text: str) -> None:
    assert find_datelines(plain_document(text), GAZETTEER) == ()


@pytest.mark.core
def test_the_sentence_keeps_its_dateline_and_the_parser_reads_it_apart() -> None:
    text = "ACCRA, Ghana (GNA) -- Togo accused Benin of smuggling. Benin denied it."
    (read,) = annotate_texts([text])
    assert [item.text for item in read.sentences] == [
        "ACCRA, Ghana (GNA) -- Togo accused Benin of smuggling.",
        "Benin denied it.",
    ]
    assert [item.index for item in read.sentences] == [0, 1]
    assert [item.text for item in read.doc.sents][:2] == [
        "ACCRA, Ghana (GNA) --",
        "Togo accused Benin of smuggling.",
    ]


@pytest.mark.core
def test_a_dateline_alone_is_a_sentence_of_its_own() -> None:
    found = annotate_documents([read_text("Riga, 3 May 2024\n\nLatvia met Estonia.\n")])[0]
    assert [item.text for item in found.sentences] == [
        "Riga, 3 May 2024",
        "Latvia met Estonia.",
    ]
    assert [item.actor.name for item in found.actors] == ["Latvia", "Estonia"]


@pytest.mark.core
def test_a_town_that_no_gazetteer_knows_is_written_as_prose_does() -> None:
    (read,) = annotate_texts(["QARABULLU, Libya (AP) -- Boats of the navy sank."])
    assert [(item.evidence.text, item.place.name, item.place.country) for item in read.places] == [
        ("QARABULLU", "Qarabullu", "LBY"),
        ("Libya", "Libya", "LBY"),
    ]
