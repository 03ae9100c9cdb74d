"""Learning to parse: a fixed time, a rate that falls to zero, the mean of the last weights."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from notices.syntax.features import UNKNOWN, normal, numbers
from notices.training.trees.network import Sizes, Weights, new_weights, predict
from notices.training.trees.treebank import Sample

if TYPE_CHECKING:
    from torch import Tensor

_RARE = 3
"""Words seen less often have no number of their own."""
_FORGOTTEN = 0.12
"""This share of the words is shown as unknown: so the network learns to use endings."""
_WARMING = 200
_AVERAGED = 0.2
"""The last share of the course whose weights are averaged."""
_EVERY = 15
_MISSING = -100
"""What no loss is counted for."""


@dataclass(frozen=True)
class Names:
    """What the numbers of the network stand for."""

    vocabulary: tuple[str, ...]
    """Number 1 first; 0 is any other word."""
    parts: tuple[str, ...]
    relations: tuple[str, ...]

    @classmethod
    def of(cls, samples: Sequence[Sample], most: int = 16383) -> Names:
        """The names in some samples: the most frequent words, and all parts and relations."""
        words = Counter(normal(word) for sample in samples for word in sample.words)
        return cls(
            tuple(word for word, count in words.most_common(most) if count >= _RARE),
            tuple(sorted({part for sample in samples for part in sample.parts})),
            tuple(
                sorted({relation for sample in samples for relation in sample.relations} | {"ROOT", "dep"})
            ),
        )

    @cached_property
    def of_words(self) -> dict[str, int]:
        """The number of each word."""
        return {word: number for number, word in enumerate(self.vocabulary, start=1)}

    @cached_property
    def of_parts(self) -> dict[str, int]:
        """The number of each part of speech."""
        return {part: number for number, part in enumerate(self.parts)}

    @cached_property
    def of_relations(self) -> dict[str, int]:
        """The number of each relation."""
        return {relation: number for number, relation in enumerate(self.relations)}


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast; `steps` instead of `minutes` where a run must come out the same."""

    minutes: float = 26.0
    steps: int = 0
    rate: float = 2e-3
    tokens: int = 1200
    """Words of a batch."""
    seed: int = 17


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Shares of right words, marks left out: heads (UAS), heads with their relation (LAS)."""

    heads: float
    relations: float


Batch = tuple["Tensor", "Tensor", "Tensor", "Tensor", "Tensor"]
"""Features, where there are words, parts, heads and relations."""


def learn(
    samples: Sequence[Sample],
    names: Names,
    sizes: Sizes,
    course: Course,
    told: Callable[[float, float], None] = lambda done, loss: None,
) -> Weights:
    """The weights that the samples teach; `told` hears the share that is done and the loss."""
    import torch

    chance = random.Random(course.seed)  # noqa: S311  order of sentences, no secret
    torch.manual_seed(course.seed)
    weights = {name: value.requires_grad_() for name, value in new_weights(sizes, course.seed).items()}
    optimiser = torch.optim.AdamW(list(weights.values()), lr=0.0, weight_decay=0.01, betas=(0.9, 0.98))
    mean: Weights = {}
    averaged = step = 0
    started = time.monotonic()
    ready = [_numbered(sample, names) for sample in samples]
    while True:
        for members in _batches(ready, course.tokens, chance):
            done = (
                step / course.steps if course.steps else (time.monotonic() - started) / (60 * course.minutes)
            )
            if done >= 1:
                return mean or {name: value.detach() for name, value in weights.items()}
            for group in optimiser.param_groups:
                group["lr"] = course.rate * min(1.0, (step + 1) / _WARMING) * (1 - done)
            loss = _loss(weights, sizes, _forgetful(_padded(members)))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(list(weights.values()), 1.0)
            optimiser.step()
            step += 1
            if step % _EVERY == 0:
                told(done, float(loss.detach()))
                if done > 1 - _AVERAGED:
                    averaged += 1
                    mean = _moved(mean, weights, averaged)


def accuracy(weights: Weights, sizes: Sizes, samples: Sequence[Sample], names: Names) -> Accuracy:
    """How well the network parses samples: each word's best head, before they are made into a tree."""
    import torch

    right = named = count = 0
    punct = names.parts.index("PUNCT") if "PUNCT" in names.parts else -1
    with torch.no_grad():
        for sample in samples:
            features, told, parts, heads, relations = _padded([_numbered(sample, names)])
            arcs = predict(weights, sizes, features, told, heads.clamp(min=0)).heads
            found = (arcs - torch.eye(arcs.shape[1]) * 1e4).argmax(-1)
            labels = predict(weights, sizes, features, told, found).relations.argmax(-1)
            counted = (heads >= 0) & (parts != punct)
            right += int(((found == heads) & counted).sum())
            named += int(((found == heads) & (labels == relations) & counted).sum())
            count += int(counted.sum())
    return Accuracy(right / max(count, 1), named / max(count, 1))


