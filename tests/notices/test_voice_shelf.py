"""Natural voices: fetched whole and checked, or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from notices import voice_shelf
from notices.errors import (
    DownloadFailed,
    IndexUnreadable,
    VoiceDamaged,
    VoiceNotInstalled,
    VoiceShelfUnwritable,
    VoiceUnknown,
)
from notices.voice_shelf import find_known, known, offers
from notices.voice_shelf.installing import install, installed, own_shelf, remove
from notices.voice_shelf.offers import Offer, Part

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "voices"))
from http_server import QUICK, Server, no_sleep, not_found, running, serving
from tone_voice import make_voice

WHY = "needed to try natural voices: pip install piper-tts onnx"
pytest.importorskip("piper", reason=WHY)
pytest.importorskip("onnx", reason=WHY)

NAME = "fr_FR-tones-medium"
PATH = f"/fr/fr_FR/tones/medium/{NAME}.onnx"


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model of a whole French voice."""
    return make_voice(tmp_path_factory.mktemp("voice"), NAME, "fr")


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and no voices but what comes onto its shelf."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("NOTICES_VOICES", raising=False)
    return tmp_path / "data" / "notices" / "voices"


def settings_of(model: Path) -> bytes:
    return Path(f"{model}.json").read_bytes()


def listed(model: bytes, settings: bytes, name: str = NAME, **changes: object) -> bytes:
    """The list of a collection that holds one voice."""
    path = offers.path_of(name)
    files = {
        path: {"size_bytes": len(model), "md5_digest": hashlib.md5(model).hexdigest()} | changes,
        f"{path}.json": {"size_bytes": len(settings), "md5_digest": hashlib.md5(settings).hexdigest()},
    }
    return json.dumps({name: {"key": name, "files": files}}).encode()


def collection(server: Server, model: Path) -> None:
    """Let the server be a collection with this voice."""
    server.answers["/voices.json"] = serving(listed(model.read_bytes(), settings_of(model)))
    server.answers[PATH] = serving(model.read_bytes())
    server.answers[PATH + ".json"] = serving(settings_of(model))


def fetch(server: Server, name: str = NAME, path: str = "") -> Path:
    return install(name, server.url + path, patience=QUICK, sleep=no_sleep)


def pinned(monkeypatch: pytest.MonkeyPatch, model: bytes, settings: bytes) -> None:
    """Let the voice be known by its sums."""
    path = offers.path_of(NAME)
    offer = Offer(
        NAME,
        Part(path, len(model), len(model), f"sha256:{hashlib.sha256(model).hexdigest()}"),
        Part(f"{path}.json", 10_000, None, f"sha256:{hashlib.sha256(settings).hexdigest()}"),
        "CC0",
    )
    monkeypatch.setattr(offers, "known", lambda: (offer,))


def nothing_left(shelf: Path) -> bool:
    """No voice, and no hidden half of one; what a download has so far may stay."""
    return installed() == () and not [*shelf.glob(".incoming-*"), *shelf.glob(".old-*")]


def test_a_voice_comes_from_its_collection_onto_the_shelf(server: Server, shelf: Path, voice: Path) -> None:
    """Both files, checked against the list, with the card that says who spoke; then it can be asked for."""
    collection(server, voice)
    server.answers[PATH.rpartition("/")[0] + "/MODEL_CARD"] = serving(b"License: CC0")
    model = fetch(server)
    assert model == shelf / NAME / f"{NAME}.onnx"
    assert model.read_bytes() == voice.read_bytes()
    assert settings_of(model) == settings_of(voice)
    assert (model.parent / "MODEL_CARD").read_bytes() == b"License: CC0"
    assert installed() == (NAME,)
    assert list((shelf / ".downloads").iterdir()) == []
    from voices import catalog

    assert (NAME, "piper") in {(found.id, found.engine) for found in catalog.voices("fr")}


