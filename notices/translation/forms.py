"""The forms in which a French text is handed to the model, in turn, until one of them is proven."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notices.glossary import Found
from notices.translation.moments import moment
from notices.translation.phrasebook import opening

_LONG = 240
"""Characters above which a text is also tried in pieces cut at commas."""
_SHORTEST_PIECE = 12
_LONGEST_LABEL = 60
_LONGEST_DATE = 110
"""Characters of a label, and of a day with its hours, before a sentence."""
_OPENINGS = (
    (re.compile(r"(?i:vu)\s+(?=(?:le|la|les|l['’]|l’|son|ses|notre)\W?)"), "Having regard to "),
    (re.compile(r"(?i:considérant)\s+(?:que\s+|(?=qu['’]))"), "Whereas "),
    (re.compile(r"(?i:considérant)\s+(?=(?:le|la|les|l['’])\W?)"), "Considering "),
    (re.compile(r"(?i:sur proposition d)(?:e\s+|u\s+(?=\w))"), "On a proposal from "),
)
_STRONG = re.compile(r"\s*(?:[;…]|:(?=\s))\s+|\s+[–—]\s+")
_WEAK = re.compile(
    r",\s+(?=(?:et|ou|mais|dont|où|qui|que|lequel|afin|ainsi|sauf|sous|notamment|dans|pour|par|en|à)\b)"
)


@dataclass(frozen=True, slots=True)
class Form:
    """Pieces to be translated each by itself, and what joins their translations."""

    pieces: tuple[str, ...]
    joints: tuple[str, ...] = ()
    capitals: bool = False
    """The whole stands in capitals; the model has it in small letters."""
    opening: str = ""
    """English words before the translation, for French ones that were taken off: "Vu" of a recital."""

    def joined(self, translations: Sequence[str]) -> str:
        """One text of the translated pieces."""
        text = translations[0]
        for joint, said in zip(self.joints, translations[1:], strict=True):
            text = text.rstrip(" .;,:") + joint + said
        text = self.opening + text
        return text.upper() if self.capitals else text


def forms(text: str, found: Sequence[Found], *, takes_terms: bool) -> Iterator[Form]:
    """As it stands, with its terms in English, cut at semicolons and colons, and at commas where it is long.

    Recitals are tried first without their opening. A package that was trained to keep English terms gets
    them first.
    """
    yield from _recital(text)
    yield from _labelled(text)
    yield from _dated(text)
    capitals = _shouts(text)
    plain = _sentence_case(text) if capitals else text
    handed = plain if capitals else with_terms(plain, found)
    whole = [handed, plain] if takes_terms else [plain, handed]
    for written in dict.fromkeys(whole):
        yield Form((written,), capitals=capitals)
    best = whole[0]
    for places, wanted in ((_STRONG, True), (_WEAK, len(best) > _LONG)):
        form = _cut(best, places, capitals=capitals)
        if wanted and len(form.pieces) > 1:
            yield form


def _recital(text: str) -> Iterator[Form]:
    """ "Vu le code de la route" without its "Vu", which no model trained on prose knows."""
    for beginning, english in _OPENINGS:
        if match := beginning.match(text):
            yield Form((text[match.end() :],), opening=english)


def _labelled(text: str) -> Iterator[Form]:
    """ "Horaires : du lundi au vendredi, sauf à Nantes" without its label, which has its fixed English."""
    label, colon, rest = text.partition(" : ")
    english = opening(label) if colon and len(label) < _LONGEST_LABEL else None
    if english and len(rest) >= _SHORTEST_PIECE:
        yield Form((rest,), opening=f"{english}: ")


def _dated(text: str) -> Iterator[Form]:
    """ "Le 9 mars 2025, vers 23 h 40, un incendie a éclaté" without its day and hour, which are figures."""
    cuts = [match for match in re.finditer(r", ", text) if match.start() < _LONGEST_DATE]
    for cut in reversed(cuts):
        english = moment(text[: cut.start()])
        if english and len(text) - cut.end() >= _SHORTEST_PIECE:
            yield Form((text[cut.end() :],), opening=f"{english}, ")
            return


def with_terms(text: str, found: Sequence[Found]) -> str:
    """The French text with its terms in English: "une judicial investigation a été ouverte"."""
    for term in reversed(found):
        start, end = term.span
        text = text[:start] + term.entry.english[0] + text[end:]
    return text


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(text.split()) > 1 and len(letters) > 6 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def _sentence_case(text: str) -> str:
    """Small letters but for the first, and for what is no French word (no vowel: acronyms, figures)."""
    words = [word if not re.search(r"[AEIOUYÀ-Ý]", word) else word.lower() for word in text.split(" ")]
    small = " ".join(words)
    return small[:1].upper() + small[1:]


def _cut(text: str, places: re.Pattern[str], *, capitals: bool) -> Form:
    """Cut at these places, outside brackets and quotation marks, and never into pieces of a word or two."""
    pieces, joints, start = [], [], 0
    for match in places.finditer(text):
        piece = text[start : match.start()]
        rest = text[match.end() :]
        if len(piece) >= _SHORTEST_PIECE <= len(rest) and not _inside(text[: match.start()]):
            pieces.append(piece)
            joints.append(_joint(match.group()))
            start = match.end()
    return Form((*pieces, text[start:]), tuple(joints), capitals)


def _inside(before: str) -> bool:
    return before.count("(") > before.count(")") or before.count("«") > before.count("»")


def _joint(sign: str) -> str:
    bare = sign.strip()
    return f" {bare} " if bare in "–—" else f"{bare} "
