"""The word `Doubt`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DoubtSide = Literal["lost", "invented", "changed"]
Severity = Literal["block", "warn"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing of a written sentence that its sources do not bear out."""

    rule: str
    """The kind of fact ("number", "hedge"), or "omission", "order", "bound", "word", "tense", "plural",
    "whole"."""
    value: str
    """What is lost or invented, as found in the text ("23 000", "soupçonné")."""
    side: DoubtSide
    severity: Severity = "block"
    """`block`: must not be published so; `warn`: a reviewer should look."""
