"""Gold names from GUM: its nested mentions of everything, cut down to the names among them.

Belongs here: GUM's Entity annotation and the rules that find a name in a mention. Does
not belong here: the scheme and the other sources (names.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.english.names import CONNECTORS, TITLES, load_lists, place_kinds, span_masks
from models.english.treebanks import Sentence, Word
from pipeline.annotate.core.labels import ANY_NAME

TIME_WORDS = frozenset(
    """
    january february march april may june july august september october november december jan.
    feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. monday tuesday wednesday thursday
    friday saturday sunday week weeks month months year years decade decades century centuries
    summer winter spring autumn fall weekend today yesterday tomorrow day days quarter 1990s
    1980s
    """.split()
)
YEAR = r"(1[5-9]|20)\d\ds?"


@dataclass(frozen=True, kw_only=True)
class Mention:
    """One GUM mention: words ``start`` to ``end`` (not included)."""

    start: int
    end: int
    kind: str
    identity: str


def gum_masks(sentence: Sentence, mentions: Sequence[Mention]) -> list[int]:
    """The allowed tags of every word of a GUM sentence.

    Args:
        sentence: The sentence.
        mentions: Its mentions, nested ones too.

    Returns:
        One mask a word.
    """
    words = sentence.words
    masks = [1] * len(words)
    taken = [False] * len(words)
    spans = [(span, mention) for mention in mentions if (span := _name_span(words, mention))]
    # The longest first: a name inside another ("Bank of England") is no name of its own.
    for (start, end), mention in sorted(spans, key=lambda s: (s[0][0] - s[0][1], s[0][0])):
        if any(taken[start:end]):
            continue
        kinds, open_ = _kinds(words[start:end], mention)
        if kinds:
            span_masks(masks, start, end, kinds, open_=open_)
        else:
            # An "abstract" or "object" with a name may be a company or a law: GUM does not say.
            masks[start:end] = [ANY_NAME] * (end - start)
        taken[start:end] = [True] * (end - start)
    for at, word in enumerate(words):
        if not taken[at] and word.form[:1].isupper():
            _mask_unmentioned(masks, words, at)
    return masks


def _mask_unmentioned(masks: list[int], words: Sequence[Word], at: int) -> None:
    """Tags of a capitalised word that is in no mention: GUM leaves modifiers unmarked."""
    word, lists = words[at], load_lists()
    lower = word.form.lower()
    if lower in lists.norp and word.upos in ("ADJ", "PROPN", "NOUN"):
        span_masks(masks, at, at + 1, ["NORP"])
    elif word.upos != "PROPN":
        return
    elif lower in lists.gpe and not _near_proper(words, at):
        span_masks(masks, at, at + 1, ["GPE"])
    elif not _is_title(word):
        masks[at] = ANY_NAME


def _near_proper(words: Sequence[Word], at: int) -> bool:
    near = [words[i] for i in (at - 1, at + 1) if 0 <= i < len(words)]
    return any(w.upos == "PROPN" and not _is_title(w) for w in near)


def _is_title(word: Word) -> bool:
    return word.form.lower() in TITLES


def _head(words: Sequence[Word], start: int, end: int) -> int:
    for at in range(start, end):
        if not start < words[at].head <= end:
            return at
    return end - 1


def _proper(word: Word) -> bool:
    return word.upos == "PROPN" or word.xpos.startswith("NNP")


def _name_span(words: Sequence[Word], mention: Mention) -> tuple[int, int] | None:
    head = _head(words, mention.start, mention.end)
    if mention.kind == "time":
        return _time_span(words, mention)
    if not _proper(words[head]):
        return None
    start, end = head, head + 1
    person = mention.kind in ("person", "animal")
    if person and _is_title(words[head]):
        return None
    while start > mention.start and _joins_left(words[start - 1], person):
        start -= 1
    while end < mention.end:
        reach = _reach(words, end, mention.end, person=person, linked=bool(mention.identity))
        if reach == end:
            break
        end = reach
    if all(_is_title(w) for w in words[start:end]):
        return None
    return start, end


def _joins_left(word: Word, person: bool) -> bool:
    if person and (_is_title(word) or word.deprel in ("nmod:desc", "appos")):
        return False
    if word.form in ("-", "&"):
        return True
    if word.form.lower() in load_lists().norp and person:
        return False
    return _proper(word) or (word.deprel == "amod" and word.form[:1].isupper() and not person)


def _reach(words: Sequence[Word], end: int, limit: int, *, person: bool, linked: bool) -> int:
    """One past the name if it goes on after ``end`` (over at most two connecting words)."""
    word = words[end]
    if _proper(word) and word.deprel not in ("appos", "conj", "list"):
        return end + 1
    if word.upos == "NUM" and word.deprel in ("nummod", "flat", "nmod:desc", "dep") and not person:
        return end + 1
    low = word.form.lower()
    if low not in CONNECTORS or (
        person and low not in ("-", "de", "al", "la", "of" if linked else "-")
    ):
        return end
    if low in ("and", "in", "on", "to", "'s", "’s") and not linked:
        return end
    for ahead in (end + 1, end + 2):
        if ahead >= limit:
            return end
        if _proper(words[ahead]) and words[ahead].deprel != "appos":
            return ahead + 1
        if words[ahead].form.lower() not in CONNECTORS:
            return end
    return end


def _time_span(words: Sequence[Word], mention: Mention) -> tuple[int, int] | None:
    start, end = mention.start, mention.end
    for at in range(start, end):
        if at > start and words[at].upos in ("SCONJ", "PRON", "VERB", "AUX"):
            end = at
            break
    forms = [w.form.lower() for w in words[start:end]]
    dated = any(f in TIME_WORDS or re.fullmatch(YEAR, f) for f in forms)
    return (start, end) if dated and end - start <= 7 else None


def _kinds(words: Sequence[Word], mention: Mention) -> tuple[Sequence[str], bool]:
    lower = [w.form.lower() for w in words]
    lists = load_lists()
    if mention.kind == "time":
        # Months, weekdays and years are dates; "eight hours a day" may be one or not.
        certain = any(w.upos == "PROPN" or re.fullmatch(YEAR, w.form.lower()) for w in words)
        return ["DATE"], not certain
    if mention.kind == "person":
        group = lower[-1] in lists.norp or (words[-1].xpos == "NNPS" and len(words) == 1)
        return ["NORP" if group else "PERSON"], False
    if mention.kind == "organization":
        # Teams and governments under a country's name: the country, as elsewhere.
        return ["GPE" if " ".join(lower) in lists.gpe else "ORG"], False
    if mention.kind == "event":
        return ["EVENT"], False
    if mention.kind == "place":
        return place_kinds(lower), False
    return [], False


def read_mentions(sentence: Sentence) -> list[Mention]:
    """The mentions of one GUM sentence from its Entity annotations.

    Args:
        sentence: The sentence.

    Returns:
        Mentions in the order in which they close.
    """
    stack: list[tuple[str, str, str, int]] = []
    found: list[Mention] = []
    for at, word in enumerate(sentence.words):
        for opened, closed in re.findall(r"\(([^()]+)|([^()]*)\)", word.misc.get("Entity", "")):
            if opened:
                fields = opened.split("-", 7)
                identity = fields[6].split("-", 1) if len(fields) > 6 else [""]
                name = fields[7] if len(fields) > 7 else (identity[1] if len(identity) > 1 else "")
                stack.append((fields[0], fields[1] if len(fields) > 1 else "", name, at))
            else:
                group = closed or (stack[-1][0] if stack else "")
                for index in range(len(stack) - 1, -1, -1):
                    if stack[index][0] == group:
                        _, kind, name, start = stack.pop(index)
                        found.append(Mention(start=start, end=at + 1, kind=kind, identity=name))
                        break
    return found
