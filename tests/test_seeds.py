"""The seeds: a dozen real notices, each made into its bundle, whole, and read by a person."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from num2words import num2words

from notices.publishing.manifest import schema

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
