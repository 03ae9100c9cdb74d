"""From a model's score to a confidence between 0 and 1."""

from __future__ import annotations

import math

REFUSED = 0.2
"""Below this, a translation is not shown: four in five such ones are not usable."""

LOW = 0.5
"""Below this, a translation is marked: it is more likely wrong than right."""


def confidence(score: float, calibration: tuple[float, float] | None) -> float:
    """How likely the translation is a usable one, to two digits.

    With a calibration (intercept and slope, fitted on development sets; see the package's README) it is the
    logistic curve, without one the mean probability of a token, which says less.
    """
    if calibration is None:
        return round(math.exp(min(0.0, score)), 2)
    intercept, slope = calibration
    return round(1 / (1 + math.exp(-max(-60.0, min(60.0, intercept + slope * score)))), 2)
