"""Actor dictionaries of event coders (TABARI, PETRARCH) turned into rows of an actor table.

`blocks` reads the lines, `codes` says what a CAMEO code means, `spelling` gives names their small
letters back, `rows` puts an analyst's table together. Nothing is guessed and nothing is lost: what
cannot be read or has no place in a table becomes a remark with its line.
"""

from pipeline.knowledge.petrarch.blocks import Dictionary, read_blocks, why_not_actors
from pipeline.knowledge.petrarch.remarks import Remark, Sort
from pipeline.knowledge.petrarch.rows import Table, build_rows
from pipeline.knowledge.petrarch.write import write_table

__all__ = [
    "Dictionary",
    "Remark",
    "Sort",
    "Table",
    "build_rows",
    "read_blocks",
    "why_not_actors",
    "write_table",
]
