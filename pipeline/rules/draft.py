"""The text of a new rule: a draft that loads, for its author to go on from."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.problems import ConfigurationError
from pipeline.records import RELATION_OF, EventType

_DRAFT = """\
- id: {rule_id}
{status}  type: {event_type}
  trigger: {{{kind}: [{lemma}]}}
  roles: {{source: [{source}], target: [{target}]}}
  examples:
    match:                 # sentences of your own, with every role marked
      - {match}
{no_match}"""

_STATUS = '  status: draft            # checked but not run; "active" once it has its examples'
_NO_MATCH = "    no_match: []           # sentences that look alike and are no claim: one at least"

#: Kind of trigger -> where its roles usually stand, and a sentence that says so.
_KINDS = {
    "verb": (
        "subject",
        "object",
        "[Norway](source) will [{lemma}](trigger) [Chad](target).",
    ),
    "noun": (
        "possessor, modifier, by",
        "of, against, with, for",
        "[Norway](source)'s [{lemma}](trigger) of [Chad](target) went on.",
    ),
}


def draft_rule(
    event_type: EventType, kind: str, lemma: str, *, match: str = "", no_match: str = ""
) -> tuple[str, str]:
    """Returns the id and the YAML of a rule, a draft where it lacks an example of its author's.

    Example: `draft_rule(EventType.SANCTION, "verb", "delist")` begins `tension.sanction.delist`.

    Args:
        kind: `verb` or `noun`.
        match: a sentence with its roles marked, e.g. "[Oman](source) [delisted](trigger) ...".
        no_match: a sentence that looks alike and is no claim.
    """
    source, target, example = _KINDS[kind]
    relation = RELATION_OF[event_type]
    rule_id = f"{relation}.{event_type.lower()}.{lemma.replace(' ', '_')}"
    text = _DRAFT.format(
        rule_id=rule_id,
        event_type=event_type,
        kind=kind,
        lemma=lemma,
        source=source,
        target=target,
        match=json.dumps(match or example.format(lemma=lemma), ensure_ascii=False),
        status="" if match and no_match else f"{_STATUS}\n",
        no_match=_no_match(no_match),
    )
    return rule_id, text


def _no_match(sentence: str) -> str:
    if not sentence:
        return f"{_NO_MATCH}\n"
    return f"    no_match:\n      - {json.dumps(sentence, ensure_ascii=False)}\n"


def append_rule(text: str, folder: Path, event_type: EventType) -> Path:
    """Adds the text to the folder's file for that event type and returns the file.

    Raises:
        ConfigurationError: the folder cannot be written to.
    """
    path = folder / f"{event_type.lower()}.yml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8").rstrip() + "\n\n" if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")
    except OSError as error:
        raise ConfigurationError([f"{path}: {error.strerror or error}"]) from error
    return path
