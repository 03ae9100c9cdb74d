"""Words in capitals: which are spelled, which are said as words; and codes of letters and figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from voices.pronunciation import figures
from voices.pronunciation.tables import mapping, words

UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ"
LOWER = "a-zàâäçéèêëîïôöùûüœæ"
CAPITALS = rf"(?<!\w)(?:[{UPPER}]{{2}}|[{UPPER}][{LOWER}]{{1,3}}[{UPPER}]|[a-z]{{1,2}}[{UPPER}])\w*+"
"""A token with two capitals, or one after a small letter: INSEE, UNCyber, DGFiP, eIDAS."""

_VOWELS = "AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ"
_SYLLABLES = re.compile(
    rf"(?:(?:[BCDFGHJKLMNPQRSTVWXZÇ]|[BCDFGKPTV][LR]|SCH|CH|PH|TH|QU|GU|GN|S[CKLMNPTQ]|ST[R]|SC[R]|SP[R])?"
    rf"(?:EAU|EUI|OUI|IEU|OEU|AIE|[{_VOWELS}]{{1,2}})"
    r"(?:[BCDFGKLMNPRSTXZ]|[LMNRS][BCDFGKLMNPRST]|[BDCFGLMNPRT]S|CT|PT|LL|NN|TT|SS|FF|NDS"
    r"|NTS|STS|RTS|CK)?)+$"
)


_SIGN_IN_CODE = re.compile(r"(?<=\d)[-–.](?=\d)|/")
_PIECES = re.compile(r"[^\W\d_]+|\d+|,")


@dataclass(frozen=True, slots=True)
class Speller:
    """How a language says capitals: its tables, and how it joins letters that are spelled."""

    lang: str
    join: str
    """Between spelled letters: a space in French; a hyphen in English, or `A` would be the article."""
    signs: Mapping[str, str]
    """How the signs between two numbers of a code are said."""

    def spell(self, text: str) -> str:
        """Letter by letter."""
        return self.join.join(char.upper() for char in text if char.isalpha())

    def acronym(self, token: str) -> str | None:
        """The said form of a token that the table knows."""
        table = mapping(self.lang, "acronyms")
        said = table.get(token) or table.get(token.upper())
        if said is None and token.endswith("s") and token[:-1].isupper():
            said = table.get(token[:-1])
        if said is None:
            return None
        return self.spell(token.rstrip("s") if token[:-1].isupper() else token) if said == "*" else said

    def capitals(self, token: str, named: bool = False, shouting: bool = False) -> str:
        """A token of capitals as said.

        `named`: it is known to be a person's name; `shouting`: all around it is in capitals too.
        """
        if named and len(token) > 2:
            return token.capitalize()
        small = token.isupper() and (
            token.lower() in words(self.lang, "small_words") or (shouting and token.lower() in _particles())
        )
        said = self.acronym(token)
        if said is not None and not (small and shouting):
            return said
        if small:
            return token.lower()
        return self._all_capitals(token, shouting) if token.isupper() else self._mixed(token)

    def beside_slash(self, token: str) -> str:
        """A token of capitals beside a slash, where no article stands: `DE/DPPR` is two offices."""
        small = token.isupper() and len(token) <= 3 and token.lower() in words(self.lang, "small_words")
        return self.spell(token) if small else self.capitals(token)

    def _all_capitals(self, token: str, shouting: bool) -> str:
        restored = mapping(self.lang, "capitals").get(token)
        if restored:
            return restored
        return token.capitalize() if is_pronounceable(token, 3 if shouting else 5) else self.spell(token)

    def _mixed(self, token: str) -> str:
        """`PLUi` is spelled; `McDonald`, `iPhone` and `GitHub` are left."""
        capitals = sum(char.isupper() for char in token)
        small = len(token) - capitals
        if token[:-1].isupper() and token.endswith("s"):
            return self.capitals(token[:-1])
        return self.spell(token) if capitals >= 2 and small <= 2 and token.isalpha() else token

    def code(self, text: str) -> str:
        """Letters and figures that stand together: `RD1043` -> R D mille quarante-trois."""
        text = _SIGN_IN_CODE.sub(lambda match: f" {self.signs.get(match[0], '')} ", text)
        said = [
            self._code_figures(piece)
            if piece.isdecimal()
            else self._code_letters(piece)
            if piece.isalpha()
            else piece
            for piece in _PIECES.findall(text)
        ]
        return " ".join(said).replace(" ,", ",")

    def _code_figures(self, piece: str) -> str:
        if len(piece) > 6:
            return figures.figure_by_figure(piece, self.lang)
        return figures.plain(piece, self.lang)

    def _code_letters(self, piece: str) -> str:
        if piece.isupper():
            said = self.acronym(piece) is not None or (len(piece) > 3 and bool(_SYLLABLES.match(piece)))
            return self.capitals(piece) if said else self.spell(piece)
        if (piece.islower() and len(piece) <= 2) or len(piece) == 1:
            return self.spell(piece)
        return piece


def is_pronounceable(token: str, shortest: int = 5) -> bool:
    """Whether unknown capitals read as a word: long enough, and made of syllables."""
    if len(token) >= 8:
        return any(char in _VOWELS for char in token)
    return len(token) >= shortest and bool(_SYLLABLES.match(token))


@lru_cache(maxsize=4)
def is_shouting(text: str) -> bool:
    """Whether most letters of a text are capitals, so that capitals alone tell nothing."""
    capitals = sum(map(str.isupper, text))
    return capitals >= 8 and capitals > 2 * sum(map(str.islower, text))


_BEFORE = re.compile(rf"(?:[{UPPER}]+[ '-])+$")
_AFTER = re.compile(rf"(?:[ '-][{UPPER}]+)+")
_WORD = re.compile(rf"[{UPPER}]+")


def in_capitals(match: re.Match[str]) -> bool:
    """Whether a token stands in a text in capitals, or among capitals that hold an article or a preposition:
    `PRÉFET DU HAUT-RHIN` in a sentence is no row of acronyms. Offices stay French in an English text."""
    if is_shouting(match.string):
        return True
    before = _BEFORE.search(match.string[max(0, match.start() - 60) : match.start()])
    after = _AFTER.match(match.string[match.end() : match.end() + 60])
    around = _WORD.findall((before[0] if before else "") + (after[0] if after else ""))
    return bool(around) and any(word.lower() in _particles() for word in (match[0], *around))


def _particles() -> frozenset[str]:
    return words("fr", "small_words") | {"l", "d"}


_FIRST_NAME_BEFORE = re.compile(rf"(?<![\w])([{UPPER}][{LOWER}]+)(?: [{UPPER}][{UPPER}'-]+)? $")


def follows_a_first_name(match: re.Match[str]) -> bool:
    """Whether a first name stands before these capitals, or before the capitals before them."""
    found = _FIRST_NAME_BEFORE.search(match.string[max(0, match.start() - 40) : match.start()])
    return found is not None and found[1] in words("fr", "first_names")


_FIRST_NAME_AFTER = re.compile(rf" ([{UPPER}][{LOWER}]+)(?![\w'])")


def precedes_a_first_name(match: re.Match[str], speller: Speller) -> bool:
    """Whether a first name stands after these capitals, which are no known acronym: `CANO Samuel`."""
    found = _FIRST_NAME_AFTER.match(match.string, match.end())
    return found is not None and found[1] in words("fr", "first_names") and not speller.acronym(match[0])


def at_the_end(match: re.Match[str]) -> bool:
    """Whether nothing but a closing mark follows, so that a dot of the match also ends the sentence."""
    rest = len(match.string) - match.end()
    return rest <= 3 and not match.string[match.end() :].strip(" )'")
