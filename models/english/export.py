"""Trained weights to the folder that ships: int8 encoder, heads, lemma tables, spaCy config.

Belongs here: conversion to onnx and the assembly of the pipeline.

    python -m models.english.export --weights DIR --encoder DIR --out DIR --version 1.0.0
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import spacy
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from spacy.language import Language
from torch import Tensor, nn
from torch.nn import functional

from models.english.batches import Labels
from models.english.lemmas import lemma_tables
from models.english.network import PieceEncoder, Reader, WordHeads
from models.english.train import build
from pipeline.annotate.core import encoder as encoder_module
from pipeline.annotate.core import lemmas, names, parser, tagger, tokenizer
from pipeline.annotate.core.surface import TABLES

FACTORIES = (encoder_module, lemmas, names, parser, tagger, tokenizer)
OUTPUTS = ("starts", "tags", "forms", "names", "arc_dep", "arc_head", "rel_dep", "rel_head")
OPSET = 17


class PlainEncoder(nn.Module):
    """The encoder over one window without padding, in the plainest operations.

    Windows are read one by one, so there is no mask; plain operations are what the
    quantiser and the runtime fuse best.
    """

    def __init__(self, encoder: PieceEncoder) -> None:
        super().__init__()
        self.bert: Any = encoder.bert
        self.mixture = encoder.mixture

    def forward(self, pieces: Tensor) -> Tensor:
        """Piece ids, 1 x pieces, to piece vectors."""
        config = self.bert.config
        tables = self.bert.embeddings
        count = pieces.shape[1]
        state = tables.word_embeddings(pieces) + tables.token_type_embeddings.weight[0]
        state = state + tables.position_embeddings.weight[:count]
        state = tables.LayerNorm(state)
        states = [state]
        for layer in self.bert.encoder.layer:
            state = self._layer(layer, state, config.num_attention_heads)
            states.append(state)
        mixed: Tensor = self.mixture(tuple(states))
        return mixed

    def _layer(self, layer: Any, state: Tensor, heads: int) -> Tensor:
        inner = layer.attention.self
        size = state.shape[-1] // heads
        query, key, value = (
            part(state).reshape(1, -1, heads, size).transpose(1, 2)
            for part in (inner.query, inner.key, inner.value)
        )
        shares = torch.softmax(query @ key.transpose(2, 3) / size**0.5, dim=-1)
        mixed = (shares @ value).transpose(1, 2).reshape(1, -1, heads * size)
        out = layer.attention.output
        state = out.LayerNorm(out.dense(mixed) + state)
        wide = functional.gelu(layer.intermediate.dense(state))
        normed: Tensor = layer.output.LayerNorm(layer.output.dense(wide) + state)
        return normed


class PlainHeads(nn.Module):
    """The heads without padding."""

    def __init__(self, heads: WordHeads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, words: Tensor, rows: Tensor, gaps: Tensor) -> tuple[Tensor, ...]:
        """Score one window."""
        out: tuple[Tensor, ...] = self.heads(words, rows, gaps, torch.ones_like(words[:, :, :1]))
        return out


def to_onnx(
    module: nn.Module, inputs: dict[str, Tensor], outputs: tuple[str, ...], path: Path
) -> None:
    """Trace a module whose second axis is of any length."""
    torch.onnx.export(
        module.eval(),
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={name: {1: "length"} for name in (*inputs, *outputs)},
        opset_version=OPSET,
        dynamo=False,
    )


def export_encoder(model: Reader, path: Path, *, full_precision: bool = False) -> None:
    """The encoder with weights in eight bits, one scale a column; or as it was trained."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        to_onnx(
            PlainEncoder(model.encoder),
            {"pieces": torch.randint(1000, 2000, (1, 12))},
            ("states",),
            plain,
        )
        if full_precision:
            shutil.copy(plain, path)
        else:
            quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True)


def export_heads(model: Reader, path: Path) -> None:
    """The heads, their weights kept in half precision and widened when opened."""
    words = torch.randn(1, 12, model.heads.encoder_norm.normalized_shape[0])
    inputs = {
        "words": words,
        "rows": torch.zeros(1, 12, len(TABLES), dtype=torch.int64),
        "gaps": torch.zeros(1, 12, dtype=torch.int64),
    }
    to_onnx(PlainHeads(model.heads), inputs, OUTPUTS, path)
    graph = onnx.load(str(path))
    halve(graph)
    onnx.save(graph, str(path))


