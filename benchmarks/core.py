"""`python -m benchmarks.core`: what the English core's reading costs, beside a small CNN.

Three readers over the same text in one run, each on one thread, best round of each:

- spaCy's small CNN (hashed embeddings, width 96, six window layers; tags, trees and names), taught
  here on the core's own reading of the samples, so that it parses English and not noise;
- the core that ships (tags, features, trees, names, lemmas);
- the core's encoder by itself (word pieces to vectors, nothing else).

Seconds are the processor's. Also printed: the artifact's size, the time to open it, and the most
memory that a document of 100 pages takes, each measured in a process of its own.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pipeline.annotate.core.load import load_core
from pipeline.annotate.core.pieces import WordPieces
from pipeline.annotate.core.surface import gaps_of
from pipeline.annotate.core.windows import plan_windows
from pipeline.reading import read_document

SAMPLES = Path(__file__).parents[1] / "data" / "raw"
ARTIFACT = Path(__file__).parents[1] / "models" / "english" / "artifact"
WIDTH, DEPTH = 96, 6
PAGES, WORDS_PER_PAGE = 100, 500

LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}
TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}


def sample_texts() -> list[str]:
    """The samples' texts, paragraph by paragraph."""
    texts = [read_document(path)[0] for path in sorted(SAMPLES.glob("*.*"))]
    return [part for text in texts if text for part in text.text.split("\n\n") if part.strip()]


def small_cnn(read: Sequence[Doc], steps: int) -> Language:
    """A small CNN pipeline, taught on Docs that the core has read."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    for name, extra in (
        ("tagger", {"@architectures": "spacy.Tagger.v2"}),
        ("parser", _transitions("parser")),
        ("ner", _transitions("ner")),
    ):
        nlp.add_pipe(name, config={"model": {**extra, "tok2vec": LISTENER}})
    examples = [
        Example(
            Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]),
            doc,
        )
        for doc in read
    ]
    optimizer = nlp.initialize(lambda: examples)
    rng = random.Random(1)
    for _ in range(steps):
        nlp.update(rng.sample(examples, min(8, len(examples))), sgd=optimizer, drop=0.1)
    return nlp


def _transitions(state: str) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
    }


def encoder_alone(core: Language) -> Callable[[Sequence[Doc]], None]:
    """The core's encoder over tokenised documents, without its heads."""
    contents = core.get_pipe("encoder").contents  # type: ignore[attr-defined]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        contents["encoder.onnx"], options, providers=["CPUExecutionProvider"]
    )
    pieces = WordPieces.from_text(contents["tokenizer.json"].decode("utf-8"))

    def run(docs: Sequence[Doc]) -> None:
        for doc in docs:
            kept = [token.i for token in doc if not token.is_space]
            words = [doc[i].text for i in kept]
            rows = [pieces.of(word) for word in words]
            for window in plan_windows([len(row) for row in rows], gaps_of(doc, kept, ()), words):
                flat = [p for row in rows[window.start : window.end] for p in row]
                ids = np.array([[pieces.first, *flat, pieces.last]], dtype=np.int64)
                session.run(None, {"pieces": ids})

    return run


def words_per_second(texts: Sequence[str], rounds: int, steps: int) -> dict[str, float]:
    """Words per second of processor time of the three readers, best of the rounds."""
    core = load_core()
    read = list(core.pipe(sample_texts()))
    cnn = small_cnn(read, steps)
    alone = encoder_alone(core)
    docs = [core.make_doc(text) for text in texts]
    words = sum(not token.is_space for doc in docs for token in doc)
    readers: dict[str, Callable[[], object]] = {
        "small CNN": lambda: list(cnn.pipe(texts)),
        "this core": lambda: list(core.pipe(texts)),
        "encoder alone": lambda: alone(docs),
    }
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(rounds):
        for name, work in readers.items():
            begun = time.process_time()
            work()
            best[name] = min(best[name], time.process_time() - begun)
    return {name: words / spent for name, spent in best.items()}


OPEN = """
import time, spacy, numpy, onnxruntime
begun = time.perf_counter()
from pipeline.annotate.core.load import load_core
nlp = load_core()
print(f"{time.perf_counter() - begun:.2f}")
"""
READ = """
import resource, sys
from pipeline.annotate.core.load import load_core
nlp = load_core()
doc = nlp(sys.stdin.read())
print(len(doc), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def in_a_process(code: str, text: str = "") -> str:
    """What a program prints."""
    call = [sys.executable, "-c", code]
    return subprocess.run(call, input=text, capture_output=True, text=True, check=True).stdout


def long_text(pages: int) -> str:
    """A document of so many pages, made of the samples."""
    parts = sample_texts()
    text: list[str] = []
    count = 0
    while count < pages * WORDS_PER_PAGE:
        text.append(parts[len(text) % len(parts)])
        count += len(text[-1].split())
    return "\n\n".join(text)


def main() -> None:
    """Prints the speeds, their ratios and the sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=20, help="of text to read (default 20)")
    parser.add_argument("--rounds", type=int, default=3, help="the best counts (default 3)")
    parser.add_argument("--steps", type=int, default=60, help="of teaching the CNN (default 60)")
    args = parser.parse_args()
    text = long_text(args.pages)
    texts = [text[at : at + 5000] for at in range(0, len(text), 5000)]
    speeds = words_per_second(texts, args.rounds, args.steps)
    for name, speed in speeds.items():
        share = speed / speeds["small CNN"]
        print(f"{name:14s} {speed:8.0f} words/s of one processor, {share:5.0%} of the CNN")
    size = sum(path.stat().st_size for path in ARTIFACT.rglob("*") if path.is_file())
    print(f"artifact {size / 1e6:.1f} MB, opened in {in_a_process(OPEN).strip()} s")
    tokens, peak = in_a_process(READ, long_text(PAGES)).split()
    print(f"{PAGES} pages ({tokens} tokens) in one document: at most {peak} MB of memory")


if __name__ == "__main__":
    main()
