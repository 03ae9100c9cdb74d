"""The commands: what they print, where, in which language, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from notices.cli import app
from notices.phrases import keys, say
from notices.shell.help import hoisted

SEEDS = Path(__file__).parents[2] / "seeds"
NOTICE = "La mairie sera fermée le 3 mai 2024. Les habitants peuvent écrire à la mairie de Couthenans.\n"


def run(
    *words: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person would, with no terminal."""
    environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", **(env or {})}
    command = [sys.executable, "-m", "notices", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, check=False)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A short French notice."""
    (tmp_path / "fermeture.txt").write_text(NOTICE, encoding="utf-8")
    return tmp_path / "fermeture.txt"


def commands() -> list[list[str]]:
    """Every command of the program."""
    import typer

    def walk(command: object, path: list[str]) -> list[list[str]]:
        below = getattr(command, "commands", {})
        return [path] + [found for name, sub in below.items() for found in walk(sub, [*path, name])]

    return walk(typer.main.get_command(app), [])


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_has_help_in_both_languages(command: list[str], lang: str) -> None:
    """No help text is missing: none is left as a key of the table. No boxes are drawn."""
    helped = run("--lang", lang, *command, "--help")
    assert helped.returncode == 0
    text = helped.stdout.decode()
    assert "help." not in text
    assert not set("╭│╰─") & set(text)


def test_every_option_has_a_help_text() -> None:
    """An option without a word of explanation is no option."""
    import typer

    def check(command: object) -> None:
        for parameter in command.params:  # type: ignore[attr-defined]
            assert parameter.help, parameter.name
            assert parameter.help in keys() or parameter.name == "help", parameter.help
        for sub in getattr(command, "commands", {}).values():
            check(sub)

    check(typer.main.get_command(app))


@pytest.mark.parametrize(
    ("line", "moved"),
    [
        (["make", "a.txt", "--lang", "fr"], ["--lang", "fr", "make", "a.txt"]),
        (["make", "--plain", "a.txt", "-q"], ["--plain", "-q", "make", "a.txt"]),
        (["score", "--lang=fr", "a.txt"], ["--lang", "fr", "score", "a.txt"]),
        (["spoken", "--lang", "en"], ["spoken", "--lang", "en"]),
        (["--lang", "fr", "spoken", "--lang", "en"], ["--lang", "fr", "spoken", "--lang", "en"]),
        (["make", "--", "--plain"], ["make", "--", "--plain"]),
    ],
)
def test_common_options_may_stand_anywhere(line: list[str], moved: list[str]) -> None:
    """They mean the same before and after the command; `spoken` has a --lang of its own."""
    assert hoisted(line) == moved


@pytest.mark.parametrize(
    ("env", "lang"), [({"LC_ALL": "fr_FR.UTF-8"}, "fr"), ({"LANG": "fr_BE.UTF-8"}, "fr"), ({}, "en")]
)
def test_messages_follow_the_locale(tmp_path: Path, env: dict[str, str], lang: str) -> None:
    """A French system speaks French."""
    failed = run("make", tmp_path / "absent.txt", env=env)
    assert failed.stderr.decode().strip() == say(
        "error.NoticeMissing", lang, file=str(tmp_path / "absent.txt")
    )


def test_make_prints_a_line_of_result_and_nothing_else_on_standard_output(
    notice: Path, tmp_path: Path
) -> None:
    """One notice, one line, with its folder in it."""
    made = run("make", notice, "-o", tmp_path / "out", "--no-audio", "--editions", "original,plain")
    assert made.returncode == 0, made.stderr.decode()
    assert made.stdout.decode().splitlines()[0].startswith(f"fermeture: {tmp_path / 'out' / 'fermeture'}")
    assert len(made.stdout.decode().splitlines()) == 1
    assert made.stderr == b""


def test_make_says_that_an_unchanged_notice_is_unchanged(notice: Path, tmp_path: Path) -> None:
    """The second run does nothing and says so."""
    words = ("make", notice, "-o", tmp_path / "out", "--no-audio", "--editions", "original")
    assert run(*words).returncode == 0
    again = run("--lang", "fr", *words)
    assert again.returncode == 0
    assert "inchangé" in again.stdout.decode()


def test_a_batch_reports_each_notice_and_has_an_exit_code_of_its_own(notice: Path, tmp_path: Path) -> None:
    """The good one is made; the bad one is told; the code says that some failed."""
    batch = run(
        "make",
        notice,
        tmp_path / "absent.txt",
        "-o",
        tmp_path / "out",
        "--no-audio",
        "--editions",
        "original",
    )
    assert batch.returncode == 61
    assert (tmp_path / "out" / "fermeture" / "manifest.json").exists()
    lines = batch.stdout.decode().splitlines()
    assert any(line.startswith("absent: failed.") for line in lines)
    assert "1" in batch.stderr.decode()


def test_json_is_json_whatever_happens(notice: Path, tmp_path: Path) -> None:
    """A program can read the outcome of a good and of a bad run."""
    good = run("make", notice, "-o", tmp_path / "out", "--no-audio", "--editions", "original", "--json")
    assert json.loads(good.stdout)[0]["status"] == "made"
    bad = run("make", tmp_path / "absent.txt", "--json")
    assert json.loads(bad.stdout)["error"] == "NoticeMissing"
    assert json.loads(bad.stdout)["code"] == bad.returncode == 11


@pytest.mark.parametrize(
    "words",
    [
        ["make"],
        ["make", "a.txt", "--editions", "original,klingon"],
        ["make", "a.txt", "--editions", ","],
        ["make", "a.txt", "--audio-format", "aiff"],
        ["make", "a.txt", "--captions", "ass"],
        ["make", "a.txt", "--captions", "srt", "--no-audio"],
        ["narrate", "a.txt", "--captions", "vtt"],
        ["make", "a.txt", "--voice", "de=hans"],
        ["make", "a.txt", "--voice", "fr"],
        ["make", "a.txt", "--jobs", "0"],
        ["make", "a.txt", "--rate", "5000"],
        ["nonsense"],
        ["narrate", "a.txt", "--edition", "klingon"],
    ],
    ids=" ".join,
)
def test_misuse_exits_with_2_and_says_why(words: list[str]) -> None:
    """A wrong command line is told before anything is done."""
    misused = run(*words)
    assert misused.returncode == 2
    assert misused.stderr
    assert b"Traceback" not in misused.stderr


MISUSED = [
    ["make"],
    ["packages", "add"],
    ["make", "a.txt", "--nope"],
    ["make", "a.txt", "--forse"],
    ["make", "a.txt", "--jobs"],
    ["make", "a.txt", "--jobs", "0"],
    ["make", "a.txt", "--rate", "5000"],
    ["make", "a.txt", "--rate", "vite"],
    ["score", "a.txt", "--min-score", "haut"],
    ["make", "a.txt", "--daisy=oui"],
    ["check", "a.txt"],
    ["nonsense"],
    ["packages", "nonsense"],
    ["--plain"],
]


@pytest.mark.parametrize("words", MISUSED, ids=" ".join)
def test_a_french_reader_is_told_of_misuse_in_french(words: list[str]) -> None:
    """The option parser itself knows English alone: each of its messages has its French."""
    told = run("--lang", "fr", *words).stderr.decode()
    assert ("Erreur : " in told) or ("Utilisation : " in told)
    english = r"\b(Error|Usage|Try|Missing|Invalid|No such|Got|Option .* requires|Input should|does not)\b"
    assert not re.search(english, told), told


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_no_word_of_a_french_help_page_is_english(command: list[str]) -> None:
    """Headings, kinds of values and what the parser adds; quotation marks stay with their words."""
    helped = run("--lang", "fr", *command, "--help").stdout.decode()
    english = r"Usage|Show this|\[default|required|Arguments:|Commands:|<(path|str|int|float|list)"
    assert not re.search(english, helped), helped
    assert not re.search(r"« *$", helped, re.MULTILINE)


@pytest.mark.parametrize(
    "words", [["make", "a.txt", "--lang", "de"], ["spoken", "--lang", "es"]], ids=" ".join
)
def test_a_language_that_we_do_not_speak_is_refused(words: list[str]) -> None:
    """Not taken in silence as English; the choices are named."""
    refused = run(*words)
    assert refused.returncode == 2
    assert b"fr, en" in refused.stderr


def test_a_system_of_another_language_is_told_in_english(tmp_path: Path) -> None:
    """Nobody asked for it: no reason to refuse."""
    failed = run("make", tmp_path / "absent.txt", env={"LANG": "de_DE.UTF-8"})
    assert failed.stderr.decode().strip() == say(
        "error.NoticeMissing", "en", file=str(tmp_path / "absent.txt")
    )


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_spoken_loses_no_letter_whatever_the_encoding(encoding: str) -> None:
    """Standard input is read as a notice is."""
    said = run("spoken", stdin="L'été prévu à Noël.\nDeuxième ligne.\n".encode(encoding))
    assert said.stdout.decode().splitlines() == ["L'été prévu à Noël.", "Deuxième ligne."]


def test_spoken_refuses_what_is_no_text() -> None:
    """With the reader's own error."""
    assert run("spoken", stdin=bytes(range(256)) * 40).returncode == 15


