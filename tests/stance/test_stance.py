"""Stance: how a claim is said, never who is meant; denial cancels; a changed model is refused."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.problems import ConfigurationError
from pipeline.records import (
    Actor,
    ActorBasis,
    ActorKind,
    ActorMention,
    Attribution,
    AttributionKind,
    Claim,
    Direction,
    EventType,
    Evidence,
    Modality,
    Polarity,
    Qualification,
    Relation,
    Sentence,
)
from pipeline.stance.features import (
    confidence_features,
    masked_words,
    stance_features,
    view_of,
)
from pipeline.stance.predict import PLACES, Scorer, label_of, load_scorer

#: Names as documents write them: each word starts with a capital.
names = st.lists(
    st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True), min_size=1, max_size=3
).map(" ".join)  # fmt: skip


def evidence(text: str, start: int = 0) -> Evidence:
    return Evidence(start=start, end=start + len(text), text=text)


def mention(name: str, start: int, basis: ActorBasis = ActorBasis.NAME) -> ActorMention:
    actor = Actor(actor_id=f"a-{name}", name=name, kind=ActorKind.STATE)
    return ActorMention(evidence=evidence(name, start), actor=actor, basis=basis)


def claim(
    source: str = "Kenya",
    target: str = "Chad",
    trigger: str = "attacked",
    event_type: EventType = EventType.ASSAULT,
    relation: Relation = Relation.TENSION,
) -> Claim:
    text = f"{source} {trigger} {target}."
    sentence = Sentence(sentence_id="t-1", doc_id="d-1", index=0, start=0, end=len(text), text=text)
    return Claim(
        claim_id="c-1",
        statement_id="s-1",
        doc_id="d-1",
        sentence=sentence,
        relation=relation,
        event_type=event_type,
        direction=Direction.DIRECTED,
        source=mention(source, 0),
        target=mention(target, len(source) + len(trigger) + 2),
        trigger=evidence(trigger, len(source) + 1),
        rule_id="tension.assault.attack",
    )


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return load_scorer()


@given(names, names)
def test_features_never_contain_a_name(source: str, target: str) -> None:
    trigger = f"attacked {target} in {source}"
    features = stance_features(view_of(claim(source, target, trigger)))
    words = {name.partition("=")[2] for name in features if name.startswith("trigger=")}
    assert words == {"attacked", "name", "in"}
    told = json.dumps(confidence_features(claim(source, target)))
    assert source not in told
    assert target not in told


@given(names, names, names, names)
def test_who_is_meant_does_not_change_the_stance_features(a: str, b: str, c: str, d: str) -> None:
    one, other = claim(a, b), claim(c, d)
    assert stance_features(view_of(one)) == stance_features(view_of(other))


def test_words_are_masked_by_their_capital() -> None:
    assert masked_words("the Iranian attack on U.S. bases") == [
        "the", "name", "attack", "on", "name", "name", "bases",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stance", "label"),
    [
        (-1.0, "hostile"),
        (-0.76, "hostile"),
        (-0.75, "strained"),
        (-0.26, "strained"),
        (-0.25, "neutral"),
        (0.0, "neutral"),
        (0.24, "neutral"),
        (0.25, "cooperative"),
        (0.74, "cooperative"),
        (0.75, "allied"),
        (1.0, "allied"),
    ],
)
def test_labels_lie_midway_between_the_points_of_the_scale(stance: float, label: str) -> None:
    assert label_of(stance) == label


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_labels_rise_with_the_stance(one: float, other: float) -> None:
    order = ["hostile", "strained", "neutral", "cooperative", "allied"]
    low, high = sorted((one, other))
    assert order.index(label_of(low)) <= order.index(label_of(high))


def test_an_assault_is_hostile_and_aid_is_friendly(scorer: Scorer) -> None:
    assault = claim()
    aid = claim(trigger="armed", event_type=EventType.AID, relation=Relation.COOPERATION)
    hostile, friendly = scorer.score([assault, aid])
    assert hostile.stance < -0.25
    assert friendly.stance > 0.25
    assert [item.stance_label for item in (hostile, friendly)] == [
        label_of(hostile.stance),
        label_of(friendly.stance),
    ]


@pytest.mark.parametrize("event_type", list(EventType))
def test_every_type_scores_within_the_scale(scorer: Scorer, event_type: EventType) -> None:
    for modality in Modality:
        made = replace(claim(event_type=event_type), qualification=Qualification(modality=modality))
        (scored,) = scorer.score([made])
        assert -1 <= scored.stance <= 1
        assert 0 <= scored.confidence <= 1
        assert scored.claim is made


def test_denial_cancels_the_stance(scorer: Scorer) -> None:
    denied = replace(claim(), qualification=Qualification(polarity=Polarity.NEGATED))
    (scored,) = scorer.score([denied])
    assert (scored.stance, scored.stance_label) == (0.0, "neutral")


def test_a_referring_role_and_a_speaker_are_seen_by_confidence() -> None:
    plain = confidence_features(claim())
    refers = replace(claim(), source=mention("it", 0, ActorBasis.PRONOUN))
    said = replace(
        claim(),
        attribution=Attribution(kind=AttributionKind.REPORTED, speaker=mention("Oman", 0)),
    )
    assert (plain["refers"], confidence_features(refers)["refers"]) == (0.0, 1.0)
    assert (plain["is_attributed"], confidence_features(said)["is_attributed"]) == (0.0, 1.0)


def test_no_claims_no_scores(scorer: Scorer) -> None:
    assert scorer.score([]) == ()


def test_scores_carry_the_models_version(scorer: Scorer) -> None:
    folder = next(place for place in PLACES if (place / "card.json").exists())
    version = json.loads((folder / "card.json").read_text(encoding="utf-8"))["version"]
    assert scorer.version == version != ""
    assert {item.model_version for item in scorer.score([claim(), claim("Oman")])} == {version}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = next(place for place in PLACES if (place / "card.json").exists())
    shutil.copytree(folder, tmp_path / "stance")
    return tmp_path / "stance"


def test_a_copy_scores_alike(copied: Path, scorer: Scorer) -> None:
    (ours,), (theirs,) = scorer.score([claim()]), load_scorer(copied).score([claim()])
    assert ours == theirs


@pytest.mark.parametrize("name", ["stance", "confidence"])
def test_a_changed_model_file_is_refused(copied: Path, name: str) -> None:
    card = json.loads((copied / "card.json").read_text(encoding="utf-8"))
    path = copied / card["models"][name]["file"]
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(ConfigurationError, match="is not the file its card names"):
        load_scorer(copied)


def test_a_model_of_another_scikit_learn_warns(copied: Path) -> None:
    path = copied / "card.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    for entry in card["models"].values():
        entry["sklearn"] = "0.1.0"
    path.write_text(json.dumps(card), encoding="utf-8")
    with pytest.warns(UserWarning, match=r"trained with scikit-learn 0\.1\.0"):
        load_scorer(copied)


def test_no_model_is_a_mistake_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.stance.predict.PLACES", ())
    load_scorer.cache_clear()
    with pytest.raises(ConfigurationError, match="stance model is missing"):
        load_scorer()
    load_scorer.cache_clear()
