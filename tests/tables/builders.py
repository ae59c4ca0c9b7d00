"""Small documents with claims, built by hand for the tests of the tables."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from pipeline.identity import stable_id
from pipeline.problems import Problem, make_problem
from pipeline.records import (
    RELATION_OF,
    Actor,
    ActorBasis,
    ActorKind,
    ActorMention,
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimDate,
    ClaimPlace,
    DateBasis,
    DateInterval,
    DateMention,
    DatePrecision,
    Direction,
    DocumentText,
    EventType,
    Evidence,
    Place,
    PlaceBasis,
    PlaceMention,
    Polarity,
    Qualification,
    ScoredClaim,
    Sentence,
)
from pipeline.results import DocumentResult

KENYA = Actor(actor_id="a-kenya", name="Kenya", kind=ActorKind.STATE, country="KEN")
NAMIBIA = Actor(actor_id="a-namibia", name="Namibia", kind=ActorKind.STATE, country="NAM")
PERU = Actor(
    actor_id="a-peru", name="Peru", kind=ActorKind.STATE, country="PER", wikidata_id="Q419"
)
LIMA = Place(
    place_id="gn-3936456", name="Lima", country="PER", lat=-12.04318, lon=-77.02824,
    geonames_id="3936456", precision="town",
)  # fmt: skip
MAY_2020 = DateInterval(
    start=dt.date(2020, 5, 1),
    end=dt.date(2020, 5, 31),
    precision=DatePrecision.MONTH,
    basis=DateBasis.EXPLICIT,
    edtf="2020-05",
)


class DocumentBuilder:
    """Collects one document's text and what is found in it; `result()` gives the record."""

    def __init__(self, path: str, *sentences: str, date: dt.date | None = None) -> None:
        self.path = path
        self.text = " ".join(sentences)
        self.sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        self.doc_id = f"d-{self.sha256[:14]}"
        self.date = date
        self.sentences = self._split(sentences)
        self.actors: list[ActorMention] = []
        self.places: list[PlaceMention] = []
        self.dates: list[DateMention] = []
        self.claims: list[ScoredClaim] = []
        self.problems: list[Problem] = []

    def _split(self, texts: Sequence[str]) -> list[Sentence]:
        sentences, start = [], 0
        for index, text in enumerate(texts):
            sentences.append(
                Sentence(
                    sentence_id=stable_id("n", self.doc_id, start),
                    doc_id=self.doc_id,
                    index=index,
                    start=start,
                    end=start + len(text),
                    text=text,
                )
            )
            start += len(text) + 1
        return sentences

    def evidence(self, words: str) -> Evidence:
        start = self.text.index(words)
        return Evidence(start=start, end=start + len(words), text=words)

    def actor(self, words: str, actor: Actor) -> ActorMention:
        basis = ActorBasis.NAME if words == actor.name else ActorBasis.DEMONYM
        mention = ActorMention(evidence=self.evidence(words), actor=actor, basis=basis)
        self.actors.append(mention)
        return mention

    def place(self, words: str, place: Place) -> PlaceMention:
        mention = PlaceMention(evidence=self.evidence(words), place=place)
        self.places.append(mention)
        return mention

    def date_mention(self, words: str, interval: DateInterval | None) -> DateMention:
        mention = DateMention(evidence=self.evidence(words), interval=interval)
        self.dates.append(mention)
        return mention

    def claim(
        self,
        source: ActorMention,
        trigger: str,
        target: ActorMention,
        *,
        event_type: EventType = EventType.AGREE,
        stance: float = 0.5,
        polarity: Polarity = Polarity.AFFIRMED,
        direction: Direction = Direction.DIRECTED,
        date: DateMention | None = None,
        place: PlaceMention | None = None,
        speaker: ActorMention | None = None,
    ) -> ScoredClaim:
        words = self.evidence(trigger)
        sentence = next(s for s in self.sentences if s.start <= words.start < s.end)
        statement_id = stable_id("s", self.doc_id, words.start)
        claim = Claim(
            claim_id=stable_id("c", statement_id, source.actor.actor_id, target.actor.actor_id),
            statement_id=statement_id,
            doc_id=self.doc_id,
            sentence=sentence,
            relation=RELATION_OF[event_type],
            event_type=event_type,
            direction=direction,
            source=source,
            target=target,
            trigger=words,
            rule_id="R-test",
            qualification=Qualification(polarity=polarity),
            attribution=Attribution(speaker=speaker),
            date=ClaimDate(mention=date, interval=date.interval)
            if date and date.interval
            else None,
            place=ClaimPlace(mention=place, basis=PlaceBasis.SENTENCE) if place else None,
        )
        scored = ScoredClaim(
            claim=claim,
            stance=stance,
            stance_label="cooperative" if stance > 0 else "strained",
            confidence=0.75,
            model_version="m-1",
        )
        self.claims.append(scored)
        return scored

    def result(self) -> DocumentResult:
        document = DocumentText(
            doc_id=self.doc_id,
            path=self.path,
            sha256=self.sha256,
            media_type="text/plain",
            title=self.path,
            text=self.text,
            blocks=(Block(start=0, end=len(self.text), kind=BlockKind.PARAGRAPH),),
            date=self.date,
            encoding="utf-8",
        )
        return DocumentResult(
            path=self.path,
            doc_id=self.doc_id,
            sha256=self.sha256,
            document=document,
            sentences=tuple(self.sentences),
            actors=tuple(self.actors),
            places=tuple(self.places),
            dates=tuple(self.dates),
            claims=tuple(self.claims),
            problems=tuple(self.problems),
            n_words=len(self.text.split()),
            ruleset_version="r-1",
            core_version="core-1",
            model_version="m-1",
        )


def treaty(path: str = "treaty.txt") -> DocumentBuilder:
    """A document with two statements between Kenya and Peru, one dated and placed."""
    doc = DocumentBuilder(
        path,
        "In May 2020 Kenya signed a treaty with Peru in Lima.",
        "Peruvian officials did not blame Namibia for the delay.",
        date=dt.date(2020, 6, 1),
    )
    kenya, peru = doc.actor("Kenya", KENYA), doc.actor("Peru", PERU)
    peruvian, namibia = doc.actor("Peruvian", PERU), doc.actor("Namibia", NAMIBIA)
    may, lima = doc.date_mention("May 2020", MAY_2020), doc.place("Lima", LIMA)
    doc.claim(kenya, "signed", peru, date=may, place=lima, direction=Direction.MUTUAL)
    doc.claim(
        peruvian,
        "blame",
        namibia,
        event_type=EventType.ACCUSE,
        stance=0.1,
        polarity=Polarity.NEGATED,
    )
    return doc


def unread(path: str = "broken.bin") -> DocumentResult:
    """A file that could not be read."""
    doc_id = stable_id("d", path)
    problem = make_problem("not-text", doc_id=doc_id, path=path, stage="reading")
    return DocumentResult(path=path, doc_id=doc_id, problems=(problem,))
