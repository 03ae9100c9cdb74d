"""A time that opens a long sentence stands behind it: "Dans la nuit du 7 au 8 mars, vers 2 heures, un feu
s'est déclaré" -> the clause, then "Quand : dans la nuit du 7 au 8 mars, vers 2 heures"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import announces
from notices.wording.framing.reach import SUBJECT
from notices.wording.framing.shapes import FULL_DATE, HOUR, LONG
from notices.wording.framing.standing import stands
from notices.wording.grammar import comma_parts, has_finite_verb, words_in
from notices.wording.joints import capital

_BEFORE_DAY = r"[Ll]e|[Cc]e|[Dd]ès\s+le|[Dd]epuis(?:\s+le)?|[Àà]\s+partir\s+du|[Hh]ier,?"
_DAY = rf"(?:(?:{_BEFORE_DAY})\s+)?(?i:{FULL_DATE})"
_TIME = re.compile(
    rf"^(?P<when>(?:(?:Dans\s+la\s+(?:nuit|matinée|soirée|journée)|Pendant|Durant|Depuis|Dès|À\s+(?:partir|compter)\s+d|"
    rf"Au\s+cours|À\s+la\s+(?:fin|suite)\s+d|À\s+l['’]issue|Au\s+terme|Après|Du\s+\w*\s*\d|Entre\s+(?:le\s+)?\d|En\s+(?:\w+\s+)?\d{{4}}|"
    rf"Au\s+(?:début|mois|printemps)|Lors\s+d|Jusqu['’])[^,;:()]*|{_DAY}[^,;:()]{{0,30}})"
    rf"(?:,\s+(?:vers|à|entre|de)\s+(?:{HOUR})[^,;:()]*)?),\s+(?P<rest>.+)$"
)
_LEAST = 3
_NOT_TOLD = re.compile(
    r"(?i)\b(?:ce|cette|ces|cet|celui|celle|ceux|qui|que|dont|où|il|elle|eux|leur|réserve|cas)\b"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its time; None where the time may be meant of the first verb only."""
    match = _TIME.match(tree.text) if words_in(tree.text) > LONG else None
    if not match or announces(tree.text) or re.search(r"[;:]", match["rest"]):
        return None
    when, rest = match["when"], match["rest"]
    if words_in(when) < _LEAST or has_finite_verb(when) or _NOT_TOLD.search(when):
        return None
    named = rest[0].isupper() and has_finite_verb(comma_parts(rest)[0])
    if not (SUBJECT.match(rest) or named) or not stands(rest):
        return None
    return capital(rest), f"Quand : {when[0].lower()}{when[1:]}"
