"""On which day: "a requis, le 11 mars 2026, l'ouverture" -> "C'était le 11 mars 2026"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import without
from notices.wording.framing.hanging import announces, binds, is_of_main_clause, is_within
from notices.wording.framing.periods import needs_its_time
from notices.wording.framing.reach import at
from notices.wording.framing.shapes import FULL_DATE, HOUR, LONG, PART_OF_DAY
from notices.wording.grammar import words_in

_DAY = re.compile(rf"(?i)(?<![\w’'-])le\s+{FULL_DATE}{PART_OF_DAY}(?:,?\s+(?:à|vers)\s+{HOUR})?(?![\w-])")
_OTHERS = re.compile(
    rf"(?i)\b{FULL_DATE}|\b{HOUR}\b|\b(?:janvier|février|mars|avril|mai|juin|juillet|août|octobre|\w+mbre)\b"
)
_PAST = re.compile(
    r"(?i)(?<![\w'’-])(?:a|ont|avait|avaient)\s+(?:été\s+|\w+ment\s+)*[a-zà-ÿ]+(?:é|i|u|is|it|ert|int)e?s?\b|"
    r"(?<![\w'’-])(?:s['’]est|se\s+sont)\s+[a-zà-ÿ]+(?:é|i|u|is|it|int)e?s?\b"
)
_FUTURE = re.compile(r"(?i)(?<![\w'’-])(?:[a-zà-ÿ]+(?:ra|ront))\b")
_IT_WAS = {True: "C'était", False: "Ce sera"}
_DIRECTLY = re.compile(r"(?i)(?:[a-zà-ÿ]+(?:é|i|u|is|it|ert|int)e?s?|lieu)$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its day, past or to come as the verb is."""
    if words_in(tree.text) <= LONG or announces(tree.text):
        return None
    found = list(_DAY.finditer(tree.text))
    if len(found) != 1 or not _may_go(tree, found[0]):
        return None
    day = found[0]
    rest = without(tree, day.start(), day.end(), sure=True)
    if rest is None or binds(rest) or _OTHERS.search(rest):
        return None
    past, future = bool(_PAST.search(rest)), bool(_FUTURE.search(rest))
    if past == future or re.search(r"\bn['’e]\b|(?<!\w)n['’]", rest):
        return None
    return rest, f"{_IT_WAS[past]} {day[0][0].lower()}{day[0][1:]}"


def _may_go(tree: Tree, day: re.Match[str]) -> bool:
    """True for a day at the head, between commas, or directly behind the verb of the main clause."""
    token = at(tree, day.start())
    if token is None or not is_of_main_clause(tree, token) or is_within(tree.text, day.start()):
        return False
    before, after = tree.text[: day.start()].rstrip(), tree.text[day.end() :].lstrip()
    set_off = (not before and after.startswith(",")) or (before.endswith(",") and after[:1] in ("", ",", "."))
    root = tree.root
    directly = _DIRECTLY.search(before) and root.end == len(before)
    return bool(set_off or directly) and not needs_its_time(before.rstrip(", "))
