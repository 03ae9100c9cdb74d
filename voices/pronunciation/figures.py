"""Figures to words, on num2words, which is imported when the first number is said."""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 15
"""A number of more figures than this is read figure by figure."""

_BILLION = 10**9


@lru_cache(maxsize=8192)
def cardinal(number: int, lang: str) -> str:
    """A whole number from 0 to 10^15 in words: `vingt-trois mille`, `twenty-three thousand`."""
    if lang == "fr" and number >= 10**12:  # "mille milliards": nobody says "un billion"
        high, low = divmod(number, _BILLION)
        return f"{cardinal(high, lang)} milliards {cardinal(low, lang) if low else ''}".strip()
    return _num2words(number, lang, "cardinal").replace(",", "")


@lru_cache(maxsize=2048)
def ordinal(number: int, lang: str) -> str:
    """The ordinal in words, masculine in French: `premier`, `vingt et unième`, `twenty-first`."""
    words = _num2words(number, lang, "ordinal").replace(",", "")
    return words.replace("vingtsième", "vingtième")  # num2words 0.5.14 on 80


@lru_cache(maxsize=2048)
def english_year(number: int) -> str:
    """A year as the English say it: `nineteen eighty`, `twenty twenty-four`."""
    return _num2words(number, "en", "year").replace(",", "")


def figure_by_figure(figures: str, lang: str) -> str:
    """Each figure said alone: `zéro trois zéro`."""
    return " ".join(cardinal(int(figure), lang) for figure in figures)


def plain(figures: str, lang: str) -> str:
    """A run of figures as a number, its leading zeros one by one; a long code with them figure by figure."""
    if len(figures) > LONGEST or (len(figures) > 6 and figures.startswith("0")):
        return figure_by_figure(figures, lang)
    rest = figures.lstrip("0")
    zeros = figure_by_figure(figures[: len(figures) - len(rest)], lang)
    return f"{zeros} {cardinal(int(rest), lang)}".strip() if rest else zeros


def in_pairs(figures: str, lang: str) -> str:
    """Two figures at a time, as telephone numbers are said in French: `zéro cinq, cinquante-cinq`."""
    return ", ".join(plain(figures[at : at + 2], lang) for at in range(0, len(figures), 2))


def only_figures(text: str) -> str:
    """The figures of a text, without what separates them."""
    return re.sub(r"\D", "", text)


def _num2words(number: int, lang: str, kind: str) -> str:
    from num2words import num2words

    return str(num2words(number, lang=lang, to=kind))
