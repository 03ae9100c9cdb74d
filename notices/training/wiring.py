"""Where each tensor of ours stands in CTranslate2's `TransformerSpec`: one table, to write and to read by."""

from __future__ import annotations

from collections.abc import Iterator

from notices.training.network import Sizes

TABLE = "decoder/embeddings/weight"
"""The one matrix of pieces; the other places that hold it are aliases of this one."""

SAME_TABLE = ("encoder/embeddings_0/weight", "decoder/projection/weight")

POSITIONS = ("encoder/position_encodings/encodings", "decoder/position_encodings/encodings")

_SELF = {"n1": "self_attention/layer_norm", "self_attn.qkv": "self_attention/linear_0"}
_SELF |= {"self_attn.out": "self_attention/linear_1"}
_CROSS = {"n2": "attention/layer_norm", "cross_attn.q": "attention/linear_0"}
_CROSS |= {"cross_attn.kv": "attention/linear_1", "cross_attn.out": "attention/linear_2"}
_INNER = {"n3": "ffn/layer_norm", "l1": "ffn/linear_0", "l2": "ffn/linear_1"}


def wiring(sizes: Sizes) -> Iterator[tuple[str, str]]:
    """Our name and CTranslate2's path of every tensor of a network."""
    yield "emb.weight", TABLE
    yield "out_bias", "decoder/projection/bias"
    for ours, theirs, layers, parts in (
        ("enc", "encoder", sizes.enc, _SELF | _INNER),
        ("dec", "decoder", sizes.dec, _SELF | _CROSS | _INNER),
    ):
        yield from _both(f"n{ours[0]}", f"{theirs}/layer_norm")
        for number in range(layers):
            for part, path in parts.items():
                yield from _both(f"{ours}.{number}.{part}", f"{theirs}/layer_{number}/{path}")


def _both(name: str, path: str) -> Iterator[tuple[str, str]]:
    weight, bias = ("gamma", "beta") if path.endswith("layer_norm") else ("weight", "bias")
    yield f"{name}.weight", f"{path}/{weight}"
    yield f"{name}.bias", f"{path}/{bias}"
