"""The one document that every step reads and returns.

A `Document` is a flat tuple of blocks, each a tuple of sentences. It is frozen: a step that
changes a text returns a new document. Sentence ids are born in `structure.py` (`s1`, `s2`, ...)
and never change; a sentence of a later document names in `origin` the ones that it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

Lang = Literal["fr", "en"]

Kind = Literal["sentence", "item", "row", "heading", "label", "glossary"]
"""What a sentence is. `label` is our own words; only `heading`, `label` and `glossary` may lack an origin."""

KINDS_WITHOUT_ORIGIN: frozenset[Kind] = frozenset({"heading", "label", "glossary"})

BlockKind = Literal[
    "heading", "paragraph", "item", "row", "quote", "dateline", "signature", "label", "glossary"
]

Flag = Literal[
    "fallback",
    "untranslated",
    "doubtful",
    "unproven",
    "low-confidence",
    "from-picture",
    "derived",
    "reworded",
]
"""What a reader must know about a sentence:

`fallback`: no simpler or shorter rewriting was proven: the (cleaned) source sentence stands here, or what
could be proven of it and still is long;
`untranslated`: the source sentence stands in a translation; `unproven`: shown although a check
failed; `doubtful`: a reviewer should look (a soft check failed); `low-confidence`: the model was
unsure; `from-picture`: read by OCR; `derived`: holds a figure that we counted ("quatre pays");
`reworded`: a language model found these words, and the gate proved them."""

PROVEN: frozenset[Flag] = frozenset({"reworded"})
"""Flags that say how a sentence was made, and ask nobody to look at it."""

Span = tuple[int, int]
"""Start and end offsets in a text, in characters, end excluded."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item, table row or heading: the unit of proof, of sound and of highlighting."""

    id: str
    text: str
    kind: Kind = "sentence"
    origin: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    emphasis: tuple[Span, ...] = ()
    """Spans of `text` that stand in bold in the source."""
    confidence: float | None = None
    """For machine translation: how sure the model is, 0 to 1."""

    def flagged(self, *flags: Flag) -> Sentence:
        """The same sentence with these flags added, each once."""
        return replace(self, flags=tuple(dict.fromkeys(self.flags + flags)))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, one list item or one table row, with its sentences in order.

    Lists and tables are runs of neighbouring `item` and `row` blocks; `level` is the depth of a
    heading (1 to 6, 1 is the document's title) or of an item (0 is the outermost).
    """

    kind: BlockKind
    sentences: tuple[Sentence, ...]
    level: int = 0
    marker: str = ""
    """What stands before a list item in the source: "1.", "a)"; empty for a bullet."""
    cells: tuple[str, ...] = ()
    """The cells of a table row as printed; `sentences` holds the row as it is read aloud."""
    header: bool = False
    """True for the header row of a table."""
    page: int | None = None
    """The page of the source that the block begins on, where the source has pages (1 is the first)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A notice in one language and one wording."""

    lang: Lang
    title: str
    blocks: tuple[Block, ...]
    issuer: str = ""
    """Who publishes the notice, as written in it; empty where it does not say."""
    place: str = ""
    date: str = ""
    """The notice's own date, ISO 8601 (2024-06-28); empty where it has none."""

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in reading order."""
        for block in self.blocks:
            yield from block.sentences

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence with this id; KeyError where there is none."""
        for sentence in self.sentences():
            if sentence.id == sentence_id:
                return sentence
        raise KeyError(sentence_id)

    def map(self, change: Callable[[Sentence], Sentence]) -> Document:
        """The same blocks with every sentence replaced by `change(sentence)`."""
        return replace(
            self,
            blocks=tuple(replace(b, sentences=tuple(map(change, b.sentences))) for b in self.blocks),
        )

    def word_count(self) -> int:
        """Words in the whole document, split at white space."""
        return sum(len(s.text.split()) for s in self.sentences())

    def to_json(self) -> dict[str, Any]:
        """Plain data for `json.dumps`; `document_from_json` reads it back."""
        return asdict(self)


def document_from_json(data: dict[str, Any]) -> Document:
    """The document that `Document.to_json` wrote."""
    return Document(**{**data, "blocks": tuple(_block(b) for b in data["blocks"])})


def _block(data: dict[str, Any]) -> Block:
    return Block(
        **{
            **data,
            "sentences": tuple(_sentence(s) for s in data["sentences"]),
            "cells": tuple(data["cells"]),
        }
    )


def _sentence(data: dict[str, Any]) -> Sentence:
    return Sentence(
        **{
            **data,
            "origin": tuple(data["origin"]),
            "flags": tuple(data["flags"]),
            "emphasis": tuple((start, end) for start, end in data["emphasis"]),
        }
    )


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was compared and not found in order, and what was done about it."""

    sentence: str
    """Id of the written sentence; empty where the source sentence has no counterpart."""
    rule: str
    """What failed: a rule of `gate.py` ("number", "hedge", ...), or "loop", "copy", "empty", "term"."""
    value: str
    """What is lost or invented, as found in the text ("23 000", "soupçonné")."""
    side: Literal["lost", "invented", "changed"]
    action: Literal["fallback", "flagged", "kept"]
    """`kept`: what a language model proposed was refused, and the sentence stands as it was."""
    origin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What a step wrote, with what its gate has to say about it."""

    document: Document
    checks: tuple[Check, ...] = ()
    compared: dict[str, int] = field(default_factory=dict)
    """How many facts of each kind were compared: {"number": 12, "hedge": 3}."""
