"""Downloads: resumed, bounded, retried, over http and https alone."""

from __future__ import annotations

import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from notices.download import Patience, download
from notices.errors import DownloadFailed

sys.path.insert(0, str(Path(__file__).parent))
from http_server import QUICK, Server, no_sleep, not_found, redirecting, running, serving

DATA = bytes(range(256)) * 4000


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


class TestDownload:
    def get(self, server: Server, target: Path, *paths: str, patience: Patience = QUICK) -> str:
        return download([server.url + path for path in paths], target, patience=patience, sleep=no_sleep)

    def test_a_file_comes_whole_and_progress_is_told(self, server: Server, tmp_path: Path) -> None:
        """Up to the last byte, never backwards."""
        server.answers["/f"] = serving(DATA)
        told: list[tuple[int, int | None]] = []
        download([server.url + "/f"], tmp_path / "f", patience=QUICK, progress=lambda *t: told.append(t))
        assert (tmp_path / "f").read_bytes() == DATA
        assert told == sorted(told)
        assert told[-1] == (len(DATA), len(DATA))
        assert [p.name for p in tmp_path.iterdir()] == ["f"]

    def test_what_breaks_off_is_resumed(self, server: Server, tmp_path: Path) -> None:
        """Each try asks for what is missing, and any gain starts the count of tries anew."""
        server.answers["/f"] = serving(DATA, break_at=len(DATA) // 7)
        self.get(server, tmp_path / "f", "/f")
        assert (tmp_path / "f").read_bytes() == DATA
        assert len(server.asked) > QUICK.tries
        assert server.asked[1][1] == f"bytes={len(DATA) // 7}-"

    def test_the_next_call_goes_on_where_the_last_one_stopped(self, server: Server, tmp_path: Path) -> None:
        """As the message promises."""
        half = len(DATA) // 2
        answers = iter([serving(DATA, break_at=half), not_found])
        server.answers["/f"] = lambda request: next(answers)(request)
        with pytest.raises(DownloadFailed):
            self.get(server, tmp_path / "f", "/f")
        server.answers["/f"] = serving(DATA)
        self.get(server, tmp_path / "f", "/f")
        assert (tmp_path / "f").read_bytes() == DATA
        assert server.asked[-1][1] == f"bytes={half}-"

    def test_a_file_that_changed_in_between_is_fetched_anew(self, server: Server, tmp_path: Path) -> None:
        """Halves of two files are never joined."""
        answers = iter([serving(b"old" * 1000, break_at=500, etag='"old"'), serving(DATA, etag='"new"')])
        server.answers["/f"] = lambda request: next(answers)(request)
        self.get(server, tmp_path / "f", "/f")
        assert (tmp_path / "f").read_bytes() == DATA

    @pytest.mark.parametrize(
        "fault", [{"ranges": False}, {"wrong_start": True}, {"etag": ""}, {"etag": 'W/"weak"'}]
    )
    def test_a_server_that_cannot_resume_is_asked_for_all_of_it(
        self, server: Server, tmp_path: Path, fault: dict[str, object]
    ) -> None:
        """Ranges ignored, answered at the wrong place, or without a name for the file's state."""
        good = {key: value for key, value in fault.items() if key == "etag"}
        broken = serving(DATA, break_at=1000, **fault)  # type: ignore[arg-type]
        again, whole = serving(DATA, **fault), serving(DATA, **good)  # type: ignore[arg-type]
        answers = iter([broken, again, whole])
        server.answers["/f"] = lambda request: next(answers)(request)
        self.get(server, tmp_path / "f", "/f")
        assert (tmp_path / "f").read_bytes() == DATA

    def test_a_length_that_lies_high_is_never_believed(self, server: Server, tmp_path: Path) -> None:
        """Less than announced is not the file."""
        server.answers["/f"] = serving(DATA, length=len(DATA) + 10, ranges=False)
        with pytest.raises(DownloadFailed):
            self.get(server, tmp_path / "f", "/f")
        assert not (tmp_path / "f").exists()

    def test_too_much_is_refused(self, server: Server, tmp_path: Path) -> None:
        """Announced or not."""
        server.answers["/f"] = serving(DATA)
        with pytest.raises(DownloadFailed):
            self.get(
                server,
                tmp_path / "f",
                "/f",
                patience=Patience(tries=2, timeout_s=1, pause_s=0, max_bytes=1000),
            )

    def test_the_next_mirror_is_asked_where_one_fails(self, server: Server, tmp_path: Path) -> None:
        """And bytes of one mirror are not taken for another's."""
        server.answers["/broken"] = serving(b"x" * 9000, break_at=5000, ranges=False)
        server.answers["/good"] = serving(DATA)
        assert self.get(server, tmp_path / "f", "/missing", "/broken", "/good") == server.url + "/good"
        assert (tmp_path / "f").read_bytes() == DATA

    @pytest.mark.parametrize(
        "to", ["file:///etc/passwd", "ftp://127.0.0.1/f", "data:,x", "//[", "gopher://x/"]
    )
    def test_redirections_lead_to_http_alone(self, server: Server, tmp_path: Path, to: str) -> None:
        """No file of this machine is ever read."""
        server.answers["/f"] = redirecting(to)
        with pytest.raises(DownloadFailed):
            self.get(server, tmp_path / "f", "/f")
        assert not (tmp_path / "f").exists()

    def test_a_redirection_to_http_is_followed(self, server: Server, tmp_path: Path) -> None:
        """Mirrors do that."""
        server.answers["/f"] = redirecting("/g")
        server.answers["/g"] = serving(DATA)
        self.get(server, tmp_path / "f", "/f")
        assert (tmp_path / "f").read_bytes() == DATA

    def test_a_redirection_in_a_circle_ends(self, server: Server, tmp_path: Path) -> None:
        """In an error."""
        server.answers["/f"] = redirecting("/f")
        with pytest.raises(DownloadFailed):
            self.get(server, tmp_path / "f", "/f")

    @pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/f", "no address", "http://"])
    def test_only_http_is_spoken(self, tmp_path: Path, url: str) -> None:
        """The first address too."""
        with pytest.raises(DownloadFailed):
            download([url], tmp_path / "f", patience=QUICK, sleep=no_sleep)

    def test_a_missing_file_is_asked_for_once(self, server: Server, tmp_path: Path) -> None:
        """404 will not change by asking."""
        with pytest.raises(DownloadFailed, match="404"):
            self.get(server, tmp_path / "f", "/f")
        assert len(server.asked) == 1

    def test_pauses_grow_between_tries(self, server: Server, tmp_path: Path) -> None:
        """A server in trouble is not hammered."""
        server.answers["/f"] = lambda request: request.send_error(503)
        slept: list[float] = []
        with pytest.raises(DownloadFailed, match="503"):
            download(
                [server.url + "/f"], tmp_path / "f", patience=Patience(tries=4, pause_s=1), sleep=slept.append
            )
        assert slept == [2, 4, 8]

    def test_a_silent_server_is_left(self, server: Server, tmp_path: Path) -> None:
        """After the time that was allowed without a byte."""
        release = threading.Event()
        server.answers["/f"] = lambda request: release.wait(10) and None
        with pytest.raises(DownloadFailed):
            self.get(server, tmp_path / "f", "/f", patience=Patience(tries=1, timeout_s=0.1, pause_s=0))
        release.set()

    def test_a_trickle_ends_too(self, server: Server, tmp_path: Path) -> None:
        """A byte now and then is no download."""

        def trickle(request: http.server.BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.send_header("Content-Length", "1000000")
            request.end_headers()
            for _ in range(200):
                request.wfile.write(b"x")
                request.wfile.flush()
                if threading.Event().wait(0.02):
                    return

        server.answers["/f"] = trickle
        with pytest.raises(DownloadFailed):
            self.get(
                server,
                tmp_path / "f",
                "/f",
                patience=Patience(tries=1, timeout_s=1, pause_s=0, slowest_s=0.2),
            )
