"""Fetches one large file over HTTP: resumed, bounded, retried, over http and https alone."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from notices.errors import DownloadFailed, IndexUnreadable
from notices.phrases import Phrase
from notices.system_faults import reason

Progress = Callable[[int, int | None], None]
"""Told the bytes that are here and the bytes that there will be (None where the server does not say)."""

_Held = TypeVar("_Held", list[Any], dict[str, Any])

_CHUNK = 1 << 16
_AGENT = "notices"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try."""

    tries: int = 5
    """For each mirror; a try that brought some bytes starts the count anew."""
    timeout_s: float = 30.0
    """Without a single byte."""
    pause_s: float = 1.0
    """Before the second try; doubled each time, at most a minute."""
    slowest_s: float = 3600.0
    """For the whole file."""
    max_bytes: int = 2_000_000_000


PATIENCE = Patience()


class _Broken(Exception):
    """This try failed; another may not."""


class _PastTheEnd(_Broken):
    """The bytes that are here are more than the server has."""


class _Refused(Exception):
    """This mirror will not give the file, however often it is asked."""


def download(
    urls: Sequence[str],
    target: Path,
    *,
    progress: Progress | None = None,
    patience: Patience = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> str:
    """Fetch the file from the first mirror that gives all of it; answers the mirror's address.

    What came of it stays in `target` + ".part" for the next call to go on with. Raises `DownloadFailed`;
    OSError where nothing can be written.
    """
    detail: object = Phrase.of("download.no-mirror")
    for url in urls:
        try:
            _from_mirror(url, target, progress or _silent, patience, sleep)
            return url
        except (_Broken, _Refused) as error:
            detail = error.args[0]
    raise DownloadFailed(url=urls[-1] if urls else "", detail=detail)


def sha256_of(file: Path) -> str:
    """Of the file's bytes."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _silent(here: int, total: int | None) -> None:
    pass


def _from_mirror(
    url: str, target: Path, progress: Progress, patience: Patience, sleep: Callable[[float], None]
) -> None:
    part = _Part(target, url)
    ends = time.monotonic() + patience.slowest_s
    failures = 0
    while True:
        before = part.size
        try:
            _one_try(url, part, progress, patience, ends)
            part.finish()
            return
        except _Broken:
            failures = 0 if part.size > before else failures + 1
            if failures >= patience.tries or time.monotonic() > ends:
                raise
            sleep(min(patience.pause_s * 2**failures, 60.0))


class _Part:
    """The bytes that are here, and what the server called the file that they belong to."""

    def __init__(self, target: Path, url: str) -> None:
        self.target, self.url = target, url
        self.file = target.with_name(target.name + ".part")
        self.note = target.with_name(target.name + ".part.json")

    @property
    def size(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0

    @property
    def version(self) -> str:
        """The server's name for this state of the file; empty where the bytes here are another file's."""
        try:
            note = json.loads(self.note.read_text(encoding="utf-8"))
            return str(note["version"]) if note["url"] == self.url else ""
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def begin(self, version: str) -> None:
        self.file.unlink(missing_ok=True)
        self.note.write_text(json.dumps({"url": self.url, "version": version}), encoding="utf-8")

    def finish(self) -> None:
        self.file.replace(self.target)
        self.note.unlink(missing_ok=True)


def _one_try(url: str, part: _Part, progress: Progress, patience: Patience, ends: float) -> None:
    """Ask for what is missing and append it; returns when all is here."""
    have = part.size if part.version else 0
    headers = {"Range": f"bytes={have}-", "If-Range": part.version} if have else {}
    with _starting_anew(part), opened(url, patience.timeout_s, headers) as answer:
        resumed = answer.status == http.client.PARTIAL_CONTENT and _goes_on_at(answer, have)
        if not resumed:
            if answer.status == http.client.PARTIAL_CONTENT:
                part.begin("")
                raise _Broken(Phrase.of("download.wrong-range"))
            have = 0
            part.begin(_version(answer))
        total = _announced(answer, have)
        if (total or 0) > patience.max_bytes:
            raise _Refused(Phrase.of("download.too-large", limit=patience.max_bytes // 1_000_000))
        with part.file.open("ab") as out:
            for chunk in _chunks(answer, ends):
                have += len(chunk)
                if have > patience.max_bytes:
                    raise _Refused(Phrase.of("download.too-large", limit=patience.max_bytes // 1_000_000))
                out.write(chunk)
                progress(have, total)
    if total is not None and have != total:
        raise _Broken(Phrase.of("download.broke-off", have=have, total=total))


@contextmanager
def _starting_anew(part: _Part) -> Iterator[None]:
    """Forget the bytes that are here where the server knows better."""
    try:
        yield
    except _PastTheEnd:
        part.begin("")
        raise


def _version(answer: Any) -> str:
    """The server's name for this state of the file, if If-Range may carry it (RFC 9110, 13.1.5)."""
    tag = answer.headers.get("ETag") or ""
    return tag if tag.startswith('"') else answer.headers.get("Last-Modified") or ""


def _goes_on_at(answer: Any, have: int) -> bool:
    return str(answer.headers.get("Content-Range", "")).startswith(f"bytes {have}-")


def _announced(answer: Any, have: int) -> int | None:
    length = answer.headers.get("Content-Length", "")
    return have + int(length) if length.isdecimal() else None


def _chunks(answer: Any, ends: float) -> Iterator[bytes]:
    while True:
        if time.monotonic() > ends:
            raise _Broken(Phrase.of("download.too-slow"))
        try:
            chunk = answer.read1(_CHUNK)  # what is there, so that a trickle is noticed
        except (OSError, http.client.HTTPException) as error:
            raise _Broken(reason(error)) from error
        if not chunk:
            return
        yield chunk


class _HttpOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirections to http and https, and to nothing else."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        _refuse_other_schemes(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse_other_schemes(url: str) -> None:
    if not re.match(r"https?://[^/]", url):
        raise _Refused(Phrase.of("download.scheme", url=url[:200]))


@contextmanager
def opened(url: str, timeout_s: float, headers: dict[str, str]) -> Iterator[Any]:
    """The server's answer, of status 200 or 206; `_Refused` or `_Broken` for any other."""
    _refuse_other_schemes(url)
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT, **headers})  # noqa: S310 - checked
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _HttpOnly(),
    ):
        opener.add_handler(handler)
    try:
        answer = opener.open(request, timeout=timeout_s)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise _PastTheEnd(f"HTTP {error.code}") from error
        lasting = 400 <= error.code < 500 and error.code not in (408, 425, 429)
        raise (_Refused if lasting else _Broken)(f"HTTP {error.code}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _Broken(_why(error)) from error
    if answer is None:
        raise _Refused(Phrase.of("download.scheme", url=url[:200]))
    with answer:
        yield answer


def _why(error: Exception) -> Phrase:
    """urllib hides the system's own error in its `reason`."""
    cause = getattr(error, "reason", error)
    if isinstance(cause, ssl.SSLError):
        return Phrase.of("system.no_certificate")
    return reason(cause if isinstance(cause, BaseException) else error)


def fetch_small(
    url: str,
    limit: int,
    *,
    patience: Patience = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> bytes:
    """The whole of a small file. Raises `DownloadFailed`, also where it has more than `limit` bytes."""
    for attempt in range(patience.tries):
        try:
            with opened(url, patience.timeout_s, {}) as answer:
                data = b"".join(_bounded(answer, limit, time.monotonic() + patience.slowest_s))
                total = _announced(answer, 0)
                if total is not None and total != len(data):
                    raise _Broken(Phrase.of("download.broke-off", have=len(data), total=total))
                return data
        except _Refused as error:
            raise DownloadFailed(url=url, detail=error.args[0]) from None
        except _Broken as error:
            if attempt + 1 == patience.tries:
                raise DownloadFailed(url=url, detail=error.args[0]) from None
            sleep(min(patience.pause_s * 2**attempt, 60.0))
    raise DownloadFailed(url=url, detail=Phrase.of("download.no-mirror"))


def fetch_index(
    url: str,
    limit: int,
    kind: type[_Held],
    *,
    patience: Patience = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> _Held:
    """What a small JSON file holds: a list or a dictionary, as asked. Raises `IndexUnreadable`."""
    try:
        held = json.loads(fetch_small(url, limit, patience=patience, sleep=sleep))
    except DownloadFailed as error:
        raise IndexUnreadable(url=url, detail=error.values["detail"]) from None
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, kind):
        raise IndexUnreadable(url=url, detail=Phrase.of("download.not-json"))
    return held


def _bounded(answer: Any, limit: int, ends: float) -> Iterator[bytes]:
    size = 0
    for chunk in _chunks(answer, ends):
        size += len(chunk)
        if size > limit:
            raise _Refused(Phrase.of("download.too-large", limit=max(1, limit // 1_000_000)))
        yield chunk
