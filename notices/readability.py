"""How hard a text is to read, in figures that anyone can recompute.

Measured is the body: sentences and list items. Headings, labels, glossary, datelines, signatures and table
rows are left out; where nothing else is left, rows count. Sentences are ours (`sentences.split`), words are
what stands between spaces (a number with its thousands is one word), syllables are pyphen's. Figures, web
addresses and e-mail count as words of the sentence, but not in the mean of syllables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from notices.document import Block, Document, Lang, Sentence
from notices.style.acronyms import unexplained
from notices.style.nominal import count_nominals
from notices.style.passive import passives
from notices.style.vocabulary import content_words, is_core
from notices.style.words import (
    LONG_SENTENCE,
    VERY_LONG_SENTENCE,
    bare,
    is_spoken_word,
    syllables,
    words,
)

METRICS: dict[Lang, tuple[str, ...]] = {
    "fr": (
        "kandel_moles",
        "words_per_sentence",
        "longest_sentence",
        "share_over_15",
        "share_over_25",
        "share_outside_core",
        "passives",
        "nominals_per_100_words",
        "undefined_acronyms",
        "lix",
        "textstat_raw",
    ),
    "en": ("flesch", "words_per_sentence", "longest_sentence", "share_over_15", "share_over_25", "lix"),
}
"""The metrics of each language, in the order in which they are told; their words are `score.<metric>`."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The raw counts behind the scores."""

    sentences: int
    words: int
    spoken_words: int
    """Words of letters: no figures, web addresses or e-mail."""
    syllables: int
    """Of the spoken words."""
    long_words: int
    """Of more than six letters, for LIX."""
    over_15: int
    over_25: int
    longest: int
    content_words: int
    outside_core: int
    passives: int
    nominals: int
    undefined_acronyms: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The readability of one text. A metric that does not exist in its language, or of no words, is None."""

    lang: Lang
    counts: Counts
    kandel_moles: float | None
    """French reading ease, the higher the easier: 207 - 1.015 * words/sentences - 73.6 * syllables/words."""
    flesch: float | None
    """English reading ease: 206.835 - 1.015 * words a sentence - 84.6 * syllables a word."""
    words_per_sentence: float | None
    longest_sentence: int
    share_over_15: float | None
    share_over_25: float | None
    share_outside_core: float | None
    """Share of content words whose lemma schoolbooks do not use."""
    passives: int | None
    nominals_per_100_words: float | None
    undefined_acronyms: int | None
    lix: float | None
    """Words a sentence + 100 * long words / words (Björnsson 1968)."""
    textstat_raw: float | None
    """What textstat says of the text as it comes, split by itself, figures in: for comparison alone."""
    acronyms: tuple[str, ...] = ()
    """The acronyms that are nowhere explained."""

    def to_json(self) -> dict[str, Any]:
        """Plain data: the metrics, and under `counts` what they are computed from."""
        return asdict(self)

    def metrics(self) -> tuple[tuple[str, float], ...]:
        """The metrics that have a value, in the order in which they are told."""
        values = ((name, getattr(self, name)) for name in METRICS[self.lang])
        return tuple((name, value) for name, value in values if value is not None)


def measure(document: Document) -> Scores:
    """The scores of a document's body, in its language."""
    body = body_sentences(document)
    counts, acronyms = _counted([sentence.text for sentence in body], document)
    french = document.lang == "fr"
    return Scores(
        lang=document.lang,
        counts=counts,
        kandel_moles=kandel_moles(counts) if french else None,
        flesch=None if french else flesch(counts),
        words_per_sentence=_ratio(counts.words, counts.sentences),
        longest_sentence=counts.longest,
        share_over_15=_ratio(counts.over_15, counts.sentences, 3),
        share_over_25=_ratio(counts.over_25, counts.sentences, 3),
        share_outside_core=_ratio(counts.outside_core, counts.content_words, 3) if french else None,
        passives=counts.passives if french else None,
        nominals_per_100_words=_ratio(100 * counts.nominals, counts.words) if french else None,
        undefined_acronyms=counts.undefined_acronyms if french else None,
        lix=lix(counts),
        textstat_raw=_textstat(body) if french else None,
        acronyms=acronyms if french else (),
    )


