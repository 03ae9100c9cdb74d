"""English numbers: whole, decimal, amounts, measures, ordinals, ranges."""

from __future__ import annotations

import re
from functools import cache

from voices.pronunciation import figures
from voices.pronunciation.rules import Match, Rule, any_of
from voices.pronunciation.tables import rows

FIGURES = "0123456789"
GROUPED = r"\d{1,3}(?:(?:,\d{3}){1,4}|(?: \d{3}){1,4})(?!\d)(?:\.\d{1,9}(?!\d))?"
NUMBER = rf"(?:{GROUPED}|\d{{1,15}}(?:[.,]\d{{1,9}})?(?!\d))"
"""A number as the English write it, or as a French notice left it: `23,000`, `23 000`, `0.5`, `0,5`."""
START = r"(?<![\w.,])(?<!\d[ /-])"
SIGN = r"(?:(?<![\w)])(?P<sign>[+±−](?= ?\d)|-(?=\d)) ?)?"
SIGNS = {"+": "plus ", "-": "minus ", "−": "minus ", "±": "plus or minus "}
_CURRENCIES = {
    "€": ("euro", "euros"), "$": ("dollar", "dollars"), "£": ("pound", "pounds"), "¥": ("yen", "yen"),
    "euro": ("euro", "euros"), "euros": ("euro", "euros"), "eur": ("euro", "euros"),
    "chf": ("Swiss franc", "Swiss francs"), "usd": ("dollar", "dollars"), "gbp": ("pound", "pounds"),
}  # fmt: skip
_MULTIPLES = {
    "k": "thousand",
    "m": "million",
    "M": "million",
    "bn": "billion",
    "Md": "billion",
    "Mds": "billion",
}


def parts(written: str) -> tuple[str, str]:
    """The figures before and after the decimal sign: `1,250.50` -> 1250, 50; `3,52` -> 3, 52."""
    written = written.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        written = written.replace(",", "")
    before, _, after = written.replace(",", ".").partition(".")
    return before, after


def number(written: str) -> str:
    """A number as said: `two point zero five`; decimals one by one."""
    before, after = parts(written)
    said = figures.plain(before, "en")
    return f"{said} point {figures.figure_by_figure(after, 'en')}" if after else said


def plural(said: str) -> str:
    """More than one of a number: `eighteens`, `twenties`."""
    return said[:-1] + "ies" if said.endswith("y") else said + "s"


def is_one(written: str) -> bool:
    """Whether a noun after this number is singular."""
    before, after = parts(written)
    return not after and before.lstrip("0") == "1"


def ordinal(value: int) -> str:
    """`first`, `twenty-eighth`."""
    return figures.ordinal(value, "en")


# ---- amounts ---------------------------------------------------------------------------------


def _money(match: Match) -> str:
    """`€500,000` -> five hundred thousand euros; `£3.50` -> three pounds fifty."""
    written, multiple = match["number"], match["multiple"]
    one, many = _CURRENCIES[match["currency"].lower()]
    if _qualifies(match):
        many = one
    before, after = parts(written)
    if multiple:
        said = f"{number(written)} {_MULTIPLES.get(multiple.strip(), multiple.strip())} {many}"
    elif len(after) > 2:
        said = f"{number(written)} {many}"
    else:
        said = _units_and_cents(before, after, one, many)
    return SIGNS.get(match["sign"] or "", "") + said + _per(match["per"])


_NOUN_AHEAD = re.compile(
    r" (?!(?:a|an|the|in|of|per|to|for|from|on|and|or|at|by|as|with|is|was|each|excl|incl|before|after)\b)"
    r"[a-z]{3}"
)


def _qualifies(match: Match) -> bool:
    """Whether an amount tells what kind of thing follows: `a €500 fine` is a five hundred euro fine."""
    before = match.string[max(0, match.start() - 5) : match.start()].lower()
    return bool(re.search(r"(?:^|\W)an? $", before)) and bool(_NOUN_AHEAD.match(match.string, match.end()))


def _units_and_cents(before: str, after: str, one: str, many: str) -> str:
    cents = int((after + "00")[:2]) if after else 0
    name = one if int(before or 0) == 1 else many
    if not cents:
        return f"{figures.plain(before, 'en')} {name}"
    small = {"pound": "p" if cents != 1 else "penny"}.get(one, "cent" if cents == 1 else "cents")
    if not int(before):
        return f"{figures.cardinal(cents, 'en')} {'pence' if small == 'p' else small}"
    return f"{figures.plain(before, 'en')} {name} {figures.cardinal(cents, 'en')}"


