"""What no language reads aloud: spaces of every width, Markdown, pictures, quotation marks.

`clean` comes before the rules of a language, `tidy` after them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from voices.pronunciation import formulas

HYPHEN, MINUS, DOT = "-", "−", "·"

_SAME = {
    "‐": HYPHEN, "‑": HYPHEN, "⁃": "•", "﹣": HYPHEN, "－": HYPHEN, "­": "", "—": "–", "―": "–", "‒": "–",
    "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "", "´": "'",
    "‧": DOT, "∙": DOT, "⋅": DOT, "･": DOT,
    "“": " ", "”": " ", "„": " ", "«": " ", "»": " ", '"': " ", "‹": " ", "›": " ", "″": " ",
    "…": "... ", "º": "°", "˚": "°", "№": "n°", "µ": "μ", "⁄": "/", "∕": "/", "‰": "‰", "℃": "°C", "℉": "°F",
    "ﬁ": "fi", "ﬂ": "fl", "Œ": "Œ", "×": "×", "·": DOT,
    "⇒": "→", "➔": "→", "➜": "→", "►": "•", "▪": "•", "■": "•", "●": "•", "○": "•", "◦": "•", "☞": "→",
}  # fmt: skip

_KEPT = frozenset("°©®→•") | frozenset("€$£¥+=<>±≤≥≈≠÷×−~%‰§&@#*/\\_|^·–,;:.!?'-()[]{}¹²³⁰⁴⁵⁶⁷⁸⁹⁻⁺")


def clean(text: str) -> str:
    """The text with one kind of space, dash, apostrophe and figure; no Markdown, quotes and pictures."""
    if "\\" in text and _TEX.search(text):
        text = formulas.plain(text)
    if '"' in text or "″" in text:
        text = _SECONDS.sub("''", text)
    text = text.translate(_CHARACTERS)
    text = _RAISED.sub(_raised, text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "\n" in text or "#" in text or text.startswith((">", "|")):
        text = _LINE_MARK.sub(" ", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub("", text) if "*" in text or "_" in text or "~~" in text else text
    return _SPACES.sub(" ", text).strip()


_TEX = re.compile(r"\\(?:circ|mathrm|text|times|leq?|geq?|mu|pm|%|begin)(?![a-z])")
_SECONDS = re.compile(r"(?:(?<=\d['’′]\d\d)|(?<=\d['’′] \d\d))[\"″]|(?<=\d)[\"″](?=\d\d(?!\d))")
"""Seconds of time or of arc: 38'42", 10"87; any other such mark is a quotation mark."""
_TAG = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?: [^<>]{0,200})? ?/?>|<!--[^<>]{0,200}-->"
    r"|<(?=[\w.+-]{1,64}@|https?:)|(?<=[a-z/])>(?=\s|[.,;)]|$)"
)
"""Tags, remarks, and the angle brackets around an address."""
_LINE_MARK = re.compile(r"(?m)^[ ]{0,9}#{1,6} +|^[ ]{0,9}[>|] +(?=\D)|\n")
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,400}\)")
_EMPHASIS = re.compile(
    r"\*{2,3}|~~|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|_{3,}"
)
_SPACES = re.compile(r"\s+")


_HIGH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_RAISED = re.compile(
    "(?P<square>(?<![^\\W\\d_])(?:[kcdhm]?m|Nm|M)[²³](?![⁰¹²³⁴-⁹]))|(?P<raised>[⁻⁺]?[⁰¹²³⁴-⁹]+)|[⁻⁺]"
)


def _raised(match: re.Match[str]) -> str:
    """`m²` stays; after a figure, a power (`10⁻³` -> 10^-3); after a word, the call of a note."""
    if match["square"]:
        return match[0]
    if not match["raised"]:
        return " "
    before = match.string[match.start() - 1 : match.start()]
    low = match["raised"].translate(_HIGH)
    return f"^{low}" if before.isdecimal() else f" ({low}) "


class _Characters(dict[int, str | None]):
    """How each character is written before the rules see it, worked out once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = said = _character(chr(code))
        return said


def _character(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    if char in _KEPT or (char.isascii() and char.isprintable()) or char == "\n":
        return char
    category = unicodedata.category(char)
    if category in ("Nd", "Nl", "No"):
        return _numeral(char)
    if category[0] in "LM":
        composed = unicodedata.normalize("NFKC", char)
        return composed if composed.isalpha() else char
    if category[0] == "Z" or category == "Cc":
        return " "
    if category == "Pd":
        return "–"
    if category in ("Sc", "Sm"):
        return char
    return "" if category in ("Cf", "Mn") else " "


def _numeral(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char).replace("⁄", "/")
    if char != plain and all(c.isascii() for c in plain):
        return f" {plain} " if "/" in plain or not plain.isalnum() else plain
    value = unicodedata.numeric(char, -1)
    return str(int(value)) if value == int(value) and value >= 0 else " "


_CHARACTERS: Mapping[int, str | None] = _Characters()


def tidy(text: str, symbols: Mapping[str, str]) -> str:
    """The said text with brackets and dashes as commas, and no symbol left; `symbols` gives their names."""
    if _SYMBOL.search(text):
        text = _SYMBOL.sub(lambda match: f" {symbols.get(match[0], '')} ", text)
    text = _BRACKETS.sub(", ", text)
    text = _SPACED_DASH.sub(", ", text)
    text = _LONE_MARKS.sub(" ", text)
    text = _SPACES.sub(" ", text)
    text = _SPACE_BEFORE.sub(r"\1", text)
    text = _DOUBLED.sub(_strongest, text)
    text = _GLUED_MARK.sub(r"\1 ", text)
    return text.strip(" ,;:-'·")


_SYMBOL = re.compile("[^\\w\\s.,;:!?'()\\[\\]{}–·\U000f0000-\U000fffff-]|_")
_BRACKETS = re.compile(r" ?[()\[\]{}]+ ?")
_SPACED_DASH = re.compile(r"(?<!\w) ?[–-]+ ?|[–-]+(?= |$|[^\w ])|–")
_LONE_MARKS = re.compile(r"·|(?<!\w)'(?!\w)")
_SPACE_BEFORE = re.compile(r" +([,.;:!?])")
_DOUBLED = re.compile(r"[,.;:!?](?: ?[,.;:!?])+")


_GLUED_MARK = re.compile(r"([;:!?])(?=[^\W\d_])")


def _strongest(match: re.Match[str]) -> str:
    """Of several marks in a row the one that tells most: `?` before `!`, a full stop before a comma."""
    marks = match[0].replace(" ", "")
    strongest = next(mark for mark in "?!.:;," if mark in marks)
    return strongest + " " * match.string[match.end() : match.end() + 1].isalpha()
