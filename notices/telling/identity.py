"""Where words are short, who somebody is stands with the person: "Un homme, né en janvier 1980, est ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from notices.gate import prove
from notices.realisation import Line

_PERSON = re.compile(r"(Une? [^,;:]+?) ((?:est|sont) (?:soupçonné|présumé|suspecté|accusé|mis).*)")
_BORN = re.compile(r"(?:Il|Elle) est (née? [^,;:]+)\.")
_LONGEST = 18
"""Words that such a sentence may have, so that it stays easy."""


def with_birth(lines: Sequence[Line], sources: Sequence[str]) -> tuple[Line, ...]:
    """The same lines, a birth that follows its person told in the person's sentence, where the gate proves
    it against the texts of the sources."""
    for place, (person, birth) in enumerate(pairwise(lines)):
        joined = _joined(person, birth)
        if joined and not prove(joined, sources):
            return (*lines[:place], replace(person, text=joined), *lines[place + 2 :])
    return tuple(lines)


def _joined(person: Line, birth: Line) -> str:
    who, born = _PERSON.fullmatch(person.text), _BORN.fullmatch(birth.text)
    if not who or not born or person.origin != birth.origin or person.flags or birth.flags:
        return ""
    text = f"{who[1]}, {born[1]}, {who[2]}"
    return text if len(text.split()) <= _LONGEST else ""
