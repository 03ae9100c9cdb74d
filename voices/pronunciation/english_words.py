"""English words that are not said as written: abbreviations, references, Roman numerals, capitals, codes."""

from __future__ import annotations

import re

from voices.pronunciation import figures
from voices.pronunciation.english_numbers import FIGURES, ordinal
from voices.pronunciation.french_law import roman_value
from voices.pronunciation.rules import Match, Rule, any_of, first_words
from voices.pronunciation.spelling import (
    CAPITALS,
    LOWER,
    UPPER,
    Speller,
    at_the_end,
    follows_a_first_name,
    in_capitals,
)
from voices.pronunciation.tables import rows

SPELLER = Speller("en", "-", {"-": "dash", "–": "dash", ".": "point", "/": ","})

_AHEAD = {"": "", "cap": rf"(?= ?-?[{UPPER}])", "num": r"(?= ?\d)"}
_CIVIL = re.compile(
    r"(?:mister|missus|miz|miss|doctor|professor|Mister|Monsieur|Madame|madame|monsieur"
    rf"|Maître)(?: [{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?| [{UPPER}]\.){{0,2}} $",
    re.IGNORECASE,
)
_REFERENCE = r"\d{1,15}(?:[-–./]\d{1,15}){0,6}"
_LETTER = r"(?:L\.?O|[LRDAC])(?:\*|\.|(?= ?\d)){1,2} ?"
_CITING = (
    "article articles Article Articles art. arts. Art. Arts. section sections Section number"
    " numbers Number paragraph paragraphs law Law act Act decree Decree order Order ordinance"
    " directive regulation Regulation file case rule page pages annex Annex appendix schedule"
    " version Version plot plots lot lots reference ref. Ref."
).split()
_CITERS = any_of(_CITING)
_SEPARATOR = r"(?:, ?| and | or | to |; ?|, and )"


def _abbreviation(ahead: str) -> Rule:
    table = {row[0]: row[1] for row in rows("en", "abbreviations") if row[2] == ahead}

    def say(match: Match) -> str:
        return table[match[0]] + ("." if match[0].endswith(".") and at_the_end(match) else "")

    return Rule(
        f"abbreviation {ahead}".strip(),
        re.compile(rf"(?<![\w.'-]){any_of(table)}(?!\w){_AHEAD[ahead]}"),
        say,
        words=first_words(table),
    )


def reference(written: str) -> str:
    """`123-4` -> one hundred and twenty-three dash four."""
    signs = {"-": "dash", "–": "dash", ".": "point", "/": ","}
    pieces = re.findall(r"\d+|[-–./]", written)
    said = " ".join(signs.get(piece) or _reference_figures(piece) for piece in pieces)
    return said.replace(" ,", ",")


def _reference_figures(piece: str) -> str:
    if piece.startswith("0") and len(piece) > 2:
        return figures.figure_by_figure(piece, "en")
    if len(piece) == 4 and 1900 <= int(piece) <= 2099:
        return figures.english_year(int(piece))
    return figures.plain(piece, "en") if len(piece) <= 6 else figures.figure_by_figure(piece, "en")


def _one_cited(match: Match) -> str:
    return f"{'-'.join(re.findall('[A-Z]', match['letter'] or ''))} {reference(match['number'])}".strip()


_ONE_CITED = re.compile(rf"(?P<letter>{_LETTER})?(?P<number>{_REFERENCE})")


def _cited(match: Match) -> str:
    return match["head"] + _ONE_CITED.sub(_one_cited, match["list"])


def _section(match: Match) -> str:
    return reference(match["number"])


def _heading_number(match: Match) -> str:
    return reference(match["number"].rstrip(".")) + ", "


def _ruler(match: Match) -> str:
    value = roman_value(match["roman"])
    return match[0] if value is None else f"{match['name']} the {ordinal(value)}"


def _century(match: Match) -> str:
    value = roman_value(match["roman"])
    return match[0] if value is None else ordinal(value)


def _roman(match: Match) -> str:
    value = roman_value(match["roman"])
    return match[0] if value is None else match["head"] + figures.cardinal(value, "en")


