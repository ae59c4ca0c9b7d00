"""The weights of a core that ships, back in the form that training starts from.

Belongs here: reading the networks of an artifact. Eight-bit weights come back as the numbers that
they stand for, so a restored core reads as the one that ships does; training goes on from there
without the full-precision weights, which are too large to keep.

    python -m models.english.restore --core models/english/artifact --encoder DIR --out DIR
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import GraphProto, NodeProto, numpy_helper
from torch import Tensor

from models.english.batches import Labels
from models.english.train import build

Arrays = dict[str, NDArray[np.float32]]


def restore(core: Path) -> tuple[dict[str, Tensor], Labels]:
    """The named weights and the labels of an artifact.

    Args:
        core: The artifact's folder.

    Returns:
        The weights by their names in network.Reader, and the labels.
    """
    found = {f"encoder.{name}": array for name, array in _network(core / "encoder/encoder.onnx")}
    found |= dict(_network(core / "encoder/heads.onnx"))
    found |= {f"biaffine.{name}": array for name, array in _biaffine(core / "parser/biaffine.npz")}
    stored = json.loads((core / "parser/labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{name: tuple(values) for name, values in stored.items()})
    return {name: torch.tensor(array) for name, array in found.items()}, labels


def _network(path: Path) -> list[tuple[str, NDArray[np.float32]]]:
    """The weights of one network: tables by name, matrices by the bias that is added to them."""
    graph = onnx.load(str(path)).graph
    stored = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    plain: Arrays = {}
    for name, array in stored.items():
        if name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            plain[base] = array.astype(np.float32) * stored[f"{base}_scale"]
        elif not name.endswith(("_scale", "_zero_point")):
            plain[name.removesuffix("_half")] = array.astype(np.float32)
    named = [(name, array) for name, array in plain.items() if not name.startswith("onnx::")]
    named += _folded({name.split("_")[0]: array for name, array in plain.items()})
    readers = _readers(graph)
    for node in graph.node:
        if node.op_type in ("MatMul", "MatMulInteger"):
            matrix = plain.get(node.input[1].removesuffix("_quantized"))
            if matrix is not None:
                named.append((_bias(node, readers, plain, 6)[:-4] + "weight", matrix.T))
    return named


def _folded(plain: Arrays) -> list[tuple[str, NDArray[np.float32]]]:
    """What the tracer has folded into constants: the shares of the layers, the type of text."""
    if "onnx::Split" not in plain:
        return []
    shares = np.concatenate([plain["onnx::Mul"].reshape(1), plain["onnx::Split"]])
    # Only one type of text is read; the pretrained table has a row for another.
    types = np.stack([plain["onnx::Add"], plain["onnx::Add"]])
    return [
        ("mixture.weights", np.log(shares)),
        ("bert.embeddings.token_type_embeddings.weight", types),
    ]


def _readers(graph: GraphProto) -> dict[str, list[NodeProto]]:
    """The nodes that read each value."""
    readers: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)
    return readers


def _bias(node: NodeProto, readers: dict[str, list[NodeProto]], plain: Arrays, depth: int) -> str:
    """The name of the first bias that is added to what a node gives; empty if there is none."""
    for after in readers.get(node.output[0], ()) if depth else ():
        for name in after.input:
            if after.op_type == "Add" and name in plain and name.endswith(".bias"):
                return name
        if found := _bias(after, readers, plain, depth - 1):
            return found
    return ""


def _biaffine(path: Path) -> list[tuple[str, NDArray[np.float32]]]:
    """The parser's weights; the inverse of export.biaffine_file."""
    stored = {name: array.astype(np.float32) for name, array in np.load(path).items()}
    width = stored["rel_dep"].shape[0]
    deps = stored["rel_bias"].shape[0]
    return [
        *((name, stored[name]) for name in ("arc", "arc_bias", "root")),
        ("rel", stored["rel"].reshape(width, deps, width).transpose(1, 0, 2).copy()),
        ("rel_dep.weight", stored["rel_dep"].T.copy()),
        ("rel_dep.bias", stored["rel_bias"]),
        ("rel_head.weight", stored["rel_head"].T.copy()),
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--core", type=Path, required=True, help="folder of the artifact")
    parser.add_argument("--encoder", type=Path, required=True, help="the pretrained BERT's folder")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    weights, labels = restore(args.core)
    model = build(args.encoder, labels)
    model.load_state_dict(weights)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), args.out / "weights.pt")
    (args.out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")


if __name__ == "__main__":
    main()
