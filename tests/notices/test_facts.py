"""Facts: typed, with spans, the same value in every wording and in both languages."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from notices.facts import find_facts
from notices.facts.identifiers import identifier

_ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parents[1] / "fixtures" / "facts.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]
_MONTHS_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_MONTHS_EN = "January February March April May June July August September October November December".split()


def values(text: str, lang: str, kind: str) -> set[str]:
    """The values of one kind of fact in a text, weak ones too."""
    return {f.value for f in find_facts(text, lang) if f.kind == kind}


@pytest.mark.parametrize(("lang", "text", "kind", "value"), _ROWS)
def test_the_table_of_facts(lang: str, text: str, kind: str, value: str) -> None:
    """Each fact of the table is found; where the table says !, no sure fact of the kind is."""
    if value == "!":
        assert not [f for f in find_facts(text, lang) if f.kind == kind and not f.weak]
    else:
        assert value in values(text, lang, kind)


def test_a_fact_stands_where_its_span_says() -> None:
    """The span of a fact, cut out of the text, is its text (quantifiers: the words without the number)."""
    text = "Plus de 23 000 faits, a indiqué M. Dupont le 28 juin 2024 en Allemagne (art. L. 123-4)."
    for fact in find_facts(text):
        if fact.kind != "quantifier":
            assert text[fact.start : fact.end] == fact.text


@given(st.text(max_size=120), st.sampled_from(["fr", "en"]))
def test_any_text_can_be_searched(text: str, lang: str) -> None:
    """No text makes it fail, and every fact lies inside the text."""
    for fact in find_facts(text, lang):
        assert 0 <= fact.start <= fact.end <= len(text)


@given(st.integers(min_value=2, max_value=999_999), st.sampled_from(["fr", "en"]))
def test_a_number_in_words_is_the_number_in_figures(number: int, lang: str) -> None:
    """ "vingt-trois mille" is 23000, "twenty-three thousand" too, for every number."""
    words = num2words(number, lang=lang)
    assert str(number) in values(f"x {words} x", lang, "number")


@given(st.integers(min_value=1000, max_value=999_999_999))
def test_separators_do_not_matter(number: int) -> None:
    """Spaces, points, commas between thousands: one value."""
    english = f"{number:,}"
    assert values(f"x {english} x", "en", "number") == {str(number)}
    for separator in (" ", "\u00a0", "\u202f", "."):
        assert values(f"x {english.replace(',', separator)} x", "fr", "number") == {str(number)}


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_has_one_value_in_every_form(day: date) -> None:
    """28 juin 2024 = 28/06/2024 = 28.06.2024 = June 28, 2024 = 28 June 2024."""
    french, english = _MONTHS_FR[day.month - 1], _MONTHS_EN[day.month - 1]
    first = "er" if day.day == 1 else ""
    forms = {
        "fr": [
            f"le {day.day}{first} {french} {day.year}",
            f"le {day.day:02d}/{day.month:02d}/{day.year}",
            f"le {day.day:02d}.{day.month:02d}.{day.year}",
        ],
        "en": [f"on {english} {day.day}, {day.year}", f"on {day.day} {english} {day.year}"],
    }
    for lang, texts in forms.items():
        for text in texts:
            assert values(text, lang, "date") == {day.isoformat()}


def test_facts_made_of_figures_never_overlap() -> None:
    """A figure belongs to one fact: the year of a law's number is no number of its own."""
    figures = {"number", "amount", "percent", "measure", "duration", "time", "phone", "reference"}
    text = "La loi n° 2023-22 du 24 janvier 2023 punit de 10 ans et 1.250,50 € (01 23 45 67 89, 14 h 30)."
    spans = sorted((f.start, f.end) for f in find_facts(text) if f.kind in figures)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


def test_a_reference_is_its_letters_and_figures() -> None:
    """Points, spaces and brackets do not make another article."""
    assert identifier("L. 123-4") == identifier("L.123-4") == identifier("L 123-4") == "l123.4"
    assert identifier("12(3)a)") == identifier("12(3)(a)") == "12.3.a"


def test_weak_words_ask_for_nothing() -> None:
    """ "neuf" may be new, "un" is an article: both prove a figure and ask for none."""
    facts = find_facts("Un bâtiment neuf.")
    assert {f.value for f in facts if f.kind == "number" and f.weak} == {"1", "9"}
