"""Long sentences in short ones, one rule a file, each rule safe on its own.

`statements` asks the rules one after the other until a sentence is short or no rule is sure of it.
What came from one sentence stays together and in order: the later statements may lean on the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from notices.syntax import parse
from notices.wording import cutting, framing
from notices.wording.clauses import (
    acts,
    agents,
    appositions,
    areas,
    attributions,
    brackets,
    circumstances,
    consequences,
    contacts,
    coordination,
    dashes,
    effects,
    exceptions,
    frames,
    hours,
    imperatives,
    inversions,
    labels,
    notes,
    participles,
    postmarks,
    reasons,
    relatives,
    remedies,
    restricted,
    rows_of_verbs,
    sentences,
    tails,
    titles,
)
from notices.wording.clauses.exceptions import placed_behind
from notices.wording.clauses.wholeness import whole
from notices.wording.cutting import Rule as TreeRule
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital, small, stop, tidy, unstop

Rule = Callable[[str], tuple[str, ...] | None]
Holds = Callable[[tuple[str, ...]], bool]
"""Whether the statements that a sentence was cut into may stand in its place."""

SHORT = 12
"""A sentence of so many words is left alone by the rules that only shorten."""

_ALWAYS: tuple[Rule, ...] = (
    rows_of_verbs.split,
    remedies.split,
    attributions.split,
    labels.split,
    brackets.split,
    inversions.split,
    appositions.split,
    acts.split,
    consequences.split,
    agents.split,
    frames.split,
)
_SHORTENING: tuple[Rule, ...] = (
    postmarks.split,
    imperatives.split,
    dashes.split,
    effects.split,
    notes.split,
    sentences.split,
    restricted.split,
    titles.split,
    coordination.split,
    exceptions.split,
    contacts.split,
    hours.split,
    tails.split,
    areas.split,
    appositions.split_named,
    appositions.split_hours,
    relatives.split,
    participles.split,
    reasons.split,
    circumstances.split,
)


_CIRCUMSTANCE = re.compile(r"(?!Lieu :)(?:[A-ZÀ-Ý][a-zà-ÿ-]+(?: [a-z]+)? :|C'était |Ce sera )")
_DAY = re.compile(r"C'était |Ce sera ")
_TAKES_UP = re.compile(r"(?:Ce|Cet|Cette|Ces) [a-zà-ÿ]+ (?:est|sont|a|ont) ")
DEEPEST = 6
"""So many times a piece may be split again."""


def statements(sentence: str, holds: Holds = lambda pieces: True) -> tuple[str, ...]:
    """The statements that a sentence makes, each a sentence with its full stop; the sentence itself
    where it is simple. A cut after which the statements do not hold is left out, and only that one."""
    pieces: tuple[str, ...] = (unstop(sentence),)
    depths: tuple[int, ...] = (0,)
    place = 0
    while place < len(pieces):
        found = _first_cut(pieces, place, holds) if depths[place] < DEEPEST else None
        if found is None:
            place += 1
            continue
        pieces = (*pieces[:place], *found, *pieces[place + 1 :])
        depths = (*depths[:place], *(depths[place] + 1,) * len(found), *depths[place + 1 :])
    finished = _finished(pieces)
    placed = placed_behind(finished, sentence)
    return placed if placed != finished and holds(placed) else finished


def _first_cut(pieces: tuple[str, ...], place: int, holds: Holds) -> tuple[str, ...] | None:
    """The parts of one piece, by the first rule whose cut holds."""
    for bare in _cuts(pieces[place]):
        if holds(_finished((*pieces[:place], *bare, *pieces[place + 1 :]))):
            return bare
    return None


class _Cuts:
    """The cuts that the rules find in a piece, in order; each is looked for once, when first asked for."""

    def __init__(self, piece: str) -> None:
        self._found: list[tuple[str, ...]] = []
        self._coming = _found_in(piece)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        yield from self._found
        for cut in self._coming:
            self._found.append(cut)
            yield cut


_cuts = lru_cache(maxsize=2048)(_Cuts)
"""The same piece comes again, in other company and in other lengths of its sentence."""


def _found_in(piece: str) -> Iterator[tuple[str, ...]]:
    """What the rules cut a piece into, where each part may stand alone."""
    for rule, name, said in _rules_of(piece):
        parts = _with_name(name, said, rule(said))
        if parts and parts != (piece,) and whole(parts, piece):
            yield tuple(unstop(part) for part in parts)


_NAME = re.compile(
    r"(?!(?:Raison|Cause|Contexte|But|Cas|Sauf|Exemple|Précision|Texte|Sujet|Pour qui)\b)"
    r"(?P<name>[A-ZÀ-Ý][^:;.,()«»]{2,60} : )(?P<said>.+)$"
)
"""What a source names before it tells it: "Remise des offres : les plis devront ..."."""


def _rules_of(piece: str) -> Iterator[tuple[Rule, str, str]]:
    """The rules for a piece; then those for the clause behind its name, with the name."""
    yield from ((rule, "", piece) for rule in _rules(piece))
    match = _NAME.match(piece)
    if match and not has_finite_verb(match["name"]) and has_finite_verb(match["said"]):
        yield from ((rule, match["name"], match["said"]) for rule in _rules(match["said"]))


def _with_name(name: str, said: str, parts: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if not parts or not name:
        return parts
    return (f"{name}{parts[0] if said[0].isupper() else small(parts[0])}", *parts[1:])


def _rules(piece: str) -> Iterator[Rule]:
    yield from _ALWAYS
    if words_in(piece) > SHORT:
        yield from _BY_TREE
        yield from _SHORTENING


def _finished(pieces: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stop(capital(tidy(piece))) for piece in _in_order(pieces))


def _by_tree(rule: TreeRule) -> Rule:
    """A rule on the tree of a sentence as one on its words."""
    return lambda sentence: rule(parse(sentence))


_BY_TREE: tuple[Rule, ...] = tuple(_by_tree(rule) for rule in (*cutting.RULES, *framing.RULES))


def _in_order(parts: tuple[str, ...]) -> tuple[str, ...]:
    """An exception stands behind its rule, before the rule's times."""
    ordered: list[str] = []
    for part in parts:
        at = len(ordered)
        while part.startswith("Sauf") and at > 1 and _CIRCUMSTANCE.match(ordered[at - 1]):
            at -= 1
        ordered.insert(at, part)
    return _with_days_first(_with_times_first(ordered))


