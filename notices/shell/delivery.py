"""Where a single step's result goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from notices.errors import DiskFull, OutputIsNotice, OutputUnwritable
from notices.system_faults import reason


def deliver(result: str | bytes, output: Path | None, notice: Path | None = None) -> None:
    """Write text or bytes to `output`, or to standard output where it is None.

    Raises `OutputIsNotice` where `output` is the notice that was read, `OutputUnwritable`, `DiskFull`.
    """
    if output is not None:
        write_whole(output, result, notice)
    elif isinstance(result, bytes):
        sys.stdout.buffer.write(result)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(result if result.endswith("\n") else result + "\n")
        sys.stdout.flush()


def write_whole(output: Path, result: str | bytes, notice: Path | None = None) -> None:
    """Write a file beside its place and move it there in one step; a device or a pipe is written through.

    Raises `OutputIsNotice`, `OutputUnwritable`, `DiskFull`.
    """
    data = result.encode("utf-8") if isinstance(result, str) else result
    if notice is not None and output.exists() and output.samefile(notice):
        raise OutputIsNotice(file=output)
    try:
        if output.exists() and not stat.S_ISREG(output.stat().st_mode):
            output.write_bytes(data)  # raises for a folder
        else:
            _replace(Path(os.path.realpath(output)), data)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(folder=output.parent) from error
        raise OutputUnwritable(folder=output, detail=reason(error)) from error


def _replace(output: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=output.parent, prefix=".notices-new-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.chmod(0o644)
        temporary.replace(output)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
