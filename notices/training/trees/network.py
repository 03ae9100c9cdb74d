"""The parser's network as it is trained: the sums of `notices.syntax.network`, for batches, with PyTorch.

A network is its weights: a dictionary of tensors, under the names that the product reads.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notices.syntax.features import BUCKETS
from notices.syntax.network import HEADS, REACH

if TYPE_CHECKING:
    from torch import Tensor

Weights = dict[str, "Tensor"]

MASKED = -1e4
"""The score of a place behind the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What shapes the network; the defaults make 3.1 million parameters, 4 MB in the file."""

    vocabulary: int
    parts: int
    relations: int
    d: int = 128
    blocks: int = 4
    arc: int = 128
    label: int = 64
    embeddings: tuple[int, ...] = (96, 48, 16, 24, 24)
    """Widths for the word, its two endings, its beginning and its shape."""
    drop: float = 0.06


@dataclass(frozen=True, slots=True)
class Predicted:
    """Scores for a batch of b sentences of at most t - 1 words; place 0 is the root."""

    parts: Tensor
    """(b, t, parts)"""
    heads: Tensor
    """(b, t, t): the column's word as head of the row's."""
    relations: Tensor
    """(b, t, relations), for the heads that were given."""


def shapes(sizes: Sizes) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The name and shape of every tensor."""
    d = sizes.d
    for number, (rows, width) in enumerate(zip((sizes.vocabulary, *BUCKETS), sizes.embeddings, strict=True)):
        yield f"emb.{number}.weight", (rows, width)
    yield "root", (d,)
    yield from _linear("inp", sum(sizes.embeddings), d)
    for block in (f"blocks.{number}" for number in range(sizes.blocks)):
        yield f"{block}.bias", (HEADS, 2 * REACH + 1)
        for norm in ("n1", "n2", "n3"):
            yield from _norm(f"{block}.{norm}", d)
        yield from _linear(f"{block}.conv", 3 * d, d)
        yield from _linear(f"{block}.qkv", d, 3 * d)
        yield from _linear(f"{block}.o", d, d)
        yield from _linear(f"{block}.f1", d, 2 * d)
        yield from _linear(f"{block}.f2", 2 * d, d)
    yield from _norm("norm", d)
    yield from _linear("pos", d, sizes.parts)
    yield from _linear("ad", d, sizes.arc)
    yield from _linear("ah", d, sizes.arc)
    yield "au", (sizes.arc, sizes.arc)
    yield from _linear("ab", sizes.arc, 1)
    yield from _linear("ld", d, sizes.label)
    yield from _linear("lh", d, sizes.label)
    yield "lu", (sizes.relations, sizes.label + 1, sizes.label + 1)


def _norm(name: str, d: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.weight", (d,)
    yield f"{name}.bias", (d,)


def _linear(name: str, read: int, written: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.weight", (written, read)
    yield f"{name}.bias", (written,)


def new_weights(sizes: Sizes, seed: int) -> Weights:
    """Weights to begin with; the same for the same seed."""
    import torch

    chance = torch.Generator().manual_seed(seed)
    weights: Weights = {}
    for name, shape in shapes(sizes):
        if name.endswith(("n1.weight", "n2.weight", "n3.weight", "norm.weight")):
            weights[name] = torch.ones(shape)
        elif name.endswith("bias"):
            weights[name] = torch.zeros(shape)
        elif name == "au":
            weights[name] = torch.eye(shape[0]) * 0.1
        else:
            spread = 0.3 if name.startswith("emb") else 0.02 if name in ("lu", "root") else shape[-1] ** -0.5
            weights[name] = torch.randn(shape, generator=chance) * spread
    return weights


def predict(
    weights: Weights, sizes: Sizes, features: Tensor, told: Tensor, heads: Tensor, *, learning: bool = False
) -> Predicted:
    """Scores from (b, t, 5) numbers of words; `told` is true where there is a word, `heads` (b, t) says for
    which head each relation is scored."""
    import torch
    from torch.nn import functional

    def linear(name: str, x: Tensor) -> Tensor:
        return functional.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def dropped(x: Tensor) -> Tensor:
        return functional.dropout(x, sizes.drop, training=learning)

    x = dropped(_encoded(weights, sizes, features, told, learning=learning))
    dependent, head = torch.relu(linear("ad", x)), torch.relu(linear("ah", x))
    arcs = dependent @ weights["au"] @ head.transpose(1, 2) + linear("ab", head).transpose(1, 2)
    left, right = torch.relu(linear("ld", x)), torch.relu(linear("lh", x))
    right = torch.gather(right, 1, heads[..., None].expand(-1, -1, right.shape[-1]))
    one = torch.ones_like(left[..., :1])
    relations = torch.einsum(
        "bti,lij,btj->btl", torch.cat([left, one], -1), weights["lu"], torch.cat([right, one], -1)
    )
    return Predicted(linear("pos", x), arcs.masked_fill(~told[:, None, :], MASKED), relations)


def _encoded(weights: Weights, sizes: Sizes, features: Tensor, told: Tensor, *, learning: bool) -> Tensor:
    import torch
    from torch.nn import functional

    def linear(name: str, x: Tensor) -> Tensor:
        return functional.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def normed(name: str, x: Tensor) -> Tensor:
        return functional.layer_norm(x, (sizes.d,), weights[f"{name}.weight"], weights[f"{name}.bias"])

    def dropped(x: Tensor) -> Tensor:
        return functional.dropout(x, sizes.drop, training=learning)

    tables = [weights[f"emb.{number}.weight"][features[..., number]] for number in range(5)]
    x = linear("inp", dropped(torch.cat(tables, -1)))
    x = torch.cat([weights["root"].expand(len(x), 1, -1), x[:, 1:]], 1)
    places = torch.arange(x.shape[1])
    apart = (places[None] - places[:, None]).clamp(-REACH, REACH) + REACH
    for block in (f"blocks.{number}" for number in range(sizes.blocks)):
        y = normed(f"{block}.n1", x) * told[..., None]
        edge = torch.zeros_like(y[:, :1])
        near = torch.cat([torch.cat([edge, y[:, :-1]], 1), y, torch.cat([y[:, 1:], edge], 1)], -1)
        x = x + dropped(torch.relu(linear(f"{block}.conv", near)))
        b, t, d = x.shape
        q, k, v = (
            linear(f"{block}.qkv", normed(f"{block}.n2", x))
            .view(b, t, 3, HEADS, d // HEADS)
            .permute(2, 0, 3, 1, 4)
        )
        scores = q @ k.transpose(-1, -2) / math.sqrt(d // HEADS) + weights[f"{block}.bias"][:, apart]
        attention = scores.masked_fill(~told[:, None, None, :], MASKED).softmax(-1)
        x = x + dropped(linear(f"{block}.o", (attention @ v).transpose(1, 2).reshape(b, t, d)))
        inner = torch.relu(linear(f"{block}.f1", normed(f"{block}.n3", x)))
        x = x + dropped(linear(f"{block}.f2", inner))
    return normed("norm", x)
