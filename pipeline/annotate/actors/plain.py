"""Known names that stand alone: which of them act in their sentence.

Here belongs the decision for every name of the tables that no longer phrase takes up: a country as
actor or place, a demonym before an act ("Russian strikes") or before a town, an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate import grammar
from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors import metonymy_words as words_of_lands
from pipeline.annotate.actors.land_names import is_felt_by_a_people, is_river
from pipeline.annotate.actors.metonymy import is_locative, is_struck
from pipeline.annotate.actors.names import NameHit
from pipeline.annotate.actors.organisations import is_generic
from pipeline.annotate.actors.owners import owner_after, owner_before
from pipeline.annotate.actors.phrases import (
    Phrase,
    is_adjective,
    is_of_water,
    next_coordinated,
    phrase_of,
)
from pipeline.annotate.actors.reading import COUNTRY_FORMS, Candidate, Reading
from pipeline.annotate.actors.sites import is_of_site
from pipeline.annotate.parse import Token
from pipeline.knowledge.store import Form, Found
from pipeline.records import ActorKind

#: First halves of compounds, which mean a country only before a dash ("Franco-German").
_COMBINING = frozenset(
    "sino franco anglo indo luso turco hispano italo irano russo syro pak".split()
)
_DASHES = "-‐‑–"
#: Behind a town's name these make another of it ("Khartoum North").
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
#: Behind a name these make one of land or of no actor of it.
_LANDS = lexicon.GEOGRAPHIC_NAMES | lexicon.NAMED_LANDS | lexicon.NO_BODY | _DIRECTIONS
#: Before these a noun of people counts heads or tells descent and means no state ("thousands of
#: Syrians", "ethnic Armenians").
_COUNTING = frozenset(
    "all many some most several few hundreds thousands millions dozens scores ordinary young older"
    " fellow more fewer every each any displaced innocent ethnic million thousand hundred percent"
    " two three"
    " four five six seven eight nine ten".split()
)
#: "Non-EU states" are not the EU's.
_PREFIXED = re.compile(rf"\b(?:non|intra|inter)[{_DASHES}]$", re.IGNORECASE)
_LETTER_BEFORE = re.compile(rf"\b[A-Z][{_DASHES}]$")
#: With these before it the name is another body's ("National Security Council").
_NATIONAL = re.compile(r"\b(?:National|Supreme|Federal|Peace and) $")


def plain_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields the known names that act, and blocks what is named but does not act.

    Example: "Russian jets struck the Syrian town": "Russian" is Russia, "Syrian" is nobody.
    """
    for hit in reading.hits:
        found = hit.found[0]
        if found.form is Form.SHORT or found.actor.kind is ActorKind.PERSON:
            continue
        if _is_part_of_a_person(reading, hit):
            yield _block(hit)
            continue
        if _PREFIXED.search(reading.document.text, max(0, hit.start - 8), hit.start):
            yield _block(hit)
        elif found.form in {Form.ADJECTIVE, Form.PEOPLE} or _is_placelike(found):
            yield from _country(reading, hit)
        elif _NATIONAL.search(reading.document.text, max(0, hit.start - 12), hit.start):
            yield _block(hit)
        elif not _is_part_of_a_place(reading, hit) and not _is_of_another(reading, hit, found):
            yield _mention(hit, found)


def _is_of_another(reading: Reading, hit: NameHit, found: Found) -> bool:
    """Says whether the text puts a name that many states have to another of them.

    Example: the tables' National Intelligence Service is not the one of "Kenya's".
    """
    owner = owner_before(reading, hit.start) or owner_after(reading, hit.end)
    if owner is None or owner.actor.country in {"", found.actor.country}:
        return False
    return is_generic(re.findall(r"[\w’']+", hit.text))


def _is_placelike(found: Found) -> bool:
    """Says whether the name is one of a land or city as much as of an actor."""
    return (
        found.actor.kind is ActorKind.STATE
        or bool(found.entry.adjectives)
        or (found.form is Form.METONYM)
    )


def _country(reading: Reading, hit: NameHit) -> Iterator[Candidate]:
    found = hit.of_form(*COUNTRY_FORMS)
    if found is None:
        return
    phrase = phrase_of(reading, hit)
    if _names_no_actor(reading, hit, phrase):
        yield _block(hit)
        for linked in phrase.linked:
            yield _block(linked)
        return
    token = reading.root(hit.start, hit.end)
    if is_adjective(hit) and (phrase.words or phrase.participle or phrase.prefix):
        yield _mention(hit, hit.of_form(Form.ADJECTIVE, *COUNTRY_FORMS) or found)
    elif found.form is Form.PEOPLE or (is_adjective(hit) and hit.text[-1:] == "s"):
        if not _is_counted(reading, hit):
            yield _mention(hit, found)
    elif hit.of_form(Form.NAME, Form.ALIAS, Form.METONYM):
        placed = is_locative(token) or _stands_alone(reading, hit)
        placed = placed or (found.form is Form.NAME and is_felt_by_a_people(token))
        yield _block(hit) if placed else _mention(hit, found)
    elif _is_adjective_acting(reading, hit, token):
        yield _mention(hit, found)


