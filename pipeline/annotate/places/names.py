"""Names in a text that may be places: by gazetteer, by NER, by the words around them.

A `Name` is a stretch of tokens with the places it may mean (none for a name the gazetteer lacks).
Which place is meant is decided in `choose`; words added to the name ("northern", "Province") in
`phrases`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.annotate import grammar
from pipeline.annotate.actors.land_names import is_felt_by_a_people
from pipeline.annotate.actors.metonymy import is_locative
from pipeline.annotate.parse import Token
from pipeline.annotate.places.text import Text
from pipeline.annotate.places.words import (
    AREAS,
    BASE_OWNERS,
    DIRECTIONS,
    DONE_TO_PLACES,
    FEATURES,
    KINDS_OF,
    NAME_HEADS,
    NARROWING,
    OF_PLACES,
    OFFICES,
    OPENING,
    PERHAPS_WHERE,
    PLACED_AT,
    SAME_PLACE,
    STOP_NAMES,
    WHERE,
)
from pipeline.knowledge.gazetteer import LONGEST_NAME, Gazetteer, Match

_PERSON = frozenset({"PERSON"})
_ORGANISED = frozenset({"PERSON", "ORG", "EVENT", "NORP"})
#: Inhabitants from which a town needs no more than a capital letter and no other reading.
_KNOWN_WIDELY = 100_000
_ARTICLES = frozenset({"al", "el", "ez", "az", "as", "ad", "ar", "at", "ul", "es"})
_PARTICLES = frozenset({"de", "del", "da", "do", "dos", "du", "di", "von", "van", "bin", "ibn"})
_BESIDE_NAMES = NARROWING | DIRECTIONS.keys()
_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_BASED = frozenset({"based", "headquartered", "born"})
_KINDS = AREAS.keys() | FEATURES.keys() | SAME_PLACE
#: Kind words that follow too many names to call them places.
_VAGUE = frozenset("state area region base camp square pass hospital quarter plain".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Tokens `first` up to `after`, and what the gazetteer says they may mean."""

    first: int
    after: int
    matches: tuple[Match, ...] = ()


def longest_known(text: Text, i: int, gazetteer: Gazetteer) -> Name | None:
    """Returns the longest name of the gazetteer that begins at the token.

    Example: at "South" in "the South China Sea" the sea, not the town of South.
    """
    if not text.opens_name(i):
        return None
    for after in range(text.run_end(i, 2 * LONGEST_NAME), i, -1):
        if after - i > 1 and not _ends_name(text.tokens[after - 1]):
            continue
        key = text.key(i, after)
        if key in STOP_NAMES or len(key) < 3 or not gazetteer.knows(key):
            continue
        matches = gazetteer.find_key(key, text.written(i, after))
        if matches:
            return Name(first=i, after=after, matches=matches)
    return None


def _ends_name(last: Token) -> bool:
    """Says whether a name can end so: with a capital, a number, or a kind word ("strait")."""
    first = last.text[0]
    return first.isupper() or first.isdigit() or last.lower_ in FEATURES or last.lower_ in AREAS


def is_place(text: Text, name: Name, *, seen: bool) -> bool:
    """Says whether a name of the gazetteer is a place here.

    Example: "Sofia" is one in "flew to Sofia", none in "Sofia Rahmani spoke".

    Args:
        seen: whether the document has used the name for a place before.
    """
    best = name.matches[0].entry
    first, after = name.first, name.after
    if text.within_longer(first, after, _PERSON) and not _located(text, name):
        return False
    if _is_part_of_name(text, name):
        return False
    if text.lower(first - 1) in _PARTICLES and text.capital(first - 2):
        return False  # "Sur" in "the Cordillera del Sur"
    if best.governed:
        return _governed_place(text, name)
    if best.own:
        return _plausible_own(text, name)
    if not _stands_alone(text, name):
        return False
    if text.is_named_place(first, after):
        return True
    if text.label(first, after) in _ORGANISED and not _located(text, name):
        return False
    if _located(text, name) or seen:
        return True
    return best.population >= _KNOWN_WIDELY and text.preposition(first, after) in PERHAPS_WHERE


def _stands_alone(text: Text, name: Name) -> bool:
    """Says whether a town's name is a name of its own: no article, no part of a longer one."""
    before = name.first - 1
    if text.capital(before) and not _may_precede(text, before):
        return False
    following = text.lower(name.after)
    kinds = following in AREAS or following in FEATURES or following in SAME_PLACE
    ent = text.entity(name.first)
    if text.capital(name.after) and not kinds and (ent is None or ent.end != name.after):
        return False
    return kinds or _is_base(text, name) or text.lower(before) not in {"the", "a", "an"}


