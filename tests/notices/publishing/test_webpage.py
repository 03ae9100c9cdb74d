"""The page as a file."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from lxml import html

from notices import Settings, make
from notices.document import Block, Check, Document, Sentence
from notices.edition import Bundle
from notices.phrases import keys
from notices.publishing import publish


def _text(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def _page(folder: Path) -> html.HtmlElement:
    return html.document_fromstring(_text(folder))


def test_the_policy_allows_the_pages_own_style_and_script_only(published: tuple[Bundle, Path]) -> None:
    """The sums in the policy are those of what stands in the page; all else is refused."""
    text = _text(published[1])
    policy = _page(published[1]).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for name in ("style", "script"):
        (inside,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_names_nothing_outside_its_folder(published: tuple[Bundle, Path]) -> None:
    """Every link and source is a file of the bundle or a place in the page."""
    folder = published[1]
    page = _page(folder)
    for target in page.xpath("//@href | //@src"):
        inside = page.get_element_by_id(target[1:], None) is not None if target[0] == "#" else False
        assert inside or (folder / target).is_file(), target


@pytest.mark.parametrize("which", ["published", "hostile"])
def test_ids_are_unique_and_sentences_bear_their_own(which: str, request: pytest.FixtureRequest) -> None:
    """The id of a sentence is the id of its element; no two elements share one."""
    bundle, folder = request.getfixturevalue(which)
    page = _page(folder)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for edition in bundle.editions:
        inside = page.xpath(f"//section[@id='{edition.id}']//*[contains(@class, 's')][@data-b]/@id")
        assert inside == [s.id for s in edition.document.sentences()]


def test_languages_are_marked(published: tuple[Bundle, Path]) -> None:
    """Of the page, of each edition, of its tab, and of what was not translated."""
    page = _page(published[1])
    assert page.get("lang") == "fr"
    sections = page.xpath("//section[@class='edition']")
    assert [(s.get("id"), s.get("lang")) for s in sections] == [
        ("original", "fr"),
        ("plain", "fr"),
        ("translation", "en"),
        ("plain-en", "en"),
    ]
    assert page.xpath("//*[@id='versions']//a/@hreflang") == ["fr", "fr", "en", "en"]
    assert page.get_element_by_id("t12").get("lang") == "fr"


def test_one_first_heading_and_no_level_skipped(published: tuple[Bundle, Path]) -> None:
    """The title is the one h1; below it, levels go down one at a time."""
    levels = [int(h.tag[1]) for h in _page(published[1]).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_nothing_is_announced_by_itself(published: tuple[Bundle, Path]) -> None:
    """No live region: the highlight must not talk over a screen reader."""
    page = _page(published[1])
    assert page.xpath("//*[@aria-live or @role='status' or @role='alert' or @role='log']") == []
    assert "aria-live" not in _text(published[1])


def test_hostile_texts_make_no_element_and_no_attribute(
    hostile: tuple[Bundle, Path], published: tuple[Bundle, Path], samples: ModuleType
) -> None:
    """The page of a hostile notice has the elements and attributes of any other, and its texts as text."""
    page, tame = _page(hostile[1]), _page(published[1])
    assert {e.tag for e in page.iter()} <= {e.tag for e in tame.iter()}
    assert {a for e in page.iter() for a in e.attrib} <= {a for e in tame.iter() for a in e.attrib}
    assert len(page.xpath("//script")) == 1
    assert not [t for t in page.xpath("//@href") if ":" in t]
    assert page.get_element_by_id("s2").text_content() == samples.HOSTILE[3]


def test_flags_are_told_in_words(published: tuple[Bundle, Path]) -> None:
    """Beside their sentence, in the edition's language."""
    page = _page(published[1])
    told = {tag.getprevious().get("id"): tag.text for tag in page.xpath("//*[@class='tag']")}
    assert told["p6"] == "phrase peu simplifiée"
    assert told["t12"] == "not translated"
    assert told["t4"] == "to be checked"


def test_hard_words_are_linked_once_to_their_explanation(published: tuple[Bundle, Path]) -> None:
    """In the plain version to its glossary, in the original to a list after the text."""
    page = _page(published[1])
    assert page.xpath("//section[@id='plain']//a[@class='term']/@href") == ["#p8"]
    assert page.xpath("//section[@id='plain-en']//a[@class='term']/@href") == ["#e8"]
    targets = page.xpath("//section[@id='original']//a[@class='term']/@href")
    assert len(targets) == len(set(targets)) > 3
    assert all(page.get_element_by_id(t[1:]).getparent().getparent().get("class") == "words" for t in targets)


def test_the_readability_picture_has_its_figures_in_text(published: tuple[Bundle, Path]) -> None:
    """Each measure that is drawn is a row of the table; the advice stands beside its passage."""
    page = _page(published[1])
    drawn = page.xpath("//*[local-name()='text'][@class='name']/text()")
    rows = page.xpath("//section[@id='readability']//tbody//th/text()")
    assert len(drawn) == 3
    assert set(drawn) <= set(rows)
    advice = page.xpath("//div[@class='passage'][.//mark='soupçonné']/ul")[0].text_content()
    assert "Terme juridique" in advice


def test_checks_are_told_in_words(published: tuple[Bundle, Path]) -> None:
    """What was compared, what fell back and what is missing, each with its sentence."""
    text = " ".join(_page(published[1]).get_element_by_id("checks").text_content().split())
    assert "Éléments comparés (avec l’édition « Texte d'origine ») : 6" in text
    assert "Marque de doute : « soupçonné » manque dans la phrase écrite." in text
    assert "Aucune personne ne les a encore relus." in text