def sizes_for(names: Names, sizes: Sizes | None = None) -> Sizes:
    """The sizes of a network for these names."""
    counts = len(names.vocabulary) + 1, len(names.parts), len(names.relations)
    if sizes is None:
        return Sizes(*counts)
    return replace(sizes, vocabulary=counts[0], parts=counts[1], relations=counts[2])


Numbered = tuple[list[tuple[int, int, int, int, int]], list[int], list[int], list[int]]
"""Features, parts, heads and relations of one sentence."""


def _numbered(sample: Sample, names: Names) -> Numbered:
    return (
        numbers(list(sample.words), names.of_words),
        [names.of_parts.get(part, _MISSING) for part in sample.parts],
        [head + 1 for head in sample.heads],
        [names.of_relations.get(relation, _MISSING) for relation in sample.relations],
    )


def _batches(ready: Sequence[Numbered], tokens: int, chance: random.Random) -> list[list[Numbered]]:
    """The sentences in batches of like lengths and about so many words, in an order of chance."""
    batches: list[list[Numbered]] = [[]]
    for sentence in sorted(ready, key=lambda s: len(s[0]) + 4 * chance.random()):
        if batches[-1] and (len(batches[-1]) + 1) * (len(sentence[0]) + 1) > tokens:
            batches.append([])
        batches[-1].append(sentence)
    chance.shuffle(batches)
    return batches


def _padded(members: Sequence[Numbered]) -> Batch:
    import torch

    rows, longest = len(members), 1 + max(len(member[0]) for member in members)
    features = torch.zeros(rows, longest, 5, dtype=torch.long)
    told = torch.zeros(rows, longest, dtype=torch.bool)
    parts, heads, relations = (torch.full((rows, longest), _MISSING) for _ in range(3))
    for row, member in enumerate(members):
        end = len(member[0]) + 1
        told[row, :end] = True
        features[row, 1:end] = torch.tensor(member[0])
        for target, values in zip((parts, heads, relations), member[1:], strict=True):
            target[row, 1:end] = torch.tensor(values)
    return features, told, parts, heads, relations


def _forgetful(batch: Batch) -> Batch:
    """The batch with some words shown as unknown."""
    import torch

    features = batch[0].clone()
    forgotten = torch.rand(features.shape[:2]) < _FORGOTTEN
    features[..., 0] = features[..., 0].masked_fill(forgotten, UNKNOWN)
    return (features, *batch[1:])


def _loss(weights: Weights, sizes: Sizes, batch: Batch) -> Tensor:
    """Cross-entropy of heads, relations and (half) parts of speech, in nats a word."""
    import torch
    from torch.nn import functional

    features, told, parts, heads, relations = batch
    with torch.autocast("cpu", torch.bfloat16):
        found = predict(weights, sizes, features, told, heads.clamp(min=0), learning=True)

    def off(scores: Tensor, right: Tensor) -> Tensor:
        return functional.cross_entropy(scores.float().flatten(0, 1), right.flatten(), ignore_index=_MISSING)

    return off(found.heads, heads) + off(found.relations, relations) + 0.5 * off(found.parts, parts)


def _moved(mean: Weights, weights: Weights, count: int) -> Weights:
    """The mean of `count` weights, from that of those before and the newest."""
    if not mean:
        return {name: value.detach().clone() for name, value in weights.items()}
    return {name: value + (weights[name].detach() - value) / count for name, value in mean.items()}
