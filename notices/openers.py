"""What opens the plain version: what the notice begins with, and its gravest news; of an order, its first
rule."""

from __future__ import annotations

import re

from notices.extraction import event_kinds, worth
from notices.extraction.bonds import is_a_ban
from notices.extraction.news import news
from notices.extraction.noise import is_ceremony, is_presentation
from notices.extraction.slots import is_to_do
from notices.facts import find_facts
from notices.selection import Piece

_LONGEST = 60
"""Words that an opener may have; a list that opens, and the first rule of an order, may have twice as many
of them."""
_LIST = 120
_BEGINS = 1
"""The first sentences of the body: what a notice begins with is its news more often than not."""
_GRAVE = 8.0
"""From this weight on a piece of news opens the text before all else."""
_HEADS = 2
"""So many of them stand first."""
_SUBSTANCE = frozenset(
    "date time amount number percent measure duration name acronym prohibition duty permission".split()
)
"""Facts that make a beginning more than scenery."""
_WEATHER = frozenset(("danger", "event", "change"))
"""Events that may be scenery, too: "La contamination évolue vite."."""
_BY_A_DAY = 3.0
"""What is to be done by a day weighs so much more, where the beginning of a notice is not told."""
_DENIES = re.compile(r"(?i)\bn['’e]\b|\baucune?\b|\bsi\b|\ben cas\b|\bserai[te]n?t?\b")
"""What did not happen, or only may."""
_RULES_OUT = re.compile(
    r"(?i)\baucune?\b|\b(?:n['’]est|ne sont|n['’]a été|ne sera|ne seront)\s+(?:pas|plus)\b|^(?:si|en cas)\b"
)
"""What is not so, or not for these: no beginning of a text."""
_TO_CALL = re.compile(r"(?i)\b0 ?8\d{2}(?: ?\d{2}){3}\b|\b0\d(?:[ .]?\d{2}){4}\b|\bnuméro vert\b|@")
_PROCEDURE = re.compile(
    r"(?i)s['’](?:est|était)\s+réuni|\ba\s+(?:réuni|présidé)\b|\bconvoquée?s?\b|\bconvocation\b|"
    r"\bprocède\b(?!.*\brappel).*\ben lien avec\b|"
    r"\ba statué sur\b|\bse réserve\b|"
    r"\bannule et remplace\b|"
    r"\bcommunique (?:les|ce)\b|\brappelle que\b|^(?:fiche|réf(?:érence)?s?|dossier|affaire)\s*(?:n[°o]|:)|"
    r"^présidence\b|"
    r"\bsous la présidence\b|\ble procès-verbal\b|\bquorum\b|\bordre du jour\b|"
    r"^(?:le\s+)?(?:\w+di\s+)?\d{1,2}(?:er)?\s+\w+\s+\d{4}\.?$"
)
"""What opens a notice without being its news."""
_HEADLINES = frozenset("ban close recall danger sentence cut death".split())
"""Events that belong in the first lines wherever the notice tells them."""
_KNOWN_PERSON = re.compile(
    r"(?i)^(?:le|la|les|l['’])\s*(?:\w+ième\s+)?(?:majeure?|mineure?|prévenue?|suspecte?|accusée?|intéressée?|"
    r"mise? en cause|conducteur|conductrice|victime)s?\b"
)
"""Somebody who must have been told of before."""
_POINTS = re.compile(
    r"(?i)\b(?:figure(?:nt)?|est jointe?|sont jointe?s)\s+(?:en|à l['’])\s*annexe|\bdéfinitions?\b"
)
"""A rule that only says where something stands."""


def openers(chosen: tuple[Piece, ...]) -> frozenset[int]:
    """The places of the units that open the text."""
    rules = [p for p in chosen if p.core and p.unit.part == "article"]
    if rules:
        return frozenset(_first_rule(rules))
    body = [p for p in chosen if p.core and p.unit.part == "body" and _opens(p)]
    lead = _lead(body)
    others = [p for p in body if p is not lead and _is_grave(p) and not _is_scenery(p)]
    second = sorted(others, key=lambda p: -news(_text(p)) - worth(_text(p)))[: _HEADS - 1]
    return frozenset(p.unit.place for p in (lead, *second) if p)


def _first_rule(rules: list[Piece]) -> list[int]:
    """The place of the first rule that forbids, or that says from when to when; else of the first."""
    short = [p for p in rules if p.words <= _LIST and not p.unit.leans and not _POINTS.search(_text(p))]
    telling = [p for p in short if is_a_ban(_text(p)) or _has_a_day(p)]
    return [p.unit.place for p in (telling or short)[:1]]


def _lead(body: list[Piece]) -> Piece | None:
    """What the notice begins with; where that is not told, the weightiest of what is."""
    begins = [p for p in body if p.unit.rank is not None and p.unit.rank <= _BEGINS]
    if begins and not _RULES_OUT.search(begins[0].lines[0].text) and not _is_scenery(begins[0]):
        return begins[0]
    said = [p for p in body if not _RULES_OUT.search(p.lines[0].text) or news(_text(p)) >= _GRAVE]
    return max(said or body, key=_weight, default=None)


def _is_scenery(piece: Piece) -> bool:
    """True where nothing happens and no day, sum or name is told: "La situation évolue vite."."""
    text = _text(piece)
    return not event_kinds(text) - _WEATHER and all(
        fact.weak or fact.kind not in _SUBSTANCE for fact in find_facts(text)
    )


def _weight(piece: Piece) -> float:
    text = _text(piece)
    return news(text) + worth(text) + (_BY_A_DAY if is_to_do(text) and _has_a_day(piece) else 0.0)


def _has_a_day(piece: Piece) -> bool:
    return any(fact.kind == "date" for fact in find_facts(_text(piece)))


def _is_grave(piece: Piece) -> bool:
    """True for deaths, charges, bans and their like, and what is to be done at once."""
    first = piece.lines[0].text
    event = event_kinds(first) & _HEADLINES and not _DENIES.search(first)
    return news(_text(piece)) >= _GRAVE or bool(event)


def _text(piece: Piece) -> str:
    return " ".join(line.text for line in piece.lines)


def _opens(piece: Piece) -> bool:
    """True for what may stand first: no dateline, no meeting, no number to call, nothing that leans."""
    first = piece.lines[0].text
    listed = any(line.kind == "item" for line in piece.lines)
    if (
        piece.unit.leans
        or piece.unit.names_again
        or piece.words > (_LIST if listed else _LONGEST)
        or _KNOWN_PERSON.match(first)
    ):
        return False
    if _TO_CALL.search(first) or piece.slot == "next":
        return False
    procedure = any(_PROCEDURE.search(text) or is_ceremony(text) for text in (first, piece.unit.text))
    return not procedure and (listed or not is_presentation(first))
