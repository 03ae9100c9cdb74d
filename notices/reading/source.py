"""Takes the bytes of a file, once, from a regular file only."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from notices.errors import InputError, NotARegularFile, NoticeMissing, NoticeTooLarge
from notices.reading.limits import MEGABYTE, Limits


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it lay on the disk at one moment."""

    path: Path
    data: bytes

    @property
    def sha256(self) -> str:
        """Of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        """The file's suffix in lower case, with its dot."""
        return self.path.suffix.lower()


def open_source(path: Path, limits: Limits) -> Source:
    """The file's bytes. Raises NoticeMissing, NotARegularFile, NoticeTooLarge or InputError."""
    try:
        descriptor = os.open(path, _flags())
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        raise NoticeMissing(file=str(path)) from None
    except OSError as error:
        if path.is_dir() or not path.is_file():  # a folder (on Windows), a socket
            raise NotARegularFile(file=str(path)) from error
        raise InputError(file=str(path)) from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotARegularFile(file=str(path))
        _check_size(path, status.st_size, limits)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(limits.bytes + 1)  # it may grow while we read
    except OSError as error:
        raise InputError(file=str(path)) from error
    finally:
        os.close(descriptor)
    _check_size(path, len(data), limits)
    return Source(path, data)


def _flags() -> int:
    """Read only; a pipe without a writer must not make us wait."""
    return (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    )


def _check_size(path: Path, size: int, limits: Limits) -> None:
    if size > limits.bytes:
        raise NoticeTooLarge(
            file=str(path),
            size_mb=_megabytes(size),
            limit_mb=_megabytes(limits.bytes),
        )


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}".removesuffix(".0")
