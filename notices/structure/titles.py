"""What a notice is called: the heading that is its title, and the words that stand for it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from notices.raw import RawBlock
from notices.sentences import split
from notices.structure.bodies import (
    is_byline,
    is_generic,
    is_letterhead,
    is_section,
    kind_and_body,
    says_something,
    segments,
)
from notices.structure.dates import DATE, dateline
from notices.structure.roles import TITLE_LEVEL, Part, decides, name_in, names_the_notice, office_in

_LEGAL_LINE = re.compile(r"(?:vu|considérant|article|titre|chapitre)\b", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"microsoft word|untitled|sans titre|document\d*$|\.(?:docx?|odt|pdf|html?|md|txt)$|^\S*_\S*$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"(?:objet|sujet|concerne)(?: (?:du|de la|de l['’]|des)\s?\w+(?: \w+)?)?\s?:\s*(?P<what>\S.+)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:enquête publique|arrêté|avis|consultation(?: du public)?|concertation|décision|délibération)\b"
    r"[^.;:]{0,60}?\s(?P<what>(?:relati(?:f|ve)s?\s(?:à|au)|portant|concernant|sur l[ae'’])[^.;:,]{6,160}?)"
    r"(?=[.;:,(]|\s(?:est|sera|sont|se déroulera|aura lieu|a été"
    r"|du (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|\d))\b)",
    re.IGNORECASE,
)
_GOES_WITH_KIND = re.compile(r"(?:relati|portant|concernant|sur\b)", re.IGNORECASE)
_GREETING = re.compile(r"(?:madame|monsieur|mesdames|chère?s?|bonjour)\b", re.IGNORECASE)
_LABEL = re.compile(r"\S+(?:\s\S+){0,3}\s?:")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_HEAD_BLOCKS = 12
_TITLE_WORDS = 24
_SUBJECT_WORDS = 36
_LINE_WORDS = 12
_PROSE_WORDS = 12
_WHOLE_WORDS = 20
"""A sentence of so many words can be a title."""
_BEGINS_ELSEWHERE = re.compile(
    r"(?:à|au|aux|dans|depuis|en|par|pour|suite|face|afin|après|avant|selon|comme|si|lors|du|le \d|mesdames|"
    r"madame|monsieur)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:à la suite|suite)\s(?:du|de la|de l['’]|des|d['’]une?|à une?)\s?(?P<what>[^,;:.]{3,60}"
    r"(?:,\s[^,;:.]*\d[^,;:.]*,\s[^,;:.]{3,140})?)(?=[,;:.])",
    re.IGNORECASE,
)
"""What the news is about: "À la suite du décès, le 3 mars, de deux personnes, ..."."""
_SERIES = re.compile(
    r"(?:communiqué(?: de presse)?|point de (?:situation|presse)|bulletin(?: municipal)?|flash infos?|"
    r"lettre d['’]information|note d['’]information|message|alerte|infos?)\s.*\d",
    re.IGNORECASE,
)
_INSERTED = re.compile(r",\s[^,]*\d[^,]*,")


def titled(parts: tuple[Part, ...], declared: str, *, shown: bool = False) -> tuple[str, tuple[Part, ...]]:
    """The heading that is the title as printed, and the parts with it as their one heading of level 1.

    The first heading that says what the notice is about; else the title that the file declares, which then
    stands as a heading before the text; else a first line set like a title; else the kind of the notice.
    `shown`: a page shows the declared title above its text, so that it goes before any heading.
    """
    declared = " ".join(declared.split())
    if _FILE_NAME.search(declared):
        declared = ""
    place = _title_place(parts, declared, shown=shown)
    if place is not None:
        return _entitled(parts, place)
    if declared:
        heading = RawBlock("heading", declared, TITLE_LEVEL)
        return declared, (Part(heading, "heading"), *parts)
    place = _first_line(parts)
    if place is None:
        return "", parts
    text = parts[place].text
    if len(text.split()) <= _TITLE_WORDS and not text.endswith((".", ";", ",", ":")):
        return _entitled(parts, place)
    named = next((i for i, part in enumerate(parts[:place]) if is_generic(part.text)), None)
    if named is not None:
        return _entitled(parts, named)
    return _shortened(text), parts


def _title_place(parts: tuple[Part, ...], declared: str, *, shown: bool) -> int | None:
    """Where the heading stands that is the title; None where the declared title or a first line is better."""
    places = list(_title_candidates(parts))
    names = {_bare(name) for name in (declared, *segments(declared)) if name}
    same = [place for place in places if _bare(parts[place].text) in names]
    if same and not is_generic(parts[same[0]].text):
        return same[0]
    telling = [p for p in places if not is_generic(parts[p].text) and not is_section(parts[p].text)]
    first = _first_telling(parts, telling)
    if declared and not is_generic(declared) and (shown or first is None or parts[first].raw.level != 1):
        return None
    if first is not None:
        return first
    kinds = [place for place in places if is_generic(parts[place].text) and not is_byline(parts[place].text)]
    bylines = [place for place in places if is_byline(parts[place].text)]
    if kinds or bylines:
        place = (kinds or bylines)[0]
        line = _first_line(parts[:place])
        is_better = line is not None and len(parts[line].text.split()) > 3 and parts[line].kind != "heading"
        return line if is_better and not _ends(parts[line or 0].text) else place
    return None if declared or _first_line(parts) is not None or not places else places[0]


def _first_telling(parts: tuple[Part, ...], places: list[int]) -> int | None:
    """The first of level 1, else one that names its kind and its subject, else the first before any prose."""
    marked = next((place for place in places if parts[place].raw.level == 1), None)
    if marked is not None:
        return marked
    prose = next(
        (
            i
            for i, p in enumerate(parts)
            if p.kind == "paragraph" and _ends(p.text) and len(p.text.split()) > _PROSE_WORDS
        ),
        len(parts),
    )
    early = [place for place in places if place < prose]
    return next(
        (place for place in early if names_the_notice(parts[place].text)), early[0] if early else None
    )


def _ends(text: str) -> bool:
    return text.endswith((".", ";", ",", ":", "!", "?", "…"))


def _title_candidates(parts: tuple[Part, ...]) -> Iterator[int]:
    for place, part in enumerate(parts[:_HEAD_BLOCKS]):
        if part.kind == "heading" and _LETTERS.search(part.text) and not is_letterhead(part.text):
            if _LEGAL_LINE.match(part.text) or decides(part.text):
                return
            yield place


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _first_line(parts: tuple[Part, ...]) -> int | None:
    """The first line of text before the visas; else any heading, even a letterhead."""
    for place, part in enumerate(parts[:_HEAD_BLOCKS]):
        if _LEGAL_LINE.match(part.text):
            break
        if (
            part.kind in ("paragraph", "item", "quote")
            and not is_letterhead(part.text)
            and not is_byline(part.text)
        ):
            return place
    return next((place for place, part in enumerate(parts) if part.kind == "heading"), None)


def _entitled(parts: tuple[Part, ...], place: int) -> tuple[str, tuple[Part, ...]]:
    """The text of the title, and the parts with it as their title; the mark of an item stays before it."""
    raw = parts[place].raw
    text = f"{raw.marker} {raw.text}" if raw.marker else raw.text
    emphasis = () if raw.marker else raw.emphasis
    heading = replace(raw, kind="heading", text=text, level=TITLE_LEVEL, marker="", emphasis=emphasis)
    title = Part(heading, "heading")
    return text, (*parts[:place], title, *parts[place + 1 :])


def _shortened(text: str, most: int = _WHOLE_WORDS) -> str:
    """The first sentence where it is short; else its first clause; else its first words, not ending on a
    little one ("du", "et"). A title that breaks off in the middle tells nothing, so that comes last."""
    start, end = split(text)[0]
    words = text[start:end].split()
    if len(words) <= most:
        return text[start:end].rstrip(" ,;:.")
    clause = _clause(" ".join(words[:most]))
    if clause:
        return clause
    kept = words[:_LINE_WORDS]
    while len(kept) > 1 and len(kept[-1]) <= 3:
        kept.pop()
    return " ".join(kept).rstrip(" ,;:.") + "…"


def _clause(text: str) -> str:
    """What stands before the last comma, where it says something: no "À la suite du décès"."""
    clause = re.split(r"\s*[,;:](?=[^,;:]*$)", text)[0]
    whole = len(clause.split()) > 3 and clause != text and not _BEGINS_ELSEWHERE.match(clause)
    return clause if whole and says_something(clause) else ""


def title_told(heading: str, parts: tuple[Part, ...], issuer: str) -> str:
    """What the notice is called where only its title is shown, in words that stand in it.

    A title that says what the notice is about stays. A mere kind ("AVIS") gains the subject of the notice,
    or who publishes it and its day: "Communiqué de presse – Parquet de Paris, 28 juin 2024". Of one of a
    series ("Communiqué n° 4 du 8 février 2026") the subject is the title.
    """
    if heading and is_letterhead(heading):
        return " – ".join(filter(None, (heading.rstrip(" ,"), _written_day(parts))))
    if not heading or not is_generic(heading):
        return heading
    kind = heading.rstrip(" .:")
    subject = _subject(parts, heading)
    if subject and _SERIES.match(kind):
        return subject
    if subject:
        return f"{kind}{' ' if _GOES_WITH_KIND.match(subject) else ' – '}{subject}"
    day = "" if re.search(DATE, kind, re.IGNORECASE) else _written_day(parts)
    known = (issuer and _bare(issuer) in _bare(kind)) or bool(kind_and_body(segments(kind)[0])[1])
    who = ", ".join(filter(None, ("" if known else issuer, day)))
    if who:
        return f"{kind} – {who}"
    first = next((p.text for p in parts if p.kind == "paragraph" and not is_byline(p.text)), "")
    return f"{kind} – {_shortened(first)}" if first and not known else kind


def _subject(parts: tuple[Part, ...], heading: str) -> str:
    """What the notice says it is about: "Objet : ...", a line below its kind, "relatif à ..."."""
    head = parts[: _HEAD_BLOCKS + 2]
    for part in head:
        match = _OBJECT.match(part.text)
        if match and part.kind != "row":
            start, end = split(match["what"])[0]
            return _shortened(match["what"][start:end], _SUBJECT_WORDS)
    place = next((i for i, part in enumerate(head) if part.text == heading), 0)
    for part in head[place + 1 : place + 5]:
        if part.kind == "dateline" or is_letterhead(part.text) or is_byline(part.text) or _is_office(part):
            continue
        return part.text if _is_subject_line(part) else _about(head[place + 1 :])
    return _about(head[place + 1 :])


def _is_office(part: Part) -> bool:
    return bool(office_in(part.text)) and len(part.text.split()) <= 20


def _is_subject_line(part: Part) -> bool:
    text = part.text
    return (
        part.kind in ("paragraph", "heading")
        and 2 < len(text.split()) <= _SUBJECT_WORDS
        and not _ends(text)
        and not _LEGAL_LINE.match(text)
        and not _GREETING.match(text)
        and not _LABEL.match(text)
        and not decides(text)
        and not name_in(text)
        and not is_section(text)
        and dateline(text) is None
    )


def _about(parts: tuple[Part, ...]) -> str:
    """ "relative au projet de plan local d'urbanisme", in the first sentence that is no visa; or what it
    comes after: "décès de deux personnes"."""
    for part in parts[:4]:
        after = _AFTER.match(part.text) if part.kind == "paragraph" else None
        if after and len(after["what"].split()) > 1:
            return _INSERTED.sub("", after["what"]).strip()
        if part.kind == "paragraph" and not re.match(r"vu\b|considérant\b", part.text, re.IGNORECASE):
            match = _ABOUT.search(part.text)
            if match:
                return match["what"].strip()
    return ""


def _written_day(parts: tuple[Part, ...]) -> str:
    """The day of the dateline, as it is written."""
    for part in parts:
        if part.kind == "dateline" or (is_byline(part.text) and part.kind in ("paragraph", "heading")):
            found = re.search(DATE, part.text, re.IGNORECASE)
            if found:
                return found[0].strip()
    return ""
