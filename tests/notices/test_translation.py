"""English that is proven, or the French sentence itself."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.ctranslate import STEP, PackageTranslator, batches, open_translator
from notices.document import Block, Document, Sentence, Written
from notices.edition import PackageInfo
from notices.errors import TranslationFailed
from notices.gate import prove
from notices.gate.bounds import lost_bounds
from notices.gate.kept_names import lost_names
from notices.glossary import Entry, Glossary
from notices.memory import BriefMemory, Remembering
from notices.packages import bundled
from notices.phrases import keys, say
from notices.translation import translate
from notices.translation.confidence import confidence
from notices.translation.coverage import left_out
from notices.translation.faults import find_faults
from notices.translation.forms import forms
from notices.translation.judging import judged
from notices.translation.phrasebook import lexicon_entries, own_words
from notices.translation.telling import telling_words_lost
from notices.translation.texts import Text, by_rule
from notices.translation.typography import english_signs
from notices.translator import Hypothesis

FIXTURES = Path(__file__).parent.parent / "fixtures" / "translation"
ROOT = Path(__file__).parent.parent.parent


def rows(name: str) -> list[list[str]]:
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def sentences() -> list[str]:
    return (FIXTURES / "sentences.txt").read_text(encoding="utf-8").splitlines()


class Said:
    """A translator that says what it is told to: for each French text its hypotheses."""

    def __init__(
        self, said: Mapping[str, Sequence[str]], *, takes_terms: bool = False, gist_only: bool = False
    ) -> None:
        self.said, self.takes_terms = said, takes_terms
        self.calibration: tuple[float, float] | None = None
        self.package = PackageInfo("fake", "1", "0" * 64, gist_only=gist_only)
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str], hypotheses: int = 4) -> tuple[tuple[Hypothesis, ...], ...]:
        self.asked += sentences
        return tuple(self._answer(sentence) for sentence in sentences)

    def _answer(self, sentence: str) -> tuple[Hypothesis, ...]:
        return tuple(Hypothesis(text, -0.1 * (i + 1)) for i, text in enumerate(self.said.get(sentence, ())))


def document(*texts: str, kind: str = "sentence", block: str = "paragraph", title: str = "") -> Document:
    blocks = tuple(
        Block(block, (Sentence(f"s{i}", text, kind, (f"s{i}",)),))  # type: ignore[arg-type]
        for i, text in enumerate(texts, 1)
    )
    return Document("fr", title, blocks)


def english(french: Document, said: Said, **options: object) -> Written:
    return translate([(french, "t")], said, memory=BriefMemory(), **options)[0]  # type: ignore[arg-type]


def only(written: Written) -> Sentence:
    (sentence,) = written.document.sentences()
    return sentence


@pytest.fixture(scope="module")
def translator():
    with open_translator(bundled()) as opened:
        yield opened


class TestBatches:
    @given(st.lists(st.integers(0, 200), max_size=60))
    def test_every_sentence_is_in_one_batch_of_its_own_length(self, lengths: list[int]) -> None:
        """The length that a sentence is padded to is a function of the sentence alone."""
        made = [(length, place) for length, places in batches(lengths) for place in places]
        assert sorted(place for _, place in made) == [i for i, n in enumerate(lengths) if 0 < n <= 160]
        assert all(length == -(-lengths[place] // STEP) * STEP for length, place in made)

    def test_a_translation_does_not_depend_on_its_neighbours(self, translator: PackageTranslator) -> None:
        """Alone, in any order and in any part: the same hypotheses with the same scores, to the last bit."""
        texts = sentences()
        together = dict(zip(texts, translator.translate(texts), strict=True))
        alone = {text: translator.translate([text])[0] for text in texts}
        assert alone == together
        chance = random.Random(7)
        for _ in range(4):
            some = chance.sample(texts, chance.randint(2, len(texts)))
            assert dict(zip(some, translator.translate(some), strict=True)) == {t: together[t] for t in some}

    def test_the_number_of_threads_changes_nothing(self, translator: PackageTranslator) -> None:
        """A batch of notices and a notice alone have other numbers of threads."""
        with open_translator(bundled(), threads=1) as single:
            assert single.translate(sentences()[:8]) == translator.translate(sentences()[:8])

    def test_what_is_too_long_or_empty_has_no_hypotheses(self, translator: PackageTranslator) -> None:
        """Nothing is cut off in silence."""
        assert translator.translate(["", "   ", "mot " * 400]) == ((), (), ())

    def test_underscores_of_addresses_stay(self, translator: PackageTranslator) -> None:
        """argostranslate's own tokenizer would make spaces of them."""
        (answer,) = translator.translate(["Écrivez à la_mairie@mairie.fr."])
        assert "_" in answer[0].text

    def test_a_package_of_the_older_kind_opens_too(self, tmp_path: Path) -> None:
        """Argos' first packages have a `bpe.model` instead of sentencepiece's."""
        shutil.copytree(bundled().folder, tmp_path / "old")
        (tmp_path / "old" / "sentencepiece.model").unlink()
        (tmp_path / "old" / "bpe.model").write_text("#version: 0.2\ne r\n")
        with open_translator(tmp_path / "old") as translator:
            ((best, *_),) = translator.translate(["Le site est fermé."])
        assert best.text

    def test_a_model_of_garbage_fails_in_words(self, tmp_path: Path) -> None:
        """No error of CTranslate2's gets through."""
        (tmp_path / "model").mkdir()
        (tmp_path / "model" / "model.bin").write_bytes(b"\x06\0\0\0garbage" * 100)
        (tmp_path / "sentencepiece.model").write_bytes(b"garbage")
        (tmp_path / "metadata.json").write_text('{"from_code": "fr", "to_code": "en"}')
        with pytest.raises(TranslationFailed), open_translator(tmp_path):
            pass


