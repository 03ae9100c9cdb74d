"""Puts a finished bundle in place, whole or not at all.

A bundle is built in a hidden folder beside its target and moved there at the end. An old bundle is set
aside until the new one stands. Whatever kills the run, the target is the old bundle or the new one; the
next run over the same target finds the leftovers and puts them right.

    OUT/.notices-new-<stem>-<random>   a bundle in the making, locked by the process that makes it
    OUT/.notices-old-<stem>            the old bundle, while the new one moves in
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from notices.errors import BundleEdited, DiskFull, NotOurBundle, OutputUnwritable
from notices.system_faults import reason

MANIFEST = "manifest.json"
SCHEMA_NAME = "notices-bundle"


@contextmanager
def building(target: Path, *, force: bool = False) -> Iterator[Path]:
    """An empty folder to build a bundle in; moved to `target` when the block ends without an error.

    Raises `NotOurBundle` or `BundleEdited` before anything is built where `target` holds something that
    must not be replaced without `force`, `OutputUnwritable` or `DiskFull` where it cannot be written.
    """
    with told_as_output_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        recover(target)
        refuse_to_replace(target, force=force)
        with _workshop(target) as workshop:
            yield workshop
            with _held(target.parent):
                refuse_to_replace(target, force=force)
                _move_in(workshop, target)


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """A new hidden folder beside the target, locked before any other run can take it for a leftover."""
    with ExitStack() as stack:
        with _held(target.parent):
            workshop = Path(tempfile.mkdtemp(prefix=_new_prefix(target), dir=target.parent))
            stack.enter_context(_held(workshop))
        stack.callback(shutil.rmtree, workshop, ignore_errors=True)
        yield workshop


def recover(target: Path) -> None:
    """Put right what a killed run left of `target`: the set-aside bundle goes back, half-built ones go."""
    if not target.parent.is_dir():
        return
    with _held(target.parent):
        aside = _aside(target)
        if aside.exists():
            if target.exists():
                shutil.rmtree(aside)
            else:
                aside.rename(target)
        for leftover in target.parent.glob(_new_prefix(target) + "*"):
            if not _is_held(leftover):
                shutil.rmtree(leftover, ignore_errors=True)


def refuse_to_replace(target: Path, *, force: bool = False) -> None:
    """Raise where `target` holds something that is not an untouched bundle of ours, unless `force`."""
    if force or not (target.exists() or target.is_symlink()):
        return
    manifest = read_manifest(target)
    if manifest is None:
        raise NotOurBundle(folder=target)
    touched = changed_files(target, manifest)
    if touched:
        raise BundleEdited(folder=target, files=", ".join(touched))


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of the bundle in `folder`, or None where there is no bundle of ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    is_ours = isinstance(manifest, dict) and str(manifest.get("schema", "")).startswith(SCHEMA_NAME)
    return manifest if is_ours and isinstance(manifest.get("files"), dict) else None


def changed_files(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """Files that differ from what the manifest says was written, or were added or removed since."""
    written: dict[str, str] = manifest["files"]
    found = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and path != folder / MANIFEST
    }
    changed = {name for name in written.keys() & found.keys() if sha256(found[name]) != written[name]}
    return sorted(changed | (written.keys() ^ found.keys()))


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _move_in(workshop: Path, target: Path) -> None:
    """Put `workshop` in the place of `target`; the old bundle is set aside until the new one stands."""
    aside = _aside(target)
    workshop.chmod(0o777 & ~_umask())  # mkdtemp made it private
    replaces = target.exists() or target.is_symlink()
    if replaces:
        target.rename(aside)
    try:
        workshop.rename(target)
    except OSError:
        if replaces:
            aside.rename(target)
        raise
    if aside.is_dir() and not aside.is_symlink():
        shutil.rmtree(aside)
    elif replaces:
        aside.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _new_prefix(target: Path) -> str:
    return f".notices-new-{target.name}-"


def _aside(target: Path) -> Path:
    return target.with_name(f".notices-old-{target.name}")


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold an advisory lock on a folder; the system lets go of it when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows has no flock: there, two runs over one folder must not meet
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _is_held(folder: Path) -> bool:
    """Whether a living process is building in this folder."""
    try:
        import fcntl
    except ImportError:
        return False
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextmanager
def told_as_output_errors(target: Path) -> Iterator[None]:
    """What the system refuses at `target` becomes `DiskFull` or `OutputUnwritable`."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(folder=target.parent) from error
        raise OutputUnwritable(folder=target.parent, detail=reason(error)) from error
