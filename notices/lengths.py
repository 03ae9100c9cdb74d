"""A unit in several lengths: from the shortest text that still says it to all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from notices.document import Sentence
from notices.extraction import Unit, event_kinds
from notices.extraction.units import leans
from notices.facts import find_facts
from notices.gate import prove
from notices.realisation import Line, Realised, realise
from notices.realisation.shortening import within
from notices.syntax import parse
from notices.trimming import DEPTHS, trimmed
from notices.wording.grammar import has_finite_verb

_FREE = re.compile(r"(?:Il y a (?:plus|moins|près|environ|\d)|Peine possible :)")
_TAKES_UP = re.compile(
    r"(?:C'est|C'était|Ce sera|Cela|Et |Mais |Dans ce cas|Sauf |Ouvert|Fermé|Du |Au |À |De |Dont |Sans |"
    r"[A-ZÉ][\w'-]*(?:\s[\w'-]+){0,2}\s:)"
)
_BESIDE = re.compile(
    r"(?:Texte|But|Contexte|Cause|Motif|Par exemple|Notamment|Avis demandé à|Occasion|Raison) :|C'était |"
    r"C'est sans préjudice"
)
"""What belongs to a statement and may be left out: it holds without it."""
_UNDOES = re.compile(
    r"(?i)\b(?:remise?s? en liberté|relaxée?s?|acquittée?s?|aucune charge|sans poursuite|levée|"
    r"conteste\w*|nie\b|dément\w*|"
    r"reprise?s?|rouverte?s?|rétablie?s?|annulée?s?|abrogée?s?|libérée?s?|confirmée?s?|infirmée?s?|"
    r"définitive?s?)\b"
)
"""What ended or turned what the statements before it say: they are not told without it."""
_BOUND_ACTS = frozenset("held custody sentence death".split())
_BORN = re.compile(r"(?:Il|Elle) est née? ")
"""Who is suspected is told with the suspicion."""
_PARTS = (1.0, 0.7, 0.45)
"""A list is offered whole, and in part: so much of its words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Lines that are told together: a sentence with its labels and exceptions."""

    lines: tuple[Line, ...]
    on: int | None = None
    """The number of the statement without which it cannot be understood."""
    stays: bool = False
    """True where the statements before it are not told without it."""
    main: bool = False
    """True where it holds the verb of the sentence: nothing of the sentence is told without it."""

    @property
    def words(self) -> int:
        """What it costs."""
        return sum(line.words for line in self.lines)

    @property
    def text(self) -> str:
        """Its words, read in one go."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Form:
    """A unit in one length."""

    statements: tuple[Statement, ...]
    share: float = 1.0
    """How much of a list it tells."""

    @property
    def words(self) -> int:
        """What all of it costs."""
        return sum(statement.words for statement in self.statements)


def forms_of(unit: Unit, title: str) -> tuple[Form, ...]:
    """The lengths of a unit, the shortest first."""
    forms: list[Form] = []
    for length in _lengths(unit):
        whole = realise(length, title)
        for part in _PARTS if unit.items else (1.0,):
            form = _form(within(whole, round(part * whole.words)), unit)
            if form and all(form.words < longer.words for longer in forms):
                forms.append(form)
    return tuple(reversed(forms))


def stands_alone(line: Line) -> bool:
    """True where a further statement can stand in a slot of its own."""
    return bool(_FREE.match(line.text))


def _lengths(unit: Unit) -> Iterator[Unit]:
    """The unit whole, then with its sentences trimmed."""
    yield unit
    last = unit
    for depth in range(DEPTHS):
        head = _cut(unit.head, depth) if unit.head else None
        shorter = replace(unit, head=head, items=tuple(_cut(item, depth) for item in unit.items))
        if shorter != last:
            yield shorter
        last = shorter


def _cut(sentence: Sentence, depth: int) -> Sentence:
    forms = () if sentence.kind == "row" else trimmed(sentence.text)
    return replace(sentence, text=forms[min(depth, len(forms) - 1)]) if forms else sentence


def _form(realised: Realised, unit: Unit) -> Form | None:
    lines = realised.lines
    if not lines:
        return None
    if unit.items or unit.part == "remedy" or any(line.kind != "sentence" for line in lines):
        return Form((Statement(lines, main=True),), _share(unit, lines))
    return Form(_statements(lines, unit.text))


def _share(unit: Unit, lines: tuple[Line, ...]) -> float:
    """How many of the items are told: a line may tell several rows."""
    told = {origin for line in lines if line.kind in ("item", "row") for origin in line.origin}
    items = {origin for item in unit.items for origin in (item.id, *item.origin)}
    return len(told & items) / len(items) if items else 1.0


def _statements(lines: tuple[Line, ...], source: str) -> tuple[Statement, ...]:
    """The statements of a sentence: each with what belongs to it, each proven by itself; and what may be left
    out though it belongs to one, as its reason."""
    groups: list[list[Line]] = []
    besides: list[tuple[int, Line]] = []
    for line in lines:
        if groups and _is_beside(line.text):
            besides.append((len(groups) - 1, line))
        elif groups and (_belongs(line) or not _is_proven([line], lines, source)):
            groups[-1].append(line)
        else:
            groups.append([line])
    while len(groups) > 1 and not _is_proven(groups[0], lines, source):
        groups[:2] = [groups[0] + groups[1]]
        besides = [(max(0, group - 1), line) for group, line in besides]
    main = _main([" ".join(line.text for line in group) for group in groups], source)
    told = [
        Statement(
            tuple(group),
            i - 1 if i and leans(group[0].text) else None,
            bool(i) and _stays(group[0].text),
            i == main,
        )
        for i, group in enumerate(groups)
    ]
    return (*told, *(Statement((line,), group) for group, line in besides))


def _is_beside(text: str) -> bool:
    """True for a reason, an aim, an example; but a day or a sum in it is not lost with it."""
    kinds = {fact.kind for fact in find_facts(text) if not fact.weak}
    return bool(_BESIDE.match(text)) and (text.startswith("C'") or not kinds & {"date", "amount"})


def _belongs(line: Line) -> bool:
    return bool(_TAKES_UP.match(line.text) or _BORN.match(line.text))


def _main(texts: list[str], source: str) -> int:
    """The number of the statement that holds the verb on which the sentence hangs."""
    verb = parse(source).root.text if len(texts) > 1 else ""
    return next((i for i, text in enumerate(texts) if re.search(rf"\b{re.escape(verb)}\b", text)), 0)


def _stays(text: str) -> bool:
    """True for what ended or turned what was told before, and for what the law did after a suspicion."""
    return bool(_UNDOES.search(text) or event_kinds(text) & _BOUND_ACTS)


def _is_proven(told: list[Line], lines: tuple[Line, ...], source: str) -> bool:
    """True where these lines can be told without the others: what the gate misses in them, such as an
    exception, stands whole in another statement."""
    text = " ".join(line.text for line in told)
    doubts = [d for d in prove(text, [source]) if d.severity == "block"]
    others = [line.text for line in lines if line not in told and not _belongs(line)]
    elsewhere = {fact.kind for other in others if has_finite_verb(other) for fact in find_facts(other)}
    return all(d.side == "lost" and d.rule in elsewhere for d in doubts)
