"""French words that are not said as they are written: abbreviations, capitals, codes, loan words."""

from __future__ import annotations

import re
from functools import lru_cache

from voices.pronunciation import figures
from voices.pronunciation.french_numbers import FIGURES
from voices.pronunciation.rules import Match, Rule, any_of, first_words
from voices.pronunciation.spelling import (
    CAPITALS,
    LOWER,
    UPPER,
    Speller,
    at_the_end,
    follows_a_first_name,
    in_capitals,
    is_pronounceable,
    precedes_a_first_name,
)
from voices.pronunciation.tables import mapping, rows, words

SPELLER = Speller("fr", " ", {"-": "tiret", "–": "tiret", ".": "point", "/": ","})

_AHEAD = {
    "": "",
    "cap": rf"(?= ?-?[{UPPER}])",
    "name": rf"(?= (?:[{UPPER}]|et M|l[ea]s? |l'|d[ue] |d'))",
    "num": r"(?= ?\d)",
    "capnum": rf"(?= ?[{UPPER}\d])",
    "street": rf"(?= (?:[{UPPER}]|d[ue] |de |d'|des |l))",
}
_NAME = rf" [{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?| [{UPPER}]\.| [{UPPER}]{{2,20}}"
_CIVIL = re.compile(
    r"(?:monsieur|madame|messieurs|mesdames|mademoiselle|maître|docteur|professeur"
    r"|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Maître)"
    rf"(?:(?<=es|rs)(?:(?:{_NAME}){{1,3}}(?:,| et)){{1,6}})?(?:{_NAME}){{0,2}} $"
)


def _abbreviations(ahead: str) -> Rule | None:
    table = {row[0]: row[1] for row in rows("fr", "abbreviations") if row[2] == ahead}

    def say(match: Match) -> str:
        ends = match[0].endswith(".") and at_the_end(match)
        return table[match[0]] + ("." if ends else "")

    return Rule(
        f"abbreviation {ahead}".strip(),
        re.compile(
            rf"(?<![\w.'-]){any_of(table)}(?!\w){_AHEAD[ahead]}"
            rf"|(?<=\b[dlDL]'){any_of(table)}(?!\w){_AHEAD[ahead]}"
        ),
        say,
        words=first_words(table),
    )


def _capitals(match: Match) -> str:
    before = match.string[max(0, match.start() - 90) : match.start()]
    named = match[0].isupper() and (
        bool(_CIVIL.search(before)) or follows_a_first_name(match) or precedes_a_first_name(match, SPELLER)
    )
    if "/" in match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]:
        return SPELLER.beside_slash(match[0])
    return SPELLER.capitals(match[0], named, in_capitals(match))


def _dotted(match: Match) -> str:
    """`S.N.C.F.` is the acronym SNCF; at the end of the text its last dot ends the sentence too."""
    end = "." if match[0].rstrip().endswith(".") and at_the_end(match) else ""
    return SPELLER.capitals(match[0].replace(".", "").replace(" ", "")) + end


def _code(match: Match) -> str:
    token = match[0]
    if token.isdecimal() or not (any(map(str.isdecimal, token)) and any(map(str.isalpha, token))):
        return token
    word = re.fullmatch(r"([^\W\d_]{4,})[-–](\d{1,4})", token)
    if word:  # Covid-19
        return f"{SPELLER.capitals(word[1]) if word[1].isupper() else word[1]} {figures.plain(word[2], 'fr')}"
    return SPELLER.code(token)


def _town(match: Match) -> str:
    """`30701 UZÈS CEDEX`: capitals after a postal code are a town, unless they count something."""
    if match["town"].split()[0] in _NO_TOWNS or SPELLER.acronym(match["town"].split()[0]):
        return match[0]
    said = re.sub(rf"[{UPPER}]+", lambda word: _word_of_a_name(word[0]), match["town"])
    return f"{match['code']} {said}"


def _word_of_a_name(word: str) -> str:
    """`ANDRE` -> André, by the table of capitals; `SUR` -> sur; `UZÈS` -> Uzès."""
    known = mapping("fr", "capitals").get(word)
    if known:
        return known
    small = word != "SAINT" and word.lower() in words("fr", "small_words")
    return word.lower() if small else word if word == "CEDEX" else word.title()


_NO_TOWNS = frozenset("EUR EUROS EURO FRANCS FCFP XPF KWH MWH HAB ETP VOIX VOTES".split())


def _era(match: Match) -> str:
    """`IIIe s. av. J.-C.`: before or after Jesus Christ."""
    return f"{'avant' if match['side'] == 'av' else 'après'} Jésus-Christ" + (
        "." if at_the_end(match) else ""
    )


def _heard(match: Match) -> str:
    return _heard_word(match[0])


@lru_cache(maxsize=16384)
def _heard_word(word: str) -> str:
    """A word as a French voice must be given it, or it would be read as English."""
    said = mapping("fr", "foreign").get(word.lower())
    if said is not None:
        return said
    if (acronym := _small_acronym(word)) is not None:
        return acronym
    if "-" in word:
        return "-".join(_heard_alone(piece) for piece in word.split("-"))
    return _heard_alone(word)


