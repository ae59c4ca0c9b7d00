"""Reads dates that count from another date: "yesterday", "last week", "two days later".

What they count from (the document's date or the date named before) is kept as a `Base`; durations
without an anchor ("for three years") are not read at all.
"""

from __future__ import annotations

from pipeline.annotate.dates.expressions import (
    Base,
    Expression,
    Month,
    Period,
    Placeless,
    Rest,
    Season,
    Sense,
    Shift,
    Weekday,
    Window,
)
from pipeline.annotate.dates.lexicon import (
    DAY_PARTS,
    DAY_WORDS,
    SEASONS,
    UNITS,
    VAGUE_NUMBERS,
    Unit,
)
from pipeline.annotate.dates.words import Reading, Words

#: How many units on from the document a bare determiner points ("next month"); with "the" it
#: points on from the text (`_FROM_TEXT`).
_FROM_DOCUMENT = {"this": 0, "last": -1, "next": 1, "coming": 1, "past": -1}
_FROM_TEXT = {
    "same": 0,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "following": 1,
    "next": 1,
    "ensuing": 1,
    "subsequent": 1,
}
_SENSES = {-1: Sense.LAST, 0: Sense.THIS, 1: Sense.NEXT}
_WINDOWS = {
    "past": -1,
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "recent": -1,
    "coming": 1,
    "next": 1,
    "following": 1,
    "upcoming": 1,
}
_APPROXIMATE = frozenset({"nearly", "almost", "about", "roughly", "over", "around", "some"})
_DAYS_OF_NAMES = frozenset({"bloody", "black", "good", "palm", "ash", "easter", "holy", "super"})
_NEWSPAPERS = frozenset({"times", "telegraph", "herald", "mirror", "mail", "express", "post"})


def read_relative(words: Words, i: int) -> Reading | None:
    """Returns the relative date that begins at the position.

    Example: "two days later" is a `Shift` of two days from the date before it in the text.
    """
    for reader in (
        _read_day_word,
        _read_rest,
        _read_window,
        _read_shift,
        read_period,
        _read_weekday,
    ):
        reading = reader(words, i)
        if reading is not None:
            return reading
    return None


def _reading(expression: Expression, first: int, after: int) -> Reading:
    return Reading(expression=expression, first=first, after=after)


def _read_day_word(words: Words, i: int) -> Reading | None:
    """Reads "today", "earlier today", "yesterday morning", "last night", "this morning"."""
    j = i + (words.lower(i) in {"earlier", "late", "early", "later"})
    offset = DAY_WORDS.get(words.lower(j))
    if offset is not None:
        k = j + 1 + (words.lower(j + 1) in DAY_PARTS)
        return _reading(Period(unit=Unit.DAY, offset=offset, base=Base.DOCUMENT), i, k)
    if words.lower(j) == "this" and words.lower(j + 1) in DAY_PARTS:
        return _reading(Period(unit=Unit.DAY, offset=0, base=Base.DOCUMENT), i, j + 2)
    if words.lower(j) == "last" and words.lower(j + 1) == "night":
        return _reading(Period(unit=Unit.DAY, offset=-1, base=Base.DOCUMENT), i, j + 2)
    if words.lower(i) == "the" and words.lower(i + 1) == "day":
        return _read_day_beside(words, i)
    if words.lower(i) == "the" and words.lower(i + 1) == "weekend":
        over = words.lower(i - 1) in {"over", "during", "at", "on"} and words.lower(i + 2) != "of"
        period = Period(unit=Unit.WEEKEND, offset=0, base=Base.DOCUMENT)
        return _reading(period, i, i + 2) if over else None
    return None


def _read_day_beside(words: Words, i: int) -> Reading | None:
    """Reads "the day before yesterday", and "the day after" where nothing follows it."""
    sign = {"before": -1, "after": 1}.get(words.lower(i + 2))
    if sign is None:
        return None
    if words.lower(i + 3) == ("yesterday" if sign < 0 else "tomorrow"):
        return _reading(Period(unit=Unit.DAY, offset=2 * sign, base=Base.DOCUMENT), i, i + 4)
    if words.kind(i + 3) in {"mark", ""}:
        return _reading(Shift(unit=Unit.DAY, count=1, sign=sign, base=Base.TEXT), i, i + 3)
    return None


def _read_rest(words: Words, i: int) -> Reading | None:
    """Reads "later that year", "earlier this month", "later in the spring"."""
    sign = {"later": 1, "earlier": -1}.get(words.lower(i))
    if sign is None:
        return None
    j = i + 1 + (words.lower(i + 1) in {"in", "on"})
    word = words.lower(j)
    base = {"this": Base.DOCUMENT, "that": Base.TEXT, "the": Base.NEAR}.get(word)
    if base is None:
        return None
    k = j + 1 + (words.lower(j + 1) == "same")
    unit = UNITS.get(words.lower(k))
    if unit is not None and not words.lower(k).endswith("s"):
        return _reading(Rest(unit=unit, sign=sign, base=base), i, k + 1)
    season = SEASONS.get(words.lower(k))
    if season is not None and words.year(k + 1) is None:
        sense = Sense.THIS if base is Base.DOCUMENT else Sense.NEAREST
        return _reading(Season(season=season, sense=sense), i, k + 1)
    return None


