"""Who does and who suffers what in a clause: voice, control, shared subjects, light verbs.

Here belongs logical grammar on top of the grammar door (`pipeline.annotate.grammar`): subjects that
a clause takes from another one, passives swapped, verbs that only carry a noun. Which actors the
tokens mean is `cast.py`.
"""

from __future__ import annotations

from pipeline.annotate.grammar import (
    agents,
    antecedent,
    children,
    conjuncts,
    expand,
    is_passive,
    objects,
    obliques,
    possessors,
    prepositions_of,
    relation,
    subjects,
)
from pipeline.annotate.parse import Token
from pipeline.claims.infinitives import (
    CAUSATIVE_VERBS,
    is_late_clause,
    is_purpose,
    place_of,
    pressed,
)
from pipeline.rules.tables_load import word_list

#: Verbs whose object does not become the subject of the infinitive ("promised Syria to leave").
SUBJECT_CONTROL = word_list("subject_control_verb")

#: Verbs that put something to whomever stands after "on" or "to".
_CALLING = frozenset({"call", "appeal", "prevail", "lean", "count", "rely"})

#: Prepositions after which a gerund is done by the object ("blamed Kenya for arming rebels").
_OBJECT_GERUND = frozenset({"for", "of", "from"})

#: Verbs whose object does what the infinitive says ("helped Chad to defend the border").
ENABLING_VERBS = word_list("enabling_verb")

#: Prepositions of time: a by-phrase after them is the event's ("during a visit by Chad").
_TEMPORAL = frozenset({"during", "after", "before", "amid", "since", "following", "until"})

#: What joins a companion to the subject before the verb ("Chad, along with Niger, attacked",
#: "Together with Niger, Chad attacked").
_COMPANY = (
    ("together", "with"),
    ("along", "with"),
    ("alongside",),
    ("together with",),
    ("along with",),
)

#: What one calls somebody up for; other infinitives say what he is called upon to do.
_SAID_ON_THE_PHONE = frozenset(
    "congratulate express apologise apologize discuss thank convey assure brief wish reiterate"
    " voice talk offer tell inform complain".split()
)

COMPANY_WORDS = frozenset({"together", "alongside"})

#: What two do side by side without doing it together.
_UNDERGOING = word_list("undergoing_verb")


def grammatical_subjects(verb: Token, *, depth: int = 4) -> list[Token]:
    """Returns the heads of the subject that the clause has or takes from another clause.

    Example: "Moscow sought to limit the groups" at "limit": [Moscow]; "forces controlling the town"
    at "controlling": [forces]. For an infinitive on a noun ("its ability to act") the noun itself
    is returned: whom it belongs to is looked up there.
    """
    own = subjects(verb)
    if own:
        return own + companions(verb, own)
    if depth == 0:
        return []
    place = place_of(verb)
    head = verb.head
    if place == "conjunct":
        shared = grammatical_subjects(head, depth=depth - 1)
        return [*shared, *(item for item in companions(verb, []) if item not in shared)]
    if place == "open_complement":
        return _controller(head, depth)
    if place in {"adnominal_clause", "relative_clause", "adjective"}:
        row = conjuncts(head) if head.pos_ in {"NOUN", "PROPN", "PRON"} else []
        return _described(row, head) if place == "adjective" else row
    below = _object_as_doer(verb) if place == "adverbial_clause" else []
    if below:
        return below
    if place in {"adverbial_clause", "complement_clause"} or is_late_clause(verb):
        return grammatical_subjects(head, depth=depth - 1)
    if place == "prepositional_clause":
        return grammatical_subjects(head.head, depth=depth - 1)
    if place == "adverb":  # "stopped short of attacking"
        return grammatical_subjects(head, depth=depth - 1)
    return []


def _described(row: list[Token], head: Token) -> list[Token]:
    """Returns whom a participle before the first noun of a row describes.

    Example: in "Iran-backed Houthis and the coalition" the Houthis alone, as the article shows; so
    does what hangs on the later noun itself ("and loyalists of Saleh").
    """
    own = ("determiner", "noun_modifier", "possessor")
    return [item for item in row if item.i <= head.i or not children(item, *own)]


def companions(verb: Token, own: list[Token]) -> list[Token]:
    """Returns who acts with the subject ("Chad, along with Niger, attacked": [Niger])."""
    heads = (verb, *own)
    sites = [*heads, *(word for head in heads for word in children(head, "adverb"))]
    company = [item for site in sites for item in obliques(site) if _is_company(item)]
    return expand(item for item in company if item.i < verb.i)


