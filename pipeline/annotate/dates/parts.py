"""Reads parts of periods: "early May", "the end of 2020", "Q3 2019", "the first week of June"."""

from __future__ import annotations

from pipeline.annotate.dates.absolute import read_absolute
from pipeline.annotate.dates.expressions import (
    Base,
    Expression,
    Holding,
    Period,
    Portion,
    Range,
    Section,
    Stretch,
    Years,
)
from pipeline.annotate.dates.lexicon import (
    HYPHENATED_PARTS,
    NOUN_PARTS,
    PARTS,
    PREFIXED_PARTS,
    SEASONS,
    UNITS,
    Part,
    Unit,
)
from pipeline.annotate.dates.relative import read_period
from pipeline.annotate.dates.words import Reading, Words

_SECTIONS = {"half": 2, "third": 3, "quarter": 4}
_EDGES = {"first": False, "opening": False, "last": True, "final": True, "closing": True}
_PERIODIC = {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.WEEKEND}


def read_part(words: Words, i: int) -> Reading | None:
    """Returns the part of a period that begins at the position ("the" included)."""
    for reader in (_read_prefixed, _read_noun_part, _read_section, _read_stretch, _read_holding):
        reading = reader(words, i)
        if reading is not None:
            return reading
    return None


def _read_prefixed(words: Words, i: int) -> Reading | None:
    """Reads "early May", "mid-2015", "late in 2015", "early to mid-May"."""
    word = words.lower(i)
    hyphen = words.is_dash(i + 1)
    if word not in (HYPHENATED_PARTS if hyphen else PREFIXED_PARTS):
        return None
    j = i + 1 + hyphen
    second = _second_part(words, j)
    if second is not None:
        part, j = second
        inner = _read_inner(words, j)
        if inner is None:
            return None
        first = Portion(part=PARTS[word], within=inner.expression)
        return _range(first, Portion(part=part, within=inner.expression), i, inner.after)
    while words.lower(j) in {"in", "on", "the"}:
        j += 1
    inner = _read_inner(words, j)
    if inner is None:
        return None
    return Reading(
        expression=Portion(part=PARTS[word], within=inner.expression), first=i, after=inner.after
    )


def _second_part(words: Words, j: int) -> tuple[Part, int] | None:
    """Reads the "to mid-" of "early to mid-May", "early-to-mid 2015"."""
    j += words.is_dash(j)
    if words.lower(j) not in {"to", "and", "or"}:
        return None
    j += 1
    j += words.is_dash(j)
    word = words.lower(j)
    if word not in PREFIXED_PARTS:
        return None
    j += 1
    return PARTS[word], j + words.is_dash(j)


def _range(left: Expression, right: Expression, first: int, after: int) -> Reading:
    return Reading(expression=Range(left=left, right=right), first=first, after=after)


def _read_noun_part(words: Words, i: int) -> Reading | None:
    """Reads "the end of May", "the beginning of this year", "year's end"."""
    j = i + (words.lower(i) == "the")
    word = words.lower(j)
    if word in {"early", "mid", "late"} and words.lower(j + 1) in {"part", "days", "months"}:
        part, j = PARTS[word], j + 2
    elif word in NOUN_PARTS:
        part, j = PARTS[word], j + 1
    elif word == "very" and words.lower(j + 1) in NOUN_PARTS:
        part, j = PARTS[words.lower(j + 1)], j + 2
    else:
        return _read_year_end(words, i)
    if words.lower(j) != "of":
        return None
    inner = _read_inner(words, j + 1, determined=True)
    if inner is None:
        return None
    return Reading(
        expression=Portion(part=part, within=inner.expression), first=i, after=inner.after
    )


def _read_year_end(words: Words, i: int) -> Reading | None:
    """Reads "year's end", "the year's end", "year-end 2015"."""
    j = i + (words.lower(i) == "the")
    if words.lower(j) not in {"year", "month"}:
        return None
    unit = UNITS[words.lower(j)]
    owned = words.lower(j + 1) in {"'", "’"} and words.lower(j + 2) == "s"
    k = j + 3 if owned else j + 2
    if not (owned or words.is_dash(j + 1)) or words.lower(k) not in {"end", "start"}:
        return None
    part = PARTS[words.lower(k)]
    year = words.year(k + 1)
    if year is not None and unit is Unit.YEAR:
        within: Expression = Years(first=year, last=year)
        return Reading(expression=Portion(part=part, within=within), first=i, after=k + 2)
    within = Period(unit=unit, offset=0, base=Base.NEAR)
    return Reading(expression=Portion(part=part, within=within), first=i, after=k + 1)


