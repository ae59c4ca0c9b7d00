"""Places found in sentences of our own, on tokens whose names are marked by hand.

`[Sofia|GPE]` in a case is a name as NER would mark it; without marks NER saw nothing. No trained
pipeline decides the outcome; what needs a parse is in `test_places_by_grammar`.
"""

from __future__ import annotations

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate.parse import Doc
from pipeline.annotate.places import find_places
from pipeline.knowledge.gazetteer import Gazetteer, load_gazetteer
from pipeline.records import (
    Actor,
    ActorBasis,
    ActorKind,
    ActorMention,
    DocumentText,
    Evidence,
    PlaceMention,
)

NLP = spacy.blank("en")
GAZETTEER = load_gazetteer()
_MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")


def marked_doc(marked: str) -> Doc:
    text, ents = "", []
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        ents.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        position = match.end()
    text += marked[position:]
    doc = NLP(text)
    spans = [doc.char_span(start, end, label=label) for start, end, label in ents]
    assert all(spans), f"a mark cuts a token: {marked}"
    doc.set_ents(spans)
    return Doc(doc)


def document_of(text: str) -> DocumentText:
    return DocumentText(
        doc_id="d-test", path="", sha256="", media_type="", title="", text=text, blocks=()
    )


def places_of(
    marked: str, actors: tuple[ActorMention, ...] = (), gazetteer: Gazetteer = GAZETTEER
) -> tuple[PlaceMention, ...]:
    doc = marked_doc(marked)
    return find_places(doc, document=document_of(doc.text), actors=actors, gazetteer=gazetteer)


def actor(text: str, words: str, kind: ActorKind) -> ActorMention:
    start = text.index(words)
    return ActorMention(
        evidence=Evidence(start=start, end=start + len(words), text=words),
        actor=Actor(actor_id="a-test", name=words, kind=kind),
        basis=ActorBasis.NAME,
    )


def rows(places: tuple[PlaceMention, ...]) -> list[tuple[str, str, str]]:
    return [(item.evidence.text, item.place.name, item.place.country) for item in places]