def test_a_connection_that_breaks_is_gone_on_with_by_the_next_call(
    server: Server, shelf: Path, voice: Path
) -> None:
    """As the message promises; nothing is on the shelf before the last byte."""
    collection(server, voice)
    data = voice.read_bytes()
    half = len(data) // 2
    answers = iter([serving(data, break_at=half), not_found])
    server.answers[PATH] = lambda request: next(answers)(request)
    with pytest.raises(DownloadFailed, match="goes on where it stopped"):
        fetch(server)
    assert nothing_left(shelf)
    server.answers[PATH] = serving(data)
    assert fetch(server).read_bytes() == data
    assert server.asked[-2] == (PATH, f"bytes={half}-")


def test_a_wrong_sum_is_never_installed(server: Server, shelf: Path, voice: Path) -> None:
    """One byte is another; the next call begins anew and not with the wrong bytes."""
    collection(server, voice)
    data = bytearray(voice.read_bytes())
    data[len(data) // 2] ^= 1
    server.answers[PATH] = serving(bytes(data))
    with pytest.raises(VoiceDamaged, match="checksum"):
        fetch(server)
    assert nothing_left(shelf)
    assert list((shelf / ".downloads").iterdir()) == []
    server.answers[PATH] = serving(voice.read_bytes())
    assert fetch(server).exists()


def test_a_known_voice_has_its_known_sums_wherever_it_comes_from(
    server: Server, shelf: Path, voice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mirror's own list counts for nothing, and neither does a file of one's own."""
    pinned(monkeypatch, voice.read_bytes(), settings_of(voice))
    collection(server, voice)
    del server.answers["/voices.json"]
    assert fetch(server).exists()
    assert "/voices.json" not in {path for path, _ in server.asked}
    remove(NAME)
    assert fetch(server, path=PATH).exists()  # the model's own address
    remove(NAME)
    assert install(NAME, str(voice)).exists()
    remove(NAME)
    other = make_voice(tmp_path, NAME, "fr-be")
    collection(server, other)
    with pytest.raises(VoiceDamaged, match="checksum"):
        fetch(server)
    with pytest.raises(VoiceDamaged, match="checksum"):
        install(NAME, str(other))
    assert nothing_left(shelf)


def test_too_much_is_refused_before_the_disk_is_full(
    server: Server, shelf: Path, voice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More bytes than listed, announced or not, and a list that promises a monster."""
    collection(server, voice)
    server.answers[PATH] = serving(voice.read_bytes() + b"\0" * 100_000)
    with pytest.raises(DownloadFailed, match="more than"):
        fetch(server)
    listing = listed(voice.read_bytes(), settings_of(voice), size_bytes=10**12)
    server.answers["/voices.json"] = serving(listing)
    with pytest.raises(VoiceUnknown):
        fetch(server)
    monkeypatch.setattr(offers, "MAX_LIST_BYTES", 1000)
    server.answers["/voices.json"] = serving(b" " * 2000)
    with pytest.raises(IndexUnreadable, match="more than"):
        fetch(server)
    assert nothing_left(shelf)


def test_a_voice_that_is_not_there(server: Server, shelf: Path, voice: Path) -> None:
    """404 is told with the address; so is a list without the voice."""
    collection(server, voice)
    del server.answers[PATH]
    with pytest.raises(DownloadFailed, match=r"tones-medium\.onnx failed: HTTP 404"):
        fetch(server)
    with pytest.raises(VoiceUnknown, match="fr_FR-siwis-medium"):
        fetch(server, "fr_FR-nobody-low")
    del server.answers["/voices.json"]
    with pytest.raises(IndexUnreadable, match="404"):
        fetch(server)
    assert nothing_left(shelf)


@pytest.mark.parametrize("data", [b"", b"<html>", b"[]", b"\xff\xfe\x00", b"[" * 200_000])
def test_a_list_of_garbage_is_told(server: Server, data: bytes) -> None:
    """A captive portal answers with a page."""
    server.answers["/voices.json"] = serving(data)
    with pytest.raises(IndexUnreadable):
        fetch(server)


@pytest.mark.parametrize(
    "entry",
    [
        {"size_bytes": "many"},
        {"size_bytes": -1},
        {"size_bytes": True, "md5_digest": None},
        {"md5_digest": "../../x"},
    ],
)
def test_a_list_with_a_garbled_entry_offers_nothing(
    server: Server, voice: Path, entry: dict[str, object]
) -> None:
    """No size or no sum is no offer: nothing is taken unchecked from the web."""
    server.answers["/voices.json"] = serving(listed(voice.read_bytes(), settings_of(voice), **entry))
    with pytest.raises(VoiceUnknown):
        fetch(server)


@pytest.mark.parametrize(
    "name",
    ["", "fr", "..", "fr_FR-../../x-low", "de_DE-thorsten-low", "fr_FR-a", "fr_FR-é-low", "/etc/passwd"],
)
def test_a_name_that_is_none(shelf: Path, voice: Path, name: str) -> None:
    """Is refused before anything is asked or written, and leads out of no folder."""
    with pytest.raises(VoiceUnknown):
        install(name, str(voice))
    with pytest.raises(VoiceNotInstalled):
        remove(name)
    assert not shelf.exists()


def test_a_voice_from_a_file_of_ones_own(shelf: Path, voice: Path) -> None:
    """By its path or its folder, without any network; the file stays where it was."""
    assert install(NAME, str(voice)) == shelf / NAME / f"{NAME}.onnx"
    remove(NAME)
    assert install(NAME, str(voice.parent)).exists()
    assert voice.exists()


def test_a_voice_takes_the_place_of_one_of_its_name(shelf: Path, voice: Path, tmp_path: Path) -> None:
    """In one move; nothing of the old one stays."""
    install(NAME, str(voice))
    (shelf / NAME / "MODEL_CARD").write_text("old")
    other = make_voice(tmp_path, NAME, "fr-be")
    assert settings_of(install(NAME, str(other))) == settings_of(other)
    assert sorted(file.name for file in (shelf / NAME).iterdir()) == [f"{NAME}.onnx", f"{NAME}.onnx.json"]
    assert [entry.name for entry in shelf.iterdir()] == [NAME]


def test_files_that_are_no_voice(shelf: Path, voice: Path, tmp_path: Path) -> None:
    """Missing settings, garbage, another language, a model that does not open: told before it is used."""
    lonely = tmp_path / "a.onnx"
    shutil.copy(voice, lonely)
    with pytest.raises(VoiceDamaged, match=r"a\.onnx\.json does not open"):
        install(NAME, str(lonely))
    with pytest.raises(VoiceDamaged, match="does not open"):
        install(NAME, str(tmp_path / "nothing"))
    Path(f"{lonely}.json").write_text("{}")
    with pytest.raises(VoiceDamaged, match='not a voice of Piper for the language "fr"'):
        install(NAME, str(lonely))
    with pytest.raises(VoiceDamaged, match="not a voice"):
        install("en_GB-tones-medium", str(voice))
    shutil.copy(f"{voice}.json", f"{lonely}.json")
    lonely.write_bytes(b"no model at all" * 100)
    with pytest.raises(VoiceDamaged, match="Piper does not open it"):
        install(NAME, str(lonely))
    assert nothing_left(shelf)


def test_a_shelf_that_cannot_be_written(tmp_path: Path, voice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is told with its folder; so is a machine without a home."""
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(VoiceShelfUnwritable, match="voices"):
        install(NAME, str(voice))
    for name in ("XDG_DATA_HOME", "HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(VoiceShelfUnwritable):
        own_shelf()


def test_a_removed_voice_is_gone(shelf: Path, voice: Path) -> None:
    """And asked for again, it is told how to get a known one back."""
    install(NAME, str(voice))
    remove(NAME)
    assert not (shelf / NAME).exists()
    with pytest.raises(VoiceNotInstalled):
        remove(NAME)


def test_known_voices_can_be_trusted_and_found() -> None:
    """Each has a name of the collection, a licence, a size within bounds, and two sums; both languages."""
    assert {offer.lang for offer in known()} == {"fr", "en"}
    assert len({offer.name for offer in known()}) == len(known())
    for offer in known():
        assert offer.licence
        assert offer.model.path == offers.path_of(offer.name)
        assert offer.model.size is not None
        assert 1_000_000 < offer.model.size <= offers.MAX_MODEL_BYTES
        for part in (offer.model, offer.settings):
            assert len(bytes.fromhex(part.digest.removeprefix("sha256:"))) == 32
    assert find_known("fr_FR-siwis-medium") is not None
    assert all(address.startswith("https://") for address in offers.COLLECTIONS)


def test_nothing_is_asked_of_the_network_where_nothing_is_installed(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Listing what is here and what can be had opens no connection and makes no folder."""
    import socket

    def refuse(*args: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert voice_shelf.installed() == ()
    assert voice_shelf.known()
    assert not shelf.exists()


class TestCommands:
    def run(self, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "notices", "--lang", "en", *map(str, words)]
        return subprocess.run(command, capture_output=True, check=False)

    def test_install_use_and_remove(self, server: Server, voice: Path, tmp_path: Path) -> None:
        """From a mirror onto the shelf; listed; heard in a preview and in a notice; gone."""
        collection(server, voice)
        made = self.run("voices", "install", NAME, "--from", server.url)
        assert made.returncode == 0, made.stderr.decode()
        assert made.stdout.decode() == f"Voice installed: {NAME}\n"
        assert f"--voice fr={NAME}" in made.stderr.decode()
        assert NAME in self.run("voices").stdout.decode()
        trial = self.run("voices", "preview", f"fr={NAME}", "-o", tmp_path / "trial.wav")
        assert trial.returncode == 0, trial.stderr.decode()
        assert (tmp_path / "trial.wav").read_bytes()[:4] == b"RIFF"
        (tmp_path / "n.txt").write_text("La mairie de Couthenans sera fermée le 3 mai 2024.\n")
        heard = self.run(
            "narrate",
            tmp_path / "n.txt",
            "--voice",
            f"fr={NAME}",
            "-o",
            tmp_path / "n.mp3",
            "--captions",
            "srt",
        )
        assert heard.returncode == 0, heard.stderr.decode()
        assert NAME.encode("utf-16-le") in (tmp_path / "n.mp3").read_bytes()
        assert (tmp_path / "n.srt").read_text().startswith("1\n00:00:00,200 --> ")
        gone = self.run("voices", "remove", NAME)
        assert gone.stdout.decode() == f"Voice removed: {NAME}\n"
        assert self.run("voices", "remove", NAME).returncode == 48

    def test_a_known_voice_that_is_not_here_tells_how_to_get_it(self, tmp_path: Path) -> None:
        """And not a list of others; a voice that nobody knows does."""
        (tmp_path / "n.txt").write_text("La mairie de Couthenans sera fermée le 3 mai 2024.\n")
        failed = self.run(
            "narrate", tmp_path / "n.txt", "--voice", "fr=fr_FR-siwis-medium", "-o", tmp_path / "a.mp3"
        )
        assert failed.returncode == 48
        assert b"notices voices install fr_FR-siwis-medium" in failed.stderr
        other = self.run("voices", "preview", "fr=fr_FR-nobody-low", "-o", tmp_path / "a.mp3")
        assert other.returncode == 42
        assert not (tmp_path / "a.mp3").exists()

    def test_each_failure_has_its_exit_code(self, server: Server, voice: Path) -> None:
        """For scripts, as in the table of the README."""
        assert self.run("voices", "install", "de_DE-x-low").returncode == 49
        assert self.run("voices", "install", NAME, "--from", "/nowhere").returncode == 72
        assert self.run("voices", "install", NAME, "--from", "ftp://127.0.0.1").returncode == 35
        assert self.run("voices", "install", "fr_FR-siwis-medium", "--from", server.url).returncode == 34

    def test_what_can_be_installed_is_listed(self) -> None:
        """With size, licence, and whether it is here."""
        told = self.run("voices", "available", "--json")
        (siwis, *_) = json.loads(told.stdout)
        assert siwis["name"] == "fr_FR-siwis-medium"
        assert siwis["licence"] == "CC BY 4.0"
        assert siwis["installed"] is False
        assert "Licence: CC BY 4.0" in self.run("voices", "available").stdout.decode()

    def test_the_usual_voice_can_be_tried_without_a_file(self) -> None:
        """Its sound goes to standard output."""
        for wish in ("fr", "en", "fr=fr-be+f3", "en=en-us"):
            tried = self.run("voices", "preview", wish, "--audio-format", "wav")
            assert tried.returncode == 0, tried.stderr.decode()
            assert tried.stdout[:4] == b"RIFF"
        assert self.run("voices", "preview", "de").returncode == 2
