"""Says whether words that could be a date are one: "May" the verb, "2000 soldiers", "the fall of".

A guard sees the words around a reading and, where the pipeline has them, tags and names of the
spaCy Doc. It answers for bare months, seasons and years only; fuller dates need no guard.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.annotate.dates.expressions import Day, Month, Season, Sense, Years
from pipeline.annotate.dates.lexicon import SEASONS
from pipeline.annotate.dates.words import Reading, Words

#: What a Doc says about the word at a character offset: (part of speech, entity label).
TagOf = Callable[[int], tuple[str, str]]

_CALENDAR_PREPOSITIONS = frozenset({"in", "since", "during", "until", "till", "throughout"})
_OTHER_PREPOSITIONS = frozenset(
    {"by", "from", "to", "through", "of", "before", "after", "between", "and", "or", "for", "on"}
)
_SEASON_PREPOSITIONS = frozenset({"by", "over", "through", "for", "before", "after"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "this", "that", "last", "next", "s", "’", "'"}
)
_PARTS = frozenset({"early", "mid", "late", "-", "end"})
#: What a march goes on: "the March on Rome", "the March of the Living".
_GOALS = frozenset({"on", "of", "for", "to", "against", "toward", "towards", "from", "through"})
_COUNTED = frozenset(
    """soldiers troops people fighters men women children prisoners refugees tons tonnes km miles
    dollars euros pounds metres meters feet militants homes families civilians personnel words votes
    members workers employees tanks vehicles aircraft missiles warheads square kilometres kilometers
    hectares acres barrels guns rifles police officers marines personnel villages hours gmt utc
    million billion thousand percent per deaths casualties others rounds""".split()
)
_NUMBERING = frozenset(
    """resolution resolutions no nos article articles section number page pages pp p unscr chapter
    paragraph highway route model boeing agenda vision expo horizon unit brigade approximately
    roughly nearly about some over than least only all total us flight room at euro brigade
    regiment battalion division project studio windows directive regulation decree case""".split()
)
#: What goes by a number with its year in brackets, and how many words before it may be named.
_NUMBERED = frozenset(
    "resolution resolutions decision decisions unscr directive directives recommendation"
    " recommendations law laws act decree decrees regulation regulations".split()
)
_NEAR = 16
#: What is called by a day: "the 23 March Movement", "the July 20 Plot".
_NAMED_BY_DAYS = frozenset(
    """movement group brigade brigades front coalition alliance organization organisation committee
    revolution uprising plot forces army battalion square street avenue bridge airport park
    university programme program stadium guerrillas column""".split()
)
#: Years that do not begin in January; where they begin differs by country.
_OTHER_YEARS = frozenset({"fiscal", "financial", "academic", "school", "budget", "marketing"})
_CURRENCIES = frozenset("$€£¥#№§")
_PERSON_LABELS = frozenset({"PERSON", "PER", "person"})
_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1800, 2100


def is_date(words: Words, reading: Reading, tag_of: TagOf) -> bool:
    """Says whether the reading is a date in these surroundings.

    Example: "May" in "Russia may act" or "Prime Minister May said" is none; in "since May" it is.
    """
    expression = reading.expression
    if isinstance(expression, Month):
        return _is_month(words, reading, expression, tag_of)
    if isinstance(expression, Season):
        return _is_season(words, reading, expression)
    if isinstance(expression, Years):
        return _is_year(words, reading, expression)
    return not (isinstance(expression, Day) and _is_called_by(words, reading, expression))


def _is_called_by(words: Words, reading: Reading, day: Day) -> bool:
    """Says whether the day is the name of a body or thing ("the 23 March Movement")."""
    named = words.capital(reading.after) and words.lower(reading.after) in _NAMED_BY_DAYS
    return day.year is None and named


def _is_month(words: Words, reading: Reading, month: Month, tag_of: TagOf) -> bool:
    if month.year is not None or month.sense is not Sense.NEAREST:
        return True
    i = reading.first
    lexeme = words.at(i)
    tag, label = tag_of(lexeme.start) if lexeme else ("", "")
    before = words.lower(i - 1)
    if before in _CALENDAR_PREPOSITIONS and words.lower(i) not in {"may", "march"}:
        label = ""  # "In June Park Geun-hye": nobody is called June Park
    if label in _PERSON_LABELS or tag in {"AUX", "VERB"} or _is_part_of_name(words, i):
        return False
    cued = before in _CALENDAR_PREPOSITIONS | _OTHER_PREPOSITIONS | _PARTS | _DETERMINERS
    if words.lower(reading.after) == "day":  # May Day
        return False
    if words.lower(i) in {"may", "march"}:
        marches = before in _DETERMINERS and words.lower(reading.after) in _GOALS
        return cued and not marches and not words.opens_sentence(i)
    if words.is_short_month(i):
        return cued and words.lower(reading.after - 1) == "."
    return cued or not words.capital(reading.after)


def _is_part_of_name(words: Words, i: int) -> bool:
    """Says whether a capitalised name stands right before: "Theresa May", "President April"."""
    return words.capital(i - 1) and not words.opens_sentence(i - 1)


def _is_season(words: Words, reading: Reading, season: Season) -> bool:
    if season.year is not None or season.sense is not Sense.NEAREST:
        return not (words.lower(reading.first) == "fall" and words.lower(reading.after) == "of")
    i = reading.first
    if words.lower(i) not in SEASONS:  # "later in the spring"
        return True
    if words.capital(i) or words.lower(reading.after) == "of":
        return False
    before, earlier = words.lower(i - 1), words.lower(i - 2)
    if words.lower(i) == "fall":
        return before == "the" and earlier in {"in", "during", "by", "since", "until"}
    if before == "the":
        return earlier in _CALENDAR_PREPOSITIONS | _SEASON_PREPOSITIONS
    return before in {"in", "by", "since", "until", "during", "early", "late", "mid", "-"}


def _is_year(words: Words, reading: Reading, years: Years) -> bool:
    i, after = reading.first, reading.after
    before, following = words.lower(i - 1), words.lower(after)
    if words.kind(i) not in {"number"}:
        return True
    if _is_count_or_number(words, i, after) or _is_of_resolution(words, i):
        return False
    if before in _CALENDAR_PREPOSITIONS:
        return True
    if not _FIRST_BARE_YEAR <= years.first <= _LAST_BARE_YEAR:
        return False
    if before in {"(", "[", "/"} or words.opens_sentence(i) or words.is_dash(i - 1):
        return before not in {"[", "/"} and (years.first != years.last or following not in {"."})
    return True


def _is_of_resolution(words: Words, i: int) -> bool:
    """Says whether the year in brackets belongs to a number: "resolutions 598 (1987) and ..."."""
    if words.lower(i - 1) != "(" or words.kind(i - 2) != "number":
        return False
    return any(words.lower(k) in _NUMBERED for k in range(max(0, i - _NEAR), i - 2))


def _is_count_or_number(words: Words, i: int, after: int) -> bool:
    before = words.lower(i - 1)
    if before == "least" and words.lower(i - 3) in _CALENDAR_PREPOSITIONS | {"by", "from"}:
        return False  # "until at least 2030"
    if before == "year" and words.lower(i - 2) in _OTHER_YEARS:
        return True
    if words.lower(after) in _OTHER_YEARS and words.lower(after + 1) in {"year", "years"}:
        return True
    if before in _NUMBERING or before in _CURRENCIES or words.lower(after) in _COUNTED:
        return True
    if before == "." and words.lower(i - 2) in {"no", "nos", "p", "pp", "art"}:
        return True
    if words.touches(i) and words.kind(i - 1) in {"dash", "word", "number"}:
        return words.lower(i - 2) not in {"mid", "early", "late", "end", "pre", "post"}
    if words.touches(after) and words.lower(after) in {"%", "/"}:
        return True
    if words.is_dash(after) and words.touches(after) and words.touches(after + 1):
        return words.lower(after + 1) not in {"era", "present", "today", "onward", "onwards"}
    return False
