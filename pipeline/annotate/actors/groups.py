"""Groups named by whose they are: "Iranian officials", "Russian troops", "Saudi-led coalition".

Here belongs what a demonym or patron and a group noun make together: the state itself, its armed
forces, a service, or a group of its own. The nouns themselves are in `lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.names import NameHit
from pipeline.annotate.actors.phrases import Phrase, is_adjective, next_coordinated, phrase_of
from pipeline.annotate.actors.reading import (
    COUNTRY_FORMS,
    Candidate,
    Reading,
    adjective_of,
    new_actor,
)
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.store import Form
from pipeline.records import Actor, ActorBasis, ActorKind

#: Groups under a patron that texts call by turns: one actor, so that its rows join.
_CLIENTS = frozenset(
    "militia militias militiamen fighters proxies proxy factions paramilitaries militants".split()
)
#: Kinds of forces that are bodies of their own and written with capitals.
_NAMED_FORCES = frozenset(
    "security special operations air border coast national naval defense defence aerospace missile"
    " guard guards revolutionary democratic".split()
)
#: What names joined by dashes make together, none of them alone.
_JOINT = frozenset("coalition alliance bloc axis partnership entente troika".split())
#: Peoples and creeds that narrow a state's group down.
_PEOPLES = frozenset(
    "arab kurdish shia shiite sunni druze christian tajik uzbek hazara serb albanian tuareg fulani"
    " turkmen alawite muslim jewish".split()
)
_PLURALS = {
    "militia": "militias",
    "rebel": "rebels",
    "insurgent": "insurgents",
    "fighter": "fighters",
    "militant": "militants",
    "separatist": "separatists",
    "group": "groups",
    "faction": "factions",
    "militiamen": "militias",
    "soldier": "soldiers",
    "peacekeeper": "peacekeepers",
    "mercenary": "mercenaries",
    "terrorist": "terrorists",
    "politician": "politicians",
    "company": "companies",
    "firm": "companies",
    "firms": "companies",
    "proxy": "proxies",
}
#: Adjectives that only size the group up.
_VAGUE = frozenset(
    "senior top local several other key elite leading high-level mid-level foreign powerful major"
    " different numerous own main new old young ranking high level hardline hard-line".split()
)


def group_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields the groups that a country's or people's name and a group noun make.

    Example: "Libyan and Turkish-backed ground forces" gives "Libyan" (Libyan ground forces) and
        "Turkish-backed ground forces".
    """
    for hit in reading.hits:
        found = hit.of_form(*COUNTRY_FORMS)
        if found is None or not (found.entry.adjectives or found.form is Form.METONYM):
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
    if following is None or not is_adjective(following):
        own, head = phrase, _after_unknown(reading, phrase, following)
    else:
        own, head = _as_in_the_last(reading, phrase)
    actor = group_actor(reading, entry, own, head) if head is not None else None
    if actor is not None:
        yield Candidate(
            start=phrase.start, end=phrase.hit.end, actor=actor, basis=ActorBasis.DEMONYM
        )


def _as_in_the_last(reading: Reading, phrase: Phrase) -> tuple[Phrase, list[str] | None]:
    """Returns the phrase with the noun of the last coordinated demonym, and that noun's words."""
    last = phrase
    while (following := next_coordinated(reading, last.hit)) is not None:
        if not is_adjective(following):
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
        return None
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
    if words[-2:] == ["service", "members"]:
        return words
    if words[-1] in lexicon.GROUP_NOUNS and not _is_capitalised_name(phrase, len(words)):
        return words
    if phrase.participle and "coalition" in words:
        return words[: words.index("coalition") + 1]
    if phrase.is_patron and words[-1] in lexicon.LED_NOUNS:
        return words
    if words[:2] == ["air", "force"]:
        return words[:2]
    for count in range(len(words) - 1, 0, -1):
        noun, after = words[count - 1], phrase.words[count]
        if noun in lexicon.STATE_NOUNS and after.text.islower():
            return None if noun in {"government", "leadership", "diplomacy"} else words[:count]
    return None


