"""French references: articles, laws and file numbers, ordinals, Roman numerals, numbered headings."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from voices.pronunciation import figures
from voices.pronunciation.french_numbers import FIGURES, GROUPED, units, whole
from voices.pronunciation.french_numbers import number as said_number
from voices.pronunciation.rules import Match, Rule, any_of, first_words

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")

_REFERENCE = rf"(?:{GROUPED}|\d{{1,15}}(?:[-–./]\d{{1,15}}){{0,6}}(?:-[IVX]{{1,4}}(?![\w'.])){{0,2}})"
_CODE_LETTER = r"(?:L\.?O|[LRDAC])(?:\*|\.|(?= ?\d)){1,2} ?\*?"
_ORDINAL_AHEAD = r" ?(?:er|ère|re|[èe]me)(?!\w)"


@cache
def _cited_numbers() -> str:
    """A list of cited numbers. Each is taken whole (`1 500` never as `1`), and none that counts something;
    after the first, one with thousands is a quantity: `n° 2025-03, 1 500 €`."""
    measured = any_of(symbol for symbol in units() if symbol != "a" and not re.fullmatch("[A-Z]", symbol))
    counts = rf" ?(?:(?:k|M|Mds?)?[€£$]|[%‰]|(?:{measured}|{_COUNTED})(?![\w°²³')]))"
    cited = rf"(?:{_CODE_LETTER})?(?>{_REFERENCE})(?![\w°%€]|,\d)(?!{_ORDINAL_AHEAD})(?!{counts})"
    return rf"{cited}(?:{_SEPARATOR}(?!\d{{1,3}}(?:[ ']\d{{3}})+(?!\d)){cited}){{0,20}}"


_COUNTED = r"[Ee]uros?|EUR(?:OS?)?|k?euros|CHF|FF|dollars?|francs?|centimes?|cts?|millions?|milliards?"
_CITING = (
    "article articles art. art arts. arts numéro numéros alinéa alinéas paragraphe paragraphes"
    " chapitre chapitres section sections titre annexe annexes point points décret décrets loi"
    " lois ordonnance arrêté arrêtés délibération délibérations règlement directive rubrique"
    " rubriques norme dossier parcelle parcelles lot lots référence réf. ref. version mandat titre"
    " recette dépense compte chapitre département"
).split()
_CITERS = any_of(_CITING)


def roman_value(numeral: str) -> int | None:
    """The value of a Roman numeral in capitals; None where it is none."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral] + [0]
    return sum(v if v >= after else -v for v, after in pairwise(values))


def ordinal(number: int, feminine: bool = False) -> str:
    """`premier`, `première`, `vingt et unième`."""
    if number == 1:
        return "première" if feminine else "premier"
    return figures.ordinal(number, "fr")


def reference(written: str) -> str:
    """`123-4` -> cent vingt-trois tiret quatre; `9.2.3` -> neuf point deux point trois."""
    if re.fullmatch(GROUPED, written) and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written):
        return said_number(written)
    said = []
    for piece in re.findall(r"\d+|-?[IVX]+|[-–./]", written):
        if piece.endswith(("I", "V", "X")):  # article 6-I
            said.append(_roman_said(piece.lstrip("-")))
        elif piece.isdecimal():
            said.append(
                figures.plain(piece, "fr") if len(piece) <= 6 else figures.figure_by_figure(piece, "fr")
            )
        else:
            said.append({"-": "tiret", "–": "tiret", ".": "point", "/": ","}[piece])
    return " ".join(said).replace(" ,", ",")


def _cited(match: Match) -> str:
    """Every reference of `articles L. 123-4 et 706-72`; what cites them stays as printed."""
    return match["head"] + _ONE_CITED.sub(_one_cited, match["list"])


_ONE_CITED = re.compile(rf"(?P<letter>{_CODE_LETTER})?(?P<number>{_REFERENCE})")


