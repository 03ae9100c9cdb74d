"""The network: a pre-norm Transformer with a deep encoder and a shallow decoder, as pure functions.

Vaswani et al., "Attention is all you need" (2017), normalised before each layer (Xiong et al., 2020), with
one matrix for the embeddings of both sides and the output (Press and Wolf, 2017). A network is its weights: a
dictionary of tensors by name. So averaging, keeping and exporting are sums and copies of dictionaries.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from notices.training.pieces import PAD

if TYPE_CHECKING:
    from torch import Tensor

Weights = dict[str, "Tensor"]
"""The tensors of a network by name; in the order of `names`."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What shapes a network; the defaults make 42 million parameters, 42 MB in int8."""

    vocab: int = 16_000
    d: int = 512
    h: int = 8
    ff: int = 2048
    enc: int = 8
    dec: int = 2
    drop: float = 0.1
    max_len: int = 512
    """Positions that are known, in pieces."""

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Sizes:
        """The sizes that are written beside weights; raises KeyError, TypeError or ValueError."""
        whole = {name: int(given[name]) for name in ("vocab", "d", "h", "ff", "enc", "dec", "max_len")}
        return cls(**whole, drop=float(given["drop"]))

    def to_json(self) -> dict[str, Any]:
        """Plain data; `of` reads it back."""
        return asdict(self)


def shapes(sizes: Sizes) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The name and shape of every tensor, in their order."""
    yield "out_bias", (sizes.vocab,)
    yield "emb.weight", (sizes.vocab, sizes.d)
    for side, layers in (("enc", sizes.enc), ("dec", sizes.dec)):
        for number in range(layers):
            yield from _layer_shapes(f"{side}.{number}", sizes, decoder=side == "dec")
    for norm in ("ne", "nd"):
        yield from _norm_shapes(norm, sizes.d)


def _layer_shapes(layer: str, sizes: Sizes, *, decoder: bool) -> Iterator[tuple[str, tuple[int, ...]]]:
    d = sizes.d
    yield from _norm_shapes(f"{layer}.n1", d)
    yield from _linear_shapes(f"{layer}.self_attn.qkv", d, 3 * d)
    yield from _linear_shapes(f"{layer}.self_attn.out", d, d)
    if decoder:
        yield from _norm_shapes(f"{layer}.n2", d)
        yield from _linear_shapes(f"{layer}.cross_attn.q", d, d)
        yield from _linear_shapes(f"{layer}.cross_attn.kv", d, 2 * d)
        yield from _linear_shapes(f"{layer}.cross_attn.out", d, d)
    yield from _norm_shapes(f"{layer}.n3", d)
    yield from _linear_shapes(f"{layer}.l1", d, sizes.ff)
    yield from _linear_shapes(f"{layer}.l2", sizes.ff, d)


def _norm_shapes(name: str, d: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.weight", (d,)
    yield f"{name}.bias", (d,)


def _linear_shapes(name: str, read: int, written: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.weight", (written, read)
    yield f"{name}.bias", (written,)


def parameters(sizes: Sizes) -> int:
    """How many numbers a network of these sizes has."""
    return sum(math.prod(shape) for _, shape in shapes(sizes))


def new_weights(sizes: Sizes, seed: int) -> Weights:
    """Weights to begin with, the same for the same seed: PyTorch's own way for linear layers."""
    import torch

    chance = torch.Generator().manual_seed(seed)
    return {name: _new_tensor(name, shape, sizes, chance) for name, shape in shapes(sizes)}


def _new_tensor(name: str, shape: tuple[int, ...], sizes: Sizes, chance: Any) -> Tensor:
    import torch

    layer, _, part = name.rpartition(".")
    if name == "emb.weight":
        return torch.empty(shape).normal_(0.0, sizes.d**-0.5, generator=chance)
    if layer.split(".")[-1] in ("n1", "n2", "n3", "ne", "nd"):
        return torch.ones(shape) if part == "weight" else torch.zeros(shape)
    if name == "out_bias":
        return torch.zeros(shape)
    reach = (sizes.ff if layer.endswith(".l2") else sizes.d) ** -0.5
    return torch.empty(shape).uniform_(-reach, reach, generator=chance)


