"""The report of `notices score`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from lxml import html

from notices.advice import Advice, advise
from notices.document import Block, Document, Sentence
from notices.publishing.report import Scored, report
from notices.readability import measure

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def _scored(document: Document, advice: Sequence[Advice] = (), plain: Document | None = None) -> Scored:
    return Scored(document, measure(document), advice, plain, measure(plain) if plain else None)


def test_the_whole_text_stands_there_with_its_advice_beside(samples: ModuleType) -> None:
    """Nothing is left out, hard passages are marked, and each rule says where it comes from."""
    page = html.document_fromstring(report([_scored(samples.ORIGINAL, samples.ADVICE, samples.PLAIN)]))
    shown = page.xpath("//div[@class='passage']/div//*[@class='s']/@id")
    assert shown == [f"n1-{s.id}" for s in samples.ORIGINAL.sentences()]
    marked = {mark.text_content() for mark in page.xpath("//mark")}
    assert marked == {"soupçonné", "en Bulgarie."}
    advice = page.xpath("//div[@class='passage'][.//mark='soupçonné']/ul")[0].text_content()
    assert "Terme juridique (À considérer)" in advice
    assert "Proposition" in advice
    assert "RLS 6.7" in page.xpath("//section[@aria-labelledby='rules']")[0].text_content()


def test_a_remark_on_a_whole_sentence_says_which_one() -> None:
    """Where a paragraph has several sentences; alone, the sentence needs no pointing out."""
    long = Sentence("s1", "Le maire de la commune " + "et son adjoint " * 10 + "ouvrent la salle.")
    short = Sentence("s2", "Elle ferme lundi.")
    shown = []
    for sentences in ((long, short), (long,)):
        document = Document("fr", "", (Block("paragraph", sentences),))
        page = html.document_fromstring(report([_scored(document, advise(document))]))
        shown.append(page.xpath("//ul[@class='advice']")[0].text_content())
    assert ["« Le maire de la … »" in words for words in shown] == [True, False]


def test_before_and_after_stand_together(samples: ModuleType) -> None:
    """With a plain version, its figures beside those of the source; without one, no empty column."""
    both = html.document_fromstring(report([_scored(samples.ORIGINAL, (), samples.PLAIN)]))
    alone = html.document_fromstring(report([_scored(samples.ORIGINAL)]))
    assert [len(page.xpath("//table[caption]/thead//th")) for page in (both, alone)] == [3, 2]


def test_several_notices_have_ids_of_their_own(samples: ModuleType) -> None:
    """One report for many files, with a list of them at its head."""
    page = html.document_fromstring(report([_scored(samples.ORIGINAL), _scored(samples.PLAIN)]))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert page.xpath("//nav//a/@href") == ["#notice-1", "#notice-2"]


def test_a_hostile_notice_stays_text(samples: ModuleType) -> None:
    """In its title, its passages and the advice."""
    hostile = samples.hostile_documents()["original"]
    page = html.document_fromstring(report([_scored(hostile, samples.ADVICE)]))
    assert page.xpath("//script | //img | //*[@onmouseover or @onfocus]") == []
    assert page.findtext(".//h1") == "Lisibilité\u00a0: <script>document.title = 'taken'</script>"


@pytest.mark.browser
@pytest.mark.parametrize("count", [1, 2])
def test_axe_finds_nothing(
    count: int, samples: ModuleType, chromium: Browser, tmp_path: Path, axe: str
) -> None:
    """For one notice and for several, of the same title even."""
    file = tmp_path / "report.html"
    file.write_text(
        report([_scored(samples.ORIGINAL, samples.ADVICE, samples.PLAIN)] * count), encoding="utf-8"
    )
    page = chromium.new_page(bypass_csp=True)
    page.goto(file.as_uri())
    page.evaluate(axe)
    assert page.evaluate("axe.run()")["violations"] == []
    page.close()
