"""French telephone numbers, pairwise; numbers of companies, by threes."""

from __future__ import annotations

import re

from voices.pronunciation import figures
from voices.pronunciation.french_numbers import FIGURES
from voices.pronunciation.rules import Match, Rule


def _pairs(match: Match) -> str:
    """`05 55 12 34 56` -> zéro cinq, cinquante-cinq, douze, trente-quatre, cinquante-six."""
    return _pairs_of(match["number"])


def _pairs_of(written: str) -> str:
    return figures.in_pairs(figures.only_figures(written), "fr")


def _free(match: Match) -> str:
    """`0 800 123 456` -> zéro huit cents, cent vingt-trois, quatre cent cinquante-six."""
    number = figures.only_figures(match["number"])
    return ", ".join(figures.plain(part, "fr") for part in (number[:4], number[4:7], number[7:]))


def _abroad(match: Match) -> str:
    """`+33 1 82 97 04 80` -> plus trente-trois, un, quatre-vingt-deux, quatre-vingt-dix-sept, ..."""
    number = figures.only_figures(match["number"])
    odd = len(number) % 2
    head = [figures.plain(number[:odd], "fr")] if odd else []
    said = ", ".join([*head, figures.in_pairs(number[odd:], "fr")])
    return f"plus {figures.plain(match['country'], 'fr')}, {said}"


def _short(match: Match) -> str:
    """`le 3237` -> le trente-deux trente-sept; `le 118 000` by threes."""
    number = figures.only_figures(match["number"])
    if len(number) == 6:
        return f"{match['before']}{figures.plain(number[:3], 'fr')} {figures.plain(number[3:], 'fr')}"
    return match["before"] + " ".join(figures.plain(number[at : at + 2], "fr") for at in (0, 2))


def _company(match: Match) -> str:
    """`SIRET 123 456 789 00012`: by threes, then the establishment's five figures."""
    return str(match["before"]) + _company_number(match["number"])


def _company_number(written: str) -> str:
    number = figures.only_figures(written)
    parts = [number[at : at + 3] for at in (0, 3, 6)]
    if number[9:]:
        parts.append(number[9:])
    return ", ".join(figures.plain(part, "fr") for part in parts)


def _groups(match: Match) -> str:
    """Codes printed in groups (the number of social security, of an account): each group as a number."""
    return ", ".join(figures.plain(group, "fr") for group in match[0].split())


def _paris_post(match: Match) -> str:
    """`01000 Bourg` -> zéro un mille: a postal code's first zero, then the rest as a number."""
    code = match["code"]
    if code[1:2] == "1" and code[2:] == "000":
        return "zéro un mille"
    return figures.plain(code, "fr")


def _named_code(match: Match) -> str:
    """`CPV 45233140-2`: figure by figure, with the key that checks them."""
    key = f" tiret {figures.plain(match['key'][1:], 'fr')}" if match["key"] else ""
    return match["before"] + figures.figure_by_figure(match["code"], "fr") + key


