"""Closed lists of English words by what they tell of an actor.

Here belong the words alone, each list with what it is for. What is done with them is decided in the
module that asks. All are lower case; nouns of groups stand in both numbers.
"""

from __future__ import annotations

from pipeline.records import ActorKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _both_numbers(text: str) -> frozenset[str]:
    """Returns nouns in the singular and the plural."""
    return frozenset(form for word in text.split() for form in (word, _plural(word)))


def _plural(word: str) -> str:
    if word.endswith(("man", "woman")):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


#: "Iranian officials" speak for the state itself.
STATE_NOUNS = _words(
    "government governments regime regimes authorities officials official leaders leadership"
    " representatives representative diplomats diplomat diplomacy negotiators negotiator delegation"
    " delegations delegates administration cabinet policymakers decisionmakers decision-makers side"
    " envoys envoy ministers ambassador ambassadors spokesman spokeswoman spokesperson"
    " ally allies partner partners counterpart counterparts presidency junta juntas monarchy"
    " establishment rulers politburo presidents governments-in-exile"
)
#: "Russian troops" are its armed forces.
MILITARY_NOUNS = _words(
    "forces troops military soldiers servicemen servicemembers personnel commanders commander"
    " guard guards officers officer generals general"
    " armed-forces conscripts paratroopers servicewomen airmen soldier serviceman paratrooper"
    " commando commandos"
)
#: Services by name: "the Turkish navy" -> "Turkish Navy".
SERVICE_NOUNS = {
    "army": "Army",
    "armies": "Army",
    "navy": "Navy",
    "navies": "Navy",
    "marines": "Marine Corps",
    "police": "police",
    "gendarmerie": "Gendarmerie",
    "gendarmes": "Gendarmerie",
    "policemen": "police",
    "intelligence": "intelligence",
    "parliament": "parliament",
    "legislature": "parliament",
    "lawmakers": "parliament",
    "parliamentarians": "parliament",
    "legislators": "parliament",
    "judiciary": "judiciary",
    "courts": "judiciary",
    "court": "judiciary",
    "senators": "parliament",
    "congressmen": "parliament",
    "mps": "parliament",
    "embassy": "embassy",
    "embassies": "embassy",
    "parliaments": "parliament",
    "legislatures": "parliament",
    "insurgency": "insurgency",
    "opposition": "opposition",
    "resistance": "resistance",
    "coastguard": "Coast Guard",
    "coastguards": "Coast Guard",
}
#: Groups of fighters, and whom they fight as.
ARMED_NOUNS = _words(
    "militias militia militiamen militants militant rebels rebel insurgents insurgent fighters"
    " fighter guerrillas guerrilla separatists separatist mercenaries mercenary paramilitaries"
    " paramilitary jihadists jihadist terrorists proxies proxy gunmen irregulars partisans"
    " volunteers contractors peacekeepers peacekeeper gangs cartels pirates mercenary terrorist"
)
#: Bodies of any sort.
BODY_NOUNS = _words(
    "groups group factions faction coalition coalitions alliance bloc movement movements party"
    " parties opposition dissidents activists protesters demonstrators companies company firms firm"
    " banks bank media press outlets politicians units unit brigades brigade army elements networks"
    " network"
    " tribes tribesmen clans organizations organisations organization organisation entities"
    " authorities force administration leadership states nations countries powers governments"
    " republics monarchies hackers oligarchs businesses investors exporters importers"
)
#: Bodies that are an actor only under a patron or leader ("Kenyan-led mission").
LED_NOUNS = _words(
    "mission council committee command parliament taskforce task-force contingent column gang"
    " cartel junta union front league assembly syndicate consortium"
)
#: Before "leaders" these say whom they lead: not the state.
LED_PEOPLE = _words(
    "opposition rebel militia tribal religious church business union trade-union labour labor"
    " separatist community student party protest civic clan guerrilla insurgent paramilitary gang"
    " cartel indigenous muslim christian catholic orthodox buddhist hindu jewish shia shiite sunni"
    " druze kurdish civil-society industry"
)
GROUP_NOUNS = STATE_NOUNS | MILITARY_NOUNS | ARMED_NOUNS | BODY_NOUNS | frozenset(SERVICE_NOUNS)
#: Words that may stand between a demonym and its group noun and say which part of it is meant.
MILITARY_MODIFIERS = _words("armed military regular government regime naval army defense defence")

