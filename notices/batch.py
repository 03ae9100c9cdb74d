"""Many notices: plan where each goes, skip what is unchanged, run the rest, report every outcome."""

from __future__ import annotations

import ctypes
import hashlib
import multiprocessing
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal

from notices import pipeline
from notices.document import PROVEN
from notices.errors import NoticesError, Unforeseen, WorkerDied
from notices.hearing import Told, hearing, open_line, say_step
from notices.placing import (
    MANIFEST,
    building,
    read_manifest,
    recover,
    refuse_to_replace,
    sha256,
    told_as_output_errors,
)
from notices.sameness import refuse_another
from notices.settings import Settings
from notices.visible import UNSEEN

Status = Literal["made", "unchanged", "failed"]

_LONGEST_NAME = 200
"""Bytes; file systems allow 255, and a bundle in the making has a longer name."""


@dataclass(frozen=True, slots=True)
class Job:
    """One notice and the folder that its bundle goes to."""

    path: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one notice."""

    job: Job
    status: Status
    error: NoticesError | None = None
    figures: dict[str, Any] = field(default_factory=dict)
    """For `made` and `unchanged`: `words`, `editions`, `audio_s`, `to_review`, `reworded`, `rewriter_silent`,
    `gist_package`."""


def plan(paths: Iterable[Path], output: Path) -> list[Job]:
    """One job for each notice in `paths` (files, and folders of files), each with a folder of its own.

    A bundle is named after its notice's stem. Where two stems are equal, the name of the folder that
    holds the notice goes before; where that does not tell them apart either, the suffix comes after.
    A path that leads to no notice gets a job too, which fails with the reader's error: it must be told,
    and must not stop the others.
    """
    files = list(dict.fromkeys(file for path in paths for file in _notices_at(path)))
    names = [_plain(file.stem) for file in files]
    names = _told_apart(names, [f"{_plain(_folder_name(file))}-{_plain(file.stem)}" for file in files])
    suffixes = [_plain(file.suffix[1:]) for file in files]
    names = _told_apart(names, [f"{name}-{suffix}" for name, suffix in zip(names, suffixes, strict=True)])
    numbered = [f"{name}-{number}" for number, name in enumerate(names, 1)]
    names = _told_apart(names, numbered)
    return [Job(file, output / _safe(name)) for file, name in zip(files, names, strict=True)]


def _notices_at(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    from notices.reading import readable_suffixes

    found = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in readable_suffixes() and file.is_file() and not _is_ours(file, path)
    )
    return found or [path]


def _is_ours(file: Path, root: Path) -> bool:
    """Hidden, or a part of a bundle that was made before."""
    inside = [root, *(root / part for part in file.relative_to(root).parents)]
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    return hidden or any((folder / MANIFEST).exists() and read_manifest(folder) for folder in inside)


def _folder_name(file: Path) -> str:
    return file.resolve().parent.name or "root"


def _told_apart(names: Sequence[str], longer: Sequence[str]) -> list[str]:
    """Each name, or its longer form where several are equal (file systems may ignore case)."""
    count = Counter(name.casefold() for name in names)
    return [long if count[name.casefold()] > 1 else name for name, long in zip(names, longer, strict=True)]


def _plain(name: str) -> str:
    """A name without what a terminal obeys or no file system elsewhere can hold."""
    return UNSEEN.sub("_", name)


def _safe(name: str) -> str:
    """A stem as a folder's name: not hidden, never empty, with room for the prefix of the making."""
    name = name.lstrip(".") or "notice"
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    kept = name.encode()[: _LONGEST_NAME - 9].decode(errors="ignore")
    return f"{kept}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def run(
    jobs: Sequence[Job],
    settings: Settings,
    *,
    workers: int = 1,
    tell: Told = lambda name, step: None,
    executor: Callable[[int], Executor] | None = None,
) -> Iterator[Outcome]:
    """Make every bundle and yield each outcome as it is known. One bad notice never stops the others.

    A single job runs in this process; several run in `workers` processes. `tell` is told each step as it
    begins, by the name of its bundle. `executor` opens another kind of `concurrent.futures` executor (for a
    cluster, say), whose workers tell no steps.
    """
    with _tidied({job.target.parent for job in jobs}):
        if len(jobs) == 1 and executor is None:
            yield make_one(jobs[0], settings, partial(tell, jobs[0].target.name))
        else:
            with hearing(tell) as line:
                ours = partial(_processes, line)
                yield from _run_in_processes(jobs, settings, workers, executor or ours)