def test_a_flag_without_a_check_is_told_all_the_same(tmp_path: Path, samples: ModuleType) -> None:
    """The report never says that all is well beside a sentence that fell back."""
    bundle = samples.make_bundle(tmp_path, audio=False)
    publish(replace(bundle, editions=tuple(replace(e, checks=()) for e in bundle.editions)), tmp_path)
    text = " ".join(_page(tmp_path).get_element_by_id("checks").text_content().split())
    assert "Phrases d’origine gardées, faute de preuve : 1 sur 4" in text
    assert "Aucune phrase plus simple n’a pu être prouvée." in text


def _with_left_out(samples: ModuleType, folder: Path, checks: tuple[Check, ...]) -> html.HtmlElement:
    bundle = samples.make_bundle(folder, audio=False)
    editions = tuple(replace(e, checks=checks) if e.id == "plain" else e for e in bundle.editions)
    publish(replace(bundle, editions=editions), folder)
    return _page(folder).get_element_by_id("checks")


def test_what_the_plain_version_leaves_out_is_listed(tmp_path: Path, samples: ModuleType) -> None:
    """Counted, folded away, each sentence linked to where the original has it; without it, as plain text."""
    told = samples.ORIGINAL.sentence("s6").text
    checks = (
        Check("", "left-out", told, "lost", "flagged", ("s6",)),
        Check("", "left-out", "<b onclick=x>gras</b>", "lost", "flagged", ("elsewhere",)),
    )
    section = _with_left_out(samples, tmp_path, checks)
    [folded] = section.xpath(".//details[contains(summary, 'Laissé de côté')]")
    assert folded.findtext("summary") == "Laissé de côté : 2 phrases de l’avis"
    assert folded.xpath(".//li/a[@href='#s6']/q/text()") == [told]
    assert folded.xpath(".//li/q/text()") == ["<b onclick=x>gras</b>"]
    assert folded.xpath(".//b") == []
    assert "Ce qui manque" not in section.text_content()


@pytest.mark.parametrize(("count", "more"), [(1, ""), (200, ""), (900, "Et 700 autres")])
def test_a_long_notice_lists_no_more_than_a_person_reads(
    count: int, more: str, tmp_path: Path, samples: ModuleType
) -> None:
    """200 sentences, and how many others there are; one is told in the singular."""
    checks = tuple(Check("", "left-out", f"Phrase {n}.", "lost", "flagged", (f"x{n}",)) for n in range(count))
    [folded] = _with_left_out(samples, tmp_path, checks).xpath(".//details[contains(summary, 'Laissé')]")
    assert len(folded.xpath(".//li")) == min(count, 200)
    assert more in folded.text_content()
    assert ("autres" in folded.text_content()) == bool(more)
    assert folded.findtext("summary").endswith("phrase de l’avis" if count == 1 else "phrases de l’avis")


def test_every_rule_and_every_kind_of_fact_has_words() -> None:
    """A clerk never reads a bare name of a rule of the gate."""
    kinds = (
        "number ordinal fraction amount percent measure duration date time phone email url reference name "
        "acronym quotation hedge attribution negation restriction exception condition quantifier duty "
        "permission prohibition penalty"
    ).split()
    names = (
        "loop copy empty made-up length omission order fallback untranslated unproven doubtful low-confidence"
        " left-out"
    )
    faults = {f"page.fault.{fault}" for fault in names.split()}
    facts = {f"page.{area}.{kind}" for area in ("fact", "rule") for kind in kinds}
    assert (facts | faults | {"page.rule.term"}) <= keys()


def test_a_weak_package_is_told_on_the_page(tmp_path: Path, samples: ModuleType) -> None:
    """Gist only: for the reader of the report too."""
    bundle = samples.make_bundle(tmp_path, audio=False)
    assert bundle.package
    publish(replace(bundle, package=replace(bundle.package, gist_only=True)), tmp_path)
    assert "ne pas publier" in _page(tmp_path).get_element_by_id("checks").text_content()


def test_a_page_of_the_seeds_size_is_light(published: tuple[Bundle, Path]) -> None:
    """Under 300 kB, without its sound."""
    assert (published[1] / "index.html").stat().st_size < 300_000


def test_the_page_grows_with_its_text_and_no_faster(tmp_path: Path, samples: ModuleType) -> None:
    """Twice the sentences make at most twice the page."""
    sizes = []
    for count in (400, 800):
        folder = tmp_path / str(count)
        folder.mkdir()
        sentences = (
            Sentence(f"s{n}", f"Article {n} : le maire est chargé de l'exécution.") for n in range(count)
        )
        blocks = tuple(Block("paragraph", (sentence,)) for sentence in sentences)
        document = Document("fr", "Arrêté", blocks)
        publish(samples.make_bundle(folder, {"original": document}, audio=False), folder)
        sizes.append((folder / "index.html").stat().st_size)
    assert sizes[1] < 2 * sizes[0]


def test_a_head_without_a_name_is_a_plain_cell(tmp_path: Path) -> None:
    """A header cell that says nothing is none: a screen reader would announce it before every cell below."""
    notice = tmp_path / "horaires.md"
    notice.write_text(
        "# Horaires de la mairie\n\nLa mairie de Belle-Rive est ouverte au public tous les matins.\n\n"
        "|  | Lundi | Mardi |\n|---|---|---|\n| Matin | de 9 h à 12 h | fermé |\n| Soir | fermé | fermé |\n",
        encoding="utf-8",
    )
    (outcome,) = make([notice], tmp_path / "out", Settings(editions=("original",), audio=False))
    page = (outcome.job.target / "index.html").read_text(encoding="utf-8")
    assert "<th" in page
    assert not re.search(r"<th[^>]*>\s*</th>", page)
