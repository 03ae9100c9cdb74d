"""Before and after in figures, and the original's hard passages with the advice on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from notices.document import Document, Sentence
from notices.edition import Bundle
from notices.phrases import say
from notices.publishing.findings import named
from notices.publishing.fragments import printable, rich
from notices.publishing.picture import Measure, Picture, picture

if TYPE_CHECKING:
    from notices.advice import Advice

_SCALES: dict[str, tuple[float, float, str, int]] = {
    "kandel_moles": (0, 100, "", 0),
    "words_per_sentence": (40, 5, "", 1),
}
"""Measures that are drawn: the worst and the best end of the scale, the unit, the digits."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One piece of advice, in French."""

    rule: str
    quote: str
    words: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class HardPassage:
    """A sentence with its hard passages marked, and the advice that stands beside it."""

    text: Markup
    remarks: tuple[Remark, ...]


def annotated(document: Document, advice: Sequence[Advice]) -> tuple[HardPassage, ...]:
    """The sentences that there is advice on, in reading order."""
    about: dict[str, list[Advice]] = {}
    for piece in advice:
        about.setdefault(piece.sentence, []).append(piece)
    return tuple(_passage(s, about[s.id]) for s in document.sentences() if s.id in about)


def _passage(sentence: Sentence, advice: Sequence[Advice]) -> HardPassage:
    marks = [piece.span for piece in advice]
    return HardPassage(
        rich(sentence.text, sentence.emphasis, marks), tuple(_remark(sentence, piece) for piece in advice)
    )


def _remark(sentence: Sentence, piece: Advice) -> Remark:
    start, end = piece.span
    quote = "" if (start, end) == (0, len(sentence.text)) else sentence.text[start:end]
    return Remark(
        rule=named("advice.rule", piece.rule, "fr"),
        quote=printable(quote),
        words=say(piece.message, "fr", **piece.values),
        suggestion=printable(piece.suggestion or ""),
    )


def measures(bundle: Bundle) -> tuple[Measure, ...]:
    """What was measured of the original and of its plain version, where it was made."""
    original, plain = bundle.edition("original"), bundle.edition("plain")
    if original is None or original.scores is None:
        return ()
    before = original.scores.to_json()
    after = plain.scores.to_json() if plain and plain.scores else {}
    return tuple(_measures(before, after))


def _measures(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Measure]:
    return [
        Measure(say(f"page.measure.{key}", "fr"), before[key], after.get(key), *scale)
        for key, scale in _SCALES.items()
        if before.get(key) is not None
    ]


def picture_of(measured: Sequence[Measure]) -> Picture:
    """The drawing of these measures."""
    return picture(measured, say("page.before", "fr"), say("page.after", "fr"))
