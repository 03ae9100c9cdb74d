"""Numbers in figures and in words, and what they count: money, per cent, durations, measures.

A value is written with a decimal point and without separators: `1.250,50 €` is "1250.5 EUR".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from notices.facts.fact import Fact
from notices.facts.spelled import begins, may_begin, spelled, vocabulary
from notices.facts.tables import rows
from notices.facts.tokens import Token, side

_SPACE = r"[ \u00a0\u202f\u2009]"
_FIGURES = {
    "fr": re.compile(
        rf"(?<![\d.,])(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+(?![\d.])(?:,\d+)?"
        r"|\d{1,3}(?:,\d{3}){2,}(?!\d)(?:\.\d+)?|\d+[.,]\d+(?![.,]?\d)|\d+)"
    ),
    "en": re.compile(
        r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
        r"|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:\.\d+)?"
        r"|\d+\.\d+(?![.,]?\d)|\d+,\d{1,2}(?![.,]?\d)|\d+)"
    ),
}
_SCALE = {
    "fr": re.compile(
        rf"{_SPACE}*(?:(millions?|milliards?|billions?|milliers|mille)(?!\w)|(M|Md|Mds|k)(?={_SPACE}?(?:€|euros?\b|\$)))"
    ),
    "en": re.compile(
        r"[ \u00a0-]*(?:(million|billion|trillion|thousand|hundred)s?(?!\w)|(m|bn|tn|k|M|K|B)(?!\w))"
    ),
}
_SCALES: dict[str, dict[str, int]] = {
    "fr": {"mille": 10**3, "milliers": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}
    | {"M": 10**6, "Md": 10**9, "Mds": 10**9, "k": 10**3},
    "en": {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    | {"m": 10**6, "M": 10**6, "bn": 10**9, "B": 10**9, "tn": 10**12, "k": 10**3, "K": 10**3},
}
_ORDINAL = {
    "fr": re.compile(r"\s?(?:er|ère|re|e|è|ème|eme|ième|ᵉ|ᵉʳ|nd|nde)s?(?![\w'’])"),
    "en": re.compile(r"(?:st|nd|rd|th)(?!\w)"),
}
_ROMAN = {
    "fr": re.compile(r"(?<![\w'’-])([IVX]+)(?:er|ère|re|e|ème|ᵉ)(?!\w)"),
    "en": re.compile(r"(?<!\w)([IVX]+)th(?!\w)"),
}
_DECADE = re.compile(r"ann[ée]es\s$", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"(?:(?P<eur>€|EUR)|(?P<gbp>£)|(?P<usd>(?:US|CA|C|A)?\$))\s?$")
_FRACTION_SIGNS = {"½": "1/2", "⅓": "1/3", "¼": "1/4", "¾": "3/4", "⅔": "2/3", "⅕": "1/5"}
_FRACTIONS = {
    "fr": {"moitie": "1/2", "demi": "1/2", "demie": "1/2", "tiers": "1/3", "quart": "1/4", "quarts": "1/4"},
    "en": {
        "half": "1/2",
        "halves": "1/2",
        "third": "1/3",
        "thirds": "1/3",
        "quarter": "1/4",
        "quarters": "1/4",
    },
}
_MULTIPLES = {"deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4}


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    start: int
    end: int
    weak: bool = False
    ordinal: bool = False


def find_numbers(
    text: str, lang: str, tokens: Sequence[Token], taken: Iterable[tuple[int, int]] = ()
) -> tuple[Fact, ...]:
    """All numbers outside the spans that are `taken`, each with its unit where it has one."""
    lang = side(lang)
    busy = list(taken)
    found: list[Fact] = []
    figures = [n for n in _figures(text, lang) if _free(n.start, n.end, busy)] if _has_digit(text) else []
    busy += [(n.start, n.end) for n in figures]
    words = [n for n in _words(tokens, lang) if _free(n.start, n.end, busy)]
    for number in sorted((*figures, *words), key=lambda n: n.start):
        found.append(_with_unit(text, lang, number))
    found = list(_with_shared_scale(text, found))
    busy += [(f.start, f.end) for f in found]
    found += [f for f in _others(text, lang, tokens) if f.kind == "fraction" or _free(f.start, f.end, busy)]
    return tuple(found)


_RANGE = re.compile(r"\s?(?:à|ou|et|to|or|and|[-–])\s?")
_SHARED = re.compile(r"(millions?|milliards?|billions?|mille|thousand)\b", re.IGNORECASE)
_SHARED_SCALES = {"mille": 10**3, "thousand": 10**3, "million": 10**6}


def _with_shared_scale(text: str, found: Sequence[Fact]) -> Iterator[Fact]:
    """ "De deux à trois millions": the first number may be two millions, and need not be two."""
    for fact, following in zip_longest(found, found[1:]):
        scale = following and _SHARED.search(following.text)
        joined = following and _RANGE.fullmatch(text[fact.end : following.start])
        if not (scale and joined and fact.kind == "number" and not _SHARED.search(fact.text)):
            yield fact
            continue
        value = Decimal(fact.value) * _SHARED_SCALES.get(scale[1].lower().rstrip("s"), 10**9)
        yield replace(fact, weak=True)
        yield replace(fact, value=plain(value), weak=True)


def _has_digit(text: str) -> bool:
    return bool(_DIGIT.search(text))


_DIGIT = re.compile(r"\d")


def _free(start: int, end: int, busy: Iterable[tuple[int, int]]) -> bool:
    return not any(start < e and s < end for s, e in busy)


def plain(value: Decimal) -> str:
    """A number without separators, exponent or trailing zeros: "1250.5"."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _figures(text: str, lang: str) -> Iterator[_Number]:
    for m in _FIGURES[lang].finditer(text):
        value, end = _decimal(m.group(), lang), m.end()
        if lang == "fr" and 10 <= value <= 99 and _DECADE.search(text[: m.start()]):
            value += 1900  # "les années 60"
        ordinal = _ORDINAL[lang].match(text, end)
        scale = _SCALE[lang].match(text, end)
        if ordinal and value == value.to_integral_value():
            yield _Number(value, m.start(), ordinal.end(), ordinal=True)
        elif scale:
            name = scale.group(1) or scale.group(2)
            factor = _SCALES[lang].get(name) or _SCALES[lang][name.rstrip("s")]
            if (
                name in {"m", "M", "k", "K", "B"}
                and not _MONEY_BEFORE.search(text[: m.start()])
                and lang == "en"
            ):
                yield _Number(value, m.start(), end)
            else:
                yield _Number(value * factor, m.start(), scale.end())
        else:
            yield _Number(value, m.start(), end)


