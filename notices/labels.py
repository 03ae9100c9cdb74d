"""What each edition says of itself before anything else: who made it, and that nobody has reviewed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from notices.document import Block, Document, Lang, Sentence
from notices.edition import EditionId
from notices.phrases import say

ID_PREFIXES: dict[EditionId, str] = {"original": "s", "plain": "p", "translation": "t", "plain-en": "e"}
"""Sentence ids are unique in a bundle: each edition's begin with a letter of its own."""


def introduce(
    document: Document,
    edition: EditionId,
    *,
    gist_only: bool,
    from_picture: bool,
    unread_pages: Sequence[int] = (),
    reworded: int = 0,
) -> Document:
    """The document with its labels after the title (or first, where it has none).

    `reworded`: how many sentences of the plain French a language model worded.
    """
    keys = [f"label.{edition}"]
    if gist_only and document.lang == "en":
        keys.append("label.gist")
    if from_picture:
        keys.append("label.picture")
    texts = [*_provenance(document), *(say(key, document.lang) for key in keys)]
    if unread_pages:
        texts.append(say("label.unread", document.lang, pages=", ".join(map(str, unread_pages))))
    if reworded and edition in ("plain", "plain-en"):
        key = "label.reworded.one" if reworded == 1 else "label.reworded"
        texts.append(say(key, document.lang, count=reworded))
    prefix = ID_PREFIXES[edition]
    labels = tuple(
        Block("label", (Sentence(f"{prefix}-label{number}", text, "label"),))
        for number, text in enumerate(texts, 1)
    )
    split = 1 if document.blocks and document.blocks[0].kind == "heading" else 0
    return replace(document, blocks=document.blocks[:split] + labels + document.blocks[split:])


def _provenance(document: Document) -> list[str]:
    date = written_date(document.date, document.lang)
    if document.issuer and date:
        return [say("label.issued", document.lang, issuer=document.issuer, date=date)]
    if document.issuer:
        return [say("label.issuer", document.lang, issuer=document.issuer.rstrip("."))]
    if date:
        return [say("label.date", document.lang, date=date)]
    return []


def written_date(iso: str, lang: Lang) -> str:
    """`2024-06-28` as "28 juin 2024" or "28 June 2024"; empty for an empty or partial date."""
    parts = iso.split("-")
    if len(parts) != 3:
        return ""
    year, month, day = (int(part) for part in parts)
    first = "1er" if lang == "fr" and day == 1 else str(day)
    return f"{first} {say(f'month.{month}', lang)} {year}"
