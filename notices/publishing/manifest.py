"""`manifest.json`: the whole bundle as data, how it was made, and the sum of every file.

Its shape is `manifest.schema.json`, shipped beside this file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from notices.document import Check, Sentence
from notices.edition import Bundle, Edition
from notices.publishing.findings import all_checks
from voices import Cue

SCHEMA = "notices-bundle/1"
"""The name of the shape; a reader of manifests looks at it first."""

_PROOFREAD = frozenset(
    {"number", "amount", "percent", "date", "time", "phone", "reference", "name", "acronym"}
)
"""Kinds of facts that OCR gets wrong and that no reader can guess."""


def manifest(bundle: Bundle, folder: Path) -> dict[str, Any]:
    """The manifest of the bundle whose other files all stand in `folder`."""
    source = bundle.source
    return {
        "schema": SCHEMA,
        "notice": {
            "title": source.title,
            "source_file": source.file,
            "sha256": source.sha256,
            "language": source.language,
            "date": source.date,
        },
        "editions": [_edition(edition) for edition in bundle.editions],
        "checks": _checks(bundle),
        "made_with": bundle.made_with,
        "files": dict(_sums(folder)),
    }


def written(data: dict[str, Any]) -> str:
    """The manifest as it stands in its file."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The JSON schema of the manifest."""
    text = files("notices.publishing").joinpath("manifest.schema.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def _edition(edition: Edition) -> dict[str, Any]:
    recording = edition.recording
    cues = {cue.id: cue for cue in recording.cues} if recording else {}
    return {
        "id": edition.id,
        "lang": edition.lang,
        "text": f"{edition.stem}.md",
        "audio": f"audio/{recording.file.name}" if recording else None,
        "duration_s": round(recording.duration_s, 3) if recording else None,
        "readability": edition.scores.to_json() if edition.scores else None,
        "sentences": [_sentence(s, cues.get(s.id)) for s in edition.document.sentences()],
    }


def _sentence(sentence: Sentence, cue: Cue | None) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "text": sentence.text,
        "kind": sentence.kind,
        "origin": list(sentence.origin),
        "start_s": round(cue.start_s, 3) if cue else None,
        "end_s": round(cue.end_s, 3) if cue else None,
        "flags": list(sentence.flags),
        "confidence": sentence.confidence,
    }


def _checks(bundle: Bundle) -> dict[str, Any]:
    found = [(edition, check) for edition in bundle.editions for check in all_checks(edition)]
    return {
        "compared": {edition.id: edition.compared for edition in bundle.editions},
        "fell_back": [_check(e, c) for e, c in found if c.sentence and c.action == "fallback"],
        "to_review": [_check(e, c) for e, c in found if c.sentence and c.action == "flagged"],
        "missing": [_check(e, c) for e, c in found if not c.sentence and c.action != "kept"],
        "refused": [_check(e, c) for e, c in found if c.action == "kept"],
        "from_picture": bundle.source.from_picture,
        "unread_pages": list(bundle.source.unread_pages),
        "proofread": list(to_proofread(bundle)),
        "gist_only": bool(bundle.package and bundle.package.gist_only),
        "reviewed_by_a_person": False,
    }


def _check(edition: Edition, check: Check) -> dict[str, Any]:
    return {"edition": edition.id, **asdict(check), "origin": list(check.origin)}


def to_proofread(bundle: Bundle) -> Iterator[dict[str, str]]:
    """Of a text read from a picture: every number, date and name, to be compared with the picture."""
    original = bundle.edition("original")
    if not bundle.source.from_picture or original is None:
        return
    from notices.facts import find_facts

    for sentence in original.document.sentences():
        if sentence.kind != "label":
            for fact in find_facts(sentence.text):
                if fact.kind in _PROOFREAD:
                    yield {"sentence": sentence.id, "kind": fact.kind, "text": fact.text}


def _sums(folder: Path) -> Iterator[tuple[str, str]]:
    """The SHA-256 of every file in the bundle but the manifest: what a person changed can be told from it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != folder / "manifest.json":
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            yield path.relative_to(folder).as_posix(), sha256
