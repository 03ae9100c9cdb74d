"""Whether lines may be told in one sentence: nothing that was proven of them is lost by it."""

from __future__ import annotations

from collections.abc import Sequence

from notices.gate import prove
from notices.realisation import Line


def holds(joined: str, before: Sequence[Line], after: Sequence[Line], sources: Sequence[str]) -> bool:
    """True where the joined sentence invents and changes nothing, and all lines together lose nothing that
    they told before."""
    if any(doubt.side != "lost" for doubt in prove(joined, sources)):
        return False
    lost = {(d.rule, d.value) for d in prove(" ".join(line.text for line in before), sources)}
    return all((d.rule, d.value) in lost for d in prove(" ".join(line.text for line in after), sources))
