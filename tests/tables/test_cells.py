"""One cell to text and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tables.cells import format_cell, guard_formula, parse_cell, unguard_formula
from pipeline.tables.schema import Column, ColumnType


def column(type_: ColumnType, decimals: int = 2) -> Column:
    return Column(name="x", type=type_, description="A test column.", decimals=decimals)


@pytest.mark.parametrize(
    ("type_", "value", "cell"),
    [
        (ColumnType.TEXT, None, ""),  # missing is an empty cell
        (ColumnType.TEXT, "NA", "NA"),  # Namibia's two-letter code is no missing value
        (ColumnType.TEXT, "None", "None"),
        (ColumnType.TEXT, "0012e4", "0012e4"),  # an id is no number
        (ColumnType.TEXT, " leading space", " leading space"),
        (ColumnType.TEXT, "=1+1", "'=1+1"),
        (ColumnType.TEXT, "'=1+1", "''=1+1"),  # a text that already looks guarded
        (ColumnType.TEXT, "'quoted'", "'quoted'"),  # an apostrophe alone runs nothing
        (ColumnType.BOOLEAN, True, "true"),
        (ColumnType.BOOLEAN, False, "false"),
        (ColumnType.DATE, dt.date(2015, 9, 1), "2015-09-01"),
        (ColumnType.INTEGER, 12, "12"),
        (ColumnType.NUMBER, -0.5, "-0.50"),  # a number keeps its sign unguarded
        (ColumnType.NUMBER, 1, "1.00"),
    ],
)
def test_a_cell_is_written_and_read_back(type_, value, cell):
    assert format_cell(value, column(type_)) == cell
    assert parse_cell(cell, column(type_)) == value


@pytest.mark.parametrize(
    "text",
    ["=SUM(A1)", "+1", "-Iran said", "@cmd", "\tx", "\rx", "\nx"],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert guard_formula(text) == f"'{text}"


@given(st.text())
def test_the_guard_is_reversible(text):
    assert unguard_formula(guard_formula(text)) == text


@given(st.text(alphabet="'=+-@\t\r\nab", max_size=8))
def test_the_guard_is_reversible_on_texts_that_look_guarded(text):
    guarded = guard_formula(text)
    assert unguard_formula(guarded) == text
    assert not guarded.startswith(tuple("=+-@\t\r\n"))


@pytest.mark.parametrize(
    ("type_", "cell"),
    [
        (ColumnType.BOOLEAN, "yes"),
        (ColumnType.DATE, "2015"),
        (ColumnType.INTEGER, "1.5"),
        (ColumnType.NUMBER, "high"),
    ],
)
def test_a_cell_of_another_type_is_an_error(type_, cell):
    with pytest.raises(ValueError, match=r".+"):
        parse_cell(cell, column(type_))
