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
        is_tight: False once the walk has left the trigger's own predicate: negation stops there.
    """

    token: Token
    via: str
    below: Token | None = None
    is_tight: bool = True


def climb(head: Token) -> Iterator[Step]:
    """Yields the trigger's head and, upwards, every word that may have it in scope."""
    yield Step(token=head, via="start")
    token, tight = head, True
    for _ in range(MAX_STEPS):
        via = _link(token)
        if via is None:
            return
        above = _above(token)
        if above.i == token.i:
            return
        tight = tight and via != "clause" and _keeps_tight(above, via)
        yield Step(token=above, via=via, below=token, is_tight=tight)
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
        return "complement" if token.head.pos_ in {"NOUN", "PROPN"} else "clause"
    if place == "adverbial_clause":
        return "purpose" if is_purpose(token) else "clause"
    if place in {"noun_modifier", "oblique", "prepositional_object", "agent"}:
        if _above(token).pos_ in {"VERB", "AUX"} and prepositions_of(token) != ["of"]:
            return "oblique"
        return "of" if _HANDING_ON.intersection(prepositions_of(token)) else None
    return _LINKS.get(place)


def _keeps_tight(above: Token, via: str) -> bool:
    """Says whether a "not" at the word above still denies the trigger below it.

    "did not hold talks" denies the talks; "did not criticise the talks" does not.
    """
    if via in {"complement", "of"}:
        return True
    if via == "conjunct":
        return False
    if via == "subject":
        return above.lemma_ in EXISTENCE_VERBS or (
            above.lemma_ in SUPPORT_VERBS and is_passive(above)
        )
    if via in {"object", "oblique"}:
        return above.lemma_ in SUPPORT_VERBS or above.lemma_ in CONTAINERS
    return False


def is_purpose(verb: Token) -> bool:
    """Says whether the clause is an infinitive of purpose ("met to coordinate the operation")."""
    if verb.tag_ not in {"VB", ""} and verb.pos_ == "VERB":
        return False
    marks = [child.lower_ for child in children(verb, "marker", "auxiliary")]
    return "to" in marks
