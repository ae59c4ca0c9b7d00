"""The most frequent errors of a core's trees, by kind: what a word is taken for instead.

Belongs here: counting of wrong arcs and labels against a treebank. An error is counted once, at
the word whose arc is wrong, under the label that the gold gives it, and told by whether the head,
the label or both are wrong.

    python -m models.english.errors --gum DIR [--split dev] [--core NAME] [--show obl]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from spacy.tokens import Doc, Token

from models.english import treebanks
from models.english.evaluate import BRIEF_GENRES, read_all
from pipeline.annotate.core.load import load_core

IGNORED = frozenset({"punct", "space", ""})


def errors(found: Doc, gold: Doc) -> list[tuple[str, str, Token]]:
    """Every wrong arc between words that both cut alike.

    Returns:
        The gold label, what was found instead ("head" where only the head is wrong), the gold word.
    """
    words = {(token.idx, len(token)): token for token in found}
    wrong: list[tuple[str, str, Token]] = []
    for token in gold:
        other = words.get((token.idx, len(token)))
        if other is None or token.dep_ in IGNORED:
            continue
        same_head = other.head.idx == token.head.idx
        if not same_head or other.dep_ != token.dep_:
            label = "head" if other.dep_ == token.dep_ else other.dep_
            wrong.append((token.dep_, label, token))
    return wrong


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--core", help="any spaCy pipeline; by default the one that ships")
    parser.add_argument("--top", type=int, default=20)
    parser.add_argument("--show", help="print sentences with errors at this gold label")
    args = parser.parse_args()
    nlp = load_core(args.core)
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    words = 0
    documents = [d for d in treebanks.read_gum(args.gum, args.split) if d.genre in BRIEF_GENRES]
    for _, doc, gold in read_all(nlp, documents):
        words += sum(token.dep_ not in IGNORED for token in gold)
        for wanted, label, token in errors(doc, gold):
            counts[wanted, label] += 1
            examples[wanted].append(f"{token.text} -> {token.head.text} as {label}: {token.sent}")
    total = sum(counts.values())
    print(f"{words} words, {total} wrong arcs ({100 * total / words:.1f} %)")
    for (wanted, label), count in counts.most_common(args.top):
        print(f"{count:5d} {100 * count / total:5.1f} %  {wanted} taken for {label}")
    for line in examples.get(args.show or "", ()):
        print(line)


if __name__ == "__main__":
    main()
