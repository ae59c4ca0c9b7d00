"""Country and capital: the actor or the place? Decided by the grammar around the name.

"Moscow announced", "pressure on Damascus" and "ties between Ankara and Baku" name governments; "in
Moscow", "a visit to Tehran" and "northern Iraq" name places. Here belongs that decision alone,
asked by the actors for names that may be either, and by the places for what the actors leave to
them. No name is known here.

The use of a place name for those who govern there is the place-for-institution metonymy of Lakoff
and Johnson (1980); that the governing word and its preposition decide most cases was shown by
Markert and Nissim, "SemEval-2007 Task 08: Metonymy Resolution".
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.annotate import grammar
from pipeline.annotate.actors import lexicon

#: With these the name is where something is, whatever it hangs on.
_PLACE_PREPOSITIONS = frozenset(
    "in inside within across throughout near around outside into via at along beyond through past"
    " north south east west off amid".split()
)
_INSIDE = frozenset("in inside within across throughout".split())
#: A "to" or "from" after these is a way, not a partner.
_MOTION = frozenset(
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
_LEAVING = frozenset("leave depart sail head bind bound embark flee".split())
#: Things that are given to someone even where the verb is one of motion ("send weapons to Syria").
_GIVEN = frozenset(
    "weapon arm aid assistance help support letter message envoy signal money fund equipment"
    " missile"
    " drone system tank ammunition supply delegation ultimatum note invitation warning".split()
)
#: Verbs whose object comes from a giver.
_ACQUIRING = frozenset(
    "receive buy purchase import order get obtain acquire lease hire borrow secure".split()
)
#: Verbs whose object goes to a receiver, unless it is people or ships that go there.
_SENDING = frozenset("send ship transfer smuggle launch shuttle extradite".split())
_SENT_THERE = frozenset(
    "troop soldier force unit team ship vessel warship fleet aircraft jet plane police peacekeeper"
    " migrant refugee convoy battalion brigade fighter mercenary carrier observer inspector".split()
)
#: People and vehicles that come from a land and not from its government.
_COMING = (
    lexicon.PRIVATE_PEOPLE
    | lexicon.TRADES
    | frozenset(
        "exile native people emigration immigration flight ferry plane airliner train bus boat"
        " truck lorry pilgrim returnee evacuee".split()
    )
)
_BORDERS = frozenset("border borderland frontier boundary".split())
#: What lies somewhere: "the border with Iraq", "parts of Syria", "the future of Libya".
_GEOGRAPHIC = frozenset(
    "city town village district province region area part middle territory border borderland"
    " frontier"
    " boundary coast coastline shore north south east west northeast northwest southeast southwest"
    " center centre heart capital outskirts suburb countryside mountain valley desert island"
    " peninsula sea strait gulf river lake port airport airfield airspace base airbase highway road"
    " railway corridor soil land side rest map interior governorate county state enclave exclave"
    " stretch swath zone outpost port harbour harbor oilfield field waters neighborhood"
    " neighbourhood ground majority half most much".split()
)
#: What becomes of a country, told of the country and not of its government.
_OF_THE_COUNTRY = frozenset(
    "future people population citizen society reconstruction resident inhabitant children"
    " partition occupation stability fate geography history destruction status settlement".split()
)
#: Those who hold opinions in a capital are its government.
_OPINION = frozenset(
    "sentiment backlash concern fear anger alarm frustration suspicion unease policymaker"
    " policymakers"
    " hardliner hawk leadership regime government authority official decisionmaker distrust trust"
    " confidence faith mistrust anxiety outrage irritation resentment consternation worry".split()
)
_DIRECTIONS = frozenset(
    "north northern south southern east eastern west western central northeast northeastern"
    " northwest"
    " northwestern southeast southeastern southwest southwestern upper lower rural coastal inner"
    " outer downtown mainland north-eastern north-western south-eastern south-western".split()
)
_NAMED_DIRECTIONS = frozenset(
    {("northern", "ireland"), ("northern", "cyprus"), ("western", "sahara")}
)
#: What is taken, reached or left by these is land.
_TAKING = frozenset(
    "seize capture take retake recapture storm besiege reach enter exit flee liberate overrun"
    " patrol encircle traverse evacuate border adjoin straddle flank".split()
)
#: What does these is land as well: "Iraq borders Kuwait", "Nicosia lies in Cyprus".
_LYING = frozenset("border adjoin straddle lie sit stretch".split())
#: "Cairo is the largest city": told of the town.
_TOLD_OF_TOWNS = frozenset("city town village port capital metropolis island peninsula".split())
_LYING_ASKS = frozenset(
    "in between on at near within along across off beyond north south east west".split()
)
#: "at" after these is a target.
_AIMED = frozenset("aim direct anger target point look laugh furious angry".split())
#: What a country's possessive names as a part of its land ("Syria's Idlib province").
_LAND_OWNED = frozenset(
    "province city town region district capital north south east west coast governorate oblast"
    " countryside interior valley desert island peninsula bridge street suburb skyline mayor metro"
    " subway neighborhood neighbourhood cathedral mosque market".split()
)
#: What lies between two countries as places.
_LAND_BETWEEN = frozenset(
    "corridor border frontier boundary highway road pipeline route strait line railway lie sit"
    " sandwich".split()
)
#: "on" after these says what is talked about.
_MEASURES = frozenset("kilometer kilometre km mile hour minute".split())
#: "on" after their fall says where; blame and suspicion fall on a government.
_FALLING = frozenset(
    "shell bomb rocket missile mortar round ash snow rain debris drone plane jet helicopter".split()
)
_ABOUT = frozenset(
    "border land ground talk statement policy report conference initiative position view meeting"
    " briefing discussion summit resolution debate speech brief paper study question expert".split()
)
_OVERHEAD = frozenset(
    "fly flight overflight airspace shoot down plane aircraft drone sky fire launch missile rocket"
    " balloon satellite storm hang hover circle".split()
)


def is_locative(span_root: Token) -> bool:
    """Says whether a country or city name stands for the place and not for who governs it.

    Args:
        span_root: the head token of the name.

    Example: True at "Moscow" in "met in Moscow" and "flew to Moscow"; False in "Moscow objected",
        "sanctions on Moscow", "between Moscow and Ankara" and "Moscow's objections".
    """
    if _has_direction(span_root) or _follows_a_place(span_root) or _borders_on(span_root):
        return True
    if _is_subject_after_all(span_root):
        return False
    before = _between(span_root)
    if before is not None:
        return before.lemma_.lower() in _LAND_BETWEEN
    relation = grammar.relation(span_root)
    if relation in {"compound", "adjective"}:
        head = span_root.head
        return head.lemma_.lower() in _GEOGRAPHIC and not _names_dyad(span_root)
    if relation == "possessor":
        return span_root.head.lemma_.lower() in _LAND_OWNED
    if _stands_in(span_root) or _is_land_to(span_root.head, relation):
        return True
    if relation == "conjunct" and not grammar.children(span_root, "case"):
        first = grammar.first_conjunct(span_root)
        if first is not span_root and grammar.relation(first) in {"compound", "adjective"}:
            return is_locative(first)
    return any(_is_place_after(span_root, p) for p in grammar.prepositions_of(span_root))


def _borders_on(token: Token) -> bool:
    """Says whether it stands right behind a border: "near the border with Kosovo".

    Parsers hang the words with "with" on the verb as often as on the border.
    """
    return any(
        case.lower_ == "with" and case.i > 0 and case.nbor(-1).lemma_.lower() in _BORDERS
        for case in grammar.children(token, "case")
    )


def _has_direction(token: Token) -> bool:
    """Says whether a word such as "northern" narrows the name down to a part of the land."""
    return token.text[:1].isupper() and any(
        item.lower_ in _DIRECTIONS and item.i < token.i and not _is_in_name(item, token)
        for item in grammar.children(token, "adjective", "compound", "adverb")
    )


def _is_in_name(direction: Token, token: Token) -> bool:
    """Says whether the direction is part of a country's name ("South Sudan", "North Korea")."""
    if direction.i + 1 != token.i or not direction.text[:1].isupper():
        return False
    pair = (direction.lower_, token.lower_)
    return not direction.lower_.endswith("ern") or pair in _NAMED_DIRECTIONS