def _one_cited(match: Match) -> str:
    letters = " ".join(re.findall(r"[A-Z]", match["letter"] or ""))
    return f"{letters} {reference(match['number'])}".strip()


def _number_sign(match: Match) -> str:
    plural = match["plural"] or match[0].lower().startswith("nos")
    return "numéros " if plural else "numéro "


def _ordinal(match: Match) -> str:
    ending = match["ending"].lower()
    number = int(match["number"])
    if number == 1:
        plural = "s" if ending.endswith("s") else ""
        return ordinal(1, feminine=ending.startswith(("r", "è", "ere"))) + plural
    if number == 2 and ending.startswith("nd"):
        return "second" + ending[2:].replace("d", "")
    return ordinal(number) + ("s" if ending.endswith("s") else "")


def _roman_ordinal(match: Match) -> str:
    value, ending = roman_value(match["roman"]), match["ending"].lower()
    if value is None or value > 39:
        return match[0]
    plural = "s" if ending.endswith("s") else ""
    return ordinal(value, feminine=ending.startswith(("r", "è"))) + plural


def _headed_roman(match: Match) -> str:
    """`titre II`, `annexes I et IV`: the numerals after a word that is numbered."""
    return match["head"] + re.sub(r"\b[IVXLC]+\b", _roman_cardinal, match["list"])


def _roman_cardinal(match: Match) -> str:
    return _roman_said(match[0])


def _roman_said(numeral: str) -> str:
    value = roman_value(numeral)
    return numeral if value is None else whole(value)


def _ruler(match: Match) -> str:
    """`Louis XIV` -> Louis quatorze; `François I` -> François premier."""
    value = roman_value(match["roman"])
    if value is None:
        return match[0]
    return f"{match['name']} {'premier' if value == 1 else whole(value)}"


def _loose_roman(match: Match) -> str:
    return _roman_said(match["roman"])


def _enumerated(match: Match) -> str:
    """`1° ` that opens a line is said `premièrement`; `au 1° de l'article`, `au un de l'article`."""
    number = int(match["number"])
    return f"{ordinal(number, feminine=True)}ment, " if match["opens"] is not None else whole(number) + " "


def _heading_number(match: Match) -> str:
    """`1.2.3 Objet`, `2/ Motion`, `a) Objet` at the start: the number, then a pause."""
    return reference(match["number"].rstrip(".")) + ", "


_RULING = (
    "Louis Henri Charles François Napoléon Philippe Jean-Paul Pie Benoît Léon Édouard Edouard"
    " Albert Léopold Clovis Robert Guillaume Nicolas Alexandre Catherine Élisabeth Elisabeth"
    " Elizabeth Georges Richard Pierre Frédéric Childéric Dagobert Jean Alphonse Ferdinand Rainier"
    " Baudouin Grégoire Clément Urbain Innocent Paul"
).split()
_RULERS = any_of(_RULING)
_COUNTED_PARTS = (
    "titre livre chapitre section annexe partie tome volume phase acte classe type catégorie groupe"
    " niveau alinéa lot tranche zone paragraphe article point"
).split()
_NUMBERED = any_of(
    form + ending
    for word in _COUNTED_PARTS
    for form in (word, word.capitalize(), word.upper())
    for ending in ("", "s", "S")
)
_ORDINAL_ENDING = (
    r"(?P<ending>ers?|ères?|eres?|res?|nde?s?|[iI]?[èe]mes?|es?|è|ER|ÈRE|ERE|RE|ND|NDE|I?[ÈE]ME|E)"
)


_SEPARATOR = r"(?:, ?| et | ou | à | et/ou |; ?| , )"


def signs() -> tuple[Rule, ...]:
    """`n°` and its kin; the chambers of courts."""
    return (
        Rule("chamber", re.compile(r"(?<=\d[eè] )ch\.(?= |,|$)(?! [a-z]{2,4}\.)"), "chambre", "."),
        Rule(
            "n°",
            re.compile(
                r"(?<![^\W\d_])(?:[nN] ?°(?P<plural>s(?!\w))?|(?:[nN]o|NO(?=\.| ))(?=\.? ?\d)\.?"
                r"|[nN]os(?= ?\d{1,5}(?:, | et | à |-\d))|[nN]um\.(?= ?\d)) ?"
            ),
            _number_sign,
            "°oO.",
        ),
        Rule("bare n", re.compile(r"\bn (?=\d)"), "numéro ", FIGURES),
    )