#: People whose acts are their own and not their state's.
PRIVATE_PEOPLE = _both_numbers(
    "tourist traveller traveler visitor holidaymaker passenger pilgrim villager worker student"
    " pupil scholar smuggler trafficker criminal thief teenager boy girl child man woman baby"
    " mother father couple family citizen national civilian resident inhabitant immigrant"
    " emigrant migrant"
    " refugee expatriate expat exile widow orphan patient victim survivor believer worshipper"
    " customer consumer buyer shopper viewer reader voter taxpayer pensioner youth backpacker"
    " bystander onlooker commuter cyclist"
)
#: People by their trade: under a demonym they count for their state, as whom it protects or sends.
TRADES = _both_numbers(
    "fisherman farmer miner labourer laborer scientist researcher engineer doctor nurse surgeon"
    " teacher lawyer artist singer musician poet writer author actor filmmaker athlete footballer"
    " player chef driver trucker monk nun priest missionary rescuer climber businessman technician"
    " programmer blogger dancer crewman seafarer mariner herder nomad peasant hunter journalist"
    " reporter trader merchant expert consultant volunteer sailor pilot"
)
#: After these a demonym tells where, of whom or in what language: it is no actor.
NOT_ACTING = PRIVATE_PEOPLE | _words(
    "people population populace public society citizen citizens civilian civilians national"
    " nationals refugee refugees migrant migrants diaspora community communities family families"
    " man men woman women child children student students worker workers journalist journalists"
    " language culture cuisine food literature art music history winter summer city cities town"
    " towns village villages province provinces region regions district districts territory"
    " territories soil border borders borderland frontier coast coastline waters side"
    " airport mountains mountain desert island islands countryside peninsula enclave exclave"
    " war civil revolution uprising crisis conflict spring plateau village-head analyst analysts"
    " scholar scholars expert experts observers academic academics historian economist professor"
    " prisoner prisoners detainees residents villagers farmers victims hostage hostages passport"
    " visa descent origin translation scripture calendar"
    " neighborhood neighbourhood highway road route port consumers households nation homeland"
    " speakers speaker minority minorities voters voter election elections electorate"
)
#: After a country's name: the land or an event named after it, not the country acting.
EVENT_NOUNS = _words(
    "war wars crisis conflict civil process summit conference agreement agreements accord accords"
    " treaty convention protocol talks declaration communique communiqué negotiations pact peace"
    " round dialogue framework format earthquake massacre bombing attacks marathon olympics"
    " act resolution file issue question problem policy strategy desk expert experts analyst"
    " analysts watchers studies review explosion blast pandemic protests siege offensive"
)
#: Capitalised nouns that make a name one of land or water.
GEOGRAPHIC_NAMES = _words(
    "sea ocean gulf strait straits peninsula canal channel city province river island"
    " islands valley"
    " desert mountains plateau bay basin triangle border line airport base museum university"
    " college"
    " school hospital street avenue square stadium theater theatre highway corridor pass heights"
    " coast trench shelf shoal reef atoll site lake delta bridge tower airfield port"
    " governorate district region oblast"
)

#: What forces and states have, and is none of them: where these end a name, or stand in it.
SITES = _words(
    "base airbase barracks dam barrage airport airfield airstrip aerodrome stadium museum hospital"
    " cemetery pipeline bridge tunnel canal lighthouse reservoir spaceport cosmodrome"
)

