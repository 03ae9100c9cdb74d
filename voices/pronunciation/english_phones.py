"""Telephone numbers, postal codes and company numbers in English: figure by figure, in the groups printed."""

from __future__ import annotations

import re

from voices.pronunciation import figures
from voices.pronunciation.english_numbers import FIGURES
from voices.pronunciation.rules import Match, Rule


def _groups(written: str, size: int = 2) -> str:
    """`05 55 12` -> zero five, five five, one two; a run without gaps is cut in groups of `size`."""
    groups = re.findall(r"\d+", written)
    if len(groups) == 1:
        groups = [groups[0][at : at + size] for at in range(0, len(groups[0]), size)]
    return ", ".join(figures.figure_by_figure(group, "en") for group in groups)


def _telephone(match: Match) -> str:
    return _groups(match["number"])


def _abroad(match: Match) -> str:
    return f"plus {figures.figure_by_figure(match['country'], 'en')}, {_groups(match['number'])}"


def _dialled(match: Match) -> str:
    written = re.sub(r"(?<=\d) (?=\d)", "", match["number"])
    return match["before"] + re.sub(r"\d+", lambda run: figures.figure_by_figure(run[0], "en"), written)


def _company(match: Match) -> str:
    return match["before"] + _groups(match["number"], 3)


def rules() -> tuple[Rule, ...]:
    """Rules for numbers that are not quantities."""
    gap = r"[ .-]?"
    return (
        Rule(
            "company",
            re.compile(
                r"(?P<before>\b(?:SIRET|SIREN|RCS(?: \w{2,30})?)(?: number)?(?: ?:)? ?)"
                r"(?P<number>\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?)(?!\w)"
            ),
            _company,
            FIGURES,
        ),
        Rule(
            "telephone abroad",
            re.compile(
                r"(?<!\w)(?<!\d[ .-])(?:\+|00)(?P<country>1|33|32|41|352|44|49|34|39|262)"
                rf"{gap}(?:\(0\){gap})?"
                rf"(?P<number>\d{{1,4}}(?:{gap}\d{{2,4}}){{2,5}})(?!\d)"
            ),
            _abroad,
            "+0",
        ),
        Rule(
            "telephone",
            re.compile(
                rf"(?<![\w.,])(?<!\d )(?P<number>0[1-9](?:{gap}\d\d){{4}}"
                rf"|0{gap}8\d\d{gap}\d{{3}}{gap}\d{{3}}|0\d{{2,4}} \d{{3,4}} \d{{3,4}})(?!\d)"
            ),
            _telephone,
            "0",
        ),
        Rule(
            "dialled",
            re.compile(
                r"(?P<before>\b(?:[cC]all(?:ing)?|[dD]ial(?:ling)?|[pP]hone|[tT]elephone|[rR]ing"
                r"|[hH]elpline|[hH]otline|[sS]hort number)"
                r"(?: on)?(?: the)?(?: number)?:? )"
                r"(?P<number>\d{2,4}(?:(?:, | or )\d{2,4})*|\d\d \d\d|118 ?\d{3})(?![\w,/-]|[.]\d| \w*"
                r"(?:people|times|residents))"
            ),
            _dialled,
            FIGURES,
        ),
        Rule(
            "named code",
            re.compile(
                r"(?P<before>(?i:(?<!\w)(?:cpv|ean|gtin|barcode|codes?|identifier|number|no\.))(?: ?:)? )"
                r"(?P<number>\d{7,20})(?!\w|[.,]\d)"
            ),
            _dialled,
            FIGURES,
        ),
        Rule(
            "long code",
            re.compile(r"(?<![\w.,/-])(?P<before>)(?P<number>\d{10,})(?![\w/-]|[.,]\d)"),
            _dialled,
            FIGURES,
        ),
        Rule(
            "postal code",
            re.compile(
                r"(?<![\w.,/€£$-])(?P<before>)(?P<number>(?:0[1-9]|[1-8]\d|9[0-8])\d{3})"
                r"(?= [A-ZÉÈÎ][\w-]+)(?! (?:EUR|Euro))"
            ),
            _dialled,
            FIGURES,
        ),
    )
