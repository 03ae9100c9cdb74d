"""`pytest -m corpus --corpus DIR`: notices of your own, each made and checked as the seeds are.

A French notice with text ends in a bundle that every checker passes; any other file in the error that tells
what it is. Notices of more than 3,000 words are made without sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from notices import Settings, make
from notices.batch import Outcome
from notices.errors import (
    DamagedNotice,
    EmptyNotice,
    HostileNotice,
    InputError,
    LockedNotice,
    NotFrench,
    NoticesError,
    NoticeTooLarge,
    NoticeTooLong,
    ScannedNotice,
    UndecodableNotice,
    UnknownFormat,
)
from notices.pipeline import open_notice

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.corpus

SPOKEN_WORDS = 3000
"""A longer notice is made without sound: it would take minutes."""

REASONS = (
    DamagedNotice,
    EmptyNotice,
    HostileNotice,
    LockedNotice,
    NotFrench,
    NoticeTooLarge,
    NoticeTooLong,
    ScannedNotice,
    UndecodableNotice,
    UnknownFormat,
)
"""What may be wrong with a file. That the reader crashed or took too long is our fault, not the file's."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each file of the folder; without a folder, one that says what was not tested."""
    if "notice" not in metafunc.fixturenames:
        return
    folder = metafunc.config.getoption("--corpus")
    if folder is None:
        why = "NOT TESTED: no notices of your own (pytest -m corpus --corpus DIR)"
        metafunc.parametrize("notice", [pytest.param(Path(), id="none", marks=pytest.mark.skip(reason=why))])
        return
    notices = sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    if not notices:
        raise pytest.UsageError(f"--corpus {folder}: no file there")
    names = [notice.relative_to(folder).as_posix() for notice in notices]
    metafunc.parametrize("notice", notices, ids=names)


@pytest.fixture(scope="module")
def corpus(request: pytest.FixtureRequest) -> list[Path]:
    """The files of the folder that this run asks for."""
    asked = [item.callspec.params["notice"] for item in request.session.items if item.path == request.path]
    return sorted(set(asked))


@pytest.fixture(scope="module")
def words(corpus: list[Path]) -> dict[Path, int | NoticesError]:
    """How many words the reader finds in each file, or why it refuses it."""

    def read(notice: Path) -> int | NoticesError:
        try:
            return open_notice(notice, Settings())[1].word_count()
        except NoticesError as error:
            return error

    return {notice: read(notice) for notice in corpus}


@pytest.fixture(scope="module")
def outcomes(
    words: dict[Path, int | NoticesError], tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Outcome]:
    """Every file made, or not, as a body would make them: in two batches, with sound and without."""
    silent = [n for n, count in words.items() if isinstance(count, int) and count > SPOKEN_WORDS]
    spoken = [notice for notice in words if notice not in silent]
    made: list[Outcome] = []
    for notices, audio in ((spoken, True), (silent, False)):
        if notices:
            out = tmp_path_factory.mktemp("corpus")
            made += make(notices, out, Settings(audio=audio), workers=2)
    return {outcome.job.path: outcome for outcome in made}


@pytest.fixture(scope="module")
def complaints(outcomes: dict[Path, Outcome], epubcheck: Callable[..., list[str]]) -> list[str]:
    """What EPUBCheck says of all books, in one run."""
    books = [book for o in outcomes.values() if not o.error for book in sorted(o.job.target.glob("*.epub"))]
    return epubcheck(*books) if books else []


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    """One tab of a browser, in which pages are opened one after the other."""
    context = chromium.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def test_it_ends_in_a_bundle_or_in_the_error_that_tells_what_it_is(
    notice: Path, words: dict[Path, int | NoticesError], outcomes: dict[Path, Outcome]
) -> None:
    """What could be read as French text is made; a file is refused for what it is, as soon as it is read."""
    refused = words[notice]
    error = outcomes[notice].error
    if isinstance(refused, int):
        assert error is None, error
        assert (outcomes[notice].job.target / "index.html").exists()
    else:
        assert isinstance(refused, REASONS), refused
        assert isinstance(error, InputError)
        assert type(error) is type(refused)


@pytest.mark.java
def test_epubcheck_has_nothing_to_say(
    notice: Path, outcomes: dict[Path, Outcome], complaints: list[str]
) -> None:
    """No error and no warning in either book."""
    made_or_skip(outcomes[notice])
    name = outcomes[notice].job.target.name
    assert [message for message in complaints if message.startswith(f"{name}/")] == []


@pytest.mark.browser
def test_ace_has_nothing_to_say(
    notice: Path, outcomes: dict[Path, Outcome], ace: Callable[[Path], list[str]]
) -> None:
    """Of either book."""
    made_or_skip(outcomes[notice])
    for book in sorted(outcomes[notice].job.target.glob("*.epub")):
        assert ace(book) == [], book.name


@pytest.mark.browser
def test_axe_finds_nothing(
    notice: Path, outcomes: dict[Path, Outcome], tab: Page, violations: Callable[..., list[str]]
) -> None:
    """As the page opens, and with each edition chosen."""
    made_or_skip(outcomes[notice])
    tab.goto((outcomes[notice].job.target / "index.html").as_uri())
    found = {"as it opens": violations(tab)}
    for other in tab.locator("[role=tab][aria-selected=false]").all():
        other.click()
        found[str(other.get_attribute("id"))] = violations(tab)
    assert not any(found.values()), found


def made_or_skip(outcome: Outcome) -> None:
    """A refused file has no bundle to look at."""
    if outcome.error:
        pytest.skip(f"no bundle: {type(outcome.error).__name__}")
