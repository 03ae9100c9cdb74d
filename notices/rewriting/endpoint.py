"""A language model behind an HTTP endpoint on this machine: Ollama, llama.cpp and their like.

The only file that opens a connection for it. No proxy of the environment is used, no redirect followed, no
more than a few hundred kilobytes read, and no longer waited than was said, however slowly bytes trickle in.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from notices.errors import RewriterModelMissing, RewriterNotHere, RewriterRefused
from notices.phrases import Phrase
from notices.rewriting.answer import NoAnswer
from notices.rewriting.request import answer_in, models_in, request

SECONDS = 60.0
"""How long an answer may take; a small model on a processor needs several seconds."""
_HELLO_SECONDS = 5.0
"""How long the list of models may take."""
_MOST_BYTES = 256 * 1024
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """Where an endpoint is."""

    scheme: str
    host: str
    port: int
    path: str
    """What stands before `/chat/completions`: usually `/v1`."""
    remote: bool
    """Whether it may be on another machine."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """One model at one endpoint; a `Rewriter`."""

    address: Address
    name: str
    seconds: float = SECONDS

    def reword(self, sentence: str) -> str:
        """The model's answer about one sentence. Raises `NoAnswer`."""
        question = request(sentence, self.name)
        return answer_in(_exchange(self.address, "POST", "/chat/completions", question, self.seconds))


def open_model(url: str, name: str = "", *, remote: bool = False, seconds: float = SECONDS) -> LanguageModel:
    """The model of this name at an endpoint, or its only one, after the endpoint has listed it.

    Raises `RewriterRefused` for an address that is not used, `RewriterNotHere` where nobody answers there,
    `RewriterModelMissing` where the model is not there or has to be named.
    """
    address = address_of(url, remote=remote)
    try:
        known = models_in(_exchange(address, "GET", "/models", None, min(seconds, _HELLO_SECONDS)))
    except NoAnswer as none:
        raise RewriterNotHere(url=url, detail=none.detail) from None
    chosen = name or (known[0] if len(known) == 1 else "")
    if not {chosen, f"{chosen}:latest"} & set(known):  # Ollama lists "mistral" as "mistral:latest"
        raise RewriterModelMissing(url=url, known=", ".join(known[:20]) or "-")
    return LanguageModel(address, chosen, seconds)


def address_of(url: str, *, remote: bool = False) -> Address:
    """The parts of an endpoint's address.

    Raises `RewriterRefused` where it is none, or is not on this machine and `remote` does not allow that.
    """
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme, parts.hostname or "", parts.port
    except ValueError:
        raise RewriterRefused(url=url, detail=Phrase.of("rewriter.no-address")) from None
    if parts.username is not None or parts.password is not None:
        raise RewriterRefused(url=f"{scheme}://...", detail=Phrase.of("rewriter.password"))
    written = url.isascii() and url.isprintable() and " " not in url
    if scheme not in _PORTS or not host or not written or parts.query or parts.fragment:
        raise RewriterRefused(url=url, detail=Phrase.of("rewriter.no-address"))
    if not remote and not _on_this_machine(host):
        raise RewriterRefused(url=url, detail=Phrase.of("rewriter.remote"))
    path = parts.path.rstrip("/")
    path = path if path.endswith("/v1") else f"{path}/v1"
    return Address(scheme, host, port or _PORTS[scheme], path, remote)


def _on_this_machine(host: str) -> bool:
    """True for `localhost` and the numbers of the loopback; no name is looked up."""
    if host == "localhost":
        return True
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = number.ipv4_mapped if isinstance(number, ipaddress.IPv6Address) else None
    return (mapped or number).is_loopback


def _exchange(address: Address, method: str, path: str, question: Any, seconds: float) -> Any:
    """The data that the endpoint answers with. Raises `NoAnswer`."""
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.host, address.port, timeout=seconds)
    limit = _Limit()
    watch = threading.Timer(seconds, limit.end)
    watch.daemon = True
    watch.start()
    try:
        return _answered(connection, limit, address, method, path, question)
    except (OSError, http.client.HTTPException, ValueError, RecursionError) as error:
        late = limit.over or isinstance(error, TimeoutError)
        raise NoAnswer(f"{seconds:g} s" if late else _told(error)) from None
    finally:
        watch.cancel()
        connection.close()


class _Limit:
    """Ends an exchange when its time is over: a time limit on each read does not end one that trickles."""

    def __init__(self) -> None:
        self.over = False
        self._socket: socket.socket | None = None

    def holds(self, opened: socket.socket) -> None:
        """From now on this is what `end` ends; the connection itself forgets its socket early."""
        self._socket = opened
        self.check()

    def end(self) -> None:
        """Called when the time is over: whoever waits for the other side wakes up."""
        self.over = True
        if self._socket is not None:
            with suppress(OSError):  # already closed
                self._socket.shutdown(socket.SHUT_RDWR)

    def check(self) -> None:
        """Raises `TimeoutError` when the time is over."""
        if self.over:
            raise TimeoutError


def _answered(
    connection: http.client.HTTPConnection,
    limit: _Limit,
    address: Address,
    method: str,
    path: str,
    question: Any,
) -> Any:
    connection.connect()
    limit.holds(connection.sock)
    if not address.remote and not _on_this_machine(connection.sock.getpeername()[0]):
        raise NoAnswer(connection.sock.getpeername()[0])  # `localhost` is another machine here
    body = None if question is None else json.dumps(question).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    connection.request(method, address.path + path, body, headers)
    response = connection.getresponse()
    if response.status != http.client.OK:  # a redirect too: it is not followed
        raise NoAnswer(f"HTTP {response.status}")
    data = response.read(_MOST_BYTES + 1)
    limit.check()
    if len(data) > _MOST_BYTES:
        raise NoAnswer(f"> {_MOST_BYTES // 1024} KiB")
    return json.loads(data)


def _told(error: Exception) -> str:
    """An error in a word."""
    if isinstance(error, ValueError | RecursionError):
        return "JSON"
    return (isinstance(error, OSError) and error.strerror) or type(error).__name__
