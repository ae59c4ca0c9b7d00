"""What the words of a date say, before it is known when that was.

The grammar reads text into these forms; `resolve` places them on the calendar. Missing pieces
(the year of "24 July", the anchor of "two days later") are `None` or a `Base` here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.annotate.dates.lexicon import Part, Unit


class Base(StrEnum):
    """What a relative date counts from.

    The document's date, the date named before it in the text, or ("by the end of the year")
    whichever of the two the narration is at.
    """

    DOCUMENT = "document"
    TEXT = "text"
    NEAR = "near"


class Sense(StrEnum):
    """Which of the recurring ones: the last July, this July, the next July."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of a month: "March 12, 2014", "Monday, Dec. 26"."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month: "May 2015", "in May", "last July"."""

    month: int
    year: int | None = None
    sense: Sense = Sense.NEAREST
    base: Base = Base.DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season: "spring of 2015", "last summer". The winter of a year ends in the next."""

    season: int
    year: int | None = None
    sense: Sense = Sense.NEAREST
    base: Base = Base.DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Whole years from `first` to `last`: a year, a decade, a century."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week without a date: "Saturday", "next Monday"."""

    weekday: int
    sense: Sense = Sense.NEAREST
    base: Base = Base.DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The unit that holds the base, moved by `offset`: "last week", "the same month"."""

    unit: Unit
    offset: int
    base: Base


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A count of units from the base: "two days later", "three years ago"; count None: vague."""

    unit: Unit
    count: int | None
    sign: int
    base: Base


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch that touches the base: "the past two weeks"; count None: vague."""

    unit: Unit
    count: int | None
    sign: int
    base: Base = Base.DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What lies after (or before) the last date named in its unit: "later that year"."""

    unit: Unit
    sign: int
    base: Base


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """A part of a period: "early May", "the end of 2020"."""

    part: Part
    within: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The index-th of n equal parts of a period: "Q3 2019", "the first half of 2020"."""

    index: int
    of: int
    within: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Units at an edge of a period: "the first nine months of 2020", "the second week of May".

    Units number `first` to `last` within the period, from its end where `from_end`.
    """

    unit: Unit
    first: int
    last: int
    within: Expression
    from_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """The unit that a date lies in: "the week of March 3"."""

    unit: Unit
    within: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From one date to another, both included."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeless:
    """A date that no calendar can hold as it stands: "recent years"."""


Expression = (
    Day
    | Month
    | Season
    | Years
    | Weekday
    | Period
    | Shift
    | Window
    | Rest
    | Portion
    | Section
    | Stretch
    | Holding
    | Range
    | Placeless
)


def year_of(expression: Expression) -> int | None:
    """Returns the year that the words themselves name, None where they name none."""
    match expression:
        case Day(year=year) | Month(year=year) | Season(year=year):
            return year
        case Years(first=first):
            return first
        case Portion(within=inner) | Section(within=inner) | Stretch(within=inner):
            return year_of(inner)
        case Holding(within=inner):
            return year_of(inner)
        case Range(left=left, right=right):
            return year_of(right) or year_of(left)
        case _:
            return None


def month_of(expression: Expression) -> int | None:
    """Returns the first month that the words name, None where they name none."""
    match expression:
        case Day(month=month) | Month(month=month):
            return month
        case Season(season=season):
            return 3 * season
        case Portion(within=inner) | Section(within=inner) | Stretch(within=inner):
            return month_of(inner)
        case Holding(within=inner):
            return month_of(inner)
        case Range(left=left):
            return month_of(left)
        case _:
            return None


def with_year(expression: Expression, year: int) -> Expression:
    """Returns the expression with its missing year filled in; one that has a year stays.

    Example: "late September" with 2015 is "late September 2015".
    """
    match expression:
        case Day(year=None) | Month(year=None) | Season(year=None):
            return replace(expression, year=year)
        case Portion() | Section() | Stretch() | Holding():
            return replace(expression, within=with_year(expression.within, year))
        case Range(left=left, right=right):
            return Range(left=with_year(left, year), right=with_year(right, year))
        case _:
            return expression


def lacks_year(expression: Expression) -> bool:
    """Says whether the expression names a month, day or season but no year."""
    match expression:
        case Day(year=None):
            return True
        case Month(year=None, sense=sense) | Season(year=None, sense=sense):
            return sense is Sense.NEAREST
        case Portion(within=inner) | Section(within=inner) | Stretch(within=inner):
            return lacks_year(inner)
        case Holding(within=inner):
            return lacks_year(inner)
        case Range(left=left, right=right):
            return lacks_year(left) and lacks_year(right)
        case _:
            return False