TOLD: list[tuple[list[str], int, list[str]]] = [
    # command line, exit code, words of the French message
    (["packages", "add", "absent.argosmodel"], 74, ["absent.argosmodel", "packages install"]),
    (["packages", "remove", "bundled"], 75, ["livré avec le produit", "packages use"]),
    (["packages", "remove", "absent"], 31, ["absent", "packages list"]),
    (["packages", "install", "--index", "http://127.0.0.1:1/"], 35, ["127.0.0.1:1", "packages add"]),
    (["serve", "avis.txt"], 59, ["avis.txt", "pas un dossier", "--output"]),
    (["serve", "absent"], 59, ["absent", "n'existe pas", "--output"]),
    (["make", "avis.txt", "--no-audio", "-o", "avis.txt/x"], 53, ["une partie de ce chemin est un fichier"]),
    (["summarize", "avis.txt", "-o", "nulle/part.md"], 53, ["nulle/part.md", "n'existe pas"]),
    (["translate", "avis.txt", "--glossary", "absent.csv"], 38, ["absent.csv", "n'existe pas"]),
    (["make", "avis.txt", "--lexicon", "mots.tsv"], 46, ["mots.tsv:1", "une tabulation"]),
    (["make", "avis.txt", "--voices", "absent.toml"], 47, ["absent.toml", "n'existe pas"]),
]


