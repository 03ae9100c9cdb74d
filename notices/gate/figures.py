"""Numbers, money, dates, times, references and addresses: the same on both sides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from notices.facts import Fact, find_facts
from notices.gate.conversions import converted
from notices.gate.doubt import Doubt, DoubtSide
from notices.gate.text import Text, atoms, clip, date_parts, unique

_FIGURES = ("number", "amount", "percent", "measure", "duration", "ordinal", "date", "time", "reference")
_COUNTED = ("amount", "percent", "measure", "duration")
_ADDRESSES = ("phone", "email", "url")


def unproven(
    written: Text, source: Text, side: DoubtSide, derived: frozenset[str] = frozenset()
) -> Iterator[Doubt]:
    """Figures of `written` that `source` does not hold. Swap the two to find what is lost."""
    same_language = written.lang == source.lang
    for fact in unique(written.of(*_FIGURES)):
        if fact.weak or (fact.kind == "ordinal" and fact.value == "1"):
            continue
        if not _licensed(fact, source, derived, same_language):
            if not same_language and fact.kind in ("number", "measure") and converted(fact, written, source):
                continue
            yield Doubt(fact.kind, clip(fact.text), side)
        elif not _same_use(fact, written, source, same_language):
            yield Doubt(fact.kind, clip(fact.text), "changed")
    for fact in unique(written.of(*_ADDRESSES)):
        if not any(f.value == fact.value for f in source.of(fact.kind)) and not _printed(fact, source):
            yield Doubt(fact.kind, clip(fact.text), side)
    if side == "invented":
        yield from _repeated(written, source, same_language)
        yield from _other_weekday(written, source)
        if not same_language:
            yield from _replaced(written, source)
    if same_language:
        for fact in unique(written.of("fraction")):
            if not any(f.value == fact.value for f in source.of("fraction")):
                yield Doubt("number", clip(fact.text), side)


_DAY = re.compile(r"s?,?\s(?:the\s|[A-Z][a-z]{2,8}\.?\s)?([0-3]?\d)(?:er|st|nd|rd|th)?(?![\d:h])")
"""The day behind a weekday: "jeudi 22 mai", "Thursday, May 22"."""


def _other_weekday(written: Text, source: Text) -> Iterator[Doubt]:
    """ "mercredi 22 mai" where the source has "jeudi 22 mai" and another Wednesday."""
    theirs = _weekdays(source)
    for day, names in _weekdays(written).items():
        if day in theirs and names.isdisjoint(theirs[day]):
            yield Doubt("date", clip(f"{', '.join(sorted(names))} {day}"), "changed")


@lru_cache(maxsize=1024)
def _weekdays(text: Text) -> dict[int, set[str]]:
    """For each day of a month that a weekday names, its weekdays."""
    found: dict[int, set[str]] = {}
    for sentence in text.sentences:
        for fact in find_facts(sentence, text.lang):
            day = _DAY.match(sentence, fact.end) if fact.kind == "date" and fact.value.isalpha() else None
            if day:
                found.setdefault(int(day[1]), set()).add(fact.value)
    return found


def _repeated(written: Text, source: Text, same_language: bool) -> Iterator[Doubt]:
    """Figures that stand more often in the written text than in its source: one took another's place.

    Across languages a figure may be said again ("that of 2019"); so another one has to be short of it.
    """
    theirs = Counter(a for f in source.of(*_FIGURES) for a in atoms(f))
    ours = Counter(a for f in written.of(*_FIGURES) if not f.weak for a in atoms(f))
    if not same_language and not any(0 < ours[a] < count for a, count in theirs.items()):
        return
    for fact in unique(written.of(*_FIGURES)):
        if not fact.weak and any(ours[a] > theirs[a] > 0 for a in atoms(fact)):
            yield Doubt(fact.kind, clip(fact.text), "changed")


def _replaced(written: Text, source: Text) -> Iterator[Doubt]:
    """As many figures on both sides, but one that the source has stands in the place of another."""
    ours, theirs = _runs_of_digits(written), _runs_of_digits(source)
    if ours.total() == theirs.total() and ours != theirs:
        for figure in ours - theirs:
            if theirs[figure]:
                yield Doubt("number", figure, "changed")


def _runs_of_digits(text: Text) -> Counter[str]:
    return Counter(t.text for t in text.tokens if t.text.isdigit())


def _licensed(fact: Fact, source: Text, derived: frozenset[str], same_language: bool) -> bool:
    if fact.kind == "time":
        return _time_licensed(fact, source, same_language)
    return all(atom in source.figures or atom in derived for atom in atoms(fact))


def _time_licensed(fact: Fact, source: Text, same_language: bool) -> bool:
    hour, minute = (int(part) for part in fact.value.split(":"))
    for other in source.of("time"):
        h, m = (int(part) for part in other.value.split(":"))
        # A clock of twelve hours without "a.m." or "p.m." on one side.
        if m == minute and (h == hour or (not same_language and h % 12 == hour % 12 and _vague(other, fact))):
            return True
    if same_language and any(True for _ in source.of("time")):
        return False
    figures = source.figures
    bare = str(hour) in figures or (str(hour % 12 or 12) in figures and source.lang == "en")
    return f"{hour}{minute:02d}" in figures or (bare and (minute == 0 or str(minute) in figures))


def _vague(one: Fact, other: Fact) -> bool:
    """True where one of two times may belong to either half of the day: up to 12, no "a.m.", no "p.m."."""
    return any(int(f.value[:2]) <= 12 and not re.search(r"[ap]\.?\s?m", f.text.lower()) for f in (one, other))


def _same_use(fact: Fact, written: Text, source: Text, same_language: bool) -> bool:
    """The figure is there; is it still euros, still years, still the 28th of June?"""
    if fact.kind in _COUNTED:
        figure = fact.value.split(" ")[0]
        others = [f for f in source.of("number", *_COUNTED) if f.value.split(" ")[0] == figure]
        if any(f.kind == fact.kind and f.value == fact.value for f in others):
            return True
        if any(f.kind == "number" for f in others) or not others:
            return (
                not same_language
                or not others
                or fact.kind not in {"amount", "percent"}
                or _ranged(fact, source)
            )
        return fact.kind == "measure" and not same_language
    if fact.kind == "date":
        return _same_date(fact, source)
    if fact.kind == "reference" and (fact.value[0].isalpha() or same_language):
        references = {f.value for f in source.of("reference")}
        return (
            not references
            or fact.value in references
            or not any(v[0].isalpha() for v in references | {fact.value})
        )
    return True


def _ranged(fact: Fact, source: Text) -> bool:
    """ "de 5 à 10 €" read as "5 €": the unit stands at the other end of a range."""
    unit = fact.value.partition(" ")[2]
    return any(f.value.partition(" ")[2] == unit for f in source.of(fact.kind))


def _same_date(fact: Fact, source: Text) -> bool:
    wanted = date_parts(fact.value)
    if not (wanted[1] and wanted[2]):
        return True
    dated = [date_parts(f.value) for f in source.of("date")]
    dated = [d for d in dated if d[1] and d[2]]
    return not dated or any(
        all(not a or not b or a == b for a, b in zip(wanted, d, strict=True)) for d in dated
    )


def _printed(fact: Fact, source: Text) -> bool:
    return any(fact.text.lower() in sentence.lower() for sentence in source.sentences)


def _also_bare(figure: str, text: Text) -> bool:
    """True where the text has the same figure a second time, without a quantifier."""
    standing = sum(figure in atoms(f) for f in text.facts if f.kind in {"number", *_COUNTED} and not f.weak)
    return standing > sum(f.value.endswith(f" {figure}") for f in text.of("quantifier"))


_BOUNDS = {
    ">": {">", ">="},
    "<": {"<", "<="},
    ">=": {">=", ">"},
    "<=": {"<=", "<"},
    "~": {"~", ">", "<", ">=", "<="},
}


def unbound(written: Text, source: Text, side: DoubtSide) -> Iterator[Doubt]:
    """Quantifiers of `written` whose number stands in `source` without them."""
    same_language = written.lang == source.lang
    for fact in unique(written.of("quantifier")):
        if fact.weak:
            continue
        bound, figure = fact.value.split(" ")
        if figure not in source.figures:
            continue
        fitting = {bound} if same_language and bound != "~" else _BOUNDS[bound]
        others = [f.value.split(" ") for f in source.of("quantifier")]
        if side == "lost" and _also_bare(figure, written):
            continue
        if not any(f == figure and b in fitting for b, f in others) and not _shared(fitting, figure, source):
            yield Doubt(
                "quantifier",
                clip(f"{fact.text} {figure}"),
                side,
                "warn" if bound == "~" and not same_language else "block",
            )


_SHARED_WITHIN = 30
"""Characters between two numbers that one quantifier may hold ("au plus deux essieux et six pneus")."""


def _shared(fitting: set[str], figure: str, text: Text) -> bool:
    """True where a quantifier stands at another number, to which this one is joined by "et" or "ou"."""
    for sentence in text.sentences:
        facts = find_facts(sentence, text.lang)
        bounds = [f for f in facts if f.kind == "quantifier" and f.value.split(" ")[0] in fitting]
        for fact in facts:
            if fact.kind == "quantifier" or figure not in atoms(fact):
                continue
            before = [sentence[b.end : fact.start] for b in bounds if b.end <= fact.start]
            if any(len(t) <= _SHARED_WITHIN and re.search(r"\b(?:et|ou|and|or)\b", t) for t in before):
                return True
    return False
