"""One statement, one trigger: the longest wins, a tie is told, what holds another takes it in."""

from __future__ import annotations

from pipeline.claims.assemble import extract_claims
from pipeline.records import EventType
from tests.claims.built import built, noun, rule, rule_set, verb

HELD = """
    Kenya Kenya PROPN NNP 2 nsubj
    held hold VERB VBD 2 ROOT
    talks talk NOUN NNS 2 obj
    with with ADP IN 5 case
    Sudan Sudan PROPN NNP 3 nmod
"""
ACTORS = {1: "Kenya", 5: "Sudan"}
PARTIES = ("subject", "with")

HOLD_TALKS = rule(
    verb("hold", object=frozenset({"talk"})),
    parties=PARTIES,
    event_type=EventType.CONSULT,
    rule_id="cooperation.consult.hold-talks",
)
TALKS = rule(
    noun("talk"), parties=PARTIES, event_type=EventType.CONSULT, rule_id="cooperation.consult.talks"
)
HOLD = rule(
    verb("hold"), parties=PARTIES, event_type=EventType.COERCE, rule_id="tension.coerce.hold"
)


def rules_of(*rules, rows=HELD, actors=None):
    claims, problems = extract_claims(
        built(rows, actors=ACTORS if actors is None else actors), rules=rule_set(*rules)
    )
    return [claim.rule_id for claim in claims], [problem.code for problem in problems]


def test_the_longest_trigger_wins_and_that_is_no_tie() -> None:
    assert rules_of(HOLD_TALKS, TALKS, HOLD) == ([HOLD_TALKS.id], [])


def test_without_it_each_of_the_others_stands_on_its_own_word() -> None:
    found, problems = rules_of(TALKS, HOLD)
    assert sorted(found) == [TALKS.id, HOLD.id]
    assert problems == []


def test_a_longer_trigger_whose_roles_nobody_fills_does_not_win() -> None:
    against = rule(
        verb("hold", object=frozenset({"talk"})),
        target=("against",),
        event_type=EventType.ASSAULT,
        rule_id="tension.assault.hold-against",
    )
    assert rules_of(against, TALKS) == ([TALKS.id], [])


def test_a_tie_of_two_types_goes_to_the_first_id_and_is_told() -> None:
    other = rule(
        noun("talk"), parties=PARTIES, event_type=EventType.AGREE, rule_id="cooperation.agree.talks"
    )
    assert rules_of(TALKS, other) == ([other.id], ["rule-tie"])


def test_a_tie_within_a_type_is_not_worth_telling() -> None:
    twin = rule(
        noun("talk"), parties=PARTIES, event_type=EventType.CONSULT, rule_id="cooperation.consult.a"
    )
    assert rules_of(TALKS, twin) == ([twin.id], [])


def test_the_content_of_an_act_of_the_same_two_is_no_second_claim() -> None:
    rows = """
        Kenya Kenya PROPN NNP 2 nsubj
        agreed agree VERB VBD 2 ROOT
        to to PART TO 4 mark
        trade trade VERB VB 2 xcomp
        with with ADP IN 6 case
        Sudan Sudan PROPN NNP 4 obl
    """
    actors = {1: "Kenya", 6: "Sudan"}
    agree = rule(
        verb("agree", complement=frozenset({"trade"})),
        parties=PARTIES,
        event_type=EventType.AGREE,
        rule_id="cooperation.agree.agree",
    )
    trade = rule(
        verb("trade"),
        parties=PARTIES,
        event_type=EventType.COOPERATE,
        rule_id="cooperation.cooperate.trade",
    )
    assert rules_of(agree, trade, rows=rows, actors=actors) == ([agree.id], [])
    assert rules_of(trade, rows=rows, actors=actors) == ([trade.id], [])


def test_nobody_in_a_role_gives_no_claim_and_no_problem() -> None:
    assert rules_of(HOLD_TALKS, actors={1: "Kenya"}) == ([], [])


def test_all_pairs_of_a_trigger_are_one_statement() -> None:
    rows = """
        Kenya Kenya PROPN NNP 2 nsubj
        attacked attack VERB VBD 2 ROOT
        Chad Chad PROPN NNP 2 obj
        and and CCONJ CC 5 cc
        Niger Niger PROPN NNP 3 conj
    """
    annotated = built(rows, actors={1: "Kenya", 3: "Chad", 5: "Niger"})
    claims, _ = extract_claims(annotated, rules=rule_set(rule(verb("attack"))))
    assert [claim.target.actor.name for claim in claims] == ["Chad", "Niger"]
    assert len({claim.statement_id for claim in claims}) == 1
    assert len({claim.claim_id for claim in claims}) == 2


def test_every_claim_keeps_the_words_that_made_it() -> None:
    annotated = built(HELD, actors=ACTORS)
    (claim,), _ = extract_claims(annotated, rules=rule_set(HOLD_TALKS))
    text = annotated.document.text
    for words in (claim.trigger, claim.source.evidence, claim.target.evidence):
        assert text[words.start : words.end] == words.text
    assert claim.trigger.text == "held talks"
