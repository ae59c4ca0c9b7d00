"""From a trigger upwards: which words of its sentence have it in their scope.

One walk serves qualifiers and attribution. It climbs from the trigger's head through the relations
that hand meaning on (complements, objects of light verbs) and says at each step where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.annotate.grammar import children, is_passive, prepositions_of, relation
from pipeline.claims.clauses import CONTAINERS, EXISTENCE_VERBS, SUPPORT_VERBS

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


def _link(token: Token) -> str | None:
    """Returns how the token hangs on the word above it, None where meaning is not handed on."""
    place = relation(token)
    if place == "adnominal_clause":
        is_content = token.tag_ == "VB" or bool(children(token, "marker"))
        return "complement" if is_content else "clause"
    if place == "adverbial_clause":
        return "purpose" if is_purpose(token) else "clause"
    if place in {"noun_modifier", "oblique", "prepositional_object", "agent"}:
        if _above(token).pos_ in {"VERB", "AUX"} and prepositions_of(token) != ["of"]:
            return "oblique"
        return "of" if _HANDING_ON.intersection(prepositions_of(token)) else None
    return _LINKS.get(place)


#: Prepositions by which an act completes the word above it ("committed to talks").
_COMPLETING = frozenset("to for at of on toward towards from in".split())


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
            or (above.lemma_ in SUPPORT_VERBS and is_passive(above))
        )
    if via == "object":
        return above.lemma_ in SUPPORT_VERBS or above.lemma_ in CONTAINERS
    if via == "oblique":
        return below.i > above.i and bool(_COMPLETING.intersection(prepositions_of(below)))
    return False


def is_purpose(verb: Token) -> bool:
    """Says whether the clause is an infinitive of purpose ("met to coordinate the operation")."""
    if verb.tag_ not in {"VB", ""} and verb.pos_ == "VERB":
        return False
    marks = [child.lower_ for child in children(verb, "marker", "auxiliary")]
    return "to" in marks
