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

from pipeline.annotate import grammar
from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors import metonymy_words as words
from pipeline.annotate.parse import Token

_ACTING = frozenset({"subject", "passive_subject", "agent"})


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
        return before.lemma_.lower() in words.LAND_BETWEEN
    relation = grammar.relation(span_root)
    if relation in {"compound", "adjective"}:
        head = span_root.head
        if head.pos_ == "PROPN" and grammar.relation(head) == "compound":
            head = head.head  # "the Syria-Iraq border", read as Syria within Iraq
        is_land = _is_land(head) and not is_struck(head)
        return (is_land or _is_abroad(span_root, head)) and not _names_dyad(span_root)
    if relation == "possessor":
        return span_root.head.lemma_.lower() in words.LAND_OWNED
    if _stands_in(span_root) or _is_land_to(span_root.head, relation):
        return True
    if relation == "conjunct" and not grammar.children(span_root, "case"):
        first = grammar.first_conjunct(span_root)
        if first is not span_root and grammar.relation(first) in {"compound", "adjective"}:
            return is_locative(first)
    return any(_is_place_after(span_root, p) for p in grammar.prepositions_of(span_root))


def is_struck(land: Token) -> bool:
    """Says whether force is used on the land: on the state, then ("strikes on Ecuadorian towns").

    A place with a name of its own is only where it happens ("strikes on the Syrian town of Dabiq").
    """
    if any(item.pos_ == "PROPN" for item in grammar.obliques(land, "of")):
        return False
    relation, governor = grammar.relation(land), governor_of_name(land)
    if relation in {"object", "passive_subject"}:
        return land.head.lemma in words.STRIKING
    aimed = {"on", "against", "at", "upon", "of"}.intersection(grammar.prepositions_of(land))
    return bool(aimed) and governor.lemma in words.STRIKES


def _borders_on(token: Token) -> bool:
    """Says whether it stands right behind a border: "near the border with Kosovo".

    Parsers hang the words with "with" on the verb as often as on the border.
    """
    return any(
        case.lower_ == "with" and case.i > 0 and case.nbor(-1).lemma_.lower() in words.BORDERS
        for case in grammar.children(token, "case")
    )


def _has_direction(token: Token) -> bool:
    """Says whether a word such as "northern" narrows the name down to a part of the land."""
    return token.text[:1].isupper() and any(
        item.lower_ in words.DIRECTIONS and item.i < token.i and not _is_in_name(item, token)
        for item in grammar.children(token, "adjective", "compound", "adverb")
    )


def _is_in_name(direction: Token, token: Token) -> bool:
    """Says whether the direction is part of a country's name ("South Sudan", "North Korea").

    So it is where the next word shares the country with it ("North and South Korea").
    """
    between = [item.lower_ for item in token.doc[direction.i + 1 : token.i]]
    shared = len(between) == 2 and between[0] in {"and", "or"} and between[1] in words.DIRECTIONS
    if not (shared or not between) or not direction.text[:1].isupper():
        return False
    pair = (direction.lower_, token.lower_)
    return not direction.lower_.endswith("ern") or pair in words.NAMED_DIRECTIONS


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
        bool(placed & words.PLACE_PREPOSITIONS)
        and relation in {"noun_modifier", "compound", "unclear"}
    )


def _is_land_to(verb: Token, relation: str) -> bool:
    """Says whether its subject or object is land to the verb ("left", "lies between")."""
    if relation == "object" and verb.lemma_.lower() == "leave":
        return any(item.lemma_.lower() in words.COMING for item in grammar.subjects(verb))
    if relation == "object":
        return verb.lemma_.lower() in words.TAKING
    if relation != "subject":
        return False
    told = verb.pos_ == "NOUN" and verb.lemma_.lower() in words.TOLD_OF_TOWNS
    return told or _lies(verb)


def _lies(verb: Token) -> bool:
    """Says whether the word tells where its subject lies ("lies between", "is 90 miles from")."""
    lemma = verb.lemma_.lower()
    if any(_is_distance(item) for item in verb.subtree):
        return lemma in words.MEASURES or bool(grammar.children(verb, "copula"))
    if lemma not in words.LYING or verb.pos_ not in {"VERB", "AUX"}:
        return False
    if lemma not in {"lie", "sit", "stretch"}:
        return bool(grammar.objects(verb))
    after = {item.lower_ for item in verb.doc[verb.i + 1 : verb.i + 4]}
    return verb.lower_ != "lied" and bool(after & words.LYING_ASKS)


def _is_distance(token: Token) -> bool:
    """Says whether the word is the "from" of "90 miles from"."""
    return (
        token.lower_ == "from" and token.i > 0 and token.nbor(-1).lemma_.lower() in words.MEASURES
    )


def _stands_in(token: Token) -> bool:
    """Says whether "in" or the like stands right before the name, whatever the parse."""
    index, start = token.i - 1, token.sent.start
    while index > start and (
        token.doc[index].lower_ == "the" or grammar.relation(token.doc[index]) == "flat"
    ):
        index -= 1
    if index < start or token.doc[index].lower_ not in words.INSIDE:
        return False
    return not _is_felt(token.doc[index - 1] if index > start else token)


