"""The terminal: where results and messages are shown to a person."""

from __future__ import annotations

import sys

from rich.console import Console

#: Columns of a line where output goes to a file or a pipe, so that a table is not cut at 80.
PIPE_WIDTH = 160


def console(*, error: bool = False) -> Console:
    """Returns the terminal; names in documents are never read as markup or coloured as numbers."""
    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else PIPE_WIDTH
    return Console(file=stream, markup=False, highlight=False, emoji=False, width=width)