def citations() -> tuple[Rule, ...]:
    """What `article`, `numéro`, `loi` and their like cite."""
    return (
        Rule(
            "gap in an article",
            re.compile(r"(?<!\w)(?P<head>[LRD]\.? ?\d{3})(?: (?=\d{1,2}-\d{1,2}(?![\d-]))|\. ?-(?=\d))"),
            r"\g<head>-",
            "LRD",
        ),
        Rule(
            "cited",
            re.compile(rf"(?i:(?P<head>(?<!\w){_CITERS} ?))(?P<list>{_cited_numbers()})"),
            _cited,
            FIGURES,
            first_words(_CITING),
        ),
        Rule(
            "numeral cited after an article",
            re.compile(r"(?:(?<=\d, )|(?<=bis, )|(?<=ter, ))(?P<roman>[IVX]{1,4})(?=[,;.)]|$| d[ue] )"),
            _loose_roman,
            "IVX",
        ),
        Rule(
            "code article",
            re.compile(
                rf"(?<![\w'])(?P<head>)(?P<list>(?:[LRD]\.? ?\*?|L\.?O\. ?|A\. )(?=\d)\d{{1,4}}"
                rf"(?:[-–.]\d{{1,4}}){{0,5}}(?!\w)(?:{_SEPARATOR}{_CODE_LETTER}{_REFERENCE}"
                rf"(?!\w)){{0,20}})"
            ),
            _cited,
            FIGURES,
        ),
    )


def standards() -> tuple[Rule, ...]:
    """The numbers of standards, and days counted from one."""
    return (
        Rule(
            "standard",
            re.compile(
                r"(?P<head>\b(?:EN|ISO|NF|CEI|IEC|DTU|NF [A-Z]|norme [A-Z]) )"
                rf"(?P<list>{_REFERENCE})(?![\w°%€])"
            ),
            _cited,
            FIGURES,
        ),
        Rule(
            "day counted from",
            re.compile(r"(?<![\w-])(?P<head>[JHN]) ?(?P<sign>[-−+]) ?(?=\d{1,3}(?![\w,./-]\w))"),
            lambda match: f"{match['head']} {'plus' if match['sign'] == '+' else 'moins'} ",
            FIGURES,
        ),
    )


def headings() -> tuple[Rule, ...]:
    """Numbers that open a line, and sections."""
    return (
        Rule(
            "heading numeral",
            re.compile(r"(?:^|(?<=\n))(?P<roman>[IVX]{1,6})(?= ?(?:[.):]|[-–] ))(?!\.,|\. [a-zà-ÿ])"),
            _loose_roman,
            "IVX",
        ),
        Rule(
            "storey",
            re.compile(r"(?<!\w)(?P<number>[1-9]\d?) ?° ?(?=étage)"),
            lambda m: ordinal(int(m["number"])) + " ",
            "°",
        ),
        Rule(
            "enumerated",
            re.compile(
                r"(?P<opens>^|(?<=[;:] ))?(?<!\w)"
                r"(?P<number>[1-9]|1\d|2\d) ?°(?! ?[CFfN\d']| ?étage)(?<![\d,]\d°)(?:(?=\s*$)| ?[-–)] ?| ?)"
            ),
            _enumerated,
            "°",
        ),
        Rule(
            "heading number",
            re.compile(
                r"^(?!\d{1,3}(?:\.\d{3})+ )(?P<number>\d{1,3}(?:\.\d{1,3}){2,6}\.?|\d{1,3}\.\d{1,3}\.?"
                r"(?= +[A-ZÀ-Ý])|\d{1,3}\.)(?= +[^\W\d]) ?(?:[-–] )?"
            ),
            _heading_number,
            ".",
        ),
        Rule(
            "item number",
            re.compile(r"^(?P<number>\d{1,3}) ?(?:/|\)|[-–](?= )) ?(?=[^\W\d])"),
            _heading_number,
            FIGURES,
        ),
        Rule(
            "section number",
            re.compile(
                r"(?<![\w.,/-])(?!\d{1,3}(?:\.\d{3})+(?![\d.]))"
                r"(?P<number>\d{1,4}(?:\.\d{1,4}){2,6})(?![\w]|[.,/-]\d)"
            ),
            lambda m: reference(m["number"]),
            ".",
        ),
    )


