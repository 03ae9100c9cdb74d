"""The server: two kinds of addresses, `/` and `/b/<bundle>/<file>`, and nothing else."""

from __future__ import annotations

import os
import socket
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path, PurePosixPath
from threading import BoundedSemaphore
from typing import Any, BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from notices.document import Lang
from notices.serving.languages import preferred
from notices.serving.listing import LANGS, listing, missing, policy
from notices.serving.ranges import NoSuchPiece, piece_of
from notices.serving.searching import LONGEST, search
from notices.serving.shelf import Shelf

_AT_ONCE = 32
_PATIENCE_S = 30
_LONGEST_ADDRESS = 4_000
_CHUNK = 64 * 1024

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip",
    ".json": "application/json",
    ".smil": "application/smil+xml",
    ".epub": "application/epub+zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".mp3": "audio/mpeg",
    ".opus": "audio/ogg",
    ".flac": "audio/flac",
    ".m4b": "audio/mp4",
    ".wav": "audio/wav",
}

_PAGE_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'unsafe-inline'; media-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""For a bundle's own page, which narrows it by a policy of its own: the sums of its one script and style."""
_FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


def open_server(folder: Path, host: str, port: int, lang: str = "") -> Server:
    """A server that listens but does not answer yet. Raises OSError, OverflowError (an impossible port)."""
    return Server(Shelf(folder), host, port, lang)