def _is_capitalised_name(phrase: Phrase, count: int) -> bool:
    """Says whether the words are a name of their own ("Russian Wagner Group")."""
    first = phrase.words[0]
    return (
        first.text[:1].isupper()
        and phrase.lower[count - 1] in lexicon.BODY_NOUNS
        and phrase.lower[count - 1] not in {"government", "army", "opposition", "parliament"}
    )


def group_actor(
    reading: Reading, entry: Entry, phrase: Phrase, words: Sequence[str]
) -> Actor | None:
    """Returns the actor that the demonym of `entry` and the words make, None where none acts."""
    kept = [word for word in _service_members(words) if word not in _VAGUE]
    if not kept:
        return None
    head = kept[-1]
    if phrase.prefix in {"anti", "counter"}:
        name = f"anti-{phrase.hit.text} {' '.join(kept)}"
        return new_actor(name, _kind_of(head))
    if phrase.prefix in {"non", "intra", "ex", "post", "inter"}:
        return None
    if phrase.is_patron or "proxy" in kept or "proxies" in kept:
        return _client(reading, entry, phrase, kept)
    if entry.actor.kind not in {ActorKind.STATE, ActorKind.GROUP, ActorKind.GOVERNMENT}:
        return entry.actor
    return _own_group(reading, entry, kept)


def _service_members(words: Sequence[str]) -> list[str]:
    """Returns the words with "service members" as the one word that it is."""
    if list(words[-2:]) == ["service", "members"]:
        return [*words[:-2], "servicemembers"]
    return list(words)


def _client(reading: Reading, entry: Entry, phrase: Phrase, kept: list[str]) -> Actor:
    """Returns the group that stands behind a patron ("Iranian-backed militias")."""
    words = [word for word in kept if word not in {"proxy", "local", "armed", "backed"}]
    if not words or words[-1] in _CLIENTS:
        words = ["militias"]
    if "and" in words or (len(words) > 1 and words[0] in {"groups", "group"}):
        words = ["militias"] if set(words) & _CLIENTS else [words[0]]
    participle = phrase.participle if phrase.participle in {"led", "controlled"} else "backed"
    adjective = _display_adjective(entry)
    name = f"{adjective}-{participle} {' '.join(_PLURALS.get(word, word) for word in words)}"
    return new_actor(name, _kind_of(words[-1]), entry.actor.country, entry.actor.actor_id)


def _display_adjective(entry: Entry) -> str:
    return "U.S." if entry.actor.country == "USA" else adjective_of(entry)


def _own_group(reading: Reading, entry: Entry, kept: list[str]) -> Actor:
    head, modifiers = kept[-1], kept[:-1]
    if kept[-2:] == ["central", "bank"]:
        return _known_or_new(reading, entry, "central bank", "Central Bank", ActorKind.GOVERNMENT)
    if head in lexicon.STATE_NOUNS or "opposition" in kept:
        return _speakers(reading, entry, kept)
    if head in lexicon.MILITARY_NOUNS and "police" in modifiers:
        return _service(reading, entry, [*modifiers[: modifiers.index("police")], "police"])
    if head in lexicon.MILITARY_NOUNS or (head == "group" and "army" in modifiers):
        return _military(reading, entry, kept)
    if head in lexicon.SERVICE_NOUNS:
        return _service(reading, entry, kept)
    if kept[-2:] == ["air", "force"]:
        return _known_or_new(reading, entry, "air force", "Air Force", ActorKind.MILITARY)
    words = " ".join(_PLURALS.get(word, word) for word in kept)
    return _body(entry, words, _kind_of(head))


def _speakers(reading: Reading, entry: Entry, kept: list[str]) -> Actor:
    """Returns whom leaders, officials and the like speak for: mostly the state itself."""
    head, modifiers = kept[-1], kept[:-1]
    if "opposition" in kept:
        return _body(entry, "opposition", ActorKind.GROUP)
    if head in {"leaders", "leader", "representatives"} and lexicon.LED_PEOPLE & set(modifiers):
        words = [word.capitalize() if word in _PEOPLES else word for word in kept]
        return _body(entry, " ".join(words), ActorKind.GROUP)
    if "military" in modifiers or "army" in modifiers:
        return armed_forces(reading, entry)
    if modifiers[-1:] == ["intelligence"]:
        return _body(entry, "intelligence", ActorKind.GOVERNMENT)
    return entry.actor


