"""Bad inputs: each ends in its own exit code and words that say what to do, and nothing is written."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GERMAN = "Das Rathaus bleibt am 3. Mai geschlossen. Die Einwohner können an das Rathaus schreiben. " * 5
FRENCH = "La mairie sera fermée le 3 mai 2024. Les habitants peuvent écrire à la mairie.\n"


def zipped(**parts: bytes) -> bytes:
    """A zip archive with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def bomb() -> bytes:
    """A .docx whose text unpacks to two hundred megabytes."""
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    text = b"<a>" + b" " * 200_000_000 + b"</a>"
    return zipped(**{"[Content_Types].xml": types, "word/document.xml": text})


def missing(folder: Path) -> Path:
    return folder / "absent.txt"


def file(name: str, content: bytes) -> Callable[[Path], Path]:
    """A builder of a file with this name and content."""

    def build(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return build


def shipped(name: str) -> Callable[[Path], Path]:
    """A builder of a copy of one of the readers' fixtures."""
    return file(name, (ROOT / "tests" / "fixtures" / "reading" / name).read_bytes())


def cut(seed: str, name: str, keep: float) -> Callable[[Path], Path]:
    """A builder of a seed's file that breaks off."""
    whole = (SEEDS / seed / name).read_bytes()
    return file(name, whole[: int(len(whole) * keep)])


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "tuyau.txt")
    return folder / "tuyau.txt"


def folder_of_nothing(folder: Path) -> Path:
    (folder / "vide").mkdir()
    return folder / "vide"


CASES: dict[str, tuple[Callable[[Path], Path], list[str], int, str]] = {
    # what is wrong: (file, more options, exit code, words of the message)
    "no such file": (missing, [], 11, "does not exist"),
    "a folder without notices": (folder_of_nothing, [], 12, "folder that holds notices"),
    "a pipe": (pipe, [], 12, "not a regular file"),
    "a format that is not read": (
        file("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99),
        [],
        13,
        "Save it in one",
    ),
    "a picture": (file("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 99), [], 13, "no format"),
    "empty": (file("a.txt", b""), [], 14, "no text"),
    "white space alone": (file("a.md", b" \n\t\n \n"), [], 14, "no text"),
    "a page without text": (
        file("a.html", b"<html><body><img src='x.png'></body></html>"),
        [],
        14,
        "no text",
    ),
    "binary under the name of text": (file("a.txt", bytes(range(256)) * 40), [], 15, "UTF-8"),
    "a .docx that breaks off": (cut("lettre", "notice.docx", 0.5), [], 16, "damaged"),
    "an .odt that breaks off": (cut("animations", "notice.odt", 0.5), [], 16, "damaged"),
    "a zip that is no document": (file("a.docx", zipped(**{"a.txt": b"x"})), [], 13, "no format"),
    "too many bytes": (file("a.txt", FRENCH.encode() * 20_000), ["--max-mb", "1"], 17, "--max-mb"),
    "too many words": (file("a.txt", FRENCH.encode() * 40), ["--max-words", "100"], 18, "--max-words"),
    "another language": (file("a.txt", GERMAN.encode()), [], 20, "--force"),
    "a scan": (shipped("scan.pdf"), [], 19, "ocrmypdf"),
    "a text layer that is noise": (shipped("noise.pdf"), [], 19, "ocrmypdf"),
    "a password": (shipped("locked.pdf"), [], 22, "password"),
    "an archive that explodes": (file("a.docx", bomb()), [], 21, "refused"),
    "a voice that is not here": (file("a.txt", FRENCH.encode()), ["--voice", "fr=fr-fr"], 42, "fr-be"),
    "a package that is not here": (
        file("a.txt", FRENCH.encode()),
        ["--package", "nulle-part"],
        31,
        "packages list",
    ),
    "a glossary that is not here": (
        file("a.txt", FRENCH.encode()),
        ["--glossary", "absent.csv"],
        38,
        "absent.csv",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_input_has_its_own_code_and_words_and_writes_nothing(case: str, tmp_path: Path) -> None:
    """The message names the file and what to do; no folder and no half-made file is left."""
    build, options, code, words = CASES[case]
    (tmp_path / "in").mkdir()
    path = build(tmp_path / "in")
    command = [sys.executable, "-m", "notices", "--lang", "en", "make", str(path), *options]
    ran = subprocess.run(
        [*command, "-o", str(tmp_path / "out")], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (ran.returncode, ran.stdout) == (code, ""), ran.stderr
    assert "Traceback" not in ran.stderr
    assert words in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file where the output folder should be."""
    (tmp_path / "out").write_text("")
    (tmp_path / "a.txt").write_text(FRENCH, encoding="utf-8")
    command = [sys.executable, "-m", "notices", "make", "a.txt", "-o", "out", "--no-audio"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.returncode == 53, ran.stderr
    assert "--output" in ran.stderr


def test_hostile_markup_stays_text_in_every_file(tmp_path: Path) -> None:
    """Scripts, handlers, entities and Markdown of a notice never become markup of ours."""
    hostile = (
        "Le maire <script>alert(1)</script> ferme la rue <img src=x onerror=alert(2)> le 3 mai 2024. "
        "La règle [piège](javascript:alert(3)) et ![x](http://example.org/x.png) est affichée en mairie. "
        "Les habitants \"onmouseover='alert(4)' peuvent écrire à la mairie.\n"
    )
    (tmp_path / "a.txt").write_text(hostile, encoding="utf-8")
    command = [sys.executable, "-m", "notices", "make", "a.txt", "-o", "out", "--no-audio", "--force"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    page = (tmp_path / "out" / "a" / "index.html").read_text(encoding="utf-8")
    books = b""
    for book in (tmp_path / "out" / "a").glob("*.epub"):
        with zipfile.ZipFile(book) as archive:
            books += b"".join(archive.read(name) for name in archive.namelist() if name.endswith("html"))
    for text in (page, books.decode("utf-8")):
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert 'href="javascript:' not in text
        assert 'http://example.org/x.png"' not in text.replace("&quot;", "")
