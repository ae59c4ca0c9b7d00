"""Qualifiers: is the claim denied, possible, planned, on a condition - and by which words.

One engine over one table (`pipeline/rules/tables/cues.yml`): a new cue is a row. It climbs from the
trigger (`scope.climb`) and collects the cues that have it in scope. Two negations cancel out.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.grammar import children, relation, subjects
from pipeline.annotate.parse import Token
from pipeline.claims.infinitives import is_purpose, place_of
from pipeline.claims.scope import Step, climb
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import Evidence, Modality, Polarity, Qualification, Relation
from pipeline.rules.tables_load import Cue, load_cues, load_speech, word_list

#: Verbs that are done by saying them, and the polite words before them.
PERFORMATIVE_VERBS = word_list("performative_verb")
_POLITE = frozenset({"want", "wish", "like", "would", "must", "can"})

#: Verbs of which the infinitive says what is being done, not what is planned.
EFFORT_VERBS = word_list("effort_verb")

#: Words that make an "if" no condition ("even if", "as if").
_NO_CONDITION = frozenset({"even", "as"})

#: Values of a cue's `only` that name the relation in which the word stands.
_RELATIONS = frozenset({"determiner", "adjective"})

#: Relations of words that stand beside what they qualify.
_BESIDE = ("auxiliary", "adverb", "negation", "determiner", "marker", "adjective", "conjunction")

#: Verbs by which something ends; denying them affirms it.
ENDING_VERBS = word_list("ending_verb")

#: The same of nouns, and words that promise what is given by promising.
EFFORT_NOUNS = word_list("effort_noun")
COMMITMENT_WORDS = word_list("commitment_word")

#: Verbs of believing: a "not" beside them denies what is believed ("does not think that").
BELIEF_VERBS = word_list("belief_verb")

#: Verbs of asking and auxiliaries of duty: what is to end is still going on ("asked to stop").
REQUEST_VERBS = word_list("causative_verb") | frozenset({"must", "should", "shall"})

#: From most to least telling: a planned step that may happen is possible.
_MODALITIES = {
    "condition": Modality.CONDITIONAL,
    "possibility": Modality.POSSIBLE,
    "unlikely": Modality.POSSIBLE,
    "plan": Modality.PLANNED,
}


def qualify(match: TriggerMatch) -> Qualification:
    """Returns polarity, modality and the cues that decide them.

    Example: "Iran may not attend the talks" at "attend": negated, possible, cues "may" and "not".
    """
    inside = {part.i for part in match.parts}
    found: dict[int, tuple[Cue, list[Token]]] = {}
    for step in climb(match.head):
        if _is_end_asked_for(step):
            break
        for cue, tokens in _cues_at(step):
            word = tokens[0]
            if _is_performative(match.head, word) or _is_commitment(match, cue, word):
                continue
            if word.ent_type_ == "PERSON":  # "General Will Gray"
                continue
            if not inside.intersection(token.i for token in tokens):
                found.setdefault(tokens[0].i, (cue, tokens))
    for word in (word for part in match.nouns for word in _beside_part(part)):
        for cue, tokens in _match(word, "modified"):
            found.setdefault(tokens[0].i, (cue, tokens))
    found = {at: hit for at, hit in found.items() if hit[0].kind != "none"}
    kinds = [cue.kind for cue, _ in found.values()]
    negations = sum(kind in {"negation", "unlikely"} for kind in kinds) + match.rule.negated
    modality = next((_MODALITIES[kind] for kind in _MODALITIES if kind in kinds), Modality.ASSERTED)
    return Qualification(
        polarity=Polarity.NEGATED if negations % 2 else Polarity.AFFIRMED,
        modality=modality,
        cues=tuple(_evidence(tokens) for _, (_, tokens) in sorted(found.items())),
    )


def is_excluded(noun: Token) -> bool:
    """Says whether a "not" takes the actor out ("condemned not Chad but Niger": Chad)."""
    denied = any(word.lower_ == "not" and word.i < noun.i for word in children(noun, "adverb"))
    instead = (
        word for other in children(noun, "conjunct") for word in children(other, "conjunction")
    )
    return denied and any(word.lower_ == "but" for word in instead)


def _beside_part(part: Token) -> list[Token]:
    """Returns the words that may deny a further word of the trigger ("vowed never to attack")."""
    if part.pos_ == "VERB":
        return children(part, "adverb", "negation")
    return children(part, "determiner")


def _is_end_asked_for(step: Step) -> bool:
    """Says whether the word is an end that somebody asks for ("asked Iran to stop arming")."""
    token = step.token
    if step.via != "complement" or token.lemma_.lower() not in ENDING_VERBS:
        return False
    asked = token.head.lemma_.lower() in REQUEST_VERBS and token.tag_ == "VB"
    return asked or any(word.lower_ in REQUEST_VERBS for word in children(token, "auxiliary"))


def _is_performative(head: Token, cue: Token) -> bool:
    """Says whether the words do what they name ("I want to thank", "we would like to condemn")."""
    return cue.lemma_.lower() in _POLITE and head.lemma_.lower() in PERFORMATIVE_VERBS


def _is_commitment(match: TriggerMatch, cue: Cue, word: Token) -> bool:
    """Says whether the word promises what is given by promising ("committed to working with").

    Who is committed to an attack has only planned it.
    """
    is_kind = match.rule.relation is Relation.COOPERATION and cue.kind == "plan"
    return is_kind and word.lemma_.lower() in COMMITMENT_WORDS


def _cues_at(step: Step) -> Iterator[tuple[Cue, list[Token]]]:
    """Yields the cues that act at one step of the climb."""
    if not step.is_tight:
        return
    yield from _cues_beside(step)
    yield from _conditions(step)
    if step.below is not None and step.via in {"complement", "of", "object", "oblique"}:
        for cue, tokens in _match(step.token, "complement"):
            if cue.only != "infinitive" or relation(step.below) != "complement_clause":
                yield cue, tokens
    if step.via == "subject" and not _says_end(step.token):
        yield from _match(step.token, "subject")
    purpose = step.token if step.via == "start" else step.below
    if purpose is not None and _is_purpose_here(purpose):
        yield from _purpose(purpose)


def _cues_beside(step: Step) -> Iterator[tuple[Cue, list[Token]]]:
    """Yields the cues beside the word, in its subject, and the noun that it is said to be."""
    denies = step.can_deny and not _is_report(step)
    for child in (*_besides(step.token), *_in_subject(step.token)):
        for cue, tokens in _match(child, "modified"):
            if cue.kind != "negation" or denies:
                yield cue, tokens
    for noun in subjects(step.token) if children(step.token, "copula") else ():
        yield from _match(noun, "complement")


def _is_report(step: Step) -> bool:
    """Says whether the verb reports the clause below: its own "not" denies only the saying."""
    if step.below is None or relation(step.below) != "complement_clause":
        return False
    lemma = step.token.lemma_.lower()
    return ("verb", lemma) in load_speech() and lemma not in BELIEF_VERBS


def _in_subject(predicate: Token) -> list[Token]:
    """Returns what may deny the subject ("NEITHER Malta nor Spain", "NO state", "NONE of them")."""
    return [
        word
        for noun in children(predicate, "subject", "passive_subject")
        for word in (noun, *children(noun, "determiner", "conjunction", "adverb", "negation"))
        if word.i <= noun.i
    ]


def _conditions(step: Step) -> Iterator[tuple[Cue, list[Token]]]:
    """Yields the words of a clause on which the step's word depends ("if attacked, it will")."""
    if step.token.tag_ == "VBD":
        return
    for clause in children(step.token, "adverbial_clause"):
        if step.below is not None and clause.i == step.below.i:
            continue
        for mark in children(clause, "marker"):
            if mark.i == mark.sent.start or mark.nbor(-1).lower_ not in _NO_CONDITION:
                yield from _match(mark, "antecedent")


