"""What the plain version does not tell: a shorter text leaves things out, and says which."""

from __future__ import annotations

from notices.document import Check, Document, Kind

BODY: frozenset[Kind] = frozenset({"sentence", "item", "row"})
"""What tells something; a glossary entry explains a word, and does not tell the sentence it stands in."""


def left_out(source: Document, plain: Document) -> tuple[Check, ...]:
    """One check for each body sentence of the source that no told sentence and no heading comes from."""
    told = {name for s in plain.sentences() if s.kind != "glossary" for name in s.origin}
    return tuple(
        Check("", "left-out", s.text, "lost", "flagged", (s.id,))
        for s in source.sentences()
        if s.kind in BODY and s.id not in told
    )


def told_text(plain: Document) -> str:
    """The body of the plain version as it is written."""
    return " ".join(s.text for s in plain.sentences() if s.kind in BODY)
