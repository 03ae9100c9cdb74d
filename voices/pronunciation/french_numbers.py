"""French numbers: whole, decimal, with their gender; amounts and measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from voices.pronunciation import figures
from voices.pronunciation.french_gender import feminine_ahead
from voices.pronunciation.rules import Match, Rule, any_of, first_words
from voices.pronunciation.tables import rows

FIGURES = "0123456789"
GROUPED = r"\d{1,3}(?:(?: \d{3}){1,4}|(?:\.\d{3}){1,4}|(?:'\d{3}){1,4})(?![\d])(?:,\d{1,9}(?!\d))?"
NUMBER = rf"(?:{GROUPED}|\d{{1,15}}(?:[.,]\d{{1,9}})?(?!\d))"
"""A number as the French write it: `23 000`, `1.250,50`, `0,5`, and `0.1` where a measure follows."""
START = r"(?<![\w.,])(?<!\d[ /-])"
SIGN = r"(?:(?<![\w)])(?P<sign>[+±−](?= ?\d)|-(?=\d)) ?)?"
SIGNS = {"+": "plus ", "-": "moins ", "−": "moins ", "±": "plus ou moins "}
_VOWEL = re.compile(r"[aeiouyàâéèêëîïôöùûühœ]", re.IGNORECASE)
_ASPIRATED = re.compile(r"h(?:a[iîrsuéàn](?!bit|lt|rmo|ss)|o(?:ll|ng|rs|c)|ér[oi]|uit|ub|ut)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure: its name for one and for many, and its gender."""

    symbol: str
    one: str
    many: str
    feminine: bool


def whole(number: int, feminine: bool = False) -> str:
    """A whole number; `feminine` makes a final `un` `une`: vingt et une pages."""
    words = figures.cardinal(number, "fr")
    return words + "e" if feminine and words.endswith("un") else words


def parts(written: str) -> tuple[str, str]:
    """The figures before and after the decimal sign of a number as written: `1.250,50` -> 1250, 50."""
    written = written.replace(" ", "").replace("'", "")
    if "," in written:
        before, after = written.split(",", 1)
        return before.replace(".", ""), after
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written) and not written.startswith("0"):
        return written.replace(".", ""), ""
    before, _, after = written.partition(".")
    return before, after


def number(written: str, feminine: bool = False, point: str = "virgule") -> str:
    """A number as said: `deux virgule zéro cinq`."""
    before, after = parts(written)
    if (len(before) > 1 and before.startswith("0")) or len(before) > figures.LONGEST:
        said = figures.plain(before, "fr")
    else:
        said = whole(int(before), feminine and not after)
    return f"{said} {point} {decimals(after)}" if after else said


def decimals(after: str) -> str:
    """What follows the decimal sign: up to three figures as a number, more one by one."""
    return figures.plain(after, "fr") if len(after) <= 3 else figures.figure_by_figure(after, "fr")


def is_many(written: str) -> bool:
    """Whether a noun after this number is plural: from two up in French."""
    before, _ = parts(written)
    return len(before) > figures.LONGEST or int(before) >= 2


def of(words: str, noun: str) -> str:
    """Number and noun, with `de` after a round million: `un million d'euros`."""
    if not words.endswith(("million", "millions", "milliard", "milliards")):
        return f"{words} {noun}"
    return f"{words} d'{noun}" if elides(noun) else f"{words} de {noun}"


def elides(noun: str) -> bool:
    """Whether `de` becomes `d'` before this word."""
    return bool(_VOWEL.match(noun)) and not _ASPIRATED.match(noun)


# ---- amounts ---------------------------------------------------------------------------------


def money(match: Match) -> str:
    """`500 000 €` -> cinq cent mille euros; `3,52 €` -> trois euros cinquante-deux."""
    written, multiple = match["number"], match["multiple"] or ""
    sign = SIGNS.get(match["sign"] or "", "")
    one, many, cents = _currency(match["currency"])
    before, after = parts(written)
    if multiple:
        said = _multiplied(before, after, multiple, one, many)
    elif len(after) > 2:
        said = of(number(written), many if is_many(written) else one)
    else:
        said = _with_cents(before, after, one, many, cents)
    return sign + said + _per(match.groupdict().get("per"))


def _multiplied(before: str, after: str, multiple: str, one: str, many: str) -> str:
    if multiple in ("k", "K"):
        value = int(before + (after + "000")[:3]) if len(after) <= 3 else 0
        return of(whole(value), many if value >= 2 else one)
    name = "million" if multiple == "M" else "milliard"
    plural = "s" if int(before) >= 2 else ""
    said = whole(int(before)) + (f" virgule {decimals(after)}" if after else "")
    return of(f"{said} {name}{plural}", many)


