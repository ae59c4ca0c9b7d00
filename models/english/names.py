"""Gold names for training: GUM's entity mentions, UNER's tags and re3d's spans, as one scheme.

Belongs here: how each source's annotation is cut down to names, and where it leaves
more than one reading open. Does not belong here: the lists of names (name_lists.toml).

A source rarely tells all eight kinds apart (UNER has one LOC, GUM one "place"), so a
token's gold is a *set* of tags, written as a bit mask over NAME_TAGS, and training asks
for the probability of the set.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from models.english.treebanks import Sentence, Word
from pipeline.annotate.core.labels import ANY_NAME, span_parts, tag_index

TITLES = frozenset(
    """
    president minister secretary general king queen prince princess pope chancellor
    ambassador senator representative congressman congresswoman governor mayor judge justice
    professor doctor dr. mr. mrs. ms. sir lord lady colonel major captain lieutenant
    sergeant admiral director chairman chairwoman speaker prime premier emperor sheikh imam
    ayatollah sultan emir god speaker fellow whip founder founders sen. rep. gov. gen. lt.
    col. sgt. capt. prof. rev. st. mr mrs ms dr mom dad mum uncle aunt
    """.split()
)
TIME_WORDS = frozenset(
    """
    january february march april may june july august september october november december jan.
    feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. monday tuesday wednesday thursday
    friday saturday sunday week weeks month months year years decade decades century centuries
    summer winter spring autumn fall weekend today yesterday tomorrow day days quarter 1990s
    1980s
    """.split()
)
CONNECTORS = frozenset("of the and for & - – 's ’s de la al in on to".split())
PRONOUNS = frozenset("i you he she it we they us them him his her our their who".split())
YEAR = r"(1[5-9]|20)\d\ds?"
OPEN_PLACE = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, kw_only=True)
class Lists:
    """The name lists, as sets of lower-case words."""

    norp: frozenset[str]
    gpe: frozenset[str]
    loc: frozenset[str]
    loc_words: frozenset[str]
    fac_words: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Mention:
    """One GUM mention: words ``start`` to ``end`` (not included)."""

    start: int
    end: int
    kind: str
    identity: str


@lru_cache(maxsize=1)
def load_lists() -> Lists:
    """Read name_lists.toml."""
    raw = tomllib.loads(Path(__file__).with_name("name_lists.toml").read_text(encoding="utf-8"))
    demonyms = [d for row in raw["countries"].values() for d in row]
    norp = {*demonyms, *(f"{d}s" for d in demonyms), *raw["groups"]["norp"].split()}
    places = raw["places"]
    return Lists(
        norp=frozenset(w.lower() for w in norp),
        gpe=frozenset(
            w.lower() for w in [*raw["countries"], *places["gpe"].split(), *places["gpe_long"]]
        ),
        loc=frozenset(w.lower() for w in places["loc"].split()),
        loc_words=frozenset(places["loc_words"].split()),
        fac_words=frozenset(places["fac_words"].split()),
    )


def span_masks(
    masks: list[int], start: int, end: int, kinds: Iterable[str], *, open_: bool = False
) -> None:
    """Write a name of one of ``kinds`` over tokens ``start`` to ``end``.

    Args:
        masks: The masks of all tokens, changed in place.
        start: First token.
        end: One past the last token.
        kinds: The kinds that the source leaves possible.
        open_: Also allow that there is no name at all.
    """
    for at, part in zip(range(start, end), span_parts(end - start), strict=True):
        masks[at] = int(open_)
        for kind in kinds:
            masks[at] |= 1 << tag_index(kind, part)


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
        return _place_kinds(lower), False
    return [], False


def _place_kinds(lower: Sequence[str]) -> Sequence[str]:
    lists = load_lists()
    if " ".join(lower) in lists.gpe or (len(lower) == 1 and lower[0] not in lists.loc):
        return ["GPE"]
    if any(w in lists.fac_words for w in lower):
        return ["FAC"]
    if any(w in lists.loc_words or w in lists.loc for w in lower):
        return ["LOC"]
    if lower[-1] in lists.gpe or lower[-1] in (
        "city",
        "county",
        "province",
        "republic",
        "state",
        "states",
        "kingdom",
    ):
        return ["GPE"]
    return OPEN_PLACE


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


UNER_KINDS = {"PER": ["PERSON"], "ORG": ["ORG"], "LOC": list(OPEN_PLACE)}


def uner_masks(tags: Sequence[str], words: Sequence[str]) -> list[int]:
    """The allowed tags of a UNER sentence; UNER leaves NORP, EVENT and DATE untagged."""
    lists = load_lists()
    unnamed = 1
    for kind in ("NORP", "EVENT", "DATE"):
        for part in range(4):
            unnamed |= 1 << tag_index(kind, part)
    masks = [unnamed] * len(tags)
    for at, form in enumerate(words):
        if form[:1].isupper() and form.lower() in lists.norp:
            span_masks(masks, at, at + 1, ["NORP"])
    at = 0
    while at < len(tags):
        if tags[at].startswith("B-"):
            end = at + 1
            while end < len(tags) and tags[end].startswith("I-"):
                end += 1
            kinds: Sequence[str] = UNER_KINDS[tags[at][2:]]
            if len(kinds) > 1:
                kinds = _place_kinds([w.lower() for w in words[at:end]])
            span_masks(masks, at, end, kinds)
            at = end
        else:
            at += 1
    return masks


def re3d_masks(words: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> list[int]:
    """The allowed tags of a re3d text.

    Args:
        words: The tokens.
        spans: Entities as first token, one past the last, re3d's type.

    Returns:
        One mask a token. Descriptions ("U.S. service members") are entities in re3d
        and names nowhere else, so their tokens are left open.
    """
    unnamed = 1
    for part in range(4):
        unnamed |= 1 << tag_index("EVENT", part)
    masks = [unnamed] * len(words)
    taken = [False] * len(words)
    for first, end, type_ in sorted(spans, key=lambda s: s[0] - s[1]):
        start = first
        while start < end and words[start].lower() in ("the", "a", "an"):
            start += 1
        if start < end and not any(taken[start:end]) and words[start].lower() not in PRONOUNS:
            taken[start:end] = [_mask_entity(masks, words, start, end, type_)] * (end - start)
    norp = load_lists().norp
    for at, word in enumerate(words):
        if word[:1].isupper() and word.lower() in norp and masks[at] in (unnamed, ANY_NAME):
            span_masks(masks, at, at + 1, ["NORP"])
    return masks


def _mask_entity(masks: list[int], words: Sequence[str], start: int, end: int, type_: str) -> bool:
    """Write one entity of re3d; False if it is of a type that we do not name."""
    lower = [w.lower() for w in words[start:end]]
    if type_ == "Temporal":
        span_masks(masks, start, end, ["DATE"], open_=True)
        return True
    if type_ not in ("Organisation", "Person", "Location", "Nationality"):
        return False
    named = all(w[:1].isupper() or w in CONNECTORS for w in words[start:end])
    if not named or (type_ == "Person" and set(lower) & TITLES):
        masks[start:end] = [ANY_NAME] * (end - start)
    else:
        span_masks(masks, start, end, _re3d_kinds(type_, lower))
    return True


def _re3d_kinds(type_: str, lower: Sequence[str]) -> Sequence[str]:
    if " ".join(lower) in load_lists().norp or type_ == "Nationality":
        return ["NORP"]
    if type_ == "Person":
        return ["PERSON"]
    if " ".join(lower) in load_lists().gpe:
        return ["GPE"]
    return ["ORG"] if type_ == "Organisation" else _place_kinds(lower)
