"""What plain versions written and signed by hand keep of real notices, beside what the product writes.

    python tests/bench/signed_report.py [FOLDER]

FOLDER (else `signed` beside this file) holds notices and, for each, its facts as in
`tests/fixtures/facts/README.md` and `NAME.plain.txt`, the signed version, one sentence a line. Notices that
are kept aside while rules are written are told apart: their figures are reported, their texts not read by
whoever writes rules.

Three lines for each notice: the source, the signed version, the product's. Share of key facts and of all
facts by weight, forbidden statements, words, words as share of the source, words a sentence, share of
sentences over 15 words, Kandel-Moles.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "notices"))

from told_facts import Annotated, missing, normal, said_wrongly

from notices import Settings
from notices.document import Block, Document, Sentence
from notices.pipeline import open_notice, write_texts
from notices.readability import measure

HEADERS = ("key", "weighted", "forbidden", "words", "of source", "a sentence", "over 15", "KM")
TEXTS = ("source", "signed", "product")
Row = tuple[float, ...]


def figures(facts: Path) -> tuple[Annotated, dict[str, Row]]:
    """A notice, and the figures of each of `TEXTS` in the order of `HEADERS`."""
    data = json.loads(facts.read_text(encoding="utf-8"))
    notice = Annotated(
        facts.stem,
        facts.parent / data["source_text"],
        tuple(data["facts"]),
        tuple(data["forbidden"]),
        data["aside"],
    )
    settings = Settings(editions=("plain",), force=True)
    _, source = open_notice(notice.notice, settings)
    product = write_texts(source, settings)[0]["plain"].document
    signed = _document(facts.with_suffix(".plain.txt").read_text(encoding="utf-8").splitlines())
    whole = measure(source).counts.words
    texts = dict(zip(TEXTS, (source, signed, product), strict=True))
    return notice, {name: _row(notice, document, whole) for name, document in texts.items()}


def _row(notice: Annotated, document: Document, whole: int) -> Row:
    told = [s.text for s in document.sentences() if s.kind != "glossary"]
    lost = {normal(text) for text in missing(notice, told)}
    kept = [fact for fact in notice.facts if normal(fact["text"]) not in lost]
    key = [fact for fact in notice.facts if fact["importance"] == 3]
    scores = measure(document)
    return (
        sum(fact in kept for fact in key) / max(len(key), 1),
        sum(fact["importance"] for fact in kept) / max(sum(f["importance"] for f in notice.facts), 1),
        len(said_wrongly(notice, told)),
        scores.counts.words,
        scores.counts.words / max(whole, 1),
        scores.words_per_sentence or 0,
        scores.share_over_15 or 0,
        scores.kandel_moles or 0,
    )


def _document(lines: Sequence[str]) -> Document:
    """The lines of a signed version, each a sentence of its own."""
    sentences = (Sentence(id=f"p{number}", text=line) for number, line in enumerate(lines, 1))
    return Document(lang="fr", title="", blocks=tuple(Block("paragraph", (s,)) for s in sentences))


def _show(name: str, rows: dict[str, Row]) -> None:
    for text in TEXTS:
        told = "".join(f"{value:11.2f}" for value in rows[text])
        print(f"{name[:28] if text == TEXTS[0] else '':30}{text:8}{told}")


def main() -> None:
    """Print the lines of each notice and the means, those kept aside apart."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "signed"
    told = [figures(facts) for facts in sorted(folder.glob("*.json"))]
    for title, aside in (("known", False), ("kept aside", True)):
        group = [(notice.name, rows) for notice, rows in told if notice.aside is aside]
        if not group:
            continue
        print(f"{title:38}" + "".join(f"{header:>11}" for header in HEADERS))
        for name, rows in group:
            _show(name, rows)
        columns = {text: zip(*(rows[text] for _, rows in group), strict=True) for text in TEXTS}
        _show("mean", {text: tuple(map(statistics.mean, column)) for text, column in columns.items()})
        print()


if __name__ == "__main__":
    main()
