"""From raw blocks to the document: nothing lost, every line in its role, what the notice says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.document import Document, document_from_json
from notices.raw import RawBlock, RawKind, RawNotice
from notices.structure import build_document
from notices.structure.dates import dateline

FIXTURES = Path(__file__).parent.parent / "fixtures"


def notice(*blocks: RawBlock | str, title: str = "", date: str = "", from_picture: bool = False) -> RawNotice:
    """A notice of these blocks; plain text is a paragraph."""
    whole = tuple(RawBlock("paragraph", block) if isinstance(block, str) else block for block in blocks)
    return RawNotice("n", "n.txt", "0" * 64, "text/plain", whole, title, date, from_picture=from_picture)


def document(*blocks: RawBlock | str, title: str = "", date: str = "") -> Document:
    """The document of these blocks."""
    return build_document(notice(*blocks, title=title, date=date))


def texts(of: Document) -> list[str]:
    """The text of each sentence."""
    return [sentence.text for sentence in of.sentences()]


def kinds(of: Document) -> list[str]:
    """The kind of each block."""
    return [block.kind for block in of.blocks]


def lines(name: str) -> Iterator[tuple[str, str, str]]:
    """A table of three columns."""
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second, third = line.split("\t")
            yield first, second, third


SEED = (
    "Paris, le 28 juin 2024",
    "Communiqué de presse",
    "Le site « coco.gg » a été fermé. Plus de 23 000 faits ont été dénoncés.",
    "Laure BECCUAU",
    "Procureure de la République",
)


def test_sentences_are_numbered_through() -> None:
    """Ids are s1, s2, ... in reading order, and each sentence is its own origin."""
    sentences = list(document(*SEED).sentences())
    assert [s.id for s in sentences] == [f"s{number}" for number in range(1, len(sentences) + 1)]
    assert all(s.origin == (s.id,) for s in sentences)


def test_a_press_release() -> None:
    """Dateline, title, text and signature of a press release are told apart."""
    built = document(*SEED)
    assert kinds(built) == ["dateline", "heading", "paragraph", "signature", "signature"]
    assert built.title == "Communiqué de presse – Laure BECCUAU, Procureure de la République, 28 juin 2024"
    assert (built.place, built.date) == ("Paris", "2024-06-28")
    assert built.issuer == "Laure BECCUAU, Procureure de la République"
    assert built.lang == "fr"


def test_an_order_of_a_prefect() -> None:
    """Letterhead, title in two lines, visas, decision, articles, closing formula, signature."""
    built = document(
        RawBlock("heading", "PRÉFET DE L'EURE", 1),
        RawBlock("heading", "Arrêté du 24 septembre 2021", 2),
        "portant restriction des usages de l'eau",
        "Vu le code de l'environnement ; Vu l'avis du maire ; Sur proposition du maire, ARRÊTE",
        "Article 1er",
        "Sont interdits :",
        RawBlock("item", "l'arrosage des pelouses ;"),
        RawBlock("item", "le lavage des voitures. Les stations restent ouvertes."),
        "Article 2 : Le maire est chargé de l'exécution. Fait à Évreux, le 24 septembre 2021 Le préfet",
    )
    assert kinds(built) == [
        *("heading", "heading", "paragraph", "paragraph", "paragraph", "heading"),
        *("heading", "paragraph", "item", "item", "paragraph", "dateline", "signature"),
    ]
    assert built.title == "Arrêté du 24 septembre 2021 portant restriction des usages de l'eau"
    assert (built.issuer, built.place, built.date) == ("PRÉFET DE L'EURE", "Évreux", "2021-09-24")
    assert [len(block.sentences) for block in built.blocks if block.kind == "item"] == [1, 2]
    assert built.blocks[5].sentences[0].text == "ARRÊTE"


@pytest.mark.parametrize(("text", "place", "day"), list(lines("datelines.tsv")))
def test_datelines(text: str, place: str, day: str) -> None:
    """The table of datelines: place and day as written, never completed."""
    found = dateline(text)
    if day == "no":
        assert found is None
    else:
        assert found is not None
        assert (found.place or "-", found.day or "-") == (place, day)


@pytest.mark.parametrize(("where", "kind", "text"), list(lines("roles.tsv")))
def test_roles(where: str, kind: str, text: str) -> None:
    """The table of lines: what each is in the middle of a notice or at its end."""
    before = ["Le conseil municipal se réunit lundi."] * 9
    around = [*before, "Fait à Uzès, le 3 mai 2024", text] if where == "end" else [*before, text, *before]
    block = document("Avis", *around).blocks[11 if where == "end" else 10]
    assert block.sentences[0].text in text
    assert block.kind == kind


def test_a_heading_never_runs_into_a_sentence() -> None:
    """A heading without a full stop stays a sentence of its own."""
    assert texts(document(RawBlock("heading", "Ordre du jour", 2), "Le conseil vote."))[-2:] == [
        "Ordre du jour",
        "Le conseil vote.",
    ]


def test_one_title_and_no_level_skipped() -> None:
    """One heading has level 1, the title; no heading goes down more than one level."""
    built = document(
        RawBlock("heading", "Sécheresse", 1),
        RawBlock("heading", "Règles", 3),
        RawBlock("heading", "Dates", 1),
        RawBlock("heading", "Détail", 4),
    )
    assert [block.level for block in built.blocks] == [1, 2, 2, 3]


@pytest.mark.parametrize(
    ("blocks", "declared", "title"),
    [
        ((RawBlock("heading", "Sécheresse", 1), "Texte."), "Site de la mairie", "Sécheresse"),
        (
            (RawBlock("heading", "Horaires", 2), "Texte."),
            "Ouverture de la piscine",
            "Ouverture de la piscine",
        ),
        (("La piscine ouvre lundi.",), "Piscine", "Piscine"),
        (("La piscine ouvre lundi",), "Microsoft Word - avis.doc", "La piscine ouvre lundi"),
        (("PRÉFECTURE DU GARD", "AVIS DE TEMPÊTE", "Texte."), "", "AVIS DE TEMPÊTE"),
        (
            ("COMMUNIQUÉ DE PRESSE", "CANICULE : VIGILANCE ORANGE", "Texte."),
            "",
            "CANICULE : VIGILANCE ORANGE",
        ),
        (
            ("LIBERTÉ ÉGALITÉ FRATERNITÉ", "MAIRIE D'UZÈS", "Avis de coupure d'eau", "Texte."),
            "",
            "Avis de coupure d'eau",
        ),
    ],
)
def test_titles(blocks: tuple[RawBlock | str, ...], declared: str, title: str) -> None:
    """The title is the first heading that tells what it is about, the declared one, or the first line."""
    assert document(*blocks, title=declared).title == title


def test_a_declared_title_stands_before_the_text() -> None:
    """A title that only the file declares becomes the heading of level 1."""
    built = document("La piscine ouvre lundi.", title="Ouverture de la piscine")
    assert (built.blocks[0].kind, built.blocks[0].level) == ("heading", 1)
    assert texts(built) == ["Ouverture de la piscine", "La piscine ouvre lundi."]


def test_a_long_first_line_is_no_heading() -> None:
    """Without any title the first words stand for it, and the text stays as it is."""
    line = "Le conseil municipal a décidé de fermer la piscine pour travaux du 3 au 12 mai 2024."
    built = document(line)
    assert built.title == line.rstrip(".")
    assert kinds(built) == ["paragraph"]


@pytest.mark.parametrize(
    ("blocks", "issuer"),
    [
        (("Préfecture du Gard", "Avis", "Texte."), "Préfecture du Gard"),
        (("MAIRIE DE COUTHENANS", "Avis", "Texte."), "MAIRIE DE COUTHENANS"),
        (("LE PRÉFET DE L'EURE, Chevalier de la Légion d'honneur", "Texte."), "LE PRÉFET DE L'EURE"),
        (("Le préfet a signé un arrêté.", "Texte."), ""),
        (("Mairie : 03 84 46 03 99", "Texte."), ""),
        (
            ("Avis", "Texte.", "Fait à Uzès, le 3 mai 2024", "Pour le maire et par délégation, L'adjointe"),
            "le maire",
        ),
        (("Avis", "Texte.", "Jean DUPONT", "Maire de Flaux"), "Jean DUPONT, Maire de Flaux"),
        (("Le maire : Jean DUPONT, 49 ans", "Texte."), ""),
    ],
)
def test_who_publishes(blocks: tuple[str, ...], issuer: str) -> None:
    """The issuer is the letterhead or who signs, as written, and empty where neither is there."""
    assert document(*blocks).issuer == issuer


def test_the_notice_s_own_day() -> None:
    """The day of the dateline goes before the one that the file declares; none is made up."""
    assert document("Paris, le 28 juin 2024", "Texte.", date="2024-07-01").date == "2024-06-28"
    assert document("Texte.", date="2024-07-01").date == "2024-07-01"
    assert document(RawBlock("heading", "Arrêté n° 12 du 3 mai 2024", 1), "Texte.").date == "2024-05-03"
    assert document("PARIS, le 28 juin 2024 – Le parquet a ouvert une enquête.").date == "2024-06-28"
    assert document("Réunion le 3 mai 2024.").date == ""


def test_name_and_office_are_two_sentences() -> None:
    """A signature set in one line is heard as name and office."""
    built = document("Avis", "Texte.", "Laure BECCUAU Procureure de la République")
    assert texts(built)[-2:] == ["Laure BECCUAU", "Procureure de la République"]


def test_rows_are_written_for_the_ear() -> None:
    """Each cell is said with the name of its column; the header row is kept as a row."""
    built = document(
        "Avis",
        RawBlock("row", "", cells=("Zone", "Durée", "Remarque"), header=True),
        RawBlock("row", "", cells=("Nord", "3 jours", "")),
        RawBlock("row", "", cells=("Sud", "5 jours", "de nuit")),
    )
    rows = [block for block in built.blocks if block.kind == "row"]
    assert [row.sentences[0].text for row in rows] == [
        "Zone ; Durée ; Remarque",
        "Zone : Nord ; durée : 3 jours",
        "Zone : Sud ; durée : 5 jours ; remarque : de nuit",
    ]
    assert [row.header for row in rows] == [True, False, False]
    assert rows[2].cells == ("Sud", "5 jours", "de nuit")
    assert all(row.sentences[0].kind == "row" for row in rows)


@pytest.mark.parametrize(
    ("cells", "spoken"),
    [
        (("Adresse", "12 rue du Four"), "Adresse : 12 rue du Four"),
        (("Lundi", "9h-12h", "14h-17h"), "Lundi ; 9h-12h ; 14h-17h"),
        (("Fermé",), "Fermé"),
    ],
)
def test_rows_without_a_header(cells: tuple[str, ...], spoken: str) -> None:
    """Two cells are a label and its value; more are a list."""
    assert texts(document("Avis", RawBlock("row", "", cells=cells)))[-1] == spoken


def test_a_paragraph_cut_by_a_page_is_one() -> None:
    """What goes on in small letters on the next page is joined; a new sentence is not."""
    built = document(
        "Avis",
        RawBlock("paragraph", "Le maire interdit la", page=1),
        RawBlock("paragraph", "circulation des camions", page=2),
        RawBlock("paragraph", "Les bus passent.", page=3),
    )
    assert texts(built)[1:] == ["Le maire interdit la circulation des camions", "Les bus passent."]


def test_emphasis_moves_with_its_words() -> None:
    """Bold words are bold in their sentence, after white space was tidied and the paragraph cut."""
    text = "Le site   est fermé.  Le nom de domaine a été saisi."
    start = text.index("a été saisi")
    built = document("Avis", RawBlock("paragraph", text, emphasis=((0, 7), (start, start + 11))))
    bold = [s.text[a:b] for s in built.sentences() for a, b in s.emphasis]
    assert bold == ["Le site", "a été saisi"]


def test_no_break_spaces_stay() -> None:
    """The text shown is the text of the source, with its no-break spaces."""
    assert (
        texts(document("Avis", "Plus de 23\u00a0000 faits\u202f!"))[-1] == "Plus de 23\u00a0000 faits\u202f!"
    )


def test_text_from_a_picture_is_flagged() -> None:
    """Every sentence that was read by OCR says so."""
    built = build_document(notice("Avis", "Texte.", from_picture=True))
    assert all("from-picture" in sentence.flags for sentence in built.sentences())


WORDS = st.sampled_from(
    (
        "Le maire|la zone|est fermée.|Vu le code ;|Article 3|Article 2 :|Fait à Uzès, le 3 mai 2024|ARRÊTE|«"
        "|»|de|-|M. Dupont|Jean DUPONT|Procureur|art. L. 1-2|23\u00a0000|…|!|(|)|- |portant avis|Communiqué"
        "|\u00ad|\u200b|\t|\n"
    ).split("|")
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), st.text(max_size=60))
PROSE: list[RawKind] = ["heading", "paragraph", "item", "quote"]
BLOCKS = st.builds(
    RawBlock,
    kind=st.sampled_from(PROSE),
    text=TEXTS,
    level=st.integers(0, 6),
    page=st.one_of(st.none(), st.integers(1, 3)),
    emphasis=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=2).map(
        lambda spans: tuple((min(span), max(span)) for span in spans)
    ),
)
ROWS = st.builds(
    RawBlock,
    kind=st.just("row"),
    text=st.just(""),
    cells=st.lists(st.one_of(WORDS, st.just("")), min_size=1, max_size=4).map(tuple),
    header=st.booleans(),
)
UNSHOWN = set("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")


def shown(text: str) -> str:
    """The characters that must survive, without white space."""
    return "".join(
        sign
        for sign in text
        if not sign.isspace() and sign not in UNSHOWN and not "\ue000" <= sign <= "\uf8ff"
    )


@given(blocks=st.lists(BLOCKS, max_size=8))
def test_nothing_is_lost(blocks: list[RawBlock]) -> None:
    """All characters of the raw blocks stand in the sentences, in order."""
    built = document(*blocks)
    assert shown("".join(texts(built))) == shown("".join(block.text for block in blocks))


@given(blocks=st.lists(st.one_of(BLOCKS, ROWS), max_size=8))
def test_the_laws_of_a_document(blocks: list[RawBlock]) -> None:
    """Ids are unique, no block or sentence is empty, levels and spans are in range, JSON brings it back."""
    built = document(*blocks)
    sentences = list(built.sentences())
    assert len({sentence.id for sentence in sentences}) == len(sentences)
    assert all(block.sentences for block in built.blocks)
    assert all(sentence.text.strip() == sentence.text != "" for sentence in sentences)
    assert all(0 <= a < b <= len(s.text) for s in sentences for a, b in s.emphasis)
    levels = [block.level for block in built.blocks if block.kind == "heading"]
    assert all(1 <= level <= 6 for level in levels)
    assert levels.count(1) <= 1
    assert document_from_json(built.to_json()) == built


@given(rows=st.lists(ROWS, min_size=1, max_size=5))
def test_no_cell_is_lost(rows: list[RawBlock]) -> None:
    """Every letter and figure of every cell is read aloud, in order within its row."""
    built = [block for block in document("Avis", *rows).blocks if block.kind == "row"]
    for block in built:
        spoken = iter(shown(" ".join(sentence.text for sentence in block.sentences)))
        assert all(sign in spoken for cell in block.cells for sign in shown(cell) if sign.isalnum())
    said = [row for row in rows if any(shown(cell) for cell in row.cells)]
    assert len(built) == len(said)
