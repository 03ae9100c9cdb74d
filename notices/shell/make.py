"""`notices make`: progress, a line of result for each notice, a summary, an exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from notices import batch
from notices.batch import Outcome
from notices.errors import SomeNoticesFailed
from notices.settings import Settings
from notices.shell.terminal import Terminal


def make_all(
    terminal: Terminal, paths: Sequence[Path], output: Path, settings: Settings, *, jobs: int, as_json: bool
) -> None:
    """Make every notice. Raises a single notice's own error, and `SomeNoticesFailed` after a batch."""
    planned = batch.plan(paths, output)
    outcomes: list[Outcome] = []
    try:
        with terminal.progress(len(planned)) as progress:
            for outcome in batch.run(planned, settings, workers=jobs, tell=progress.step):
                outcomes.append(outcome)
                progress.done(outcome.job.target.name)
                if not as_json and not (outcome.error and len(planned) == 1):
                    with progress.aside():
                        terminal.result(_line(terminal, outcome))
    except KeyboardInterrupt:
        terminal.complain(terminal.say("shell.interrupted"))
        raise typer.Exit(130) from None
    _conclude(terminal, outcomes, as_json)


def _conclude(terminal: Terminal, outcomes: Sequence[Outcome], as_json: bool) -> None:
    count = Counter(outcome.status for outcome in outcomes)
    failed = [outcome.error for outcome in outcomes if outcome.error]
    if len(outcomes) == 1 and failed:
        raise failed[0]
    if as_json:
        terminal.data([_data(terminal, outcome) for outcome in outcomes])
    for package in sorted({gist for outcome in outcomes if (gist := _gist_package(outcome))}):
        terminal.talk(terminal.say("make.gist", package=package))
    if any(outcome.figures.get("rewriter_silent") for outcome in outcomes):
        terminal.talk(terminal.say("rewriter.silent"))
    if len(outcomes) > 1:
        terminal.talk(
            terminal.say(
                "make.summary", made=count["made"], unchanged=count["unchanged"], failed=count["failed"]
            )
        )
    if failed:
        some = SomeNoticesFailed(failed=len(failed), total=len(outcomes))
        some.told = True
        raise some


def _line(terminal: Terminal, outcome: Outcome) -> str:
    name, folder = outcome.job.target.name, outcome.job.target
    if outcome.error:
        return terminal.say("make.failed", name=name, message=outcome.error.words(terminal.lang))
    if outcome.status == "unchanged":
        return terminal.say("make.unchanged", name=name, folder=folder)
    figures = outcome.figures
    return terminal.say(
        "make.made",
        name=name,
        folder=folder,
        words=figures["words"],
        editions=_editions(terminal, figures["editions"]),
        audio=_duration(terminal, figures["audio_s"]),
        doubts=_doubts(terminal, figures["to_review"]),
    )


def _editions(terminal: Terminal, count: int) -> str:
    return terminal.say("make.editions", count=count) if count != 1 else terminal.say("make.edition")


def _duration(terminal: Terminal, seconds: float) -> str:
    if not seconds:
        return terminal.say("make.no_audio")
    minutes, rest = divmod(round(seconds), 60)
    return terminal.say("make.audio", minutes=minutes, seconds=rest)


def _doubts(terminal: Terminal, count: int) -> str:
    if count > 1:
        return terminal.say("make.doubts", count=count)
    return terminal.say("make.doubt" if count else "make.no_doubts")


def _gist_package(outcome: Outcome) -> str:
    return str(outcome.figures.get("gist_package", ""))


def _data(terminal: Terminal, outcome: Outcome) -> dict[str, Any]:
    data: dict[str, Any] = {
        "notice": str(outcome.job.path),
        "folder": str(outcome.job.target),
        "status": outcome.status,
        **outcome.figures,
    }
    if outcome.error:
        error = outcome.error
        data["error"] = {
            "name": type(error).__name__,
            "code": error.code,
            "message": error.words(terminal.lang),
        }
    return data