def positions(length: int, d: int) -> Tensor:
    """Sinusoids that tell the network where a piece stands, one row a position (Vaswani et al., 3.5)."""
    import torch

    place = torch.arange(length).unsqueeze(1).float()
    pace = torch.exp(torch.arange(0, d, 2).float() * (-math.log(10_000.0) / d))
    table = torch.zeros(length, d)
    table[:, 0::2] = torch.sin(place * pace)
    table[:, 1::2] = torch.cos(place * pace)
    return table


def predict(
    weights: Weights, places: Tensor, sizes: Sizes, source: Tensor, before: Tensor, drop: float = 0.0
) -> Tensor:
    """Scores of every piece at each place of the translation.

    `source` and `before` (the translation, one place late) hold pieces: a row a sentence. `places` comes from
    `positions`. `drop` is the share of activations that is dropped in training.
    """
    reader = _Reader(weights, sizes.h, drop)
    seen = (source != PAD)[:, None, None, :]
    memory = reader.embedded(source, places)
    for number in range(sizes.enc):
        memory = reader.layer(f"enc.{number}", memory, seen)
    memory = reader.norm("ne", memory)
    said = reader.embedded(before, places)
    for number in range(sizes.dec):
        said = reader.layer(f"dec.{number}", said, seen, memory)
    return reader.scores(reader.norm("nd", said))


class _Reader:
    """Applies layers by their names."""

    def __init__(self, weights: Weights, heads: int, drop: float) -> None:
        from torch.nn import functional

        self._weights, self._heads, self._drop, self._f = weights, heads, drop, functional

    def embedded(self, pieces: Tensor, places: Tensor) -> Tensor:
        table = self._weights["emb.weight"]
        meaning = self._f.embedding(pieces, table) * math.sqrt(table.size(1))
        return self._dropped(meaning + places[: pieces.size(1)])

    def layer(self, name: str, x: Tensor, seen: Tensor, memory: Tensor | None = None) -> Tensor:
        """One layer; with `memory`, of the decoder: it sees what stands before, then the source."""
        mask = seen if memory is None else None
        x = x + self._dropped(self._own_attention(f"{name}.self_attn", self.norm(f"{name}.n1", x), mask))
        if memory is not None:
            asked = self.norm(f"{name}.n2", x)
            x = x + self._dropped(self._source_attention(f"{name}.cross_attn", asked, memory, seen))
        inner = self._f.relu(self._linear(f"{name}.l1", self.norm(f"{name}.n3", x)))
        return x + self._dropped(self._linear(f"{name}.l2", inner))

    def norm(self, name: str, x: Tensor) -> Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return self._f.layer_norm(x, (x.size(-1),), weight, bias)

    def scores(self, x: Tensor) -> Tensor:
        return self._f.linear(x, self._weights["emb.weight"], self._weights["out_bias"])

    def _linear(self, name: str, x: Tensor) -> Tensor:
        return self._f.linear(x, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _dropped(self, x: Tensor) -> Tensor:
        return self._f.dropout(x, self._drop) if self._drop else x

    def _own_attention(self, name: str, x: Tensor, mask: Tensor | None) -> Tensor:
        q, k, v = self._linear(f"{name}.qkv", x).chunk(3, -1)
        return self._attended(name, q, k, v, mask)

    def _source_attention(self, name: str, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        k, v = self._linear(f"{name}.kv", memory).chunk(2, -1)
        return self._attended(name, self._linear(f"{name}.q", x), k, v, mask)

    def _attended(self, name: str, q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
        """Scaled dot-product attention in several heads; without a mask, each place sees those before it."""
        heads = [x.unflatten(-1, (self._heads, -1)).transpose(1, 2) for x in (q, k, v)]
        found = self._f.scaled_dot_product_attention(*heads, attn_mask=mask, is_causal=mask is None)
        return self._linear(f"{name}.out", found.transpose(1, 2).flatten(-2))
