"""A table whose rows share something: the place above its days, one time for several days, one value for
several names. What is common is said once, and nothing stands without what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from notices.document import Sentence
from notices.gate import prove
from notices.lexicon import word_tags
from notices.realisation.rows import listed, told
from notices.wording.grammar import words_in
from notices.wording.joints import capital, small, stop

_LONG = 15
"""Words of a sentence."""
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DATE = re.compile(
    rf"(?i)(?:le\s+)?(?P<weekday>{_WEEKDAY}\s+)?(?P<day>\d{{1,2}}|1er)\s+(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?"
)
_TIME = re.compile(r"(?i)\b\d{1,2}\s?(?:h|heures)(?:\s?\d{2})?\b")
_FIGURES = re.compile(rf"(?i)^(?:(?:le\s+|du\s+|de\s+|à\s+)?\d|{_WEEKDAY}\b|{_MONTH}\b)")
_ADDRESS = re.compile(
    r"(?i)^(?:\d{1,4}\s?(?:bis|ter)?,?\s+\D|\d{5}\s|(?:rue|avenue|boulevard|place|chemin|route|allée|impasse|quai|cours|"
    r"square|domaine|lotissement|résidence|zone|za|zi|bp|cs|bâtiment|lieu-dit|cedex)\b)"
)
_PLACE = re.compile(r"(?i)^(?:lieux?|endroits?|sites?|communes?|mairies?|adresses?|salles?|bureaux?)\b")


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of one row, or of several that share something."""

    text: str
    origin: tuple[str, ...]
    level: int = 0
    """1 for a row under its title."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A row with a day, and what else it says."""

    sentence: Sentence
    day: re.Match[str]
    rest: str
    place: str = ""


def rows_told(items: tuple[Sentence, ...]) -> tuple[Row, ...]:
    """The rows of a table as they are told."""
    return tuple(row for titles, rows in _sections(items) for row in _section(titles, rows))


def _sections(items: tuple[Sentence, ...]) -> Iterator[tuple[tuple[Sentence, ...], tuple[Sentence, ...]]]:
    """Each run of titles with the rows under it."""
    titles: tuple[Sentence, ...] = ()
    for is_title, group in groupby(items, key=lambda s: _is_title(s.text)):
        if is_title:
            titles = tuple(group)
        else:
            yield titles, tuple(group)
            titles = ()
    if titles:
        yield titles, ()


def _is_title(text: str) -> bool:
    """True for a row of one cell that is no day with its hours."""
    return " : " not in text and " ; " not in text.rstrip(" ;") and not _TIME.search(text)


def _section(titles: tuple[Sentence, ...], rows: tuple[Sentence, ...]) -> Iterator[Row]:
    name, others, address = _named(titles)
    dated = [_dated(row) for row in rows]
    for other in others:
        yield Row(other.text, _ids(other))
    if dated and all(dated):
        found = [row for row in dated if row]
        yield from _days(name, tuple(_text(line) for line in address), titles, found)
        return
    own = [title for title in titles if title not in others]
    leads = len(own) == 1 and bool(rows) and not _figures(own[0]) and all(map(_figures, rows))
    for title in own:
        yield Row(f"{_text(title)} :" if leads else _text(title), _ids(title))
    if shared := _first_of_all(rows):
        yield Row(stop(shared), tuple(i for row in rows for i in _ids(row)))
        rows = tuple(replace(row, text=capital(_text(row).split(" ; ", 1)[1])) for row in rows)
    yield from _alike(rows, 1 if titles or shared else 0)


def _first_of_all(rows: tuple[Sentence, ...]) -> str:
    """The first cell of all rows where it is one: "Site : Vaulnay"."""
    firsts = {_text(row).split(" ; ", 1)[0] for row in rows}
    first = next(iter(firsts), "")
    cells = min((_text(row).count(" ; ") for row in rows), default=0)
    return first if len(rows) > 1 and len(firsts) == 1 and " : " in first and cells else ""


def _named(titles: tuple[Sentence, ...]) -> tuple[str, tuple[Sentence, ...], tuple[Sentence, ...]]:
    """The name that rows stand under, the titles above it, and its address."""
    names = [t for t in titles if not _ADDRESS.match(t.text)] or list(titles[:1])
    if not names:
        return "", (), ()
    last = titles.index(names[-1])
    if last and all(_ADDRESS.match(t.text) for t in titles[1:last]) and len(names) == 2 and last > 1:
        return _text(titles[0]), (), titles[1:]
    return _text(names[-1]), titles[:last], titles[last + 1 :]


def _days(
    name: str, address: tuple[str, ...], titles: tuple[Sentence, ...], rows: list[_Dated]
) -> Iterator[Row]:
    """ "Hôtel de ville : les 5 juin et 1er juillet 2025, de 8 h à 12 h" """
    for (place, rest), group in _grouped(rows):
        where = name or place
        said = f"{_days_told(group)}, {small(rest)}" if rest else _days_told(group)
        full = ", ".join((where, *map(small, address)))
        lead = full if where and words_in(f"{full} : {said}") <= _LONG else where
        origin = tuple(dict.fromkeys(i for s in (*titles, *(row.sentence for row in group)) for i in _ids(s)))
        if where:
            yield Row(stop(f"{capital(lead)} : {said}"), origin)
        else:
            yield Row(stop(capital(f"{_days_told(group)} : {rest}")), origin)


