"""Words that make a name a place: directions, kinds of places, prepositions of where.

Closed lists only. What is done with them is in the modules beside this one.
"""

from __future__ import annotations

#: Directions as nouns or prefixes -> the adjective that names the part of a country.
DIRECTIONS: dict[str, str] = {
    "north": "northern",
    "south": "southern",
    "east": "eastern",
    "west": "western",
    "northeast": "northeastern",
    "northwest": "northwestern",
    "southeast": "southeastern",
    "southwest": "southwestern",
    "north-east": "northeastern",
    "north-west": "northwestern",
    "south-east": "southeastern",
    "south-west": "southwestern",
    "northern": "northern",
    "southern": "southern",
    "eastern": "eastern",
    "western": "western",
    "northeastern": "northeastern",
    "northwestern": "northwestern",
    "southeastern": "southeastern",
    "southwestern": "southwestern",
    "north-eastern": "northeastern",
    "north-western": "northwestern",
    "south-eastern": "southeastern",
    "south-western": "southwestern",
}
#: Other words before a name that narrow it to a part.
NARROWING = frozenset(
    {"central", "rural", "downtown", "mainland", "coastal", "upper", "lower", "greater", "inner"}
)

#: A kind word after a name that does not make another place of it: "Aleppo city".
SAME_PLACE = frozenset({"city", "town", "village", "municipality", "metropolis"})
#: Kind words of areas: "Kunduz province" lies where Kunduz lies.
AREAS: dict[str, str] = {
    "province": "province",
    "provinces": "province",
    "governorate": "province",
    "governorates": "province",
    "oblast": "province",
    "prefecture": "province",
    "canton": "province",
    "department": "province",
    "departments": "province",
    "voivodeship": "province",
    "state": "province",
    "region": "region",
    "regions": "region",
    "area": "region",
    "countryside": "region",
    "plain": "region",
    "plains": "region",
    "corridor": "region",
    "enclave": "region",
    "pocket": "region",
    "basin": "region",
    "district": "district",
    "districts": "district",
    "county": "district",
    "raion": "district",
    "subdistrict": "district",
    "neighborhood": "district",
    "neighbourhood": "district",
    "suburb": "district",
    "suburbs": "district",
    "quarter": "district",
    "borderland": "border",
    "borderlands": "border",
}
#: Kind words of features and sites that have a place of their own.
FEATURES: dict[str, str] = {
    "river": "river",
    "delta": "river",
    "valley": "valley",
    "gorge": "valley",
    "canyon": "valley",
    "lake": "lake",
    "reservoir": "lake",
    "sea": "sea",
    "bay": "sea",
    "gulf": "sea",
    "ocean": "sea",
    "strait": "strait",
    "straits": "strait",
    "channel": "strait",
    "canal": "canal",
    "island": "island",
    "islands": "island",
    "archipelago": "island",
    "atoll": "island",
    "reef": "reef",
    "shoal": "reef",
    "peninsula": "peninsula",
    "cape": "cape",
    "mountain": "mountain",
    "mountains": "mountains",
    "heights": "mountains",
    "hills": "mountains",
    "plateau": "plateau",
    "desert": "desert",
    "steppe": "desert",
    "pass": "pass",
    "forest": "region",
    "oasis": "region",
    "dam": "dam",
    "airport": "airport",
    "airfield": "base",
    "airbase": "base",
    "air base": "base",
    "air force base": "base",
    "naval base": "base",
    "military base": "base",
    "army base": "base",
    "base": "base",
    "barracks": "base",
    "garrison": "base",
    "outpost": "base",
    "port": "port",
    "harbor": "port",
    "harbour": "port",
    "crossing": "crossing",
    "border crossing": "crossing",
    "checkpoint": "crossing",
    "bridge": "site",
    "camp": "camp",
    "refugee camp": "camp",
    "oil field": "oilfield",
    "oilfield": "oilfield",
    "gas field": "oilfield",
    "refinery": "site",
    "pipeline": "line",
    "power plant": "site",
    "nuclear power plant": "site",
    "prison": "site",
    "hospital": "site",
    "hospital complex": "site",
    "square": "site",
    "highway": "road",
    "motorway": "road",
    "road": "road",
    "railway": "road",
}
#: What two names joined by a hyphen share: "the Syrian-Iraqi border".
JOINING: dict[str, str] = {
    "border": "border",
    "borders": "border",
    "border area": "border",
    "border areas": "border",
    "border region": "border",
    "borderland": "border",
    "borderlands": "border",
    "frontier": "border",
    "boundary": "border",
    "highway": "road",
    "motorway": "road",
    "road": "road",
    "railway": "road",
    "corridor": "road",
    "pipeline": "line",
}
#: After "Syrian": words that mean the country itself, or its edge.
TERRITORY = frozenset({"territory", "soil"})
EDGES = frozenset({"border", "borders", "frontier", "borderland", "borderlands", "coast"})
#: After an edge these show that the edge only describes: "the Iraqi border town of Al-Qa'im".
DESCRIBED = frozenset(
    """town towns city cities village villages guard guards police post posts crossing crossings
    force forces patrol patrols control controls security region regions area areas district
    districts province provinces clash clashes dispute disputes conflict war fence wall
    incident talks""".split()
)

