"""The trained parser as one file that the product reads: half-precision weights, tables of words in bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from notices.training.trees.learning import Names


def store(file: Path, weights: Mapping[str, NDArray[np.float32]], names: Names, blocks: int) -> None:
    """Writes the parser; `notices.syntax.parser.Parser` reads it."""
    arrays: dict[str, NDArray[Any]] = {}
    for name, weight in weights.items():
        if name.startswith("emb."):
            scale = (np.abs(weight).max(-1, keepdims=True) / 127 + 1e-6).astype(np.float16)
            arrays[name] = np.clip(np.round(weight / scale.astype(np.float32)), -127, 127).astype(np.int8)
            arrays[f"{name}.scale"] = scale
        else:
            arrays[name] = weight.astype(np.float16)
    facts = {
        "vocabulary": names.vocabulary,
        "parts": names.parts,
        "relations": names.relations,
        "blocks": blocks,
        "weights": list(weights),
    }
    told = np.frombuffer(json.dumps(facts, ensure_ascii=False).encode(), np.uint8)
    with file.open("wb") as out:
        np.savez_compressed(out, allow_pickle=False, facts=told, **arrays)