def _roman_list(match: Match) -> str:
    """`Appendices I to III`: every numeral of the list."""

    def said(numeral: Match) -> str:
        value = roman_value(numeral[0])
        return numeral[0] if value is None else figures.cardinal(value, "en")

    return str(match["head"]) + re.sub(r"(?<!\w)[IVX]+(?!\w)", said, match["list"])


def _capitals(match: Match) -> str:
    before = match.string[max(0, match.start() - 60) : match.start()]
    named = match[0].isupper() and (bool(_CIVIL.search(before)) or follows_a_first_name(match))
    return SPELLER.capitals(match[0], named, in_capitals(match))


def _dotted(match: Match) -> str:
    end = "." if match[0].rstrip().endswith(".") and at_the_end(match) else ""
    return SPELLER.capitals(match[0].replace(".", "").replace(" ", "")) + end


def _code(match: Match) -> str:
    token = match[0]
    if not (any(map(str.isdecimal, token)) and any(map(str.isalpha, token))):
        return token
    word = re.fullmatch(r"([^\W\d_]{4,})[-–](\d{1,4})", token)
    if word:  # Covid-19
        return f"{SPELLER.capitals(word[1]) if word[1].isupper() else word[1]} {figures.plain(word[2], 'en')}"
    act = re.fullmatch(r"((?:19|20)\d\d)/(\d{1,4})/([A-Z]{2,7})", token)
    if act:  # 2010/75/EU
        return (
            f"{figures.english_year(int(act[1]))}, {figures.plain(act[2], 'en')}, {SPELLER.capitals(act[3])}"
        )
    return re.sub(r"\bA (?=[a-z])", "A-", SPELLER.code(token))  # alone it would be the article


def _plural(match: Match) -> str:
    return f"{match['stem']} or {match['stem']}s"


def signs() -> tuple[Rule, ...]:
    """`No.` and its kin, and alternatives."""
    return (
        Rule(
            "number sign",
            re.compile(
                r"(?<![^\W\d_])(?:[nN]o(?P<plural>s)?\.? ?(?=\d)|[nN]o\. (?=[A-Z]{1,4}\d)|(?<=\w )no\.(?= ?:)"
                r"|[nN] ?° ?|[nN]os\.? ?(?=\d)|#(?=\d))"
            ),
            _number_sign,
            "noN°#",
        ),
        Rule(
            "scale",
            re.compile(r"(?<![\w.,:])1 ?: ?(?=\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{3,7}(?!\d))"),
            "one to ",
            ":",
        ),
        Rule("section signs", re.compile("§§ ?"), " sections ", "§"),
        Rule("always", re.compile(r"(?<![\w./-])24/7(?![\w/])"), "twenty-four seven", "/"),
        Rule("optional plural", re.compile(r"(?<![\w])(?P<stem>[^\W\d_]{2,30}+)\(s\)"), _plural, "("),
        Rule("and or", re.compile(r"\b([aA]nd)/or\b"), r"\1 or", "/"),
        Rule("he or she", re.compile(r"\b([hH]e|[hH]is|[hH]im)/(she|hers?)\b"), r"\1 or \2", "/"),
    )


def _number_sign(match: Match) -> str:
    return "numbers " if match["plural"] or match[0].lower().startswith("nos") else "number "


