"""Qualifiers: is the claim denied, possible, planned, on a condition - and by which words.

One engine over one table (`pipeline/rules/tables/cues.yml`): a new cue is a row. It climbs from the
trigger (`scope.climb`) and collects the cues that have it in scope. Two negations cancel out.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.annotate.grammar import children, relation
from pipeline.claims.scope import Step, climb, is_purpose
from pipeline.claims.triggers import TriggerMatch
from pipeline.records import Evidence, Modality, Polarity, Qualification
from pipeline.rules.tables_load import Cue, load_cues, word_list

#: Verbs that are done by saying them, and the polite words before them.
PERFORMATIVE_VERBS = word_list("performative_verb")
_POLITE = frozenset({"want", "wish", "like", "would", "must", "can"})

#: Verbs of which the infinitive says what is being done, not what is planned.
EFFORT_VERBS = word_list("effort_verb")

#: Values of a cue's `only` that name the relation in which the word stands.
_RELATIONS = frozenset({"determiner", "adjective"})

#: Relations of words that stand beside what they qualify.
_BESIDE = ("auxiliary", "adverb", "negation", "determiner", "marker", "adjective", "conjunction")

#: Verbs by which something ends; denying them affirms it.
ENDING_VERBS = word_list("ending_verb")

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
        for cue, tokens in _cues_at(step):
            if _is_performative(match.head, tokens[0]):
                continue
            if not inside.intersection(token.i for token in tokens):
                found.setdefault(tokens[0].i, (cue, tokens))
    for noun in match.nouns:
        for word in children(noun, "determiner"):
            for cue, tokens in _match(word, "modified"):
                found.setdefault(tokens[0].i, (cue, tokens))
    kinds = [cue.kind for cue, _ in found.values()]
    negations = sum(kind in {"negation", "unlikely"} for kind in kinds) + match.rule.negated
    modality = next((_MODALITIES[kind] for kind in _MODALITIES if kind in kinds), Modality.ASSERTED)
    return Qualification(
        polarity=Polarity.NEGATED if negations % 2 else Polarity.AFFIRMED,
        modality=modality,
        cues=tuple(_evidence(tokens) for _, (_, tokens) in sorted(found.items())),
    )


def _is_performative(head: Token, cue: Token) -> bool:
    """Says whether the words do what they name ("I want to thank", "we would like to condemn")."""
    return cue.lemma_.lower() in _POLITE and head.lemma_.lower() in PERFORMATIVE_VERBS


def _cues_at(step: Step) -> Iterator[tuple[Cue, list[Token]]]:
    """Yields the cues that act at one step of the climb."""
    if not step.is_tight:
        return
    for child in _besides(step.token):
        for cue, tokens in _match(child, "modified"):
            if cue.kind != "negation" or step.can_deny:
                yield cue, tokens
    if step.below is not None and step.via in {"complement", "of", "object", "oblique"}:
        for cue, tokens in _match(step.token, "complement"):
            if cue.only != "infinitive" or relation(step.below) != "complement_clause":
                yield cue, tokens
    if step.via == "subject" and not _says_end(step.token):
        yield from _match(step.token, "subject")
    purpose = step.token if step.via == "start" else step.below
    if purpose is not None and _is_purpose_here(purpose):
        yield from _purpose(purpose)


def _says_end(predicate: Token) -> bool:
    """Says whether what is (un)likely is the end of the subject ("is unlikely to fade")."""
    complements = children(predicate, "open_complement", "complement_clause", "clausal_subject")
    return any(verb.lemma_.lower() in ENDING_VERBS for verb in complements)


def _besides(token: Token) -> list[Token]:
    """Returns the words beside the token; verbs share the auxiliaries of the first conjunct."""
    beside = children(token, *_BESIDE)
    if relation(token) == "conjunct" and not children(token, "subject", "auxiliary"):
        beside += children(token.head, "auxiliary")
    return beside


def _is_purpose_here(token: Token) -> bool:
    """Says whether the verb is an end still to come ("met to plan", not "works to help")."""
    if relation(token) != "adverbial_clause" or not is_purpose(token):
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
        if cue.scope != scope or (cue.only in _RELATIONS and relation(token) != cue.only):
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


def _evidence(tokens: list[Token]) -> Evidence:
    start, last = tokens[0].idx, tokens[-1]
    end = last.idx + len(last)
    return Evidence(start=start, end=end, text=last.doc[tokens[0].i : last.i + 1].text)