# ---- measures --------------------------------------------------------------------------------


_EACH = (
    "second minute hour day night week month quarter year person household pupil child inhabitant group class"
    " team session lesson family adult vehicle"
).split()
"""Words before which a slash is `per`: three times/day."""


@cache
def units() -> dict[str, tuple[str, str]]:
    """Measures by symbol: for one, for many."""
    return {symbol: (one, many or one + "s") for symbol, one, many in rows("en", "units")}


def _measure(match: Match) -> str:
    one, many = units()[match["unit"]]
    name = (
        one
        if is_one(match["number"]) or match["hyphen"] or match["unit"] == one or _qualifies(match)
        else many
    )
    low = f"{number(match['low'])} to " if match.groupdict().get("low") else ""
    return f"{low}{SIGNS.get(match['sign'] or '', '')}{number(match['number'])} {name}{_per(match['per'])}"


def _bare_measure(match: Match) -> str:
    return units()[match["unit"]][1] + _per(match["per"])


def _per(symbols: str | None) -> str:
    said = ""
    for symbol in (symbols or "").strip(" /").split("/"):
        count = re.match(r"\d+", symbol.strip())
        names = units().get(symbol.strip().lstrip(FIGURES + " "))
        if names:
            said += f" per {number(count[0])} {names[1]}" if count else f" per {names[0]}"
    return said


def _percent(match: Match) -> str:
    name = {"%": "per cent", "‰": "per thousand"}[match["unit"]]
    low = f"{number(match['low'])} to " if match["low"] else ""
    return f"{SIGNS.get(match['sign'] or '', '')}{low}{number(match['number'])} {name}"


# ---- plain numbers ---------------------------------------------------------------------------


def _counted(match: Match) -> str:
    return SIGNS.get(match["sign"] or "", "") + number(match["number"])


def _range(match: Match) -> str:
    return f"{number(match['low'])} to {number(match['high'])}"


def _fraction(match: Match) -> str:
    above, below = int(match["above"]), int(match["below"])
    if above == 1 and below == 2:
        return "one half"
    if 0 < above < below and below in (3, 4, 5, 8, 10, 100, 1000):
        name = "quarter" if below == 4 else ordinal(below)
        return f"{figures.cardinal(above, 'en')} {name}{'s' if above > 1 else ''}"
    return f"{figures.cardinal(above, 'en')} out of {figures.cardinal(below, 'en')}"


def _ordinal(match: Match) -> str:
    return ordinal(int(match["number"].replace(",", "")))


def last_figures(match: Match) -> str:
    """Figures that no rule has said."""
    return f" {figures.plain(match[0], 'en')} "