def joint_act(word: Token) -> Token | None:
    """Returns the verb that an adverb or a preposition of company tells of.

    Example: "Alongside Niger, Chad attacked" at "Alongside": "attacked". What stands after the verb
    and what two undergo side by side is no joint act ("Chad, alongside Niger, faces drought").
    """
    is_company = word.lower_ in COMPANY_WORDS
    if word.pos_ != "ADP" and not is_company:
        return word.head
    verb = next((item for item in word.ancestors if item.pos_ == "VERB"), None)
    if verb is None or (word.pos_ == "ADP" and word.i > verb.i):
        return None
    return None if is_company and verb.lemma in _UNDERGOING else verb


def _is_company(noun: Token) -> bool:
    words = tuple(prepositions_of(noun))
    if noun.head.lower_ == "together":
        words = ("together", *words)
    return words in _COMPANY


def _object_as_doer(verb: Token) -> list[Token]:
    """Returns the object that does what the clause says ("pressed Chad to leave": [Chad]).

    The owner of help does what the help is in ("thanked Chad for its role in freeing them").
    """
    before = verb.doc[max(verb.i - 2, verb.sent.start) : verb.i]
    if verb.tag_ == "VBG" and len(before) == 2 and before[1].lower_ == "in":
        owners = possessors(before[0]) if before[0].pos_ == "NOUN" else []
        if owners:
            return owners
    held = objects(verb.head) or _called_on(verb.head)
    if held and _is_done_by_object(verb, verb.head):
        return held
    return [who for noun in held for who in pressed(noun)] if is_purpose(verb) else []


def _called_on(governor: Token) -> list[Token]:
    """Returns who is to do what is asked of them ("called on Chad to leave": [Chad])."""
    return obliques(governor, "on", "upon", "to") if governor.lemma in _CALLING else []


def _is_done_by_object(verb: Token, governor: Token) -> bool:
    if governor.lemma == "call" and verb.lemma in _SAID_ON_THE_PHONE:
        return False
    marks = {child.lower_ for child in children(verb, "marker", "preposition", "case")}
    return bool(marks & _OBJECT_GERUND) or (
        "to" in marks and governor.lemma_ in ENABLING_VERBS | CAUSATIVE_VERBS
    )


def _controller(governor: Token, depth: int) -> list[Token]:
    """Returns who does an infinitive: the governor's object, else its subject."""
    held = objects(governor) or _called_on(governor)
    if held and governor.lemma_ not in SUBJECT_CONTROL:
        return held
    return grammatical_subjects(governor, depth=depth - 1)


def logical_subjects(verb: Token) -> list[Token]:
    """Returns who acts: the subject of an active verb, the by-phrase of a passive one."""
    if is_passive(verb):
        last = conjuncts(verb)[-1]
        return agents(verb) or (agents(last) if is_passive(last) else []) or _agents_below(verb)
    return grammatical_subjects(verb)


def _agents_below(verb: Token) -> list[Token]:
    """Returns the by-phrase of a passive that hangs on another phrase of it.

    Example: "was invited to the ceremony by Chile" with "by Chile" on "ceremony": [Chile].
    """
    held = [*children(verb, "object"), *obliques(verb)]
    return [
        item
        for noun in held
        if noun.i > verb.i and not _TEMPORAL.intersection(prepositions_of(noun))
        for item in obliques(noun, "by")
    ]


def logical_objects(verb: Token) -> list[Token]:
    """Returns whom the verb acts on: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return grammatical_subjects(verb)
    own = [item for item in children(verb, "object") if not children(item, "case")]
    own += [item for item in children(verb, "passive_subject") if item.i > verb.i]
    if own:
        return expand(antecedent(item) for item in own)
    if relation(verb) == "relative_clause" and subjects(verb):
        return conjuncts(verb.head) if not _has_relative_subject(verb) else []
    return _shared_object(verb)


def retained_objects(verb: Token) -> list[Token]:
    """Returns what is given in the passive of giving ("Chad was given arms": [arms])."""
    if not is_passive(verb):
        return []
    return [item for item in children(verb, "object") if not children(item, "case")]


def _has_relative_subject(verb: Token) -> bool:
    return any(item.i == verb.head.i for item in subjects(verb))


def _shared_object(verb: Token) -> list[Token]:
    """Returns the one object of coordinated verbs ("attacked and seized the town")."""
    for other in conjuncts(verb):
        if other.i > verb.i and relation(other) == "conjunct" and not subjects(other):
            own = children(other, "object")
            if own and other.i - verb.i <= 3:
                return expand(own)
    if relation(verb) == "conjunct" and verb.head.pos_ == "VERB":
        return [item for item in objects(verb.head) if item.i > verb.i]
    return []
