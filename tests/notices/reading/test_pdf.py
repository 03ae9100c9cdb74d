"""PDF: the lines of a page become the paragraphs of the notice again."""

from __future__ import annotations

import pytest

from notices.errors import DamagedNotice, LockedNotice, ScannedNotice
from notices.reading.hyphens import glued
from notices.reading.limits import Limits
from notices.reading.pdf import is_noise, read


def test_a_page_with_title_lists_table_and_note(folder, lines_of):
    """Headings by size, items by their marks, rows by their rules, raised signs raised."""
    assert lines_of(read((folder / "arrete.pdf").read_bytes(), Limits()).blocks) == [
        "paragraph | Préfecture – document de travail",
        "heading 1 | Arrêté n° 19/05/2025-1 portant réglementation de la circulation routière",
        "paragraph | Le préfet de la zone de défense et de sécurité Nord,",
        "paragraph | Vu le code de la route ;",
        "paragraph | Vu le décret n° 2004-374 du 29 avril 2004, modifié, relatif aux pouvoirs des préfets¹ ;",
        "paragraph | Considérant **les perturbations** qui peuvent en découler, et la nécessité d’assurer la "
        "sécurité de la circulation ;",
        "heading 2 | Arrête :",
        "heading 3 | Article 1 Objet",
        "paragraph | Renseignements : 03 20 30 59 59",
        "paragraph | La circulation de tous les véhicules à moteur est interdite sur :",
        "item | l’autoroute A1 :",
        "item 1 a) | dans le sens Paris vers Lille, entre les échangeurs A1/A21 et A1/22 ;",
        "item 1 b) | dans le sens Lille vers Paris ;",
        "item | l’autoroute A25, entre les échangeurs 12 et 15.",
        "heading 3 | Article 2 Durée",
        "paragraph | L’arrêté est applicable à compter du 19 mai 2025 à 13 h.",
        "heading 3 | Article 3 Déviations",
        "header | Route ¦ Direction ¦ Itinéraire",
        "row | Autoroute A1 ¦ Lille ¦ par les autoroutes A21 et A25",
        "row | Autoroute A1 ¦ Paris ¦ par l’autoroute A23",
        "row | Route nationale 2 ¦ dans les deux sens par la RD 1043 ¦ ",
        "heading 3 | Article 4 Recours",
        "paragraph | Le recours se fait sur ce site dans les délais suivants :",
        "item 1° | deux mois devant le tribunal administratif ;",
        "item 2° | deux mois auprès du ministre.",
        "paragraph | Fait à Lille, le 19 mai 2025",
        "paragraph | Le préfet délégué",
        "paragraph | 1 Publié au Journal officiel du 30 avril 2004.",
    ]


def test_columns_are_read_one_after_the_other(folder):
    """A passage set once in one column and once in two reads the same, over page ends too."""
    texts = [block.text for block in read((folder / "bulletin.pdf").read_bytes(), Limits()).blocks]
    twice = [text for text in texts if texts.count(text) == 2]
    assert len(set(twice)) == 9
    assert any(text.startswith("Afin de donner de la visibilité aux talents") for text in twice)


def test_what_each_page_repeats_is_said_once(folder):
    """The header is kept where it first stands; page numbers are left out."""
    texts = [block.text for block in read((folder / "bulletin.pdf").read_bytes(), Limits()).blocks]
    assert texts.count("Mairie de Couthenans – 1 rue de la Mairie") == 1
    assert not any(text.startswith("Page ") for text in texts)


def test_blocks_name_their_page(folder):
    """Each block says on which page it begins, and the notice how many there are."""
    content = read((folder / "bulletin.pdf").read_bytes(), Limits())
    assert content.pages == 4
    assert {block.page for block in content.blocks} == {1, 2, 3}  # page 4 ends what began on page 3


def test_a_scan_is_told(folder):
    """Pictures of pages hold no text that could be read."""
    with pytest.raises(ScannedNotice):
        read((folder / "scan.pdf").read_bytes(), Limits())


def test_a_layer_of_noise_is_a_scan(folder):
    """A text layer that is no language is worth no more than a picture, and says so to the recognition."""
    with pytest.raises(ScannedNotice) as caught:
        read((folder / "noise.pdf").read_bytes(), Limits())
    assert caught.value.values == {"noise": True}


def test_single_pictures_of_pages_are_named(folder):
    """A notice of which one page is a picture is read, and says which page was not."""
    content = read((folder / "partly_scanned.pdf").read_bytes(), Limits())
    assert content.unread_pages == (4,)
    assert content.blocks


def test_a_password_is_needed(folder):
    """A locked PDF is told from a broken one."""
    with pytest.raises(LockedNotice):
        read((folder / "locked.pdf").read_bytes(), Limits())


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\n" + b"\xff" * 5000])
def test_a_broken_pdf_is_damaged(data):
    """A head without a body is no PDF."""
    with pytest.raises(DamagedNotice):
        read(data, Limits())


def test_a_truncated_pdf_is_damaged_or_read_in_part(folder):
    """Cut off before its pages, it is refused: half a notice is worse than none."""
    data = (folder / "arrete.pdf").read_bytes()
    with pytest.raises(DamagedNotice):
        read(data[: len(data) // 2], Limits())


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        ("Le maire informe les habitants que la mairie sera fermée du lundi au vendredi. " * 4, False),
        ("The mayor informs the people that the town hall is closed from Monday to Friday. " * 4, False),
        ("Art. L. 511-1 12,50 € 03 84 46 00 00 2024 23 000 A1/A21 RD 1043 n° 12 " * 8, False),
        ("Dupont Jean Martin Paul Durand Marie Petit Luc Bernard Anne " * 8, False),
        ("~|x }{lI1; :Ãrt Q§¤x z%&kv 0j~| xkcdq " * 10, True),
        ("\ue001\ue002\ue003 \ue010\ue011 \ue004\ue005\ue006 " * 20, True),
    ],
)
def test_noise_is_told_from_figures_and_names(text, noise):
    """Only what is neither a word, a number nor a reference is noise."""
    assert is_noise(text) == noise


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("la commu-", "nication de", "la communication de"),
        ("un avant-", "projet", "un avant-projet"),
        ("le vice-", "président", "le vice-président"),
        ("le souscrip-", "teur", "le souscripteur"),
        ("C-", "Fraternel", "C-Fraternel"),
        ("Saint-", "André", "Saint-André"),
        ("PRÉFEC-", "TURE", "PRÉFECTURE"),
        ("rendez-", "vous", "rendez-vous"),
        ("pourra-t-", "il", "pourra-t-il"),
        ("l’administra-", "tion", "l’administration"),
        ("de 2020-", "2021", "de 2020-2021"),
        ("fin", "du mot", None),
        ("un tiret -", "et", None),
    ],
)
def test_words_divided_at_a_line_end(before, after, whole):
    """A divided word is put together, a compound keeps its hyphen."""
    assert glued(before, after, frozenset()) == whole


def test_the_text_itself_tells_compounds():
    """A word that stands elsewhere in the text is written as it is there."""
    assert glued("le porte-", "voix", {"portevoix"}) == "le portevoix"
    assert glued("la co-", "gestion", {"co-gestion"}) == "la co-gestion"