class TestByRule:
    @pytest.mark.parametrize(("french", "expected"), rows("by_rule.tsv"))
    def test_the_table(self, french: str, expected: str) -> None:
        """Figures, dates, addresses, set phrases and lone terms are written by rule; sentences are not."""
        assert by_rule(Text(french), Glossary(lexicon_entries())) == (None if expected == "-" else expected)

    def test_our_own_words_come_from_the_table_of_phrases(self) -> None:
        """No model makes up what we say ourselves."""
        french = document("Le document ne le dit pas.", kind="label")
        assert only(english(french, Said({}))).text == "The document does not say."

    @pytest.mark.parametrize("key", sorted(key for key in keys() if key.startswith("summary.")))
    def test_every_heading_of_the_plain_edition_has_its_english(self, key: str) -> None:
        """The table is the only place that knows them; a number in them is carried over."""
        french, expected = (say(key, lang, n=3) for lang in ("fr", "en"))
        assert by_rule(Text(french), Glossary()) == expected

    def test_every_set_phrase_passes_the_gate(self) -> None:
        """What is written by rule is proven like all else; "no." is no negation, and counts as none."""
        said = {"name": "Belmare", "date": "3 mai 2026", "number": "4", "when": "le 3 mai 2026 à 9 h"}
        said |= {"what": "5 ans", "what2": "2 000 euros"}
        table = files("notices.translation").joinpath("formulae.tsv").read_text(encoding="utf-8")
        glossary = Glossary(lexicon_entries())
        for line in table.splitlines():
            if line.startswith("#") or "n° " in line:
                continue
            french = line.split("\t")[0].format(**said)
            english = by_rule(Text(french), glossary)
            assert english, french
            doubts = prove(english, (french,), written_lang="en", source_lang="fr", complete=True)
            assert not [doubt for doubt in doubts if doubt.severity == "block"], (french, english)

    def test_values_in_our_own_words_are_written_by_rule_or_not_at_all(self) -> None:
        """No French is smuggled into an English sentence."""
        assert own_words(say("label.date", "fr", date="28 juin 2024")) == "Date: 28 June 2024."
        assert own_words(say("label.date", "fr", date="un jour de juin")) is None

    def test_difficult_words_get_their_english_from_the_lexicon(self) -> None:
        """The French term stays: it is what stands in the notice."""
        french = document("Parquet : magistrats qui dirigent les enquêtes.", kind="glossary")
        assert only(english(french, Said({}))).text == "Parquet: public prosecutor's office"

    @pytest.mark.parametrize(
        ("french", "expected"),
        [
            ("Laure BECCUAU", "Laure BECCUAU"),
            ("Anne de La Tour, préfète", None),
            ("Laure BECCUAU, procureure de la République", "Laure BECCUAU, Public Prosecutor"),
        ],
    )
    def test_names_in_signatures_are_not_translated(self, french: str, expected: str | None) -> None:
        """Offices are, where they are known; what is unknown goes to the model as a whole."""
        assert by_rule(Text(french, "signature"), Glossary(lexicon_entries())) == expected

    def test_a_name_elsewhere_is_the_models(self) -> None:
        """Outside a signature two capitalised words may be anything."""
        assert by_rule(Text("Grand Port"), Glossary()) is None


