"""`notices score`: how readable notices are before and after, what to improve, and bars for use in CI."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notices import batch
from notices.document import Document
from notices.errors import NoticesError, ScoreTooLow, SomeNoticesFailed
from notices.phrases import Phrase
from notices.pipeline import open_notice, write_texts
from notices.settings import Settings
from notices.shell.delivery import write_whole
from notices.shell.terminal import Terminal
from notices.visible import visible

if TYPE_CHECKING:
    from notices.advice import Advice
    from notices.publishing.report import Scored
    from notices.readability import Scores


@dataclass(frozen=True, slots=True)
class Bars:
    """What a notice must reach, where a body asks for it."""

    min_score: float | None = None
    """Kandel-Moles of the source, at least."""
    max_words: int | None = None
    """Words of its longest sentence, at most."""

    def failing(self, scores: Scores) -> Phrase | None:
        """Why a notice fails, or None where it passes. A text without sentences fails no bar."""
        ease = scores.kandel_moles
        if self.min_score is not None and ease is not None and ease < self.min_score:
            return Phrase.of("score.too_low", score=ease, bar=self.min_score)
        if self.max_words is not None and scores.longest_sentence > self.max_words:
            return Phrase.of("score.too_long", words=scores.longest_sentence, bar=self.max_words)
        return None


def score_all(
    terminal: Terminal,
    paths: Sequence[Path],
    settings: Settings,
    bars: Bars,
    *,
    advice: bool,
    html: Path | None,
    as_json: bool,
) -> None:
    """Score every notice, print what was found, and raise where a notice fails or misses a bar."""
    files = [job.path for job in batch.plan(paths, Path())]
    scored: dict[Path, Scored] = {}
    failed: dict[Path, NoticesError] = {}
    for file in files:
        try:
            scored[file] = score_one(file, settings)
        except NoticesError as error:
            failed[file] = error
    for file, notice in scored.items():
        if detail := bars.failing(notice.scores):
            failed[file] = ScoreTooLow(file=file, detail=detail)
    if html and scored:
        from notices.publishing.report import report

        write_whole(html, report(list(scored.values())))
    if as_json:
        terminal.data([_data(terminal, file, scored.get(file), failed.get(file)) for file in files])
    else:
        for file, notice in scored.items():
            _show(terminal, file, notice, advice=advice)
    _conclude(terminal, failed, len(files))


def score_one(file: Path, settings: Settings) -> Scored:
    """The scores of a notice and of its plain version, with the advice on its sentences."""
    from notices.advice import advise
    from notices.publishing.report import Scored
    from notices.readability import measure

    _, original = open_notice(file, settings)
    plain = write_texts(original, Settings(editions=("plain",)))[0]["plain"].document
    return Scored(original, measure(original), advise(original), plain, measure(plain))


def _conclude(terminal: Terminal, failed: dict[Path, NoticesError], total: int) -> None:
    if not failed:
        return
    *others, last = failed.values()
    if all(isinstance(error, ScoreTooLow) for error in failed.values()) or total == 1:
        raised: NoticesError = last  # all were scored: the code says that a bar was missed
    else:
        others = list(failed.values())
        raised = SomeNoticesFailed(failed=len(failed), total=total)
    for error in others:
        terminal.complain(error.words(terminal.lang))
    raised.told = True  # the scores were printed, each with its error
    raise raised


def _show(terminal: Terminal, file: Path, notice: Scored, *, advice: bool) -> None:
    terminal.result(f"{visible(str(file))}: {notice.document.title}\n")
    headers = [terminal.say(f"score.column.{name}") for name in ("measure", "source", "plain")]
    plain = dict(notice.plain_scores.metrics()) if notice.plain_scores else {}
    rows = [
        (terminal.say(f"score.{name}"), figure(name, value), figure(name, plain.get(name)))
        for name, value in notice.scores.metrics()
    ]
    terminal.table(headers, rows)
    if advice:
        terminal.result("")
        for piece in notice.advice:
            terminal.result(_advice_line(terminal, piece, notice.document))
    terminal.result("")


def figure(metric: str, value: float | None) -> str:
    """A figure as it is shown: a share in per cent, a gap as a dash."""
    if value is None:
        return "–"
    return f"{100 * value:.0f} %" if metric.startswith("share_") else f"{value:g}"


def _advice_line(terminal: Terminal, piece: Advice, document: Document) -> str:
    start, end = piece.span
    passage = document.sentence(piece.sentence).text[start:end]
    shown = passage if len(passage) <= 90 else f"{passage[:60]} … {passage[-25:]}"
    severity = terminal.say(f"advice.severity.{piece.severity}")
    line = f"{piece.sentence} [{severity}] « {shown} »\n    {piece.words(terminal.lang)}"
    if piece.suggestion:
        line += "\n    " + terminal.say("score.suggestion", text=piece.suggestion)
    return line


def _data(
    terminal: Terminal, file: Path, notice: Scored | None, error: NoticesError | None
) -> dict[str, Any]:
    data: dict[str, Any] = {"notice": str(file)}
    if notice:
        data |= {
            "title": notice.document.title,
            "source": notice.scores.to_json(),
            "plain": notice.plain_scores.to_json() if notice.plain_scores else None,
            "advice": [
                piece.to_json()
                | {
                    "words": piece.words(terminal.lang),
                    "text": _passage(piece, notice),
                    "reference": piece.reference(terminal.lang),
                }
                for piece in notice.advice
            ],
        }
    if error:
        data["error"] = {
            "name": type(error).__name__,
            "code": error.code,
            "message": error.words(terminal.lang),
        }
    return data


def _passage(piece: Advice, notice: Scored) -> str:
    start, end = piece.span
    return notice.document.sentence(piece.sentence).text[start:end]