def _with_cents(before: str, after: str, one: str, many: str, cents: str) -> str:
    units = int(before)
    hundredths = int((after + "00")[:2]) if after else 0
    if not hundredths:
        return of(whole(units), many if units >= 2 else one)
    if not units:
        return f"{whole(hundredths)} {cents}{'s' if hundredths >= 2 else ''}"
    return f"{of(whole(units), many if units >= 2 else one)} {whole(hundredths)}"


def _currency(symbol: str) -> tuple[str, str, str]:
    names = {"$": ("dollar", "cent"), "£": ("livre", "penny"), "chf": ("franc suisse", "centime")}
    if symbol.lower() in ("fcp", "xpf", "f cfp"):
        return "franc pacifique", "francs pacifiques", "centime"
    if symbol == "FF":
        return "franc", "francs", "centime"
    one, cents = names.get(symbol.lower(), ("euro", "centime"))
    many = "francs suisses" if one == "franc suisse" else one + "s"
    return one, many, cents


_CURRENCY = r"(?P<currency>€|£|\$|(?:[Ee]uros?|EUR(?:OS?)?|CHF|FF)(?!\w))"
_MULTIPLE = r"(?P<multiple>[kK]|Mrds?|Mds?|M)?"


def _cents(match: Match) -> str:
    value = match["number"]
    return f"{number(value)} centime{'s' if is_many(value) else ''}"


# ---- measures --------------------------------------------------------------------------------


@cache
def units() -> dict[str, Unit]:
    """The table of measures by symbol."""
    return {
        symbol: Unit(symbol, one, many or one + "s", gender == "f")
        for symbol, one, many, gender in rows("fr", "units")
    }


def measure(match: Match) -> str:
    """`-5 °C` -> moins cinq degrés Celsius; `15 mg/l` -> quinze milligrammes par litre."""
    written, unit = match["number"], units()[match["unit"]]
    before, after = parts(written)
    if unit.symbol == "m" and len(after) == 2 and after[0] != "0" and int(before):
        name = unit.many if is_many(written) else unit.one
        return f"{whole(int(before))} {name} {whole(int(after))}{_per(match['per'])}"
    said = of(number(written, unit.feminine), unit.many if is_many(written) else unit.one)
    return SIGNS.get(match["sign"] or "", "") + said + _per(match["per"])


def _measure_range(match: Match) -> str:
    """`10-15 km` -> dix à quinze kilomètres."""
    return f"{number(match['low'], units()[match['unit']].feminine)} à {measure(match)}"


def _land(match: Match) -> str:
    """`2 ha 05 a 10 ca` -> deux hectares cinq ares dix centiares."""
    names = (("ha", "hectare"), ("a", "are"), ("ca", "centiare"))
    return " ".join(
        f"{whole(int(match[group]))} {name}{'s' if is_many(match[group]) else ''}"
        for group, name in names
        if match[group]
    )


def bare_measure(match: Match) -> str:
    """`en mg/l` -> en milligrammes par litre."""
    return units()[match["unit"]].many + _per(match["per"])


def _per(symbols: str | None) -> str:
    """`/m²/h` -> par mètre carré par heure; `/100 ml` -> pour cent millilitres; `/m².an`: et par an."""
    said = ""
    for sign, count, symbol in _one_per().findall(symbols or ""):
        unit = units()[symbol]
        per = " par" if sign == "/" else " et par"
        said += f" pour {whole(int(count))} {unit.many}" if count else f"{per} {unit.one}"
    return said


@cache
def _one_per() -> re.Pattern[str]:
    return re.compile(rf"([/.·]) ?(?:(\d{{1,4}}) ?)?({any_of(units())})(?![\w°²³])")


_AND_PER = r"(?:[.·] ?(?:an|mois|jour|j|h|s)(?!\w))?"


def _percent(match: Match) -> str:
    name = {"%": "pour cent", "‰": "pour mille"}[match["unit"]]
    return f"{SIGNS.get(match['sign'] or '', '')}{number(match['number'])} {name}"


# ---- plain numbers ---------------------------------------------------------------------------


def _word_multiple(match: Match) -> str:
    """`5 millions`, `1,5 milliard`: the number alone is said, its noun is already a word."""
    return SIGNS.get(match["sign"] or "", "") + number(match["number"]) + " "


