"""DOCX and ODT: the same notice reads the same, whoever saved it."""

from __future__ import annotations

import io
import zipfile

import pytest

from notices.errors import DamagedNotice, HostileNotice, LockedNotice
from notices.reading import opendocument, word
from notices.reading.limits import Limits

_EXPECTED = """\
heading 1 | Arrêté n° 19/05/2025-1 portant réglementation de la circulation routière
paragraph | Le préfet de la zone de défense et de sécurité Nord,
paragraph | Vu le code de la route ;
paragraph | Vu le décret n° 2004-374 du 29 avril 2004, modifié, relatif aux pouvoirs des préfets [1] ;
paragraph | [1] Publié au Journal officiel du 30 avril 2004.
paragraph | Considérant **les perturbations** qui peuvent en découler, et la nécessité d’assurer la sécurité de la circulation ;
heading 1 | Arrête :
heading 2 | Article 1 Objet
paragraph | La circulation de tous les véhicules à moteur est interdite sur :
paragraph | Renseignements : 03 20 30 59 59
item | l’autoroute A1 :
item 1 a) | dans le sens Paris vers Lille, entre les échangeurs A1/A21 et A1/22 ;
item 1 b) | dans le sens Lille vers Paris ;
item | l’autoroute A25, entre les échangeurs 12 et 15.
heading 2 | Article 2 Durée
paragraph | L’arrêté est applicable à compter du 19 mai 2025 à 13 h.
heading 2 | Article 3 Déviations
header | Route ¦ Direction ¦ Itinéraire
row | Autoroute A1 ¦ Lille ¦ par les autoroutes A21 et A25
row | Autoroute A1 ¦ Paris ¦ par l’autoroute A23
row | Route nationale 2 ¦ dans les deux sens par la RD 1043 ¦ 
heading 2 | Article 4 Recours
paragraph | Le recours se fait sur ce site (https://www.telerecours.fr/) dans les délais suivants :
item 1° | deux mois devant le tribunal administratif ;
item 2° | deux mois auprès du ministre.
paragraph | Fait à Lille, le 19 mai 2025
paragraph | Le préfet délégué"""  # noqa: E501, W291  # lines of the notice