def _read_window(words: Words, i: int) -> Reading | None:
    """Reads "the past two weeks", "the last decade", "recent years", "the coming days"."""
    determined = words.lower(i) in {"the", "these"}
    j = i + determined
    direction = words.lower(j)
    sign = _WINDOWS.get(direction)
    if sign is None:
        return None
    k = j + 1
    while words.lower(k) in _APPROXIMATE:
        k += 1
    vague = words.lower(k) in VAGUE_NUMBERS
    count = None if vague or words.lower(k) in {"a", "an"} else words.count(k)
    k += bool(vague or count is not None)
    k += 2 * (words.lower(k) in {"-", "‑", "–"} and words.lower(k + 1) == "plus")
    k += words.lower(k) == "of"
    unit = UNITS.get(words.lower(k))
    if unit is None or words.lower(k + 1) == "of":  # "the last year of the war"
        return None
    plural = words.lower(k).endswith("s")
    if count is None and not vague and not plural:
        if direction not in {"past", "last"} or not determined:
            return None
        count = 1
    elif count is None and not vague and direction not in {"past", "recent", "coming", "upcoming"}:
        return None
    if count is None:
        return _reading(Placeless(), i, k + 1)
    base = Base.TEXT if direction in {"previous", "preceding", "following"} else Base.DOCUMENT
    return _reading(Window(unit=unit, count=count, sign=sign, base=base), i, k + 1)


def _read_shift(words: Words, i: int) -> Reading | None:
    """Reads "two days later", "a year earlier", "three weeks ago", "days later"."""
    vague = words.lower(i) in VAGUE_NUMBERS
    count = None if vague else words.count(i)
    j = i + (vague or count is not None)
    if words.lower(i) == "a" and words.lower(i + 1) in VAGUE_NUMBERS:
        count, j = None, i + 2
    j += words.lower(j) == "of"
    unit = UNITS.get(words.lower(j))
    if unit is None or (j == i and not words.lower(j).endswith("s")):
        return None
    word = words.lower(j + 1)
    if word == "from" and words.lower(j + 2) == "now":
        return _shift(unit, count, 1, Base.DOCUMENT, i, j + 3)
    if word == "ago":
        return _shift(unit, count, -1, Base.DOCUMENT, i, j + 2)
    sign = {"later": 1, "afterward": 1, "afterwards": 1, "thereafter": 1, "earlier": -1}.get(word)
    if sign is None and word in {"before", "after"} and words.kind(j + 2) in {"mark", ""}:
        sign = -1 if word == "before" else 1
    return None if sign is None else _shift(unit, count, sign, Base.TEXT, i, j + 2)


def _shift(
    unit: Unit, count: int | None, sign: int, base: Base, first: int, after: int
) -> Reading | None:
    if count is None:
        return None if unit is Unit.HOUR else _reading(Placeless(), first, after)
    return _reading(Shift(unit=unit, count=count, sign=sign, base=base), first, after)


def read_period(words: Words, i: int) -> Reading | None:
    """Reads "last week", "this July", "the same month", "that spring", "next Monday"."""
    word = words.lower(i)
    if word == "the":
        offset = _FROM_TEXT.get(words.lower(i + 1))
        found = None if offset is None else _named(words, i + 2, offset, Base.TEXT)
    elif word in {"that", "previous"}:
        j = i + 1 + (words.lower(i + 1) == "same")
        found = _named(words, j, -1 if word == "previous" else 0, Base.TEXT)
    elif word in _FROM_DOCUMENT:
        j = i + 1 + (words.lower(i + 1) in {"past", "coming", "same"} and word == "this")
        found = _named(words, j, _FROM_DOCUMENT[word], Base.DOCUMENT)
    else:
        return None
    if found is None:
        return None
    expression, after = found
    return _reading(expression, i, after)


def _named(words: Words, j: int, offset: int, base: Base) -> tuple[Expression, int] | None:
    """Reads what a determiner picks: a unit, a month, a season or a weekday."""
    word = words.lower(j)
    unit = UNITS.get(word)
    if unit is not None:
        if word.endswith("s") or unit is Unit.HOUR:
            return None
        return Period(unit=unit, offset=offset, base=base), j + 1
    sense = _SENSES[offset]
    month = words.month(j)
    if month is not None:
        return Month(month=month[0], sense=sense, base=base), month[1]
    season = SEASONS.get(word)
    if season is not None and words.year(j + 1) is None and words.lower(j + 1) != "of":
        return Season(season=season, sense=sense, base=base), j + 1
    weekday = words.weekday(j)
    if weekday is not None:
        after = weekday[1] + (words.lower(weekday[1]) in DAY_PARTS)
        return Weekday(weekday=weekday[0], sense=sense, base=base), after
    return None


def _read_weekday(words: Words, i: int) -> Reading | None:
    """Reads "Saturday", "Sunday morning"; no newspapers and no Bloody Sunday."""
    weekday = words.weekday(i)
    if weekday is None or len(words.lower(i)) < 6:  # short forms only before a date
        return None
    if words.lower(i - 1) in _DAYS_OF_NAMES or words.lower(i + 1) in _NEWSPAPERS:
        return None
    after = weekday[1] + (words.lower(weekday[1]) in DAY_PARTS)
    return _reading(Weekday(weekday=weekday[0]), i, after)