class TestFaults:
    @pytest.mark.parametrize(("french", "written", "rules"), rows("faults.tsv"))
    def test_the_table(self, french: str, written: str, rules: str) -> None:
        """Loops, copies, gaps and made-up words are seen; what is right is left alone."""
        found = {doubt.rule for doubt in find_faults(written, french)}
        assert found == (set() if rules == "-" else set(rules.split()))


class TestChoice:
    FRENCH = "La pêche est interdite dans le port jusqu'au 31 mars 2025."
    RIGHT = "Fishing is prohibited in the port until 31 March 2025."

    def test_the_first_hypothesis_stands_where_nothing_speaks_against_it(self) -> None:
        """No flag, no check, and the kinds of facts that were compared."""
        written = english(document(self.FRENCH), Said({self.FRENCH: [self.RIGHT]}))
        assert only(written).text == self.RIGHT
        assert only(written).flags == ()
        assert written.checks == ()
        assert written.compared["date"] == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            "",
            "Fishing is prohibited in the port until 31 May 2025.",
            "Fishing is not prohibited in the port until 31 March 2025.",
            "Fishing is permitted in the port until 31 March 2025.",
            "Fishing is prohibited in the port until 31 March 2025 until 31 March 2025 until 31 March 2025.",
            "La pêche est interdite dans le port jusqu'au 31 mars 2025.",
            "Fishing is prohibitated in the port until 31 March 2025.",
            "Fishing is prohibited in the port.",
        ],
    )
    def test_a_wrong_hypothesis_gives_way_to_the_next(self, wrong: str) -> None:
        """Empty, another month, the opposite, a loop, a copy, a made-up word, a lost date."""
        said = Said({self.FRENCH: [wrong, self.RIGHT]})
        assert only(english(document(self.FRENCH), said)).text == self.RIGHT

    def test_without_a_right_one_the_french_stands_and_says_so(self) -> None:
        """Never a made-up English."""
        written = english(document(self.FRENCH), Said({self.FRENCH: ["Fishing is permitted until 31 May."]}))
        sentence = only(written)
        assert sentence.text == self.FRENCH
        assert sentence.flags == ("untranslated", "fallback")
        assert sentence.confidence is None
        assert {check.action for check in written.checks} == {"fallback"}
        assert {check.sentence for check in written.checks} == {"t1"}
        assert {check.origin for check in written.checks} == {("s1",)}

    def test_a_model_that_says_nothing_is_a_fallback_too(self) -> None:
        """Too long for the model: no hypothesis at all."""
        written = english(document(self.FRENCH), Said({}))
        assert only(written).flags == ("untranslated", "fallback")
        assert [check.rule for check in written.checks] == ["empty"]

    def test_what_fails_as_a_whole_is_tried_in_pieces(self) -> None:
        """A long sentence is cut at its semicolon, and the joined translation is proven as a whole."""
        first, second = "la pêche est interdite dans le port", "la vente du poisson reste permise"
        said = Said(
            {first: ["fishing is prohibited in the port"], second: ["the sale of fish remains permitted."]}
        )
        written = english(document(f"{first} ; {second}"), said)
        assert only(written).text == "fishing is prohibited in the port; the sale of fish remains permitted."
        assert only(written).origin == ("s1",)

    @pytest.mark.parametrize(
        ("french", "piece", "said", "expected"),
        [
            (
                "Vu le code de la route ;",
                "le code de la route ;",
                "the Highway Code;",
                "Having regard to the Highway Code;",
            ),
            (
                "Considérant que la route est fermée ;",
                "la route est fermée ;",
                "the road is closed;",
                "Whereas the road is closed;",
            ),
        ],
    )
    def test_recitals_have_their_set_openings(
        self, french: str, piece: str, said: str, expected: str
    ) -> None:
        """Models trained on prose make "Make the Highway Code" of it."""
        assert only(english(document(french), Said({piece: [said]}))).text == expected

    def test_what_the_model_itself_does_not_believe_is_not_shown(self) -> None:
        """Where the package says how its scores are to be read."""
        said = Said({self.FRENCH: [self.RIGHT]})
        said.calibration = (-4.0, 1.0)
        written = english(document(self.FRENCH), said)
        assert only(written).flags == ("untranslated", "fallback")
        assert [check.rule for check in written.checks] == ["confidence"]

    def test_capitals_are_translated_in_small_letters(self) -> None:
        """Models have seen few sentences in capitals."""
        said = Said({"La pêche est interdite": ["Fishing is prohibited"]})
        assert only(english(document("LA PÊCHE EST INTERDITE"), said)).text == "FISHING IS PROHIBITED"

    def test_low_confidence_is_marked(self) -> None:
        """The model's own doubt is shown, and is no proof of anything."""
        said = Said({self.FRENCH: [self.RIGHT]})
        said.calibration = (-1.2, 1.0)
        sentence = only(english(document(self.FRENCH), said))
        assert sentence.flags == ("low-confidence",)
        assert sentence.confidence == 0.21

    @given(st.floats(-50, 0), st.floats(-50, 0))
    def test_confidence_grows_with_the_score(self, one: float, other: float) -> None:
        """From 0 to 1, with and without a calibration."""
        for calibration in (None, (2.0, 3.0)):
            low, high = sorted((one, other))
            assert 0 <= confidence(low, calibration) <= confidence(high, calibration) <= 1


