"""Who publishes a notice, as far as the notice itself says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import combining, normalize

from notices.structure.bodies import (
    ARTICLE,
    BODY,
    is_byline,
    kind_and_body,
    names_body,
    segments,
    without_honours,
)
from notices.structure.dates import dateline
from notices.structure.roles import Part, name_in, office_in

_PLACE = r"[A-ZÀ-Ý][\w’'-]+(?:(?:\s(?:sur|sous|de|du|des|en|la|le|les|lès))?\s[A-ZÀ-Ý][\w’'-]+){0,3}"
_LABELLED = re.compile(
    r"(?:pouvoir adjudicateur|entité adjudicatrice|acheteur|émetteur|organisme(?: acheteur)?"
    r"|autorité(?: compétente)?"
    r"|maître d['’]ouvrage|collectivité|employeur|publié par|service émetteur)"
    r"\s?:\s*(?P<who>[^.;,\n]{3,120})",
    re.IGNORECASE,
)
_OVER = re.compile(rf"{ARTICLE}(?:minist|cour d|d[ée]partement d|r[ée]gion\b|acad[ée]mie)", re.IGNORECASE)
"""A body that stands above the one that writes, in a letterhead."""
_PROSECUTOR = re.compile(r"\b(?:parquet|procureure?)\b", re.IGNORECASE)
_PARQUET = re.compile(
    rf"\bparquet (?:national [a-z]+(?: [a-z]+)?|(?:du |près le )?tribunal judiciaire d(?:e |u |['’]){_PLACE}"
    rf"|(?:d(?:e |u |['’])){_PLACE})"
)
_ATTORNEY = re.compile(
    rf"\bprocureure?(?: adjointe?)? de la République "
    rf"(?:(?:près le|du) tribunal (?:judiciaire|de grande instance) )?"
    rf"(?:de |d['’]|du ){_PLACE}",
)
_CRIMINAL_CODE = re.compile(r"article 11\b[^.]{0,40}procédure pénale", re.IGNORECASE)
_ACTS = (
    r"(?:recrute|informe|organise|procède|lance|communique|annonce|recommande|appelle|rappelle|invite"
    r"|propose|recherche|porte à|met en|met à|a décidé|a adopté|place|ouvre|fait savoir|fait procéder|vous"
    r"|retire|alerte|réalise|engage)\b"
)
_ACTING = re.compile(
    rf"(?:[^.;:]{{3,90}},\s)?(?P<who>(?:[Ll]es? |[Ll]a |[Ll]['’])?(?:(?i:{BODY})|[Ss]ociété )"
    rf"[^.;:,()]{{0,90}}?)"
    rf"(?:,[^.;:,]{{0,120}},)?\s+(?:vous\s+|en conséquence\s+)?{_ACTS}"
)
_SITE = re.compile(
    r"(?:@|\bwww\.|https?://)(?:[\w-]+\.){0,2}?(?:mairie-?|ville-?|commune-?)?(?P<name>[a-z][a-z-]{3,40})\.[a-z]{2,12}\b(?!\.\w)"
)
_TOWN_MAIL = re.compile(r"(?:(?:mairie|secretariat|accueil|contact)@|@(?:mairie|ville|commune)-?)[\w.-]+$")
_COMMUNE = r"(?:[Mm]airie|[Cc]ommune|[Vv]ille|[Mm]unicipalité|[Vv]illage) d(?:e |u |es |['’])"
_LOOSE_TAIL = re.compile(r"\s+et\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+)")
_HEAD_BLOCKS = 12
_FOOT_BLOCKS = 6
_FOOT_WORDS = 20
_OPENING_BLOCKS = 8


def issuer_of(parts: tuple[Part, ...], declared: str = "") -> str:
    """Who publishes, in words of the notice: a body before a person, the nearest body before those above it.

    `declared` is the title that the file declares: a site adds its name to it. Empty where nobody is named.
    """
    told = (
        _labelled(parts),
        _prosecutor(parts),
        _letterhead(parts),
        _byline(parts),
        _acting(parts),
        ", ".join(_signer(parts)),
        _footer(parts),
        _site_name(declared),
        _commune_of_site(parts),
    )
    return next(filter(None, told), "")


def _labelled(parts: tuple[Part, ...]) -> str:
    found = (_LABELLED.match(part.text) for part in parts[:_HEAD_BLOCKS])
    return next((match["who"].strip() for match in found if match), "")


def _lines(parts: tuple[Part, ...]) -> Iterator[str]:
    """The lines at the head that are no sentences of the text."""
    for part in parts[:_HEAD_BLOCKS]:
        if part.kind in ("heading", "paragraph") and len(part.text.split()) <= 40:
            yield without_honours(part.text)


def _prosecutor(parts: tuple[Part, ...]) -> str:
    """The prosecutor's office of a release by a prosecutor."""
    head = [line for line in _lines(parts) if len(line.split()) <= 16]
    marked = [line for line in head if _PROSECUTOR.match(_last_name(line)) and _is_body_line(line)]
    signed = any(_PROSECUTOR.search(piece) for piece in _signer(parts))
    opening = " ".join(part.text for part in parts[:_OPENING_BLOCKS])
    if not (marked or signed or (_CRIMINAL_CODE.search(opening) and _PROSECUTOR.search(opening))):
        return ""
    court = next((line for line in head if re.match(r"tribunal\b", line, re.IGNORECASE)), "")
    for line in marked:
        if _names_place(line) or "national" in line.lower():
            return line
    if court and _PROSECUTOR.search(court):
        return court
    if court:
        office = re.match(r"parquet\b", marked[0], re.IGNORECASE) if marked else None
        return f"{court} – {office[0] if office else marked[0]}" if marked else court
    return _named_in_text(parts)