#: What stands at a place, known or not: "the garrison at X", "stationed at X".
PLACED_AT = frozenset(
    """airbase airfield airport airstrip barracks base bases based battalion battlegroup bridge
    brigade camp camped checkpoint crossing depot deployed docked facility garrison garrisoned group
    headquarters installation lagoon massed mine moored outpost plant port post posts prison radar
    range reactor refinery regiment shipyard site soldiers squadron stationed troops""".split()
)
#: Before "Base" these make one with a name behind it: "Naval Base San Diego".
BASE_OWNERS = frozenset(
    """air airforce army coast corps fleet force forces guard joint logistics marine military
    missile naval navy reserve submarine supply support""".split()
)
#: Prepositions with which a sentence may begin, so that their capital makes no name of them.
OPENING = frozenset(
    """above across after against along amid among around at before behind below beneath beside
    between beyond by despite during for from in inside into like near of off on onto opposite
    outside over past since through throughout to toward towards under until unlike up upon
    via with within without""".split()
)
#: Before a name these say that something is there.
WHERE = frozenset(
    """in near at around outside inside within throughout across into toward towards via amid
    along beyond off north south east west northeast northwest southeast southwest""".split()
)
#: These may, where NER or another name agrees.
PERHAPS_WHERE = frozenset(
    {"from", "to", "of", "on", "over", "through", "between", "and", "or", ",", "for"}
)
#: Kind words before "of": "the city of Homs".
KINDS_OF = frozenset(
    """city town village district province governorate region area port capital island camp
    suburb neighborhood neighbourhood provinces cities towns villages districts regions
    outskirts stronghold enclave settlement hamlet county municipality""".split()
)
#: What is done to a place: "retook Lyman", "left Goma".
DONE_TO_PLACES = frozenset(
    """besiege blockade bomb bombard capture control cross defend encircle enter evacuate hold leave
    liberate lose occupy overrun pass patrol
    raid raze reach recapture recover regain reoccupy reopen
    retake seize shell storm strike surround take tour traverse visit""".split()
)
#: What a place has or suffers: "the siege of Goma", "the battle for Lyman".
OF_PLACES = frozenset(
    """airport assault battle blockade bombardment bombing capture center centre control defence
    defense encirclement evacuation fall inhabitant liberation loss mayor offensive occupation
    operation outskirt people population recapture resident road ruin seizure shelling siege street
    suburb takeover""".split()
)
#: Who has a portfolio: "Minister for the Middle East" is nowhere.
OFFICES = frozenset(
    """minister secretary envoy representative coordinator office bureau department commissioner
    director ambassador adviser advisor spokesman spokesperson spokeswoman rapporteur""".split()
)
#: Words of capital letters that a place's name is only part of.
NAME_HEADS = frozenset(
    """accord accords agency agreement agreements airlines alliance army assembly assistance bank
    battalion brigade brigades bureau center centre channel college command commission
    committee communique conference congress convention corporation corps council court crisis
    daily declaration dialogue division draft embassy entente era federation fleet force
    forces format forum foundation front fund gazette government group herald initiative
    institute journal law league mail memorandum mechanism mission movement news network
    office operation organisation organization pact parliament party peace plan platform
    police post press process program project protocol quartet quarterly regional report
    republic republics resistance review school section shield shura spring storm summit
    syndrome talks task telegraph times treaty tribunal tribune trust union
    university war""".split()
)
#: Words that look like towns of the gazetteer and hardly ever are.
STOP_NAMES = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday the and but for not with from
    that this they there their these those who how why what when where which while most many
    some such all any our his her its your you she him man men new old one two three four five
    six seven eight nine ten first second third last next time day year week university
    institute general minister president prime king queen prince sheikh sultan ali ahmed
    hassan hussein mohammed muhammad ibrahim omar bush victory union liberty independence hope
    progress imperial progreso marine federal republic reform security council assembly
    congress nation nations state states united front army navy air force forces police guard
    corps quds however since although moreover despite both also under over after before
    during between among across along against within without through following according north
    south east west northern southern eastern western central east-west""".split()
)
