"""Before and after in figures, and the original's hard passages with the advice on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from notices.document import Document, Sentence, Span
from notices.phrases import say
from notices.publishing.findings import named
from notices.publishing.fragments import printable, rich
from notices.publishing.picture import Measure, Picture, picture

if TYPE_CHECKING:
    from notices.advice import Advice
    from notices.readability import Scores

_DRAWN: dict[str, tuple[float, float]] = {
    "kandel_moles": (0, 100),
    "words_per_sentence": (40, 5),
    "share_over_15": (1, 0),
}
"""Metrics that are drawn, with the worst and the best end of their scale; the table has all of them."""

_FIRST = 4
"""Words by which a sentence is found again."""
_WHOLE = frozenset({"longest_sentence", "passives", "undefined_acronyms"})


@dataclass(frozen=True, slots=True)
class Remark:
    """One piece of advice, in French."""

    severity: str
    rule: str
    words: str
    suggestion: str
    """What could stand there instead; empty where no wording is safe, or where `words` already say it."""


@dataclass(frozen=True, slots=True)
class HardPassage:
    """A sentence with its hard passages marked, and the advice that stands beside it."""

    text: Markup
    remarks: tuple[Remark, ...]


def by_sentence(advice: Iterable[Advice]) -> dict[str, list[Advice]]:
    """The advice on each sentence, by the sentence's id."""
    about: dict[str, list[Advice]] = {}
    for piece in advice:
        about.setdefault(piece.sentence, []).append(piece)
    return about


def annotated(document: Document, advice: Iterable[Advice]) -> tuple[HardPassage, ...]:
    """The sentences that there is advice on, in reading order."""
    about = by_sentence(advice)
    return tuple(
        HardPassage(rich(s.text, s.emphasis, spans(s, about[s.id])), remarks([s], about))
        for s in document.sentences()
        if s.id in about
    )


def spans(sentence: Sentence, advice: Iterable[Advice]) -> list[Span]:
    """What to mark in a sentence; not the whole of it, for such a mark would say nothing."""
    whole = (0, len(sentence.text))
    return [piece.span for piece in advice if piece.span != whole]


def remarks(sentences: Iterable[Sentence], about: Mapping[str, Sequence[Advice]]) -> tuple[Remark, ...]:
    """The advice on these sentences, in words; what is about a whole sentence among several says which."""
    among = list(sentences)
    return tuple(
        _remark(piece, _beginning(s, piece) if len(among) > 1 else "")
        for s in among
        for piece in about.get(s.id, ())
    )


def _beginning(sentence: Sentence, piece: Advice) -> str:
    """The first words of a sentence that a remark is about as a whole, by which a reader finds it."""
    return " ".join(sentence.text.split()[:_FIRST]) if piece.span == (0, len(sentence.text)) else ""


def _remark(piece: Advice, begins: str) -> Remark:
    words = piece.words("fr")
    if begins:
        words = say("advice.where", "fr", begins=begins, words=words)
    suggestion = piece.suggestion if piece.suggestion and piece.suggestion not in words else ""
    return Remark(
        severity=say(f"advice.severity.{piece.severity}", "fr"),
        rule=say(f"advice.rule.{piece.rule}", "fr"),
        words=printable(words),
        suggestion=printable(suggestion),
    )


def measures(before: Scores, after: Scores | None) -> tuple[Measure, ...]:
    """What was measured of a French text, and of its plain version where there is one."""
    return tuple(_measure(metric, before, after) for metric, _ in before.metrics())


def _measure(metric: str, before: Scores, after: Scores | None) -> Measure:
    then, now = _shown(metric, before), _shown(metric, after) if after else ""
    return Measure(
        metric, named("score", metric, "fr"), then, now, getattr(before, metric), getattr(after, metric, None)
    )


def _shown(metric: str, scores: Scores) -> str:
    """The figure as French writes it."""
    value = getattr(scores, metric)
    if value is None:
        return "–"
    if metric.startswith("share_"):
        return f"{100 * value:.0f}\u00a0%"
    return f"{value:.{0 if metric in _WHOLE else 1}f}".replace(".", ",").replace("-", "\u2212")


def picture_of(measured: Sequence[Measure]) -> Picture:
    """The drawing of the measures that can be drawn."""
    drawn = [measure for measure in measured if measure.metric in _DRAWN]
    return picture(drawn, _DRAWN, say("page.before", "fr"), say("page.after", "fr"))
