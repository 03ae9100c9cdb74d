"""Where a single step's result goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from notices.errors import OutputUnwritable


def deliver(result: str | bytes, output: Path | None) -> None:
    """Write text or bytes to `output`, or to standard output where it is None. Raises `OutputUnwritable`."""
    if output is not None:
        write_whole(output, result)
    elif isinstance(result, bytes):
        sys.stdout.buffer.write(result)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(result if result.endswith("\n") else result + "\n")
        sys.stdout.flush()


def write_whole(output: Path, result: str | bytes) -> None:
    """Write a file beside its place and move it there in one step. Raises `OutputUnwritable`."""
    data = result.encode("utf-8") if isinstance(result, str) else result
    try:
        with tempfile.NamedTemporaryFile(dir=output.parent, prefix=".notices-new-", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
        temporary.chmod(0o644)
        temporary.replace(output)
    except OSError as error:
        raise OutputUnwritable(folder=output.parent, detail=error.strerror or str(error)) from error
