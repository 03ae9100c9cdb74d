"""A shelf of folders on this machine: each comes onto it whole or not at all, and leaves it in one move."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from notices.errors import NoticesError
from notices.system_faults import reason

_LEFTOVER_AGE_S = 24 * 3600


@contextmanager
def incoming(shelf: Path) -> Iterator[Path]:
    """An empty hidden folder on the shelf, gone afterwards unless it was moved."""
    shelf.mkdir(parents=True, exist_ok=True)
    _sweep(shelf)
    folder = Path(tempfile.mkdtemp(prefix=".incoming-", dir=shelf))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(shelf: Path) -> None:
    """Remove what a killed run left more than a day ago."""
    for leftover in [*shelf.glob(".incoming-*"), *shelf.glob(".old-*")]:
        if time.time() - leftover.stat().st_mtime > _LEFTOVER_AGE_S:
            shutil.rmtree(leftover, ignore_errors=True)


def move_in(folder: Path, target: Path) -> None:
    """Put a finished folder in its place, and what stood there away."""
    folder.chmod(0o755)  # mkdtemp makes it private
    discard(target)
    folder.rename(target)


def discard(folder: Path) -> None:
    """Off the shelf in one move, then deleted: a killed run never leaves half of it under its name."""
    if folder.exists():
        aside = Path(tempfile.mkdtemp(prefix=".old-", dir=folder.parent))
        folder.rename(aside / folder.name)
        shutil.rmtree(aside, ignore_errors=True)


def parking(shelf: Path) -> Path:
    """The hidden folder on the shelf where downloads grow, the same for the next call."""
    folder = shelf / ".downloads"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def written(shelf: Path, error: type[NoticesError]) -> Iterator[None]:
    """Where nothing can be written on the shelf, `error` with its `folder` and `detail` tells so."""
    try:
        yield
    except OSError as failure:
        raise error(folder=shelf, detail=reason(failure)) from failure
