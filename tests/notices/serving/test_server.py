"""The server, asked over a real socket."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest

from notices.errors import AddressNotFree, NothingToServe
from notices.serving import serve
from notices.serving.server import Server

COCO = "/b/coco/"
HELA = "/b/h%C3%A9la%20%3Cb%3E%26/"


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request; underscores in the names of headers stand for hyphens."""
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def raw(server: Server, request: bytes) -> bytes:
    """The answer to bytes that no client library would send."""
    with socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=10) as link:
        link.sendall(request)
        link.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: link.recv(65536), b""))


def test_the_list_names_the_bundles_and_nothing_else(server: Server) -> None:
    """By their titles, as text."""
    answer = ask(server, "/")
    text = answer.body.decode()
    assert answer.status == 200
    assert "Enquête sur la plateforme « coco »" in text
    assert HELA + "index.html" in text
    assert "<script" not in text
    assert not any(word in text for word in ("unfinished", "broken", "foreign", "linked", "secret", "notes"))


FILES = [
    ("index.html", "text/html; charset=utf-8"),
    ("plain.fr.md", "text/markdown; charset=utf-8"),
    ("audio/plain.fr.mp3", "audio/mpeg"),
    ("audio/original.fr.vtt", "text/vtt; charset=utf-8"),
    ("notice.fr.epub", "application/epub+zip"),
    ("manifest.json", "application/json"),
]


@pytest.mark.parametrize(("path", "media_type"), FILES)
def test_a_file_of_a_bundle_is_sent_as_what_it_is(
    path: str, media_type: str, server: Server, shelf_folder: Path
) -> None:
    """With its media type and length, whole."""
    answer = ask(server, COCO + path)
    content = (shelf_folder / "coco" / path).read_bytes()
    assert (answer.status, answer.headers["Content-Type"]) == (200, media_type)
    assert answer.headers["Content-Length"] == str(len(content))
    assert answer.body == content


FORBIDDEN = [
    "/secret.txt",
    "/b/secret.txt",
    "/b/../secret.txt",
    COCO + "notes.txt",
    COCO + "../secret.txt",
    COCO + "..%2fsecret.txt",
    COCO + "%2e%2e/secret.txt",
    COCO + "%2e%2e%2f%2e%2e%2fsecret.txt",
    COCO + "audio/../../secret.txt",
    COCO + "audio/..%5c..%5csecret.txt",
    COCO + "audio/plain.fr.vtt",  # a link that leads out
    COCO + "audio",
    COCO + "audio/",
    COCO,
    "/b/coco",
    "/b/",
    "/b",
    "/b//coco/index.html",
    "/b/linked/index.html",
    "/b/.coco-new/index.html",
    "/b/unfinished/index.html",
    "/b/broken/manifest.json",
    "/b/foreign/manifest.json",
    "/b/./coco/index.html",
    "/b/%2e/coco/index.html",
    "/b/coco%2findex.html",
    "/b/coco/index.html%00.txt",
    "/b/coco/INDEX.HTML",
    "/b/coco/%252e%252e/secret.txt",
    "/etc/hostname",
    "//etc/hostname",
    "/index.html",
]


@pytest.mark.parametrize("path", FORBIDDEN)
def test_nothing_else_can_be_reached(path: str, server: Server) -> None:
    """Not up, not around, not by a link, not encoded, not a folder's list."""
    answer = ask(server, path)
    assert answer.status == 404
    assert b"SECRET" not in answer.body


PIECES = [("bytes=0-3", 0, 4), ("bytes=100-", 100, None), ("bytes=-50", -50, None)]


@pytest.mark.parametrize(("asked", "start", "end"), PIECES)
def test_a_piece_of_a_recording(
    asked: str, start: int, end: int | None, server: Server, shelf_folder: Path
) -> None:
    """A listener jumps to any place."""
    content = (shelf_folder / "coco/audio/plain.fr.mp3").read_bytes()
    answer = ask(server, COCO + "audio/plain.fr.mp3", Range=asked)
    assert answer.status == 206
    assert answer.body == content[start:end]
    first = start % len(content)
    expected = f"bytes {first}-{first + len(answer.body) - 1}/{len(content)}"
    assert answer.headers["Content-Range"] == expected


def test_a_piece_behind_the_end(server: Server, shelf_folder: Path) -> None:
    """The answer says how long the file is."""
    size = (shelf_folder / "coco/audio/plain.fr.mp3").stat().st_size
    answer = ask(server, COCO + "audio/plain.fr.mp3", Range=f"bytes={size}-")
    assert (answer.status, answer.headers["Content-Range"]) == (416, f"bytes */{size}")


def test_an_unchanged_file_is_not_sent_again(server: Server) -> None:
    """And a piece of an older one is never mixed with the newer."""
    tag = ask(server, COCO + "plain.fr.md").headers["ETag"]
    assert ask(server, COCO + "plain.fr.md", If_None_Match=tag).status == 304
    assert ask(server, COCO + "plain.fr.md", Range="bytes=0-1", If_Range=tag).status == 206
    assert ask(server, COCO + "plain.fr.md", Range="bytes=0-1", If_Range='"other"').status == 200