def _follows_a_place(token: Token) -> bool:
    """Says whether the name tells where the place before it lies ("Istanbul, Turkey")."""
    if token.i < 2 or token.nbor(-1).text != "," or grammar.relation(token) == "conjunct":
        return False
    before = token.nbor(-2)
    if before.pos_ != "PROPN" or before.ent_type_ == "PERSON":
        return False
    relation = grammar.relation(token)
    if token.head.i == before.i:
        return relation in {"apposition", "noun_modifier", "compound", "unclear", ""}
    placed = set(grammar.prepositions_of(before)) | set(grammar.prepositions_of(before.head))
    return relation == "apposition" or (
        bool(placed & _PLACE_PREPOSITIONS) and relation in {"noun_modifier", "compound", "unclear"}
    )


def _is_land_to(verb: Token, relation: str) -> bool:
    """Says whether its subject or object is land to the verb ("left", "lies between")."""
    if relation == "object" and verb.lemma_.lower() == "leave":
        return any(item.lemma_.lower() in _COMING for item in grammar.subjects(verb))
    if relation == "object":
        return verb.lemma_.lower() in _TAKING
    if relation != "subject":
        return False
    told = verb.pos_ == "NOUN" and verb.lemma_.lower() in _TOLD_OF_TOWNS
    return told or _lies(verb)


