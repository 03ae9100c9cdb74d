"""What part each block plays: heading, dateline, signature, or what the reader said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from notices.document import BlockKind
from notices.raw import RawBlock
from notices.structure.bodies import is_byline
from notices.structure.dates import dateline, dateline_after, dateline_before
from notices.structure.pieces import OPEN_END, cut
from notices.structure.rows import SEPARATOR

_OFFICE = (
    r"(?:sous-)?pr[ée]f[eè]te?s?|maire(?:sse)?|procureure?|pr[ée]sidente?|directeur|directrice|secr[ée]taire|adjointe?"
    r"|chef(?:fe)?|commissaire|ministre|recteur|rectrice|commandante?|colonel(?:le)?|g[ée]n[ée]rale?|greffi[eè]re?"
    r"|juge|conseill[eè]re?|inspecteur|inspectrice|responsable|d[ée]l[ée]gu[ée]e?|gouverneure?|vice-pr[ée]sidente?"
    r"|substitute?|avocate? g[ée]n[ée]rale?|b[âa]tonni[eè]re?|g[ée]rante?|trésori[eè]re?"
)
_FUNCTION = re.compile(
    r"(?:signé\s*:?\s*)?(?:pour\s+|p/\s*|po\s+)?(?:monsieur\s+|madame\s+|m\.\s+|mme\s+)?(?:le\s+|la\s+|l['’]|les\s+)?"
    rf"(?:{_OFFICE})\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:\(?signé\)?\s*:?|par (?:délégation|empêchement|ordre)\b.*|et par délégation\b.*)$", re.IGNORECASE
)
_SIGNED_BY = re.compile(r"signé\s*:\s*(?=\S)", re.IGNORECASE)
_NOT_A_NAME = r"(?!(?:Le|La|Les|Pour|Par|Signé|Fait|Article|Commune|Ville|Rue|Place|Vu|Du|Au|Aux|Société)\b)"
_FIRST = rf"{_NOT_A_NAME}(?!(?i:{_OFFICE})\b)[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)*"
_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý'’]+(?:-[A-ZÀ-Ý'’]{2,})*"
_NAME = (
    rf"(?:(?:M|Mr|Mme|Mlle|Dr|Pr|Me)\.?\s+)?(?:{_FIRST}\s+|[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)?\s*){{1,3}}"
    rf"(?:(?:de|du|d['’]|le|la|DE|DU|D['’]|LE|LA)\s*)?{_CAPITALS}(?:\s+{_CAPITALS}){{0,3}}"
)
_NAME_ALONE = re.compile(rf"{_NAME}\s*[.,]?$")
_NAME_FIRST = re.compile(rf"{_NAME}(?=\s*,?\s+[A-ZÀ-Ýa-zà-ÿ])")
_NAME_LAST = re.compile(rf"(?<![\w-]){_NAME}\s*$")
_SMALL_NAME = re.compile(rf"{_FIRST}(?:\s+(?:de|du|d['’]|le|la))?\s+{_FIRST}(?:\s+{_FIRST})?$")
_LABEL = re.compile(r"(?<!igné)(?<!igné )(?<!igné\u00a0)\s*:")
_STATES = re.compile(
    r"\b(?:est|sont|sera|seront|était|a|ont|aura|auront|peut|peuvent|doit|doivent|vous|nous|il|elle|ils|elles|ne|qui|que)\b",
    re.IGNORECASE,
)
_KIND_OF_NOTICE = re.compile(
    r"(?:communiqué|arrêté|arrete|avis|note|information|lettre|circulaire|décision|délibération"
    r"|compte[- ]rendu"
    r"|cr|procès-verbal|règlement|convocation|appel|alerte|rappel|annonce|dossier de presse|déclaration)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:portant|relatif|relative|fixant|modifiant|autorisant|interdisant|imposant|réglementant|prescrivant|abrogeant"
    r"|instituant|accordant|prolongeant|délimitant|prononçant)\b",
    re.IGNORECASE,
)
_DIVISION = re.compile(
    r"(?P<name>A(?:rticle|RTICLE|nnexe|NNEXE)|T(?:itre|ITRE)|C(?:hapitre|HAPITRE)|S(?:ection|ECTION))\s+"
    r"(?:n°\s*)?(?:\d+(?:[.-]\d+)*|[IVXLC]+|1er|1ER|premier|PREMIER|unique|UNIQUE)\b[^.;]*\.?\s*[^.;]*$"
)
_DECIDES = re.compile(r"(?:ARR[ÊE]TE(?:NT)?|D[ÉE]CIDE(?:NT)?|D[ÉE]LIB[ÈE]RE|ORDONNE)\s*:?$")
_SIGNATURE_WORDS = 28
_HEADING_LENGTH = 800
_HEAD_BLOCKS = 8
_LAST_BLOCKS = 12
_LONG_ROW = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A raw block and the part it plays."""

    raw: RawBlock
    kind: BlockKind
    breaks: tuple[int, ...] = ()
    """Where a signature or a long row is parted: name from office, cell from cell."""

    @property
    def text(self) -> str:
        """The block's text."""
        return self.raw.text


