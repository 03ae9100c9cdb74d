"""The headings of a document as a tree, for tables of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from notices.document import Sentence
from notices.publishing.fragments import printable
from notices.publishing.layout import Passage, Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading and the headings under it."""

    sentences: tuple[Sentence, ...]
    children: tuple[Entry, ...] = ()

    @property
    def id(self) -> str:
        """Where it stands: the id of its first sentence."""
        return self.sentences[0].id

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(printable(sentence.text) for sentence in self.sentences)


def outline(units: Sequence[Unit]) -> tuple[Entry, ...]:
    """The headings under the title; the title itself is the name of what they stand in."""
    headings = [u for u in units if isinstance(u, Passage) and u.kind == "heading" and u.sentences]
    roots = tuple(_entries(headings, 1))
    return roots[0].children if len(roots) == 1 else roots


def has_title(units: Sequence[Unit]) -> bool:
    """Whether the text begins with a title of its own: a heading with no other beside it."""
    depths = [u.depth for u in units if isinstance(u, Passage) and u.kind == "heading"]
    return depths.count(1) == 1 and _begins_with_heading(units)


def _begins_with_heading(units: Sequence[Unit]) -> bool:
    """Our own labels may stand before it."""
    first = next((u for u in units if not (isinstance(u, Passage) and u.kind == "label")), None)
    return isinstance(first, Passage) and first.kind == "heading"


def _entries(headings: Sequence[Passage], depth: int) -> Iterator[Entry]:
    starts = [n for n, heading in enumerate(headings) if heading.depth == depth]
    for start, end in pairwise([*starts, len(headings)]):
        heading = headings[start]
        yield Entry(heading.sentences, tuple(_entries(headings[start + 1 : end], depth + 1)))