class TestBounds:
    @pytest.mark.parametrize(
        ("french", "written", "kept"),
        [
            ("Il s'applique à compter du 19 mai 2025.", "It applies from 19 May 2025.", True),
            ("Il s'applique à compter du 19 mai 2025.", "It applies to 19 May 2025.", False),
            ("La pêche est fermée jusqu'au 31 mars.", "Fishing is closed until 31 March.", True),
            ("La pêche est fermée jusqu’au 31 mars.", "Fishing is closed on 31 March.", False),
            ("Déclarez-vous avant le 15 mai.", "Declare yourself by 15 May.", True),
            ("Déclarez-vous avant le 15 mai.", "Declare yourself after 15 May.", False),
            ("Il faut au moins deux témoins.", "At least two witnesses are needed.", True),
            ("Il faut au moins deux témoins.", "Two witnesses are needed.", False),
            ("Il faut au plus deux témoins.", "Two witnesses are needed.", False),
            ("Venez au plus vite.", "Come quickly.", True),
        ],
    )
    def test_bounds_are_kept(self, french: str, written: str, kept: bool) -> None:
        """A deadline that begins where it should end is a harm."""
        assert (not list(lost_bounds(written, french))) is kept


class TestOmissions:
    @pytest.mark.parametrize(("french", "written", "said"), rows("omissions.tsv"))
    def test_the_table(self, french: str, written: str, said: str) -> None:
        """A thought that is left out is seen; wording that is free is left alone."""
        found = [doubt.severity for doubt in left_out(written, french)]
        assert found == ([] if said == "-" else [said])


class TestTellingWords:
    @pytest.mark.parametrize(("french", "written", "missed"), rows("telling_words.tsv"))
    def test_the_table(self, french: str, written: str, missed: str) -> None:
        """A word without which the sentence says something else is missed, in whatever inflection."""
        found = [doubt.value for doubt in telling_words_lost(written, french)]
        assert found == ([] if missed == "-" else missed.split(", "))

    def test_they_bar_the_way_of_a_package_for_the_gist_only(self) -> None:
        """A better one may have said it in words of its own: its sentence stands, with a mark."""
        french, english = "L'eau doit être bouillie.", "The water must be put on the stove."
        assert judged(english, -0.1, french, (), strict=True).blocked
        assert not judged(english, -0.1, french, (), strict=False).blocked


class TestNames:
    @pytest.mark.parametrize(
        ("french", "written", "lost"),
        [
            ("La préfecture de Haute-Saône est fermée.", "The prefecture of Haute-Saône is closed.", []),
            ("La préfecture de Haute-Saône est fermée.", "The prefecture of Haute-Saone is closed.", []),
            (
                "La préfecture de Haute-Saône est fermée.",
                "The prefecture of Haute-Sane is closed.",
                ["Saône"],
            ),
            ("Le préfet, Michel Vilbois, est venu.", "The prefect, Michel Vilboi, came.", []),
            ("Le préfet, Michel Vilbois, est venu.", "The prefect, Michel Villboys, came.", ["Vilbois"]),
            ("Le roi Louis XIV est venu.", "The king Louis the fourteenth came.", []),
            ("Il est né en Bulgarie.", "He was born in Bulgaria.", []),
        ],
    )
    def test_names_come_through_letter_by_letter(self, french: str, written: str, lost: list[str]) -> None:
        """Accents and a plural apart; those of countries have their English form."""
        assert [doubt.value for doubt in lost_names(written, french)] == lost


