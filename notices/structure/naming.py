"""What a notice says of itself: its title, who publishes it, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from notices.raw import RawBlock
from notices.structure.dates import dateline, dateline_before, first_date
from notices.structure.roles import TITLE_LEVEL, Part, decides, name_in, names_the_notice, office_in

_BODY = (
    r"(?:sous-)?pr[ée]fecture|(?:sous-)?pr[ée]f[eè]te?|mairie|maire|commune d|ville d|communaut[ée]"
    r"|m[ée]tropole|syndicat|parquet|procureure?|tribunal|cour d|minist[eè]re|agence|d[ée]partement d"
    r"|conseil (?:d[ée]partemental|r[ée]gional|d['’]|constitutionnel)|rectorat|recteur|rectrice"
    r"|acad[ée]mie|universit[ée]|caisse|police|gendarmerie|office (?:national|fran[çc]ais)|autorit[ée]"
    r"|chambre d|centre hospitalier|h[ôo]pital"
    r"|direction (?:r[ée]gionale|d[ée]partementale|g[ée]n[ée]rale|interr[ée]gionale)"
    r"|(?:dreal|dr[ae]af|ddtm?|ddpp|ars|cpam|caf|cnil|anses|ansm|dgccrf|insee|urssaf)\b"
)
_UNIT = (
    r"service|bureau|direction|p[ôo]le|division|unit[ée]|secr[ée]tariat|cabinet|commission|conseil"
    r"|d[ée]l[ée]gation"
)
_ARTICLE = r"(?:(?:le|la|les)\s+|l['’])?"
_ISSUER = re.compile(rf"{_ARTICLE}(?:{_BODY})", re.IGNORECASE)
_LETTERHEAD = re.compile(rf"{_ARTICLE}(?:{_BODY}|{_UNIT})", re.IGNORECASE)
_HONOURS = re.compile(
    r"\s*,?\s*(?=(?:Chevalier|Officier|Commandeur|Grand[- ]Croix|Liberté|LIBERTÉ)\b"
    r"|(?:CHEVALIER|OFFICIER|COMMANDEUR)\b)"
)
_MOTTO = re.compile(r"libert|[ée]galit[ée]|fraternit[ée]|r[ée]publique fran[çc]aise", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:communiqué(?: de presse)?|avis(?: au public)?|informations?|note|flash info|arrêté|alerte|annonce)$",
    re.IGNORECASE,
)
_BEARS_ITS_DAY = re.compile(
    r"arr[êe]té|communiqué|décision|délibération|cr\b|compte[- ]rendu|procès-verbal|séance"
    r"|liste des délibérations",
    re.IGNORECASE,
)
_LEGAL_LINE = re.compile(r"(?:vu|considérant|article|titre|chapitre)\b", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"microsoft word|untitled|sans titre|document\d*$|\.(?:docx?|odt|pdf|html?|md|txt)$|^\S*_\S*$",
    re.IGNORECASE,
)
_STATES = re.compile(r"\b(?:est|sont|a|ont|sera|vous|nous|peut|doit|a été)\b")
_HEAD_BLOCKS = 12
_TITLE_WORDS = 24
_LINE_WORDS = 12


def titled(parts: tuple[Part, ...], declared: str) -> tuple[str, tuple[Part, ...]]:
    """The title, and the parts with it as their one heading of level 1.

    The first heading that is not a letterhead; else the title that the file declares, which then stands as
    a heading before the text; else the first line, which becomes that heading where it is set like one.
    """
    declared = " ".join(declared.split())
    if _FILE_NAME.search(declared):
        declared = ""
    place = _title_place(parts, declared)
    if place is not None:
        return parts[place].text, _with_title(parts, place)
    if declared:
        heading = RawBlock("heading", declared, TITLE_LEVEL)
        return declared, (Part(heading, "heading"), *parts)
    place = _first_line(parts)
    if place is None:
        return "", parts
    text = parts[place].text
    if len(text.split()) <= _TITLE_WORDS and not text.endswith((".", ";", ",", ":")):
        return text, _with_title(parts, place)
    return _shortened(text), parts


def _title_place(parts: tuple[Part, ...], declared: str) -> int | None:
    """Where the heading stands that is the title; None where the declared title is the better one."""
    places = list(_title_candidates(parts))
    same = [place for place in places if declared and _same(parts[place].text, declared)]
    if same:
        return same[0]
    if not places or (declared and parts[places[0]].raw.level != 1):
        return None
    first = places[0]
    if parts[first].raw.level != 1:
        named = (place for place in places if names_the_notice(parts[place].text))
        first = next((place for place in named if not _GENERIC.match(parts[place].text)), first)
    following = next((place for place in places if place > first), None)
    if following is not None and following - first <= 2 and _GENERIC.match(parts[first].text):
        return following
    return first


def _title_candidates(parts: tuple[Part, ...]) -> Iterator[int]:
    letters = re.compile(r"[^\W\d_]{3}")
    for place, part in enumerate(parts[:_HEAD_BLOCKS]):
        if part.kind == "heading" and letters.search(part.text) and not _is_letterhead(part.text):
            if _LEGAL_LINE.match(part.text) or decides(part.text):
                return
            yield place


def _same(text: str, other: str) -> bool:
    return re.sub(r"\W+", "", text).lower() == re.sub(r"\W+", "", other).lower()


def _is_letterhead(text: str) -> bool:
    """Who publishes, or the motto of the Republic: not what the notice is about."""
    words = len(text.split())
    if _MOTTO.search(text) and (words <= 6 or (words <= 14 and len(_MOTTO.findall(text)) > 1)):
        return True
    return _LETTERHEAD.match(text) is not None and words <= 20 and not _STATES.search(text)


def _first_line(parts: tuple[Part, ...]) -> int | None:
    """The first line of text before the visas; else any heading, even a letterhead."""
    for place, part in enumerate(parts[:_HEAD_BLOCKS]):
        if _LEGAL_LINE.match(part.text):
            break
        if part.kind in ("paragraph", "item", "quote") and not _is_letterhead(part.text):
            return place
    return next((place for place, part in enumerate(parts) if part.kind == "heading"), None)


def _with_title(parts: tuple[Part, ...], place: int) -> tuple[Part, ...]:
    part = parts[place]
    title = Part(replace(part.raw, kind="heading", level=TITLE_LEVEL, marker=""), "heading")
    return (*parts[:place], title, *parts[place + 1 :])


def _shortened(text: str) -> str:
    """The first words, not ending on a little one ("du", "et")."""
    words = text.split()
    if len(words) <= _LINE_WORDS:
        return text
    kept = words[:_LINE_WORDS]
    while len(kept) > 1 and len(kept[-1]) <= 3:
        kept.pop()
    return " ".join(kept).rstrip(" ,;:.") + "…"


def issuer_of(parts: tuple[Part, ...]) -> str:
    """Who publishes: the letterhead, else who signs; empty where neither is written."""
    for part in parts[:_HEAD_BLOCKS]:
        if part.kind in ("heading", "paragraph") and _is_issuer(part.text):
            return _HONOURS.split(part.text, maxsplit=1)[0].strip(" ,")
    return ", ".join(_signer(parts))


def _is_issuer(text: str) -> bool:
    head = _HONOURS.split(text, maxsplit=1)[0]
    return (
        _ISSUER.match(head) is not None
        and len(head.split()) <= 16
        and not re.search(r"\d{2}|:|@", head)
        and not _STATES.search(head)
        and not head.rstrip().endswith((".", ";", ":", "?", "!"))
    )


def _signer(parts: tuple[Part, ...]) -> list[str]:
    """Name and office of the first who signs; the office alone where one signs for another."""
    pieces = [piece for part in parts if part.kind == "signature" for piece in _said(part)][:8]
    office = next((piece for piece in pieces if office_in(piece)), "")
    if not office or re.match(r"pour\b", office, re.IGNORECASE):
        return [office_in(office)] if office else []
    if any(re.match(r"pour\b", piece, re.IGNORECASE) for piece in pieces):
        return [office]
    name = next((piece for piece in pieces if name_in(piece)), "")
    return [piece for piece in pieces if piece in (name, office)][:2]


def _said(part: Part) -> list[str]:
    cuts = (0, *part.breaks, len(part.text))
    pieces = (piece for start, end in pairwise(cuts) for piece in part.text[start:end].split(","))
    return [piece.strip() for piece in pieces if piece.strip()]


def place_of(parts: tuple[Part, ...]) -> str:
    """Where it was signed or published, as the first dateline has it."""
    found = (dateline(part.text) for part in parts if part.kind == "dateline")
    return next((line.place for line in found if line and line.place), "")


def date_of(parts: tuple[Part, ...], title: str, declared: str) -> str:
    """The notice's own day: of its dateline, of its title ("Arrêté du ..."), else as the file declares."""
    for part in parts:
        found = dateline(part.text) if part.kind == "dateline" else None
        if found and found.day:
            return found.day
    in_title = first_date(title) if _BEARS_ITS_DAY.match(title) else ""
    opening = next((day for part in parts[:3] if (day := _news_opening(part.text))), "")
    return in_title or opening or declared


def _news_opening(text: str) -> str:
    """The day of "PARIS, le 28 juin 2024 – Le parquet ..."."""
    head = dateline_before(text)
    return head.day if head and head.place and re.match(r"\s*[–—-]\s", text[head.end :]) else ""
