"""PDF of one language, tagged, made for PDF/UA-1 (ISO 14289-1) by WeasyPrint; no validator has judged it.

WeasyPrint is the extra `[pdf]`, and needs the system's Pango. It does not mark the language of a French
sentence in an English text: the words "not translated" stand beside it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from notices.document import Lang
from notices.edition import Bundle
from notices.errors import ExtraMissing, MachineNotReady
from notices.phrases import Phrase
from notices.publishing.epub import book_of
from notices.publishing.templating import fill, verbatim

if TYPE_CHECKING:
    from types import ModuleType


def write_pdf(bundle: Bundle, lang: Lang, file: Path, *, large: bool = False) -> None:
    """Write the editions in this language, each from a new page; `large` prints 18 points instead of 11.5.

    Raises ExtraMissing without WeasyPrint, MachineNotReady without Pango.
    """
    weasyprint = _weasyprint()
    from weasyprint.urls import URLFetcher

    book = book_of(bundle, lang, {})
    chapters = [replace(c, view=replace(c.view, xml=False, pages=False)) for c in book.chapters]
    text = fill("pdf.html", book=book, chapters=chapters, large=large)
    nothing = URLFetcher(allowed_protocols=())  # whatever a text says, nothing is fetched
    style = weasyprint.CSS(string=verbatim("pdf.css"), url_fetcher=nothing)
    weasyprint.HTML(string=text, url_fetcher=nothing).write_pdf(
        file, stylesheets=[style], pdf_variant="pdf/ua-1", pdf_identifier=UUID(book.identifier).bytes
    )


def _weasyprint() -> ModuleType:
    try:
        import weasyprint
    except ImportError as error:
        raise ExtraMissing(extra="pdf") from error
    except OSError as error:  # its library is there, the system's is not
        raise MachineNotReady(parts=Phrase.of("pdf.pango")) from error
    module: ModuleType = weasyprint
    return module
