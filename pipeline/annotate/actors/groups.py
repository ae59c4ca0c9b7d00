"""Groups named by whose they are: "Iranian officials", "Russian troops", "Saudi-led coalition".

Here belongs how far such a phrase goes, and the demonyms that share a later noun. What actor the
words make is in `group_actors`, the nouns themselves are in `lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.group_actors import group_actor
from pipeline.annotate.actors.names import NameHit
from pipeline.annotate.actors.phrases import (
    Phrase,
    is_adjective,
    is_country,
    is_of_water,
    next_coordinated,
    phrase_of,
)
from pipeline.annotate.actors.reading import (
    COUNTRY_FORMS,
    Candidate,
    Reading,
)
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.store import Form
from pipeline.records import ActorBasis, ActorKind

#: What names joined by dashes make together, none of them alone.
_JOINT = frozenset("coalition alliance bloc axis partnership entente troika".split())
#: Who makes up an opposition.
_FOLLOWERS = frozenset("figures members supporters candidates".split())


def group_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields the groups that a country's or people's name and a group noun make.

    Example: "Libyan and Turkish-backed ground forces" gives "Libyan" (Libyan ground forces) and
        "Turkish-backed ground forces".
    """
    for hit in reading.hits:
        found = hit.of_form(*COUNTRY_FORMS)
        if found is None or not (found.entry.adjectives or found.form is Form.METONYM):
            continue
        if is_of_water(reading.document.text, hit.start):
            continue
        phrase = phrase_of(reading, hit)
        head = None if _names_another(reading, phrase) else _group_words(phrase)
        if head is not None:
            actor = group_actor(reading, found.entry, phrase, head)
            if actor is not None:
                end = phrase.words[len(head) - 1]
                yield Candidate(
                    start=phrase.start,
                    end=end.idx + len(end.text),
                    actor=actor,
                    basis=ActorBasis.DEMONYM,
                )
        elif not phrase.words and found.form is Form.ADJECTIVE:
            yield from _sharing(reading, phrase, found.entry)


def _names_another(reading: Reading, phrase: Phrase) -> bool:
    """Says whether another actor is named inside the phrase ("U.S.-trained Saudi military")."""
    if not phrase.words:
        return False
    if phrase.lower[-1] == "side":  # "the Syrian side of the border" is a place
        after = next(reading.tokens_after(phrase.words[-1].idx + len("side")), None)
        if after is not None and after.lower_ == "of":
            return True
    start, end = phrase.words[0].idx, phrase.words[-1].idx + 1
    return any(
        hit.text[:1].isupper() and hit.found[0].actor.kind is not ActorKind.GROUP
        for hit in reading.hits_between(start, end)
    )


def _sharing(reading: Reading, phrase: Phrase, entry: Entry) -> Iterator[Candidate]:
    """Yields the group of a demonym whose noun stands after a later one.

    Example: "Russian" in "Russian and Turkish troops".
    """
    if phrase.prefix and phrase.prefix != "pro":
        return
    following = next_coordinated(reading, phrase.hit)
    if following is None or not (is_adjective(following) or _ends_in_group(reading, following)):
        own, head = phrase, _after_unknown(reading, phrase, following)
    else:
        own, head = _as_in_the_last(reading, phrase)
    actor = group_actor(reading, entry, own, head) if head is not None else None
    if actor is not None:
        yield Candidate(
            start=phrase.start, end=phrase.hit.end, actor=actor, basis=ActorBasis.DEMONYM
        )


def _ends_in_group(reading: Reading, hit: NameHit) -> bool:
    """Says whether a group noun stands behind the name ("Somali and | Puntland forces")."""
    return is_country(hit) and _group_words(phrase_of(reading, hit)) is not None


def _as_in_the_last(reading: Reading, phrase: Phrase) -> tuple[Phrase, list[str] | None]:
    """Returns the phrase with the noun of the last coordinated demonym, and that noun's words."""
    last = phrase
    while (following := next_coordinated(reading, last.hit)) is not None:
        if not is_country(following):
            return phrase, None
        last = phrase_of(reading, following)
        if last.words or last.participle:
            break
    own = Phrase(
        hit=phrase.hit,
        start=phrase.start,
        prefix=phrase.prefix,
        participle=phrase.participle or (last.participle if last.participle == "led" else ""),
        words=last.words,
    )
    return own, None if last is phrase else _group_words(last)


def _after_unknown(reading: Reading, phrase: Phrase, following: NameHit | None) -> list[str] | None:
    """Returns the group noun after "and" and a name that is no demonym of the tables.

    "Kurdish and Yezidi fighters" gives "fighters", "Russian and | Syrian Armed Forces" its forces.
    """
    if following is not None:
        words = following.text.split()
        named = reading.knowledge.find(words[0])
        if len(words) > 1 and named and named[0].form is Form.ADJECTIVE:
            return [word.lower() for word in words[1:]]
        return ["governments"] if words[-1] == "governments" else None
    tokens = [
        token for _, token in zip(range(5), reading.tokens_after(phrase.hit.end), strict=False)
    ]
    if len(tokens) < 3 or tokens[0].lower_ not in {"and", "or"} or not tokens[1].text[:1].isupper():
        return None
    words = []
    for token in tokens[2:]:
        if token.pos_ not in {"NOUN", "ADJ"}:
            break
        words.append(token.lower_)
    return words if words and words[-1] in lexicon.ARMED_NOUNS | lexicon.MILITARY_NOUNS else None


def _group_words(phrase: Phrase) -> list[str] | None:
    """Returns the words up to the group noun that ends the phrase, None where there is none."""
    words = phrase.lower
    if not words or phrase.participle in lexicon.PLACE_PARTICIPLES:
        return None
    if phrase.linked and not phrase.participle and words[-1] in _JOINT:
        return None  # "the Russia-Iran-Syria coalition" is each of them
    if _is_group(phrase, words):
        return words
    if phrase.participle and "coalition" in words:
        return words[: words.index("coalition") + 1]
    if words[:2] in (["air", "force"], ["special", "operations"]):
        return words[:2] if phrase.words[0].text[:1].isupper() or words[0] == "air" else None
    for count in range(len(words) - 1, 0, -1):
        noun, after = words[count - 1], phrase.words[count]
        if noun in lexicon.STATE_NOUNS and after.text.islower():
            return None if noun in {"government", "leadership", "diplomacy"} else words[:count]
    return None


def _is_group(phrase: Phrase, words: list[str]) -> bool:
    """Says whether the last word makes a group of the whole phrase."""
    last = words[-1]
    if last in lexicon.GROUP_NOUNS and not _is_capitalised_name(phrase, len(words)):
        return True
    if last in _FOLLOWERS and "opposition" in words:
        return True
    return words[-2:] == ["service", "members"] or (phrase.is_patron and last in lexicon.LED_NOUNS)


def _is_capitalised_name(phrase: Phrase, count: int) -> bool:
    """Says whether the words are a name of their own ("Russian Wagner Group")."""
    first = phrase.words[0]
    return (
        first.text[:1].isupper()
        and phrase.lower[count - 1] in lexicon.BODY_NOUNS
        and phrase.lower[count - 1] not in {"government", "army", "opposition", "parliament"}
    )