def _says_end(predicate: Token) -> bool:
    """Says whether what is (un)likely is the end of the subject ("is unlikely to fade")."""
    complements = children(predicate, "open_complement", "complement_clause", "clausal_subject")
    return any(verb.lemma_.lower() in ENDING_VERBS for verb in complements)


def _besides(token: Token) -> list[Token]:
    """Returns the words beside the token; verbs share the auxiliaries of the first conjunct."""
    beside = children(token, *_BESIDE)
    beside += [word for word in children(token, "case") if word.lower_ == "without"]
    beside += [word for item in beside for word in children(item, "adverb") if word.i < item.i]
    if relation(token) == "conjunct" and not children(token, "subject", "auxiliary"):
        beside += children(token.head, "auxiliary")
    return beside


def _is_purpose_here(token: Token) -> bool:
    """Says whether the verb is an end still to come ("met to plan", not "works to help")."""
    if place_of(token) != "adverbial_clause" or not is_purpose(token):
        return False
    marks = [child for child in children(token, "marker", "auxiliary") if child.lower_ == "to"]
    before = marks[0].nbor(-1) if marks and marks[0].i > token.sent.start else token
    if before.pos_ == "NOUN" and before.lemma_.lower() in EFFORT_NOUNS:
        return False
    return token.head.lemma_.lower() not in EFFORT_VERBS


def _purpose(verb: Token) -> Iterator[tuple[Cue, list[Token]]]:
    for child in children(verb, "marker", "auxiliary"):
        if child.lower_ == "to":
            yield from _match(child, "purpose")


def _match(token: Token, scope: str) -> Iterator[tuple[Cue, list[Token]]]:
    """Yields the cue of that scope whose words start at the token, the longest one."""
    cues = load_cues()
    candidates = [*cues.get(token.lemma_.lower(), ()), *cues.get(token.lower_, ())]
    best: tuple[Cue, list[Token]] | None = None
    for cue in candidates:
        if cue.scope != scope or not _is_form(token, cue):
            continue
        words = cue.words.split()
        run = list(token.doc[token.i : token.i + len(words)])
        fits = len(run) == len(words) and all(
            word in {item.lemma_.lower(), item.lower_}
            for item, word in zip(run, words, strict=True)
        )
        if fits and (best is None or len(run) > len(best[1])):
            best = (cue, run)
    if best is not None:
        yield best


def _is_form(token: Token, cue: Cue) -> bool:
    """Says whether the word has the relation or part of speech that the cue asks for."""
    if cue.only in _RELATIONS:
        return relation(token) == cue.only
    return cue.only != "noun" or token.pos_ == "NOUN"


def _evidence(tokens: list[Token]) -> Evidence:
    start, last = tokens[0].idx, tokens[-1]
    end = last.idx + len(last)
    return Evidence(start=start, end=end, text=last.doc[tokens[0].i : last.i + 1].text)