CASES = [
    ("Troops entered [Goma|GPE].", [("Goma", "Goma", "COD")], "a town NER confirms"),
    ("Troops massed near Goma.", [("Goma", "Goma", "COD")], "a town the preposition confirms"),
    ("[Sofia Rahmani|PERSON] spoke.", [], "a person named like a town"),
    ("He met [Victoria|PERSON] there.", [], "a single name NER calls a person"),
    ("Clashes in the town of Zarqat.", [("Zarqat", "Zarqat", "")], "named by its kind only"),
    (
        "Shells hit [Mlehat|GPE] at dawn.",
        [("Mlehat", "Mlehat", "")],
        "a place the gazetteer lacks is kept without a point",
    ),
    (
        "Syria's army left Dayr al-Zur.",
        [("Dayr al-Zur", "Deir ez-Zor", "SYR")],
        "another romanisation, in a document about the country",
    ),
    (
        "They drove through Dayr az-Zawr.",
        [("Dayr az-Zawr", "Deir ez-Zor", "SYR")],
        "a listed variant needs no country",
    ),
    ("Ships left [Hodeida|GPE].", [("Hodeida", "Hodeidah", "YEM")], "alias of our own table"),
    ("A base near Sana’a burned.", [("Sana’a", "Sanaa", "YEM")], "apostrophes fold away"),
    ("Boats crossed near Plovdiv.", [("Plovdiv", "Plovdiv", "BGR")], "a town of GeoNames"),
    ("He spoke in Zurich.", [("Zurich", "Zürich", "CHE")], "diacritics fold away"),
    (
        "A convoy passed through northern Mali.",
        [("northern Mali", "northern Mali", "MLI")],
        "the direction belongs to the phrase",
    ),
    (
        "Fighting in north-eastern Nigeria went on.",
        [("north-eastern Nigeria", "northeastern Nigeria", "NGA")],
        "a hyphenated direction",
    ),
    (
        "Floods in north and central Chad.",
        [("north", "northern Chad", "TCD"), ("central Chad", "central Chad", "TCD")],
        "a direction that shares the country with the next",
    ),
    (
        "Rebels hold Kidal in Mali and raid towns in the south.",
        [("Kidal", "Kidal", "MLI"), ("Mali", "Mali", "MLI"), ("south", "southern Mali", "MLI")],
        "a bare direction is of the country named last",
    ),
    (
        "In Niger they rule the north of the country.",
        [("Niger", "Niger", "NER"), ("north of the country", "northern Niger", "NER")],
        "the country is meant by 'the country'",
    ),
    ("The front moved to the east.", [], "a direction without a country"),
    (
        "Smugglers cross the Chadian-Sudanese border.",
        [("Chadian-Sudanese border", "Chadian-Sudanese border", "")],
        "a border of two adjectives",
    ),
    (
        "Guards on the Iran-Pakistan border fired.",
        [("Iran-Pakistan border", "Iran-Pakistan border", "")],
        "a border of two names",
    ),
    (
        "Posts along the Kenyan-Ethiopian and Kenyan-Somali borders.",
        [
            ("Kenyan-Ethiopian", "Kenyan-Ethiopian border", ""),
            ("Kenyan-Somali borders", "Kenyan-Somali border", ""),
        ],
        "two pairs share the word",
    ),
    (
        "Trucks on the Baghdad-Amman highway.",
        [("Baghdad-Amman highway", "Baghdad-Amman highway", "")],
        "a road between towns",
    ),
    (
        "Mines lie on the Ukrainian border.",
        [("Ukrainian border", "Ukrainian border", "UKR")],
        "edge",
    ),
    ("The Iraqi border guards fled.", [], "the edge only describes the guards"),
    (
        "Drones fell on Polish territory.",
        [("Polish territory", "Poland", "POL")],
        "the land itself",
    ),
    (
        "They seized Kunduz province.",
        [("Kunduz province", "Kunduz Province", "AFG")],
        "an area named after its town",
    ),
    (
        "They seized Idlib Province.",
        [("Idlib Province", "Idlib Governorate", "SYR")],
        "an area of our own table",
    ),
    (
        "Jets left the Morskoy air base.",
        [("Morskoy air base", "Morskoy Air Base", "")],
        "a base the gazetteer lacks",
    ),
    (
        "Jets left Al Udeid Air Base.",
        [("Al Udeid Air Base", "Al Udeid Air Base", "QAT")],
        "a base of our own table",
    ),
    (
        "Tankers wait in the Strait of Hormuz.",
        [("Strait of Hormuz", "Strait of Hormuz", "")],
        "strait",
    ),
    ("Tankers wait off Bab el-Mandeb.", [("Bab el-Mandeb", "Bab al-Mandab Strait", "")], "variant"),
    (
        "A patrol in the South China Sea.",
        [("South China Sea", "South China Sea", "")],
        "longest name",
    ),
    ("Dams on the Blue Nile.", [("Blue Nile", "Blue Nile", "")], "not the Nile"),
    ("The Minsk agreements failed.", [], "a capital that is part of a name"),
    ("Students of Kabul University left.", [], "an institution"),
    ("The Astana process went on.", [], "a process named after a town"),
    ("The Minister for the Middle East spoke.", [], "a portfolio is nowhere"),
    ("Unrest across the Middle East.", [("Middle East", "Middle East", "")], "a region"),
    ("They crossed the Cordillera del Sur.", [], "a town's name inside a longer one"),
    ("The South won and May came.", [], "directions and months"),
    ("Soldiers hold the DMZ.", [("DMZ", "Demilitarized Zone", "")], "an acronym in capitals"),
    ("The talks resumed.", [], "no name at all"),
]

AMBIGUOUS = [
    ("Talks in Tripoli, Lebanon, ended.", 0, "LBN", "the country beside it decides"),
    ("Libyan and Egyptian envoys met in Tripoli.", 0, "LBY", "the document is about Libya"),
    ("Talks in Tripoli ended.", 0, "LBY", "else the larger town"),
    ("He lived in Alexandria, Virginia.", 0, "USA", "the province beside it decides"),
    ("He lived in Alexandria.", 0, "EGY", "else the larger town"),
    ("Columns fell in Palmyra.", 0, "SYR", "our own table outweighs towns of that name"),
    ("He farms in Palmyra, United States.", 0, "USA", "unless the text says otherwise"),
    ("Armenian and Azerbaijani shells fell near Goris.", 0, "ARM", "main name before by-name"),
    ("Spanish and French police met in Valencia.", 0, "ESP", "Spain's, not Venezuela's"),
    ("Venezuelan and Colombian police met in Valencia.", 0, "VEN", "Venezuela's, not Spain's"),
    ("Georgian officers met in Batumi.", 0, "GEO", "a plain case beside the hard ones"),
]