def _is_base(text: Text, name: Name) -> bool:
    """Says whether somebody is based there ("the Birmingham-based group")."""
    return text.lower(name.after) in _HYPHENS and text.lower(name.after + 1) in _BASED


def _may_precede(text: Text, i: int) -> bool:
    """Says whether the capitalised word before a name is none of its parts: "In", "East"."""
    return text.doc[i].is_sent_start is True or text.lower(i) in _BESIDE_NAMES


def _governed_place(text: Text, name: Name) -> bool:
    """Says whether a country or capital is where something is, and not who acts."""
    if text.lower(name.first - 1) in _BESIDE_NAMES:
        return True
    if text.parsed:
        root = text.root(name.first, name.after)
        return is_locative(root) or is_felt_by_a_people(root)
    return text.preposition(name.first, name.after) in WHERE


def _plausible_own(text: Text, name: Name) -> bool:
    """Says whether one of our own places is meant; single words need more than a name like it."""
    if text.within_longer(name.first, name.after, _ORGANISED):
        return _located(text, name)
    label = text.label(name.first, name.after)
    if label not in {"PERSON", "ORG"} or name.after - name.first > 1:
        return True
    if text.lower(name.first - 1) == "the":  # "the Mekong", which no person would be
        return True
    preposition = text.preposition(name.first, name.after)
    return preposition in PERHAPS_WHERE or _located(text, name)


def _located(text: Text, name: Name) -> bool:
    """Says whether the words around a name put something there."""
    if text.preposition(name.first, name.after) in WHERE:
        return True
    if text.lower(name.first - 1) == "of" and text.lower(name.first - 2) in KINDS_OF:
        return True
    if text.parsed and _suffers(text.root(name.first, name.after)):
        return True
    following = text.lower(name.after)
    if _is_base(text, name):
        return True
    if following == "," and text.opens_name(min(name.after + 1, len(text) - 1)):
        return text.is_named_place(name.after + 1, name.after + 2)  # "Vermillion, South Dakota"
    return following in AREAS or following in FEATURES or following in SAME_PLACE


def _suffers(token: Token) -> bool:
    """Says whether what happens to the name happens to places: "retook", "the siege of"."""
    first = grammar.first_conjunct(token)
    head = first.head
    if grammar.relation(first) in {"object", "passive_subject"}:
        return head.lemma_.lower() in DONE_TO_PLACES
    if not {"of", "for", "on"}.intersection(grammar.prepositions_of(first)):
        return False
    governor = next((item for item in [head, *head.ancestors] if item.pos_ != "ADP"), head)
    return governor.lemma_.lower() in OF_PLACES


def _is_part_of_name(text: Text, name: Name) -> bool:
    """Says whether the name only opens a longer one: "Minsk Agreement", "Kabul University"."""
    after = name.after
    if _is_portfolio(text, name.first):
        return True
    if text.lower(after) in _HYPHENS and text.capital(after + 1):
        return text.lower(after + 1) in NAME_HEADS
    if not text.capital(after):
        return (
            text.lower(after) in NAME_HEADS
            and text.capital(after - 1)
            and _names_event(text, after)
        )
    following = text.lower(after)
    if following in AREAS or following in FEATURES or following in SAME_PLACE:
        return False
    ent = text.entity(name.first)
    if following in NAME_HEADS or (ent is not None and ent.end > after and ent.label_ == "ORG"):
        return True
    return text.capital(name.first - 1) and text.lower(after + 1) in NAME_HEADS


def _is_portfolio(text: Text, i: int) -> bool:
    """Says whether the name is what an office is for: "Minister for the Middle East"."""
    j = i - 1 - (text.lower(i - 1) == "the")
    if text.lower(j) in {"to", "on"}:
        return text.lower(j - 1) in OFFICES
    near = range(j - 1, max(-1, j - 4), -1)
    return text.lower(j) == "for" and any(text.lower(k) in OFFICES for k in near)


def _names_event(text: Text, i: int) -> bool:
    """Says whether a small letter still makes a name: "the Astana process", "the Geneva talks"."""
    return text.lower(i) in {"process", "format", "platform", "agreement", "accord", "accords"}