def _decimal(figures: str, lang: str) -> Decimal:
    """The value of figures with their separators, which the language decides where they are few."""
    digits = re.sub(_SPACE, "", figures)
    thousands, point = (".", ",") if lang == "fr" else (",", ".")
    if digits.count(thousands) >= 1 and re.fullmatch(
        rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(point)}\d+)?", digits
    ):
        digits = digits.replace(thousands, "")
    elif digits.count(point) > 1:
        digits = digits.replace(point, "")
    return Decimal(digits.replace(",", "."))


def _words(tokens: Sequence[Token], lang: str) -> Iterator[_Number]:
    """Numbers in words, weak and ordinal ones too."""
    at = 0
    while at < len(tokens):
        if tokens[at].fold not in may_begin(lang):
            at += 1
            continue
        number = spelled(tokens, at, lang) if begins(tokens, at, lang) else None
        if number:
            start, end = tokens[at].start, tokens[number.end - 1].end
            yield _Number(Decimal(number.value), start, end, number.weak, number.ordinal)
            at = number.end
            continue
        kind, value = vocabulary(lang).get(tokens[at].fold, ("", ""))
        if kind == "weak":
            yield _Number(Decimal(value), tokens[at].start, tokens[at].end, weak=True)
        elif kind.startswith("ordinal"):
            weak = kind.endswith("weak") or (at > 0 and tokens[at - 1].text == "-")
            yield _Number(Decimal(value), tokens[at].start, tokens[at].end, weak=weak, ordinal=True)
        at += 1


def _others(text: str, lang: str, tokens: Sequence[Token]) -> Iterator[Fact]:
    """Vague numbers, fractions, Roman ordinals."""
    words, fractions = vocabulary(lang), _FRACTIONS[lang]
    for index, token in enumerate(tokens):
        if token.fold in words and words[token.fold][0] == "vague":
            yield Fact("number", words[token.fold][1], token.start, token.end, token.text, weak=True)
        fraction = fractions.get(token.fold)
        if fraction:
            times = _MULTIPLES.get(tokens[index - 1].fold, 1) if index else 1
            value = fraction if times == 1 or fraction == "1/2" else f"{times}{fraction[1:]}"
            yield Fact("fraction", value, token.start, token.end, token.text, weak=True)
        if token.text in _FRACTION_SIGNS:
            yield Fact("fraction", _FRACTION_SIGNS[token.text], token.start, token.end, token.text, weak=True)
    for m in _ROMAN[lang].finditer(text):
        yield Fact("ordinal", str(_roman(m.group(1))), m.start(), m.end(), m.group())


def _roman(letters: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in letters]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


@cache
def _units(lang: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    column = 2 if lang == "fr" else 3
    known = {form: (row[0], row[1]) for row in rows("units.tsv") for form in row[column].split("|")}
    forms = sorted(known, key=len, reverse=True)
    pattern = "|".join(re.escape(f).replace(r"\ ", r"\s") for f in forms)
    return re.compile(rf"(?:{_SPACE}|-|\s)?(?:d['’]|de\s)?({pattern})(?![\w²³])"), known


def _with_unit(text: str, lang: str, number: _Number) -> Fact:
    value, start, end = plain(number.value), number.start, number.end
    if number.ordinal:
        return Fact("ordinal", value, start, end, text[start:end], number.weak)
    before = _MONEY_BEFORE.search(text[max(0, start - 5) : start])
    if before:
        currency = {"eur": "EUR", "gbp": "GBP", "usd": "USD"}[str(before.lastgroup)]
        start -= len(before.group())
        return Fact("amount", f"{value} {currency}", start, end, text[start:end])
    pattern, known = _units(lang)
    m = pattern.match(text, end)
    if not m:
        return Fact("number", value, start, end, text[start:end], number.weak)
    form = re.sub(r"\s", " ", m.group(1))
    kind, unit = known[form]
    fact = Fact(kind, f"{value} {unit}".strip(), start, m.end(), text[start : m.end()], number.weak)
    if kind == "amount" and unit == "cent":
        return replace(fact, kind="measure")
    return fact
