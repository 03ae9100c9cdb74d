"""The manifest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from notices.document import Check
from notices.edition import Bundle
from notices.placing import SCHEMA_NAME, changed_files, read_manifest
from notices.publishing import publish
from notices.publishing.manifest import schema


def _manifest(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return data


def test_the_schema_is_a_valid_schema() -> None:
    """It can be used by any JSON Schema tool."""
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("which", ["published", "hostile"])
def test_the_manifest_has_the_shape_that_its_schema_tells(which: str, request: pytest.FixtureRequest) -> None:
    """Whatever the notice says."""
    Draft202012Validator(schema()).validate(_manifest(request.getfixturevalue(which)[1]))


def test_a_silent_bundle_of_one_edition_has_that_shape_too(tmp_path: Path, samples: ModuleType) -> None:
    """Times are null where nothing is spoken."""
    bundle = samples.make_bundle(tmp_path, {"plain": samples.PLAIN}, audio=False)
    publish(replace(bundle, package=None), tmp_path)
    data = _manifest(tmp_path)
    Draft202012Validator(schema()).validate(data)
    assert [(e["audio"], e["duration_s"]) for e in data["editions"]] == [(None, None)]


@pytest.mark.parametrize("part", ["schema", "notice", "editions", "checks", "made_with", "files"])
def test_the_schema_misses_no_part(part: str, published: tuple[Bundle, Path]) -> None:
    """A manifest without one of its parts is refused."""
    data = _manifest(published[1])
    del data[part]
    assert not Draft202012Validator(schema()).is_valid(data)


def test_every_sentence_is_there_with_its_origin_and_its_time(published: tuple[Bundle, Path]) -> None:
    """Ids, texts, kinds, origins and flags are those of the documents, times those of the recordings."""
    bundle, folder = published
    for edition, told in zip(bundle.editions, _manifest(folder)["editions"], strict=True):
        assert edition.recording is not None
        for sentence, data in zip(edition.document.sentences(), told["sentences"], strict=True):
            cue = edition.recording.cue(sentence.id)
            assert (data["id"], data["text"], data["kind"]) == (sentence.id, sentence.text, sentence.kind)
            assert (tuple(data["origin"]), tuple(data["flags"])) == (sentence.origin, sentence.flags)
            assert (data["start_s"], data["end_s"]) == (cue.start_s, cue.end_s)


def test_checks_tell_what_fell_back_and_what_is_missing(
    published: tuple[Bundle, Path],
) -> None:
    """Each finding stands in the list that says what to do about it."""
    checks = _manifest(published[1])["checks"]
    assert [c["sentence"] for c in checks["fell_back"]] == ["p6", "t12"]
    assert [(c["sentence"], c["rule"]) for c in checks["to_review"]] == [
        ("t4", "number"),
        ("t7", "low-confidence"),
    ]
    assert [(c["value"], c["origin"]) for c in checks["missing"]] == [("5 millions d'euros", ["s6"])]
    assert checks["compared"]["plain"] == {"number": 3, "date": 2, "hedge": 1}


def test_a_sentence_that_was_left_out_is_missing(tmp_path: Path, samples: ModuleType) -> None:
    """With its text and its id, so that a program need not compare the editions."""
    bundle = samples.make_bundle(tmp_path, audio=False)
    check = Check("", "left-out", "Il pleut.", "lost", "flagged", ("s6",))
    editions = tuple(replace(e, checks=(check,) if e.id == "plain" else ()) for e in bundle.editions)
    publish(replace(bundle, editions=editions), tmp_path)
    data = _manifest(tmp_path)
    Draft202012Validator(schema()).validate(data)
    assert data["checks"]["missing"] == [
        {
            "edition": "plain",
            "sentence": "",
            "rule": "left-out",
            "value": "Il pleut.",
            "side": "lost",
            "action": "flagged",
            "origin": ["s6"],
        }
    ]


def test_a_text_from_a_picture_lists_what_to_proofread(tmp_path: Path, samples: ModuleType) -> None:
    """Numbers, dates and names of the original, each with its sentence."""
    bundle = samples.make_bundle(tmp_path, audio=False)
    publish(replace(bundle, source=replace(bundle.source, from_picture=True)), tmp_path)
    data = _manifest(tmp_path)
    Draft202012Validator(schema()).validate(data)
    found = {(fact["sentence"], fact["text"]) for fact in data["checks"]["proofread"]}
    assert {("s4", "23 000"), ("s3", "28 juin 2024")} <= found
    assert data["checks"]["from_picture"] is True
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "a été lu par une machine sur une image" in page
    assert '<a href="#s4">23 000</a>' in page


def test_the_sums_are_those_of_the_files(published: tuple[Bundle, Path]) -> None:
    """Every file but the manifest itself, so that a person's edit can be noticed."""
    folder = published[1]
    sums = _manifest(folder)["files"]
    written = {p for p in folder.rglob("*") if p.is_file() and p.name != "manifest.json"}
    assert sums == {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in written
    }


def test_an_edited_text_is_noticed(tmp_path: Path, samples: ModuleType) -> None:
    """What the manifest says is what the placing of bundles reads."""
    publish(samples.make_bundle(tmp_path), tmp_path)
    data = read_manifest(tmp_path)
    assert data is not None
    assert data["schema"].startswith(SCHEMA_NAME)
    assert changed_files(tmp_path, data) == []
    (tmp_path / "plain.fr.md").write_text("corrigé", encoding="utf-8")
    assert changed_files(tmp_path, data) == ["plain.fr.md"]
