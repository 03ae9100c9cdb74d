"""How the summary of an order begins: what it is about, who signs it, when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notices.document import Document
from notices.extraction import Unit
from notices.realisation import LONGEST, Line
from notices.wording import plainer
from notices.wording.acronyms import shortened
from notices.wording.grammar import present, words_in
from notices.wording.joints import capital, stop, without_a

_SUBJECT = re.compile(
    r"(?i)\b(portant|relatif|relative|réglementant|interdisant|prescrivant|autorisant|fixant|"
    r"modifiant|imposant|"
    r"concernant|limitant|restreignant|suspendant|abrogeant|instituant|ordonnant|prononçant)\s+(.+)$"
)
_ABOUT = re.compile(r"\s(?:concernant|relati(?:f|ve|fs|ves)(?=\s(?:à|au|aux)\s))\s+(.+)$")
_SAME, _TOLD = 0.7, 0.3
"""A subject is told where such shares of its words stand in the title and in the first article."""
_ORDER = re.compile(r"(?i)\b(?:arr[êe]té|décision|décret|portant)\b")


def opening(document: Document, units: Sequence[Unit]) -> dict[str, tuple[Line, ...]]:
    """The order's subject, its author and its day by their slots, as far as the document says them. What the
    title and the first rule say already is not said a third time."""
    subject = _subject(document)
    found = {
        "essential": () if _is_told(subject, document.title, units) else tuple(subject),
        "who": (*_author(document), *_signed(document)),
    }
    return {slot: lines for slot, lines in found.items() if lines}


def _is_told(subject: list[Line], title: str, units: Sequence[Unit]) -> bool:
    """True where the title has the words of the subject, and the first article those that tell most."""
    rule = next((unit.text for unit in units if unit.part == "article"), "")
    words = _long_words(" ".join(line.text for line in subject))
    return _SAME * len(words) <= len(words & _long_words(title)) and _TOLD * len(words) <= len(
        words & _long_words(rule)
    )


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word[:6].lower() for word in re.findall(r"[^\W\d_]{5,}", text))


def _subject(document: Document) -> list[Line]:
    for sentence in document.sentences():
        if sentence.kind != "heading" and sentence.text != document.title:
            continue
        match = _SUBJECT.search(sentence.text.replace("’", "'"))
        if match and _ORDER.search(sentence.text) and words_in(sentence.text) < 60:
            return [_line(text, sentence.id) for text in _told(match[1].lower(), shortened(match[2]))]
    return []


_AND_DOES = re.compile(
    r",?\s+et\s+(portant|prescrivant|interdisant|réglementant|limitant|fixant|autorisant)\s+"
)
"""A second act of an order: "relatif à la rage et prescrivant le vaccin"."""


def _told(verb: str, what: str) -> list[str]:
    """ "portant réglementation de la circulation" -> "Objet : réglementation de la circulation"."""
    if (second := _AND_DOES.search(what)) and (second[1] == "portant" or present(second[1])):
        return [*_told(verb, what[: second.start()]), *_told(second[1], what[second.end() :])]
    about = _ABOUT.search(what) if words_in(what) > 12 else None
    if about:
        what = what[: about.start()]
    act = None if verb in ("portant", "concernant", "relatif", "relative") else present(verb)
    subject = f"Cet arrêté {act} {what}" if act else f"Objet : {without_a(what)}"
    return [subject, f"Sujet : {without_a(about[1])}"] if about else [subject]


def _line(text: str, origin: str) -> Line:
    written = stop(capital(plainer(text)))
    return Line(written, "sentence", (origin,), ("fallback",) if words_in(written) > LONGEST else ())


def _author(document: Document) -> list[Line]:
    origin = next((s.id for s in document.sentences() if document.issuer and document.issuer in s.text), None)
    return [Line(stop(f"Autorité : {document.issuer}"), "sentence", (origin,))] if origin else []


def _signed(document: Document) -> list[Line]:
    for block in document.blocks:
        if block.kind == "dateline" and block.sentences:
            match = re.match(r"(?i)fait\s+à\s+(.+?),?\s+le\s+(.+)$", block.sentences[0].text)
            if match:
                return [
                    Line(stop(f"Signé à {match[1]}, le {match[2]}"), "sentence", (block.sentences[0].id,))
                ]
    return []
