"""Who says it comes first: "« ... », a indiqué la préfecture" -> "Selon la préfecture, ..."."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital, small

_SAYS = (
    r"(?:expliqué|indiqué|précisé|confirmé|assuré|déclaré|ajouté|annoncé|affirmé|souligné|"
    r"rappelé|estimé|rapporté|"
    r"dit|fait\s+savoir|détaillé|averti|prévenu|martelé|insisté)"
)
_QUOTE = r"[\"«“]\s?(?P<said>[^\"«»“”]+?),?\s?[\"»”]"
_AFTER = re.compile(rf"^{_QUOTE}\s*,\s*(?:a|ont|avait)\s+{_SAYS}\s+(?:à\s+l['’]AFP\s+)?(?P<who>[^\"«»“”]+)$")
_INFORMS = re.compile(
    r"^(?P<who>(?:Le|La|Les|L['’])\s*[^,;:]{3,80}?)\s+(?:informe|informent|annonce|annoncent|"
    r"indique|indiquent|précise|précisent|signale|signalent|rappelle|rappellent)"
    r"(?:\s+(?:les|le|la|l['’]|ses|vous|aux|à)\s*[^,;:]{0,40}?)?\s+qu(?:e\s+|['’])(?P<said>[^:;]+)$"
)
_AFTER_ANY = re.compile(
    rf"^(?P<said>.*[\"»”].*),\s*(?:a|ont|avait)\s+{_SAYS}\s+(?:à\s+l['’]AFP\s+)?(?P<who>[^\"«»“”]+)$"
)
_BEFORE = re.compile(rf"^(?:d['’]après|selon|pour)\s+(?P<who>[^\"«»“”]+?),\s*{_QUOTE}$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:dans|lors|à l['’]occasion|au cours|par)\s+(?:un|une|d['’]un|d['’]une|ce|son|de)\b.*$|"
    r",\s*selon\s+(?:lequel|laquelle)\b.*$"
)
_ACCORDING = re.compile(r",\s*selon\s+(?P<whom>lequel|laquelle|lesquels|lesquelles)\s+(?P<said>.+)$")
_FIRST_PERSON = re.compile(r"(?i)\b(?:je|j['’]|nous|notre|nos|on|mon|ma|mes)\b")
_SOMEBODY = {"lequel": "lui", "laquelle": "elle", "lesquels": "eux", "lesquelles": "elles"}


def split(sentence: str) -> tuple[str, ...] | None:
    """What is said, with its attribution before it; None where it is said in the first person, or too
    long."""
    informs = _INFORMS.match(sentence)
    if informs and has_finite_verb(informs["said"]) and not has_finite_verb(informs["who"]):
        return (f"Selon {small(informs['who'])}, {informs['said']}",)
    match = _AFTER.match(sentence) or _BEFORE.match(sentence) or _AFTER_ANY.match(sentence)
    if not match or words_in(match["said"]) > 60:
        return None
    also = _ACCORDING.search(match["who"])
    who = _TAIL.sub("", match["who"]).strip(" ,")
    first = _attributed(who, match["said"])
    if also:
        return (first, f"Selon {_SOMEBODY[also['whom']]}, {_unquoted(also['said'])}")
    return (first,)


def _attributed(who: str, said: str) -> str:
    if _FIRST_PERSON.search(said):
        return f"{capital(who)} : « {_unquoted(said)} »"
    return f"Selon {small(who)}, {small(_unquoted(said))}"


def _unquoted(text: str) -> str:
    return re.sub(r"[«“]\s?|\s?[»”]|\"", "", text).strip()