#: What is called by the person who leads it ("the Obiang regime").
OF_RULERS = _words(
    "administration government regime cabinet campaign presidency family clan dynasty faction camp"
    " brothers era team militia group junta coalition network gang forces troops loyalists"
)

#: Behind a demonym these make the name of a land ("French Guiana", "British Columbia").
NAMED_LANDS = _words(
    "guiana polynesia samoa columbia antilles honduras sahara somaliland territory territories"
    " riviera alps outback far caribbean indies togoland cameroon cameroons quarter"
)

#: "X-backed" names the patron of what follows.
PATRON_PARTICIPLES = _words(
    "backed aligned supported trained funded allied sponsored armed affiliated linked controlled"
    " friendly equipped financed supplied directed leaning commanded recruited"
)
LEADER_PARTICIPLES = _words("led")
#: "X-based" says where, "X-born" whence: X does nothing.
PLACE_PARTICIPLES = _words(
    "based born language speaking populated majority dominated style inspired registered flagged"
    " educated bound centric themed populous inhabited administered"
)

#: Nouns of office: with a name behind they are part of the mention, without one a role.
TITLE_NOUNS = _words(
    "president minister premier chancellor secretary ambassador envoy representative king"
    " queen emir"
    " amir sultan prince princess crown sheikh sheik shaikh ayatollah mullah imam pope patriarch"
    " cardinal general colonel admiral marshal commander chief chairman chairwoman"
    " chairperson chair"
    " leader head director senator congressman congresswoman speaker adviser advisor coordinator"
    " commissioner governor mayor lawmaker deputy negotiator diplomat dictator strongman warlord"
    " spokesman spokeswoman spokesperson prosecutor attorney monarch ruler caliph lieutenant major"
    " counterpart captain sergeant brigadier gen lt col maj brig adm capt sgt sen rep gov"
    " amb mr mrs ms dr sir"
    " lord lady baroness mp vice-president rapporteur administrator mediator inspector judge"
    " justice"
    " comrade field-marshal generalissimo hajj haji sayyed sayyid sayed hojatoleslam grand crown"
    " chargé undersecretary under-secretary subsecretary cleric financier lieutenant-general"
    " major-general brigadier-general colonel-general vice-admiral rear-admiral spokesperson"
    " secretary-general president-elect taoiseach tánaiste presidential-candidate dissident"
    " activist mufti rabbi bishop archbishop metropolitan"
)
#: Words that go with a noun of office.
TITLE_MODIFIERS = _words(
    "prime foreign defense defence interior finance energy oil trade justice economy health"
    " intelligence security national supreme vice deputy assistant acting interim special chief"
    " permanent high senior top state press army navy air force military political general"
    " first joint chiefs staff crown grand opposition party rebel militia central bank home"
    " european external affairs caretaker then veteran longtime armed parliamentary parliament"
    " prime-minister provincial regional royal majesty highness excellency he h.e his her transport"
    " economic development planning culture education environment agriculture petroleum commerce"
    " undersecretary counter-terrorism counterterrorism cabinet presidential union house senate"
    " republican democratic nuclear peace climate presidency federal district city gang junta"
    " faction guerrilla insurgent separatist tribal cartel militant jihadist resistance"
)
#: What is joined to the end of a title: "president-elect", "ambassador-at-large".
TITLE_SUFFIXES = _words(
    "designate elect nominate at-large large at in exile d'affaires d’affaires general emeritus"
)
#: Small words inside a title: "Minister of Defense", "Minister for the Middle East".
TITLE_LINKS = _words("of for the and to on &")
#: Before a title these are left out of the mention.
TITLE_SKIPPED = _words(
    "former previous late ex-president outgoing incoming now-deceased then ousted"
)
#: Titles that by themselves say which state they belong to.
COUNTRY_OF_TITLE = {
    "foreign secretary": "GBR",
    "home secretary": "GBR",
    "chancellor of the exchequer": "GBR",
    "secretary of state": "USA",
    "secretary of defense": "USA",
    "defense secretary": "USA",
    "secretary of the treasury": "USA",
    "treasury secretary": "USA",
    "attorney general": "USA",
    "house speaker": "USA",
    "ayatollah": "",
}
#: People who are named but do not act in politics.
ONLOOKERS = _words(
    "analyst analysts professor scholar expert researcher fellow historian economist journalist"
    " reporter physician doctor author writer professor lecturer student resident shopkeeper farmer"
    " correspondent editor photographer columnist academic novelist actor singer footballer"
)

