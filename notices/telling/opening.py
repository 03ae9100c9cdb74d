"""How the summary of an order begins: what it is about, who signs it, when."""

from __future__ import annotations

import re

from notices.document import Document, Sentence
from notices.extraction import Unit
from notices.realisation.lines import Line, Realised
from notices.wording import plainer
from notices.wording.joints import capital, stop

_SUBJECT = re.compile(
    r"(?i)\b(portant|relatif à|relative à|relatif au|relatif aux|réglementant|interdisant|prescrivant|autorisant|fixant|modifiant|imposant|concernant)\s+(.+)$"
)


def opening(document: Document) -> tuple[Realised, ...]:
    """The order's subject, its author and its day, as far as the document says them."""
    lines = [line for line in (_subject(document), _author(document), _signed(document)) if line]
    return (Realised(Unit(head=None), tuple(lines)),) if lines else ()


def _subject(document: Document) -> Line | None:
    for sentence in document.sentences():
        match = (
            _SUBJECT.search(sentence.text)
            if sentence.kind == "heading" or sentence.text == document.title
            else None
        )
        if (
            match
            and re.search(r"(?i)\b(?:arr[êe]té|décision|portant)\b", sentence.text)
            and len(sentence.text.split()) < 60
        ):
            verb, what = match[1].lower(), match[2]
            text = (
                f"Objet : {what}"
                if verb in ("portant", "concernant") or verb.startswith("relati")
                else f"Cet arrêté est un texte {verb} {what}"
            )
            return Line(stop(capital(plainer(text))), "sentence", (sentence.id,))
    return None


def _author(document: Document) -> Line | None:
    origin = _where(document, document.issuer)
    if not document.issuer or not origin:
        return None
    return Line(stop(f"Autorité : {document.issuer}"), "sentence", origin)


def _signed(document: Document) -> Line | None:
    for block in document.blocks:
        if block.kind == "dateline":
            sentence = block.sentences[0]
            match = re.match(r"(?i)fait\s+à\s+(.+?),?\s+le\s+(.+)$", sentence.text)
            if match:
                return Line(stop(f"Signé à {match[1]}, le {match[2]}"), "sentence", (sentence.id,))
    return None


def _where(document: Document, text: str) -> tuple[str, ...]:
    return tuple(s.id for s in document.sentences() if text and text in s.text)[:1] if text else ()


def _sentence(document: Document, text: str) -> Sentence | None:
    return next((s for s in document.sentences() if text in s.text), None)
