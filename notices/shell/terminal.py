"""How the shell speaks: results to standard output, talk to standard error, in one language.

On a terminal: tables and a line of progress that is redrawn. With `--plain`, NO_COLOR, TERM=dumb or no
terminal, for screen readers, braille lines and logs: tables become "name: value" and no line is redrawn.
"""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from notices.phrases import say
from notices.visible import UNSEEN, shown, visible


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where and how results and talk are shown."""

    lang: str = "en"
    plain: bool = False
    quiet: bool = False
    asked_lang: str = ""
    """The language that a person asked for with `--lang`; empty where the system's is taken."""

    def say(self, key: str, **values: object) -> str:
        """The phrase `key` in this terminal's language."""
        return say(key, self.lang, **{name: shown(value) for name, value in values.items()})

    def result(self, text: str) -> None:
        """Write a result to standard output."""
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()

    def data(self, value: Any) -> None:
        """Write a result for a program: JSON to standard output."""
        self.result(self.json(value))

    @staticmethod
    def json(value: Any) -> str:
        """A value as JSON that a person can read too, and that moves no cursor."""
        text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
        return UNSEEN.sub(lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text)

    def talk(self, text: str) -> None:
        """Write to standard error, unless `--quiet`."""
        if not self.quiet:
            self.complain(text)

    def complain(self, text: str) -> None:
        """Write to standard error in any case: an error."""
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write a table to standard output; as "name: value" where no table can be shown."""
        if self.plain or not sys.stdout.isatty():
            blocks = (
                "\n".join(f"{h}: {visible(v)}" for h, v in zip(headers, row, strict=True)) for row in rows
            )
            self.result("\n\n".join(blocks))
            return
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*headers, box=None, pad_edge=False)
        for row in rows:
            table.add_row(*(Text(visible(cell)) for cell in row))
        Console(highlight=False).print(table)

    def progress(self, total: int) -> Progress:
        """Progress on standard error over `total` notices, to be entered with `with`."""
        if self.quiet or not sys.stderr.isatty():
            return Progress(self)
        return SpokenProgress(self, total) if self.plain else RedrawnProgress(self, total)


@contextmanager
def download(terminal: Terminal, name: str) -> Iterator[Callable[[int, int | None], None]]:
    """A function to be told the bytes that are here and the bytes that there will be."""
    if terminal.quiet or terminal.plain or not sys.stderr.isatty():
        terminal.talk(terminal.say("packages.downloading", name=name))
        yield lambda have, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TransferSpeedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn())
    with Bar(*columns, TransferSpeedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda have, total: bar.update(task, completed=have, total=total)


class Progress:
    """Says nothing: the pattern of the others."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        """Clear what was shown."""

    def step(self, name: str, step: str) -> None:
        """A step of the notice `name` begins."""

    def done(self, name: str) -> None:
        """The notice `name` is done."""

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Room for a result to be written while work goes on."""
        yield


class SpokenProgress(Progress):
    """Lines that are never redrawn: one for each step of a single notice, one for each notice of several."""

    def __init__(self, terminal: Terminal, total: int) -> None:
        super().__init__(terminal)
        self._total = total
        self._begun: list[str] = []

    def step(self, name: str, step: str) -> None:
        """Say which step begins, or which notice."""
        say = self.terminal.say
        if self._total == 1:
            self.terminal.complain(f"{visible(name)}: {say(f'step.{step}')}")
        elif name not in self._begun:
            self._begun.append(name)
            self.terminal.complain(say("step.begun", name=name, number=len(self._begun), total=self._total))


class RedrawnProgress(Progress):
    """A bar, and beside it each notice that is being made, with its step."""

    def __init__(self, terminal: Terminal, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar
        from rich.table import Column

        super().__init__(terminal)
        self._steps: dict[str, str] = {}
        cut = Column(no_wrap=True, overflow="ellipsis")
        self._bar = Bar(
            TextColumn("{task.description}", markup=False, table_column=cut),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,  # results are not talk
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._bar.stop()

    def step(self, name: str, step: str) -> None:
        """Show the step beside the bar."""
        self._steps[name] = f"{visible(name)}: {self.terminal.say(f'step.{step}')}"
        self._bar.update(self._task, description=self._under_way(), refresh=True)

    def done(self, name: str) -> None:
        """Move the bar on."""
        self._steps.pop(name, None)
        self._bar.update(self._task, description=self._under_way(), advance=1)

    def _under_way(self) -> str:
        return " · ".join(tuple(self._steps.values()))

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while a result is written."""
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()


def wants_plain() -> bool:
    """Whether the environment asks for lines that are not redrawn and for no colour."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def system_language() -> str:
    """`fr` or `en`: from LC_ALL, LC_MESSAGES, LANG, else the system's setting; English where none says."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "fr" if value.lower().startswith("fr") else "en"
    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"