def body_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences that count: the body's sentences and items; its rows where it has nothing else."""
    prose = _of_blocks(document.blocks, ("paragraph", "item", "quote"))
    return prose or _of_blocks(document.blocks, ("row",))


def _of_blocks(blocks: Iterable[Block], kinds: tuple[str, ...]) -> tuple[Sentence, ...]:
    sentences = (sentence for block in blocks if block.kind in kinds for sentence in block.sentences)
    return tuple(s for s in sentences if s.kind not in ("heading", "label", "glossary") and words(s.text))


def _counted(texts: list[str], document: Document) -> tuple[Counts, tuple[str, ...]]:
    french = document.lang == "fr"
    lengths = [len(words(text)) for text in texts]
    spoken = [word for text in texts for word in words(text) if is_spoken_word(word)]
    content = [word for text in texts for word in content_words(text)] if french else []
    acronyms = unexplained([s.text for s in document.sentences()]) if french else frozenset()
    counts = Counts(
        sentences=len(texts),
        words=sum(lengths),
        spoken_words=len(spoken),
        syllables=sum(syllables(word, document.lang) for word in spoken),
        long_words=sum(len(bare(word)) > 6 for word in spoken),
        over_15=sum(length > LONG_SENTENCE for length in lengths),
        over_25=sum(length > VERY_LONG_SENTENCE for length in lengths),
        longest=max(lengths, default=0),
        content_words=len(content),
        outside_core=sum(not is_core(word) for word in content),
        passives=sum(len(passives(text)) for text in texts) if french else 0,
        nominals=sum(count_nominals(text) for text in texts) if french else 0,
        undefined_acronyms=len(acronyms),
    )
    return counts, tuple(sorted(acronyms))


def kandel_moles(counts: Counts) -> float | None:
    """Flesch's reading ease for French: 207 - 1.015 * words/sentences - 73.6 * syllables/words.

    Source: L. Kandel, A. Moles, "Application de l'indice de Flesch à la langue française", Cahiers d'études
    de radio-télévision 19 (1958), 253-274. Above 60 is easy for most adults, below 30 is for specialists.
    """
    return _reading_ease(counts, 207.0, 73.6)


def flesch(counts: Counts) -> float | None:
    """English reading ease: 206.835 - 1.015 * words/sentences - 84.6 * syllables/words.

    Source: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), 221-233.
    """
    return _reading_ease(counts, 206.835, 84.6)


def _reading_ease(counts: Counts, base: float, per_syllable: float) -> float | None:
    if not counts.sentences or not counts.spoken_words:
        return None
    length = counts.words / counts.sentences
    weight = counts.syllables / counts.spoken_words
    return round(base - 1.015 * length - per_syllable * weight, 1)


def lix(counts: Counts) -> float | None:
    """LIX: words/sentences + 100 * words of more than six letters/words.

    Source: C.-H. Björnsson, "Läsbarhet", Stockholm 1968. Below 40 is easy, above 60 very hard.
    """
    if not counts.sentences or not counts.words:
        return None
    return round(counts.words / counts.sentences + 100 * counts.long_words / counts.words, 1)


def _ratio(part: float, whole: float, digits: int = 1) -> float | None:
    return round(part / whole, digits) if whole else None


def _textstat(body: Iterable[Sentence]) -> float | None:
    """textstat's French reading ease of the text as it comes; its English counter is never called."""
    text = " ".join(sentence.text for sentence in body)
    if not re.search(r"\w", text):
        return None
    from textstat.backend.metrics import flesch_reading_ease

    return round(float(flesch_reading_ease(text, "fr")), 1)
