"""The front door: whatever the file, a notice or an error of our own, and no harm beyond that."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from notices import errors
from notices.errors import (
    DamagedNotice,
    EmptyNotice,
    HostileNotice,
    InputError,
    NotARegularFile,
    NoticeMissing,
    NoticeTooLarge,
    NoticeTooLong,
    OcrFailed,
    OcrMissing,
    ReaderCrashed,
    ReaderTimeout,
    ScannedNotice,
    UndecodableNotice,
    UnknownFormat,
)
from notices.phrases import Phrase
from notices.raw import RawNotice
from notices.reading import Limits, read, readable_suffixes, sandbox

_ROOT = Path(__file__).parents[3]


def _file(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_notice_with_its_name_and_hash(tmp_path):
    """The notice says which file it was, byte for byte."""
    path = _file(tmp_path, "avis de travaux.TXT", "Avis à la population.\n")
    notice = read(path)
    assert isinstance(notice, RawNotice)
    assert (notice.name, notice.file) == ("avis de travaux", "avis de travaux.TXT")
    assert notice.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [block.text for block in notice.blocks] == ["Avis à la population."]


def test_suffixes_are_those_of_the_formats():
    """A folder is searched for these."""
    assert {".txt", ".md", ".html", ".docx", ".odt", ".pdf"} <= set(readable_suffixes())


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("vide.txt", b"", EmptyNotice),
        ("blanc.txt", " \n\t\n\u00a0 ", EmptyNotice),
        ("blanc.md", "---\ntitle: Titre\n---\n<!-- rien -->", EmptyNotice),
        ("vide.html", "<!doctype html><script>1</script>", EmptyNotice),
        ("vide.pdf", b"", DamagedNotice),
        ("binaire.txt", bytes(range(256)) * 10, UndecodableNotice),
        ("tableur.csv", "a;b", UnknownFormat),
        ("ancien.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnknownFormat),
        ("faux.docx", "Bonjour", DamagedNotice),
        ("profond.html", "<div>" * 100_000, HostileNotice),
    ],
)
def test_bad_input_has_its_error_with_file_and_words(tmp_path, name, data, error):
    """Each case has a class of its own, whose words name the file in both languages."""
    path = _file(tmp_path, name, data)
    with pytest.raises(error) as caught:
        read(path)
    assert type(caught.value) is error
    for lang in ("fr", "en"):
        assert name in caught.value.words(lang)


def test_details_are_said_in_the_language_of_the_message(tmp_path):
    """What is wrong crosses the border between the processes as a phrase, not as words."""
    with pytest.raises(DamagedNotice) as caught:
        read(_file(tmp_path, "faux.pdf", "Bonjour"))
    assert isinstance(caught.value.values["detail"], Phrase)
    assert "contenu" in caught.value.words("fr")
    assert "content" in caught.value.words("en")


@pytest.mark.parametrize("name", ["nulle-part.txt", "a\0b.txt", "avis.txt/dedans.txt"])
def test_no_such_file(tmp_path, name):
    """A name that leads nowhere, or cannot be one."""
    _file(tmp_path, "avis.txt", "Avis")
    with pytest.raises(NoticeMissing):
        read(tmp_path / name)


def test_a_folder_is_no_notice(tmp_path):
    """Folders are searched by the caller."""
    with pytest.raises(NotARegularFile):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    """A named pipe without a writer would hold us for ever."""
    os.mkfifo(tmp_path / "tube.txt")
    with pytest.raises(NotARegularFile):
        read(tmp_path / "tube.txt")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_not_read():
    """An endless device is not read to its end."""
    with pytest.raises(NotARegularFile):
        read(Path("/dev/zero"))


def test_a_link_to_a_file_is_followed_and_one_to_a_device_is_not(tmp_path):
    """Symbolic links are common; what counts is where they lead."""
    _file(tmp_path, "avis.txt", "Avis")
    (tmp_path / "lien.txt").symlink_to(tmp_path / "avis.txt")
    (tmp_path / "mauvais.txt").symlink_to("/dev/null")
    (tmp_path / "boucle.txt").symlink_to(tmp_path / "boucle.txt")
    assert read(tmp_path / "lien.txt").file == "lien.txt"
    for name in ("mauvais.txt", "boucle.txt"):
        with pytest.raises(InputError):
            read(tmp_path / name)


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    """Without permission there is an error of our own."""
    path = _file(tmp_path, "avis.txt", "Avis")
    path.chmod(0)
    with pytest.raises(InputError):
        read(path)


def test_a_large_file_is_refused_with_its_size_and_the_limit(tmp_path):
    """The size is looked at before anything is read."""
    path = _file(tmp_path, "avis.txt", "a" * 2_500_000)
    with pytest.raises(NoticeTooLarge) as caught:
        read(path, Limits(max_mb=1.5))
    assert (caught.value.values["size_mb"], caught.value.values["limit_mb"]) == ("2.5", "1.5")


def test_a_long_notice_is_refused_with_its_length(tmp_path):
    """The bound on words holds for what a person would read."""
    with pytest.raises(NoticeTooLong) as caught:
        read(_file(tmp_path, "avis.html", "<p>" + "mot " * 120), Limits(words=100))
    assert (caught.value.values["words"], caught.value.values["limit"]) == ("120", "100")


def _boot(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Makes the child run `code` in place of a reader: the only way to make it fail on purpose."""
    body = "import sys, time, os, json; sys.path[:] = json.loads(sys.argv.pop(1));"
    monkeypatch.setattr(sandbox, "_BOOT", body + code)