def rules() -> tuple[Rule, ...]:
    """Rules for numbers that are not quantities."""
    gap = r"[ .-]?"
    dialled = (
        r"(?P<before>\b(?:(?:[aA]u|[lL]e|[cC]omposez le|[cC]omposer le|[fF]aites le|[nN]uméro"
        r"|[tT]él\.?(?:éphone)?|[aA]ppelez le|[aA]ppeler le|[nN]°|court)(?: ?:)? ?))"
    )
    return (
        Rule(
            "company",
            re.compile(
                r"(?P<before>\b(?:SIRET|Siret|siret|SIREN|Siren|siren|RCS(?: \w{2,30})?|R\.C\.S\.)"
                r"(?: ?(?:n°|:|no|N°)| ){0,3} ?)(?P<number>\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?)(?!\w)"
            ),
            _company,
            FIGURES,
            frozenset(("siret", "siren", "rcs", "r")),
        ),
        Rule(
            "telephone abroad",
            re.compile(
                r"(?<!\w)(?<!\d[ .-])\(?(?:\+|00 ?)"
                r"(?P<country>33|32|41|352|44|49|34|39|590|594|596|262|687|689"
                rf"|508)\)?{gap}(?:\(0\){gap})?(?P<number>\d{{1,3}}(?:{gap}\d{{2,3}}){{3,5}})(?!\d)"
            ),
            _abroad,
            "+0",
        ),
        Rule(
            "free number",
            re.compile(rf"(?<![\w.,])(?<!\d )(?P<number>0{gap}8\d\d{gap}\d{{3}}{gap}\d{{3}})(?!\d)"),
            _free,
            "0",
        ),
        Rule(
            "telephone by a head of four",
            re.compile(r"(?<![\w.,])(?P<head>08\d\d)(?P<rest>(?: \d\d){3})(?![\w])"),
            lambda match: f"{figures.plain(match['head'], 'fr')}, {_pairs_of(match['rest'])}",
            "0",
        ),
        Rule(
            "telephone",
            re.compile(rf"(?<![\w.,])(?<!\d )(?P<number>0[1-9](?:{gap}\d\d){{4}})(?![\d])"),
            _pairs,
            "0",
        ),
        Rule(
            "short number",
            re.compile(
                rf"{dialled}(?P<number>3\d\d\d|[31]\d \d\d|11[68] ?\d{{3}})(?= ?"
                r"(?:[).,;:!?(]|$|ou |et |pour |afin |gratuit|appel))"
            ),
            _short,
            FIGURES,
        ),
        Rule(
            "named code",
            re.compile(
                r"(?=[cegurfnimabCEGURFNIMAB])(?P<before>(?i:(?<!\w)(?:cpv|ean|gtin|uai|rna|finess|nir|codes?|codes?-barres|identifiant"
                r"|matricule|allocataire|contrat|client|facture|agrément|bordereau))(?: ?(?:n°|:)| ){0,3})"
                r"(?P<code>\d{7,20})(?P<key>-\d)?(?![\w]|[.,]\d)"
            ),
            _named_code,
            FIGURES,
        ),
        Rule(
            "permit",
            re.compile(r"(?<=[\w°] )(?P<number>\d{3} \d{3} \d\d )(?=[A-Z]? ?\d{4,5}(?!\w))"),
            lambda match: _groups(match) + ", ",
            FIGURES,
        ),
        Rule(
            "value added tax number",
            re.compile(r"(?<!\w)(?P<before>FR) ?(?P<key>\d\d) ?(?P<number>\d{3} ?\d{3} ?\d{3})(?!\w)"),
            lambda match: (
                f"{match['before']} {figures.plain(match['key'], 'fr')}, {_company_number(match['number'])}"
            ),
            FIGURES,
        ),
        Rule(
            "health mark",
            re.compile(r"(?<=\bFR )(?P<number>\d\d[.-]\d{3}[.-]\d{3})(?![\w])"),
            lambda match: " point ".join(
                figures.plain(part, "fr") for part in re.split("[.-]", match["number"])
            ),
            FIGURES,
        ),
        Rule(
            "social security number",
            re.compile(r"(?<![\w.,])[1-478] \d\d \d\d (?:\d\d|2[AB]) \d{3} \d{3}(?: \d\d)?(?![\w])"),
            _groups,
            FIGURES,
        ),
        Rule(
            "code in fours",
            re.compile(r"(?<![\w.,])\d{4}(?: \d{4}){2,6}(?: \d{1,4})?(?![\w])"),
            _groups,
            FIGURES,
        ),
        Rule(
            "postal code",
            re.compile(r"(?<![\w.,/-])(?P<code>0[1-9]\d{3})(?= (?:[A-ZÉÈÎ]))"),
            _paris_post,
            "0",
        ),
    )
