"""Progress: what a person sees and hears while notices are made."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr

import pytest

from notices.hearing import hearing, open_line, say_step
from notices.shell.terminal import Progress, Terminal


class Screen(io.StringIO):
    """A terminal for standard error."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Where progress is shown by `show`: pytest takes standard error back after a fixture."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Screen()


@contextmanager
def show(screen: Screen, terminal: Terminal, total: int) -> Iterator[Progress]:
    with redirect_stderr(screen), terminal.progress(total) as progress:
        yield progress


def shown(screen: Screen) -> str:
    """Without the codes that colour and move."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())


def test_each_notice_under_way_is_shown_with_its_step(screen: Screen) -> None:
    """Side by side, the present step of each, until it is done."""
    with show(screen, Terminal("fr"), 3) as progress:
        progress.step("eau", "read")
        progress.step("feu", "translate")
        assert "eau: lecture · feu: traduction" in shown(screen)
        progress.step("eau", "summarise")
        progress.done("feu")
    assert "eau: français simple ━" in shown(screen)
    assert "1/3" in shown(screen)


def test_plain_progress_says_each_step_of_a_single_notice(screen: Screen) -> None:
    """One line a step, and no line is redrawn."""
    with show(screen, Terminal("fr", plain=True), 1) as progress:
        progress.step("eau", "read")
        progress.step("eau", "narrate")
        progress.done("eau")
    assert screen.getvalue() == "eau: lecture\neau: lecture à voix haute\n"


def test_plain_progress_of_a_batch_says_one_line_a_notice(screen: Screen) -> None:
    """As it begins: a braille line has no room for five steps of fifty notices."""
    with show(screen, Terminal("en", plain=True), 2) as progress:
        for name in ("eau", "feu"):
            for step in ("read", "translate", "publish"):
                progress.step(name, step)
    assert screen.getvalue() == "eau (1 of 2)\nfeu (2 of 2)\n"


@pytest.mark.parametrize("plain", [True, False])
def test_where_there_is_no_terminal_nothing_is_said(plain: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """Logs and pipes hold results only."""
    with Terminal("en", plain=plain).progress(2) as progress:
        progress.step("eau", "read")
        progress.done("eau")
    assert capsys.readouterr() == ("", "")


def test_what_a_worker_says_is_heard_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of every script arrive; one too long for one piece of the pipe is left out, not cut."""
    told: list[tuple[str, str]] = []
    monkeypatch.setattr("notices.hearing._line", None)
    say_step("nobody", "hears")
    with hearing(lambda name, step: told.append((name, step))) as line:
        open_line(line)
        say_step("Préfecture – 水", "read")
        say_step("x" * 5000, "read")
        say_step("eau", "publish")
    assert told == [("Préfecture – 水", "read"), ("eau", "publish")]
    say_step("eau", "read")  # the line is closed: nobody fails