def roles(blocks: Iterable[RawBlock]) -> tuple[Part, ...]:
    """The blocks with their parts: datelines and signatures first, then what is set like a heading."""
    parts = list(_titles_joined([part for block in blocks for part in _dated(block)]))
    signed = set(_signatures(parts))
    return tuple(
        _signature(part) if place in signed else _heading_like(part, place)
        for place, part in enumerate(parts)
    )


def _dated(block: RawBlock) -> Iterator[Part]:
    """Parts of a block that is a dateline, or begins with one: "Fait à Lille, le 19 mai 2025 Le préfet"."""
    if block.kind in ("paragraph", "heading"):
        if dateline(block.text):
            yield Part(block, "dateline")
            return
        head = dateline_before(block.text)
        rest = block.text[head.end :] if head else ""
        if head and head.place and rest[:1].isspace() and rest.lstrip()[:1].isupper():
            yield Part(cut(block, 0, head.end), "dateline")
            yield Part(cut(replace(block, kind="paragraph"), head.end, len(block.text)), "paragraph")
            return
        if behind := dateline_after(block.text):
            yield Part(cut(block, 0, behind[0]), block.kind)
            yield Part(cut(replace(block, kind="paragraph", level=0), behind[0], len(block.text)), "dateline")
            return
    yield Part(block, block.kind, _cells(block))


def _cells(block: RawBlock) -> tuple[int, ...]:
    """A long row is heard cell by cell."""
    if block.kind != "row" or len(block.text.split()) <= _LONG_ROW:
        return ()
    return tuple(match.end() for match in re.finditer(re.escape(SEPARATOR), block.text))


def _titles_joined(parts: list[Part]) -> Iterator[Part]:
    """ "Arrêté du 24 septembre 2021" and "portant modification ..." are one heading in two lines."""
    held: Part | None = None
    for part in parts:
        if held and part.kind in ("paragraph", "heading") and _is_rest_of_title(held, part):
            text = f"{held.text} {part.text}"
            shift = len(held.text) + 1
            emphasis = (*held.raw.emphasis, *((s + shift, e + shift) for s, e in part.raw.emphasis))
            held = Part(
                replace(held.raw, text=text, emphasis=emphasis, kind="heading", level=held.raw.level or 2),
                "heading",
            )
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _is_rest_of_title(title: Part, rest: Part) -> bool:
    if title.kind not in ("paragraph", "heading") or _KIND_OF_NOTICE.match(title.text) is None:
        return False
    if len(title.text.split()) > 16 or len(rest.text.split()) > 60 or rest.text.endswith((";", ":", ",")):
        return False
    if OPEN_END.search(title.text):
        return not _is_visa(rest.text)
    return not title.text.endswith((".", ";", ":")) and _GOES_ON.match(rest.text) is not None


def _signatures(parts: list[Part]) -> Iterator[int]:
    """Places of the blocks that sign: after "Fait à ...", or a name with its office near the end."""
    chain = False
    for place, part in enumerate(parts):
        if part.kind == "dateline":
            chain = place > 0 and part.text[:4].lower() == "fait"
            continue
        chain = chain and _could_sign(part)
        if chain:
            yield place
    end = max(1, len(parts) - _LAST_BLOCKS)
    for place in range(end, len(parts)):
        if _signs(parts, place):
            yield place


def _could_sign(part: Part) -> bool:
    text = part.text
    if part.kind not in ("paragraph", "heading") or len(text.split()) > _SIGNATURE_WORDS:
        return False
    if _STATES.search(text) or text.endswith((".", ";", ":", "?", "!")) or _LABEL.search(text):
        return False
    signer = _SIGNED_BY.sub("", text)
    return any(
        pattern.match(signer) for pattern in (_FUNCTION, _NAME_ALONE, _SIGNED, _SMALL_NAME, _NAME_FIRST)
    )