class Server(ThreadingHTTPServer):
    """Answers a bounded number of requests at a time; the others wait in line."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, shelf: Shelf, host: str, port: int, lang: str) -> None:
        self.shelf = shelf
        self.lang = lang
        self._places = BoundedSemaphore(_AT_ONCE)
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        self.address_family = family
        super().__init__((host, port), _Handler)
        self._host = host

    @property
    def address(self) -> str:
        """Where it can be reached."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.server_address[1]}/"

    @property
    def is_private(self) -> bool:
        """Whether it can be reached from this machine alone."""
        return ip_address(str(self.server_address[0])).is_loopback

    def process_request(self, request: Any, client_address: Any) -> None:
        """Wait for a place; the thread that answers gives it back."""
        self._places.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who goes away in the middle is no error; anything else is told."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "Notices"
    sys_version = ""
    timeout = _PATIENCE_S

    def do_GET(self) -> None:
        """A page or a file."""
        self._answer()

    def do_HEAD(self) -> None:
        """The same without its content."""
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:
        """What is read here is nobody's business."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A few words of plain text; a method that we do not know is one that is not allowed."""
        status = HTTPStatus.METHOD_NOT_ALLOWED if code == HTTPStatus.NOT_IMPLEMENTED else HTTPStatus(code)
        allowed = {"Allow": "GET, HEAD"} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
        body = f"{status.value} {status.phrase}\n".encode()
        self._send(status, "text/plain; charset=utf-8", body, _FILE_POLICY, allowed)

    def _answer(self) -> None:
        if len(self.path) > _LONGEST_ADDRESS:
            self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
        elif self.server.is_private and not self._is_asked_for_here():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        else:
            try:
                path, questions = self._asked()
            except ValueError:  # no address, no UTF-8, or too many questions
                self.send_error(HTTPStatus.BAD_REQUEST)
            else:
                self._route(path, questions)

    def _asked(self) -> tuple[list[str], dict[str, list[str]]]:
        """The path in pieces, and the questions after it. Raises ValueError."""
        address = urlsplit(self.path)
        path = [unquote(part, errors="strict") for part in address.path.removeprefix("/").split("/")]
        return path, parse_qs(address.query, max_num_fields=10, errors="strict")

    def _is_asked_for_here(self) -> bool:
        """A page elsewhere may have its own name point to this machine: it must not read along."""
        try:
            asked = urlsplit("//" + self.headers.get("Host", "")).hostname or ""
            return asked == "localhost" or ip_address(asked).is_loopback
        except ValueError:
            return False

    def _route(self, path: list[str], questions: dict[str, list[str]]) -> None:
        if path == [""]:
            self._list(questions)
        elif file := self._named(path):
            self._file(file)
        else:
            self._missing(questions)

    def _named(self, path: list[str]) -> Path | None:
        if len(path) < 3 or path[0] != "b":
            return None
        return self.server.shelf.file(path[1], "/".join(path[2:]))

    def _lang(self, questions: dict[str, list[str]]) -> Lang:
        asked = questions.get("lang", [self.server.lang])[0] or self.headers.get("Accept-Language", "")
        return preferred(asked, LANGS)

    def _list(self, questions: dict[str, list[str]]) -> None:
        question = questions.get("q", [""])[0][:LONGEST].strip()
        number = questions.get("page", ["1"])[0]
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
        lang = self._lang(questions)
        hits = search(self.server.shelf.bundles(), question)
        self._page(HTTPStatus.OK, listing(hits, question, page, lang), lang)

    def _missing(self, questions: dict[str, list[str]]) -> None:
        lang = self._lang(questions)
        self._page(HTTPStatus.NOT_FOUND, missing(lang), lang)

    def _page(self, status: HTTPStatus, text: str, lang: Lang) -> None:
        more = {"Content-Language": lang, "Vary": "Accept-Language"}
        self._send(status, _TYPES[".html"], text.encode(), policy(), more)

    def _send(
        self, status: HTTPStatus, media_type: str, body: bytes, rules: str, more: dict[str, str]
    ) -> None:
        self._head(status, {"Content-Type": media_type, "Content-Length": str(len(body))} | more, rules)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, headers: dict[str, str], rules: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Security-Policy", rules)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()

    def _file(self, file: Path) -> None:
        try:
            opened = file.open("rb")
        except OSError:
            self._missing({})
            return
        with opened:
            self._opened(file, opened)

    def _opened(self, file: Path, opened: BinaryIO) -> None:
        status = os.fstat(opened.fileno())
        tag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
        suffix = PurePosixPath(file.name).suffix.lower()
        headers = {
            "Content-Type": _TYPES.get(suffix, "application/octet-stream"),
            "Accept-Ranges": "bytes",
            "ETag": tag,
            "Last-Modified": format_datetime(datetime.fromtimestamp(int(status.st_mtime), UTC), usegmt=True),
        }
        send = partial(self._piece, opened, headers, _PAGE_POLICY if suffix == ".html" else _FILE_POLICY)
        if tag in self.headers.get("If-None-Match", ""):
            self._head(HTTPStatus.NOT_MODIFIED, {"ETag": tag}, _FILE_POLICY)
            return
        try:
            piece = piece_of(self._asked_piece(tag), status.st_size)
        except NoSuchPiece:
            self._send(
                HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                "text/plain; charset=utf-8",
                b"",
                _FILE_POLICY,
                {"Content-Range": f"bytes */{status.st_size}"},
            )
            return
        if piece:
            headers["Content-Range"] = f"bytes {piece[0]}-{piece[1]}/{status.st_size}"
            send(HTTPStatus.PARTIAL_CONTENT, piece[0], piece[1] - piece[0] + 1)
        else:
            send(HTTPStatus.OK, 0, status.st_size)

    def _asked_piece(self, tag: str) -> str:
        """Only a GET can ask for a piece, and one of an older file is no use (RFC 9110, 13.1.5 and 14.2)."""
        fresh = self.headers.get("If-Range", tag) == tag
        return self.headers.get("Range", "") if self.command == "GET" and fresh else ""

    def _piece(
        self,
        opened: BinaryIO,
        headers: dict[str, str],
        rules: str,
        status: HTTPStatus,
        first: int,
        length: int,
    ) -> None:
        self._head(status, headers | {"Content-Length": str(length)}, rules)
        if self.command == "HEAD":
            return
        opened.seek(first)
        while length > 0 and (chunk := opened.read(min(_CHUNK, length))):
            self.wfile.write(chunk)
            length -= len(chunk)
