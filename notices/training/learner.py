"""What learns: the weights, their running mean and the optimiser, one batch at a time.

AdamW (Loshchilov and Hutter, 2019) on smoothed cross-entropy (Szegedy et al., 2016), gradients cut at norm 1
(Pascanu et al., 2013). On CUDA the products are in bfloat16 and the sums in single precision.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from notices.training.averaging import EVERY, move_towards
from notices.training.batches import Batch, EncodedPairs, batches, padded
from notices.training.network import Sizes, Weights, positions, predict
from notices.training.pieces import PAD

if TYPE_CHECKING:
    from torch import Tensor

Triple = tuple["Tensor", "Tensor", "Tensor"]
"""The source, the translation one place late, and the translation: a row a sentence."""

_AHEAD = 3
"""Batches that are made ready while one is learned."""


class Learner:
    """A network that is being trained."""

    def __init__(
        self, weights: Weights, sizes: Sizes, device: str, *, smoothing: float = 0.1, compiled: bool = False
    ) -> None:
        import torch

        self.sizes, self.device, self._smoothing = sizes, device, smoothing
        self.weights: Weights = {
            name: torch.nn.Parameter(value.detach().to(device=device, dtype=torch.float32, copy=True))
            for name, value in weights.items()
        }
        self.mean: Weights = {name: value.detach().clone() for name, value in self.weights.items()}
        self._places = positions(sizes.max_len, sizes.d).to(device)
        self._optimiser = torch.optim.AdamW(
            list(self.weights.values()),
            lr=0.0,
            betas=(0.9, 0.98),
            eps=1e-9,
            weight_decay=0.01,
            fused=device == "cuda",
        )
        self._predict: Any = torch.compile(predict, dynamic=True) if compiled else predict
        if device == "cuda":
            torch.set_float32_matmul_precision("high")

    def learn(self, triple: Triple, rate: float, step: int) -> Tensor:
        """One step on one batch; answers its loss, which is on the device until it is asked for."""
        import torch

        for group in self._optimiser.param_groups:
            group["lr"] = rate
        loss = self._loss(self._predict, self.weights, triple, self.sizes.drop, self._smoothing)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(self.weights.values()), 1.0)
        self._optimiser.step()
        if (step + 1) % EVERY == 0:
            with torch.no_grad():
                move_towards(self.mean, self.weights, step + 1)
        return loss.detach()

    def _loss(
        self, predictor: Any, weights: Weights, triple: Triple, drop: float, smoothing: float
    ) -> Tensor:
        """Mean cross-entropy of a piece, in nats."""
        from torch.nn import functional

        source, before, after = triple
        with self._precision():
            scores = predictor(weights, self._places, self.sizes, source, before, drop)
            return functional.cross_entropy(
                scores.flatten(0, 1).float(), after.flatten(), ignore_index=PAD, label_smoothing=smoothing
            )

    @contextmanager
    def _precision(self) -> Iterator[None]:
        import torch

        half = self.device == "cuda" and torch.cuda.is_bf16_supported()
        with torch.autocast(self.device, torch.bfloat16, enabled=half):
            yield

    def measure(self, pairs: EncodedPairs, tokens: int) -> float:
        """Mean cross-entropy of a piece of these pairs under the running mean, in nats."""
        import torch

        total = count = 0.0
        with torch.no_grad():
            for batch in batches(pairs.widths, tokens):
                triple = self.tensors(pairs, batch)
                pieces = int((triple[2] != PAD).sum())
                total += float(self._loss(predict, self.mean, triple, 0.0, 0.0)) * pieces
                count += pieces
        return total / max(count, 1.0)

    def tensors(self, pairs: EncodedPairs, batch: Batch) -> Triple:
        """A batch on the device."""
        import torch

        source = torch.from_numpy(padded(pairs.french, batch.places, batch.width))
        target = torch.from_numpy(padded(pairs.english, batch.places, batch.width + 1))
        if self.device == "cuda":
            source = source.pin_memory().to(self.device, non_blocking=True)
            target = target.pin_memory().to(self.device, non_blocking=True)
        return source, target[:, :-1], target[:, 1:]

    def state(self) -> dict[str, Any]:
        """All that a later run needs to go on from here."""
        plain = {name: value.detach() for name, value in self.weights.items()}
        return {"model": plain, "ema": self.mean, "opt": self._optimiser.state_dict()}

    def go_on_from(self, state: dict[str, Any]) -> None:
        """Take up what `state` answered; raises KeyError, ValueError, RuntimeError where it does not fit."""
        import torch

        with torch.no_grad():
            for name, value in self.weights.items():
                value.copy_(state["model"][name])
                self.mean[name].copy_(state["ema"][name])
        self._optimiser.load_state_dict(state["opt"])


def ahead(
    batches_to_come: Iterator[Batch], learner: Learner, pairs: EncodedPairs
) -> Iterator[tuple[Batch, Triple]]:
    """Batches with their tensors; the next ones are made while one is learned."""
    with ThreadPoolExecutor(1) as maker:
        waiting: deque[tuple[Batch, Future[Triple]]] = deque()
        for batch in batches_to_come:
            waiting.append((batch, maker.submit(learner.tensors, pairs, batch)))
            if len(waiting) > _AHEAD:
                first, made = waiting.popleft()
                yield first, made.result()
        while waiting:
            first, made = waiting.popleft()
            yield first, made.result()
