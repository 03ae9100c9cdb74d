"""A condition stands with its result: "Cas : il pleut. Dans ce cas, la fête est reportée." is told as "S'il
pleut, la fête est reportée.": read alone, the first of the two sentences would be a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from notices.realisation import LONGEST, Line
from notices.telling.proof import holds
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import small

_CASE = re.compile(r"Cas : (.+)\.")
_RESULT = re.compile(r"Dans ce cas, (.+)")
_VOWEL = re.compile(r"(?i)[aeiouyàâéèêëîïôûœ]|h(?!aut|uit|ors|aie|all|ame|éros)")


def with_conditions(lines: Sequence[Line], sources: Sequence[str]) -> tuple[Line, ...]:
    """The same lines, each case in one sentence with its result; where that is too long, the result under its
    condition. Nothing is joined that the gate does not prove against the texts of the sources."""
    told: list[Line] = []
    for line in lines:
        joined = _joined(told[-1], line, sources) if told else None
        told = [*told[:-1], *joined] if joined else [*told, line]
    return tuple(told)


def _joined(case: Line, result: Line, sources: Sequence[str]) -> list[Line] | None:
    said, bound = _CASE.fullmatch(case.text), _RESULT.fullmatch(result.text)
    if not said or not bound or case.origin != result.origin:
        return None
    condition = _condition(said[1])
    whole = f"{condition}, {bound[1]}"
    together = replace(case, text=whole, flags=())
    if not holds(whole, [case, result], [together], sources):
        return None
    if words_in(whole) <= LONGEST:
        return [together]
    return [replace(case, text=f"{condition} :"), result]


def _condition(said: str) -> str:
    """ "il pleut" -> "S'il pleut"; "vomissements" -> "En cas de vomissements"."""
    if not has_finite_verb(said):
        return f"En cas d'{small(said)}" if _VOWEL.match(said) else f"En cas de {small(said)}"
    return f"S'{said}" if re.match(r"ils?\b", said) else f"Si {said}"
