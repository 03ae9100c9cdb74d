"""Scores: formulas by hand, what counts and what does not, words for each."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.document import Block, BlockKind, Document, Kind, Lang, Sentence
from notices.phrases import keys, say
from notices.readability import METRICS, Counts, Scores, measure
from notices.sentences import split
from notices.style.acronyms import unexplained
from notices.style.nominal import count_nominals
from notices.style.passive import passives
from notices.style.vocabulary import is_core
from notices.style.words import syllables, words

KINDS: dict[BlockKind, Kind] = {
    "heading": "heading",
    "item": "item",
    "row": "row",
    "label": "label",
    "glossary": "glossary",
}


def document(*blocks: tuple[BlockKind, str], lang: Lang = "fr") -> Document:
    """A document of these blocks, their sentences split and numbered."""
    built = []
    number = 0
    for kind, text in blocks:
        sentences = []
        for start, end in split(text, lang):
            number += 1
            sentences.append(Sentence(f"s{number}", text[start:end], KINDS.get(kind, "sentence")))
        built.append(Block(kind, tuple(sentences)))
    return Document(lang, "", tuple(built))


def scores(*sentences: str, lang: Lang = "fr") -> Scores:
    """The scores of these sentences, a paragraph each."""
    return measure(document(*(("paragraph", sentence) for sentence in sentences), lang=lang))


def test_kandel_moles_by_hand() -> None:
    """Four words, six syllables (Le si-te est fer-mé is five): 207 - 1.015 * 4 - 73.6 * 5 / 4."""
    assert syllables("site", "fr") + syllables("fermé.", "fr") == 3
    assert scores("Le site est fermé.").kandel_moles == round(207 - 1.015 * 4 - 73.6 * 5 / 4, 1)


def test_flesch_by_hand() -> None:
    """The site is closed: 4 words, 4 syllables."""
    assert scores("The site is closed.", lang="en").flesch == round(206.835 - 1.015 * 4 - 84.6, 1)


def test_lix_by_hand() -> None:
    """Seven words, four of more than six letters, one sentence."""
    assert scores("La préfecture du département interdit la navigation.").lix == round(7 + 100 * 4 / 7, 1)


def test_anyone_can_recompute() -> None:
    """The scores follow from the counts that stand beside them."""
    of = scores(
        "Le préfet a interdit la pêche.", "La mesure, très attendue, dure jusqu'au 30 septembre 2024."
    )
    counts = of.counts
    mean = counts.words / counts.sentences
    assert of.kandel_moles == round(207 - 1.015 * mean - 73.6 * counts.syllables / counts.spoken_words, 1)
    assert of.words_per_sentence == round(mean, 1)
    assert of.share_outside_core == round(counts.outside_core / counts.content_words, 3)
    assert of.lix == round(mean + 100 * counts.long_words / counts.words, 1)


def test_figures_do_not_weigh_on_syllables() -> None:
    """Figures, web addresses and e-mail are words of the sentence, and have no syllables."""
    counts = scores("Écrivez à mairie@exemple.fr ou coco.gg avant le 30 septembre 2024.").counts
    assert counts.words == 10
    assert counts.spoken_words == 6


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Plus de 23 000 faits", 4),
        ("Plus de 23\u00a0000 faits", 4),
        ("l'enquête préliminaire", 2),
        ("« coco » : une plateforme", 3),
        ("10 000 000 d'euros", 2),
        ("le 12 345 du mois", 4),
        ("Oui !", 1),
        ("— … —", 0),
        ("du 3 au 12 mai 2024", 6),
    ],
)
def test_words(text: str, count: int) -> None:
    """Words stand between spaces and hold a letter or figure; a number with its thousands is one."""
    assert len(words(text)) == count


def test_headings_labels_and_glossary_do_not_count() -> None:
    """Only the body is measured: the same with headings, labels, glossary, dateline, signature and rows."""
    body: tuple[BlockKind, str] = ("paragraph", "Le préfet interdit la pêche. La mesure dure un mois.")
    around: list[tuple[BlockKind, str]] = [
        ("heading", "Réglementation départementale"),
        ("label", "Version simplifiée automatiquement."),
        ("dateline", "Paris, le 28 juin 2024"),
        ("row", "Zone : Nord ; durée : 3 jours"),
        ("signature", "Le préfet"),
        ("glossary", "Réglementation : ensemble des règles."),
    ]
    assert measure(document(*around, body)).counts == measure(document(body)).counts


def test_a_text_of_rows_alone_is_measured() -> None:
    """Where there is nothing but a table, its rows count."""
    assert measure(document(("row", "Zone : Nord ; durée : 3 jours"))).counts.sentences == 1


def test_nothing_to_measure() -> None:
    """A text without words has no means, and no error."""
    empty = measure(document(("heading", "Avis")))
    assert empty.kandel_moles is empty.words_per_sentence is empty.lix is empty.textstat_raw is None
    assert empty.counts.sentences == empty.longest_sentence == 0


def test_long_sentences() -> None:
    """Sixteen words are over 15, twenty-six are over 25."""
    of = scores("mot " * 15, "mot " * 16, "mot " * 25, "mot " * 26)
    assert (of.counts.over_15, of.counts.over_25, of.longest_sentence) == (3, 1, 26)
    assert (of.share_over_15, of.share_over_25) == (0.75, 0.25)


def test_easier_words_score_higher() -> None:
    """The plain wording of a sentence scores better on every count."""
    hard = scores(
        "Les mesures réglementaires susmentionnées sont édictées par l'autorité préfectorale compétente."
    )
    plain = scores("Le préfet fixe ces règles.")
    assert plain.kandel_moles is not None
    assert hard.kandel_moles is not None
    assert plain.kandel_moles > hard.kandel_moles + 40
    assert (plain.lix or 0) < (hard.lix or 0)
    assert (plain.share_outside_core or 0) < (hard.share_outside_core or 0)


@pytest.mark.parametrize(
    ("word", "known"), [("maisons", True), ("mangerons", True), ("susvisé", False), ("effluents", False)]
)
def test_core_vocabulary(word: str, known: bool) -> None:
    """A word is core in any inflection of its lemma."""
    assert is_core(word) is known


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Le site a été fermé.", 1),
        ("Des comptes bancaires ont été gelés et des fonds ont été saisis.", 2),
        ("La pêche est interdite.", 1),
        ("Les accès seront systématiquement contrôlés.", 1),
        ("Elle est née en 1980.", 0),
        ("Ils sont venus lundi et se sont rendus sur place.", 0),
        ("La séance s'est tenue à Uzès.", 0),
        ("Le maire est absent.", 0),
        ("Cet été, la piscine ouvre.", 0),
        ("Ont également été recueillis les témoignages.", 1),
    ],
)
def test_passives(text: str, count: int) -> None:
    """Passives are told from the perfect of movement, the reflexive and the adjective."""
    assert len(passives(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("la vérification et le nettoyage des cuves", 2),
        ("les ouvertures de comptes", 1),
        ("la commune et son village", 0),
        ("la situation de la préfecture", 0),
    ],
)
def test_nominals(text: str, count: int) -> None:
    """Nouns of action count; things, places and conditions do not."""
    assert count_nominals(text) == count


@pytest.mark.parametrize(
    ("texts", "acronyms"),
    [
        (
            ["La Direction nationale des enquêtes fiscales (DNEF) agit.", "La DNEF a fouillé les locaux."],
            set(),
        ),
        (["L'ONAF agit.", "Voir l'ONAF (Office national anti-fraude)."], set()),
        (["L'Unité nationale cyber de la gendarmerie (UNCyber) aide l'ONAF."], {"ONAF"}),
        (["Le SICTOMU collecte les bacs."], {"SICTOMU"}),
        (["La réunion a lieu à BOLBEC, chez M. DUPONT."], set()),
        (["ATTENTION, le guichet ferme."], set()),
        (["Payez la TVA par SMS."], set()),
        (["Louis XIV a signé."], set()),
        (["77429 MARNE LA VALLEE CEDEX"], set()),
        (["Le DPD (adresse de la mairie) répond."], {"DPD"}),
    ],
)
def test_acronyms(texts: list[str], acronyms: set[str]) -> None:
    """An acronym is explained where its letters are spelled beside it; names and shouted words are none."""
    assert unexplained(texts) == acronyms


def test_english_has_its_own_measures() -> None:
    """English has Flesch, length and LIX; the French ones are None, not zero."""
    of = scores("The prosecutor closed the site. Accounts were frozen.", lang="en")
    assert of.flesch is not None
    assert of.kandel_moles is of.passives is of.share_outside_core is of.textstat_raw is None
    assert [name for name, _ in of.metrics()] == list(METRICS["en"])


def test_the_english_counter_of_textstat_is_never_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """textstat downloads a word list for English: nothing here makes it try."""
    import nltk

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a word list was asked for")

    monkeypatch.setattr(nltk, "download", refuse)
    monkeypatch.setattr(nltk.data, "find", refuse)
    assert scores("Le site est fermé.").textstat_raw is not None
    assert scores("The site is closed.", lang="en").flesch is not None


def test_scores_are_plain_data() -> None:
    """They go to JSON with their counts under `counts`."""
    data = json.loads(json.dumps(scores("Le site est fermé.").to_json()))
    assert data["kandel_moles"] == 110.9
    assert data["counts"]["words"] == 4


def test_every_metric_and_count_has_its_words() -> None:
    """Name and plain sense of each metric, and the name of each count, in French and English."""
    metrics = {name for names in METRICS.values() for name in names}
    wanted = {f"score.{name}" for name in metrics} | {f"score.{name}.plain" for name in metrics}
    wanted |= {f"score.counts.{name}" for name in Counts.__slots__}
    assert wanted <= keys()
    assert all(say(key, "fr") and say(key, "en") for key in wanted)


SENTENCES = st.lists(
    st.sampled_from(
        "Le site est fermé par le juge.|DNEF|23 000|…|L'été 2024, coco.gg ferme !|a|(x)".split("|")
    ),
    max_size=6,
)


@given(
    texts=st.one_of(SENTENCES, st.lists(st.text(max_size=40), max_size=4)), lang=st.sampled_from(["fr", "en"])
)
def test_shares_are_shares(texts: list[str], lang: Lang) -> None:
    """Of any text: shares lie between 0 and 1, parts are not larger than their whole."""
    of = scores(*texts, lang=lang)
    counts = of.counts
    shares = (of.share_over_15, of.share_over_25, of.share_outside_core)
    assert all(share is None or 0 <= share <= 1 for share in shares)
    assert counts.over_25 <= counts.over_15 <= counts.sentences
    assert counts.outside_core <= counts.content_words
    assert counts.long_words <= counts.spoken_words <= counts.words
    assert counts.syllables >= counts.spoken_words