class TestTerms:
    FRENCH = "Le parquet a saisi le nom de domaine."

    def test_a_hypothesis_that_keeps_the_terms_is_preferred(self) -> None:
        """The n-best list is searched for the glossary's English."""
        said = Said(
            {
                self.FRENCH: [
                    "The prosecution seized the name.",
                    "The public prosecutor's office seized the domain name.",
                ]
            }
        )
        assert "domain name" in only(english(document(self.FRENCH), said)).text

    def test_a_term_said_otherwise_is_listed(self) -> None:
        """It stands, and a reviewer is told."""
        written = english(
            document(self.FRENCH), Said({self.FRENCH: ["The prosecutors seized the domain name."]})
        )
        assert only(written).flags == ("doubtful",)
        assert [(check.rule, check.value, check.action) for check in written.checks] == [
            ("term", "parquet", "flagged")
        ]

    @pytest.mark.parametrize(
        ("gist_only", "flags"), [(False, ("doubtful",)), (True, ("untranslated", "fallback"))]
    )
    def test_a_term_that_is_gone(self, gist_only: bool, flags: tuple[str, ...]) -> None:
        """A good package may have said it in words of its own; of a weak one it is not believed."""
        said = Said({self.FRENCH: ["He seized the domain name."]}, gist_only=gist_only)
        written = english(document(self.FRENCH), said)
        assert only(written).flags == flags
        assert ("term", "parquet") in {(check.rule, check.value) for check in written.checks}

    def test_terms_are_handed_first_to_a_package_that_takes_them(self) -> None:
        """They stand in the source in English."""
        said = Said(
            {
                "Le public prosecutor's office a saisi le domain name.": [
                    "The public prosecutor's office seized the domain name."
                ]
            },
            takes_terms=True,
        )
        assert only(english(document(self.FRENCH), said)).flags == ()
        assert self.FRENCH not in said.asked

    def test_a_bodys_own_glossary_comes_before_the_lexicon(self) -> None:
        """And an empty English means: do not translate."""
        own = Glossary((Entry("parquet", "Crown office"), Entry("Agir Ensemble", "")))
        french = "Le parquet a reçu Agir Ensemble."
        said = Said(
            {
                french: [
                    "The prosecutor's office received Act Together.",
                    "The Crown office received Agir Ensemble.",
                ]
            }
        )
        written = english(document(french), said, glossary=own)
        assert only(written).text == "The Crown office received Agir Ensemble."
        assert written.checks == ()

    def test_a_name_that_must_stay_and_is_translated_blocks(self) -> None:
        """An association is not renamed."""
        french = "Agir Ensemble a demandé la fermeture du site."
        said = Said({french: ["Act Together asked for the closure of the site."]})
        written = english(document(french), said, glossary=Glossary((Entry("Agir Ensemble", ""),)))
        assert only(written).flags == ("untranslated", "fallback")