def _lies(verb: Token) -> bool:
    """Says whether the word tells where its subject lies ("lies between", "is 90 miles from")."""
    lemma = verb.lemma_.lower()
    if lemma in _MEASURES:
        return "from" in {item.lower_ for item in verb.subtree}
    if lemma not in _LYING or verb.pos_ not in {"VERB", "AUX"}:
        return False
    if lemma not in {"lie", "sit", "stretch"}:
        return bool(grammar.objects(verb))
    after = {item.lower_ for item in verb.doc[verb.i + 1 : verb.i + 4]}
    return verb.lower_ != "lied" and bool(after & _LYING_ASKS)


def _stands_in(token: Token) -> bool:
    """Says whether "in" or the like stands right before the name, whatever the parse."""
    index = token.i - 1
    while index > token.sent.start and (
        token.doc[index].lower_ == "the" or grammar.relation(token.doc[index]) == "flat"
    ):
        index -= 1
    if index < token.sent.start or token.doc[index].lower_ not in _INSIDE:
        return False
    return not _is_felt(token.doc[index - 1] if index > token.sent.start else token)


def _is_felt(governor: Token) -> bool:
    """Says whether "in" after the word names who feels it ("anger in", "anger grew in")."""
    if governor.lemma_.lower() in _OPINION:
        return True
    if governor.pos_ != "VERB":
        return False
    return any(item.lemma_.lower() in _OPINION for item in grammar.subjects(governor))


def _between(token: Token) -> Token | None:
    """Returns the word before "between" where the name stands in its list, whatever the parse."""
    for item in reversed(token.doc[token.sent.start : token.i]):
        if item.lower_ == "between":
            return item.nbor(-1) if item.i > token.sent.start else item
        if item.pos_ not in {"PROPN", "ADJ", "CCONJ", "DET", "PUNCT"} and item.lower_ != "and":
            return None
    return None


def _is_subject_after_all(token: Token) -> bool:
    """Says whether the name ends or is inside a list that a verb without a subject follows.

    In "After talks in Chad, Niger and Mali sent troops" a parser may hang all three on "in".
    """
    first = grammar.first_conjunct(token)
    if first is token:
        return False
    last = grammar.conjuncts(first)[-1]
    after = last.nbor(1) if last.i + 1 < len(token.doc) else None
    while after is not None and after.pos_ == "ADV" and after.i + 1 < len(token.doc):
        after = after.nbor(1)
    if after is None or after.tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        return False
    verb = after.head if after.pos_ == "AUX" and after.head.pos_ == "VERB" else after
    return not any(item.i < after.i for item in grammar.subjects(verb))


def _names_dyad(token: Token) -> bool:
    return bool(grammar.children(token, "conjunct"))


def _governor(token: Token) -> Token:
    """Returns the word that the prepositional phrase with the token hangs on."""
    head = grammar.first_conjunct(token).head
    if grammar.relation(head) == "preposition" or head.pos_ == "ADP":
        while head.pos_ == "ADP" and head.head.i != head.i:
            head = head.head
    return head


def _is_place_after(token: Token, preposition: str) -> bool:
    governor = _governor(token)
    lemma = governor.lemma_.lower()
    first, _, rest = preposition.partition(" ")
    if first in _PLACE_PREPOSITIONS and rest.partition(" ")[0] in {"", "of", "to", "from"}:
        return not _is_felt(governor) and not (first == "at" and lemma in _AIMED)
    if first in {"to", "from", "toward", "towards"}:
        if first == "from" and lemma in _COMING and not _is_acquired(governor):
            return True
        return lemma in _MOTION and not _gives_something(governor)
    if first == "of":
        shared = lemma == "people" and any(
            item.lemma_.lower() == "government"
            for item in grammar.conjuncts(grammar.first_conjunct(governor))
        )
        return (lemma in _GEOGRAPHIC or lemma in _OF_THE_COUNTRY) and not shared
    if first == "between":
        return lemma in _LAND_BETWEEN
    if first == "with":
        return lemma in {"border", "frontier", "boundary", "borderland"}
    if first in {"over", "above"}:
        return lemma in _OVERHEAD
    if first == "for":
        return lemma in _LEAVING
    if first == "on" and governor.pos_ == "VERB":
        things = {item.lemma_.lower() for item in grammar.subjects(governor)}
        return lemma in _ABOUT or (lemma in {"fall", "land", "rain"} and bool(things & _FALLING))
    return first == "on" and lemma in _ABOUT


def _is_acquired(thing: Token) -> bool:
    """Says whether the thing is bought or received, so that "from" names who gives it."""
    verb = next((item for item in thing.ancestors if item.pos_ == "VERB"), thing)
    return verb.lemma_.lower() in _ACQUIRING


def _gives_something(verb: Token) -> bool:
    things = [item.lemma_.lower() for item in grammar.objects(verb)]
    if verb.lemma_.lower() in _SENDING and things:
        return not any(thing in _SENT_THERE for thing in things)
    return any(thing in _GIVEN for thing in things)