def _run_in_processes(
    jobs: Sequence[Job], settings: Settings, workers: int, executor: Callable[[int], Executor]
) -> Iterator[Outcome]:
    unfinished = list(jobs)
    with executor(min(workers, len(jobs))) as pool:
        for outcome in _collect(pool, jobs, settings):
            unfinished.remove(outcome.job)
            yield outcome
    for job in unfinished:  # a worker died and took its neighbours along: each alone, to find the one
        with executor(1) as pool:
            survived = next(_collect(pool, [job], settings), None)
        yield survived or Outcome(job, "failed", WorkerDied(file=job.path))


@contextmanager
def _tidied(folders: set[Path]) -> Iterator[None]:
    """Where nothing was made in a folder that was not there before, it is not there afterwards either."""
    new = [folder for folder in folders if not os.path.lexists(folder)]
    try:
        yield
    finally:
        for folder in new:
            with suppress(OSError):
                folder.rmdir()  # fails, as it should, where there is something in it


def _processes(line: Connection, workers: int) -> Executor:
    # spawn: a fork would inherit the threads of the translation engine and hang
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_worker, initargs=(line,))


def _begin_worker(line: Connection) -> None:
    """In a worker: tell steps; and ask Linux to end us when the process that started us ends in any way."""
    open_line(line)
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


def _end_workers(pool: Executor) -> None:
    """Do not wait for the notices that workers are at: nothing of theirs is in place yet."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()
        process.join()


def _collect(pool: Executor, jobs: Sequence[Job], settings: Settings) -> Iterator[Outcome]:
    """The outcomes of the jobs whose worker lived."""
    futures: list[Future[Outcome]] = [pool.submit(_make_told, job, settings) for job in jobs]
    try:
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                continue
    except (KeyboardInterrupt, GeneratorExit):
        _end_workers(pool)
        for job in jobs:
            recover(job.target)
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _make_told(job: Job, settings: Settings) -> Outcome:
    return make_one(job, settings, partial(say_step, job.target.name))


def make_one(job: Job, settings: Settings, tell: pipeline.Tell = lambda step: None) -> Outcome:
    """Make one bundle, or find that it is there already; errors of ours become a failed outcome."""
    try:
        earlier = None if settings.force else _earlier(job.target)
        if earlier and _is_unchanged(earlier, job, settings):
            return Outcome(job, "unchanged", figures=figures_of(earlier))
        with building(job.target, force=settings.force) as workshop:
            accept = partial(refuse_another, earlier, folder=job.target)
            pipeline.make_bundle(job.path, job.target.name, workshop, settings, tell, accept)
            made = read_manifest(workshop) or {}
        return Outcome(job, "made", figures=figures_of(made))
    except NoticesError as error:
        return Outcome(job, "failed", error)
    except Exception as fault:  # a fault of ours must cost its own notice only, and be told
        return Outcome(job, "failed", Unforeseen(file=job.path, detail=_place_of(fault)))


def _place_of(fault: Exception) -> str:
    """What to write to us about: the fault and the line of our code that it came from."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__}: {fault} ({Path(last.filename).name}:{last.lineno})"


def _earlier(target: Path) -> dict[str, Any] | None:
    """The manifest of the bundle that stands there and may be replaced; None where nothing does."""
    with told_as_output_errors(target):
        recover(target)
        refuse_to_replace(target)
        return read_manifest(target)


def _is_unchanged(manifest: dict[str, Any], job: Job, settings: Settings) -> bool:
    """Whether the same notice and the same settings have already made this bundle."""
    if not job.path.is_file():
        return False
    same_source = manifest.get("notice", {}).get("sha256") == sha256(job.path)
    return same_source and bool(manifest["made_with"]["signature"] == pipeline.signature_of(settings))


def figures_of(manifest: dict[str, Any]) -> dict[str, Any]:
    """What a line of result tells of a bundle, from its manifest."""
    editions = manifest["editions"]
    package = manifest["made_with"].get("translation") or {}
    body = [s for edition in editions[:1] for s in edition["sentences"] if s["kind"] != "label"]
    return {
        "words": sum(len(s["text"].split()) for s in body),
        "editions": len(editions),
        "audio_s": round(sum(edition["duration_s"] or 0 for edition in editions), 1),
        "to_review": sum(not PROVEN.issuperset(s["flags"]) for e in editions for s in e["sentences"]),
        "reworded": sum("reworded" in s["flags"] for e in editions for s in e["sentences"]),
        "rewriter_silent": bool((manifest["made_with"].get("rewriter") or {}).get("silent")),
        "gist_package": package.get("name", "") if package.get("gist_only") else "",
    }