class TestDocuments:
    @given(
        st.lists(st.sampled_from(["Oui.", "Le site est fermé.", "Article 2", "", "Jean DUPONT"]), max_size=12)
    )
    def test_the_shape_of_a_document_stays(self, texts: list[str]) -> None:
        """Blocks, kinds and order stay; ids are new, unique, and name what they came from."""
        french = document(*texts, title="Article 2")
        written = english(french, Said({"Le site est fermé.": ["The site is closed."]})).document
        assert written.lang == "en"
        assert [b.kind for b in written.blocks] == [b.kind for b in french.blocks]
        assert [s.origin for s in written.sentences()] == [(s.id,) for s in french.sentences()]
        ids = [s.id for s in written.sentences()]
        assert ids == [f"t{i}" for i in range(1, len(texts) + 1)]

    def test_ids_that_would_become_one_keep_their_letters(self) -> None:
        """`p1` and `g1` are two sentences."""
        french = Document(
            "fr",
            "",
            tuple(Block("paragraph", (Sentence(i, "Oui.", origin=("s1",)),)) for i in ("p1", "g1", "p2")),
        )
        written = translate([(french, "e")], Said({}), memory=BriefMemory())[0]
        assert [s.id for s in written.document.sentences()] == ["ep1", "eg1", "e2"]

    def test_the_same_text_is_translated_once_for_all_documents(self) -> None:
        """Both English editions come from one batch."""
        said = Said({"Le site est fermé.": ["The site is closed."]})
        french = document("Le site est fermé.", "Le site est fermé.")
        translate([(french, "t"), (french, "e")], said, memory=BriefMemory())
        assert said.asked == ["Le site est fermé."]

    def test_a_table_row_is_translated_cell_by_cell(self) -> None:
        """Cells in the page and the row for the ear say the same."""
        row = Block(
            "row",
            (Sentence("s1", "Zone : Nord du port ; durée : 3 mai 2025", "row", ("s1",)),),
            cells=("Nord du port", "3 mai 2025"),
        )
        said = Said({"Zone": ["Area"], "Nord du port": ["North of the port"]})
        written = english(Document("fr", "", (row,)), said).document.blocks[0]
        assert written.cells == ("North of the port", "3 May 2025")
        assert written.sentences[0].text == "Area: North of the port; duration: 3 May 2025"

    def test_a_table_row_falls_back_as_a_whole(self) -> None:
        """Half a row in each language would be worse than either."""
        row = Block(
            "row", (Sentence("s1", "Zone : Nord du port", "row", ("s1",)),), cells=("Zone", "Nord du port")
        )
        written = english(Document("fr", "", (row,)), Said({"Zone": ["Area"]})).document.blocks[0]
        assert written.cells == ("Zone", "Nord du port")
        assert written.sentences[0].flags == ("untranslated", "fallback")

    def test_bold_stays_where_all_is_bold(self) -> None:
        """A part in bold has no certain counterpart."""
        blocks = tuple(
            Block("paragraph", (Sentence(f"s{i}", "Article 12", emphasis=(span,)),))
            for i, span in enumerate([(0, 10), (8, 10)], 1)
        )
        written = english(Document("fr", "", blocks), Said({})).document
        assert [s.emphasis for s in written.sentences()] == [((0, 10),), ()]

    def test_who_publishes_is_named_by_rule(self) -> None:
        """The name stays, the office is known; what is not known stays French."""
        for french, expected in (
            ("Laure BECCUAU, Procureure de la République", "Laure BECCUAU, Public Prosecutor"),
            ("Syndicat des eaux de la vallée", "Syndicat des eaux de la vallée"),
        ):
            assert english(replace(document(), issuer=french), Said({})).document.issuer == expected

    def test_flags_of_the_french_stay(self) -> None:
        """What was read from a picture is still read from a picture."""
        french = document("Article 2").map(lambda s: replace(s, flags=("from-picture",)))
        assert only(english(french, Said({}))).flags == ("from-picture",)


def test_a_title_put_together_is_translated_by_rule() -> None:
    """The kind, the issuer and the day each in their English form, above the text and in it."""
    title = "Communiqué de presse – Parquet de Paris, 28 juin 2024"
    written = english(document(title, title=title, kind="heading", block="heading"), Said({})).document
    assert {written.title, *(s.text for s in written.sentences())} == {
        "Press release – Parquet de Paris, 28 June 2024"
    }


class TestAgain:
    def test_after_one_change_only_that_sentence_is_translated(self, translator: PackageTranslator) -> None:
        """And all texts are those of a fresh run."""
        memory = BriefMemory()
        before = document(*sentences())
        after = document(
            *("Le port est fermé depuis hier." if i == 6 else t for i, t in enumerate(sentences()))
        )
        translate([(before, "t")], translator, memory=memory)
        first = Remembering(translator, memory)
        again = translate([(after, "t")], first, memory=BriefMemory())
        assert first.translated <= 3  # the sentence, and at most the other forms of it
        assert again == translate([(after, "t")], translator, memory=BriefMemory())

    def test_an_unchanged_notice_needs_no_model(self, translator: PackageTranslator) -> None:
        """All is remembered."""
        memory = BriefMemory()
        french = document(*sentences()[:6])
        fresh = translate([(french, "t")], translator, memory=memory)
        nobody = Said({})
        nobody.package, nobody.calibration = translator.package, translator.calibration
        assert translate([(french, "t")], nobody, memory=memory) == fresh
        assert nobody.asked == []


