"""Whose statement a document is, for the first person outside of quotations.

Here belong the signs of an issuer: what reading found, the title, and in a text that says "we" the
one state whose feelings it tells. Who speaks in a quotation is in `speakers`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from pipeline.annotate import grammar
from pipeline.annotate.actors.names import NameHit, find_names
from pipeline.annotate.actors.titles import role_key
from pipeline.annotate.parse import Doc
from pipeline.knowledge.fold import fold
from pipeline.knowledge.store import Form, Knowledge
from pipeline.records import Actor, ActorKind, ActorMention, DocumentText

#: What a statement's issuer does in it.
_STANCES = frozenset(
    "condemn welcome reaffirm support stand congratulate commend deplore reject call urge express"
    " extend offer regret remain reiterate mourn applaud praise denounce honor honour recognize"
    " recognise believe hope continue".split()
)
_SPEAKING = re.compile(
    r"\b(?:statement|remarks|speech|address|message|communiqué|communique|letter|op-ed)\b"
    r"(?:\s+\w+){0,3}?\s+(?:by|of|from)\b|\b(?:statement|remarks|speech|address|says|said|condemns"
    r"|welcomes|urges|calls|marks|expresses|congratulates|comments|responds|warns|announces)\b",
    re.IGNORECASE,
)
_OFFICES = {
    "foreign secretary": ("foreign minister", "GBR"),
    "defence secretary": ("defense minister", "GBR"),
    "defense secretary": ("defense minister", "USA"),
    "secretary of state": ("foreign minister", "USA"),
    "secretary of defense": ("defense minister", "USA"),
    "external affairs minister": ("foreign minister", "IND"),
}
_OFFICE_NOUNS = frozenset(
    "minister secretary president premier ambassador commissioner chancellor undersecretary"
    " spokesperson spokesman spokeswoman envoy representative".split()
)
#: How far into the text its speaker is introduced, and how near to his name his office stands.
_HEAD = 400
_NEAR = 40
_OPENING = 2
_OPENS = frozenset('“«„"')
_CLOSES = frozenset('”»"')
_FIRST_PLURAL = frozenset({"we", "our", "ours"})
_FIRST = frozenset({"we", "our", "us", "i", "my"})


def issuer_of(
    doc: Doc, document: DocumentText, actors: Sequence[ActorMention], knowledge: Knowledge
) -> Actor | None:
    """Returns the actor whose statement the document is, None where nothing tells.

    Example: under the title "Statement by Foreign Minister Penny Wong on the coup" it is her.
    """
    return (
        _named(document.issuer, document, actors, knowledge)
        or _of_title(document, actors, knowledge)
        or _feeling(doc, actors)
        or _own_official(doc, actors, knowledge)
        or _leading(doc, document, actors)
    )


def _named(
    name: str, document: DocumentText, actors: Sequence[ActorMention], knowledge: Knowledge
) -> Actor | None:
    if not name:
        return None
    found = knowledge.find(name, document.date)
    if found:
        return found[0].actor
    return next(iter(_actors_in(name, actors, knowledge)), None)


def _of_title(
    document: DocumentText, actors: Sequence[ActorMention], knowledge: Knowledge
) -> Actor | None:
    """Returns who speaks by the title: "Statement by X on ...", "X condemns ..."."""
    speaking = _SPEAKING.search(document.title)
    if speaking is None:
        return None
    by = speaking.group().lower().split()[-1] in {"by", "of", "from"}
    part = document.title[speaking.end() :] if by else document.title[: speaking.start()]
    part = re.split(r"\b(?:on|at|about|regarding|following|after|to|in)\b", part)[0]
    found = list(_actors_in(part, actors, knowledge))
    persons = [actor for actor in found if actor.kind is ActorKind.PERSON]
    if persons or found:
        return (persons or found)[-1] if by else (persons or found)[0]
    return _office_in(part, document, actors, knowledge) or _introduced(part, document, actors)


def _office_in(
    part: str, document: DocumentText, actors: Sequence[ActorMention], knowledge: Knowledge
) -> Actor | None:
    """Returns who holds an office that names no state but has only one ("Foreign Secretary")."""
    words = role_key(part) if part.strip() else ""
    for title, (role, country) in _OFFICES.items():
        if title not in part.lower() and title != words:
            continue
        holders = {entry.actor.actor_id: entry for entry in knowledge.holders(role, country)}
        named = [m.actor for m in actors if m.actor.actor_id in holders]
        if named:
            return named[0]
        current = knowledge.holders(role, country, document.date) if document.date else []
        return current[0].actor if len(current) == 1 else None
    return None


def _introduced(part: str, document: DocumentText, actors: Sequence[ActorMention]) -> Actor | None:
    """Returns the first person of the text where the title names his office alone.

    Example: "Minister for Pacific Affairs condemns the coup", then "Minister Pat Conroy said".
    """
    words = set(part.lower().split()) & _OFFICE_NOUNS
    for mention in actors:
        if mention.evidence.start > _HEAD or mention.actor.kind is not ActorKind.PERSON:
            continue
        start = max(0, mention.evidence.start - _NEAR)
        if words & set(document.text[start : mention.evidence.end].lower().split()):
            return mention.actor
    return None


def _own_official(doc: Doc, actors: Sequence[ActorMention], knowledge: Knowledge) -> Actor | None:
    """Returns who opens a text that says "we" or "our", with his office but not his country.

    Example: "Foreign Minister Vivian Balakrishnan flew to Fiji to discuss our trade pact." A
    newspaper would say whose minister he is.
    """
    if not _says_we(doc):
        return None
    for sentence in doc.sents[:_OPENING]:
        for subject in grammar.subjects(sentence.root):
            for mention in actors:
                evidence = mention.evidence
                inside = evidence.start <= subject.idx < evidence.end
                if not inside or mention.actor.kind is not ActorKind.PERSON:
                    continue
                start = max(sentence.start_char, evidence.start - _NEAR)
                words = doc.text[start : evidence.end].split()
                titled = _OFFICE_NOUNS & {word.lower() for word in words}
                if titled and not _is_foreign(words, knowledge):
                    return mention.actor
    return None


def _is_foreign(words: Sequence[str], knowledge: Knowledge) -> bool:
    """Says whether a title names its country ("Iraqi Prime Minister", "U.S. envoy")."""
    found = [hit for word in words for hit in knowledge.find(word)[:1]]
    return any(hit.actor.kind is ActorKind.STATE for hit in found)


def _leading(doc: Doc, document: DocumentText, actors: Sequence[ActorMention]) -> Actor | None:
    """Returns the body that opens the title of a text that says "we" of no one else."""
    if not _says_we(doc):
        return None
    title = document.title.lower()
    found: Counter[Actor] = Counter()
    for mention in actors:
        text = mention.evidence.text.lower()
        opens = title.startswith((f"{text} ", f"the {text} "))
        if opens and mention.actor.kind is not ActorKind.PERSON:
            found[mention.actor] += 1
    return found.most_common(1)[0][0] if found else None


def _says_we(doc: Doc, words: Container[str] = _FIRST_PLURAL) -> bool:
    """Says whether the text says "we" or "our", or other words, outside of quotation marks."""
    depth = 0
    for token in doc.tokens:
        if token.text in _OPENS and not (token.text == '"' and depth):
            depth = 1
        elif token.text in _CLOSES:
            depth = 0
        elif not depth and token.lower_ in words and token.text != "US":
            return True
    return False


def _actors_in(text: str, actors: Sequence[ActorMention], knowledge: Knowledge) -> Iterator[Actor]:
    """Yields the actors that a title or issuer's line names, in order."""
    known = {mention.actor.actor_id: mention.actor for mention in actors}
    hits: list[NameHit] = find_names(fold(text), knowledge)
    for hit in hits:
        full = [item.actor for item in hit.found if item.form is not Form.SHORT]
        short = [item.actor for item in hit.found if item.actor.actor_id in known]
        if full or short:
            yield (short or full)[0]
    for actor in known.values():
        if actor.kind is ActorKind.PERSON and actor.name.split()[-1] in text.split():
            yield actor


def _feeling(doc: Doc, actors: Sequence[ActorMention]) -> Actor | None:
    """Returns the one state or organisation whose stances a text in the first person tells."""
    if not _says_we(doc, _FIRST):
        return None
    by_start = {mention.evidence.start: mention.actor for mention in actors}
    ends = {mention.evidence.end: mention.actor for mention in actors}
    found: dict[str, Actor] = {}
    for sentence in doc.sents:
        root = sentence.root
        if root.lemma_.lower() not in _STANCES and not grammar.children(root, "copula"):
            continue
        for subject in grammar.subjects(root):
            actor = ends.get(subject.idx + len(subject.text)) or by_start.get(subject.idx)
            if actor is not None and actor.kind in {ActorKind.STATE, ActorKind.IGO}:
                found[actor.actor_id] = actor
    return next(iter(found.values())) if len(found) == 1 else None
