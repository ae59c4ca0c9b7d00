"""Dates of a text: found by an own interval grammar, placed on the calendar, written as EDTF.

`lexemes` cuts the text, `absolute`, `parts`, `relative` and `ranges` read it into `expressions`,
`guards` turns down look-alikes, `clock` and `resolve` place what is left. Which date belongs to
which claim is decided with the claims, not here.

Why own code: of the libraries tried none returns intervals for the forms that briefs use ("by late
September", "spring and summer of 2018", a year carried over from the sentence before).
"""

from pipeline.annotate.dates.find import find_dates

__all__ = ["find_dates"]
