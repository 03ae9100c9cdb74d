"""The words of machine translation: what a translator is, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from notices.edition import PackageInfo


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to say a sentence in the other language."""

    text: str
    score: float
    """Mean natural logarithm of the probability of its tokens: 0 is certain, -3 is a guess."""


class Translator(Protocol):
    """Turns a list of sentences into a list as long."""

    package: PackageInfo
    takes_terms: bool
    """Whether the model was trained to keep an English term that stands in its French source."""
    calibration: tuple[float, float] | None
    """Intercept and slope from score to confidence; None where they were not fitted."""

    def translate(self, sentences: Sequence[str], hypotheses: int = 4) -> tuple[tuple[Hypothesis, ...], ...]:
        """For each sentence its hypotheses, best first; none where it is longer than the model can read.

        What a sentence becomes does not depend on the sentences beside it. Raises `TranslationFailed`.
        """
        ...
