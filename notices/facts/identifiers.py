"""Addresses and numbers that name a thing: URL, e-mail, telephone, legal reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notices.facts.fact import Fact
from notices.facts.tokens import fold

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>«»\"”)\]]+", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.)+"
    r"(?:fr|gg|com|org|net|eu|gouv|info|io|be|ch|ca|uk|de|int|edu|gov|app|bzh|re|paris|tv|me|co)\b(?:/[^\s<>«»\"”)\]]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.,-])(?:(?:\+|00)\d{1,3}[\s.-]?(?:\(0\)\s?)?\d(?:[\s.-]?\d{2}){4}|0\d(?:[\s.-]?\d{2}){4}"
    r"|0\s?8\d{2}(?:\s?\d{3}){2}|3\d\s\d{2}(?=\s*[).,;]|\s*$))(?![\w-]|[.,]\d)"
)

# An article of a French code carries its letter: L. 123-4, R*. 421-1, D 12.
# Others are bare or have sub-divisions: 12(3)a).
_ARTICLE = (
    r"(?:[LRDA]\s?\*{0,2}\s?\.?\s?\*{0,2}\s?)?\d{1,5}(?:[-‑–.]\d{1,4})*(?:\s?(?:bis|ter|quater|quinquies)\b)?"
)
_SUB = r"(?:\s?\(?[a-z0-9]{1,5}(?:\.\d{1,3})?\))*"
_ID = re.compile(_ARTICLE + _SUB)
_LETTERED = re.compile(
    r"(?<![\w.])[LRDA]\s?\*{0,2}\s?\.?\s?\*{0,2}\s?\d{1,5}(?:[-‑–.]\d{1,4})+(?![\w])" + _SUB
)
_WORD = (
    r"(?:articles?|arts?\.?|sections?|ss?\.|subsections?|paragraphs?|paragraphes?"
    r"|alin[ée]as?|al\.|sous-alin[ée]as?|subparagraphs?|clauses?|§§?)"
)
_REFERENCE = re.compile(
    rf"(?<!\w){_WORD}\s+(?P<ids>{_ARTICLE}{_SUB}(?:(?:\s?,\s?|\s(?:et|and|ou|or|à|to|and/or)\s)(?:\bl'article\s|section\s)?{_ARTICLE}{_SUB})*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:loi|d[ée]cret|arr[êe]t[ée]|ordonnance|d[ée]lib[ée]ration|r[èe]glement|directive|law|act|decree|order|ordinance|regulation|circulaire)"
    r"(?:\s\([A-Z]{2,3}\))?\s+(?:[\w'’é-]+\s+){0,2}?(?:n\s?[°ºo]s?\.?|No\.?|number|num[ée]ro)\s?(?P<id>\d[\w./-]*\d|\d+)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_POINT = re.compile(r"(?i)www\.|://|\.[a-z]")
"""No address of a site is without it."""
_SEPARATORS = re.compile(r"[^a-z0-9]+")


def find_identifiers(text: str, lang: str) -> tuple[Fact, ...]:
    """URLs, domains, e-mail addresses, telephone numbers and legal references, none inside another."""
    found: list[Fact] = []
    for fact in _candidates(text, lang):
        if not any(fact.start < f.end and f.start < fact.end for f in found):
            found.append(fact)
    return tuple(found)


def _candidates(text: str, lang: str) -> Iterator[Fact]:
    if "@" in text:
        yield from (_fact("email", m.group().lower(), m) for m in _EMAIL.finditer(text))
    if _POINT.search(text):
        yield from (
            _fact("url", _address(m.group()), m, _address(m.group(), keep=True)) for m in _URL.finditer(text)
        )
        yield from (
            _fact("url", _address(m.group()), m, _address(m.group(), keep=True))
            for m in _DOMAIN.finditer(text)
        )
    if _DIGIT.search(text):
        yield from (_fact("phone", _phone(m.group()), m) for m in _PHONE.finditer(text))
        for m in _NUMBERED.finditer(text):
            value = m.group("id")
            yield Fact("reference", identifier(value), m.start("id"), m.end("id"), value)
        for m in _REFERENCE.finditer(text):
            yield from _ids(text, m.start("ids"), m.end("ids"))
        yield from (_fact("reference", identifier(m.group()), m) for m in _LETTERED.finditer(text))


def _fact(kind: str, value: str, match: re.Match[str], text: str | None = None) -> Fact:
    text = match.group() if text is None else text
    return Fact(kind, value, match.start(), match.start() + len(text), text)


def _ids(text: str, start: int, end: int) -> Iterator[Fact]:
    for m in _ID.finditer(text, start, end):
        # "1er" is an ordinal and "3 à" a range: the figures alone name the article.
        yield _fact("reference", identifier(m.group()), m)


def identifier(text: str) -> str:
    """A reference by its letters and figures alone: "L. 123-4" is "l123.4", "12(3)a)" is "12.3.a"."""
    joined = _SEPARATORS.sub(".", fold(text)).strip(".")
    return re.sub(r"^([lrda])\.", r"\1", joined)


def _address(text: str, *, keep: bool = False) -> str:
    text = text.rstrip(".,;:!?…'’")
    if keep:
        return text
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.lower()).rstrip("/")


def _phone(text: str) -> str:
    """Figures alone; the French country code is undone."""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if text.lstrip().startswith(("+", "00")):
        digits = re.sub(r"^(?:00)?", "", digits)
        return "0" + digits[2:] if digits.startswith("33") else "+" + digits
    return digits
