"""What a colon or a semicolon joins to a clause is a sentence, an order and a condition too: "N'intervenez
pas : si vous le voyez, appelez le 17" -> two sentences."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import attribution
from notices.wording.framing.clause import is_even, is_loose
from notices.wording.framing.hanging import announces
from notices.wording.framing.shapes import LONG
from notices.wording.framing.standing import reports, stands
from notices.wording.grammar import cut, has_finite_verb, words_in
from notices.wording.joints import capital

_ORDER = re.compile(r"(?i)(?:ne\s+|n['’])?(?:les?\s+|la\s+|l['’]|vous\s+|y\s+|en\s+)?[a-zà-ÿ]{2,}ez\b")
_IF = re.compile(
    r"(?i)(?:si\s|s['’]ils?\s|lorsqu|quand\s|en\s+cas\s+d|à\s+(?:défaut|ce\s+titre)\b|passée?\s|dans\s+ce\s+cas\b|en\s+(?:revanche|outre)\b|de\s+(?:même|plus)\b|toutefois\b|sinon\b)[^,]*,\s+(?P<then>.+)$"
)
_SUBJECT = re.compile(
    r"(?:(?:l[ea]s?|une?|des|ces?|cet|cette|ses?|son|sa|leurs?|aucune?|chacune?|tout[es]?s?|tous|certaine?s|plusieurs|ni|seule?s?|"
    r"nul|personne|celle|celui|ceux|celles|celles?-ci|ceux-ci|celui-ci|\d+|deux|trois|quatre|cinq|ils?|elles?|on|nous|vous|cela|ce|il)\s|"
    r"[lc]['’]|[A-ZÀ-Ý]\w+\s)"
)
_ANNOUNCED = re.compile(
    r"(?i)\b(?:suivante?s?|ci-après|notamment|savoir|voici|comme|est|sont|de|que|à|question|exemple)\s*$"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentences on both sides of the mark; None where one of them is none."""
    text = tree.text
    if words_in(text) <= LONG or announces(text):
        return None
    return _of_semicolon(text) or _of_colon(text)


def _of_semicolon(text: str) -> tuple[str, ...] | None:
    parts = cut(text, ";")
    if len(parts) > 1 and not has_finite_verb(text) and all(map(_is_named, parts)):
        return (parts[0], *map(capital, parts[1:]))
    if len(parts) < 2 or attribution(text) or not all(map(stands, parts)) or not all(map(opens, parts[1:])):
        return None
    return (parts[0], *map(capital, parts[1:]))


def _of_colon(text: str) -> tuple[str, ...] | None:
    if text.count(" : ") != 1:
        return None
    left, _, right = text.partition(" : ")
    if not stands(left) or not stands(right) or not opens(right) or attribution(left) or reports(left):
        return None
    if _ANNOUNCED.search(left) or words_in(left) < 4:
        return None
    return left, capital(right)


def opens(part: str) -> bool:
    """True for an order, a condition with what follows from it, or a subject before its verb."""
    if is_order(part):
        return True
    condition = _IF.match(part)
    if condition:
        return opens(condition["then"])
    return bool(_SUBJECT.match(part)) and (has_finite_verb(part) or stands(part))


def is_order(part: str) -> bool:
    """True for "appelez le 17", "ne touchez à rien"."""
    return bool(_ORDER.match(part))


def _is_named(part: str) -> bool:
    """True for a thing that is named without a verb: "infirmière du centre : 03 00 21 77 09"."""
    return words_in(part) > 1 and not is_loose(part) and is_even(part)
