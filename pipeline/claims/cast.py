"""The cast of a document: which actors a phrase means, from its head token.

Here belongs the step from grammar (tokens) to actors (mentions): a phrase that is a mention, a
phrase whose owner or demonym is one ("Israeli airstrikes", "Russia's announcement"), references
resolved elsewhere ("they", "the regime"). What a phrase does is `roles.py`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from pipeline.annotate.actors.metonymy_words import ACTING_RULERS, RULERS
from pipeline.annotate.annotated import AnnotatedDocument
from pipeline.annotate.grammar import (
    agents,
    children,
    clause_head,
    conjuncts,
    expand,
    first_conjunct,
    modifiers,
    obliques,
    possessors,
    prepositions_of,
    relation,
    subjects,
)
from pipeline.annotate.parse import Doc, Span, Token
from pipeline.records import REFERRING, ActorBasis, ActorKind, ActorMention, Evidence
from pipeline.rules.tables_load import word_list

#: Where a group of actors is what the clause is about.
_ACTING = frozenset({"subject", "passive_subject", "possessor", "agent"})

#: Nouns whose members a clause may list ("Countries that recognise Kosovo include ...").
_MEMBERS = frozenset(
    "country nation state member government ally partner power group party participant signatory"
    " contributor backer supporter".split()
)

#: Nouns for who stands beside or against their owner: "Chad's allies" are not Chad.
_BESIDE = word_list("relation_role_noun")

#: Nouns for one who acts in the name of whom "for" names ("a spokesman for Hamas").
_SPEAKING_NOUNS = word_list("speaking_noun")

#: Prepositions that lead from a phrase to whom it belongs ("officials from Iran").
OWNER_PREPOSITIONS = ("of", "from", "by", "including")

#: Adjectives that say whose a group is.
_SIDING = frozenset("loyal faithful allied aligned subordinate answerable sympathetic".split())

#: More actors than that side by side are a list, not parties to what the sentence names.
_MOST_SIDES = 3

#: Participles that name whose a thing is ("the town held by rebels") or its members ("an alliance
#: comprised of Chad and Niger").
HOLDING_VERBS = word_list("holding_verb")
#: Who and what stands for one state in another, and within how many words their seat is named.
ENVOYS = frozenset(
    "ambassador envoy diplomat embassy consulate mission representation representative attaché"
    " attache consul chargé delegation office presence".split()
)
_SEAT_WITHIN = 4

#: Participles that give a noun its name ("the gang known as M23").
_NAMING = frozenset({"know", "call", "name", "dub", "style"})
_MADE_OF = frozenset({"comprise", "consist", "compose", "make", "include", "involve"})


#: Whoever holds these does not own them ("the hostages held by Hamas").
_CAPTIVES = frozenset("hostage prisoner captive detainee abductee inmate".split())


class Cast:
    """Actors of one document by token."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        self.doc: Doc = annotated.doc
        self._by_token: dict[int, list[ActorMention]] = {}
        self._spans: dict[int, Span] = {}
        #: What was found out once for the document, by who asks and what for.
        self.memo: dict[Hashable, Any] = {}
        for mention in (*annotated.actors, *annotated.references):
            span = token_span(self.doc, mention.evidence)
            for token in span:
                self._by_token.setdefault(token.i, []).append(mention)
            self._spans[id(mention)] = span
        self._lands = self._filed(annotated.lands)
        self._towns = {
            i: owners
            for i, owners in self._filed(annotated.towns).items()
            if any(word.lemma in ENVOYS for word in self.doc[max(i - _SEAT_WITHIN, 0) : i])
        }
        #: Tokens inside mentions that name someone; words there are no triggers ("Iran-backed
        #: militias", "Gulf Cooperation Council").
        self.named = frozenset(
            i
            for i, mentions in self._by_token.items()
            if any(mention.basis not in REFERRING for mention in mentions)
        )

    def _filed(self, places: Sequence[ActorMention]) -> dict[int, list[ActorMention]]:
        """Returns the owners of places by token."""
        found: dict[int, list[ActorMention]] = {}
        for mention in places:
            for token in token_span(self.doc, mention.evidence):
                found.setdefault(token.i, []).append(mention)
        return found

    def land_at(self, token: Token) -> list[ActorMention]:
        """Returns the states whose land the word names as a place ("the border with Mali")."""
        return self._lands.get(token.i, [])

    def town_at(self, token: Token) -> list[ActorMention]:
        """Returns the states in whose town that is ("the embassy in Bamako": Mali)."""
        return self._towns.get(token.i, [])

    def at(self, token: Token) -> list[ActorMention]:
        """Returns the mentions whose words include the token."""
        return self._by_token.get(token.i, [])

    def span(self, mention: ActorMention) -> Span:
        """Returns the mention's words."""
        return self._spans[id(mention)]

    def may_mean(self, sentence: Span, number: int) -> bool:
        """Says whether a sentence may mean so many actors, also by land or an embassy."""
        found: set[str] = set()
        for i in range(sentence.start, sentence.end):
            for known in (self._by_token, self._lands, self._towns):
                if i in known:
                    found.update(mention.actor.actor_id for mention in known[i])
            if len(found) >= number:
                return True
        return False

    def within(self, sentence: Span) -> list[ActorMention]:
        """Returns the mentions of a sentence, each once, in text order."""
        found: dict[int, ActorMention] = {}
        for token in sentence:
            for mention in self.at(token):
                found.setdefault(id(mention), mention)
        return list(found.values())

    def of_phrase(self, head: Token, *, depth: int = 2) -> list[ActorMention]:
        """Returns whom the phrase with that head means or belongs to.

        Example: "Israeli airstrikes" at "airstrikes": the mention "Israeli". A phrase without an
        actor gives none.
        """
        found = self._listed(head) or self._direct(head)
        if found:
            return found
        for item in _appositions(head):
            if self.at(item):
                return self.of_phrase(item, depth=0)
        if depth == 0 or head.pos_ in {"VERB", "AUX", "PRON"}:
            return []
        return self._owners(head, depth)

    def _listed(self, head: Token) -> list[ActorMention]:
        """Returns the members whom the clause lists for a noun like "countries".

        Example: "Nations that sent troops include Chad and Togo" at "Nations": Chad and Togo.
        """
        if head.lemma_.lower() not in _MEMBERS or relation(head) not in _ACTING:
            return []
        verb = head.head
        if verb.lemma_.lower() == "include":
            return [m for item in expand(children(verb, "object")) for m in self.at(item)]
        if children(verb, "copula") and verb.i > head.i and verb.pos_ == "PROPN":
            return [mention for item in conjuncts(verb) for mention in self.at(item)]
        return []

    def implied(self, head: Token) -> list[ActorMention]:
        """Returns whom the noun of an act implies ("one strike": whose strike it is)."""
        return [m for m in self.at(head) if m.basis is ActorBasis.ROLE]

    def _direct(self, head: Token) -> list[ActorMention]:
        """Returns mentions at the head and those that share it in coordination.

        Example: "Russian and Syrian forces" at "forces": two actors, one head.
        """
        here = list(self.at(head))
        if not here:
            return []
        covered = {token.i for mention in here for token in self.span(mention)}
        for item in modifiers(head):
            shares = any(other.i in covered for other in conjuncts(first_conjunct(item)))
            for mention in self.at(item):
                if item.i in covered:
                    continue
                if shares or mention.actor.kind is not ActorKind.STATE:
                    here.append(mention)
        return sorted(here, key=lambda mention: mention.evidence.start)

    def _owners(self, head: Token, depth: int) -> list[ActorMention]:
        names = modifiers(head)
        if head.lemma in _BESIDE and (possessors(head) or obliques(head, "of")):
            return self.of_heads(names, depth=0)  # "his Kenyan counterpart"
        inner = [word for name in names for word in modifiers(name)]
        for group in (possessors(head), names, inner):
            found = self.of_heads(group, depth=0)
            if found:
                return found
        clauses = children(head, "adnominal_clause", "relative_clause")
        members = [noun for clause in clauses for noun in _named_by(clause)]
        if head.lemma in _CAPTIVES:
            members = []
        members += _whom_it_sides_with(head)
        found = self.of_heads(members, depth=0)
        if found:
            return found
        lemma = head.lemma_.lower()
        speaks = ("for",) if lemma in _SPEAKING_NOUNS else ()
        rules = ("in",) if lemma in RULERS or lemma in ACTING_RULERS else ()
        for preposition in (*OWNER_PREPOSITIONS, *speaks, *rules):
            found = self.of_heads(obliques(head, preposition), depth=depth - 1)
            if found:
                return found
        return []

    def of_heads(self, heads: Iterable[Token], *, depth: int = 2) -> list[ActorMention]:
        """Returns the actors of several phrases, each mention once, in text order."""
        found: dict[int, ActorMention] = {}
        for head in heads:
            for mention in self.of_phrase(head, depth=depth):
                found.setdefault(id(mention), mention)
        return sorted(found.values(), key=lambda mention: mention.evidence.start)

    def dyads(self, head: Token) -> list[tuple[ActorMention, ...]]:
        """Returns the groups of two or more actors that a trigger's sentence names side by side.

        Groups that act or own something come before all others ("Moscow and Tehran learned ...");
        then "the Chad-Niger border". A sentence without any that names two actors gives these,
        unless one of them belongs to a clause of its own ("the rebels, whom Chad backs, ...").
        """
        sentence = head.sent
        around = {clause_head(head).i, *(clause_head(item).i for item in head.ancestors)}
        acting: dict[frozenset[str], tuple[ActorMention, ...]] = {}
        other: dict[frozenset[str], tuple[ActorMention, ...]] = {}
        for token in sentence:
            if relation(token) != "conjunct" and self.at(token):
                acts = relation(token) in _ACTING or "between" in prepositions_of(token)
                if relation(token) == "agent" and not _is_near(clause_head(token), head, around):
                    continue  # "returned to talks held by Chad and Mali"
                self._add_group(conjuncts(token), acting if acts else other)
            self._add_group(modifiers(token), other)
        groups = acting or other
        if groups:
            return list(groups.values())
        named = distinct_actors(self.within(sentence))
        near = all(clause_head(self.span(item).root).i in around for item in named)
        return [tuple(named)] if len(named) == 2 and near else []

    def _add_group(
        self, heads: list[Token], groups: dict[frozenset[str], tuple[ActorMention, ...]]
    ) -> None:
        group = distinct_actors(self.of_heads(heads, depth=0))
        if 2 <= len(group) <= _MOST_SIDES:
            groups.setdefault(frozenset(item.actor.actor_id for item in group), tuple(group))