def _small_acronym(word: str) -> str | None:
    """An acronym that is written as a name, as newspapers do: `Ehpad`, `Insee`; `Sncf`, which is spelled."""
    if len(word) < 3 or not word.istitle() or word in words("fr", "first_names"):
        return None
    said = mapping("fr", "acronyms").get(word.upper())
    if said == "*":
        return None if is_pronounceable(word.upper(), 3) else SPELLER.spell(word)
    return None if said == word.lower() else said


def _heard_alone(word: str) -> str:
    said = mapping("fr", "foreign").get(word.lower())
    if said is not None:
        return said
    if ("th" in word or word.startswith("Th")) and "wattheure" not in word:
        word = word.replace("th", "t").replace("Th", "T")
    if word.endswith("y") and len(word) >= 4:
        word = _FINAL_Y.sub("i", word)  # Chambéry, Rémy, Neuilly
    if "ing" in word and len(word) >= 6:
        word = _ENGLISH_ING.sub("ingue", word)  # casting, as parking
    if "ip" in word:
        word = _ENGLISH_IP.sub("i-p", word)  # lipides, palmipède
    return _BARE_EE.sub(r"ée\1", word) if "ee" in word else word  # RENTREE, once in small letters


_FINAL_Y = re.compile(r"(?<=[bcdfgklmnprstvz])y$")
_ENGLISH_ING = re.compile(r"(?<=[^oeœ])ing(?=s?$)")
_ENGLISH_IP = re.compile(r"ip(?=[ièéo][de])")
_BARE_EE = re.compile(r"(?<=\w\w)ee(s?)$")


def abbreviations() -> tuple[Rule, ...]:
    """Rules for abbreviations, those that need something after them first."""
    found = [_abbreviations(ahead) for ahead in ("name", "cap", "num", "capnum", "street", "")]
    return tuple(rule for rule in found if rule is not None)


def streets() -> tuple[Rule, ...]:
    """What is abbreviated beside a number, while the number is still in figures."""
    days = {row[0]: row[1] for row in rows("fr", "abbreviations") if row[2] == "day"}
    return (
        Rule("glued ordinal", re.compile(r"(?<=[a-zé][a-zé])(?=\d{1,4}(?:er|ère|[èe]me)\b)"), " ", FIGURES),
        Rule(
            "saint within a name",
            re.compile(rf"(?<=[{LOWER}]-)(?P<saint>Ste?s?)\.?(?=-[{UPPER}])"),
            lambda match: mapping("fr", "abbreviations")[match["saint"]],
            "S",
        ),
        Rule("century", re.compile(r"(?:(?<=\der )|(?<=\de ))s\.(?= (?:av|apr?)\.)"), "siècle", FIGURES),
        Rule("era", re.compile(r"(?<!\w)(?P<side>av|ap|apr)\. ?J\.? ?-? ?C\.?(?!\w)"), _era, "J"),
        Rule(
            "town after its code",
            re.compile(
                rf"(?<![\w,.])(?P<code>\d{{5}}) "
                rf"(?P<town>[{UPPER}]{{3,30}}(?:[ '-][{UPPER}]{{1,30}}){{0,6}})(?![\w€])"
            ),
            _town,
            FIGURES,
        ),
        Rule(
            "day of the week",
            re.compile(rf"(?<![\w.'-]){any_of(days)}(?=(?: ?\d| ?[:)]| matin| soir| après)(?! ?\d+ ?%))"),
            lambda match: days[match[0]],
            words=first_words(days),
        ),
        Rule("street", re.compile(rf"(?<=\d),? r\.? (?=[{UPPER}])"), " rue ", "r"),
        Rule("pages", re.compile(r"(?<![\w.])pp?\.? ?(?=\d{1,4} ?(?:[-–]|à|et) ?\d)"), "pages ", "p"),
        Rule("number and year", re.compile(r"(?P<head>\bnuméro \d{1,6}) [-–] (?=\d)"), r"\g<head>-", "-–"),
    )


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
        Rule("letter after an acronym", re.compile(r"(?<=[A-Z][A-Zi])-(?=[A-Z](?![\w']))"), " ", "-"),
        Rule("arrête", re.compile(r"^(?:ARRETE|ARRÊTE|A R R E T E|A R R Ê T E)(?= ?:?$)"), "arrête"),
        Rule("capitals", re.compile(CAPITALS), _capitals),
    )


def loan_words() -> tuple[Rule, ...]:
    """The last rule of all: words that a French voice would read as English."""
    return (Rule("heard", re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*+"), _heard),)


def optional_prefixes() -> tuple[Rule, ...]:
    """`(re)commencée`, `(co)financé`: said with its prefix."""
    return (
        Rule(
            "optional prefix",
            re.compile(
                r"(?<![\w(])\((?P<prefix>re|ré|r|dé|co|sur|sous|pré|in|im|auto|multi|inter)-?\)(?=[a-zà-ÿ]{3})"
            ),
            r"\g<prefix>",
            "(",
        ),
    )