def _names_no_actor(reading: Reading, hit: NameHit, phrase: Phrase) -> bool:
    """Says whether the name only tells where or whose: "Syrian town", "Beirut-based", "non-EU"."""
    if phrase.prefix in {"non", "intra", "inter"} or phrase.participle in lexicon.PLACE_PARTICIPLES:
        return True
    if _is_part_of_a_place(reading, hit) or _is_combining_alone(reading, hit):
        return True
    words = _shared_words(reading, hit, phrase)
    if not words:
        return " " not in hit.text and is_river(reading.token_at(hit.start))
    last = words[-1]
    if last == "side" and reading.document.text[phrase.words[-1].idx + 4 :][:3] == " of":
        return True
    if phrase.linked and last in lexicon.GEOGRAPHIC_NAMES | {"border", "borders", "frontier"}:
        return True
    if (phrase.linked or _is_dashed(reading, hit)) and last in lexicon.EVENT_NOUNS:
        return False  # "the India-Pakistan conflict" is between the two
    if last in lexicon.NOT_ACTING or _has_land_first(words):
        return not (phrase.words and is_adjective(hit) and is_struck(phrase.words[-1]))
    named = hit.of_form(Form.NAME, Form.ALIAS, Form.METONYM) is not None
    if named and not is_adjective(hit) and not phrase.participle:
        return words[0] in words_of_lands.NAMED_AFTER or last in lexicon.EVENT_NOUNS
    return False


def _has_land_first(words: list[str]) -> bool:
    """Says whether land is named before the noun of a body ("Syrian border town")."""
    return bool(words) and words[0] in {"city", "town", "village", "province", "capital"}


def _shared_words(reading: Reading, hit: NameHit, phrase: Phrase) -> list[str]:
    """Returns the words of the phrase, those of a later coordinated demonym where it has none."""
    if phrase.words or not is_adjective(hit):
        return phrase.lower
    after = hit
    for _ in range(6):
        following = _next(reading, after)
        if following is None:
            return []
        words = phrase_of(reading, following).lower
        if words:
            return words if is_adjective(following) else []
        after = following
    return []


def _next(reading: Reading, hit: NameHit) -> NameHit | None:
    text = reading.document.text
    if text[hit.end : hit.end + 1] and text[hit.end] in _DASHES + "/":
        return reading.hit_at(hit.end + 1)
    return next_coordinated(reading, hit)


def _is_part_of_a_place(reading: Reading, hit: NameHit) -> bool:
    """Says whether the name is part of one of land or water ("South China Sea", "Mexico City")."""
    text = reading.document.text
    if is_of_water(text, hit.start) or is_of_site(reading, hit.end):
        return True
    if _LETTER_BEFORE.search(text, max(0, hit.start - 3), hit.start):
        return True  # "Q-West" is a camp
    if hit.text == "West" and re.match(r" [A-Z]", text[hit.end : hit.end + 2]):
        return True  # "the West Philippine Sea"
    before = next(reading.tokens_before(hit.start), None)
    if hit.text.lower() in _DIRECTIONS and before is not None and before.pos_ == "PROPN":
        return True  # "Qandil Camp West"
    after = next(reading.tokens_after(hit.end), None)
    # "Kachin State" is land, the Kachin are its people
    is_people = hit.found[0].actor.kind is ActorKind.GROUP
    return (
        after is not None
        and after.idx == hit.end + 1
        and text[hit.end] == " "
        and after.text[:1].isupper()
        and (after.lower_ in _LANDS or (is_people and after.lower_ == "state"))
        and text[hit.end : hit.end + 1] != "'"
    )


def _is_combining_alone(reading: Reading, hit: NameHit) -> bool:
    if hit.text.lower() not in _COMBINING:
        return False
    return not _is_dashed(reading, hit)


def _is_dashed(reading: Reading, hit: NameHit) -> bool:
    """Says whether a dash joins the name to one behind it ("Russian-Ukrainian")."""
    dashed = reading.document.text[hit.end : hit.end + 1] in set(_DASHES)
    return dashed and reading.hit_at(hit.end + 1) is not None


def _is_part_of_a_person(reading: Reading, hit: NameHit) -> bool:
    """Says whether the name is part of a person's ("Michael Jordan", "Israel Katz")."""
    if " " in hit.text:
        return False
    for token in reading.span(hit.start, hit.end):
        if token.ent_type_ != "PERSON":
            continue
        return any(
            other.ent_type_ == "PERSON"
            for other in (token.nbor(-1) if token.i else token, _after(token))
            if other is not token and other.text[:1].isupper()
        )
    return False


def _after(token: Token) -> Token:
    return token.nbor(1) if token.i + 1 < len(token.doc) else token


def _is_counted(reading: Reading, hit: NameHit) -> bool:
    for index, token in enumerate(reading.tokens_before(hit.start)):
        if token.lower_ in _COUNTING or token.like_num:
            return True
        if token.lower_ in {"the", "of"} and index == 0:
            continue
        return token.lower_ in {"by", "for"} and False
    return False


def _is_adjective_acting(reading: Reading, hit: NameHit, token: Token) -> bool:
    """Says whether a demonym without a noun of its own still means its state.

    "Russian and Turkish jets" and "the French said" do, "spoken in Armenian" does not.
    """
    if _next(reading, hit) is not None and is_adjective(_next(reading, hit) or hit):
        return True
    if token.i and token.nbor(-1).lower_ == "the":
        return grammar.relation(token) in {"subject", "object", "oblique", "noun_modifier", "agent"}
    return grammar.relation(token) in {"adjective", "compound"} and token.head.i > token.i


def _stands_alone(reading: Reading, hit: NameHit) -> bool:
    """Says whether the name is a heading by itself."""
    sentence = reading.token_at(hit.start).sent
    start, end = sentence.start_char, sentence.end_char
    return reading.document.text[start:end].strip(" .:-•\n") == hit.text


def _mention(hit: NameHit, found: Found) -> Candidate:
    return Candidate(start=hit.start, end=hit.end, actor=found.actor, basis=found.basis)


def _block(hit: NameHit) -> Candidate:
    return Candidate(start=hit.start, end=hit.end, actor=None)
