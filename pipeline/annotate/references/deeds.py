"""Acts of force told without their doer: "one strike hit a depot", "we condemn the attack".

Here belongs whose act a noun such as "strike" or "offensive" is where its sentence does not say:
that of the one whose such act the text has told. An act that nobody is named for stops the search,
so that the attack of unknown gunmen is not given to the army of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.annotate import grammar
from pipeline.annotate.parse import Token
from pipeline.annotate.references.discourse import Discourse, Spot, distinct
from pipeline.records import Actor, ActorBasis, ActorKind

_DEEDS = frozenset(
    "strike airstrike air-strike raid bombing bombardment shelling attack assault offensive"
    " operation incursion invasion sortie ambush barrage onslaught counteroffensive counterattack"
    " counter-offensive massacre killing abduction kidnapping atrocity bloodshed blast explosion"
    " siege blockade crackdown aggression airstrikes".split()
)
#: Verbs that carry such a noun as their object ("conducted strikes", "claimed the attack").
_DOING = frozenset(
    "conduct carry launch mount stage execute perform undertake commit wage begin start resume"
    " continue intensify halt suspend stop end claim make deliver unleash order perpetrate impose"
    " lift fly step expand lead announce".split()
)
#: Verbs that are such an act themselves: "Al-Shabaab shelled the base. The attack ...".
_HOSTILE = frozenset(
    "attack strike bomb shell raid ambush assault bombard kill storm invade fire shoot hit target"
    " besiege blockade abduct kidnap massacre murder torch overrun".split()
)
_DEFINITE = frozenset("the this that these those such".split())
_QUANTITIES = frozenset("another several multiple further more additional two three both".split())
#: How many sentences back a definite act may lie, and how far ahead its claim may come.
_BACK = 2
_AHEAD = 2
#: So many letters make "bomb" and "bombing" one word.
_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An act of force in the text: its word, sentence and whoever did it, if named there."""

    token: Token
    sentence: int
    doers: tuple[Actor, ...]
    is_claimed: bool = False


def deed_meanings(discourse: Discourse) -> Iterator[tuple[Token, Actor]]:
    """Yields each noun of an act whose doer only another sentence names, with that doer.

    Example: after "Saudi jets conducted 12 strikes." the noun of "One strike hit a depot." means
        Saudi Arabia.
    """
    told = list(_deeds(discourse))
    for index, deed in enumerate(told):
        if deed.token.lemma_.lower() not in _DEEDS or _has_owner(deed.token):
            continue
        if deed.doers:
            if deed.is_claimed and len(deed.doers) == 1:
                yield deed.token, deed.doers[0]  # "the attack, for which X claimed ..."
            continue
        doer = _earlier(told, index) or _claimed_later(told, index) or _of_the_series(told, index)
        if doer is not None:
            yield deed.token, doer


def _deeds(discourse: Discourse) -> Iterator[Deed]:
    for token in discourse.doc.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN" and lemma in _DEEDS and token.i not in discourse.covered:
            spots = list(_doers(discourse, token))
            yield Deed(
                token=token,
                sentence=discourse.sentence_of[token.i],
                doers=tuple(distinct(spots)),
                is_claimed=_is_claimed(token),
            )
        elif token.pos_ == "VERB" and lemma in _HOSTILE:
            passive = grammar.is_passive(token)
            doers = grammar.agents(token) if passive else discourse.governing_subject(token)
            spots = discourse.named_by(doers)
            yield Deed(
                token=token,
                sentence=discourse.sentence_of[token.i],
                doers=tuple(distinct(spots)),
            )


def _doers(discourse: Discourse, noun: Token) -> Iterator[Spot]:
    """Yields whom the sentence names as the doer of the act."""
    yield from discourse.named_by(grammar.possessors(noun))
    yield from (s for s in discourse.named_by(grammar.modifiers(noun)) if _may_own(s))
    yield from discourse.named_by(grammar.obliques(noun, "by", "from"))
    for clause in grammar.children(noun, "adnominal_clause", "relative_clause"):
        if clause.lemma_.lower() in _DOING:
            yield from discourse.named_by(grammar.agents(clause))
    for verb in _claims_after(noun):
        yield from discourse.named_by(grammar.subjects(verb))  # "for which X claimed ..."
    verb = noun.head.head if noun.head.lower_ == "responsibility" else noun.head
    carried = grammar.relation(noun) == "object" or verb is not noun.head
    if carried and verb.lemma_.lower() in _DOING:
        yield from discourse.named_by(discourse.governing_subject(noun))
    if grammar.relation(noun) == "passive_subject" and verb.lemma_.lower() in _DOING:
        yield from discourse.named_by(grammar.agents(verb))


