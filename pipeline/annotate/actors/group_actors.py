"""What actor a demonym or patron and a group noun make: a state, its forces, a group of its own.

Here belong the canonical name and kind of "Iranian officials", "Russian troops", "Saudi-backed
militias". Where such phrases stand in a text is found in `groups`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.phrases import Phrase
from pipeline.annotate.actors.reading import Reading, adjective_of, new_actor
from pipeline.knowledge.entries import Entry
from pipeline.knowledge.store import Knowledge
from pipeline.records import Actor, ActorKind

#: Groups under a patron that texts call by turns: one actor, so that its rows join.
_CLIENTS = frozenset(
    "militia militias militiamen fighters proxies proxy factions paramilitaries militants".split()
)
#: Kinds of forces that are bodies of their own and written with capitals.
_NAMED_FORCES = frozenset(
    "security special operations air border coast national naval defense defence aerospace missile"
    " guard guards revolutionary democratic".split()
)
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
#: Services that a text names in the plural where states share the noun.
_SINGULAR = {"air forces": "air force", "coast guards": "coast guard"}
#: Adjectives that only size the group up.
_VAGUE = frozenset(
    "senior top local several other key elite leading high-level mid-level foreign powerful major"
    " different numerous own main new old young ranking high level hardline hard-line".split()
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
    """Returns the words with "service members" as the one word that it is, services as one."""
    if list(words[-2:]) == ["service", "members"]:
        return [*words[:-2], "servicemembers"]
    one = _SINGULAR.get(" ".join(words[-2:]))
    return [*words[:-2], *one.split()] if one else list(words)


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
        return _known_or_new(
            reading.knowledge, entry, "central bank", "Central Bank", ActorKind.GOVERNMENT
        )
    if head in lexicon.STATE_NOUNS or "opposition" in kept:
        return _speakers(reading, entry, kept)
    if head in lexicon.MILITARY_NOUNS and "police" in modifiers:
        return _service(reading, entry, [*modifiers[: modifiers.index("police")], "police"])
    if head in lexicon.MILITARY_NOUNS or (head == "group" and "army" in modifiers):
        return _military(reading, entry, kept)
    if head in lexicon.SERVICE_NOUNS:
        return _service(reading, entry, kept)
    if kept[-2:] == ["air", "force"]:
        return _known_or_new(reading.knowledge, entry, "air force", "Air Force", ActorKind.MILITARY)
    if kept[-2:] == ["special", "operations"]:
        return _body(entry, "Special Operations Forces", ActorKind.MILITARY)
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
        return armed_forces(reading.knowledge, entry)
    if modifiers[-1:] == ["intelligence"]:
        return _body(entry, "intelligence", ActorKind.GOVERNMENT)
    return entry.actor


def service(reading: Reading, entry: Entry, words: list[str]) -> Actor:
    """Returns the state's service of that name: "army", "armed forces", "coast guard"."""
    if words == ["armed", "forces"]:
        return armed_forces(reading.knowledge, entry)
    return _own_group(reading, entry, words)


def _military(reading: Reading, entry: Entry, kept: list[str]) -> Actor:
    modifiers = [word for word in kept[:-1] if word not in lexicon.MILITARY_MODIFIERS]
    if not modifiers or kept[-1] not in {"forces", "troops", "personnel", "guard", "guards"}:
        return armed_forces(reading.knowledge, entry)
    words = [*modifiers, "forces" if kept[-1] == "troops" else kept[-1]]
    if any(word in _PEOPLES for word in modifiers):
        words = [word.capitalize() if word in _PEOPLES else word for word in words]
    if words == ["coast", "guard"]:
        return _known_or_new(
            reading.knowledge, entry, "coast guard", "Coast Guard", ActorKind.MILITARY
        )
    if modifiers[0] in _NAMED_FORCES:
        words = [word.capitalize() for word in words]
    return _body(entry, " ".join(words), ActorKind.MILITARY)


def armed_forces(knowledge: Knowledge, entry: Entry) -> Actor:
    """Returns the armed forces of the state or people."""
    if entry.actor.kind is ActorKind.STATE:
        return _known_or_new(knowledge, entry, "armed forces", "Armed Forces", ActorKind.MILITARY)
    return _body(entry, "forces", ActorKind.ARMED_GROUP)


def _service(reading: Reading, entry: Entry, kept: list[str]) -> Actor:
    word = lexicon.SERVICE_NOUNS[kept[-1]]
    kind = ActorKind.GOVERNMENT
    if kept[-1] in {"army", "armies", "navy", "navies", "marines"}:
        kind = ActorKind.MILITARY
    elif word in {"opposition", "resistance", "insurgency"}:
        kind = ActorKind.ARMED_GROUP if word == "insurgency" else ActorKind.GROUP
    modifiers = [m for m in kept[:-1] if m not in {"armed", "national", "new"}]
    if word == "Army" and not modifiers and not _holders(reading.knowledge, entry, "army"):
        known = _holders(reading.knowledge, entry, "armed forces")
        if known:
            return known[0].actor
    return _known_or_new(reading.knowledge, entry, word.lower(), " ".join([*modifiers, word]), kind)


def _known_or_new(
    knowledge: Knowledge, entry: Entry, role: str, words: str, kind: ActorKind
) -> Actor:
    """Returns the body that has the role in the tables, else one named after the state."""
    known = _holders(knowledge, entry, role)
    return known[0].actor if known else _body(entry, words, kind)


def _holders(knowledge: Knowledge, entry: Entry, role: str) -> list[Entry]:
    country = entry.actor.country
    return knowledge.holders(role, country) if country else []


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
