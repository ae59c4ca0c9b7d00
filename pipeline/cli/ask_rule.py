"""The questions that `entente rules new` asks on a terminal, and what was answered."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import typer

from pipeline.problems import ConfigurationError
from pipeline.records import EventType
from pipeline.rules.markup import parse_marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a new rule is to be."""

    lemma: str
    event_type: str
    is_noun: bool = False
    match: str = ""
    no_match: str = ""

    def checked_type(self) -> EventType:
        """Returns the event type.

        Raises:
            ConfigurationError: there is none of that name.
        """
        name = self.event_type.upper()
        if name not in EventType.__members__:
            options = ", ".join(EventType)
            raise ConfigurationError([f"--type {self.event_type} is none of {options}"])
        return EventType[name]


def ask_rule() -> Wish:
    """Asks for a rule on the terminal, each answer until it can be read.

    Raises:
        ConfigurationError: there is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise ConfigurationError(["rules new: name the WORD and --type, or call it on a terminal"])
    lemma = typer.prompt("Word in dictionary form (e.g. delist)")
    is_noun = typer.confirm("Is it a noun?", default=False)
    kind = typer.prompt(f"Event type ({', '.join(EventType)})", value_proc=_event_type)
    typer.echo("A sentence of your own that says it, with its roles marked, for example:")
    typer.echo(f"  [Norway](source) [{lemma}](trigger) [Chad](target).")
    match = typer.prompt("Match", value_proc=_marked)
    no_match = typer.prompt("A sentence with the word that says no such thing", default="")
    return Wish(lemma=lemma, event_type=kind, is_noun=is_noun, match=match, no_match=no_match)


def _event_type(answer: str) -> str:
    if answer.strip().upper() not in EventType.__members__:
        raise typer.BadParameter(f"none of {', '.join(EventType)}")
    return answer.strip().upper()


def _marked(answer: str) -> str:
    """Returns the sentence where its marks are those that a rule needs."""
    try:
        _, spans = parse_marked(answer)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    names = {name for _, _, name in spans}
    if not {"trigger", "source", "target"} <= names:
        raise typer.BadParameter("mark [..](trigger), [..](source) and [..](target)")
    return answer
