"""Where a sentence ends: the table of cases, the rival, and the laws of spans."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.sentences import split

TABLE = Path(__file__).parent.parent / "fixtures" / "sentences.tsv"
BREAK = "‖"
REAL = ("notice", "unseen", "seed")
"""Topics of the cases that come from real notices."""


@dataclass(frozen=True)
class Case:
    """One line of the table."""

    line: int
    lang: str
    topic: str
    text: str
    sentences: tuple[str, ...]


def read_cases() -> list[Case]:
    """The table, its marks taken out of the text."""
    cases = []
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            lang, topic, marked = line.split("\t")
            text = marked.replace(f" {BREAK} ", " ").replace(BREAK, "")
            sentences = tuple(part.strip() for part in marked.split(BREAK))
            cases.append(Case(number, lang, topic, text, sentences))
    return cases


CASES = read_cases()


def cut(text: str, lang: str) -> tuple[str, ...]:
    """The sentences as texts."""
    return tuple(text[start:end] for start, end in split(text, lang))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line {case.line} ({case.topic})")
def test_splits_as_a_person_does(case: Case) -> None:
    """Every case of the table, checked by hand, is split where a person splits it."""
    assert cut(case.text, case.lang) == case.sentences


def test_the_table_is_large_enough() -> None:
    """At least 200 French and 60 English cases, a third of the French ones from real notices; none twice."""
    french = [case for case in CASES if case.lang == "fr"]
    from_notices = [case for case in french if case.topic in REAL]
    assert len(french) >= 200
    assert len(CASES) - len(french) >= 60
    assert len(from_notices) * 3 >= len(french)
    assert len({(case.lang, case.text) for case in CASES}) == len(CASES)


def test_beats_the_rival_on_the_same_table(capsys: pytest.CaptureFixture[str]) -> None:
    """pysbd 0.3.4, side by side on the whole table and on the real notices alone, gets fewer cases right."""
    pysbd = pytest.importorskip("pysbd", reason="the rival is not installed: pip install pysbd==0.3.4")
    rivals = {lang: pysbd.Segmenter(language=lang, clean=False) for lang in ("fr", "en")}
    groups = {
        "French, real notices": [c for c in CASES if c.lang == "fr" and c.topic in REAL],
        "French, written": [c for c in CASES if c.lang == "fr" and c.topic not in REAL],
        "English": [c for c in CASES if c.lang == "en"],
    }
    for name, cases in groups.items():
        ours = sum(cut(case.text, case.lang) == case.sentences for case in cases)
        theirs = sum(
            tuple(s.strip() for s in rivals[case.lang].segment(case.text)) == case.sentences for case in cases
        )
        with capsys.disabled():
            share = f"notices {ours / len(cases):.1%}, pysbd {theirs / len(cases):.1%}"
            print(f"\n{name}: {share} of {len(cases)} cases", end="")
        assert ours > theirs


PIECES = st.sampled_from(
    "Le maire|M. Dupont|art. L. 123-4|« oui »|(voir p. 3)|…|?!|.|. |; |: | - |\n|\n\n|\u00a0|23 000|coco.gg|"
    "etc.|À|il|12.03.2026|«|»|(|)|[|]|\"|J.-P.|3.|a)|•|é|'|’|S.A.|www.a.fr|\t|🙂|Ⅳ".split("|")
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES).map(" ".join)
)


@given(text=TEXTS, lang=st.sampled_from(["fr", "en"]))
def test_nothing_is_lost_between_sentences(text: str, lang: str) -> None:
    """Spans are trimmed, in order, apart, and hold everything that is not white space."""
    spans = split(text, lang)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)


@given(text=TEXTS)
def test_a_sentence_says_something(text: str) -> None:
    """In a paragraph no sentence but the first consists of marks alone."""
    paragraph = " ".join(text.split())
    assert all(any(sign.isalnum() for sign in sentence) for sentence in cut(paragraph, "fr")[1:])


def test_a_blank_line_ends_a_sentence() -> None:
    """A heading without a full stop does not run into the paragraph below it."""
    assert cut("Ordre du jour\n\nLe conseil vote.", "fr") == ("Ordre du jour", "Le conseil vote.")


def test_a_line_break_does_not_end_a_sentence() -> None:
    """A line break within a paragraph is white space."""
    assert cut("Le site a été\nfermé. Il rouvre.", "fr") == ("Le site a été\nfermé.", "Il rouvre.")


@pytest.mark.parametrize(
    "hostile",
    [
        "J. X " * 40_000,
        "(" * 100_000,
        "«" * 100_000,
        '"' * 99_999,
        "M. " * 60_000,
        "a! B " * 30_000,
        "1. " * 60_000,
    ],
    ids=["initials", "brackets", "guillemets", "quotes", "titles", "cries", "numbers"],
)
def test_hostile_text_is_split_all_the_same(hostile: str) -> None:
    """Long runs of one pattern come out whole."""
    spans = split(hostile)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(hostile.rstrip())