def _is_felt(governor: Token) -> bool:
    """Says whether "in" after the word names who feels it ("anger in", "anger grew in").

    So it does after those who rule there: "the generals in Naypyidaw jailed him".
    """
    lemma = governor.lemma_.lower()
    if lemma in words.OPINION or lemma in words.RULERS:
        return True
    if lemma in words.ACTING_RULERS:
        before = {item.lower_ for item in grammar.modifiers(governor)}
        acts = grammar.relation(grammar.first_conjunct(governor)) in _ACTING
        return acts and before.isdisjoint(words.RULED)
    if governor.pos_ != "VERB":
        return False
    return any(item.lemma_.lower() in words.OPINION for item in grammar.subjects(governor))


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


def governor_of_name(token: Token) -> Token:
    """Returns the word that the prepositional phrase with the token hangs on."""
    head = grammar.first_conjunct(token).head
    if grammar.relation(head) == "preposition" or head.pos_ == "ADP":
        while head.pos_ == "ADP" and head.head.i != head.i:
            head = head.head
    return head


def _is_place_after(token: Token, preposition: str) -> bool:
    governor = governor_of_name(token)
    lemma = governor.lemma_.lower()
    first, _, rest = preposition.partition(" ")
    if first in words.PLACE_PREPOSITIONS and rest.partition(" ")[0] in {"", "of", "to", "from"}:
        return not _is_felt(governor) and not (first == "at" and lemma in words.AIMED)
    if first in {"to", "from", "toward", "towards"}:
        return _is_way(token, first, governor)
    if first == "of":
        if lemma == "people" and _is_addressed(governor):
            return False
        return _is_land(governor) or lemma in words.OF_THE_COUNTRY
    if first == "between":
        return lemma in words.LAND_BETWEEN
    if first == "with":
        return lemma in words.BORDERS
    if first in {"over", "above"}:
        return lemma in words.OVERHEAD
    if first == "for":
        return lemma in words.LEAVING
    return first == "on" and (lemma in words.ABOUT or _falls(governor))


def _is_addressed(people: Token) -> bool:
    """Says whether a people is spoken to as its state is ("condolences to the people of Chad")."""
    row = grammar.conjuncts(grammar.first_conjunct(people))
    if any(item.lemma == "government" for item in row):
        return True
    first = grammar.first_conjunct(people)
    if grammar.relation(first) in {"object", "indirect_object"}:
        return first.head.lemma in words.ADDRESSING
    if not {"to", "with", "for"}.intersection(grammar.prepositions_of(first)):
        return False
    governor = governor_of_name(first)
    told = {governor.lemma, *(item.lemma for item in grammar.objects(governor))}
    return bool(told & words.SYMPATHY)


def _is_abroad(name: Token, noun: Token) -> bool:
    """Says whether troops of others are meant, in the land of the name ("their Mali mission").

    "UK" and the like stand before a noun as "British" does.
    """
    written = not name.text.isupper() and "." not in name.text and name.tag_ != "JJ"
    return written and noun.lower_ in words.SENT_ABROAD and name.i == noun.i - 1


def _is_land(noun: Token) -> bool:
    """Says whether the noun is one of land; a department is where a name stands before it."""
    if noun.lower_ in {"department", "departments"}:
        return any(item.pos_ == "PROPN" for item in grammar.children(noun, "compound"))
    return noun.lemma_.lower() in words.GEOGRAPHIC


def _is_way(token: Token, first: str, governor: Token) -> bool:
    """Says whether "to" or "from" tells of a way to or from land, not of a partner."""
    lemma = governor.lemma_.lower()
    start = _from_before(token) if first == "to" else None
    if start is not None:
        return is_locative(start)
    if any(_is_distance(item) for item in grammar.children(token, "case")):
        return True
    if first == "from" and lemma in words.COMING and not _is_acquired(governor):
        return True
    return lemma in words.MOTION and not _gives_something(governor)


def _falls(verb: Token) -> bool:
    """Says whether things fall there; blame and suspicion fall on a government."""
    things = {item.lemma_.lower() for item in grammar.subjects(verb)}
    falling = verb.pos_ == "VERB" and verb.lemma_.lower() in {"fall", "land", "rain"}
    return falling and bool(things & words.FALLING)


def _from_before(token: Token) -> Token | None:
    """Returns the name after "from" in "from Moscow to Riga", None where the two are no pair.

    A parser may hang "to" elsewhere; both ends are places, or neither is.
    """
    i = token.i - 1
    while i > token.sent.start and token.doc[i].pos_ in {"PROPN", "DET"}:
        i -= 1
    if token.doc[i].lower_ != "to" or i - 1 <= token.sent.start:
        return None
    start = token.doc[i - 1]
    i -= 1
    while i > token.sent.start and token.doc[i].pos_ in {"PROPN", "DET"}:
        i -= 1
    return start if token.doc[i].lower_ == "from" and start.pos_ == "PROPN" else None


def _is_acquired(thing: Token) -> bool:
    """Says whether the thing is bought or received, so that "from" names who gives it."""
    verb = next((item for item in thing.ancestors if item.pos_ == "VERB"), thing)
    return verb.lemma_.lower() in words.ACQUIRING


def _gives_something(verb: Token) -> bool:
    """Says whether something goes to somebody ("sent an envoy to", "extended a hand to")."""
    given = grammar.objects(verb) or grammar.children(verb, "passive_subject")
    if not given and grammar.relation(verb) == "relative_clause":
        given = [verb.head]  # "the aid that Japan sent to Samoa"
    things = [item.lemma_.lower() for item in given]
    if verb.lemma_.lower() in words.SENDING and things:
        return not any(thing in words.SENT_THERE for thing in things)
    return any(thing in words.GIVEN or thing in lexicon.TRADES for thing in things)
