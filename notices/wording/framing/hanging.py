"""What hangs on the verb, or on a noun, of a sentence of one clause.

The tree says how far a phrase goes; the shape of what is cut and of what stays must agree, for a parser
errs in one word of ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from notices.syntax import Token, Tree
from notices.wording.framing.clause import is_bare, is_even, is_last, without
from notices.wording.framing.openers import Opener, any_of
from notices.wording.framing.reach import at, reach
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import words_in
from notices.wording.joints import capital, is_tied

_LONGEST = 32
"""What follows under its own name has so many words at most."""
_BINDS = re.compile(
    r"(?i)(?<![\w-])(?:n['’e]\b|aucune?\b|nul(?:le)?\b|\w+(?:rait|raient)\b|seule?s?\b|selon\b|d['’]après\b|"
    r"(?:soupçonn|présum|suspect|reproch|accus)\w+)|(?<!\w)n['’]"
)
"""Words that may bind what hangs behind them: a negation, a hedge, an attribution, "seul"."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """A phrase in its sentence."""

    start: int
    end: int
    what: str
    """Its words without those that open it."""


def told_behind(tree: Tree, openers: tuple[Opener, ...], longer_than: int = LONG) -> tuple[str, ...] | None:
    """The sentence without the last such phrase, then that under its name; None where there is none that
    may go."""
    if words_in(tree.text) <= longer_than or announces(tree.text) or not any_of(openers).search(tree.text):
        return None
    found = ((o, h) for o in openers for h in hangings(tree, o.pattern, o.onward))
    for one, hanging in sorted(found, key=lambda pair: -pair[1].start):
        if one.last and hanging.start and not is_last(tree.text[hanging.end :]):
            continue
        rest = without(tree, hanging.start, hanging.end)
        if rest and not (one.bound and binds(rest)) and not (one.manner and is_bare(rest)):
            return capital(rest), f"{one.name} : {one.bare(hanging.what)}"
    return None


def binds(clause: str) -> bool:
    """True for a clause with a negation, a hedge or an attribution, which may be meant of what follows."""
    return bool(_BINDS.search(clause))


_UNFINISHED = re.compile(r"(?i)\b(?:et|ou|puis|mais|de|du|des|à|au|aux|par|pour|en|le|la|les|que|qui|voire)$")
_ELSE = re.compile(
    r"(?i)\b(?:et|mais|ou)\s+(?:uniquement|seulement|exclusivement|sur\s+rendez-vous|sans\s+rendez-vous)\b"
)
"""Another rule for another time: it is no part of the phrase."""
_ANNOUNCES = re.compile(r"(?i)(?:\b(?:suivante?s?|ci-(?:dessous|après))|:)[\s.:]*$")


@lru_cache(maxsize=2048)
def announces(text: str) -> bool:
    """True where a list stands behind the sentence, and nothing may come between."""
    return bool(_ANNOUNCES.search(text))


def hangings(
    tree: Tree, pattern: re.Pattern[str], onward: re.Pattern[str] | None = None
) -> Iterator[Hanging]:
    """The phrases of the main clause that these words open."""
    for match in pattern.finditer(tree.text):
        token = at(tree, match.start())
        if token is None or not is_of_main_clause(tree, token) or is_within(tree.text, match.start()):
            continue
        if is_tied(tree.text[: match.start()]):
            continue
        end = reach(tree, token, match.end())
        while onward and (more := onward.match(tree.text, end)):
            further = at(tree, more.start() + len(more[0]) - len(more[0].lstrip()))
            longer = reach(tree, further, more.end()) if further else end
            end = max(longer, more.end())
        what = tree.text[match.end() : end].strip()
        if (
            re.search(r"\w", what)
            and not _UNFINISHED.search(what)
            and not _ELSE.search(what)
            and words_in(what) <= _LONGEST
            and is_even(what)
        ):
            yield Hanging(match.start(), end, what)


_SCOPE = re.compile(
    r"(?i)(?<![\w-])(?:sauf|excepté|hormis|hors|à\s+l['’]exce\w+|afin\s+d|en\s+vue\s+d|pour\s+[a-zà-ÿ]+(?:er|ir|re)\b|sous\s+(?:peine|"
    r"réserve)|à\s+(?:la\s+)?(?:double\s+)?condition|y\s+compris|faute\s+d|à\s+défaut|en\s+cas\s+d|en\s+l['’]absence|"
    r"sans\s+[a-zà-ÿ]+(?:er|ir|re)\b|plutôt|avant\s+d|après\s+avoir)"
)
"""What such words open may hold what stands behind them before a comma."""


def hangs_last(tree: Tree, first: Token) -> bool:
    """True for the first word of a phrase of the main clause that ends the sentence."""
    return (
        is_of_main_clause(tree, first)
        and not is_within(tree.text, first.start)
        and not goes_on_behind(tree, first.start)
    )


def goes_on_behind(tree: Tree, start: int) -> bool:
    """True where the verb goes on behind a phrase that was thought to end the sentence: with a second verb,
    an infinitive or an object of its own."""
    return any(
        token.start > start and token.head >= 0 and tree.tokens[token.head].start < start and _is_core(token)
        for token in tree.tokens
    )


def _is_core(token: Token) -> bool:
    return token.dep in ("xcomp", "ccomp", "obj", "nsubj") or (
        token.dep == "conj" and token.pos in ("VERB", "AUX")
    )


def is_within(text: str, start: int) -> bool:
    """True behind an exception, a condition or a purpose that no comma has closed."""
    openings = [m.end() for m in _SCOPE.finditer(text, 0, start)]
    return bool(openings) and "," not in text[openings[-1] : start]


_OF_A_CLAUSE = ("ccomp", "acl:relcl", "advcl", "parataxis", "csubj", "acl")


def is_of_main_clause(tree: Tree, token: Token) -> bool:
    """True for a word that no relative or other subordinate clause holds, nor a participle before it."""
    before = tree.tokens[token.place - 1] if token.place else None
    if re.search(r"(?i)\b(?:ayant|étant)\b[^,]*$", tree.text[: token.start]):
        return False
    if before and before.dep in ("acl", "amod") and before.pos == "VERB":
        return False
    head: Token | None = token
    while head is not None:
        if head.dep in _OF_A_CLAUSE and head.place < token.place:
            return bool(before and before.text == ",") and not tree.text[: token.start].count("«")
        head = tree.head(head)
    return True
