"""A long item without a verb is told in pieces: "plateaux apéritifs, vendus du 10 au 24 janvier, à consommer
avant fin mars" -> "Plateaux apéritifs", "Vendus du 10 au 24 janvier", "À consommer avant fin mars"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_even, is_loose
from notices.wording.framing.hanging import announces
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import cut, has_finite_verb, words_in
from notices.wording.joints import capital

_OPENS = re.compile(
    r"(?:(?:[a-zà-ÿ]{3,}(?:é|i|u|is|it|ert)e?s?)\s+(?:à|au|aux|en|dans|sur|par|pour|du|de|le|avec|avant|après|jusqu|pendant|"
    r"d['’]|sous)|à\s+[a-zà-ÿ]+(?:er|ir|re|oir)\b|dates?\s+limites?\b|y\s+compris\b|avec\s|sans\s|dont\s+(?:\d|un|deux|trois)|"
    r"(?:pénalité|délai|durée|participation)\b)"
)
_LEAST = 3
_DENIED = re.compile(r"(?i)\b(?:sauf|hors|hormis|excepté|ni|non|sans\s+que)\b")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The item up to its last such piece, and the piece; None where there is a verb, or the piece is no
    whole."""
    text = tree.text
    if words_in(text) <= LONG or has_finite_verb(text) or announces(text) or re.search(r";|\s[–—-]\s", text):
        return None
    for comma in reversed(list(re.finditer(r",\s+(?=\S)", text))):
        left, right = text[: comma.start()], text[comma.end() :]
        if _OPENS.match(right) and _is_whole(left, right):
            return left, capital(right)
    return None


def _is_whole(left: str, right: str) -> bool:
    more = cut(right, ",")[1:]
    listed = bool(re.search(r"\s(?:et|ou)\s", right)) and bool(more)
    return (
        words_in(left) >= _LEAST
        and words_in(right) >= _LEAST
        and is_even(left)
        and is_even(right)
        and not is_loose(left)
        and not is_loose(right)
        and not listed
        and not _DENIED.search(right)
    )
