"""How a component of the core is kept: named byte strings in its folder.

Belongs here: the four spaCy methods of serialisation, shared by the components.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Self

import srsly


class FileComponent:
    """A component whose state is a few files.

    Subclasses say which (FILES) and build themselves in ``load``.
    """

    FILES: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def load(self) -> None:
        """Build what the files describe; called once they are all there."""
        raise NotImplementedError

    def set_contents(self, contents: dict[str, bytes]) -> Self:
        """Take the files and build the component."""
        missing = [name for name in self.FILES if name not in contents]
        if missing:
            raise FileNotFoundError(f"{type(self).__name__} lacks {', '.join(missing)}")
        self.contents = {name: contents[name] for name in self.FILES}
        self.load()
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the files."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.contents.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Self:
        """Read the files."""
        folder = Path(path)
        return self.set_contents({name: (folder / name).read_bytes() for name in self.FILES})

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """All files as one byte string."""
        return bytes(srsly.msgpack_dumps(self.contents))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """The reverse of ``to_bytes``."""
        return self.set_contents(srsly.msgpack_loads(data))
