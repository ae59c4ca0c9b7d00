"""Who does and who suffers what in a clause: voice, control, shared subjects, light verbs.

Here belongs logical grammar on top of the grammar door (`pipeline.annotate.grammar`): subjects that
a clause takes from another one, passives swapped, verbs that only carry a noun. Which actors the
tokens mean is `cast.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

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
from pipeline.claims.carriers import (
    carriers,
    carries_act,
    governing_verb,
    governor_of,
    is_carried,
)
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
_ENABLING = word_list("enabling_verb")


#: Nouns of help: what follows "in" is done by whom it is given to.
_HELP = word_list("help_noun")

#: Verbs of judging and telling: who judges a plan is not who carries it out.
_JUDGING = word_list("judging_verb")

#: Who founds a body or brokers a deal does not do what is done in it ("a deal brokered by Chad").
_FOUNDING = frozenset(
    "establish create form broker mediate host arrange facilitate convene sponsor".split()
)

#: What one has with another before one speaks of it ("after talks with Chad, Niger said").
_TALKS = word_list("meeting_noun")
_AFTERWARDS = frozenset({"after", "following", "before", "ahead of"})

#: Prepositions of time: a by-phrase after them is the event's ("during a visit by Chad").
_TEMPORAL = frozenset({"during", "after", "before", "amid", "since", "following", "until"})

#: Prepositions before what the subject of the verb only reacts to ("quarrelled over a plan").
_APART = frozenset({"over", "about", "after", "before", "against", "despite", "amid", "following"})

#: Prepositions before an occasion on which the clause takes place.
_OCCASIONS = frozenset({"during", "at", "after", "following", "in"})

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

#: Clauses that may leave their subject to the clause above.
_SHARING = frozenset({"open_complement", "adverbial_clause", "complement_clause", "conjunct"})


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
        "to" in marks and governor.lemma_ in _ENABLING | CAUSATIVE_VERBS
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


def subject_candidates(verb: Token, *, depth: int = 3) -> Iterator[list[Token]]:
    """Yields who may act, the nearest first.

    Where the nearest subject is a thing ("made efforts to support Kenya", "launched an operation
    aimed at restoring order"), whoever carries that thing acts.
    """
    if relation(verb) == "adnominal_clause":
        yield pressed(verb.head)
    yield logical_subjects(verb)
    if depth == 0 or (is_passive(verb) and relation(verb) != "adnominal_clause"):
        return
    place = place_of(verb)
    if place == "relative_clause":
        yield _named_by_predicate(verb.head)
        yield _before_pronoun(verb)
    if place == "adnominal_clause" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        yield noun_subjects(verb.head)
        governor = governing_verb(verb.head)
        if governor is not None and _may_do(governor, verb.head):
            yield from subject_candidates(governor, depth=depth - 1)
    elif (
        (place in _SHARING or is_late_clause(verb))
        and not subjects(verb)
        and verb.head.pos_ in {"VERB", "AUX", "ADJ"}
    ):
        yield from subject_candidates(verb.head, depth=depth - 1)
        if place == "conjunct" and relation(verb.head) == "relative_clause":
            yield from _beyond_clause(verb.head)


def _before_pronoun(verb: Token) -> list[Token]:
    """Returns the name right before the pronoun of a clause that a parser hung on another noun.

    Example: "ties between Paris and Baku, which expelled the envoy," at "expelled": [Baku].
    """
    opener = next((word for word in verb.subtree if word.pos_ != "PUNCT"), verb)
    before = opener.nbor(-1) if opener.i > verb.sent.start else opener
    if before.text == "," and before.i > verb.sent.start:
        before = before.nbor(-1)
    is_other = before.i != verb.head.i and before.pos_ == "PROPN"
    return [before] if is_other and opener.tag_ == "WDT" else []


def _beyond_clause(verb: Token) -> Iterator[list[Token]]:
    """Yields the subjects of the clause around a relative clause that a thing is subject of.

    Example: "Chad cut the road that led south and accused Niger" with "accused" beside "led".
    """
    around = next((word for word in verb.head.ancestors if word.pos_ == "VERB"), None)
    if around is not None:
        yield logical_subjects(around)


def _may_do(governor: Token, noun: Token) -> bool:
    """Says whether the subject of the verb may do what its noun holds.

    "Made a plan to attack", never "criticised a plan to attack" or "quarrelled over a plan to".
    """
    top = carriers(noun)[-1]
    if relation(top) == "subject":
        return False
    if not _APART.isdisjoint(prepositions_of(top)):
        return False
    return governor.lemma not in _JUDGING


def _named_by_predicate(noun: Token) -> list[Token]:
    """Returns who the subject is said to be ("the state that attacked Chad was Niger": [Niger])."""
    predicate = noun.head
    if children(noun, "copula"):
        return subjects(noun)  # "Chad was the only state that attacked"
    is_named = relation(noun) == "subject" and predicate.pos_ == "PROPN"
    return conjuncts(predicate) if is_named and children(predicate, "copula") else []


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


def _helped(noun: Token) -> list[Token]:
    """Returns who is helped in what the noun names ("helped Chad in the fight": [Chad])."""
    if "in" not in prepositions_of(noun):
        return []
    above = governor_of(noun)
    if above.pos_ == "VERB":
        if above.lemma in _ENABLING:
            return objects(above)
        given = children(above, "object")
    else:
        given = [above]
    return [
        who
        for item in given
        if item.lemma in _HELP
        for who in obliques(item, "for", "to", "of")
        if who.i < noun.i
    ]


def holding_clauses(noun: Token) -> list[Token]:
    """Returns the verbs behind a noun that say who did it ("the talks that Chad held": [held])."""
    return [
        verb
        for holder in carriers(noun)
        for verb in children(holder, "relative_clause", "adnominal_clause")
        if verb.i > noun.i and carries_act(verb) and not _is_founding(verb)
    ]


def _is_founding(verb: Token) -> bool:
    return verb.lemma in _FOUNDING and is_passive(verb)


def relative_doers(noun: Token) -> list[Token]:
    """Returns who does what a noun names, by the clause behind it ("talks Chad held": [Chad])."""
    for verb in holding_clauses(noun):
        doers = agents(verb) if is_passive(verb) else subjects(verb)
        if doers and all(doer.i > noun.i for doer in doers):
            return doers
    return []


def _is_held_before(noun: Token, top: Token) -> bool:
    """Says whether who acts had talks before ("after talks with Chad, Niger said")."""
    return noun.lemma in _TALKS and not _AFTERWARDS.isdisjoint(prepositions_of(top))


def noun_subjects(noun: Token) -> list[Token]:
    """Returns who does what a noun names, from the verb that carries it.

    Example: "Iran held talks with Oman" at "talks": [Iran]; "Oman, an ally of Iran" at "ally":
    [Oman]; "Iran is an ally" at "ally": [Iran].
    """
    own = subjects(noun) or relative_doers(noun)
    if own:
        return own
    top = carriers(noun)[-1]
    if relation(top) == "apposition":
        return [top.head]
    if relation(top) in {"open_complement", "attribute"}:
        return grammatical_subjects(top.head)
    helped = _helped(top)
    if helped:
        return helped
    carried = is_carried(top) or _is_held_before(noun, top)
    if carried and relation(top) in {"noun_modifier", "prepositional_object"}:
        above = governor_of(top)
        if above.pos_ in {"NOUN", "PROPN"}:
            return [above]
    verb = governing_verb(noun)
    if verb is None:
        return _said_to_do(top)
    if relation(top) in {"object", "passive_subject"} and carries_act(verb):
        return logical_subjects(verb)
    if carried and relation(top) in {"oblique", "prepositional_object"}:
        return logical_subjects(verb) or grammatical_subjects(verb)
    return []


#: Adjectives that say that their subject does what follows.
_DOING = frozenset(
    "involved engaged embroiled responsible guilty complicit instrumental active".split()
)


def _said_to_do(noun: Token) -> list[Token]:
    """Returns of whom an adjective says it ("Chad is responsible for the attack": [Chad])."""
    governor = noun.head
    if relation(noun) != "oblique" or governor.lemma not in _DOING:
        return []
    return subjects(governor) if is_carried(noun) or "of" in prepositions_of(noun) else []


#: Nouns that sum up what the clause before them tells, as its author calls it.
_SUMMING_UP = frozenset(
    "step move measure decision act action gesture policy practice ban order response reaction"
    " initiative announcement statement remark comment visit exercise deployment claim".split()
)


def doers_summed_up(noun: Token) -> list[Token]:
    """Returns who does what the noun sums up ("Chad left, a step that Mali regretted": Chad)."""
    if noun.lemma not in _SUMMING_UP or relation(noun) not in {"apposition", "parataxis"}:
        return []
    verb = next((item for item in noun.ancestors if item.pos_ == "VERB"), None)
    if verb is None or not any(item.lower_ in {"a", "an"} for item in children(noun, "determiner")):
        return []
    return logical_subjects(verb)


def subjects_at_event(noun: Token) -> list[Token]:
    """Returns who acts on an occasion that the noun names: they take part in it.

    Example: "Chad and Niger agreed to a truce during talks in Doha" at "talks": [Chad, Niger].
    """
    top = carriers(noun)[-1]
    if _OCCASIONS.isdisjoint(prepositions_of(top)):
        return []
    verb = next((word for word in top.ancestors if word.pos_ not in {"NOUN", "PROPN"}), None)
    return logical_subjects(verb) if verb is not None and verb.pos_ == "VERB" else []
