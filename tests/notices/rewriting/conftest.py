"""A language model of our own in a thread: it says what a test wants, or does what no server should."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Conduct = Callable[["Talk"], None]
"""What the server does with a question."""


@dataclass
class Model:
    """What the server has been asked, and how it behaves."""

    url: str
    conduct: Conduct
    models: list[str] = field(default_factory=lambda: ["petit"])
    questions: list[dict[str, Any]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


class Talk(BaseHTTPRequestHandler):
    """One request."""

    model: Model

    def do_GET(self) -> None:
        """The list of models."""
        self.model.requests.append(self.path)
        if self.path != "/v1/models":
            self.send_error(404)
            return
        self.say({"object": "list", "data": [{"id": name} for name in self.model.models]})

    def do_POST(self) -> None:
        """A question."""
        self.model.requests.append(self.path)
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.model.questions.append(asked)
        self.model.conduct(self)

    @property
    def sentence(self) -> str:
        """The sentence that was asked about."""
        return str(json.loads(self.model.questions[-1]["messages"][-1]["content"]))

    def answer(self, text: str) -> None:
        """Answer as a model does."""
        self.say({"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}]})

    def say(self, data: object) -> None:
        """Answer with data."""
        self.send(json.dumps(data).encode())

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer with these bytes."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone away is what some tests are about."""


@pytest.fixture
def serving() -> Callable[[Conduct], Any]:
    """A function that serves a model of this conduct while its block lasts."""

    @contextmanager
    def serve(conduct: Conduct) -> Iterator[Model]:
        handler = type("Handler", (Talk,), {})
        with _Quiet(("127.0.0.1", 0), handler) as server:
            model = Model(f"http://127.0.0.1:{server.server_port}", conduct)
            handler.model = model  # type: ignore[attr-defined]
            thread = threading.Thread(
                target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
            )
            thread.start()
            try:
                yield model
            finally:
                server.shutdown()
                thread.join()

    return serve