@pytest.mark.parametrize(("marked", "expected", "reason"), CASES, ids=[case[0] for case in CASES])
def test_places(marked: str, expected: list[tuple[str, str, str]], reason: str) -> None:
    assert rows(places_of(marked)) == expected, reason


@pytest.mark.parametrize(("text", "position", "country", "reason"), AMBIGUOUS)
def test_the_right_one_of_several(text: str, position: int, country: str, reason: str) -> None:
    place = places_of(text)[position].place
    assert place.country == country, reason
    assert place.lat is not None
    assert place.place_id == f"gn-{place.geonames_id}"


def test_a_by_name_of_a_distant_town_gets_no_point() -> None:
    """Sadah is a by-name of Saada in Yemen; a text about Iraq means another place."""
    at_home = places_of("Houthi units left Sadah in northern Yemen.")[0].place
    abroad = places_of("Iraqi police met in [Sadah|GPE].")[0].place
    assert (at_home.name, at_home.country) == ("Saada", "YEM")
    assert (abroad.name, abroad.country, abroad.lat) == ("Sadah", "", None)


def test_an_actor_is_no_place() -> None:
    text = "Pressure in Baku grew."
    assert rows(places_of(text)) == [("Baku", "Baku", "AZE")]
    assert places_of(text, (actor(text, "Baku", ActorKind.STATE),)) == ()


def test_a_listed_place_outranks_a_person_only_the_text_knows() -> None:
    text = "Shells hit Khan Touman."
    guessed = actor(text, "Khan Touman", ActorKind.PERSON)
    assert rows(places_of(text, (guessed,))) == [("Khan Touman", "Khan Touman", "SYR")]


def test_an_unlisted_place_does_not() -> None:
    text = "They spoke with Zarqat about it."
    assert places_of(text, (actor(text, "Zarqat", ActorKind.PERSON),)) == ()


def test_a_part_has_no_point_of_the_whole() -> None:
    (mention,) = places_of("Floods across southern Chad.")
    assert (mention.place.lat, mention.place.lon) == (None, None)
    assert mention.place.precision == "region"
    assert mention.place.place_id.startswith("p-")


def test_one_place_has_one_id_however_it_is_written() -> None:
    written = ["Deir ez-Zor", "Dayr az-Zawr", "Deir al-Zour", "Deir Ezzor"]
    ids = {mention.place.place_id for name in written for mention in places_of(f"Near {name}.")}
    assert len(ids) == 1


def test_an_absurd_name_loses_no_other() -> None:
    text = "Near [Xq’zt-Блаж|GPE] and near Goma, and in [Ωmega|LOC], and in Kidal."
    assert {"Goma", "Kidal"} <= {mention.place.name for mention in places_of(text)}


WORDS = st.sampled_from(
    """in near the of Goma Kidal northern North Syrian Iraqi - border province Province Air Base
    River , and Deir ez Zor al Tripoli Lebanon Strait Hormuz . ( ) ’s Khan Touman Is Of territory
    side country part parts east city South Sudan""".split()
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=14))
def test_mentions_reproduce_their_text_and_do_not_overlap(words: list[str]) -> None:
    doc = Doc(NLP(" ".join(words)))
    reached = 0
    for mention in find_places(doc, document=document_of(doc.text), actors=(), gazetteer=GAZETTEER):
        evidence = mention.evidence
        assert doc.text[evidence.start : evidence.end] == evidence.text
        assert evidence.start >= reached
        assert evidence.end > evidence.start
        reached = evidence.end


@settings(deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    doc = Doc(NLP(text))
    for mention in find_places(doc, document=document_of(text), actors=(), gazetteer=GAZETTEER):
        assert text[mention.evidence.start : mention.evidence.end] == mention.evidence.text
