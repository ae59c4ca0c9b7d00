"""Whom a running flow tells how far it is: a progress bar on a terminal, nobody elsewhere.

A context variable, as a flow's parameters must be plain values that Prefect can write down.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Watcher(Protocol):
    """Something that shows progress."""

    def planned(self, *, to_read: int, unchanged: int) -> None:
        """Tells how many documents will be read and how many are known from earlier runs."""

    def done(self, name: str) -> None:
        """Tells that one document has been read."""


class NoWatcher:
    """Shows nothing."""

    def planned(self, *, to_read: int, unchanged: int) -> None:
        """Does nothing."""

    def done(self, name: str) -> None:
        """Does nothing."""


_WATCHER: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


def watcher() -> Watcher:
    """Returns whom to tell."""
    return _WATCHER.get() or NoWatcher()


@contextmanager
def watched_by(new: Watcher) -> Iterator[None]:
    """Tells `new` of all that runs inside the block."""
    token = _WATCHER.set(new)
    try:
        yield
    finally:
        _WATCHER.reset(token)
