"""What plain French keeps of annotated notices, and how it reads.

    python tests/bench/plain_report.py [FOLDER]

FOLDER holds notices and, for each, a JSON file of facts as in `tests/fixtures/facts/README.md`; without it,
the eighteen invented notices beside this file. Those of `second` were read while rules were written; those of
`held` are kept aside: their figures are reported, their texts not read by whoever writes rules.

A line for each notice: share of key facts and of all facts by weight that the plain version tells, forbidden
statements, Kandel-Moles of notice and plain version, words a sentence, share of sentences over
15 words, share of fallbacks.
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "notices"))

from told_facts import Annotated, missing, normal, said_wrongly

from notices import Settings
from notices.document import Document
from notices.pipeline import open_notice, write_texts
from notices.readability import body_sentences, measure

HEADERS = ("key", "weighted", "forbidden", "KM", "plain KM", "words", "over 15", "fallback")


def figures(facts: Path) -> tuple[float, ...]:
    """The figures of one notice, in the order of `HEADERS`."""
    data = json.loads(facts.read_text(encoding="utf-8"))
    notice = Annotated(
        facts.stem,
        facts.parent / data["source_text"],
        tuple(data["facts"]),
        tuple(data["forbidden"]),
        aside=True,
    )
    settings = Settings(editions=("plain",), force=True)
    _, original = open_notice(notice.notice, settings)
    plain = write_texts(original, settings)[0]["plain"].document
    told = [s.text for s in plain.sentences() if s.kind != "glossary"]
    lost = {normal(text) for text in missing(notice, told)}
    kept = [fact for fact in notice.facts if normal(fact["text"]) not in lost]
    key = [fact for fact in notice.facts if fact["importance"] == 3]
    weight = sum(fact["importance"] for fact in notice.facts)
    scores = measure(plain)
    return (
        sum(fact in kept for fact in key) / max(len(key), 1),
        sum(fact["importance"] for fact in kept) / max(weight, 1),
        len(said_wrongly(notice, told)),
        measure(original).kandel_moles or 0,
        scores.kandel_moles or 0,
        scores.words_per_sentence or 0,
        scores.share_over_15 or 0,
        _fallbacks(plain),
    )


def _fallbacks(plain: Document) -> float:
    body = body_sentences(plain)
    return sum("fallback" in sentence.flags for sentence in body) / max(len(body), 1)


def main() -> None:
    """Print a line for each notice, and the means."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "notices"
    rows = {facts.stem: figures(facts) for facts in sorted(folder.glob("*.json"))}
    print(f"{'':26}" + "".join(f"{header:>11}" for header in HEADERS))
    for name, row in rows.items():
        print(f"{name[:26]:26}" + "".join(f"{value:11.2f}" for value in row))
    means = [statistics.mean(column) for column in zip(*rows.values(), strict=True)]
    print(f"{'mean':26}" + "".join(f"{value:11.2f}" for value in means))


if __name__ == "__main__":
    main()