def unknown_name(text: Text, i: int) -> Name | None:
    """Returns a name the gazetteer lacks that NER or the words around it call a place.

    Example: "Mlehat al-Atash" in "captured the village of Mlehat al-Atash".
    """
    if _opens_sentence_only(text, i):
        return None
    ent = text.entity(i)
    if ent is not None and ent.start == i and text.is_named_place(i, ent.end):
        after = ent.end
        while after > i + 1 and text.doc[after - 1].is_punct:
            after -= 1
        key = text.key(i, after)
        coded = text.lower(after) in _HYPHENS and not text.capital(after + 1)  # "Il-20"
        named = text.opens_name(i) and key not in STOP_NAMES and len(key) > 2 and not coded
        return Name(first=i, after=after) if named else None
    if not text.opens_name(i) or text.key(i, i + 1) in STOP_NAMES:
        return None
    if text.capital(i - 1) and text.lower(i - 1) not in OPENING | {"the", "a"}:
        return None
    after = _capital_run(text, i)
    name = Name(first=i, after=after)
    of_land = text.lower(after) in AREAS and text.lower(after + 1) == "of"  # "the Kayes region of"
    if ent is not None and (ent.label_ in {"EVENT", "NORP"} or (ent.end > after and not of_land)):
        return None
    if _called_a_place(text, name):
        return name
    return None


def site_name(text: Text, i: int) -> Name | None:
    """Returns a name in which the kind of place stands before the rest, whoever knows it.

    Example: "Naval Base San Diego", "Royal Air Force Base Lossiemouth", "Air Base 201".
    """
    if not text.capital(i) or _opens_sentence_only(text, i):
        return None
    if text.capital(i - 1) and not _opens_sentence_only(text, i - 1):
        return None
    after = _capital_run(text, i)
    numbered = text.lower(after).isdigit() and text.lower(after - 1) == "base"
    after += numbered
    heads = [j for j in range(i + 1, after - 1) if text.lower(j) == "base"]
    named = bool(heads) and text.lower(heads[0] - 1) in BASE_OWNERS
    return Name(first=i, after=after) if named else None


def _opens_sentence_only(text: Text, i: int) -> bool:
    """Says whether only the start of a sentence gives the word its capital ("At", "From")."""
    if i < 0 or text.lower(i) not in OPENING:
        return False
    before = i - 1
    while before >= 0 and text.tokens[before].is_space:
        before -= 1
    return before < 0 or text.sentence_end(before) <= i


def romanised_name(text: Text, i: int) -> Name | None:
    """Returns a capitalised name with an Arabic article in it, whatever NER calls it.

    Example: "Dayr al-Zur"; whether the gazetteer has one like it is for `find_alike` to say.
    """
    if not text.opens_name(i) or (i and text.opens_name(i - 1)) or _opens_sentence_only(text, i):
        return None
    after = _capital_run(text, i)
    articles = any(text.lower(j) in _ARTICLES for j in range(i, after - 1))
    return Name(first=i, after=after) if articles and text.label(i, after) != "ORG" else None


def _called_a_place(text: Text, name: Name) -> bool:
    """Says whether a kind word stands by an unknown name: "village of X", "X district"."""
    first, after = name.first, name.after
    if text.lower(first - 1) == "of" and text.lower(first - 2) in KINDS_OF:
        return True
    following = text.lower(after)
    if text.lower(first - 1) == "at" and text.lower(first - 2) in PLACED_AT:
        return following not in NAME_HEADS and not _is_person(text, name)
    pair = f"{following} {text.lower(after + 1)}"
    if text.lower(after - 1) in FEATURES and after - first > 1:
        return True
    is_kind = (following in _KINDS and following not in _VAGUE) or pair in _KINDS
    return is_kind and not _is_person(text, name)


def _is_person(text: Text, name: Name) -> bool:
    named = text.label(name.first, name.after) == "PERSON"
    return named and text.lower(name.first - 1) != "the"


def _capital_run(text: Text, i: int) -> int:
    """Returns the position after a run of capitalised words, hyphens and articles between them."""
    after = i + 1
    end = text.sentence_end(i)
    while after < end:
        if text.capital(after):
            after += 1
        elif text.lower(after) in _HYPHENS and after + 1 < end and text.opens_name(after + 1):
            after += 2
        elif text.lower(after) in _ARTICLES and text.opens_name(after):
            after += 1
        else:
            break
    while text.doc[after - 1].text in _HYPHENS and after > i + 1:
        after -= 1
    return after
