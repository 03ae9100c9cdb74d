"""What an inquiry is about or somebody is held for, in its own line: "placées en garde à vue du chef de
destruction" -> "Motif : destruction". It stands directly behind the measure, which tells that it is not
proven."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import conditioned, widely_bound
from notices.wording.cutting.shapes import sound
from notices.wording.cutting.verbs import main_time
from notices.wording.grammar import comma_parts, has_finite_verb, participle_agreement, words_in

_LONG = 15
_MEASURE = re.compile(
    r"(?i)\b(?:garde\s+à\s+vue|enquête|information\s+judiciaire|instruction|en\s+examen|poursuivie?s?|poursuites|"
    r"ouverte?s?|présentée?s?|déférée?s?|interpellée?s?|jugée?s?|comparution|comparaîtr\w+)\b"
)
_CHARGE = re.compile(r",?\s+(?:du\s+chef|(?P<many>des\s+chefs))\s+d(?:e\s+|['’])(?P<what>[^;:]+)$")
_GOES_ON = re.compile(
    r"(?i)(?<![\w-])(?:par\s+l[ea]s?\s+(?:parquet|procureur\w*|jug\w+|magistrat\w*|polic\w+|gendarm\w+|brigade|section|"
    r"sûreté|tribunal|cour|préfet\w*)|par\s+l['’](?:autorité|officier|enquêt)\w*|à\s+l['’]encontre|hier|ce\s+(?:jour|matin)|le\s+"
    r"(?:\w+di\s+)?\d|(?:et|puis)\s+(?:placée?s?|confiée?s?|écrouée?s?|remise?s?|laissée?s?|incarcérée?s?|présentée?s?|"
    r"déférée?s?|mise?s?\s+en\s+examen))(?![\w-])"
)
"""What belongs to the measure again."""
_DENIED = re.compile(r"(?i)(?<![\w-])(?:ne|n['’]|non-lieu|relax\w+|acquitt\w+|écart\w+|classée?)(?![\w-])")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The measure, then its grounds; None where more is told behind them, or they were given up."""
    match = _CHARGE.search(tree.text) if words_in(tree.text) > _LONG else None
    if match is None or has_finite_verb(match["what"]) or widely_bound(match["what"]):
        return None
    if _GOES_ON.search(match["what"]):
        return None
    left = tree.text[: match.start()]
    if not _MEASURE.search(left) or _DENIED.search(left) or conditioned(left) or main_time(tree) is None:
        return None
    if any(participle_agreement(part.split()[0]) for part in comma_parts(match["what"])[1:] if part):
        return None
    what = re.sub(r"(\set|,)\sd(?:e\s|['’])", r"\1 ", match["what"]) if match["many"] else match["what"]
    pieces = (left, f"Motif : {what}")
    return pieces if all(map(sound, pieces)) else None
