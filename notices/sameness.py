"""Whether the notice that wants a bundle's place is the bundle's own in a new version, or another notice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from notices.document import Document
from notices.errors import AnotherNotice

SHARED = 0.25
"""Of the words of both texts. Among 71 notices, 99 pairs of 100 share less than 0.19, and orders of one
prefecture to one factory up to 0.36; a notice with four sentences of ten rewritten keeps 0.6, and its plain
version shares 0.44 with it."""

SHARED_UNDER_ONE_TITLE = 0.1
"""The same where both have the same title: an "Avis" that shares less has nothing but its name in common."""


def refuse_another(earlier: Mapping[str, Any] | None, document: Document, folder: Path) -> None:
    """Raise `AnotherNotice` where the bundle whose manifest is `earlier` was made from another notice.

    Compared are the words of its French edition with those of the new notice; where it has only English
    ones, the titles alone.
    """
    if earlier is None:
        return
    title, text = str(earlier.get("notice", {}).get("title", "")), _french(earlier)
    same_title = title.casefold() == document.title.casefold()
    new = " ".join(sentence.text for sentence in document.sentences())
    bar = SHARED_UNDER_ONE_TITLE if same_title else SHARED
    is_another = shared(text, new) < bar if text else not same_title
    if is_another:
        raise AnotherNotice(folder=folder, earlier=title, title=document.title)


def _french(manifest: Mapping[str, Any]) -> str:
    """The text of the first French edition, without its labels; empty where there is none."""
    for edition in manifest.get("editions", ()):
        if edition["lang"] == "fr":
            return " ".join(s["text"] for s in edition["sentences"] if s["kind"] != "label")
    return ""


def shared(one: str, other: str) -> float:
    """Of the words of two texts, the share that both have (Jaccard); 1 where neither has any."""
    ours, theirs = _words(one), _words(other)
    both = ours | theirs
    return len(ours & theirs) / len(both) if both else 1.0


def _words(text: str) -> frozenset[str]:
    """Numbers, and words that are long enough to say something."""
    found: Iterable[str] = re.findall(r"\w+", text.casefold())
    return frozenset(word for word in found if len(word) >= 4 or word.isdigit())
