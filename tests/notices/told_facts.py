"""Which annotated facts a text tells: the patterns of `tests/fixtures/facts/*.json` against its sentences."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "fixtures" / "facts"


@dataclass(frozen=True)
class Annotated:
    """A notice with its facts and the statements that must not be made of it."""

    name: str
    notice: Path
    facts: tuple[dict[str, Any], ...]
    forbidden: tuple[dict[str, Any], ...]
    aside: bool


def annotated() -> list[Annotated]:
    """All notices with facts, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.json"))]


def missing(notice: Annotated, sentences: Sequence[str], least: int = 1) -> list[str]:
    """The facts of this importance and above that the sentences do not tell."""
    plain = [normal(s) for s in sentences]
    return [f["text"] for f in notice.facts if f["importance"] >= least and not _told(f, plain)]


def said_wrongly(notice: Annotated, sentences: Sequence[str]) -> list[str]:
    """The forbidden statements that the sentences make."""
    plain = [normal(s) for s in sentences]
    return [
        wrong["text"]
        for wrong in notice.forbidden
        if any(
            any(re.search(p, s) for p in wrong["fr"])
            and not any(re.search(p, s) for p in wrong.get("unless_fr", ()))
            for s in plain
        )
    ]


def normal(text: str) -> str:
    """Lower case, no accents, one apostrophe, digits joined, decimal point."""
    text = text.replace("’", "'").replace("œ", "oe")
    text = re.sub("[\u00a0\u202f\u2009]", " ", text)
    text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    text = re.sub(r"(?<=\d)[ .,](?=\d{3}(?!\d))", "", text)
    return re.sub(r"(?<=\d),(?=\d)", ".", text)


def _told(fact: dict[str, Any], sentences: Sequence[str]) -> bool:
    window = fact.get("window", 2)
    texts = [" ".join(sentences[i : i + window]) for i in range(len(sentences))]
    return any(all(any(re.search(p, text) for p in group) for group in fact["fr"]) for text in texts)


def _read(path: Path) -> Annotated:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Annotated(
        path.stem, FOLDER / data["source_text"], tuple(data["facts"]), tuple(data["forbidden"]), data["aside"]
    )
