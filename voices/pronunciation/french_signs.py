"""French signs that say something between numbers and words: `x`, `/`, `+/-`, `→`, `Ø`, `N-O`."""

from __future__ import annotations

import re

from voices.pronunciation import figures
from voices.pronunciation.french_numbers import NUMBER, is_many, units, whole
from voices.pronunciation.french_numbers import number as french_number
from voices.pronunciation.rules import Match, Rule, any_of

_TIMED = (
    r"(?:voies|fois|mois|ans?|jours?|semaines?|heures?|min|h|j|[cm]?[lL]|k?g|mg|t|[€%]|k?[WV]A?c?|euros?)"
)
"""What is taken several times, where a length would be the side of a thing."""

_PERIODS = (
    "jour j semaine sem. sem mois an année trimestre semestre saison heure nuit personne pers. pers habitant"
    " hab. hab foyer élève enfant famille ménage classe groupe équipe salarié agent séance véhicule logement"
    " km ha m² m3 m³ litre"
).split()
_WINDS = {"N": "nord", "S": "sud", "E": "est", "O": "ouest", "W": "ouest"}


def rules() -> tuple[Rule, ...]:
    """Rules for signs, while the numbers beside them are still in figures."""
    per = rf"(?P<unit>{any_of(_PERIODS)})(?![\w°²³])"
    return (
        Rule("until", re.compile(r"(?<=[\dhH]) ?→ ?(?=\d)"), " à ", "→"),
        Rule(
            "towards",
            re.compile(r"(?<!\w)(?P<start>[A-ZÀ-Ý][\w'-]{1,40})(?: ?→ ?| > )(?=[A-ZÀ-Ý])"),
            r"\g<start> vers ",
            "→>",
        ),
        Rule(
            "product",
            re.compile(r"(?<=[\])\d]) ?\* ?(?=\d{3}|[\d(\[]+ )|(?<=[\])]) ?\* ?(?=\d)"),
            " fois ",
            "*",
        ),
        Rule(
            "CAS number",
            re.compile(r"\bCAS(?=(?: ?:| n°| numéro)? ?\d{2,7}-\d\d-\d(?!\d))"),
            "C A S",
            "C",
        ),
        Rule("paragraph signs", re.compile("§§ ?"), " paragraphes ", "§"),
        Rule("arrow of signs", re.compile(r"=+> ?"), "→ ", ">"),
        Rule("star", re.compile(r"(?<=\d)\*(?=\d{2}(?!\w))"), " étoile ", "*"),
        Rule(
            "less",
            re.compile(rf"(?:(?<=: )|(?<=\())[-–−] (?={NUMBER} ?(?:[€%]|[kM]€|°C|[Ee]uros?|points?|pts))"),
            "-",
            "-–−",
        ),
        Rule(
            "temperatures",
            re.compile(r"(?<![\w./,-])(?P<low>\d{1,2}) ?[/–-] ?(?=\d{1,2} ?°C)"),
            r"\g<low> à ",
            "°",
        ),
        Rule("on behalf of", re.compile(r"(?<!\w)[Pp]/ ?(?=(?:l[ea] |l'|M\.|Mme ))"), "pour ", "/"),
        Rule(
            "sum in words",
            re.compile(r"(?<!\w)(?P<word>(?:million|milliard)s?) ?€"),
            r"\g<word> d'euros",
            "€",
        ),
        Rule(
            "parts",
            re.compile(
                r"(?<![\w,./-])(?P<above>\d{1,3}) ?/ ?(?P<below>[5-9]|\d{2,3}|\d{1,3} \d{3}) ?"
                r"(?:[èe]mes?|es?)(?!\w)"
            ),
            _parts,
            "/",
        ),
        Rule(
            "tie-break",
            re.compile(r"(?<=\d[-–/]\d \()(?P<one>\d{1,2}) ?[-–/] ?(?P<other>\d{1,2})(?=\))"),
            r"\g<one> à \g<other>",
            "(",
        ),
        Rule("glued per cent", re.compile(r"%(?=[^\W\d_])"), "% ", "%"),
        Rule(
            "age",
            re.compile(
                r"(?:(?<![\w-])(?P<sign>-(?=\d)|\+ ?)"
                r"|(?:(?<=gratuit )|(?<=réduit )|(?<=jeunes )|(?<=enfants )|(?<=: )|(?<=\())(?P<spaced>- ))"
                r"(?=\d{1,2} ans\b)"
            ),
            lambda match: "moins de " if match[0].startswith("-") else "plus de ",
            "-+",
        ),
        Rule(
            "degrees below",
            re.compile(r"(?<![\w°-])(?P<sign>[-−+]) ?(?P<number>\d{1,2}(?:,\d)?) ?°(?! ?[\dCF'])"),
            _below_zero,
            "°",
        ),
        Rule("degrees of weather", re.compile(r"(?<![\w,.])(?P<number>\d{1,2}) ?°(?! ?[\dCF'])"), _warm, "°"),
        Rule("plus or minus", re.compile(r"(?<![\w/])\+ ?/ ?[-−–] ?(?=\d)"), "± ", "+"),
        Rule("diameter", re.compile(r"(?<!\w)[ØøΦ] ?(?=\d)"), "diamètre ", "ØøΦ"),
        Rule(
            "less than",
            re.compile(r"(?:(?<=\()|(?<=[/,] )|(?<=\b[ld]es )|(?<=\b[dD]e ))[-−–] ?(?=de \d)"),
            "moins ",
            "-−–",
        ),
        Rule("winds", re.compile(r"(?<![\w-])(?P<one>[NS])-(?P<two>[EOW])(?![\w-])"), _winds, "-"),
        Rule(
            "times",
            re.compile(
                rf"(?<=[\dgLl€])(?:(?<=\d) ?| )[xX×] ?(?=par |/ ?[a-z]|{NUMBER} ?(?:/|{_TIMED}(?!\w)))"
                r"|(?<=[gLl€]) [xX×] (?=\d)"
            ),
            " fois ",
            "xX×",
        ),
        Rule("blood pressure", re.compile(r"(?<=\d) ?/ ?(?=\d{2,3} ?mmHg)"), " sur ", "/"),
        Rule("half of a cup", re.compile(r"(?<![\w,./-])1/2[ -]?(?=finales?\b)"), "demi-", "/"),
        Rule(
            "relay",
            re.compile(r"(?<![\w.,])(?P<runners>[3-9]) ?[xX×] ?(?=[1-9]\d?0 ?m(?!\w))"),
            r"\g<runners> fois ",
            "xX×",
        ),
        Rule(
            "by",
            re.compile(r"(?<=[\dm])(?:(?<=\d)|(?<=\dm)|(?<=\d m)|(?<=[cm]m)) ?[x×] ?(?=\d)"),
            " par ",
            "x×",
        ),
        Rule(
            "one in two",
            re.compile(
                r"(?P<counted>(?<!\w)\d{1,2} (?:jour|semaine|mois|an|personne|heure)s?) ?/ ?"
                r"(?=\d{1,3}(?![\w/]))"
            ),
            r"\g<counted> sur ",
            "/",
        ),
        Rule(
            "so many per",
            re.compile(rf"(?<![\w/.,-])(?P<counted>\d{{1,6}} ?[a-zà-ÿ]{{2,20}}\.?) ?/ ?{per}"),
            lambda match: f"{match['counted']}{_per(match)}",
            "/",
        ),
        Rule(
            "count per",
            re.compile(rf"(?<![\w/.,-])(?P<counted>\d{{1,6}}) ?/ ?{per}"),
            lambda match: f"{match['counted']}{_per(match)}",
            "/",
        ),
        Rule(
            "substance per",
            re.compile(
                rf"(?P<counted>(?<=[gt] )[A-Z][A-Za-z]{{0,2}}\d?(?:[A-Z][a-z]?\d?){{0,3}}) ?/ ?"
                rf"(?P<unit>{any_of(units())})(?![\w°²³])"
            ),
            lambda match: f"{match['counted']}{_per(match)}",
            "/",
        ),
    )