class TestSigns:
    @pytest.mark.parametrize(
        ("written", "french", "expected"),
        [
            ("More than 23 000 acts", "Plus de 23 000 faits", "More than 23,000 acts"),
            ("12,5 per cent", "12,5 %", "12.5 per cent"),
            ("12,5 per cent", "12.5 %", "12,5 per cent"),
            ("The « coco » site :", "Le site « coco » :", "The “coco” site:"),
            ("03 84 12 34 56", "03 84 12 34 56", "03 84 12 34 56"),
            ("articles 3 and 100", "articles 3 et 100", "articles 3 and 100"),
            ("from 13 h 00 to 18h30", "de 13 h 00 à 18h30", "from 13:00 to 18:30"),
            ("a 5 hp motor", "un moteur de 5 ch", "a 5 hp motor"),
        ],
    )
    def test_figures_and_quotation_marks_become_english(
        self, written: str, french: str, expected: str
    ) -> None:
        """Signs only: no digit is touched."""
        assert english_signs(written, french) == expected


class TestForms:
    def test_no_piece_is_cut_inside_brackets_or_quotations(self) -> None:
        """A title is one thing."""
        text = "Le préfet a publié « la pêche ; la chasse » dans le recueil des actes (numéro 12 ; page 3)."
        assert all(len(form.pieces) == 1 for form in forms(text, (), takes_terms=False))

    @given(st.text("abc ;:,.(«»)", max_size=80))
    def test_the_pieces_are_the_whole_text(self, text: str) -> None:
        """Nothing is lost by cutting."""
        for form in forms(text, (), takes_terms=False):
            assert "".join(form.pieces).replace(" ", "") == text.replace(" ", "") or form.joints


def run(code: str, **environment: str) -> str:
    """What a fresh Python says, with nothing in its environment but this."""
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [sys.executable, "-c", code], env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class TestOnAMachine:
    TRANSLATE = """
import json, sys
from notices.ctranslate import open_translator
from notices.document import Block, Document, Sentence
from notices.packages import choose
from notices.translation import translate
french = Document("fr", "", (Block("paragraph", (Sentence("s1", "Le site a été fermé.", origin=("s1",)),)),))
with open_translator(choose()) as translator:
    written = translate([(french, "t")], translator)
text = next(written[0].document.sentences()).text
print(json.dumps([text, sorted(module.split(".")[0] for module in sys.modules)]))
"""

    def test_neither_minisbd_nor_torch_is_ever_imported(self, tmp_path: Path) -> None:
        """minisbd is AGPL-3 and wants the network; argostranslate's settings make folders."""
        text, modules = json.loads(run(self.TRANSLATE, HOME=str(tmp_path)))
        assert text
        assert not {"minisbd", "torch", "argostranslate", "stanza", "spacy"} & set(modules)

    def test_a_home_that_cannot_be_written_is_no_hindrance(self, tmp_path: Path) -> None:
        """A home that is a file is one that even root cannot write."""
        home = tmp_path / "home"
        home.write_text("")
        with_home = json.loads(run(self.TRANSLATE, HOME=str(tmp_path)))[0]
        assert json.loads(run(self.TRANSLATE, HOME=str(home)))[0] == with_home
        assert json.loads(run(self.TRANSLATE))[0] == with_home

    def test_argostranslate_opens_the_bundled_package_itself(self, tmp_path: Path) -> None:
        """Its own classes read the package and translate with it; only its splitter wants the network."""
        code = f"""
import sys, types
minisbd = types.ModuleType("minisbd")
minisbd.SBDetect, minisbd.models = object, types.SimpleNamespace()
sys.modules["minisbd"] = minisbd
from pathlib import Path
from argostranslate import package, sbd, translate
class Whole:
    def __init__(self, pkg): pass
    def split_sentences(self, text): return [text]
translate.MiniSBDSentencizer = Whole
read = package.Package(Path({str(bundled().folder)!r}))
fr, en = translate.Language("fr", "French"), translate.Language("en", "English")
said = translate.PackageTranslation(fr, en, read).translate("Le site a été fermé.")
print(read.from_code, read.to_code, said, sep="|")
"""
        names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME")
        said = run(code, ARGOS_COMPUTE_TYPE="int8", **{name: str(tmp_path) for name in names})
        assert said.strip().startswith("fr|en|The site ")
