"""From scores to confidence: a logistic curve, fitted on sentences whose quality is known."""

from __future__ import annotations

import math
from collections.abc import Sequence

FEWEST = 200
"""Sentences below which a curve says nothing."""

_RIDGE = 1e-3
_ROUNDS = 50


def fit(scores: Sequence[float], usable: Sequence[bool]) -> tuple[float, float] | None:
    """Intercept and slope of the likelihood that a sentence is usable; None where it cannot be told.

    Newton's method on the log-likelihood with a small ridge on the slope (Hastie, Tibshirani and Friedman,
    "The elements of statistical learning", 4.4.1), which keeps it finite where scores part the sentences.
    """
    if len(scores) < FEWEST or all(usable) or not any(usable):
        return None
    intercept = slope = 0.0
    for _ in range(_ROUNDS):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for score, good in zip(scores, usable, strict=True):
            likely = 1 / (1 + math.exp(-max(-60.0, min(60.0, intercept + slope * score))))
            g0, g1 = g0 + good - likely, g1 + (good - likely) * score
            weight = likely * (1 - likely)
            h00, h01, h11 = h00 + weight, h01 + weight * score, h11 + weight * score * score
        g1, h11 = g1 - _RIDGE * slope, h11 + _RIDGE
        determinant = h00 * h11 - h01 * h01
        if determinant < 1e-12:
            break
        move0, move1 = (h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant
        intercept, slope = intercept + move0, slope + move1
        if abs(move0) + abs(move1) < 1e-9:
            break
    return round(intercept, 3), round(slope, 3)