def _per(match: Match) -> str:
    """`3 séances/sem.` -> par semaine."""
    unit = match["unit"]
    known = units().get(unit)
    return f" par {known.one if known else unit}"


def _parts(match: Match) -> str:
    """`28/35e` -> vingt-huit trente-cinquièmes."""
    many = "s" if int(match["above"]) > 1 else ""
    below = int(figures.only_figures(match["below"]))
    return f"{whole(int(match['above']))} {figures.ordinal(below, 'fr')}{many}"


_WEATHER = re.compile(
    r"\bdegrés?\b|°C|\b[mM](?:axi|ini)(?:male?s?|mum)?\b|[Tt]empérature|\bfera|[Tt]hermom|[Cc]anicul|\bgel(?:ées?)?\b"
)


def _below_zero(match: Match) -> str:
    """`-2°` -> moins deux degrés."""
    value = french_number(match["number"])
    name = "degrés" if is_many(match["number"]) else "degré"
    return f"{'plus' if match['sign'] == '+' else 'moins'} {value} {name}"


def _warm(match: Match) -> str:
    """`30°` where temperatures are told; elsewhere `3°` numbers a paragraph."""
    if not _WEATHER.search(match.string):
        return match[0]
    return f"{match['number']} {'degrés' if is_many(match['number']) else 'degré'}"


def _winds(match: Match) -> str:
    """`N-O` -> nord-ouest."""
    return f"{_WINDS[match['one']]}-{_WINDS[match['two']]}"
