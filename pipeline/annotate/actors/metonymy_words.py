"""Closed lists of words that tell a land or town from those who govern it.

Here belong the words alone, each list with what it is for. What is done with them is decided in
`metonymy`. All are lemmas in small letters.
"""

from __future__ import annotations

from pipeline.annotate.actors import lexicon

#: With these the name is where something is, whatever it hangs on.
PLACE_PREPOSITIONS = frozenset(
    "in inside within across throughout near around outside into via at along beyond through past"
    " north south east west off amid".split()
)
INSIDE = frozenset("in inside within across throughout".split())
#: A "to" or "from" after these is a way, not a partner.
MOTION = frozenset(
    "travel visit trip go fly return come arrive tour journey head move flight deploy deployment"
    " relocate flee pilgrimage withdraw withdrawal depart departure evacuate evacuation exit"
    " arrival"
    " escape migrate migration march drive sail transit route road border cross crossing retreat"
    " advance exile deport deportation extradite launch smuggle pull pullout transfer pipeline"
    " railway highway land access send shuttle run stretch extend flow ship"
    " clear expel dislodge remove oust rid push herd sail walk kilometer kilometre km mile"
    " hour".split()
)
#: A "for" after these names where one is going, not whom something is for.
LEAVING = frozenset("leave depart sail head bind bound embark flee".split())
#: Things that are given to someone even where the verb is one of motion ("send weapons to Syria").
GIVEN = frozenset(
    "weapon arm aid assistance help support letter message envoy signal money fund equipment"
    " missile"
    " drone system tank ammunition supply delegation ultimatum note invitation warning"
    " ambassador diplomat hand apology greeting condolence offer proposal gift thanks branch credit"
    " loan grant donation food medicine vaccine grain gun rifle shell recognition consent welcome"
    " guarantee pledge".split()
)
#: Verbs whose object comes from a giver.
ACQUIRING = frozenset(
    "receive buy purchase import order get obtain acquire lease hire borrow secure".split()
)
#: Verbs whose object goes to a receiver, unless it is people or ships that go there.
SENDING = frozenset("send ship transfer smuggle launch shuttle extradite return".split())
SENT_THERE = frozenset(
    "troop soldier force unit ship vessel warship fleet aircraft jet plane police peacekeeper"
    " migrant refugee convoy battalion brigade fighter mercenary carrier observer inspector"
    " deportee people citizen family body".split()
)
#: People and vehicles that come from a land and not from its government.
COMING = (
    lexicon.PRIVATE_PEOPLE
    | lexicon.TRADES
    | frozenset(
        "exile native people emigration immigration flight ferry plane airliner train bus boat"
        " truck lorry pilgrim returnee evacuee".split()
    )
)
BORDERS = frozenset("border borderland frontier boundary".split())
#: What lies somewhere: "the border with Iraq", "parts of Syria", "the future of Libya".
GEOGRAPHIC = frozenset(
    "city town village district province region area part middle territory border borderland"
    " frontier"
    " boundary coast coastline shore north south east west northeast northwest southeast southwest"
    " center centre heart capital outskirts suburb countryside mountain valley desert island"
    " peninsula sea strait gulf river lake port airport airfield airspace base airbase highway road"
    " railway corridor soil land side rest map interior governorate county state enclave exclave"
    " basin delta rainforest forest plain plateau watershed"
    " stretch swath zone outpost port harbour harbor oilfield field waters neighborhood"
    " neighbourhood ground majority half most much prefecture canton oblast commune municipality"
    " regency voivodeship raion county parish archipelago atoll".split()
)
#: What others have in a land that is named before it: "the Kosovo mission", "the Iraq withdrawal".
SENT_ABROAD = frozenset(
    "mission deployment campaign intervention withdrawal pullout drawdown evacuation airlift"
    " peacekeepers".split()
)
#: Deeds of force, as verbs and as nouns: done to a state's towns they are done to the state.
STRIKING = frozenset(
    "attack bomb bombard shell strike hit raid invade besiege blockade seize occupy capture annex"
    " target destroy pound overrun storm ransack torch flatten".split()
)
STRIKES = frozenset(
    "attack strike airstrike raid bombardment bombing shelling invasion siege blockade assault"
    " offensive seizure occupation annexation barrage incursion onslaught".split()
)
#: What becomes of a country, told of the country and not of its government.
OF_THE_COUNTRY = frozenset(
    "future people population citizen society reconstruction resident inhabitant children"
    " partition occupation stability fate geography history destruction status settlement".split()
)
#: Where a whole people feels so, its country is the land: "a backlash in Zambia".
FEELINGS = frozenset(
    "sentiment backlash concern fear anger alarm frustration suspicion unease anxiety outrage"
    " irritation resentment consternation worry".split()
)
#: Those who rule in a capital are its government, these only where they act ("the officers in
#: Bamako expelled"): one also meets generals in a town.
RULERS = frozenset("leadership regime government authority official junta".split())
ACTING_RULERS = frozenset("officer general colonel leader ruler counterpart".split())
#: People before rulers who rule no state ("police officers in Nairobi").
RULED = lexicon.LED_PEOPLE | frozenset({"police", "prison", "local", "retired", "former"})
#: Opinions that a capital holds are its government's, and so are these people.
OPINION = FEELINGS | frozenset(
    "policymaker policymakers hardliner hawk decisionmaker distrust trust confidence faith"
    " mistrust".split()
)
#: Rivers that states are named after: with the article the river is meant.
RIVERS = frozenset("niger jordan senegal congo paraguay uruguay".split())
FLOWING = frozenset("flow flood wind drain swell rise burst meander empty".split())
OF_RIVERS = frozenset("bank water course mouth tributary bed flow source shore".split())
#: Things named after a land, which is no actor in them: "Guinea worm".
NAMED_AFTER = frozenset(
    "worm worms pig pigs fowl hat hats nut nuts papers disease syndrome".split()
)
#: Who does these to a people speaks to its state.
ADDRESSING = frozenset("congratulate thank greet salute commend applaud".split())
SYMPATHY = frozenset(
    "condolence sympathy greeting congratulation gratitude thanks friendship".split()
)
DIRECTIONS = frozenset(
    "north northern south southern east eastern west western central northeast northeastern"
    " northwest"
    " northwestern southeast southeastern southwest southwestern upper lower rural coastal inner"
    " outer downtown mainland north-eastern north-western south-eastern south-western".split()
)
NAMED_DIRECTIONS = frozenset(
    {("northern", "ireland"), ("northern", "cyprus"), ("western", "sahara")}
)
#: What is taken, reached or left by these is land.
TAKING = frozenset(
    "seize capture take retake recapture storm besiege reach enter exit flee liberate overrun"
    " patrol encircle traverse evacuate border adjoin straddle flank".split()
)
#: What does these is land as well: "Iraq borders Kuwait", "Nicosia lies in Cyprus".
LYING = frozenset("border adjoin straddle lie sit stretch".split())
#: "Cairo is the largest city": told of the town.
TOLD_OF_TOWNS = frozenset("city town village port capital metropolis island peninsula".split())
LYING_ASKS = frozenset(
    "in between on at near within along across off beyond north south east west".split()
)
#: "at" after these is a target.
AIMED = frozenset("aim direct anger target point look laugh furious angry".split())
#: What a country's possessive names as a part of its land ("Syria's Idlib province").
LAND_OWNED = frozenset(
    "province city town region district capital north south east west coast governorate oblast"
    " countryside interior valley desert island peninsula bridge street suburb skyline mayor metro"
    " subway neighborhood neighbourhood cathedral mosque market".split()
)
#: What lies between two countries as places.
LAND_BETWEEN = frozenset(
    "corridor border frontier boundary highway road pipeline route strait line railway lie sit"
    " sandwich".split()
)
#: "on" after these says what is talked about.
MEASURES = frozenset("kilometer kilometre km mile hour minute".split())
#: "on" after their fall says where; blame and suspicion fall on a government.
FALLING = frozenset(
    "shell bomb rocket missile mortar round ash snow rain debris drone plane jet helicopter".split()
)
ABOUT = frozenset(
    "border land ground talk statement policy report conference initiative position view meeting"
    " briefing discussion summit resolution debate speech brief paper study question expert".split()
)
OVERHEAD = frozenset(
    "fly flight overflight airspace shoot down plane aircraft drone sky fire launch missile rocket"
    " balloon satellite storm hang hover circle".split()
)