_RANK = {
    name: rank
    for rank, names in enumerate(
        (
            "Dates Délai Horaires Durée",
            "Lieu Adresse Téléphone E-mail Site Montant",
            "Quand Limite",
            "But Cause Contexte Occasion Texte Décision",
        )
    )
    for name in names.split()
}
"""What a reader looks for first behind a clause: its times, then its place; its reason last."""
_LABELLED = re.compile(r"([A-ZÉ][a-zé-]+)(?: [a-z]+)? : ")
_REFERS = re.compile(r"(?:Ce|Cet|Cette|Ces|Il|Elle|Ils|Elles|Celui|Celle|Ceux) ")


def _with_times_first(parts: list[str]) -> list[str]:
    """Each run of labels in the order in which they are looked for, unless what follows takes one of them
    up."""
    ordered: list[str] = []
    run: list[str] = []
    for part in (*parts, ""):
        if _rank(part) is not None:
            run.append(part)
            continue
        if not _REFERS.match(part):
            run.sort(key=lambda one: _rank(one) or 0)
        ordered += [*run, part]
        run = []
    return ordered[:-1]


def _rank(part: str) -> int | None:
    match = _LABELLED.match(part)
    return _RANK.get(match[1]) if match else None


def _with_days_first(parts: list[str]) -> tuple[str, ...]:
    """The day stands right behind what happened then, where the next sentence takes up another word: "C'était
    le 11 mars. Motif : un vol. Cette infraction est punie"."""
    for place in range(2, len(parts) - 1):
        start = place
        while start > 1 and _CIRCUMSTANCE.match(parts[start - 1]):
            start -= 1
        if _DAY.match(parts[place]) and _TAKES_UP.match(parts[place + 1]):
            parts.insert(start, parts.pop(place))
    return tuple(parts)