@pytest.mark.parametrize(
    ("words", "code", "told"), TOLD, ids=lambda v: " ".join(v) if isinstance(v, list) else ""
)
def test_a_failure_is_told_with_its_file_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, told: list[str]
) -> None:
    """In French to the end: no word of the system's own."""
    (tmp_path / "avis.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "mots.tsv").write_text("un seul mot\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    failed = run("--lang", "fr", *words)
    message = failed.stderr.decode()
    assert failed.returncode == code, message
    assert all(part in message for part in told), message
    assert "Errno" not in message
    assert "such file" not in message


def test_a_voice_that_is_not_here_is_told_with_those_that_are(notice: Path, tmp_path: Path) -> None:
    """`fr-fr` does not exist; nothing is written."""
    failed = run("make", notice, "-o", tmp_path / "out", "--voice", "fr=fr-fr", "--editions", "original")
    assert failed.returncode == 42
    assert b"fr-be" in failed.stderr
    assert not (tmp_path / "out").exists()


def test_summarize_prints_plain_french(notice: Path) -> None:
    """The plain version, and that a machine made it."""
    printed = run("summarize", notice)
    assert printed.returncode == 0, printed.stderr.decode()
    assert "3 mai 2024" in printed.stdout.decode()
    assert say("label.plain", "fr") in printed.stdout.decode()


def test_translate_prints_english_and_that_it_is_a_draft(notice: Path) -> None:
    """The English is labelled; with the bundled draft it is for the gist only."""
    printed = run("translate", notice)
    assert printed.returncode == 0, printed.stderr.decode()
    assert say("label.translation", "en") in printed.stdout.decode()


def test_strict_refuses_a_draft_package(notice: Path, tmp_path: Path) -> None:
    """--strict does not publish gist; the message says what to do."""
    from notices.packages import bundled

    if not bundled().gist_only:
        pytest.skip("the bundled package is good enough to publish")
    failed = run("make", notice, "-o", tmp_path / "out", "--no-audio", "--strict")
    assert failed.returncode == 36
    assert not (tmp_path / "out").exists()


def test_score_prints_figures_and_advice_and_keeps_bars(notice: Path, tmp_path: Path) -> None:
    """A readable notice passes, a bar that is too high fails with a code of its own."""
    printed = run("score", notice, "--json")
    assert printed.returncode == 0, printed.stderr.decode()
    figures = json.loads(printed.stdout)[0]
    assert figures["source"]["counts"]["sentences"] == 2
    assert "0 %" in run("score", notice).stdout.decode()
    assert run("score", notice, "--min-score", "300").returncode == 63
    assert run("score", notice, "--max-words", "3").returncode == 63
    assert run("score", notice, "--max-words", "300", "--html", tmp_path / "r.html").returncode == 0
    assert "<html" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_score_gives_each_advice_with_its_reference(tmp_path: Path) -> None:
    """In JSON, beside the words and the passage."""
    heavy = tmp_path / "lourd.txt"
    heavy.write_text(
        "Le maire ferme le pont afin de protéger les habitants de la commune.\n", encoding="utf-8"
    )
    (piece,) = json.loads(run("score", heavy, "--json").stdout)[0]["advice"]
    assert (piece["text"], piece["suggestion"]) == ("afin de", "pour")
    assert "RLS" in piece["reference"]


def test_narrate_writes_sound_to_standard_output_or_to_a_file(notice: Path, tmp_path: Path) -> None:
    """The same bytes either way; the file's suffix chooses the format."""
    piped = run("narrate", notice)
    assert piped.returncode == 0, piped.stderr.decode()
    assert run("narrate", notice, "-o", tmp_path / "a.mp3").returncode == 0
    assert (tmp_path / "a.mp3").read_bytes() == piped.stdout
    assert run("narrate", notice, "-o", tmp_path / "a.flac").returncode == 0
    assert (tmp_path / "a.flac").read_bytes()[:4] == b"fLaC"


def test_narrate_writes_captions_beside_its_file(notice: Path, tmp_path: Path) -> None:
    """One file for each format, with the sound's name; none where none is asked for."""
    assert run("narrate", notice, "-o", tmp_path / "a.mp3", "--captions", "vtt,srt").returncode == 0
    assert (tmp_path / "a.vtt").read_text(encoding="utf-8").startswith("WEBVTT\nLanguage: fr\n")
    assert (tmp_path / "a.srt").read_text(encoding="utf-8").startswith("1\n00:00:00,200 --> ")
    assert run("narrate", notice, "-o", tmp_path / "b.mp3").returncode == 0
    assert {file.name for file in tmp_path.glob("b.*")} == {"b.mp3"}


def test_spoken_reads_standard_input(notice: Path) -> None:
    """Each line as it will be said."""
    said = run("spoken", "--lang", "fr", stdin=b"art. 3\nle 1er mai\n")
    assert said.stdout.decode().splitlines() == ["article trois", "le premier mai"]


def test_check_says_that_this_machine_is_ready() -> None:
    """Here everything that a bundle needs is installed."""
    checked = run("check", "--json")
    assert checked.returncode == 0, checked.stderr.decode()
    assert {f["part"] for f in json.loads(checked.stdout)} >= {"translation", "voice.fr", "voice.en", "audio"}


def test_tables_are_name_and_value_where_no_table_can_be_shown() -> None:
    """Piped or plain: one "name: value" a line, nothing drawn."""
    listed = run("--lang", "en", "packages", "list")
    assert listed.returncode == 0
    assert all(": " in line for line in listed.stdout.decode().splitlines() if line)


def test_a_reader_that_goes_away_is_no_error(notice: Path) -> None:
    """`notices voices | head -1` ends quietly."""
    pipe = f"{sys.executable} -m notices voices --all | head -1; exit ${{PIPESTATUS[0]}}"
    piped = subprocess.run(["bash", "-c", pipe], capture_output=True, check=False)
    assert piped.returncode == 0
    assert b"Traceback" not in piped.stderr


def test_help_is_quick_because_nothing_heavy_is_loaded() -> None:
    """`notices --help` loads no engine, no parser, no model."""
    script = (
        "import sys, contextlib\n"
        "from notices.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "heavy = {'numpy', 'av', 'ctranslate2', 'lxml', 'textstat', 'argostranslate', 'rich', 'pyttsx3'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))\n"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert loaded.stdout.splitlines()[-1] == "HEAVY []"


def test_no_command_opens_a_socket(notice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Making a bundle asks nobody on the network for anything."""
    from notices.api import make
    from notices.settings import Settings

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    (outcome,) = make([notice], tmp_path / "out", Settings(audio=False))
    assert outcome.status == "made", outcome.error
