"""Dates, months, weekdays and times of day, in French and English, as ISO 8601 values.

A partial date stays partial: "28 juin" is --06-28, "juin 2024" is 2024-06, "juin" is --06. A
weekday is a date of its own ("friday"): none is ever computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from notices.facts.fact import Fact
from notices.facts.tokens import fold, side

Spans = Iterable[tuple[int, int]]

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "january february march april may june july august september october november december".split(),
}
_MONTH_NUMBER = {
    fold(name): number for names in _MONTHS.values() for number, name in enumerate(names, start=1)
} | {
    "janv": 1,
    "fevr": 2,
    "fev": 2,
    "avr": 4,
    "juil": 7,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
}
_FR = (
    r"(?P<{0}>janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
    r"|(?:janv|f[ée]vr?|avr|juil|sept|oct|nov|d[ée]c)\.)"
)
_EN = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_FR_DAY = r"(?P<{0}>[0-3]?\d)(?:\s?(?:er|ᵉʳ))?"
_EN_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>1[0-9]\d\d|20\d\d)"
_GLUE = r"\s*(?:au|et|ou|-|–|,|à|to|and|or|until|through)\s*"

_PATTERNS = {
    "fr": [
        # du 3 mai au 7 juin 2024 ; du 3 au 7 mai 2024 ; les 3, 4 et 7 mai 2024 ; 28 juin 2024 ; 28 juin
        re.compile(
            rf"(?<![\d.,/-]){_FR_DAY.format('d1')}\s+{_FR.format('m1')}(?:{_GLUE}(?:le\s|[a-z]+di\s|dimanche\s)?{_FR_DAY.format('d2')}\s+{_FR.format('m2')})\s+{_YEAR.format('y')}(?!\d)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<![\d.,/-])(?P<days>[0-3]?\d(?:\s?er)?(?:{_GLUE}(?:(?:le|du|au)\s)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?[0-3]?\d(?:\s?er)?)*)\s+{_FR.format('m')}(?!\w)(?:\s+{_YEAR.format('y')}(?!\d))?",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<!\w){_FR.format('m')}(?!\w)(?:\s+(?:de\s)?{_YEAR.format('y')}(?!\d))?", re.IGNORECASE
        ),
    ],
    "en": [
        re.compile(
            rf"(?<![\d.,/-])(?P<days>{_EN_DAY.format('d1')}(?:{_GLUE}(?:the\s)?[0-3]?\d(?:st|nd|rd|th)?)*)(?:\sday)?(?:\s+of)?\s+{_EN.format('m')}(?!\w)(?:,?\s+{_YEAR.format('y')}(?!\d))?"
        ),
        re.compile(
            rf"(?<!\w){_EN.format('m')}\s+(?:the\s)?(?P<days>[0-3]?\d(?:st|nd|rd|th)?(?:{_GLUE}(?:the\s)?[0-3]?\d(?:st|nd|rd|th)?(?![\d:]|\.\d|,\d|\s{_EN.format('m9')}))*)(?!\d|,\d|\.\d|:)(?:,?\s+{_YEAR.format('y')}(?!\d))?"
        ),
        re.compile(rf"(?<!\w){_EN.format('m')}(?!\w)(?:,?\s+(?:of\s)?{_YEAR.format('y')}(?!\d))?"),
    ],
}
_MONTH = {"fr": re.compile(_FR.format("m"), re.IGNORECASE), "en": re.compile(_EN.format("m"))}
_ISO = re.compile(r"(?<![\d-])(?P<y>1[0-9]\d\d|20\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])")
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<a>[0-3]?\d)(?P<s>[./])(?P<b>[0-3]?\d)(?P=s)(?P<y>1[0-9]\d\d|20\d\d|\d\d)(?![\d/-]|\.\d)"
)

_WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "monday tuesday wednesday thursday friday saturday sunday".split(),
}
_WEEKDAY = {
    "fr": re.compile(r"(?<!\w)(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?(?!\w)", re.IGNORECASE),
    "en": re.compile(r"(?<!\w)(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?(?!\w)"),
}

_TIMES = {
    "fr": re.compile(
        r"(?<![\d.,/:])(?:(?P<h>[01]?\d|2[0-4])\s?(?:h(?:eures?)?\s?(?P<min>[0-5]\d)(?!\d|\s?(?:€|euros?\b|%|ans?\b|jours?\b))|h(?!\w)|h(?=-)|:(?P<min2>[0-5]\d)(?::[0-5]\d)?(?![\d:]))"
        r"|(?:(?<=à\s)|(?<=vers\s)|(?<=avant\s)|(?<=après\s)|(?<=dès\s)|(?<=entre\s))(?P<h3>[01]?\d|2[0-3])\sheures?(?!\w))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<![\d.,/:])(?P<h>[01]?\d|2[0-4])(?:(?:[:.h](?P<min>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?|:(?P<min2>[0-5]\d)(?::[0-5]\d)?(?![\d:])|\s?o'clock|\s?h\s?(?P<min3>[0-5]\d)(?!\d)|\s?h(?!\w))",
        re.IGNORECASE,
    ),
}
_NAMED_TIMES = {
    "fr": re.compile(r"(?<![\w-])(midi|minuit)(?!\w|-)", re.IGNORECASE),
    "en": re.compile(r"(?<!\w)(noon|midday|midnight)(?!\w)", re.IGNORECASE),
}
_TIME_NAMES = {"midi": "12:00", "noon": "12:00", "midday": "12:00", "minuit": "00:00", "midnight": "00:00"}


def find_dates(text: str, lang: str, taken: Spans = ()) -> tuple[Fact, ...]:
    """Dates, weekdays and times outside the spans that are `taken`."""
    lang = side(lang)
    found: list[Fact] = []
    busy = list(taken)
    for batch in (_numeric(text), _worded(text, lang), _times(text, lang)):
        for facts in batch:
            start, end = min(f.start for f in facts), max(f.end for f in facts)
            if not any(start < e and s < end for s, e in busy):
                found.extend(facts)
                busy.append((start, end))
    outside = tuple(taken)
    for facts in _weekdays(text, lang):  # also inside "le jeudi 6 et le vendredi 7 juin"
        found.extend(f for f in facts if not any(f.start < e and s < f.end for s, e in outside))
    return tuple(sorted(found, key=lambda f: (f.start, f.value)))


def month_of(name: str) -> int:
    """1 to 12 for a French or English name of a month, or its abbreviation."""
    return _MONTH_NUMBER[fold(name).rstrip(".")]


def _iso(year: str | None, month: int, day: int | None) -> str:
    head = year or "-"
    return f"{head}-{month:02d}" if day is None else f"{head}-{month:02d}-{day:02d}"


_DIGIT = re.compile(r"\d")


def _numeric(text: str) -> Iterator[list[Fact]]:
    if not _DIGIT.search(text):
        return
    for m in _ISO.finditer(text):
        yield [Fact("date", m.group(), m.start(), m.end(), m.group())]
    for m in _NUMERIC.finditer(text):
        day, month, year = int(m["a"]), int(m["b"]), m["y"]
        if month > 12 >= day:  # 06/28/2024
            day, month = month, day
        if 1 <= month <= 12 and 1 <= day <= 31:
            year = year if len(year) == 4 else ("20" if int(year) < 70 else "19") + year
            yield [Fact("date", _iso(year, month, day), m.start(), m.end(), m.group())]


def _worded(text: str, lang: str) -> Iterator[list[Fact]]:
    if not _MONTH[lang].search(text):
        return
    for pattern in _PATTERNS[lang]:
        for m in pattern.finditer(text):
            groups = m.groupdict()
            if "d2" in groups:
                yield [
                    _dated(m, groups["y"], groups["m1"], int(groups["d1"])),
                    _dated(m, groups["y"], groups["m2"], int(groups["d2"])),
                ]
            elif groups.get("days"):
                days = [int(d) for d in re.findall(r"\d+", groups["days"])]
                if _other_list(text, m):
                    start = m.start("days") + list(re.finditer(r"\d+", m["days"]))[-1].start()
                    last = _dated(m, groups.get("y"), groups["m"], days[-1])
                    yield [replace(last, start=start, text=text[start : m.end()])]
                elif all(1 <= d <= 31 for d in days):
                    yield [_dated(m, groups.get("y"), groups["m"], d) for d in days]
            elif not _other_word(text, m, lang):
                yield [_dated(m, groups.get("y"), groups["m"], None)]


def _other_list(text: str, match: re.Match[str]) -> bool:
    """True for "départements 01 à 19, le mercredi 28 mai": only the last figure is a day."""
    named = re.search(r"(?:\ble|\bdu|\bau|i|dimanche)\s\d", match["days"], re.IGNORECASE)
    begins = re.search(r"(?:\bles?|\bdu|\baux?|\bdes|di|dimanche)\s$", text[: match.start()], re.IGNORECASE)
    return bool(named) and not begins


def _dated(match: re.Match[str], year: str | None, month: str, day: int | None) -> Fact:
    return Fact("date", _iso(year, month_of(month), day), match.start(), match.end(), match.group())


_BEFORE_MONTH = re.compile(
    r"(?:in|of|by|since|until|till|from|to|and|or|through"
    r"|during|between|before|after|early|late|mid|last|next|this|each|every|-|/|,|\() ?$",
    re.IGNORECASE,
)


def _other_word(text: str, match: re.Match[str], lang: str) -> bool:
    """True for "May I", "March on", "Mars" (the planet), "sept." alone: not a month."""
    name = match.group()
    if match.groupdict().get("y"):
        return False
    if name.rstrip(".").lower() in {"may", "march", "mar", "jan", "dec"}:
        before = text[: match.start()]
        return not (_BEFORE_MONTH.search(before) or (name != "Mar" and re.search(r"[a-z,] $", before)))
    if lang == "fr" and (name == "Mars" or name.endswith(".")):
        return True
    return lang == "en" and name.islower()


def _times(text: str, lang: str) -> Iterator[list[Fact]]:
    for m in _TIMES[lang].finditer(text) if _DIGIT.search(text) else ():
        groups = m.groupdict()
        hour = int(groups["h"] or groups["h3"])
        minute = int(groups.get("min") or groups.get("min2") or groups.get("min3") or 0)
        half = (groups.get("half") or "").lower()
        if half and hour > 12:
            continue
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        yield [Fact("time", f"{hour % 24:02d}:{minute:02d}", m.start(), m.end(), m.group())]
    for m in _NAMED_TIMES[lang].finditer(text):
        yield [Fact("time", _TIME_NAMES[m.group().lower()], m.start(), m.end(), m.group())]


def _weekdays(text: str, lang: str) -> Iterator[list[Fact]]:
    for m in _WEEKDAY[lang].finditer(text):
        name = _WEEKDAYS["en"][_WEEKDAYS[lang].index(m.group(1).lower())]
        yield [Fact("date", name, m.start(), m.end(), m.group())]