def halve(model: onnx.ModelProto, smallest: int = 1024) -> None:
    """Store large weights as float16 with a cast; the runtime folds the cast away."""
    casts = []
    for weight in list(model.graph.initializer):
        values = numpy_helper.to_array(weight)
        if weight.data_type != TensorProto.FLOAT or values.size < smallest:
            continue
        small = numpy_helper.from_array(values.astype(np.float16), f"{weight.name}_half")
        casts.append(helper.make_node("Cast", [small.name], [weight.name], to=TensorProto.FLOAT))
        model.graph.initializer.remove(weight)
        model.graph.initializer.append(small)
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def biaffine_file(model: Reader) -> bytes:
    """The parser's weights in the layout that parser.py multiplies with."""
    side = model.biaffine
    deps, width, _ = side.rel.shape
    arrays = {
        "arc": side.arc,
        "arc_bias": side.arc_bias,
        "root": side.root,
        "rel": side.rel.permute(1, 0, 2).reshape(width, deps * width),
        "rel_dep": side.rel_dep.weight.T,
        "rel_bias": side.rel_dep.bias,
        "rel_head": side.rel_head.weight.T,
    }
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer, **{k: v.detach().numpy().astype(np.float16) for k, v in arrays.items()}
    )
    return buffer.getvalue()


def assemble(
    model: Reader, labels: Labels, pieces: str, version: str, *, full_precision: bool = False
) -> Language:
    """The spaCy pipeline with all its files."""
    nlp = spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "entente.treebank_tokenizer.v1"}}}
    )
    nlp.meta.update(
        {
            "name": "entente_core",
            "version": version,
            "description": "English sentences, tags, trees, lemmas and names; see CARD.md.",
            "license": "CC BY-SA 4.0",
        }
    )
    listed = json.dumps({"tags": labels.tags, "forms": labels.forms, "deps": labels.deps}).encode()
    with tempfile.TemporaryDirectory() as folder:
        export_encoder(model, Path(folder) / "encoder.onnx", full_precision=full_precision)
        export_heads(model, Path(folder) / "heads.onnx")
        networks = {
            name: (Path(folder) / name).read_bytes() for name in ("encoder.onnx", "heads.onnx")
        }
    weights = biaffine_file(model)
    encoder: Any = nlp.add_pipe("entente_encoder", name="encoder")
    encoder.set_contents({**networks, "tokenizer.json": pieces.encode()})
    tags: Any = nlp.add_pipe("entente_tagger", name="tagger")
    tags.set_contents({"labels.json": listed})
    trees: Any = nlp.add_pipe("entente_parser", name="parser")
    trees.set_contents({"labels.json": listed, "biaffine.npz": weights})
    nlp.add_pipe("entente_names", name="ner")
    lemmas: Any = nlp.add_pipe("entente_lemmatizer", name="lemmatizer")
    lemmas.initialize(nlp=nlp, lookups=lemma_tables())
    nlp.add_pipe("entente_release", name="release")
    digest = hashlib.sha256()
    for content in (*networks.values(), weights, listed):
        digest.update(content)
    nlp.meta["digest"] = digest.hexdigest()
    return nlp


def write(nlp: Language, out: Path) -> None:
    """Write under a temporary name, then put it in place: readers see all of it or the old one."""
    fresh, old = out.with_name(f".{out.name}.new"), out.with_name(f".{out.name}.old")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(fresh, exclude=["vocab_vectors"])
    spacy.load(fresh)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    """Command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--weights", type=Path, required=True, help="folder that train.py wrote")
    arguments.add_argument(
        "--encoder", type=Path, required=True, help="folder of the pretrained BERT"
    )
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--version", default="1.0.0")
    arguments.add_argument(
        "--full-precision", action="store_true", help="do not quantise; to see what that costs"
    )
    args = arguments.parse_args()
    stored = json.loads((args.weights / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{name: tuple(values) for name, values in stored.items()})
    model = build(args.encoder, labels)
    model.load_state_dict(torch.load(args.weights / "weights.pt", weights_only=True))
    pieces = (args.encoder / "tokenizer.json").read_text(encoding="utf-8")
    core = assemble(model.eval(), labels, pieces, args.version, full_precision=args.full_precision)
    write(core, args.out)
    size = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{args.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