def counted(match: Match) -> str:
    """A number before a noun or alone: `21 pages` -> vingt et une pages."""
    written = match["number"]
    before, _ = parts(written)
    feminine = before.endswith("1") and feminine_ahead(match.string, match.end())
    point = "virgule" if "," in written else "point"
    said = number(written, feminine, point)
    sign = SIGNS.get(match["sign"] or "", "")
    if said.endswith(("million", "millions", "milliard", "milliards")):
        following = re.match(r" (?!de |d')(\w+)", match.string[match.end() : match.end() + 40])
        if following and following[1][0].islower() and following[1] not in _NO_NOUNS:
            said += " d'" if elides(following[1]) else " de"
    return sign + said


_NO_NOUNS = frozenset(
    "à au aux de des du et ou en dans par pour sur sous avec sans le la les est sont a ont"
    " qui que dont ne".split()
)


def _fraction(match: Match) -> str:
    above, below = int(match["above"]), int(figures.only_figures(match["below"]))
    name = {2: "demi", 3: "tiers", 4: "quart"}.get(below)
    parted = (
        4 < below < 20 and (above == 1 or below not in (10, 12)) and _SHARED.match(match.string, match.end())
    )
    if match["ordinal"] or (below >= 1000 and above == 1) or (parted and above < below):
        return f"{whole(above)} {figures.ordinal(below, 'fr')}{'s' if above > 1 else ''}"
    if name and above < below:
        return f"{whole(above)} {name}{'s' if above > 1 and name == 'quart' else ''}"
    if above == 1 and below in (10, 100):
        return f"un {figures.ordinal(below, 'fr')}"
    return f"{whole(above)} sur {whole(below)}"


_SHARED = re.compile(r" (?:d(?:e|u|es|'\w+)|finale)\b")
"""What is parted follows: 3/5 des voix, 1/8 de finale; a mark out of ten has nothing behind it."""
_PLACE_AHEAD = re.compile(r" [A-ZÀ-Ý]")


def range_words(match: Match) -> str:
    """`10-15` -> dix à quinze; both ends take the gender of what is counted."""
    if " " in match[0] and _PLACE_AHEAD.match(match.string, match.end()) and len(match["high"]) == 5:
        return f"{number(match['low'])}, {number(match['high'])}"  # BP 505 - 97440 Saint-André
    feminine = feminine_ahead(match.string, match.end())
    return f"{number(match['low'], feminine)} à {number(match['high'], feminine)}"


def _long_code(match: Match) -> str:
    """Ten figures and more without a space between thousands are a code, read one by one."""
    return figures.figure_by_figure(match[0], "fr")


def last_figures(match: Match) -> str:
    """Figures that no rule has said."""
    return f" {figures.plain(match[0], 'fr')} "


def amounts() -> tuple[Rule, ...]:
    """Rules for money, percentages and measures."""
    names = any_of(units())
    per = rf"(?P<per>(?: ?/ ?(?:\d{{1,4}} ?(?![kM]?Hz|k?V|A|k?W))?{names}(?![\w°²³])){{1,3}}{_AND_PER})?"
    measured = rf"(?P<unit>{names}){per}(?![\w°²³']|-[A-Z\d])"
    value = rf"{START}{SIGN}(?P<number>{NUMBER})"
    return (
        Rule(
            "money range",
            re.compile(
                rf"{START}(?P<low>{NUMBER}) ?(?:[-–]|à) ?"
                rf"(?P<high>{NUMBER})(?= ?(?:k|M|Mds?)?€| [Ee]uros?\b)"
            ),
            range_words,
            FIGURES,
        ),
        Rule("from euros to euros", re.compile(rf"(?<=€) ?[-–] ?(?={NUMBER} ?€)"), " à ", "€"),
        Rule("money", re.compile(rf"{value} ?{_MULTIPLE} ?{_CURRENCY}{per}"), money, FIGURES),
        Rule(
            "money sign before",
            re.compile(rf"(?P<sign>(?!))?(?P<currency>[€$£]) ?(?P<multiple>(?!))?(?P<number>{NUMBER})"),
            money,
            "€$£",
        ),
        Rule(
            "cents",
            re.compile(rf"{START}(?P<number>{NUMBER}) ?(?:cts?|centimes?)(?!\w)"),
            _cents,
            FIGURES,
            first_words(["ct", "cts", "centime", "centimes"]),
        ),
        Rule(
            "percent range",
            re.compile(rf"{START}(?P<low>{NUMBER}) ?%? ?[-–] ?(?P<high>{NUMBER})(?= ?[%‰])"),
            range_words,
            "%‰",
        ),
        Rule("percent", re.compile(rf"{value} ?(?P<unit>[%‰])"), _percent, "%‰"),
        Rule(
            "measure range",
            re.compile(rf"{START}(?P<sign>)(?P<low>{NUMBER}) ?[-–] ?(?P<number>{NUMBER}) ?{measured}"),
            _measure_range,
            FIGURES,
        ),
        Rule(
            "land",
            re.compile(
                rf"{START}(?:(?P<ha>\d{{1,4}}) ?ha ?)?(?P<a>\d{{1,2}}) ?a"
                r"(?: ?(?P<ca>\d{1,2}) ?ca)?(?!\w)"
                r"(?:(?<=ca)|(?<=ha \d a)|(?<=ha \d\d a)|(?<=ha\d\da))"
            ),
            _land,
            FIGURES,
        ),
        Rule(
            "measure and figures",
            re.compile(rf"{START}(?P<sign>)(?P<number>\d{{1,4}}) ?(?P<unit>m)(?P<per>)(?=\d\d(?!\w))"),
            lambda m: measure(m) + " ",
            FIGURES,
        ),
        Rule("measure", re.compile(rf"{value} ?{measured}"), measure, FIGURES),
        Rule(
            "measure alone",
            re.compile(
                rf"(?<![\w/.-])(?P<unit>{names})(?P<per> ?/ ?(?:\d{{1,4}} ?)?{names}(?: ?/ ?{names})?"
                rf"{_AND_PER})(?![\w°²³'])"
            ),
            bare_measure,
            "/",
        ),
        Rule(
            "millions",
            re.compile(rf"{value} (?=(?:million|milliard)s?\b)"),
            _word_multiple,
            FIGURES,
            first_words(["million", "millions", "milliard", "milliards"]),
        ),
    )