def citations() -> tuple[Rule, ...]:
    """What `article`, `number`, `law` cite, and numbers that open a line."""
    # Each number is taken whole, and none that counts something: `no. 12, 1 500 €` cites 12 alone.
    counts = r" ?(?:(?:k|M|bn)?[€£$]|[%‰]|(?:euros?|EUR|dollars?|pounds?|per cent|percent|cents?)(?!\w))"
    whole = rf"(?>{_REFERENCE})(?![\w%€]|,\d)(?!(?: \d{{3}})+(?![\w-])|{counts})"
    cited = rf"(?:{_LETTER})?{whole}"
    return (
        Rule(
            "cited",
            re.compile(rf"(?P<head>(?<!\w){_CITERS} )(?P<list>{cited}(?:{_SEPARATOR}{cited}){{0,20}})"),
            _cited,
            FIGURES,
            first_words(_CITING),
        ),
        Rule(
            "code article",
            re.compile(
                rf"(?<![\w'])(?P<head>)(?P<list>(?:[LRD]\.? ?\*?|L\.?O\. ?|A\. )(?=\d)\d{{1,4}}"
                rf"(?:[-–.]\d{{1,4}}){{0,5}}(?!\w)(?:{_SEPARATOR}{_LETTER}{_REFERENCE}(?!\w)){{0,20}})"
            ),
            _cited,
            FIGURES,
        ),
        Rule(
            "heading number",
            re.compile(
                rf"^(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{2,6}}\.?|\d{{1,3}}\.\d{{1,3}}\.?"
                rf"(?= +[{UPPER}])|\d{{1,3}}\.)(?= +[^\W\d]) ?(?:[-–] )?"
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
            re.compile(r"(?<![\w.,/-])(?P<number>\d{1,4}(?:\.\d{1,4}){2,6})(?![\w]|[.,/-]\d)"),
            _section,
            ".",
        ),
    )


def numerals() -> tuple[Rule, ...]:
    """Roman numerals."""
    rulers = any_of(
        "Louis Henry Henri Charles Francis François Napoleon Napoléon Philip Philippe John-Paul"
        " Pius Benedict Leo Edward George Elizabeth Albert Leopold William Richard James Peter"
        " Frederick Nicholas Alexander Catherine".split()
    )
    heads = any_of(
        "article Article part Part title Title chapter Chapter section Section annex Annex book"
        " Book volume Volume phase Phase class Class type Type category Category War level Level"
        " paragraph point appendix Appendix schedule articles Articles parts Parts titles Titles chapters"
        " Chapters sections Sections annexes Annexes books Books volumes Volumes phases Phases"
        " categories Categories levels Levels paragraphs appendices Appendices".split()
    )
    listed = r"[IVX]{1,6}(?![\w'])"
    return (
        Rule(
            "ruler",
            re.compile(rf"(?<!\w)(?P<name>{rulers}) (?P<roman>[IVX]{{1,6}})(?![\w.]|'(?!s\b))"),
            _ruler,
            "IVX",
        ),
        Rule(
            "century",
            re.compile(r"(?<!\w)(?P<roman>[IVX]{1,6})(?:st|nd|rd|th|e)?(?= (?:century|centuries|Republic))"),
            _century,
            "IVX",
        ),
        Rule(
            "headed numeral",
            re.compile(rf"(?P<head>(?<!\w){heads} )(?P<list>{listed}(?:{_SEPARATOR}{listed}){{0,9}})"),
            _roman_list,
            "IVX",
        ),
        Rule(
            "heading numeral",
            re.compile(r"^(?P<head>)(?P<roman>[IVX]{1,6})(?= ?(?:[.):]|[-–] ))(?!\.,|\. [a-z])"),
            _roman,
            "IVX",
        ),
        Rule(
            "loose numeral",
            re.compile(
                r"(?<![\w.'-])(?P<head>)(?P<roman>XX?(?:IX|IV|V?I{1,3})|IX|IV|VI{1,3}|I{2,3})"
                r"(?![\w'.]\w|\w)"
            ),
            _roman,
            "IVX",
        ),
    )


def abbreviations() -> tuple[Rule, ...]:
    """Rules for abbreviations, those that need something after them first."""
    street = Rule(
        "street",
        re.compile(rf"(?<=\d )(?P<name>(?:[{UPPER}][\w'-]{{1,30}} ){{1,4}})St\b\.?(?! [{UPPER}])"),
        r"\g<name>Street",
        "S",
        frozenset(("st",)),
    )
    return (street, *(_abbreviation(ahead) for ahead in ("cap", "num", "")))


def codes() -> tuple[Rule, ...]:
    """Codes of letters and figures."""
    return (Rule("code", re.compile(r"(?<!\w)\w++(?:[-–./_]\w++)*+"), _code, FIGURES),)


def capitals() -> tuple[Rule, ...]:
    """Acronyms and words in capitals."""
    return (
        Rule(
            "dotted acronym",
            re.compile(rf"(?<![\w.])[{UPPER}]\.(?: ?[{UPPER}]\.){{1,8}}(?:[{UPPER}](?!\w))?"),
            _dotted,
            ".",
        ),
        Rule("capitals", re.compile(CAPITALS), _capitals),
    )
