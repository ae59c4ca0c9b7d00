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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from models.english import names, treebanks
from models.english.treebanks import Document
from pipeline.annotate.core.labels import ANY_NAME, NAME_KINDS, span_parts, tag_index
from pipeline.annotate.core.load import core_version, load_core

BRIEF_GENRES = ("news", "essay", "interview", "academic", "court", "speech", "letter")
"""The genres of GUM nearest to policy briefs."""

SPACE = "space"
"""Label of empty lines in the gold. An empty label would do, were it not that the scorer
then leaves out the same positions in every other document too."""

LOCATION_KINDS = {"GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PERSON": "PER", "ORG": "ORG"}


@dataclass(frozen=True, kw_only=True)
class GoldName:
    """One gold name by characters, with the kinds that its source leaves possible."""

    start: int
    end: int
    kinds: frozenset[str]


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


def names_of_masks(
    masks: Sequence[int], spots: Sequence[tuple[int, int]]
) -> tuple[list[GoldName], list[tuple[int, int]]]:
    """Gold names and the stretches of text of which nothing is known.

    Args:
        masks: Allowed tags by word.
        spots: Start and end of each word in the text.
    """
    found: list[GoldName] = []
    unknown: list[tuple[int, int]] = []
    at = 0
    while at < len(masks):
        length, kinds = _span_at(masks, at)
        if masks[at] == ANY_NAME or (length and masks[at] & 1):
            unknown.extend(spots[at : at + max(length, 1)])
        elif length:
            found.append(GoldName(start=spots[at][0], end=spots[at + length - 1][1], kinds=kinds))
        at += max(length, 1)
    return found, unknown


def _span_at(masks: Sequence[int], at: int) -> tuple[int, frozenset[str]]:
    """Length and kinds of the name that begins at a word; 0 if none does."""
    if masks[at] == ANY_NAME:
        return 0, frozenset()
    for length in range(1, len(masks) - at + 1):
        parts = span_parts(length)
        kinds = frozenset(
            kind
            for kind in NAME_KINDS
            if all(masks[at + n] >> tag_index(kind, part) & 1 for n, part in enumerate(parts))
        )
        if kinds and (masks[at] & 1 == 0 or length > 1 or kinds):
            return length, kinds
        opening = any(masks[at] >> tag_index(kind, 0) & 1 for kind in NAME_KINDS)
        if not opening:
            break
    return 0, frozenset()


def name_counts(
    doc: Doc,
    gold: Sequence[GoldName],
    unknown: Sequence[tuple[int, int]],
    kinds: Callable[[str], str | None],
) -> Counter[str]:
    """Right, found and wanted names of one document."""
    counts: Counter[str] = Counter()
    wanted = {(g.start, g.end): {kinds(k) for k in g.kinds} for g in gold}
    blank = {i for start, end in unknown for i in range(start, end)}
    counts["wanted"] = len(wanted)
    for ent in doc.ents:
        kind = kinds(ent.label_)
        span = (ent.start_char, ent.end_char)
        if kind is None or (span not in wanted and blank.intersection(range(*span))):
            continue
        counts["found"] += 1
        counts["right"] += kind in wanted.get(span, ())
    return counts


def f_score(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 in per cent."""
    precision = counts["right"] / max(counts["found"], 1)
    recall = counts["right"] / max(counts["wanted"], 1)
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "F1": 200 * precision * recall / max(precision + recall, 1e-9),
    }


def gum_names(document: Document) -> tuple[list[GoldName], list[tuple[int, int]]]:
    """Gold names of a GUM document."""
    _, starts, _ = treebanks.text_of(document)
    masks: list[int] = []
    spots: list[tuple[int, int]] = []
    for sentence, row in zip(document.sentences, starts, strict=True):
        masks += names.gum_masks(sentence, names.read_mentions(sentence))
        spots += [
            (start, start + len(w.form)) for w, start in zip(sentence.words, row, strict=True)
        ]
    return names_of_masks(masks, spots)


def uner_names(document: Document, rows: Sequence[Sequence[str]]) -> list[GoldName]:
    """Gold names of an EWT document from its UNER tags."""
    _, starts, _ = treebanks.text_of(document)
    found: list[GoldName] = []
    for sentence, row, tags in zip(document.sentences, starts, rows, strict=True):
        for at, tag in enumerate(tags):
            if tag.startswith("B-"):
                end = at + 1
                while end < len(tags) and tags[end].startswith("I-"):
                    end += 1
                last = row[end - 1] + len(sentence.words[end - 1].form)
                kinds = frozenset(k for k, v in LOCATION_KINDS.items() if v == tag[2:])
                found.append(GoldName(start=row[at], end=last, kinds=kinds))
    return found


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
    args = parser.parse_args()
    nlp = load_core(args.core)
    print(core_version(nlp))
    results = _evaluate(nlp, args)
    for title, scores in results.items():
        _shown(title, scores)
    if args.json:
        args.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