def ordinals() -> tuple[Rule, ...]:
    """Ordinals, and Roman numerals of every kind."""
    numerals = r"(?:[IVX]{1,6}|X{0,3}L[IVX]{1,4})(?![\w'])"
    return (
        Rule(
            "ordinal",
            re.compile(
                rf"(?<![\w,.])(?P<number>\d{{1,6}})(?: (?=er\b|ère\b|[èe]me\b))?{_ORDINAL_ENDING}(?!\w)"
            ),
            _ordinal,
            FIGURES,
        ),
        Rule("range of centuries", re.compile(r"(?<=[IVX]e) ?[-–/] ?(?=[IVX]{1,5}e(?!\w))"), " à ", "IVX"),
        Rule("century", re.compile(r"(?<=[IVX]e )s\.(?!\w)"), "siècle", "IVX"),
        Rule(
            "Roman ordinal",
            re.compile(
                r"(?<![\w])(?P<roman>(?:[IVX]{2,7}|[IVX]|X{0,3}L[IVX]{0,4}))"
                r"(?P<ending>(?<=[IVXL])(?:(?<=I)(?:er|re|ère)s?|(?<=[VX]) ?[èe]mes?|(?<=I) ?[èe]mes?|"
                r"(?<=[VX])es?|(?<=[IVX]I)es?|(?<=[XV]I)e))(?!\w)"
            ),
            _roman_ordinal,
            "IVX",
        ),
        Rule(
            "ruler",
            re.compile(rf"(?<!\w)(?P<name>{_RULERS}) (?P<roman>[IVX]{{1,6}})(?![\w.'])"),
            _ruler,
            "IVX",
            first_words(_RULING),
        ),
        Rule(
            "headed Roman",
            re.compile(
                rf"(?P<head>(?<!\w){_NUMBERED} )(?P<list>{numerals}(?:{_SEPARATOR}{numerals}){{0,9}})"
            ),
            _headed_roman,
            "IVXLC",
            first_words(word + ending for word in _COUNTED_PARTS for ending in ("", "s")),
        ),
        Rule(
            "paragraph numeral",
            re.compile(
                r"(?:(?<=\b[lL]e )|(?<=\b[dDaA]u )|(?<=\b[aA]ux )|(?<=\b[dDlL]es ))"
                r"(?P<roman>[IVX]{1,6})(?:(?= ?(?:bis|ter|de|du|des|et|ou|à|[.,;:)-])(?!\w))|$)"
            ),
            _loose_roman,
            "IVX",
        ),
        Rule(
            "loose Roman",
            re.compile(
                r"(?<![\w.'-])(?!(?:XXX*|IX|XI|VI|MI)\b(?= ?[A-Z]{3}))"
                r"(?P<roman>(?:(?!X(?!\w))X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{1,3}|I{2,3}|"
                r"(?:(?<=[IVX]{2} et )|(?<=[IVX]{2} à )|(?<=[IVX]{2} au )|(?<=[IVX]{2}, )|(?<=\bParis ))X"
                r"|(?<=\b[dD]u )X(?= au )|X(?=(?:,| et| à) [IVX]{2})))(?![\w'.]\w|\w)"
            ),
            _loose_roman,
            "IVX",
        ),
    )
