"""The parser's network: convolutions and attention over the words, then a score for each head and label.

Deep biaffine parsing after Dozat and Manning (2017, https://arxiv.org/abs/1611.01734) over a small encoder;
`notices/training/trees` trains it. Plain numpy, one sentence at a time, so that the result of a sentence
never depends on its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

HEADS = 4
"""Attention heads of a block."""
REACH = 16
"""Distances beyond this one count alike."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network thinks of a sentence of n words; place 0 is the root."""

    heads: Floats
    """(n + 1, n + 1): how well the column's word is the head of the row's."""
    parts: NDArray[np.int64]
    """(n + 1,): the number of each word's part of speech."""
    dependent: Floats
    head: Floats
    """(n + 1, k): what the labels are scored from."""


class Network:
    """The weights, ready to be used. Raises `KeyError` where one is missing."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], blocks: int) -> None:
        self._w = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in weights.items()}
        self._turned = {
            name.removesuffix(".weight"): np.ascontiguousarray(
                array.T
            )  # twice as fast as turned on each call
            for name, array in self._w.items()
            if array.ndim == 2 and name.endswith(".weight") and not name.startswith("emb.")
        }
        self._read_together()
        self._labels = np.ascontiguousarray(
            self._w["lu"].transpose(1, 0, 2).reshape(len(self._w["lu"][0]), -1)
        )
        self._blocks = blocks
        self._emb = [self._w[f"emb.{i}.weight"] for i in range(5)]
        self._near: list[Floats] = []

    def _read_together(self) -> None:
        """What reads the same words is one product: the layers before heads, labels and parts of speech."""
        self._turned["out"] = np.concatenate([self._turned[name] for name in _READERS], -1)
        self._w["out.bias"] = np.concatenate([self._w[f"{name}.bias"] for name in _READERS])
        self._ends = np.cumsum([len(self._w[f"{name}.bias"]) for name in _READERS])[:-1]

    def scores(self, features: NDArray[np.int64]) -> Scores:
        """What it thinks of a sentence, from the (n, 5) numbers of its words."""
        out = self._linear("out", self._encoded(features))
        pos: Floats = out[:, self._ends[-1] :]
        parts: NDArray[np.int64] = pos.argmax(-1)
        _relu(out)
        dependent, head, label_dependent, label_head, _ = np.split(out, self._ends, -1)
        asked = dependent @ self._w["au"]
        asked += self._w["ab.weight"]
        heads = np.asarray(asked @ head.T, np.float32)
        np.fill_diagonal(heads, -1e9)
        return Scores(heads, parts, label_dependent, label_head)

    def labels(self, scores: Scores, heads: NDArray[np.int64]) -> NDArray[np.int64]:
        """The number of the best relation of each word to its head; `heads` is (n + 1,), places from 0."""
        one = np.ones((len(heads), 1), np.float32)
        left = np.concatenate([scores.dependent, one], -1)
        right = np.concatenate([scores.head[heads], one], -1)
        of_left = (left @ self._labels).reshape(len(heads), -1, right.shape[1])
        best: NDArray[np.int64] = (of_left @ right[:, :, None])[..., 0].argmax(-1)
        return best

    def _encoded(self, features: NDArray[np.int64]) -> Floats:
        x = np.concatenate([table[features[:, i]] for i, table in enumerate(self._emb)], -1)
        x = np.concatenate([self._w["root"][None], self._linear("inp", x)])
        for number, near in enumerate(self._distances(len(x))):
            x = self._block(f"blocks.{number}", x, near[:, : len(x), : len(x)])
        return self._normed("norm", x)

    def _distances(self, words: int) -> list[Floats]:
        """For each block what two words score by how far they are apart; kept, for it is the same for all
        sentences."""
        if not self._near or self._near[0].shape[-1] < words:
            places = np.arange(max(_OFTEN, words))
            apart = np.clip(places[None] - places[:, None], -REACH, REACH) + REACH
            self._near = [self._w[f"blocks.{number}.bias"][:, apart] for number in range(self._blocks)]
        return self._near

    def _block(self, name: str, x: Floats, near: Floats) -> Floats:
        words, width = x.shape
        beside = np.zeros((words, 3 * width), np.float32)  # the word before, the word, the word behind
        beside[:, width : 2 * width] = y = self._normed(f"{name}.n1", x)
        beside[1:, :width], beside[:-1, 2 * width :] = y[:-1], y[1:]
        x = x + _relu(self._linear(f"{name}.conv", beside))
        x += self._linear(f"{name}.o", self._attended(name, self._normed(f"{name}.n2", x), near))
        x += self._linear(f"{name}.f2", _relu(self._linear(f"{name}.f1", self._normed(f"{name}.n3", x))))
        return x

    def _attended(self, name: str, y: Floats, near: Floats) -> Floats:
        words, width = y.shape
        query, key, value = (
            self._linear(f"{name}.qkv", y).reshape(words, 3, HEADS, width // HEADS).transpose(1, 2, 0, 3)
        )
        scores = query @ key.transpose(0, 2, 1)
        scores *= np.float32((HEADS / width) ** 0.5)
        scores += near
        scores -= np.maximum.reduce(scores, -1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= np.add.reduce(scores, -1, keepdims=True)
        attended = np.asarray(scores @ value, np.float32)
        return attended.transpose(1, 0, 2).reshape(words, width)

    def _linear(self, name: str, x: Floats) -> Floats:
        y: Floats = x @ self._turned[name]
        y += self._w[f"{name}.bias"]
        return y

    def _normed(self, name: str, x: Floats) -> Floats:
        share = np.float32(1 / x.shape[1])
        x = np.asarray(x - np.add.reduce(x, -1, keepdims=True) * share, np.float32)
        spread = np.asarray(np.add.reduce(x * x, -1, keepdims=True), np.float32)
        spread *= share
        spread += np.float32(1e-5)
        x /= np.sqrt(spread, out=spread)
        x *= self._w[f"{name}.weight"]
        x += self._w[f"{name}.bias"]
        return x


_READERS = ("ad", "ah", "ld", "lh", "pos")
_OFTEN = 64
"""Most sentences have fewer words."""


def _relu(x: Floats) -> Floats:
    return np.maximum(x, np.float32(0), out=x)
