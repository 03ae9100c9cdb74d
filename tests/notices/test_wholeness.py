"""The gate knows a sentence that is not whole, and leaves those of the source in peace."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.gate import prove
from notices.gate.wholeness import faults
from notices.sentences import split

_TESTS = Path(__file__).parents[1]
_TABLE = _TESTS / "fixtures" / "gate" / "wholeness.tsv"
_CASES = [
    tuple(line.split("\t"))
    for line in _TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_NOTICES = sorted((_TESTS / "bench" / "notices").glob("*.txt"))


def is_torn(written: str, *sources: str) -> bool:
    """True where the gate blocks a sentence because it is not whole."""
    return any(d.rule == "whole" and d.severity == "block" for d in prove(written, sources))


@pytest.mark.parametrize(("verdict", "written", "source"), _CASES)
def test_what_is_no_whole_sentence_is_blocked(verdict: str, written: str, source: str) -> None:
    """Each line of the table: what is written, and whether it is whole as its source is."""
    assert is_torn(written, *source.split("||")) is (verdict == "bad")


@pytest.mark.parametrize("notice", _NOTICES, ids=lambda path: path.stem)
def test_sentences_of_notices_are_whole(notice: Path) -> None:
    """People write whole sentences: none of these notices holds a fault."""
    paragraphs = notice.read_text(encoding="utf-8").split("\n\n")
    texts = [" ".join(p.split()) for p in paragraphs if not p.lstrip().startswith(("-", "*", "|", "#"))]
    assert not [f for text in texts for start, end in split(text) for f in faults(text[start:end])]


def test_one_torn_sentence_among_several_is_found() -> None:
    """Statements of one source are proven together, too."""
    source = "Le pont est fermé à la salle Jules-Verne en raison de la neige."
    assert is_torn("Le pont est fermé. Lieu : À la salle Jules-Verne.", source)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=120))
def test_any_text_is_as_whole_as_itself(text: str) -> None:
    """A text beside itself is never torn, whatever it holds."""
    assert not is_torn(text, text)
