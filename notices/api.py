"""The same steps as the commands, for Python programs. Every function raises `NoticesError`."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from notices import batch, pipeline
from notices.batch import Outcome
from notices.document import Document
from notices.settings import Settings

if TYPE_CHECKING:
    from notices.readability import Scores

Readable = str | PathLike[str]
"""The path of a notice: txt, md, html, docx, odt or pdf."""


def make(
    notices: Iterable[Readable],
    output: Readable = "bundles",
    settings: Settings = Settings(),  # noqa: B008  frozen: one default serves every call
    *,
    workers: int = 1,
) -> list[Outcome]:
    """Make each notice into its bundle under `output`; what went wrong stands in the outcomes.

    With more than one notice, processes are spawned: call it under `if __name__ == "__main__":`.
    """
    jobs = batch.plan((Path(notice) for notice in notices), Path(output))
    return list(batch.run(jobs, settings, workers=workers))


def summarise(notice: Readable, settings: Settings = Settings()) -> Document:  # noqa: B008
    """The plain French of a notice; every sentence names its origin in the source."""
    return pipeline.write_edition(Path(notice), "plain", settings).document


def translate(notice: Readable, settings: Settings = Settings()) -> Document:  # noqa: B008
    """The English of a notice; a sentence that could not be proven is left in French and flagged."""
    return pipeline.write_edition(Path(notice), "translation", settings).document


def score(notice: Readable, settings: Settings = Settings()) -> Scores:  # noqa: B008
    """How readable the notice is as it stands."""
    from notices.readability import measure

    return measure(pipeline.open_notice(Path(notice), settings)[1])
