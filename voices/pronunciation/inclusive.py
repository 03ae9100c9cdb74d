"""Inclusive writing read aloud: `les agent·e·s` -> les agents et agentes; `né(e)` sounds as `né` does."""

from __future__ import annotations

import re

from voices.pronunciation.rules import Match, Rule

_LETTER = "[^\\W\\d_]"
_ENDINGS = (
    "trices|trice|rices|rice|euses|euse|esses|esse|ères|ère|ières|ière|ennes|enne|nes|ne|les|le|fes|fe|ves|ve|ses|se|"
    "tes|te|elles|elle|ales|ale|ives|ive|es|e|x|s"
)
_WORDS = {
    ("tous", "tes"): "tous et toutes", ("tou", "te"): "tous et toutes", ("tous", "toutes"): "tous et toutes",
    ("un", "e"): "un ou une", ("le", "la"): "le ou la", ("la", "le"): "la ou le",
    ("il", "elle"): "il ou elle",
    ("ils", "elles"): "ils et elles", ("ceux", "celles"): "ceux et celles",
    ("lui", "elle"): "lui ou elle", ("celui", "celle"): "celui ou celle",
}  # fmt: skip
_UNHEARD = ("é", "i", "u", "ï", "al", "el", "ol", "il")
"""A feminine `e` is not heard after these: née, élue, municipale."""

_CHANGES = (
    ("trice", "teur"), ("rice", "eur"), ("euse", "eur"), ("esse", "e"), ("ère", "er"), ("ière", "ier"),
    ("enne", "en"), ("ive", "if"), ("ve", "f"), ("se", "x"), ("euse", "eux"), ("elle", "eau"),
)  # fmt: skip
"""Feminine endings written whole, and what of the masculine they take the place of."""


def before_addresses() -> tuple[Rule, ...]:
    """What looks like a domain of Spain, in small letters and alone: `intéressé.es`, `les habitant.es`."""
    return (
        Rule(
            "dot es",
            re.compile(
                rf"(?<![\w·.@/-])(?P<stem>{_LETTER}{{2,30}}+)\.(?P<ending>es|nes|ves|rices|trices|euses)(?![\w/@·-]|\.\w)"
            ),
            _both,
            ".",
        ),
    )


def rules() -> tuple[Rule, ...]:
    """Rules for the middle dot, the full stop, the hyphen and brackets used to write both genders."""
    stem = rf"(?<![\w·.•])(?P<stem>{_LETTER}{{2,30}}+)"
    return (
        Rule(
            "either",
            re.compile(
                r"(?<![\w/])(?P<one>[Uu]n|[Ll]e|[Ii]ls?|du|au|d'un|l'un|ce|ceux|lui|celui) ?/ ?"
                r"(?P<other>une|la|elle|elles|de la|à la|d'une|l'une|cette|celles|celle)(?![\w/])"
            ),
            r"\g<one> ou \g<other>",
            "/",
        ),
        Rule(
            "either, the feminine first",
            re.compile(
                r"(?<![\w/])(?P<one>[Uu]ne|[Ll]a|[Ee]lles?|celles?|cette|toutes|d'une|l'une) ?/ ?"
                r"(?P<other>un|le|ils?|eux|ceux|celui|ce|cet|tous|d'un|l'un)(?![\w/])"
            ),
            r"\g<one> ou \g<other>",
            "/",
        ),
        Rule(
            "middle dot",
            re.compile(rf"{stem}[·•](?P<ending>{_LETTER}{{1,6}}+)(?:[·•](?P<plural>s|x))?"),
            _both,
            "·•",
        ),
        Rule(
            "dot",
            re.compile(
                rf"{stem}\.(?P<ending>e|ne|le|rice|trice|euse|ère|te|se|ve|fe)(?:\.(?P<plural>s)(?!\w)|"
                r"(?P<joined>s)?(?!\w))(?=[ ,;:!?.)]|$)"
            ),
            _both,
            ".",
        ),
        Rule(
            "hyphen",
            re.compile(rf"{stem}-(?P<ending>e|ne|le|rice|trice|euse|ère|te|se|ve)-(?P<plural>s)(?!\w)"),
            _both,
            "-",
        ),
        Rule(
            "bracket",
            re.compile(rf"{stem}\((?P<ending>{_ENDINGS})\)(?P<plural>s(?!\w)|\(s\))?"),
            _bracket,
            "(",
        ),
    )


def _both(match: Match) -> str:
    groups = match.groupdict()
    ending, plural = groups["ending"], groups.get("plural") or groups.get("joined") or ""
    return both(groups["stem"], ending, bool(plural))


def _bracket(match: Match) -> str:
    stem, ending = match["stem"], match["ending"]
    if ending in ("s", "x"):
        articles = {
            "le": "le ou les",
            "la": "la ou les",
            "un": "un ou des",
            "du": "du ou des",
            "au": "au ou aux",
        }
        return articles.get(stem.lower(), stem)  # a plural mark on a noun is not heard
    return both(stem, ending, bool(match["plural"]))


def both(stem: str, ending: str, plural: bool) -> str:
    """Both genders, the masculine first; one word where they sound the same."""
    known = _WORDS.get((stem.lower(), ending.lower()))
    if known:
        return known
    if ending.endswith("s") and len(ending) > 1:
        ending, plural = ending[:-1], True
    many = "s" if plural else ""
    masculine = stem if stem.endswith(("s", "x")) else stem + many
    singular = stem[:-1] if plural and stem.endswith("s") and not stem.endswith(("ais", "ois")) else stem
    feminine = _feminine(singular, ending)
    if feminine is None:
        return masculine
    joint = "et" if plural else "ou"
    return f"{masculine} {joint} {feminine}{many}"


def _feminine(stem: str, ending: str) -> str | None:
    """The feminine, or None where it sounds as the masculine does."""
    if ending == "e":
        if stem.endswith("er"):
            return stem[:-2] + "ère"
        return None if stem.endswith(_UNHEARD) else stem + "e"
    if ending in ("le", "ale", "elle") and stem.endswith(("l", "al", "el")):
        return None
    if ending == "ale" and stem.endswith("aux"):
        return stem[:-3] + "ale"
    if (stem.endswith(("en", "on", "an")) and ending == "ne") or (stem.endswith("et") and ending == "te"):
        return stem + ending
    for written, cut in _CHANGES:
        if ending == written and stem.endswith(cut):
            return stem[: -len(cut)] + written
    if len(ending) >= 4:
        return ending if len(ending) > len(stem) else stem + ending
    return stem + ending