def test_a_reader_that_hangs_is_stopped(tmp_path, monkeypatch):
    """It costs its time, and no more."""
    _boot(monkeypatch, "time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(ReaderTimeout) as caught:
        read(_file(tmp_path, "avis.txt", "Avis"), Limits(seconds=0.5))
    assert time.monotonic() - began < 20
    assert caught.value.values["seconds"] == "0.5"


@pytest.mark.parametrize(
    "code",
    [
        "os.kill(os.getpid(), 9)",
        "os._exit(0)",
        "raise ValueError('a bug')",
        "print('{\"content\": 3}')",
        'print(\'{"error": "SystemExit", "values": {}}\')',
        'print(\'{"error": "DiskFull", "values": {}}\')',
        "print('no json')",
        "print('[]')",
    ],
)
def test_a_reader_that_dies_or_lies_is_a_crash(tmp_path, monkeypatch, code):
    """Killed, gone, broken or talking nonsense: an error of our own, whatever it says."""
    _boot(monkeypatch, code)
    with pytest.raises(ReaderCrashed):
        read(_file(tmp_path, "avis.txt", "Avis"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_a_reader_that_eats_memory_is_stopped(tmp_path, monkeypatch):
    """It gets no more memory than allowed, and the machine stays well."""
    _boot(
        monkeypatch,
        "from notices.reading import child; child._read = lambda *a: bytearray(2_000_000_000); child.main()",
    )
    with pytest.raises(ReaderCrashed):
        read(_file(tmp_path, "avis.txt", "Avis"), Limits(memory=300_000_000))


def test_what_a_library_prints_goes_nowhere(tmp_path, monkeypatch):
    """The answer has a pipe of its own."""
    _boot(
        monkeypatch,
        "from notices.reading import child; real = child._read;"
        "child._read = lambda *a: (print('noise', flush=True), os.write(1, b'noise'), real(*a))[-1];"
        "child.main()",
    )
    assert read(_file(tmp_path, "avis.txt", "Avis")).blocks[0].text == "Avis"


def test_the_child_opens_no_file_of_the_user(tmp_path):
    """It is handed bytes: a file that is gone after it was opened makes no difference to it."""
    path = _file(tmp_path, "avis.txt", "Avis")
    from notices.reading.source import open_source

    source = open_source(path, Limits())
    path.unlink()
    assert sandbox.read_apart(source, Limits()).blocks[0].text == "Avis"


def test_all_errors_cross_the_border(tmp_path, monkeypatch):
    """Every error of input comes back as itself, with its values."""
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, InputError)]
    for kind in kinds[:4]:
        _boot(monkeypatch, f"print(json.dumps({{'error': '{kind.__name__}', 'values': {{'detail': 'x'}}}}))")
        with pytest.raises(kind) as caught:
            read(_file(tmp_path, "avis.txt", "Avis"))
        assert type(caught.value) is kind
        assert caught.value.values == {"detail": "x", "file": str(tmp_path / "avis.txt")}


def test_it_works_in_a_pool_of_processes(tmp_path):
    """A batch reads in workers."""
    path = _file(tmp_path, "avis.txt", "Avis")
    with ProcessPoolExecutor(1) as pool:
        assert pool.submit(read, path).result().blocks[0].text == "Avis"


def test_it_works_from_a_script_without_a_main_guard(tmp_path):
    """The child does not import the caller's script again."""
    _file(tmp_path, "avis.txt", "Avis")
    script = _file(
        tmp_path,
        "script.py",
        f"import sys; sys.path.insert(0, {str(_ROOT)!r})\n"
        "from pathlib import Path\nfrom notices.reading import read\n"
        "print(read(Path('avis.txt')).blocks[0].text)\n",
    )
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "Avis\n"


def test_a_plain_text_needs_no_heavy_library():
    """The child imports only what its format needs."""
    code = (
        "import sys; from notices.reading import child; child.reader('plain');"
        "heavy = {'lxml', 'pypdfium2', 'selectolax', 'markdown_it', 'simplemma', 'numpy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def _command(folder: Path, script: str) -> None:
    """A command `ocrmypdf` on a search path of its own."""
    path = folder / "ocrmypdf"
    path.write_text(f"#!{sys.executable}\nimport sys, time, shutil\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """An empty folder that is the whole search path for commands."""
    path = tmp_path / "bin"
    path.mkdir()
    monkeypatch.setenv("PATH", str(path))
    return path


def test_without_the_command_a_scan_says_what_to_install(folder, commands):
    """`ocr` without `ocrmypdf` is an error that names it."""
    with pytest.raises(OcrMissing) as caught:
        read(folder / "scan.pdf", ocr=True)
    assert "ocrmypdf" in caught.value.words("fr")


def test_a_scan_is_read_through_the_command(folder, commands):
    """The notice is the recognised text, marked as read from a picture, with the hash of the scan."""
    _command(commands, f"shutil.copy({str(folder / 'arrete.pdf')!r}, sys.argv[-1]); assert 'fra' in sys.argv")
    notice = read(folder / "scan.pdf", ocr=True)
    assert notice.from_picture
    assert notice.sha256 == hashlib.sha256((folder / "scan.pdf").read_bytes()).hexdigest()
    assert notice.blocks


@pytest.mark.parametrize(
    ("file", "option"),
    [("noise.pdf", "--force-ocr"), ("partly_scanned.pdf", "--redo-ocr"), ("scan.pdf", "--skip-text")],
)
def test_noise_is_replaced_and_text_is_kept(folder, commands, file, option):
    """A layer of noise is recognised anew; printed text stays as it is."""
    _command(
        commands, f"assert {option!r} in sys.argv; shutil.copy({str(folder / 'arrete.pdf')!r}, sys.argv[-1])"
    )
    assert read(folder / file, ocr=True).from_picture


def test_a_notice_with_text_is_not_recognised(folder, commands):
    """`ocr` changes nothing where there is text on every page."""
    assert not read(folder / "arrete.pdf", ocr=True).from_picture


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("sys.exit('tesseract: no language fra')", "no language fra"),
        ("pass", "no text"),
        ("shutil.copy(sys.argv[-2], sys.argv[-1])", "no text"),
        ("time.sleep(60)", "1 seconds"),
    ],
)
def test_recognition_that_fails_says_why(folder, commands, script, words):
    """What the command said, that it found nothing, or that it took too long."""
    _command(commands, script)
    with pytest.raises(OcrFailed) as caught:
        read(folder / "scan.pdf", Limits(ocr_seconds=1), ocr=True)
    assert words in caught.value.words("en")


def test_a_scan_says_how_to_recognise_it(folder):
    """Without `ocr`, the words hold the command to type."""
    with pytest.raises(ScannedNotice) as caught:
        read(folder / "scan.pdf")
    assert "ocrmypdf -l fra" in caught.value.words("fr")