def _grouped(rows: list[_Dated]) -> list[tuple[tuple[str, str], list[_Dated]]]:
    """The rows of one place and time together, place after place."""
    places = list(dict.fromkeys(row.place for row in rows))
    groups: dict[tuple[str, str], list[_Dated]] = {}
    for row in sorted(rows, key=lambda row: places.index(row.place)):
        groups.setdefault((row.place, row.rest), []).append(row)
    return list(groups.items())


def _days_told(rows: list[_Dated]) -> str:
    """ "les 5 juin et 1er juillet 2025"; the day of the week where there is one day."""
    if len(rows) == 1:
        day, weekday = rows[0].day, (rows[0].day["weekday"] or "").lower()
        return f"le {weekday}{_number(day)} {day['month'].lower()}{_year(day)}"
    months = {(row.day["month"].lower(), row.day["year"]) for row in rows}
    years = {row.day["year"] for row in rows}
    said = [
        f"{_number(row.day)}"
        + (f" {row.day['month'].lower()}" if len(months) > 1 or row is rows[-1] else "")
        + (_year(row.day) if len(years) > 1 or row is rows[-1] else "")
        for row in rows
    ]
    return f"les {listed(said)}"


def _number(day: re.Match[str]) -> str:
    return "1er" if day["day"].lstrip("0") in ("1", "1er") else day["day"].lstrip("0")


def _year(day: re.Match[str]) -> str:
    return f" {day['year']}" if day["year"] else ""


def _dated(row: Sentence) -> _Dated | None:
    """The row with its day apart; None where it has none, or says more of it than a time and a place."""
    cells = [cell.split(" : ", 1) for cell in _text(row).split(" ; ")]
    if len(cells) == 1 and len(cells[0]) == 2 and (day := _DATE.fullmatch(cells[0][0])):
        return _apart(row, day, cells[0][1])
    if any(len(cell) != 2 for cell in cells):
        return None
    days = [match for _, value in cells if (match := _DATE.fullmatch(value))]
    others = [(name, value) for name, value in cells if not _DATE.fullmatch(value)]
    places = [value for name, value in others if _PLACE.match(name)]
    times = [value for name, value in others if not _PLACE.match(name)]
    if len(days) != 1 or len(places) > 1 or len(times) != 1 or not _TIME.search(times[0]):
        return None
    return _apart(row, days[0], times[0], places[0] if places else "")


def _apart(row: Sentence, day: re.Match[str], time: str, place: str = "") -> _Dated:
    return _Dated(row, day, _hours(time), place)


def _hours(text: str) -> str:
    """ "08h-12h" and "8h00-12h00" are the same time."""
    text = re.sub(r"(?i)(\d)\s?h\s?00\b", r"\1h", re.sub(r"\b0(\d)(?=\s?h)", r"\1", text)).strip(" .")
    return re.sub(r"(?i)^(?=\d{1,2}\s?h(?:\s?\d{2})?\s+à\s+\d)", "de ", text)


def _alike(rows: tuple[Sentence, ...], level: int) -> Iterator[Row]:
    """Neighbours that say the same of several names are told together: "Adulte et senior : 5 €"."""
    for said, group in groupby(rows, key=_said):
        alike = tuple(group)
        joined = _joined(alike, said) if len(alike) > 1 and said else ""
        if joined and words_in(joined) <= _LONG and _is_proven(joined, alike):
            yield Row(stop(joined), tuple(i for row in alike for i in _ids(row)), level)
            continue
        for row in alike:
            text = _text(row)
            cells = told(text) if " : " in text or " ; " in text else (stop(capital(text)),)
            yield from (Row(cell, _ids(row), level) for cell in cells)


def _is_proven(text: str, rows: tuple[Sentence, ...]) -> bool:
    return not any(doubt.severity == "block" for doubt in prove(text, [row.text for row in rows]))


def _said(row: Sentence) -> str:
    """What a row says of what stands in its first cell; a text of its own for a row that names none."""
    first, *others = _text(row).split(" ; ")
    name, _, value = first.partition(" : ")
    return " ; ".join((f"{name} :", *others)) if others else f": {value}"


def _joined(rows: tuple[Sentence, ...], said: str) -> str:
    firsts = [_text(row).split(" ; ")[0] for row in rows]
    if said.startswith(": "):
        names = [first.partition(" : ")[0] for first in firsts]
        return f"{listed([names[0], *map(_common, names[1:])])} {said}"
    values = [first.partition(" : ")[2] for first in firsts]
    name, _, rest = said.partition(" : ; ")
    return f"{name} : {listed(values)} ; {rest}" if all(values) else ""


def _common(name: str) -> str:
    """A common word begins small inside a sentence; names and acronyms stay."""
    word = name.split()[0] if name else ""
    return name[0].lower() + name[1:] if word[1:].islower() and word_tags(word.lower()) else name


def _figures(row: Sentence) -> bool:
    """True for a row that opens with a day, an hour or a figure."""
    return bool(_FIGURES.match(row.text))


def _text(row: Sentence) -> str:
    return re.sub(
        r"\s+", " ", row.text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
    ).rstrip(" .;")


def _ids(row: Sentence) -> tuple[str, ...]:
    return row.origin or (row.id,)
