"""Advice: the table of sentences, its words, and its laws."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.advice import RULES, Advice, advise
from notices.document import Block, BlockKind, Document, Kind, Lang, Sentence
from notices.phrases import keys

TABLE = Path(__file__).parent.parent / "fixtures" / "advice.tsv"
MARKED = re.compile("⟦(.*)⟧")


def document(
    *texts: str, kind: BlockKind = "paragraph", sentence: Kind = "sentence", lang: Lang = "fr"
) -> Document:
    """A document of blocks of one sentence each."""
    sentences = (Sentence(f"s{number}", text, sentence) for number, text in enumerate(texts, start=1))
    return Document(lang, "", tuple(Block(kind, (one,)) for one in sentences))


def of_rule(rule: str, *texts: str, lang: Lang = "fr") -> list[Advice]:
    """The advice of one rule on these sentences."""
    return [advice for advice in advise(document(*texts, lang=lang)) if advice.rule == rule]


def cases() -> Iterator[tuple[str, str, str]]:
    """The table."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rule, suggestion, marked = line.split("\t")
            yield rule, suggestion, marked


@pytest.mark.parametrize(("rule", "suggestion", "marked"), list(cases()))
def test_advice_on_a_sentence(rule: str, suggestion: str, marked: str) -> None:
    """Each case of the table: the rule, the words that it is about, and what may stand in their place."""
    text = marked.replace("⟦", "").replace("⟧", "")
    if rule.startswith("not "):
        assert of_rule(rule.removeprefix("not "), text) == []
        return
    about = MARKED.search(marked)
    assert about is not None
    found = [(text[a.span[0] : a.span[1]], a.suggestion) for a in of_rule(rule, text)]
    wanted = {"-": None, "(strike)": ""}.get(suggestion, suggestion)
    assert (about.group(1), wanted) in found


def test_the_table_has_cases_for_and_against_each_rule() -> None:
    """Every rule has at least one sentence that it is about and one that it is not about."""
    rules = [rule for rule, _, _ in cases()]
    assert all(rule in rules and f"not {rule}" in rules for rule in RULES)


def test_over_25_words_is_a_warning() -> None:
    """From 21 words the advice is a remark, from 26 a warning, which alone says to cut it."""
    remark, warning = of_rule(
        "long-sentence", "mot " * 19 + "fin.", "mot " * 20 + "fin.", "mot " * 26 + "fin."
    )
    assert (remark.severity, warning.severity) == ("info", "warn")
    assert (remark.values, warning.values) == ({"words": "21"}, {"words": "27"})
    assert ("Coupez" in remark.words("fr"), "Coupez" in warning.words("fr")) == (False, True)


def test_a_pronoun_is_to_be_the_name_again() -> None:
    """Where the plain form is no words to write, the message says what to do."""
    (advice,) = of_rule("idiom", "La piscine ferme ; celle-ci ouvre lundi.")
    assert advice.words("fr").startswith("« celle-ci » : répétez plutôt le nom")


def test_a_term_in_brackets_after_its_words_is_told_of_once() -> None:
    """The acronym after the whole name needs no second explanation."""
    found = of_rule("legal-term", "Le plan local d'urbanisme intercommunal (PLUi) est approuvé.")
    assert all("PLUi" not in advice.values["found"] for advice in found)


def test_acronyms_and_terms_are_told_of_once() -> None:
    """Only the first mention is marked."""
    assert len(of_rule("acronym", "L'ONAF enquête.", "L'ONAF conclut.")) == 1
    assert len(of_rule("legal-term", "Le parquet enquête.", "Le parquet conclut.")) == 1


def test_a_glossary_explains() -> None:
    """A term that the text itself explains needs no advice."""
    text = document("Le parquet enquête.")
    glossary = Block(
        "glossary", (Sentence("s2", "Parquet : les magistrats qui dirigent les enquêtes.", "glossary"),)
    )
    explained = Document("fr", "", (*text.blocks, glossary))
    assert [a.rule for a in advise(explained)] == []


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("heading", "heading"),
        ("label", "label"),
        ("glossary", "glossary"),
        ("row", "row"),
        ("signature", "sentence"),
    ],
)
def test_only_the_body_is_advised_on(kind: BlockKind, sentence: Kind) -> None:
    """Headings, labels, glossary, rows and signatures are left alone."""
    assert (
        advise(
            document("Afin de procéder à la vérification du site, l'ONAF agit.", kind=kind, sentence=sentence)
        )
        == ()
    )


def test_one_remark_for_one_phrase() -> None:
    """An idiom that holds a light verb is told of once."""
    found = advise(document("Il faut procéder à la vérification du site."))
    assert [a.rule for a in found] == ["light-verb"]


def test_english_is_advised_on_length_and_brackets() -> None:
    """The other rules know French only."""
    text = "The site was closed by the judge, in order to stop it, " * 4
    assert {a.rule for a in advise(document(text, lang="en"))} == {"long-sentence"}


def test_every_rule_has_its_words() -> None:
    """Name, message, rule and reference of each, in French and English."""
    wanted = {f"advice.{rule}{part}" for rule in RULES for part in ("", ".what", ".reference")}
    wanted |= {f"advice.rule.{rule}" for rule in RULES} | {"advice.severity.warn", "advice.severity.info"}
    assert wanted <= keys()
    references = {Advice("s1", rule, "info", (0, 1), f"advice.{rule}").reference("fr") for rule in RULES}
    assert all("RLS" in reference for reference in references)


def test_advice_speaks_both_languages() -> None:
    """The message is filled in French and in English, and what to do is said."""
    (advice,) = of_rule("idiom", "Le maire agit afin de limiter les risques.")
    assert advice.words("fr") == "« afin de » : plus simple, « pour »."
    assert advice.words("en") == '"afin de": plainer, "pour".'
    assert advice.what_to_do("fr") != advice.what_to_do("en")


def test_advice_is_plain_data() -> None:
    """It goes to JSON."""
    data = json.loads(json.dumps([a.to_json() for a in advise(document("L'ONAF agit afin de limiter."))]))
    assert {piece["rule"] for piece in data} == {"acronym", "idiom"}
    assert data[0]["span"] == [2, 6]


WORDS = st.sampled_from(
    "afin de|procéder à la vérification du|le site|est fermé par le juge|L'ONAF|(voir|)|n'est pas exclu"
    "|parquet|DNEF|,|.|par ailleurs|à compter du|«|»|en vue d'|İ|\u00a0|de plus|été|par|il s'agit de".split(
        "|"
    )
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_the_laws_of_advice(text: str) -> None:
    """Spans lie within the sentence, messages can be said, and the order is the reading order."""
    found = advise(document(text.strip() or "x"))
    length = len(text.strip() or "x")
    assert all(0 <= a.span[0] < a.span[1] <= length for a in found)
    assert all(a.words("fr") and a.words("en") for a in found)
    assert [a.span[0] for a in found] == sorted(a.span[0] for a in found)
