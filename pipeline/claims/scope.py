"""From a trigger upwards: which words of its sentence have it in their scope.

One walk serves qualifiers and attribution. It climbs from the trigger's head through the relations
that hand meaning on (complements, objects of light verbs) and says at each step where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate.grammar import children, is_passive, prepositions_of, relation
from pipeline.annotate.parse import Token
from pipeline.claims.carriers import CONTAINERS, EXISTENCE_VERBS, carries_act
from pipeline.claims.infinitives import is_purpose, place_of
from pipeline.rules.tables_load import load_cues, load_speech, word_list

#: Verbs that say that something leads to their object ("does not foreshadow a break").
RESULT_VERBS = word_list("result_verb")

#: Verbs of stepping in between others: what these have with each other is there already ("may
#: mediate in their quarrel").
MEDIATING_VERBS = word_list("mediating_verb")

#: Longest climb; deeper nesting is not read by people either.
MAX_STEPS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One token on the way up.

    Attributes:
        token: where the walk stands.
        via: how the token below hangs on it: `start`, `complement`, `subject`, `object`, `of`,
            `purpose`, `clause` or `conjunct`.
        below: the token that the walk came from, None at the start.
        is_tight: False once the walk has left the trigger's own predicate: a plan or a doubt about
            the word above is none about the trigger ("may criticise the talks").
        can_deny: like `is_tight`, and no coordination was crossed ("did not call, and visited").
    """

    token: Token
    via: str
    below: Token | None = None
    is_tight: bool = True
    can_deny: bool = True


def climb(head: Token) -> Iterator[Step]:
    """Yields the trigger's head and, upwards, every word that may have it in scope."""
    yield Step(token=head, via="start")
    token, tight, denies = head, True, True
    for _ in range(MAX_STEPS):
        via = _link(token)
        if via is None:
            return
        above = _above(token)
        if above.i == token.i:
            return
        tight = tight and _keeps_tight(token, above, via)
        denies = denies and tight and via != "conjunct"
        yield Step(token=above, via=via, below=token, is_tight=tight, can_deny=denies)
        token = above


def _above(token: Token) -> Token:
    if relation(token) in {"prepositional_object", "prepositional_clause"}:
        return token.head.head
    return token.head


#: How a token in that relation hangs on the word above it.
_LINKS = {
    "open_complement": "complement",
    "complement_clause": "complement",
    "clausal_subject": "complement",
    "prepositional_clause": "complement",
    "subject": "subject",
    "passive_subject": "subject",
    "object": "object",
    "attribute": "object",
    "conjunct": "conjunct",
    "parataxis": "clause",
    "relative_clause": "clause",
}

#: Prepositions by which a noun hands its act on to the noun above it ("lack of support").
_HANDING_ON = frozenset({"of", "for", "to", "in"})


#: Nouns that hand on the act that they are in ("a role in the attack", "a rise in tensions").
_SHARED_IN = frozenset(
    "part role participation involvement share hand interest stake complicity engagement increase"
    " rise growth surge escalation decrease fall decline reduction drop lull progress improvement"
    " breakthrough change shift success failure delay pause break setback breakdown".split()
)


def _link(token: Token) -> str | None:
    """Returns how the token hangs on the word above it, None where meaning is not handed on."""
    place = place_of(token)
    if place == "adnominal_clause":
        is_content = token.tag_ == "VB" or bool(children(token, "marker"))
        return "complement" if is_content else "clause"
    if place == "relative_clause" and _is_told(token):
        return "complement"
    if place == "adverbial_clause":
        return _adverbial_link(token)
    if place in {"noun_modifier", "oblique", "prepositional_object", "agent"}:
        if _above(token).pos_ in {"VERB", "AUX"} and prepositions_of(token) != ["of"]:
            return "oblique"
        before = prepositions_of(token)
        if before == ["in"] and _above(token).lemma not in _SHARED_IN:
            return None
        return "of" if _HANDING_ON.intersection(before) else None
    return _LINKS.get(place)


#: What joins a gerund to the word that it completes ("accused of arming", "committed to helping").
_COMPLETING_GERUND = frozenset({"of", "from", "to"})


def _adverbial_link(verb: Token) -> str:
    """Returns how an adverbial clause hangs on its verb.

    A bare participle after the verb goes on with what it says ("will travel on, visiting Chad").
    """
    marks = {word.lower_ for word in children(verb, "marker")}
    if verb.tag_ == "VBG" and marks:
        return "complement" if marks & _COMPLETING_GERUND else "clause"
    if verb.tag_ == "VBG" and verb.i > verb.head.i and not children(verb, "subject"):
        return "conjunct"
    return "purpose" if is_purpose(verb) else "clause"


def _is_told(verb: Token) -> bool:
    """Says whether the clause is what a noun of speech tells ("the claim that Chad attacked")."""
    opener = verb.subtree[0]
    has_own_subject = any(item.i != opener.i for item in children(verb, "subject"))
    is_speech = ("noun", verb.head.lemma_.lower()) in load_speech()
    return is_speech and opener.lower_ == "that" and has_own_subject


#: What one takes or plays in an act that is one's own.
_SHARES = frozenset("part role place lead hand stake interest".split())

#: Prepositions by which an act completes the word above it ("committed to talks").
_COMPLETING = frozenset("to for at of on toward towards from in as".split())


def _keeps_tight(below: Token, above: Token, via: str) -> bool:
    """Says whether what is said of the word above is said of the trigger below it.

    "may hold talks" makes the talks possible; "may criticise the talks" does not.
    """
    if via in {"complement", "of", "conjunct", "purpose"}:
        return True
    if via == "subject":
        return (
            above.lemma_ in EXISTENCE_VERBS
            or above.pos_ in {"ADJ", "NOUN"}
            or (is_passive(above) and (carries_act(above) or _is_subject_cue(above)))
        )
    if via == "object":
        return carries_act(above) or above.lemma_ in CONTAINERS or above.lemma_ in RESULT_VERBS
    if via == "oblique" and above.lemma_.lower() not in MEDIATING_VERBS:
        completes = _COMPLETING.intersection(prepositions_of(below))
        return below.i > above.i and bool(completes) and not _is_setting(below, above)
    return False


def _is_setting(noun: Token, verb: Token) -> bool:
    """Says whether the noun is only what the deed is done in ("will not take sides in the war")."""
    things = children(verb, "object")
    return prepositions_of(noun) == ["in"] and any(item.lemma not in _SHARES for item in things)


def _is_subject_cue(predicate: Token) -> bool:
    """Says whether the predicate denies or hedges its subject ("the attack was averted")."""
    return any(cue.scope == "subject" for cue in load_cues().get(predicate.lemma_.lower(), ()))