_WINDS = {"N": "nord", "S": "sud", "E": "est", "O": "ouest", "W": "ouest"}


def _degrees(match: Match) -> str:
    """`47° 34' 12'' N` -> quarante-sept degrés trente-quatre minutes douze secondes nord."""
    said = f"{number(match['degrees'])} degré{'s' if is_many(match['degrees']) else ''}"
    for group, name in (("minute", "minute"), ("second", "seconde")):
        if match[group]:
            written = re.sub(r"^0(?=\d)", "", match[group])
            said += f" {number(written, True)} {name}{'s' if is_many(written) else ''}"
    return f"{said} {_WINDS.get(match['wind'] or '', '')}".strip()


def _decimal_degrees(match: Match) -> str:
    return f"{number(match['degrees'])} degrés {_WINDS[match['wind']]}"


def coordinates() -> tuple[Rule, ...]:
    """Rules for latitude and longitude."""
    return (
        Rule(
            "degrees",
            re.compile(
                r"(?<![\w.,])(?P<degrees>\d{1,3}) ?° ?(?P<minute>\d{1,2}) ?'{1,2} ?(?:"
                r"(?P<second>\d{1,2}(?:[.,]\d{1,6})?)(?: ?'{1,2})? ?)?(?P<wind>[NSEOW](?!\w))?"
            ),
            _degrees,
            "°",
        ),
        Rule(
            "decimal degrees",
            re.compile(r"(?<![\w.,])(?P<degrees>\d{1,3}[.,]\d{3,9}) ?°? ?(?P<wind>[NSEOW])(?![\w'])"),
            _decimal_degrees,
            ".,",
        ),
    )


def numbers() -> tuple[Rule, ...]:
    """Rules for what is still in figures once dates, hours, references and amounts are said."""
    return (
        Rule(
            "mark out of",
            re.compile(
                r"(?<![\w,./-])(?P<above>\d{1,3}[.,]\d{1,2}) ?/ ?(?P<below>5|10|20|100)(?![\w/-]|[.,]\d)"
            ),
            lambda match: f"{number(match['above'])} sur {whole(int(match['below']))}",
            "/",
        ),
        Rule(
            "fraction",
            re.compile(
                r"(?<![\w,./-])(?P<above>\d{1,3}) ?/ ?(?P<below>\d{1,3}(?: ?\d{3})?)"
                r"(?P<ordinal>e|ème|eme|è)?(?![\w/-]|[.,]\d)"
            ),
            _fraction,
            "/",
        ),
        Rule("long code", re.compile(r"(?<![\w.,/-])\d{10,}(?![\w/-]|[.,]\d)"), _long_code, FIGURES),
        Rule(
            "range",
            re.compile(rf"(?<![\w./-])(?P<low>{NUMBER}) ?[-–] ?(?P<high>{NUMBER})(?![\w/-]|[.,]\d)"),
            range_words,
            FIGURES,
        ),
        Rule(
            "number",
            re.compile(
                r"(?<![\w.,])(?:(?P<sign>(?<!\w)[+±−](?= ?\d)|(?<=[\s(])-(?=\d)) ?)?"
                rf"(?P<number>{NUMBER})(?![\w])(?![.,]\d)"
            ),
            counted,
            FIGURES,
        ),
    )
