"""Our plain French, read by Grammalecte where it is installed (Debian: `apt install python3-grammalecte`).

An external program under the GPL, never a dependency: it runs in the system's own Python. Only rules about
agreement, elision and contraction count, and only in words that the source does not have just so: what the
source writes itself is its own.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from notices.pipeline import open_notice, write_texts
from notices.settings import Settings

ROOT = Path(__file__).parents[1]
NOTICES = sorted(
    [*ROOT.glob("seeds/*/notice.*")]
    + [p for p in (ROOT / "tests" / "bench" / "notices").iterdir() if p.suffix in (".txt", ".md")]
)
RULES = frozenset({"gn", "conj", "ppas", "infi", "eleu", "conf", "vmode", "imp", "inte"})
"""Grammalecte's groups: agreement in a noun group, of a verb, of a participle; elision, contraction, mood."""

READER = """
import json, sys
from grammalecte import GrammarChecker
engine = GrammarChecker("fr").getGCEngine()
for line in sys.stdin:
    text = json.loads(line)
    found = [[e["nStart"], e["nEnd"], e["sType"], e["sMessage"]] for e in engine.parse(text, "FR")]
    print(json.dumps(found))
"""

ALLOWED = (
    "société Viandes",  # the name of a firm, taken for a verb
    "Service consommateurs",  # a noun beside a noun
    "sections financière",  # "les sections financière et cyber": one of each
    "2 heures consécutives",  # read with "sous la forme de"
)
"""What Grammalecte takes for faults and is none."""


@pytest.fixture(scope="module")
def python() -> str:
    """A Python that has Grammalecte."""
    for program in ("/usr/bin/python3", shutil.which("python3") or ""):
        if program and Path(program).exists():
            asked = subprocess.run([program, "-c", "import grammalecte"], capture_output=True, check=False)
            if asked.returncode == 0:
                return program
    pytest.skip("NOT TESTED: Grammalecte is not installed here (apt install python3-grammalecte)")


def read(python: str, sentences: list[str]) -> list[list[tuple[int, int, str, str]]]:
    """The faults in each sentence: from, to, group of rules, words."""
    lines = "".join(json.dumps(sentence) + "\n" for sentence in sentences)
    ran = subprocess.run([python, "-c", READER], input=lines, capture_output=True, text=True, check=True)
    return [[tuple(fault) for fault in json.loads(line)] for line in ran.stdout.splitlines()]


def test_the_reader_sees_faults(python: str) -> None:
    """Else its silence would prove nothing."""
    faults = read(python, ["Il a le droit de exploiter.", "Les routes est fermée.", "La route est fermée."])
    assert [bool(RULES & {kind for _, _, kind, _ in found}) for found in faults] == [True, True, False]


@pytest.mark.slow
def test_the_plain_french_has_no_faults_of_our_own(python: str) -> None:
    """Over every notice of the project."""
    written: list[tuple[str, str, str]] = []
    for notice in NOTICES:
        _, original = open_notice(notice, Settings(force=True))
        plain = write_texts(original, Settings(editions=("plain",)))[0]["plain"].document
        source = _flat(" ".join(sentence.text for sentence in original.sentences()))
        written += [(notice.parent.name + "/" + notice.name, source, s.text) for s in plain.sentences()]
    faults = read(python, [text for _, _, text in written])
    assert len(faults) == len(written)
    ours = [
        f"{name}: {text[start:end]} ({words}) in: {text}"
        for (name, source, text), found in zip(written, faults, strict=True)
        for start, end, kind, words in found
        if kind in RULES and not _excused(text, start, end, source)
    ]
    assert not ours, "\n".join(ours)


def _excused(text: str, start: int, end: int, source: str) -> bool:
    """True where the source has the same words around, or they are none of a fault."""
    first = text.rfind(" ", 0, max(0, start - 25)) + 1
    last = text.find(" ", end + 12)
    around = text[first : len(text) if last < 0 else last]
    return _flat(around).strip(" .:") in source or any(words in around for words in ALLOWED)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'")).lower()
