"""What is printed is said as a clerk would say it: the tables of pairs, compared by their sound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from voices.pronunciation import spoken
from voices.pronunciation.tables import rows

FIXTURES = Path(__file__).parents[2] / "fixtures"
Phonemes = Callable[[Sequence[str], str], list[str]]


def pairs(name: str) -> list[tuple[str, str]]:
    """The rows of a table: as printed, as said. A line that opens with `#` and holds no tab is a remark."""
    lines = (FIXTURES / f"{name}.tsv").read_text("utf-8").splitlines()
    remarks = [line for line in lines if not line.strip() or (line.startswith("#") and "\t" not in line)]
    rows = [line.split("\t") for line in lines if line not in remarks][1:]
    assert all(len(row) == 2 for row in rows), f"{name}: a row must hold two cells"
    return [(raw, said) for raw, said in rows]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("table", ["", "_unseen"])
def test_sounds_as_written_out_by_hand(lang: str, table: str, phonemes: Phonemes) -> None:
    """The phonemes of the spoken form are those of the form that a person wrote."""
    rows = pairs(f"spoken_{lang}{table}")
    got = [spoken(raw, lang) for raw, _ in rows]
    heard, wanted = phonemes(got, lang), phonemes([said for _, said in rows], lang)
    wrong = [
        f"{raw!r}: {mine!r}, not {said!r}"
        for (raw, said), mine, h, w in zip(rows, got, heard, wanted, strict=True)
        if h != w
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_never_switches_voice(lang: str, phonemes: Phonemes) -> None:
    """No spoken form makes the voice change its language, as INSEE and « parking » do alone."""
    texts = [spoken(raw, lang) for table in ("", "_unseen") for raw, _ in pairs(f"spoken_{lang}{table}")]
    switched = [
        (text, heard) for text, heard in zip(texts, phonemes(texts, lang), strict=True) if "(" in heard
    ]
    assert not switched


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_word_of_the_tables_switches_voice(lang: str, phonemes: Phonemes) -> None:
    """What the word tables say (acronyms, measures, loan words) is said by the voice of the language."""
    tables = ["acronyms", "abbreviations", "capitals", "symbols", "greek"] + ["foreign"] * (lang == "fr")
    cells = [row[1] for table in tables for row in rows(lang, table)]
    cells += [cell for row in rows(lang, "units") for cell in row[1:3]]
    texts = sorted({spoken(cell, lang) for cell in cells if cell and cell != "*"})
    assert len(texts) > 150
    assert not [pair for pair in zip(texts, phonemes(texts, lang), strict=True) if "(" in pair[1]]


def test_the_voice_would_switch_without_us(phonemes: Phonemes) -> None:
    """The check can fail: eSpeak reads these with an English voice when left alone."""
    assert all("(en)" in heard for heard in phonemes(["INSEE", "DREAL", "parking", "authentification"], "fr"))


@pytest.mark.parametrize(("lang", "least"), [("fr", 400), ("en", 200)])
def test_tables_are_large(lang: str, least: int) -> None:
    """Enough pairs, a third of them from other texts than those the rules were made on."""
    seen, unseen = pairs(f"spoken_{lang}"), pairs(f"spoken_{lang}_unseen")
    assert len(seen) + len(unseen) >= least
    assert len(unseen) * 3 >= len(seen) + len(unseen)
    assert not {raw for raw, _ in seen} & {raw for raw, _ in unseen}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_saying_twice_changes_nothing(lang: str, phonemes: Phonemes) -> None:
    """A spoken form is already written out: said again, it sounds the same."""
    once = [spoken(raw, lang) for raw, _ in pairs(f"spoken_{lang}")]
    twice = [spoken(text, lang) for text in once]
    assert phonemes(twice, lang) == phonemes(once, lang)


def test_spaces_of_every_width_join_the_figures_of_a_number() -> None:
    """No-break, narrow and thin spaces are as good as a space between thousands."""
    for space in "   \N{FIGURE SPACE}":
        assert spoken(f"23{space}000{space}€", "fr") == "vingt-trois mille euros"
        assert spoken(f"23{space}000 euros", "en") == "twenty-three thousand euros"


def test_another_language_is_left_but_for_its_marks() -> None:
    """A language without rules loses its Markdown, and nothing else."""
    assert spoken("**Hola** 3", "es") == "Hola 3"
