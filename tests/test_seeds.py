"""The seeds: a dozen real notices, each made into its bundle, whole, and read by a person."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from num2words import num2words

from notices.publishing.manifest import schema

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
SEEDS = sorted(folder.name for folder in (ROOT / "seeds").iterdir() if folder.is_dir())
GOLDEN = ROOT / "tests" / "golden"
FRENCH = ("original.fr.md", "plain.fr.md")
"""Texts that are compared with golden ones; the English changes with the translation package."""


@pytest.fixture(scope="session")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All seeds made in one batch, as a body would make them."""
    out = tmp_path_factory.mktemp("seeds")
    command = [sys.executable, "-m", "notices", "make", str(ROOT / "seeds"), "-o", str(out), "--jobs", "2"]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return out


def bundle(bundles: Path, seed: str) -> Path:
    return bundles / f"{seed}-notice"


def manifest(bundles: Path, seed: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((bundle(bundles, seed) / "manifest.json").read_text(encoding="utf-8"))
    return data


def edition(data: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(e for e in data["editions"] if e["id"] == name)
    return found


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", FRENCH)
def test_the_french_texts_are_the_golden_ones(
    bundles: Path, seed: str, name: str, request: pytest.FixtureRequest
) -> None:
    """What a person has read and found good has not changed unseen."""
    text = (bundle(bundles, seed) / name).read_text(encoding="utf-8")
    golden = GOLDEN / seed / name
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_manifest_follows_its_schema(bundles: Path, seed: str) -> None:
    """A program can rely on every field."""
    Draft202012Validator(schema()).validate(manifest(bundles, seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_written_sentence_names_its_origin(bundles: Path, seed: str) -> None:
    """Only headings, our own labels and the glossary come from nowhere; ids are unique; origins exist."""
    data = manifest(bundles, seed)
    sources = {"original": "original", "plain": "original", "translation": "original", "plain-en": "plain"}
    ids = [s["id"] for e in data["editions"] for s in e["sentences"]]
    assert len(ids) == len(set(ids))
    for name, source in sources.items():
        known = {s["id"] for s in edition(data, source)["sentences"]}
        for sentence in edition(data, name)["sentences"]:
            assert sentence["origin"] or sentence["kind"] in ("heading", "label", "glossary"), sentence
            assert set(sentence["origin"]) <= known, sentence


@pytest.mark.parametrize("seed", SEEDS)
def test_every_sentence_is_heard_in_order(bundles: Path, seed: str) -> None:
    """Times grow, do not overlap, and lie within the sound."""
    for spoken in manifest(bundles, seed)["editions"]:
        times = [(s["start_s"], s["end_s"]) for s in spoken["sentences"]]
        assert all(start < end for start, end in times)
        assert all(a[1] <= b[0] for a, b in pairwise(times))
        assert times[-1][1] <= spoken["duration_s"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plain_text_proves_itself(bundles: Path, seed: str) -> None:
    """The gate, asked again, has nothing to object to in any plain sentence against its origin."""
    from notices.gate import prove

    data = manifest(bundles, seed)
    originals = {s["id"]: s["text"] for s in edition(data, "original")["sentences"]}
    for sentence in edition(data, "plain")["sentences"]:
        if sentence["kind"] in ("sentence", "item", "row"):
            sources = [originals[name] for name in sentence["origin"]]
            blocking = [d for d in prove(sentence["text"], sources) if d.severity == "block"]
            assert not blocking or sentence["flags"], (sentence["text"], blocking)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_figure_of_the_plain_text_is_invented(bundles: Path, seed: str) -> None:
    """Independent of the gate: every run of digits in the plain body is in the source, in digits or words."""
    data = manifest(bundles, seed)
    source = " ".join(s["text"] for s in edition(data, "original")["sentences"])
    for sentence in edition(data, "plain")["sentences"]:
        if sentence["kind"] in ("sentence", "item", "row") and "derived" not in sentence["flags"]:
            for digits in re.findall(r"\d+", sentence["text"]):
                in_digits = re.search(rf"(?<!\d)0*{int(digits)}(?!\d)", source)
                in_words = num2words(int(digits), lang="fr") in source.casefold()
                assert in_digits or in_words, (digits, sentence["text"])


@pytest.mark.parametrize("seed", SEEDS)
def test_every_edition_says_that_a_machine_made_it(bundles: Path, seed: str) -> None:
    """In the text, in the page and in the data."""
    from notices.phrases import say

    page = (bundle(bundles, seed) / "index.html").read_text(encoding="utf-8")
    for name in ("plain", "translation", "plain-en"):
        said = edition(manifest(bundles, seed), name)
        label = say(f"label.{name}", said["lang"])
        assert label in [s["text"] for s in said["sentences"] if s["kind"] == "label"]
        assert label.replace("'", "&#39;") in page or label in page


def test_the_seed_keeps_its_facts_and_becomes_easier(bundles: Path) -> None:
    """Amounts, counts, dates and hedges of the prosecutor's release are in its plain version."""
    data = manifest(bundles, "coco")
    plain = " ".join(s["text"] for s in edition(data, "plain")["sentences"]).replace("\u202f", " ")
    plain = plain.replace("\u00a0", " ")
    for fact in (
        "28 juin 2024",
        "25 juin 2024",
        "décembre 2023",
        "26 février 2023",
        "janvier 1980",
        "71 parquets",
        "plus de 480 victimes",
        "lus de 23 000 faits",
        "lus de 5 millions d'euros",
        "500 000 euros",
        "10 ans",
        "soupçonné d'être l'administrateur",
        "soupçonnés",
    ):
        assert fact in plain, fact
    ease = {name: edition(data, name)["readability"]["kandel_moles"] for name in ("original", "plain")}
    assert ease["plain"] >= ease["original"] + 12


# ---- what checkers say of the finished files

BOOKS = ("notice.fr.epub", "notice.en.epub")
XHTML, SMIL = "{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/ns/SMIL}"


@pytest.mark.java
def test_epubcheck_has_nothing_to_say_of_any_book(
    bundles: Path, epubcheck: Callable[..., list[str]], tmp_path: Path
) -> None:
    """No error and no warning in two books a seed; a book without its sound shows that faults are seen."""
    spoilt = shutil.copy(bundle(bundles, SEEDS[0]) / BOOKS[0], tmp_path / "spoilt.epub")
    without_sound(spoilt)
    books = [bundle(bundles, seed) / name for seed in SEEDS for name in BOOKS]
    said = epubcheck(*books, spoilt)
    assert [message for message in said if "spoilt.epub" not in message] == []
    assert said


def without_sound(book: Path) -> None:
    with ZipFile(book) as archive:
        kept = [(i, archive.read(i)) for i in archive.infolist() if not i.filename.endswith(".mp3")]
    with ZipFile(book, "w") as archive:
        for entry, content in kept:
            archive.writestr(entry, content)


@pytest.mark.browser
@pytest.mark.parametrize("book", BOOKS)
def test_ace_has_nothing_to_say_of_a_seed(book: str, bundles: Path, ace: Callable[[Path], list[str]]) -> None:
    """DAISY's checker, on the books of a table-laden PDF."""
    assert ace(bundle(bundles, "conseil-municipal") / book) == []


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    """One tab of a browser, in which pages are opened one after the other."""
    context = chromium.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("seed", SEEDS)
def test_axe_finds_nothing_in_any_edition(
    seed: str, bundles: Path, tab: Page, violations: Callable[..., list[str]]
) -> None:
    """As the page opens, and with each edition chosen."""
    tab.goto((bundle(bundles, seed) / "index.html").as_uri())
    found = {"as it opens": violations(tab)}
    at_first = tab.locator("[role=tab][aria-selected=true]").get_attribute("id")
    others = [f"tab-{e['id']}" for e in manifest(bundles, seed)["editions"] if f"tab-{e['id']}" != at_first]
    for other in others:
        tab.click(f"#{other}")
        found[other] = violations(tab)
    assert len(found) == 4
    assert not any(found.values()), found


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("book", BOOKS)
def test_every_sentence_of_a_book_is_spoken_and_no_sound_is_skipped(
    seed: str, book: str, bundles: Path
) -> None:
    """Sentences, ids in the text and targets of the overlay are one list; the clips cover the whole sound."""
    lang = book.split(".")[1]
    with ZipFile(bundle(bundles, seed) / book) as archive:
        for spoken in manifest(bundles, seed)["editions"]:
            if spoken["lang"] != lang:
                continue
            name = spoken["id"]
            sentences = [s["id"] for s in spoken["sentences"]]
            text = etree.fromstring(archive.read(f"EPUB/{name}.xhtml"))
            overlay = etree.fromstring(archive.read(f"EPUB/{name}.smil"))
            written = [e.get("id") for e in text.iter(f"{XHTML}*") if e.get("class") == "s"]
            heard = [e.get("src") for e in overlay.iter(f"{SMIL}text")]
            assert written == sentences
            assert heard == [f"{name}.xhtml#{i}" for i in sentences]
            clips = [
                (float(a.get("clipBegin")[:-1]), float(a.get("clipEnd")[:-1]))
                for a in overlay.iter(f"{SMIL}audio")
            ]
            assert clips[0][0] == 0
            assert all(begin < end for begin, end in clips)
            assert all(one[1] == two[0] for one, two in pairwise(clips))
            assert 0 <= spoken["duration_s"] - clips[-1][1] <= 0.0011
            sound = archive.read(f"EPUB/audio/{name}.mp3")
            assert sound == (bundle(bundles, seed) / spoken["audio"]).read_bytes()
