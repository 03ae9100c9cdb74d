"""Pieces of a sentence: what is left when a branch is taken out, and whether a piece can stand alone."""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.grammar import has_finite_verb, starts_finite, words_in
from notices.wording.joints import join, tidy

_LOOSE_END = re.compile(
    r"(?i)(?:(?<![\w'’-])(?:de|du|des|d['’]|le|la|les|l['’]|un|une|à|au|aux|et|ou|ni|mais|par|pour|sur|dans|avec|sans|"
    r"sous|en|que|qu['’]|qui|dont|où|ne|n['’]|se|s['’]|son|sa|ses|leur|leurs|ce|cet|cette|ces|très|plus|afin|ainsi|"
    r"donc|car|selon|entre|vers|chez|contre|notamment|respectivement|est|sont|a|ont|été|peut|doit|si)|[:(«–—-])$"
)
_LOOSE_START = re.compile(
    r"(?i)^(?:et|ou|ni|que|qu['’]|qui|dont|lequel|laquelle|lesquel(?:le)?s|[,;:)»])(?![\w-])"
)
_LABEL = re.compile(r"^[A-ZÀ-Ý][\w '’-]{1,40} :\s\S")
_LEAST = 3
"""No sentence has fewer words."""


def sound(piece: str) -> bool:
    """True where a piece has the shape of a sentence: a finite verb or a label, its brackets and quotation
    marks in pairs, nothing loose at either end."""
    piece = piece.strip()
    return (
        (bool(_LABEL.match(piece)) or (has_finite_verb(piece) and words_in(piece) >= _LEAST))
        and not _LOOSE_END.search(piece.rstrip(" .,;"))
        and not _LOOSE_START.match(piece)
        and piece.count("(") == piece.count(")")
        and piece.count("«") == piece.count("»")
        and piece.count('"') % 2 == 0
    )


def without(tree: Tree, *branches: Token) -> str:
    """The sentence without these words and all that depends on them, and without the commas round them."""
    gone = {token.place for branch in branches for token in tree.below(branch)}
    for first, last in _runs(gone):
        gone -= set(range(first, last + 1))
        first, last = _bare_run(tree, first, last)
        gone |= set(range(first, last + 1))
        before = first - 1 if first and tree.tokens[first - 1].text == "," else None
        after = last + 1 if last + 1 < len(tree.tokens) and tree.tokens[last + 1].text == "," else None
        gone |= {
            place
            for place in (before, after if before is not None or not first else None)
            if place is not None
        }
    return _kept(tree, gone)


def _runs(places: set[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _bare_run(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """The run without the commas at its edges."""
    while first < last and tree.tokens[first].text == ",":
        first += 1
    while last > first and tree.tokens[last].text in {",", ".", ";"}:
        last -= 1
    return first, last


def _kept(tree: Tree, gone: set[int]) -> str:
    text, last = "", None
    for token in tree.tokens:
        if token.place in gone:
            continue
        if last is None or last.place + 1 == token.place:
            text += tree.text[last.end if last else token.start : token.start] + token.text
        else:
            gap = "" if token.text in {",", ".", ")"} or text.endswith(("'", "’")) else " "
            text = _joined(text + gap, token.text)
        last = token
    return tidy(text)


def _joined(before: str, after: str) -> str:
    try:
        return join(before, after)
    except ValueError:
        return before + after


def text_of(tree: Tree, tokens: tuple[Token, ...]) -> str:
    """The words from the first to the last of these, marks at the edges left out."""
    start, end = tree.span_of(tokens)
    return tree.text[start:end]


def before(tree: Tree, token: Token) -> str:
    """The sentence up to a word."""
    return tree.text[: token.start].rstrip(" ,")


def begins(tree: Tree, branch: Token) -> Token:
    """The first word of a branch; the mark itself where the branch is one."""
    return next((t for t in tree.below(branch) if t.pos != "PUNCT"), branch)


def reaches_end(tree: Tree, branch: Token) -> bool:
    """True where nothing but marks stands behind a branch."""
    last = tree.below(branch)[-1].place
    return all(t.pos == "PUNCT" for t in tree.tokens[last + 1 :])


def comma_before(tree: Tree, token: Token) -> bool:
    """True where a comma stands right before a word."""
    return token.place > 0 and tree.tokens[token.place - 1].text == ","


def quoted(tree: Tree, token: Token) -> bool:
    """True within quotation marks or brackets."""
    text = tree.text[: token.start]
    return text.count("«") > text.count("»") or text.count("(") > text.count(")") or text.count('"') % 2 == 1


_HANGS_ON = re.compile(
    r"(?i)^(?:à|au|aux|de|du|des|d['’]|dans|en|sur|par|pour|avec|et|ou|le \d|lors|"
    r"(?:non\s)?coupables?|responsables?)(?:\s|(?<=['’])|$)"
)


def comma_for(rest: str) -> str:
    """The comma that stays where an insertion was taken out: another insertion follows it."""
    return "" if not rest or starts_finite(rest) or _HANGS_ON.match(rest) else ","