def service(reading: Reading, entry: Entry, words: list[str]) -> Actor:
    """Returns the state's service of that name: "army", "armed forces", "coast guard"."""
    if words == ["armed", "forces"]:
        return armed_forces(reading, entry)
    return _own_group(reading, entry, words)


def _military(reading: Reading, entry: Entry, kept: list[str]) -> Actor:
    modifiers = [word for word in kept[:-1] if word not in lexicon.MILITARY_MODIFIERS]
    if not modifiers or kept[-1] not in {"forces", "troops", "personnel", "guard", "guards"}:
        return armed_forces(reading, entry)
    words = [*modifiers, "forces" if kept[-1] == "troops" else kept[-1]]
    if any(word in _PEOPLES for word in modifiers):
        words = [word.capitalize() if word in _PEOPLES else word for word in words]
    if modifiers[0] in _NAMED_FORCES:
        words = [word.capitalize() for word in words]
    return _body(entry, " ".join(words), ActorKind.MILITARY)


def armed_forces(reading: Reading, entry: Entry) -> Actor:
    """Returns the armed forces of the state or people."""
    if entry.actor.kind is ActorKind.STATE:
        return _known_or_new(reading, entry, "armed forces", "Armed Forces", ActorKind.MILITARY)
    return _body(entry, "forces", ActorKind.ARMED_GROUP)


def _service(reading: Reading, entry: Entry, kept: list[str]) -> Actor:
    word = lexicon.SERVICE_NOUNS[kept[-1]]
    kind = ActorKind.GOVERNMENT
    if kept[-1] in {"army", "armies", "navy", "navies", "marines"}:
        kind = ActorKind.MILITARY
    elif word in {"opposition", "resistance", "insurgency"}:
        kind = ActorKind.ARMED_GROUP if word == "insurgency" else ActorKind.GROUP
    modifiers = [m for m in kept[:-1] if m not in {"armed", "national", "new"}]
    if word == "Army" and not modifiers and not _holders(reading, entry, "army"):
        known = _holders(reading, entry, "armed forces")
        if known:
            return known[0].actor
    return _known_or_new(reading, entry, word.lower(), " ".join([*modifiers, word]), kind)


def _known_or_new(reading: Reading, entry: Entry, role: str, words: str, kind: ActorKind) -> Actor:
    """Returns the body that has the role in the tables, else one named after the state."""
    known = _holders(reading, entry, role)
    return known[0].actor if known else _body(entry, words, kind)


def _holders(reading: Reading, entry: Entry, role: str) -> list[Entry]:
    country = entry.actor.country
    return reading.knowledge.holders(role, country) if country else []


def _body(entry: Entry, words: str, kind: ActorKind) -> Actor:
    name = f"{adjective_of(entry)} {words}"
    return new_actor(name, kind, entry.actor.country, entry.actor.actor_id)


def _kind_of(noun: str) -> ActorKind:
    if noun in lexicon.MILITARY_NOUNS or noun in {"army", "force"}:
        return ActorKind.MILITARY
    if noun in lexicon.ARMED_NOUNS or _PLURALS.get(noun, noun) in lexicon.ARMED_NOUNS:
        return ActorKind.ARMED_GROUP
    kinds = {
        "companies": ActorKind.COMPANY,
        "firms": ActorKind.COMPANY,
        "company": ActorKind.COMPANY,
        "banks": ActorKind.COMPANY,
        "bank": ActorKind.COMPANY,
        "businesses": ActorKind.COMPANY,
        "media": ActorKind.MEDIA,
        "press": ActorKind.MEDIA,
        "outlets": ActorKind.MEDIA,
        "party": ActorKind.PARTY,
        "parties": ActorKind.PARTY,
        "brigade": ActorKind.ARMED_GROUP,
        "brigades": ActorKind.ARMED_GROUP,
        "government": ActorKind.GOVERNMENT,
        "authorities": ActorKind.GOVERNMENT,
        "administration": ActorKind.GOVERNMENT,
    }
    return kinds.get(noun, ActorKind.GROUP)
