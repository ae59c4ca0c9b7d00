"""Scores of a pipeline on raw text: the treebanks' and the name annotations' held-out lists.

Belongs here: measurement of whole pipelines, by spaCy's scorer (punctuation arcs left
out, as it does by default). The pipeline finds tokens and sentences itself.

    python -m models.english.evaluate --ewt DIR --gum DIR --uner DIR [--split test] [--core NAME]
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from models.english import card, treebanks
from models.english.name_scores import (
    LOCATION_KINDS,
    f_score,
    gum_names,
    name_counts,
    uner_names,
)
from models.english.treebanks import Document
from pipeline.annotate.core.load import core_version, load_core

BRIEF_GENRES = ("news", "essay", "interview", "academic", "court", "speech", "letter")
"""The genres of GUM nearest to policy briefs."""

SPACE = "space"
"""Label of empty lines in the gold. An empty label would do, were it not that the scorer
then leaves out the same positions in every other document too."""


def reference(vocab: Vocab, document: Document) -> Doc:
    """The gold Doc; empty lines between paragraphs are tokens without annotation."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    for number, sentence in enumerate(document.sentences):
        if number and sentence.paragraph:
            words.append("\n\n")
            spaces.append(False)
            tags.append("")
            deps.append(SPACE)
            heads.append(len(words) - 2)
        offset = len(words)
        for index, word in enumerate(sentence.words):
            words.append(word.form)
            spaces.append(word.space_after)
            tags.append(word.xpos)
            deps.append("ROOT" if word.head == 0 else word.deprel)
            heads.append(offset + (index if word.head == 0 else word.head - 1))
    return Doc(vocab, words=words, spaces=spaces, tags=tags, deps=deps, heads=heads)


def parse_scores(pairs: Sequence[tuple[Doc, Doc]]) -> dict[str, float]:
    """Token, tag, sentence and tree scores in per cent."""
    examples = [Example(predicted, gold) for predicted, gold in pairs]
    scorer = Scorer()
    found = scorer.score_tokenization(examples)
    found.update(scorer.score_token_attr(examples, "tag"))
    found.update(scorer.score_spans(examples, "sents", has_annotation=_has_sentences))
    found.update(
        scorer.score_deps(
            examples,
            "dep",
            getter=lambda token, _: token.dep_,
            ignore_labels=("p", "punct", SPACE),
        )
    )
    names_ = {
        "token_f": "tokens",
        "tag_acc": "tags",
        "sents_f": "sentences",
        "dep_uas": "UAS",
        "dep_las": "LAS",
    }
    return {short: 100 * found[name] for name, short in names_.items()}


def _has_sentences(doc: Doc) -> bool:
    return doc.has_annotation("SENT_START")


def read_all(nlp: Language, documents: Iterable[Document]) -> list[tuple[Document, Doc, Doc]]:
    """Run the pipeline over the raw texts."""
    out = []
    for document in documents:
        gold = reference(nlp.vocab, document)
        out.append((document, nlp(treebanks.text_of(document)[0]), gold))
    return out


def _shown(title: str, scores: dict[str, float]) -> None:
    print(
        f"{title:28s}" + "  ".join(f"{name} {value:5.2f}" for name, value in scores.items()),
        flush=True,
    )


def _evaluate(nlp: Language, args: argparse.Namespace) -> dict[str, dict[str, float]]:
    results: dict[str, dict[str, float]] = {}
    begun = time.perf_counter()
    gum = read_all(nlp, treebanks.read_gum(args.gum, args.split))
    ewt = read_all(nlp, treebanks.read_ewt(args.ewt, args.split))
    spent = time.perf_counter() - begun
    briefs = [row for row in gum if row[0].genre in BRIEF_GENRES]
    groups = {"GUM, genres near briefs": briefs, "GUM, all": gum, "EWT": ewt}
    for genre in sorted({row[0].genre for row in gum}):
        groups[f"GUM {genre}"] = [row for row in gum if row[0].genre == genre]
    for title, rows in groups.items():
        results[title] = parse_scores([(doc, gold) for _, doc, gold in rows])
    counts: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for document, doc, _ in gum:
        found, unknown = gum_names(document)
        one = name_counts(doc, found, unknown, lambda kind: kind)
        counts += one
        near += one if document.genre in BRIEF_GENRES else Counter()
    results["names, GUM all"] = f_score(counts)
    results["names, GUM near briefs"] = f_score(near)
    results["names, UNER"] = f_score(_uner_counts(args, ewt))
    words = sum(len(doc) for _, doc, _ in (*gum, *ewt))
    results["speed"] = {"words/s": words / spent}
    return results


def _uner_counts(
    args: argparse.Namespace, ewt: Sequence[tuple[Document, Doc, Doc]]
) -> Counter[str]:
    tags = treebanks.read_uner(args.uner / f"en_ewt-ud-{args.split}.iob2")
    counts: Counter[str] = Counter()
    for document, doc, _ in ewt:
        rows = tags.get(document.name, [])
        if [len(r) for r in rows] == [len(s.words) for s in document.sentences]:
            counts += name_counts(doc, uner_names(document, rows), (), LOCATION_KINDS.get)
    return counts


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("ewt", "gum", "uner"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--core", help="any spaCy pipeline; by default the one that ships")
    parser.add_argument("--json", type=Path, help="also write the scores here")
    parser.add_argument("--card", type=Path, help="also write them into this model card")
    args = parser.parse_args()
    nlp = load_core(args.core)
    print(core_version(nlp))
    results = _evaluate(nlp, args)
    for title, scores in results.items():
        _shown(title, scores)
    if args.json:
        args.json.write_text(json.dumps(results, indent=1), encoding="utf-8")
    if args.card:
        card.write(args.card, results)


if __name__ == "__main__":
    main()