#: The last word of a body's name, and what kind it is.
BODY_HEADS: dict[str, ActorKind] = {
    **dict.fromkeys(
        "brigade brigades battalion battalions militia militias front militants fighters tigers"
        " resistance insurgency rebels".split(),
        ActorKind.ARMED_GROUP,
    ),
    **dict.fromkeys(
        "army navy division divisions corps forces force regiment regiments guard guards command"
        " fleet squadron marines staff troops gendarmerie garrison airforce legion".split(),
        ActorKind.MILITARY,
    ),
    **dict.fromkeys(
        "ministry department parliament congress senate assembly authority agency directorate"
        " council cabinet presidency administration government politburo secretariat court"
        " treasury office service services police duma knesset majlis rada bundestag commission"
        " committee bureau board customs judiciary embassy".split(),
        ActorKind.GOVERNMENT,
    ),
    **dict.fromkeys("party parties".split(), ActorKind.PARTY),
    **dict.fromkeys(
        "union organization organisation alliance league coalition bloc community".split(),
        ActorKind.IGO,
    ),
    **dict.fromkeys("foundation association network watch society".split(), ActorKind.NGO),
    **dict.fromkeys(
        "company corporation bank group holding industries airlines airways ltd inc plc gmbh"
        " energy petroleum shipyard shipyards consortium enterprises technologies".split(),
        ActorKind.COMPANY,
    ),
    **dict.fromkeys("times tribune tv television radio herald gazette".split(), ActorKind.MEDIA),
    **dict.fromkeys(
        "movement group groups center centre mission federation".split(), ActorKind.GROUP
    ),
}
#: Nouns that say of the name right behind them what it is ("the daily El Faro"), as written.
DESIGNATIONS: dict[str, ActorKind] = {
    **dict.fromkeys(
        "daily weekly newspaper newspapers tabloid magazine broadcaster outlet".split(),
        ActorKind.MEDIA,
    ),
    **dict.fromkeys(
        "firm company conglomerate carmaker shipbuilder airline manufacturer supplier refiner"
        " lender arms-maker giant utility startup operator contractor".split(),
        ActorKind.COMPANY,
    ),
    **dict.fromkeys("militia guerrilla".split(), ActorKind.ARMED_GROUP),
    **dict.fromkeys("charity watchdog nonprofit".split(), ActorKind.NGO),
    "party": ActorKind.PARTY,
    **dict.fromkeys("group faction movement organization organisation".split(), ActorKind.GROUP),
}
#: The first word of a name that is one of a fighting body in Arabic, Persian, Urdu, Kurdish ...
GROUP_PREFIXES = _words(
    "jaysh jaish jeish jaysh harakat haraket liwa ansar kata'ib kataib kata’ib katibat"
    " katiba saraya"
    " jabhat hizb hezb ahrar jund faylaq failaq hay'at hayat hay’at asa'ib asaib asa’ib"
    " jama'at jamaat"
    " jama’at lashkar tehrik tehreek harkat suqour tanzim jamiat hezbi sipah-e jundallah majlis"
)
#: Names of texts, deeds and gatherings, which never act.
NO_BODY = _words(
    "act treaty agreement convention constitution resolution charter protocol process summit war"
    " operation day plan initiative accord accords declaration doctrine strategy report programme"
    " program project law bill conference talks exercise festival games cup olympics article"
    " chapter award prize campaign"
)