def _is_claimed(noun: Token) -> bool:
    """Says whether somebody claims the act ("claimed the attack", "an attack claimed by")."""
    around = [noun.head, noun.head.head, *grammar.children(noun, "adnominal_clause")]
    return bool(_claims_after(noun)) or any(item.lemma_.lower() == "claim" for item in around)


def _claims_after(noun: Token) -> list[Token]:
    """Returns the verbs of a relative clause by which somebody takes the act on himself."""
    return [
        token
        for token in noun.sent
        if token.i > noun.i
        and token.lemma_.lower() in {"claim", "admit", "accept"}
        and any(item.lower_ == "responsibility" for item in grammar.children(token, "object"))
        and any(item.lower_ == "which" for item in token.subtree)
    ]


def _may_own(spot: Spot) -> bool:
    """Says whether a word before the noun tells whose act it is ("Saudi", not "Paris")."""
    if spot.actor.kind is ActorKind.ARMED_GROUP:
        return not spot.mention.evidence.text.lower().startswith(("anti", "counter"))
    short = spot.mention.evidence.text.replace(".", "")
    return spot.mention.basis is ActorBasis.DEMONYM or (short.isupper() and len(short) <= 4)


def _has_owner(noun: Token) -> bool:
    """Says whether the act belongs to somebody, known or not ("their attack", "by gunmen")."""
    if grammar.possessors(noun) or grammar.obliques(noun, "by", "from"):
        return True
    done = [c for c in grammar.children(noun, "adnominal_clause") if c.lemma_.lower() in _DOING]
    if any(grammar.agents(clause) for clause in done):
        return True
    verb = noun.head
    return grammar.relation(noun) == "object" and verb.lemma_.lower() in _DOING


def _is_definite(noun: Token) -> bool:
    return any(item.lower_ in _DEFINITE for item in grammar.children(noun, "determiner"))


def _has_named_aim(noun: Token) -> bool:
    """Says whether the act is told by its aim and so may be a new one ("the assault on Goma")."""
    return any(aim.pos_ == "PROPN" for aim in grammar.obliques(noun, "on", "of", "against", "at"))


def _earlier(told: Sequence[Deed], index: int) -> Actor | None:
    """Returns the one doer of the act told last, for "the attack" and "this attack"."""
    deed = told[index]
    if not _is_definite(deed.token) or _has_named_aim(deed.token):
        return None
    stem = deed.token.lemma_.lower()[:_STEM]
    before = [item for item in told[:index] if deed.sentence - item.sentence <= _BACK]
    alike = [item for item in before if item.token.lemma_.lower()[:_STEM] == stem]
    if alike and not alike[-1].doers:
        return None  # "gunmen killed six ... the killing"
    for back in range(_BACK + 1):
        near = [
            item
            for item in told[:index]
            if item.sentence == deed.sentence - back and item.doers != ()
        ]
        nameless = [
            item
            for item in told[:index]
            if item.sentence == deed.sentence - back and not item.doers
        ]
        if near:
            doers = {actor.actor_id: actor for item in near for actor in item.doers}
            return next(iter(doers.values())) if len(doers) == 1 and not nameless else None
        if back and any(item.token.pos_ == "VERB" for item in nameless):
            return None
    return None


def _claimed_later(told: Sequence[Deed], index: int) -> Actor | None:
    """Returns who claims the act in the next sentences, where nobody else does one there."""
    deed = told[index]
    after = [item for item in told[index + 1 :] if item.sentence - deed.sentence <= _AHEAD]
    claims = [item for item in after if item.is_claimed and item.doers]
    doers = {actor.actor_id: actor for item in after for actor in item.doers}
    before = any(item.doers for item in told[:index])
    return next(iter(doers.values())) if claims and len(doers) == 1 and not before else None


def _of_the_series(told: Sequence[Deed], index: int) -> Actor | None:
    """Returns the doer of all acts of that name, for the next one of a list ("two strikes hit").

    Where the text gives such acts to one actor alone, and to no unnamed one before the first.
    """
    deed = told[index]
    acts = grammar.relation(deed.token) in {"subject", "passive_subject"}
    if acts and any(item.tag_ == "MD" for item in deed.token.head.lefts):
        return None  # "attacks on envoys may be crimes" are nobody's
    if not (_is_definite(deed.token) or (acts and _is_counted(deed.token))):
        return None
    lemma = deed.token.lemma_.lower()
    alike = [item for item in told[:index] if item.token.lemma_.lower() == lemma]
    doers = {actor.actor_id: actor for item in alike for actor in item.doers}
    if len(doers) != 1 or not alike[0].doers:
        return None
    return next(iter(doers.values()))


def _is_counted(noun: Token) -> bool:
    counted = bool(grammar.children(noun, "number")) or noun.tag_ == "NNS"
    return counted or any(item.lower_ in _QUANTITIES for item in noun.lefts)
