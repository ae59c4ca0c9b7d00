"""`entente knowledge import`: actor dictionaries of event coders made tables of ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import console
from pipeline.problems import ConfigurationError

if TYPE_CHECKING:
    from pipeline.knowledge.petrarch import Dictionary, Table

#: Remarks that are shown; the file beside the table has all of them.
_SHOWN = 8


def import_dictionaries(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Actor dictionaries of PETRARCH or TABARI."),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Folder of the tables.")
    ] = Path("knowledge"),
) -> None:
    """Turn actor dictionaries of event coders into tables that you can edit and use.

    Example: [bold]entente knowledge import Phoenix.Countries.actors.txt --out mine[/bold]

    For each dictionary a table (.csv) for --knowledge and, beside it, a list (.remarks.txt) of the
    lines that were not read, were left out, or deserve a look. Nothing is written where one of the
    files is no actor dictionary or its table is there already; ends with 2 then.
    """
    from pipeline.knowledge import load_knowledge
    from pipeline.knowledge.gazetteer import load_gazetteer
    from pipeline.knowledge.petrarch import build_rows, write_table

    messages: list[str] = []
    read = [(path, _read_dictionary(path, out, messages)) for path in files]
    if messages:
        raise ConfigurationError(messages)
    known, places = load_knowledge(), load_gazetteer()
    for path, dictionary in read:
        if dictionary is None:
            continue
        table = build_rows(dictionary.blocks, knowledge=known, gazetteer=places, file=path.name)
        table.remarks.extend(dictionary.remarks)
        _tell(table, path, write_table(table, out / f"{path.stem}.csv", dictionary=path.name))


def _read_dictionary(path: Path, out: Path, messages: list[str]) -> Dictionary | None:
    """Returns the dictionary of the file, or None and a message why there is none."""
    from pipeline.knowledge.petrarch import read_blocks, why_not_actors
    from pipeline.reading.decode import NotTextError, decode

    target = out / f"{path.stem}.csv"
    if target.exists():
        messages.append(f"{target} is there already; move it away or choose another --out")
    try:
        dictionary = read_blocks(decode(path.read_bytes()).text)
    except OSError as error:
        messages.append(f"{path} cannot be read ({error.strerror})")
    except NotTextError as error:
        messages.append(f"{path} is no text ({error})")
    else:
        reason = why_not_actors(dictionary)
        if not reason:
            return dictionary
        messages.append(f"{path} {reason}")
    return None


def _tell(table: Table, path: Path, remarks: Path) -> None:
    """Says on the terminal what became of a dictionary."""
    from collections import Counter

    counts = Counter(remark.sort.value for remark in table.remarks)
    told = ", ".join(f"{number} {sort}" for sort, number in sorted(counts.items())) or "no remarks"
    written = remarks.with_name(f"{path.stem}.csv")
    console().print(
        f"{path.name}: {len(table.actors)} actors in {len(table.rows)} rows of {written}; {told}."
    )
    for remark in sorted(table.remarks, key=lambda item: item.line)[:_SHOWN]:
        console().print(f"  {path.name}:{remark}")
    if len(table.remarks) > _SHOWN:
        console().print(f"  ... all {len(table.remarks)} remarks are in {remarks}")