def amounts() -> tuple[Rule, ...]:
    """Rules for money, percentages and measures."""
    names = any_of(units())
    per = rf"(?P<per>(?: ?/ ?(?:\d{{1,4}} ?)?{names}(?![\w°²³])){{1,3}})?"
    symbols = r"(?P<currency>€|£|\$|¥|(?i:euros?|EUR|CHF|USD|GBP)(?!\w))"
    multiple = r"(?P<multiple> (?:thousand|million|billion|trillion)(?!\w)| ?(?:bn|Mds?|[kmM])(?!\w))?"
    value = rf"{START}{SIGN}(?P<number>{NUMBER})"
    return (
        Rule(
            "plural of a number",
            re.compile(r"(?:(?<=[uU]nder[ -])|(?<=[oO]ver[ -]))(?P<number>\d{1,2})'?s(?!\w)"),
            lambda match: plural(figures.plain(match["number"], "en")),
            "s",
        ),
        Rule("each", re.compile(rf"(?<=[a-z³²]) ?/ ?(?={any_of(_EACH)}(?!\w))"), " per ", "/"),
        Rule(
            "times",
            re.compile(
                r"(?<=\d) ?[x×] ?(?=\d{1,4}(?:[.,]\d{1,3})? ?(?:[kmμ]?g|[cm]?[lL]|litres?|tablets?)(?!\w))"
            ),
            " times ",
            "x×",
        ),
        Rule(
            "by",
            re.compile(r"(?:(?<=\d)|(?<=\dm)|(?<=\d m)|(?<=[cm]m)|(?<=\d ft)) ?[x×] ?(?=\d)"),
            " by ",
            "x×",
        ),
        Rule(
            "mark out of",
            re.compile(
                r"(?<![\w,./-])(?P<above>\d{1,3}[.,]\d{1,2}) ?/ ?(?P<below>5|10|20|100)(?![\w/-]|[.,]\d)"
            ),
            lambda match: f"{number(match['above'])} out of {figures.plain(match['below'], 'en')}",
            "/",
        ),
        Rule(
            "money sign before",
            re.compile(
                r"(?P<sign>(?<![\w)])[+−-])?(?<![\w€£$])(?P<currency>[€£$¥]) ?"
                rf"(?P<number>{NUMBER}){multiple}{per}"
            ),
            _money,
            "€£$¥",
        ),
        Rule(
            "money code before",
            re.compile(
                rf"(?<!\w)(?P<sign>(?!))?(?P<currency>EUR|USD|GBP|CHF) ?(?P<number>{NUMBER}){multiple}{per}"
            ),
            _money,
            FIGURES,
            frozenset(("eur", "usd", "gbp", "chf")),
        ),
        Rule(
            "money",
            re.compile(rf"{value}(?P<multiple> ?(?:bn|Mds?|[kM])(?=€))? ?{symbols}{per}"),
            _money,
            FIGURES,
        ),
        Rule(
            "percent",
            re.compile(
                rf"{START}{SIGN}(?:(?P<low>{NUMBER}) ?%? ?[-–] ?)?(?P<number>{NUMBER}) ?(?P<unit>[%‰])"
            ),
            _percent,
            "%‰",
        ),
        Rule(
            "measure",
            re.compile(
                rf"{START}{SIGN}(?:(?P<low>{NUMBER}) ?[-–] ?)?(?P<number>{NUMBER}) ?(?P<hyphen>-?)"
                rf"(?P<unit>{names}){per}(?![\w°²³'])"
            ),
            _measure,
            FIGURES,
        ),
        Rule(
            "measure alone",
            re.compile(rf"(?<![\w/.-])(?P<unit>{names})(?P<per> ?/ ?{names}(?: ?/ ?{names})?)(?![\w°²³'])"),
            _bare_measure,
            "/",
        ),
    )


def ordinals() -> tuple[Rule, ...]:
    """Rules for `1st`, `2nd`, `21st`."""
    return (
        Rule(
            "ordinal",
            re.compile(
                r"(?<![\w,.])(?P<number>\d{1,3}(?:,\d{3})?|\d{1,6}) ?(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)"
            ),
            _ordinal,
            FIGURES,
        ),
    )


_WINDS = {"N": "north", "S": "south", "E": "east", "W": "west", "O": "west"}


def _degrees(match: Match) -> str:
    """`44°08'12''N` -> forty-four degrees eight minutes twelve seconds north."""
    said = []
    for group, name in (("degrees", "degree"), ("minute", "minute"), ("second", "second")):
        if match[group]:
            value = re.sub(r"^0(?=\d)", "", match[group])
            said.append(f"{number(value)} {name}{'' if is_one(value) else 's'}")
    return " ".join([*said, _WINDS.get(match["wind"] or "", "")]).strip()


def coordinates() -> tuple[Rule, ...]:
    """Rules for latitude and longitude."""
    return (
        Rule(
            "degrees",
            re.compile(
                r"(?<![\w.,])(?P<degrees>\d{1,3}) ?° ?(?P<minute>\d{1,2}(?:[.,]\d{1,6})?) ?'{1,2} ?(?:"
                r"(?P<second>\d{1,2}(?:[.,]\d{1,6})?)(?: ?'{1,2})? ?)?(?P<wind>[NSEOW](?!\w))?"
            ),
            _degrees,
            "°",
        ),
    )


def numbers() -> tuple[Rule, ...]:
    """Rules for what is still in figures."""
    return (
        Rule(
            "fraction",
            re.compile(r"(?<![\w,./-])(?P<above>\d{1,3})/(?P<below>\d{1,4})(?![\w/-]|[.,]\d)"),
            _fraction,
            "/",
        ),
        Rule(
            "range",
            re.compile(rf"(?<![\w./-])(?P<low>{NUMBER}) ?[-–] ?(?P<high>{NUMBER})(?![\w/-]|[.,]\d)"),
            _range,
            FIGURES,
        ),
        Rule(
            "number",
            re.compile(
                r"(?<![\w.,])(?:(?P<sign>(?<!\w)[+±−](?= ?\d)|(?<=[\s(])-(?=\d)) ?)?"
                rf"(?P<number>{NUMBER})(?!\w)(?![.,]\d)"
            ),
            _counted,
            FIGURES,
        ),
        Rule("last figures", re.compile(r"\d+"), last_figures, FIGURES),
    )