@pytest.mark.parametrize(
    ("file", "reader"),
    [
        ("arrete.docx", word.read),
        ("arrete_writer.docx", word.read),
        ("arrete.odt", opendocument.read),
    ],
)
def test_all_that_the_writer_meant_is_there_and_nothing_else(file, reader, folder, lines_of):
    """Styles, numbers, levels, cells, notes, boxes and links stay; what was deleted or hidden goes."""
    content = reader((folder / file).read_bytes(), Limits())
    assert "\n".join(lines_of(content.blocks)) == _EXPECTED
    assert content.title == "Circulation routière en zone Nord"


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_O = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def _archive(**parts: str | bytes) -> bytes:
    """An archive of these parts; `__` in a name stands for `/`, `_` for `.`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return buffer.getvalue()


def _docx(body: str) -> bytes:
    return _archive(word__document_xml=f"<w:document {_W}><w:body>{body}</w:body></w:document>")


def _odt(body: str) -> bytes:
    content = f"<office:document-content {_O}><office:body><office:text>{body}</office:text></office:body>"
    return _archive(content_xml=f"{content}</office:document-content>")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "<w:p><w:r><w:t>gardé</w:t></w:r><w:moveFrom><w:r><w:t>parti</w:t></w:r></w:moveFrom>"
            "<w:moveTo><w:r><w:t> venu</w:t></w:r></w:moveTo></w:p>",
            ["paragraph | gardé venu"],
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>une </w:t></w:r></w:p>"
            "<w:p><w:r><w:t>seule phrase</w:t></w:r></w:p>",
            ["paragraph | une seule phrase"],
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
            "<w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ["paragraph | b"],
        ),
        (
            '<w:p><w:r><w:t>Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            '<w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
            ["paragraph | Page 3"],
        ),
        (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>n</w:t></w:r>"
            '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
            "<w:r><w:noBreakHyphen/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>Ligne</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>",
            ["paragraph | n→-b c", "paragraph | Ligne"],
        ),
    ],
    ids=["moved", "merged paragraphs", "deleted row", "field", "content control and signs"],
)
def test_parts_of_a_word_document(body, lines, lines_of):
    """What Word shows with all changes accepted is what is read."""
    assert lines_of(word.read(_docx(body), Limits()).blocks) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>parti</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>gardé<office:annotation><text:p>note</text:p>"
            '</office:annotation><text:s text:c="3"/>et<text:tab/>là</text:p>',
            ["paragraph | gardé et là"],
        ),
        (
            '<text:section text:display="none"><text:p>caché</text:p></text:section>'
            "<text:section><text:p>vu<text:line-break/>Ligne</text:p></text:section>",
            ["paragraph | vu", "paragraph | Ligne"],
        ),
        (
            "<text:table-of-content><text:index-body><text:p>1 Objet 3</text:p></text:index-body>"
            '</text:table-of-content><text:h text:outline-level="2">Objet</text:h>',
            ["heading 2 | Objet"],
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            '<table:table-cell table:number-columns-repeated="2"><text:p>b</text:p></table:table-cell>'
            "</table:table-row><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell>"
            "</table:table-row></table:table>",
            ["row | a ¦ b ¦ b", "row | c ¦  ¦ "],
        ),
    ],
    ids=["changes and comments", "hidden section", "table of contents", "repeated cells"],
)
def test_parts_of_an_opendocument_text(body, lines, lines_of):
    """What Writer shows with all changes accepted is what is read."""
    assert lines_of(opendocument.read(_odt(body), Limits()).blocks) == lines


_BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
_XXE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("document_type", [_BOMB, _XXE], ids=["billion laughs", "external entity"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(document_type, encoding):
    """Office files define no entities; who does is refused before the parser sees one."""
    part = f"<?xml version='1.0' encoding='{encoding}'?>{document_type}<w:document {_W}>&b;</w:document>"
    with pytest.raises(HostileNotice):
        word.read(_archive(word__document_xml=part.encode(encoding)), Limits())
    with pytest.raises(HostileNotice):
        opendocument.read(_archive(content_xml=part.encode(encoding)), Limits())


def test_deep_nesting_is_refused():
    """Tables in tables in tables, beyond reason."""
    with pytest.raises(HostileNotice):
        word.read(_docx("<w:tbl><w:tr><w:tc>" * 400 + "</w:tc></w:tr></w:tbl>" * 400), Limits())


def test_a_part_that_expands_is_refused():
    """A megabyte that unpacks to gigabytes is never unpacked whole."""
    bomb = _docx(f"<w:p><w:r><w:t>{'0' * 20_000_000}</w:t></w:r></w:p>")
    assert len(bomb) < 100_000
    with pytest.raises(HostileNotice):
        word.read(bomb, Limits())


def test_a_part_that_is_too_large_is_refused():
    """Also one that is packed honestly."""
    with pytest.raises(HostileNotice):
        word.read(_docx("<w:p/>" * 1000), Limits(part_bytes=1000))


def test_an_archive_of_too_many_entries_is_refused():
    """Its directory alone could fill the memory."""
    with pytest.raises(HostileNotice):
        word.read(_archive(**{f"f{i}": "" for i in range(20)}), Limits(archive_entries=10))


def test_a_part_that_lies_about_its_size_is_damaged():
    """The directory says ten bytes, the part holds more: nothing of it is trusted."""
    data = bytearray(_docx("<w:p><w:r><w:t>texte</w:t></w:r></w:p>"))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises((DamagedNotice, HostileNotice)):
        word.read(bytes(data), Limits())


@pytest.mark.parametrize("file", ["arrete.docx", "arrete.odt"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_damaged(file, share, folder):
    """Cut off anywhere, it is refused as damaged."""
    data = (folder / file).read_bytes()
    reader = word.read if file.endswith("docx") else opendocument.read
    with pytest.raises(DamagedNotice):
        reader(data[: int(share * len(data))], Limits())


def test_an_encrypted_text_is_locked():
    """Writer says in its manifest that a password is needed."""
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    data = _archive(**{"META-INF__manifest_xml": manifest, "content_xml": b"\x00\x01"})
    with pytest.raises(LockedNotice):
        opendocument.read(data, Limits())


def test_broken_xml_is_damaged():
    """A part that is no XML is named."""
    with pytest.raises(DamagedNotice) as caught:
        word.read(_archive(word__document_xml="<w:document"), Limits())
    assert "word/document.xml" in caught.value.values["detail"].words("fr")
