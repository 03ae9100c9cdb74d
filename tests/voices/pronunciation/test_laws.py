"""Laws of every spoken form: no figure, symbol or address is left; any text ends; nothing else decides."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from voices.pronunciation import Lexicon, english, french, spoken
from voices.pronunciation.lexicon import Entry
from voices.pronunciation.marks import clean
from voices.pronunciation.rules import Rule, apply
from voices.pronunciation.tables import rows

FIXTURES = Path(__file__).parents[2] / "fixtures"

SAID = re.compile(r"[^\W\d_]|[ .,;:!?'-]")
"""What may be left: letters (with what combines with them) and the signs that a voice takes for pauses."""

PIECES = st.sampled_from(
    [
        "23 000", "5 M€", "€", "%", "art. L. 123-4", "n° ", "14h30", "1er", "XXIe", "°C", "m²",
        "10-15", "1/2", "/", "@", "coco.gg", "http://a.fr/x?y=1", "www.", "agent·e·s", "(e)s", "**",
        "« ", " »", "…", "—", "-5", "+33 1 23 45 67 89", "05 55 12 34 56", "M. ", "MM. ", "INSEE",
        "DREAL", "Covid-19", "½", "①", "٣", "Ⅳ", "10⁻³", "😀", "\u200b", "\u00ad", "28/06/2024",
        "2024-06-28", "12.03.2026", "99/99/9999", "25h61", "00", "1,5", "1.250,50 €", "0", "0,0", "$",
        "#a", "L", "A", "et/ou", "\u202e", "\ue000", "\U000f0000", "ﬁ", "K", "２３", "1 000 000 ",
        "habitants", " ", "a", ".", ",",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60), st.text(string.printable, max_size=60), st.lists(PIECES, max_size=12).map("".join)
)


def left_over(text: str) -> list[str]:
    """The characters that no voice can say."""
    import unicodedata

    return [c for c in text if not SAID.match(c) and not unicodedata.category(c).startswith("M")]


@pytest.mark.parametrize("lang", ["fr", "en"])
@settings(max_examples=400, deadline=None)
@given(text=TEXTS)
@example(text="1" * 400)
@example(text="http://" + "a/" * 300)
@example(text="9" * 14 + "," + "9" * 9 + " M€")
def test_only_letters_and_pauses_are_left(lang: str, text: str) -> None:
    """No figure of any script, no symbol, no address survives."""
    assert left_over(spoken(text, lang)) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_the_same_text_is_always_said_the_same(lang: str, text: str) -> None:
    """Nothing but the text decides."""
    assert spoken(text, lang) == spoken(text, lang)


@settings(max_examples=150, deadline=None)
@given(number=st.integers(0, 10**15 - 1))
@example(number=54_001_000_000_000)  # "001" within it is no call abroad
def test_a_number_is_said_however_its_thousands_are_set(number: int) -> None:
    """Thin, no-break or no spaces; commas in English: the same words."""
    grouped = f"{number:,}"
    assert spoken(grouped.replace(",", "\u202f"), "fr") == spoken(grouped.replace(",", "\u00a0"), "fr")
    assert spoken(grouped, "en") == spoken(grouped.replace(",", "\u2009"), "en")


HOSTILE = [
    "1", "9 ", "1 234 ", "A", "A. ", "a", "a-", "a.", "1-", "1/", "1.", "L. 1-1 et ", "M. ", "Ab ",
    "aB", "www.", "a@", "a.fr ", "http://", "#", "[a](", "**a", "_", "1° ", "XIV ", "II et ", "n° 1, ",
    "1h", "€1", "a·e ", "a(e)", "05 ", "mg/", "A1", "2:30 ", "😊", "…", "Louis ", "+33 ", "«", "(",
    "1,",
]  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_hundred_thousand_figures_are_read_one_by_one(lang: str) -> None:
    """A number without end is read figure by figure; its words are not more than its figures."""
    said = spoken("7" * 100_000, lang)
    assert len(said.split()) == 100_000


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_line_is_read_once(unit: str) -> None:
    """Lines of one thing over and over end, and what is said is bounded by what is printed."""
    line = (unit * (60_000 // len(unit) + 1))[:60_000]
    for lang in ("fr", "en"):
        assert len(spoken(line, lang)) <= 40 * len(line)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_line_of_one_megabyte_is_said(lang: str) -> None:
    """A megabyte without a break is text like any other."""
    sentence = "Le 28 juin 2024, plus de 23 000 faits (art. L. 123-4) : 500 000 €. "
    line = (sentence * (1_000_000 // len(sentence)))[:1_000_000]
    assert left_over(spoken(line, lang)) == []


WORDS = st.text("abcdéXYZ", min_size=1, max_size=8)


@settings(max_examples=100, deadline=None)
@given(word=WORDS, said=st.text("abcdéo ", min_size=1, max_size=12).filter(lambda t: t.strip()))
def test_the_lexicon_decides(word: str, said: str) -> None:
    """What the lexicon knows is said its way, whatever the rules think; and the laws still hold."""
    lexicon = Lexicon((Entry(word, said.strip()),))
    text = spoken(f"Voici {word}, 23 000 €.", "fr", lexicon)
    assert spoken(said, "fr") in text
    assert left_over(text) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_abbreviation_is_found_by_its_letters(lang: str) -> None:
    """The rule of abbreviations looks for their first words: one without a letter would never be read."""
    assert not [row for row in rows(lang, "abbreviations") if not re.search(r"[^\W\d_]", row[0])]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_rules_that_are_skipped_would_have_changed_nothing(lang: str) -> None:
    """The first tests of a rule, its signs and words, only save time."""
    table = french.rules() if lang == "fr" else english.rules()
    bare = tuple(Rule(rule.name, rule.pattern, rule.say) for rule in table)
    for file in ("", "_unseen"):
        for line in (FIXTURES / f"spoken_{lang}{file}.tsv").read_text("utf-8").splitlines():
            raw = clean(line.split("\t")[0])
            assert apply(table, raw) == apply(bare, raw)
