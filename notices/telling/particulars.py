"""When and where something is stands in its sentence where words are few: "Une réunion aura lieu. Horaires :
de 14 h à 16 h." is told as "Une réunion aura lieu, de 14 h à 16 h."; a place and its address are one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from notices.realisation import Line
from notices.telling.proof import holds
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import small, unstop

_PARTICULAR = re.compile(
    r"(?:(?:Horaires|Dates|Date|Durée|Quand|Délai|Lieu) : |C'était |C'est (?=sous réserve|sur|avec|sans))"
    r"(?P<what>(?:du|de|d'|des|à|au|aux|en|dans|sur|sous|chez|devant|entre|jusqu'|pendant|avant|après|dès|depuis|"
    r"vers|avec|sans|le \w+ ?\d|le \d|les \d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b.*)\."
)
_PLACE = re.compile(r"(Lieu : .+)\.")
_ADDRESS = re.compile(r"Adresse : (.+)\.")
_BESIDE = re.compile(r"(?:Sauf|Hors|Y compris|Et|Mais|Dans ce cas|Cela|C'est|C'était|Ce sont)\b")
_EXCEPT = re.compile(r"(?:Sauf|Hors)\b")
_LABEL = re.compile(r"(?:Horaires|Dates?|Durée|Quand|Délai|Lieu|Adresse) : ")
_LONGEST = 15
"""Words that such a sentence may have, so that it stays easy."""


def with_particulars(lines: Sequence[Line], sources: Sequence[str]) -> tuple[Line, ...]:
    """The same lines, a day, an hour or a place told in the sentence that it belongs to, where that stays
    short and the gate proves it against the texts of the sources; else before a list of exceptions, not
    behind it."""
    told: list[Line] = []
    for line in lines:
        place = _holder(told, line)
        joined = _joined(told[place], line) if place is not None else ""
        if place is not None and joined:
            after = [*told[:place], replace(told[place], text=joined), *told[place + 1 :]]
            if holds(joined, [*told, line], after, sources):
                told = after
                continue
        at = _before_a_list(told, line)
        told.insert(at, line if at == len(told) else replace(line, block=told[at].block))
    return tuple(told)


def _holder(told: list[Line], line: Line) -> int | None:
    """The place of the sentence that a particular belongs to: the last of its own source that is no exception
    and no other particular."""
    for place in range(len(told) - 1, -1, -1):
        before = told[place]
        if before.origin != line.origin or line.kind != "sentence":
            return None
        if _PLACE.fullmatch(before.text) and _ADDRESS.fullmatch(line.text):
            return place
        if before.kind == "sentence" and not _BESIDE.match(before.text) and ":" not in before.text:
            return place if has_finite_verb(before.text) and not before.flags else None
        if before.kind == "sentence" and not _EXCEPT.match(before.text):
            return None
    return None


def _before_a_list(told: list[Line], line: Line) -> int:
    """Where a particular goes: before the "Sauf pour :" of its own sentence and what is listed there."""
    place = len(told)
    while place and told[place - 1].kind == "item" and told[place - 1].origin == line.origin:
        place -= 1
    listed = (
        0 < place < len(told)
        and _EXCEPT.match(told[place - 1].text)
        and told[place - 1].origin == line.origin
    )
    return place - 1 if listed and _LABEL.match(line.text) else len(told)


def _joined(before: Line, line: Line) -> str:
    place, address = _PLACE.fullmatch(before.text), _ADDRESS.fullmatch(line.text)
    particular = _PARTICULAR.fullmatch(line.text)
    if place and address:
        text = f"{place[1]}, {small(address[1])}."
    elif particular and before.text.endswith("."):
        text = f"{unstop(before.text)}, {particular['what']}."
    else:
        return ""
    return text if words_in(text) <= _LONGEST else ""