def _read_section(words: Words, i: int) -> Reading | None:
    """Reads "Q3 2019", "H1 2020", "the second half of the year", "third-quarter 2019"."""
    lexeme = words.at(i)
    if lexeme is not None and lexeme.kind in {"quarter", "half"}:
        index = int("".join(char for char in lexeme.text if char.isdigit()))
        of = 4 if lexeme.kind == "quarter" else 2
        return _section_of(words, i, i + 1, index, of, needs_of=False)
    j = i + (words.lower(i) == "the")
    index_word = words.ordinal(j)
    if words.lower(j) in {"last", "final"}:
        index_word = _SECTIONS.get(words.lower(j + 1))
    if index_word is None:
        return None
    k = j + 1 + words.is_dash(j + 1)
    size = _SECTIONS.get(words.lower(k))
    if size is None or index_word > size:
        return None
    if size == 4 and _stands_bare(words, i, k + 1):
        year = Period(unit=Unit.YEAR, offset=0, base=Base.NEAR)
        expression = Section(index=index_word, of=size, within=year)
        return Reading(expression=expression, first=i, after=k + 1)
    return _section_of(words, i, k + 1, index_word, size, needs_of=not words.year(k + 1))


def _stands_bare(words: Words, i: int, after: int) -> bool:
    """Says whether a quarter is of no named year: "in the first quarter"."""
    opened = words.lower(i) == "the" and words.lower(i - 1) in {"in", "during", "for"}
    return opened and words.lower(after) not in {"of", "in"} and words.year(after) is None


def _section_of(
    words: Words, first: int, j: int, index: int, of: int, *, needs_of: bool
) -> Reading | None:
    if needs_of and words.lower(j) not in {"of", "in"}:
        return None
    while words.lower(j) in {"of", "in", ","}:
        j += 1
    inner = _read_inner(words, j, determined=True)
    if inner is None:
        return None
    expression = Section(index=index, of=of, within=inner.expression)
    return Reading(expression=expression, first=first, after=inner.after)


def _read_stretch(words: Words, i: int) -> Reading | None:
    """Reads "the first nine months of 2020", "the second week of May", "the last days of 2014"."""
    j = i + (words.lower(i) == "the")
    ordinal = words.ordinal(j)
    from_end = _EDGES.get(words.lower(j), False)
    if ordinal is None and words.lower(j) not in _EDGES:
        return None
    count = words.count(j + 1) if words.lower(j) in _EDGES else None
    k = j + 1 if count is None else j + 2
    word = words.lower(k)
    unit = UNITS.get(word)
    if unit not in _PERIODIC or words.lower(k + 1) != "of":
        return None
    inner = _read_inner(words, k + 2, determined=True)
    if inner is None:
        return None
    if word.endswith("s") and count is None:  # "the first days of May"
        part = Part.END if from_end else Part.START
        return Reading(
            expression=Portion(part=part, within=inner.expression), first=i, after=inner.after
        )
    first, last = (1, count) if count is not None else (ordinal or 1, ordinal or 1)
    expression = Stretch(
        unit=unit, first=first, last=last, within=inner.expression, from_end=from_end
    )
    return Reading(expression=expression, first=i, after=inner.after)


def _read_holding(words: Words, i: int) -> Reading | None:
    """Reads "the week of March 3", "the weekend of 12 May"."""
    j = i + (words.lower(i) == "the")
    unit = UNITS.get(words.lower(j))
    if unit not in {Unit.WEEK, Unit.WEEKEND} or words.lower(j + 1) != "of":
        return None
    inner = read_absolute(words, j + 2)
    if inner is None:
        return None
    expression = Holding(unit=unit, within=inner.expression)
    return Reading(expression=expression, first=i, after=inner.after)


def _read_inner(words: Words, i: int, *, determined: bool = False) -> Reading | None:
    """Reads the period that a part is of: "May 2015", "the year", "last year", "the 1990s"."""
    if words.lower(i) in UNITS and not determined:
        return None
    reading = read_period(words, i)
    if reading is not None:
        return reading
    if words.lower(i) == "the":
        absolute = read_absolute(words, i + 1)
        if absolute is not None:
            return absolute
        unit = UNITS.get(words.lower(i + 1))
        if unit is not None and not words.lower(i + 1).endswith("s"):
            period = Period(unit=unit, offset=0, base=Base.NEAR)
            return Reading(expression=period, first=i, after=i + 2)
        return None
    if words.lower(i) in SEASONS and words.capital(i) and words.year(i + 1) is None:
        return None
    return read_absolute(words, i)