def _is_near(clause: Token, head: Token, around: set[int]) -> bool:
    """Says whether the clause is around the trigger, or tells of its own row of words."""
    above = [clause.head, *clause.head.ancestors]
    return clause.i in around or any(word.i == head.i for word in above)


def _appositions(head: Token) -> list[Token]:
    """Returns what is set beside a phrase, or beside whom it is one of.

    Example: "one of Chad's critics, Saleh Kebzabo," at "one".
    """
    of = obliques(head, "of") if head.lower_ == "one" else []
    return [item for noun in (head, *of) for item in children(noun, "apposition")]


def _whom_it_sides_with(head: Token) -> list[Token]:
    """Returns whose a group is by an adjective ("forces loyal to the president")."""
    return [
        leader
        for word in children(head, "adjective", "adnominal_clause")
        if word.lemma_.lower() in _SIDING and word.i > head.i
        for leader in obliques(word, "to", "with")
    ]


def _named_by(clause: Token) -> list[Token]:
    """Returns whom a clause on a noun names as its members or as its holder or maker.

    Example: "the raid launched by Chad", "the raid that Chad launched": [Chad].
    """
    lemma = clause.lemma_.lower()
    if lemma in _NAMING:
        return [*obliques(clause, "as"), *children(clause, "open_complement", "object")]
    if lemma in _MADE_OF:
        members = [*obliques(clause, "of"), *expand(children(clause, "object"))]
        if members:
            return members
    if lemma not in HOLDING_VERBS:
        return []
    return agents(clause) or [who for who in subjects(clause) if who.i > clause.head.i]


def token_span(doc: Doc, evidence: Evidence) -> Span:
    """Returns the tokens that the evidence touches.

    Raises:
        ValueError: the offsets lie outside the document (a bug in the layer that made them).
    """
    span = doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at {evidence.start}-{evidence.end}: {evidence.text!r}")
    return span


def distinct_actors(mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Returns the first mention of each actor."""
    found: dict[str, ActorMention] = {}
    for mention in mentions:
        found.setdefault(mention.actor.actor_id, mention)
    return list(found.values())