def _is_body_line(line: str) -> bool:
    return all(names_body(piece) or _PROSECUTOR.match(piece) for piece in segments(line))


def _last_name(line: str) -> str:
    """The last piece of a line, without its article: "procureur de la République"."""
    pieces = segments(line)
    return re.sub(r"^(?:le|la)\s+", "", pieces[-1], flags=re.IGNORECASE) if pieces else ""


def _names_place(line: str) -> bool:
    """True where the line says of which court or town the office is."""
    rest = re.sub(
        r"(?:procureure?|parquet)|de la r[ée]publique|\b(?:du|de|d|la|le|l)\b", "", line, flags=re.IGNORECASE
    )
    return re.search(r"[^\W\d_]{2}", rest) is not None


def _named_in_text(parts: tuple[Part, ...]) -> str:
    """ "Parquet de Paris", "Procureur de la République près le tribunal judiciaire de Lille" in the text."""
    text = " ".join(part.text for part in parts)
    offices = [
        match[0] for match in _PARQUET.finditer(text[:1].lower() + text[1:].replace("Parquet", "parquet"))
    ]
    place = next((found.place for p in parts if p.kind == "dateline" and (found := dateline(p.text))), "")
    own = [office for office in offices if place and office.lower().endswith(place.lower())]
    if own or len({office.lower() for office in offices}) == 1:
        return _capital((own or offices)[0])
    match = _ATTORNEY.search(text.replace("Procureur", "procureur"))
    return _capital(match[0]) if match else ""


def _letterhead(parts: tuple[Part, ...]) -> str:
    bodies = [piece for line in _lines(parts) if (piece := _body_piece(line))]
    near = [body for body in bodies if not _OVER.match(body)]
    return (near or bodies or [""])[0]


def _body_piece(line: str) -> str:
    """The body that a line names first, what it adds behind a dash left out."""
    pieces = segments(line)
    return _without_article(pieces[0]) if pieces and names_body(pieces[0]) else ""


def _without_article(body: str) -> str:
    """ "Ville de Lens" of "La ville de Lens"; "Le maire de Lens" stays, for a person is no body."""
    article = re.match(
        r"(?:la |l['’]|les |le )(?!maire|(?:sous-)?préf[eè]t|procureur|recteur|rect)", body, re.IGNORECASE
    )
    return _capital(body[article.end() :] if article else body)


def _byline(parts: tuple[Part, ...]) -> str:
    for part in parts[:_HEAD_BLOCKS]:
        if part.kind not in ("heading", "paragraph") or not is_byline(part.text):
            continue
        first, *others = segments(part.text.rstrip(" ."))
        body = kind_and_body(first)[1] or next(filter(names_body, others), "")
        if body:
            return _capital(_LOOSE_TAIL.sub(" et ", body))
    return ""


def _acting(parts: tuple[Part, ...]) -> str:
    """The subject of the sentence with which the text begins: "La ville de Lens recrute"."""
    said = [part.text for part in parts[:_OPENING_BLOCKS] if part.kind in ("heading", "paragraph")]
    for text in said:
        match = _ACTING.match(text)
        if match and len(match["who"].split()) > 2:
            return _capital(
                re.sub(r"^(?:les? |la |l['’])(?!maire|préf)", "", match["who"], flags=re.IGNORECASE)
            )
    return ""


def _signer(parts: tuple[Part, ...]) -> list[str]:
    """Name and office of the first who signs; the office alone where one signs for another."""
    pieces = [piece for part in parts if part.kind == "signature" for piece in _said(part)][:8]
    body = next((piece for piece in pieces if names_body(piece) and not office_in(piece)), "")
    if body:
        return [body]
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


def _footer(parts: tuple[Part, ...]) -> str:
    for part in parts[-_FOOT_BLOCKS:]:
        if part.kind in ("paragraph", "heading", "signature") and len(part.text.split()) <= _FOOT_WORDS:
            piece = re.split(r"\s*[,–—|•]\s*|\s-\s|\s(?=\d)", part.text, maxsplit=1)[0].strip()
            if names_body(piece) and not office_in(piece):
                return piece
    return ""


def _site_name(declared: str) -> str:
    """The body in "Un cimetière sans pesticides - Commune de Couthenans"."""
    return next(filter(names_body, segments(" ".join(declared.split()))[1:]), "")


def _commune_of_site(parts: tuple[Part, ...]) -> str:
    """The commune whose name is that of the site or the mail address given, where it is written too."""
    text = " ¶ ".join(part.text for part in parts)
    speaks_of_town = re.search(r"\b(?:mairie|élus|commune|municipal)", text) is not None
    for match in _SITE.finditer(text):
        letters = match["name"].replace("-", "")
        names = {name[0] for name in re.finditer(_PLACE, text) if _bare(name[0]) == letters}
        for name in sorted(names):
            full = re.search(rf"{_COMMUNE}{re.escape(name)}\b", text)
            if full or (speaks_of_town and _TOWN_MAIL.search(text[: match.end()])):
                return _capital(full[0]) if full else name
    return ""


def _bare(text: str) -> str:
    letters = normalize("NFD", text.lower())
    return "".join(letter for letter in letters if letter.isalpha() and not combining(letter))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
