"""Runs a command line and tells what goes wrong, in the reader's language."""

from __future__ import annotations

from typing import Any

import typer

from notices.errors import NoticesError
from notices.shell import misuse
from notices.shell.terminal import Terminal

INTERRUPTED = 130


def run_line(command: Any, words: list[str], terminal: Terminal, *, name: str) -> int:
    """Run the command line of the program `name`; answers its exit code."""
    try:
        return int(command(args=words, prog_name=name, standalone_mode=False) or 0)
    except NoticesError as error:
        _tell(terminal, error, as_json="--json" in words)
        return error.code
    except misuse.Misuse as error:
        terminal.complain(misuse.told(error, terminal.lang))
        return misuse.CODE
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED


def _tell(terminal: Terminal, error: NoticesError, *, as_json: bool) -> None:
    message = error.words(terminal.lang)
    if as_json and not error.told:
        terminal.data({"error": type(error).__name__, "code": error.code, "message": message})
    terminal.complain(message)
