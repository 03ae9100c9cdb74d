"""The report of `notices score`: an accessible page with the text, its hard passages, the advice beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from notices.document import Document
from notices.phrases import say
from notices.publishing.fragments import printable
from notices.publishing.layout import Unit, sentences, units
from notices.publishing.picture import Measure, Picture
from notices.publishing.readability import Remark, by_sentence, measures, picture_of, remarks, spans
from notices.publishing.templating import fill, policy, verbatim
from notices.publishing.view import View

if TYPE_CHECKING:
    from notices.advice import Advice
    from notices.readability import Scores


@dataclass(frozen=True)
class Scored:
    """A notice that was measured, with its plain version where one was written."""

    document: Document
    scores: Scores
    advice: Sequence[Advice]
    plain: Document | None = None
    plain_scores: Scores | None = None


@dataclass(frozen=True)
class Annotated:
    """A unit of the text with what is to be said about it."""

    unit: Unit
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Chapter:
    """One notice in the report."""

    id: str
    title: str
    measures: tuple[Measure, ...]
    picture: Picture
    text: tuple[Annotated, ...]
    view: View
    plain: tuple[Unit, ...]
    plain_view: View

    @property
    def has_advice(self) -> bool:
        """Whether anything is to be said about it."""
        return any(part.remarks for part in self.text)


def report(notices: Sequence[Scored]) -> str:
    """The report on these notices, in French: one HTML file that needs nothing else."""
    style = Markup(verbatim("page.css"))  # noqa: S704 - our own file
    chapters = [_chapter(number, notice) for number, notice in enumerate(notices, 1)]
    title = (
        say("report.title", "fr", title=chapters[0].title)
        if len(chapters) == 1
        else say("report.several", "fr", count=len(chapters))
    )
    return fill(
        "report.html",
        title=title,
        chapters=chapters,
        rules=_rules(notices),
        style=style,
        policy=policy(style),
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that some advice rests on, and where it comes from."""

    name: str
    what: str
    reference: str


def _rules(notices: Sequence[Scored]) -> tuple[Rule, ...]:
    used = {piece.rule: piece for notice in notices for piece in notice.advice}
    return tuple(
        Rule(say(f"advice.rule.{rule}", "fr"), piece.what_to_do("fr"), piece.reference("fr"))
        for rule, piece in sorted(used.items())
    )


def _chapter(number: int, notice: Scored) -> Chapter:
    about = by_sentence(notice.advice)
    measured = measures(notice.scores, notice.plain_scores)
    return Chapter(
        id=f"notice-{number}",
        title=printable(notice.document.title),
        measures=measured,
        picture=picture_of(measured),
        text=tuple(Annotated(u, remarks(sentences(u), about)) for u in units(notice.document)),
        view=View(
            "fr",
            base=_HEADING_ABOVE,
            id_prefix=f"n{number}-",
            marks={s.id: spans(s, about.get(s.id, ())) for s in notice.document.sentences()},
        ),
        plain=units(notice.plain) if notice.plain else (),
        plain_view=View("fr", base=_HEADING_ABOVE, id_prefix=f"n{number}-"),
    )


_HEADING_ABOVE = 3
"""Texts stand under an <h3>, under the notice's own <h2>."""