def _signs(parts: list[Part], place: int) -> bool:
    """A name and an office, in one block or in two neighbours."""
    part = parts[place]
    if not _could_sign(part):
        return False
    text = part.text
    first = _NAME_FIRST.match(text)
    if first and _FUNCTION.match(text[first.end() :].lstrip(" ,\u00a0")):
        return True
    if _FUNCTION.match(text) and _NAME_LAST.search(text):
        return True
    neighbours = [parts[i] for i in (place - 1, place + 1) if 0 <= i < len(parts) and _could_sign(parts[i])]
    if _NAME_ALONE.match(text):
        return any(_FUNCTION.match(other.text) for other in neighbours)
    if _FUNCTION.match(text):
        return any(_NAME_ALONE.match(other.text) for other in neighbours)
    return False


def name_in(text: str) -> bool:
    """True for a person's name and nothing else."""
    return _NAME_ALONE.match(text) is not None


def office_in(text: str) -> str:
    """The office of who signs, and the one signed for in "Pour le préfet et par délégation"; else empty."""
    for_another = re.match(r"pour\s+", text, re.IGNORECASE)
    office = text[for_another.end() :] if for_another else text
    if not _FUNCTION.match(office):
        return ""
    return re.split(r"\s*,|\s+et\s+par\b", office, maxsplit=1)[0] if for_another else office


def _signature(part: Part) -> Part:
    return Part(replace(part.raw, kind="paragraph", level=0), "signature", _name_breaks(part.text))


def _name_breaks(text: str) -> tuple[int, ...]:
    """Where the name ends and the office begins, or the other way round."""
    first = _NAME_FIRST.match(text)
    if first and _FUNCTION.match(text[first.end() :].lstrip(" ,\u00a0")):
        return (len(text) - len(text[first.end() :].lstrip(" ,\u00a0")),)
    last = _NAME_LAST.search(text)
    return (last.start(),) if last and last.start() else ()


def _heading_like(part: Part, place: int) -> Part:
    """A paragraph that is set or worded like a heading becomes one."""
    if part.kind != "paragraph" or len(part.text) > _HEADING_LENGTH:
        return part
    level = _heading_level(part.text, early=place < _HEAD_BLOCKS)
    return Part(replace(part.raw, kind="heading", level=level), "heading") if level else part


def _heading_level(text: str, *, early: bool) -> int:
    """The level of a heading, 0 where it is none."""
    words = text.split()
    if decides(text) or (early and names_the_notice(text) and not is_byline(text)):
        return 2
    if len(words) > 20 or text.endswith((".", ";", ",")) or _is_visa(text):
        return 0
    division = _DIVISION.match(text)
    if division:
        states = _STATES.search(text) is not None or len(words) > 16
        return 0 if states else 3 if division["name"].lower() == "article" else 2
    return 2 if _is_capitals(text) and not name_in(text) else 0


def decides(text: str) -> bool:
    """True for "ARRÊTE :", the verb that stands between the visas and the articles."""
    return _DECIDES.match(text) is not None


def names_the_notice(text: str) -> bool:
    """ "Communiqué de presse", "Arrêté n° 2025-860 du 20 mai 2025 prescrivant ..." """
    words = len(text.split())
    if _KIND_OF_NOTICE.match(text) is None or text.endswith((";", ":", ",")) or words > 100:
        return False
    return _GOES_ON.search(text) is not None or (words <= 12 and not _STATES.search(text) and text[-1] != ".")


def _is_visa(text: str) -> bool:
    return text[:2].upper() == "VU" or text[:9].upper() == "CONSIDÉRA"


def _is_capitals(text: str) -> bool:
    """Set in capitals, and not an address, a number or a lone acronym."""
    letters = sum(letter.isalpha() for letter in text)
    shown = sum(not sign.isspace() for sign in text)
    return (
        text.isupper()
        and letters > 7
        and letters > 0.75 * shown
        and not re.search(r"\d{5}|@|\.\w{2,3}/", text)
    )


def levelled(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The headings with levels that begin at 1 for the title alone, never skip one on the way down, and are
    one for siblings: the level is the number of the headings that a heading stands under."""
    result: list[Part] = []
    above: list[int] = []
    for part in parts:
        if part.kind == "heading":
            level = 1
            if _titles(part):
                above = []
            else:
                above = [*(one for one in above if one < part.raw.level), part.raw.level]
                level = min(len(above) + 1, 6)
            part = replace(part, raw=replace(part.raw, level=level))
        result.append(part)
    return tuple(result)


TITLE_LEVEL = 0
"""The level of the heading that is the title, until `levelled` gives every heading its own."""


def _titles(part: Part) -> bool:
    return part.kind == "heading" and part.raw.level == TITLE_LEVEL
