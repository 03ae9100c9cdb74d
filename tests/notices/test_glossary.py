"""A body's own glossary, from the tables and files that people keep."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.errors import GlossaryUnreadable
from notices.glossary import NO_GLOSSARY, Entry, Glossary, read_glossary
from notices.translation.judging import holds

PAIRS = [("parquet", "public prosecutor's office"), ("Agir Ensemble", "")]


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def pairs(glossary: Glossary) -> list[tuple[str, str]]:
    return sorted(
        ((entry.fr, entry.en) for entry in glossary.entries), key=lambda pair: pair[0].lower(), reverse=True
    )


class TestReading:
    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("g.csv", "parquet,public prosecutor's office\nAgir Ensemble,\n"),
            ("g.csv", "parquet;public prosecutor's office\r\nAgir Ensemble;\r\n"),
            (
                "g.csv",
                'fr,en,note\n"parquet","public prosecutor\'s office","never flooring"\nAgir Ensemble,,\n',
            ),
            (
                "g.csv",
                "\ufefffrançais;anglais\n\n# a remark\nparquet;public prosecutor's office\nAgir Ensemble;\n",
            ),
            ("g.tsv", "parquet\tpublic prosecutor's office\nAgir  Ensemble\t\n"),
            ("g.TSV", "terme\tanglais\nparquet\tpublic prosecutor's office\nAgir Ensemble\t\n"),
        ],
    )
    def test_tables(self, tmp_path: Path, name: str, text: str) -> None:
        """Commas, semicolons and tabs, with and without a header, as spreadsheets write them."""
        assert pairs(read_glossary(written(tmp_path, name, text))) == PAIRS

    @pytest.mark.parametrize(
        "text",
        [
            '<martif type="TBX"><text><body>'
            '<termEntry><langSet xml:lang="fr"><tig><term>parquet</term></tig></langSet>'
            '<langSet xml:lang="en-GB"><ntig><termGrp><term>public prosecutor\'s office</term></termGrp>'
            "</ntig>"
            "</langSet></termEntry>"
            '<termEntry><langSet xml:lang="FR-fr"><tig><term>Agir <hi>Ensemble</hi></term></tig></langSet>'
            "</termEntry>"
            "</body></text></martif>",
            '<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca"><text><body>'
            '<conceptEntry><langSec xml:lang="en"><termSec><term>public prosecutor\'s office</term></termSec>'
            "</langSec>"
            '<langSec xml:lang="fr"><termSec><term>parquet</term></termSec></langSec></conceptEntry>'
            '<conceptEntry><langSec xml:lang="fr"><termSec><term>Agir Ensemble</term></termSec></langSec>'
            "</conceptEntry>"
            "</body></text></tbx>",
        ],
    )
    def test_tbx_of_both_generations(self, tmp_path: Path, text: str) -> None:
        """Without an English term: do not translate."""
        assert pairs(read_glossary(written(tmp_path, "g.tbx", text))) == PAIRS

    @pytest.mark.parametrize(
        ("name", "data", "line"),
        [
            ("g.csv", b"parquet,office\nalone\n", 2),
            ("g.csv", b"parquet,office\n,empty\n", 2),
            ("g.csv", b"parquet,office\nd\xe9cret,decree\n", 2),
            ("g.csv", b'"' + b"x" * 200_000 + b'"\n', 1),
            ("g.tbx", b"<martif>\n<text>\n</martif>", 3),
            ("g.tbx", b"", 1),
            ("g.docx", b"PK", 1),
            ("missing.csv", None, 1),
        ],
    )
    def test_what_is_wrong_is_told_with_its_line(
        self, tmp_path: Path, name: str, data: bytes | None, line: int
    ) -> None:
        """No error of csv, lxml or the disk gets through."""
        if data is not None:
            (tmp_path / name).write_bytes(data)
        with pytest.raises(GlossaryUnreadable) as error:
            read_glossary(tmp_path / name)
        assert error.value.values["line"] == line
        assert error.value.words("fr")

    def test_entities_of_a_tbx_are_never_resolved(self, tmp_path: Path) -> None:
        """A file of this machine does not become a term."""
        (tmp_path / "secret").write_text("secret")
        text = (
            f'<!DOCTYPE martif [<!ENTITY x SYSTEM "{tmp_path}/secret">]><martif><termEntry>'
            '<langSet xml:lang="fr"><tig><term>mot &x;</term></tig></langSet></termEntry></martif>'
        )
        glossary = read_glossary(written(tmp_path, "g.tbx", text))
        assert all("secret" not in entry.fr for entry in glossary.entries)

    def test_no_file_is_an_empty_glossary(self) -> None:
        """Nothing is found in it."""
        assert read_glossary(None) is NO_GLOSSARY
        assert NO_GLOSSARY.find("Le parquet") == ()


class TestFinding:
    TERMS = Glossary(
        (
            Entry("parquet", "prosecutor's office"),
            Entry("parquet national", "national prosecutor's office"),
            Entry("arrêté préfectoral", "prefectoral order"),
            Entry("RTE", "RTE"),
            Entry("juge d'instruction", "investigating judge"),
        )
    )

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Le parquet a saisi.", ["parquet"]),
            ("Le parquet national a saisi les parquets.", ["parquet national", "parquets"]),
            ("Les arrêtés préfectoraux", ["arrêtés préfectoraux"]),
            ("Parquet de Paris", ["Parquet"]),
            ("le juge d’instruction", ["juge d’instruction"]),
            ("les parqueteurs, le sous-parquet", []),
            ("RTE et rte", ["RTE"]),
            ("", []),
        ],
    )
    def test_terms_in_a_text(self, text: str, found: list[str]) -> None:
        """The longest, inflected, with either apostrophe; whole words only; acronyms as they are."""
        assert [text[slice(*term.span)] for term in self.TERMS.find(text)] == found

    @given(
        st.lists(
            st.sampled_from(["parquet", "parquet national", "le", "RTE", "parquets", ",", "x"]), max_size=12
        )
    )
    def test_terms_never_overlap(self, words: list[str]) -> None:
        """They stand in order, and each is what it says."""
        spans = [term.span for term in self.TERMS.find(" ".join(words))]
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


class TestHolding:
    @pytest.mark.parametrize(
        ("french", "english", "text", "held"),
        [
            ("audition", "interview / hearing", "after the hearings", True),
            ("audition", "interview / hearing", "after the party", False),
            ("tribunal", "criminal court (tribunal correctionnel)", "before the Criminal Courts", True),
            ("parquet", "public prosecutor's office", "the public prosecutor’s office", True),
            ("parquet", "public prosecutor's office", "the office of the public prosecutor", False),
            ("laissé libre", "released", "they were then released", True),
            ("DNEF", "National Tax Directorate (DNEF)", "the DNEF searched", True),
            ("Agir Ensemble", "", "the association Agir Ensemble", True),
            ("Agir Ensemble", "", "the association Act Together", False),
        ],
    )
    def test_an_english_text_holds_a_term(self, french: str, english: str, text: str, held: bool) -> None:
        """In any of its forms and inflections; a name only as it stands."""
        assert holds(text, Entry(french, english)) is held
