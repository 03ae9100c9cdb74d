"""A server on this machine that answers downloads as it is told, and may break off or lie."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from notices.download import Patience

QUICK = Patience(tries=3, timeout_s=1.0, pause_s=0.0, slowest_s=20.0)


def no_sleep(seconds: float) -> None:
    """Tests do not wait."""


Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


class Server:
    """A server on this machine that answers each path as it is told, and remembers what was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str | None]] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, self.headers.get("Range")))
                outer.answers.get(self.path, not_found)(self)

            def log_message(self, *args: object) -> None:
                """Quiet."""

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.handle_error = lambda *request: None  # a client that hangs up is part of the game
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


def not_found(request: http.server.BaseHTTPRequestHandler) -> None:
    request.send_error(404)


def serving(
    data: bytes,
    *,
    break_at: int | None = None,
    ranges: bool = True,
    length: int | None = None,
    etag: str = '"v1"',
    wrong_start: bool = False,
) -> Answer:
    """An answer with these bytes, which may break off, ignore ranges, or lie."""

    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        start = 0
        asked = request.headers.get("Range")
        if asked and ranges and request.headers.get("If-Range") == etag:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            if start >= len(data):
                request.send_error(416)
                return
            request.send_response(206)
            told = 0 if wrong_start else start
            request.send_header("Content-Range", f"bytes {told}-{len(data) - 1}/{len(data)}")
        else:
            request.send_response(200)
        rest = data[start:]
        request.send_header("Content-Length", str(len(rest) if length is None else length))
        request.send_header("ETag", etag)
        request.end_headers()
        request.wfile.write(rest if break_at is None else rest[:break_at])
        request.close_connection = True

    return answer


def redirecting(to: str) -> Answer:
    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", to)
        request.end_headers()

    return answer


@contextmanager
def running() -> Iterator[Server]:
    """A server for the length of a block."""
    server = Server()
    yield server
    server.http.shutdown()
    server.http.server_close()