@pytest.mark.parametrize("path", ["/", COCO + "index.html", COCO + "audio/plain.fr.mp3", "/nothing"])
def test_head_says_the_same_without_the_content(path: str, server: Server) -> None:
    """Down to the length."""
    whole, head = ask(server, path), ask(server, path, "HEAD")
    assert head.body == b""
    assert head.status == whole.status
    assert head.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(whole.body))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_can_be_changed(method: str, server: Server) -> None:
    """Only reading is allowed."""
    answer = ask(server, COCO + "plain.fr.md", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", ["/", "/nothing", COCO + "index.html", COCO + "plain.fr.md", "/?page=x"])
def test_every_answer_is_closed_to_others(path: str, server: Server) -> None:
    """No guessing of types, no frames, no embedding elsewhere; and no word about the software beneath."""
    headers = ask(server, path).headers
    rules = headers["Content-Security-Policy"]
    assert "default-src 'none'" in rules
    assert "frame-ancestors 'none'" in rules
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Python" not in headers["Server"]


@pytest.mark.parametrize("host", ["example.org", "example.org:80", "127.0.0.1.example.org", "10.0.0.1", ""])
def test_another_name_for_this_machine_is_refused(host: str, server: Server) -> None:
    """A page elsewhere whose name points here must not read along."""
    assert ask(server, "/", Host=host).status == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:99", "127.0.0.1", "[::1]:8420"])
def test_its_own_names_are_not(host: str, server: Server) -> None:
    """However the reader wrote the address."""
    assert ask(server, "/", Host=host).status == 200


@pytest.mark.parametrize(
    ("path", "accepted", "lang"),
    [
        ("/", "fr", "fr"),
        ("/", "en-GB,en", "en"),
        ("/?lang=en", "fr", "en"),
        ("/?lang=xx", "en", "fr"),
        ("/x", "en", "en"),
    ],
)
def test_the_page_speaks_the_reader_s_language(path: str, accepted: str, lang: str, server: Server) -> None:
    """Of the browser, unless the address says otherwise."""
    answer = ask(server, path, Accept_Language=accepted)
    assert answer.headers["Content-Language"] == lang
    assert f'<html lang="{lang}">' in answer.body.decode()


def test_search(server: Server) -> None:
    """Accents ignored; the passage is shown, and its link leads to it."""
    text = ask(server, "/?q=denonces+coco", Accept_Language="fr").body.decode()
    assert "Nombre d’avis qui contiennent « denonces coco » : 1." in text.replace("\u00a0", " ")
    assert f'<a href="{COCO}index.html#s4" lang="fr">Au total plus de 23' in text


def test_a_hostile_question_is_text(server: Server) -> None:
    """In the title, in the field and in the answer."""
    text = ask(server, "/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body.decode()
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)" in text


STRANGE = [
    (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"200"),
    (b"GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", b"200"),
    (b"GET /%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"),
    (b"GET /?q=%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"),
    (b"GET /?" + b"a=1&" * 50 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"),
    (b"GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"),
    (b"GET / HTTP/1.1\r\nHost: [\r\n\r\n", b"421"),
    (b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"414"),
    (b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"414"),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"A: b\r\n" * 200 + b"\r\n", b"431"),
    (b"GET / HTTP/9.9\r\n\r\n", b"505"),
    (b"\x00\x01\x02\r\n\r\n", b"400"),
    (b"GET\r\n\r\n", b"400"),
]


@pytest.mark.parametrize(("request_bytes", "status"), STRANGE, ids=range(len(STRANGE)))
def test_strange_requests_get_an_answer(request_bytes: bytes, status: bytes, server: Server) -> None:
    """And the server goes on."""
    answer = raw(server, request_bytes)
    assert status in answer.split(b"\r\n", 1)[0]
    assert ask(server, "/").status == 200


def test_the_list_comes_in_pages(shelf_folder: Path) -> None:
    """However many bundles there are; a page that does not exist is the last."""
    from notices.serving.listing import listing
    from notices.serving.searching import Hit
    from notices.serving.shelf import Shelf

    bundle = Shelf(shelf_folder).bundle("coco")
    assert bundle
    hits = (Hit(bundle),) * 60
    counts = [listing(hits, "", page, "fr").count('<h2 id="') for page in (1, 2, 3, 99)]
    assert counts == [25, 25, 10, 10]
    assert "Page 3 sur 3" in listing(hits, "", 99, "fr")
    assert 'href="/?q=coco&amp;lang=fr&amp;page=3"' in listing(hits, "coco", 2, "fr")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Is told before anything listens."""
    with pytest.raises(NothingToServe):
        serve(tmp_path / "nothing")


@pytest.mark.parametrize("case", ["taken", "impossible", "nowhere"])
def test_an_address_that_cannot_be_opened(case: str, server: Server, tmp_path: Path) -> None:
    """The error says which."""
    host, port = {
        "taken": ("127.0.0.1", server.server_address[1]),
        "impossible": ("127.0.0.1", 70_000),
        "nowhere": ("203.0.113.1", 0),
    }[case]
    with pytest.raises(AddressNotFree, match=host):
        serve(tmp_path, host=host, port=port)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to a child alone")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    """Without a traceback, with success, even where it comes as soon as the address is told."""
    script = (
        "import sys, pathlib, time\n"
        "from notices.serving import serve\n"
        "told = lambda address: (print(address, flush=True), time.sleep(0.5))\n"
        "serve(pathlib.Path(sys.argv[1]), port=0, ready=told)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=20)
    assert (process.returncode, complaints) == (0, "")
