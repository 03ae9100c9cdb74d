"""Translates French documents into English, sentence by sentence, and shows nothing that it cannot prove.

what is fixed      our own words, formulae of notices, figures and dates: by rule
the rest           forms of the text -> hypotheses of the model -> faults and gate -> the best one,
                   else the French sentence, shown as untranslated
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import Literal

from notices.document import Block, Check, Document, Flag, Sentence, Written
from notices.gate import compared
from notices.glossary import NO_GLOSSARY, Glossary
from notices.memory import Memory, Remembering, open_memory
from notices.translation.confidence import LOW, confidence
from notices.translation.phrasebook import lexicon_entries, signed
from notices.translation.rows import english_row, row_texts
from notices.translation.texts import Outcome, Role, Text, english_of
from notices.translator import Hypothesis, Translator

__all__ = ["Hypothesis", "Progress", "Translator", "translate"]

Progress = Callable[[int, int], None]
"""Told how many texts are done, and how many there are."""

_ROLES: dict[str, Role] = {"label": "own", "glossary": "difficult-word"}


def translate(
    documents: Sequence[tuple[Document, str]],
    translator: Translator,
    *,
    glossary: Glossary = NO_GLOSSARY,
    memory: Memory | None = None,
    progress: Progress | None = None,
) -> tuple[Written, ...]:
    """The documents in English, each with its id prefix ("t", "e"): `s7` becomes `t7`, with origin `("s7",)`.

    All different texts of all documents go to the model together, each once. `glossary` is a body's own; the
    lexicon's terms count too, where it does not name them. `memory` is by default the user's. Raises
    `TranslationFailed`.
    """
    terms = _terms(glossary)
    with ExitStack() as stack:
        remembering = Remembering(translator, memory or stack.enter_context(open_memory()))
        wanted = dict.fromkeys(text for document, _ in documents for text in _texts(document))
        outcomes = english_of(tuple(wanted), remembering, terms, progress)
    return tuple(_english(document, prefix, outcomes, translator, terms) for document, prefix in documents)


def _terms(own: Glossary) -> Glossary:
    named = {entry.fr.lower() for entry in own.entries}
    return Glossary(
        own.entries + tuple(entry for entry in lexicon_entries() if entry.fr.lower() not in named)
    )


def _texts(document: Document) -> Iterator[Text]:
    yield Text(document.title)
    for block in document.blocks:
        if block.kind == "row":
            yield from row_texts(block)
        else:
            yield from (_text(block, sentence) for sentence in block.sentences)


def _text(block: Block, sentence: Sentence) -> Text:
    signed: Role = "signature" if block.kind == "signature" else "text"
    return Text(sentence.text, _ROLES.get(sentence.kind, signed))


def _english(
    document: Document, prefix: str, outcomes: dict[Text, Outcome], translator: Translator, terms: Glossary
) -> Written:
    checks: list[Check] = []
    counts: Counter[str] = Counter()
    names = _ids(document, prefix)

    def of(block: Block, sentence: Sentence) -> Sentence:
        outcome = (
            english_row(block, sentence, outcomes)
            if block.kind == "row"
            else outcomes[_text(block, sentence)]
        )
        english = _sentence(names[sentence.id], sentence, outcome, translator)
        checks.extend(_checks(english, outcome))
        counts.update(compared(sentence.text, "fr"))
        return english

    blocks = []
    for block in document.blocks:
        sentences = tuple(of(block, sentence) for sentence in block.sentences)
        blocks.append(replace(block, sentences=sentences, cells=_cells(block, sentences, outcomes)))
    title = outcomes[Text(document.title)].text or document.title
    issuer = signed(document.issuer, terms) or document.issuer
    english = replace(document, lang="en", title=title, blocks=tuple(blocks), issuer=issuer)
    return Written(english, tuple(checks), dict(sorted(counts.items())))


def _ids(document: Document, prefix: str) -> dict[str, str]:
    """`s7` -> `t7`; ids that would become one keep their letters: `a1`, `b1` -> `ta1`, `tb1`."""
    ids = [sentence.id for sentence in document.sentences()]
    short = {name: prefix + name.lstrip("abcdefghijklmnopqrstuvwxyz") for name in ids}
    taken = Counter(short.values())
    return {name: short[name] if taken[short[name]] == 1 else prefix + name for name in ids}


def _sentence(name: str, source: Sentence, outcome: Outcome, translator: Translator) -> Sentence:
    whole = source.emphasis == ((0, len(source.text)),)
    sure = None if outcome.score is None else confidence(outcome.score, translator.calibration)
    text = outcome.text or source.text
    english = replace(
        source,
        id=name,
        text=text,
        origin=(source.id,),
        emphasis=((0, len(text)),) if whole else (),
        confidence=sure if outcome.text else None,
    )
    return english.flagged(*_flags(outcome, sure))


def _flags(outcome: Outcome, sure: float | None) -> Iterator[Flag]:
    if not outcome.text:
        yield from ("untranslated", "fallback")
        return
    if outcome.doubts or outcome.lost_terms:
        yield "doubtful"
    if sure is not None and sure < LOW:
        yield "low-confidence"


def _checks(english: Sentence, outcome: Outcome) -> Iterator[Check]:
    """What was not in order; of a text that fell back, what blocked its best hypothesis."""
    for doubt in outcome.doubts:
        if outcome.text or doubt.severity == "block":
            action: Literal["flagged", "fallback"] = "flagged" if outcome.text else "fallback"
            yield Check(english.id, doubt.rule, doubt.value, doubt.side, action, english.origin)
    for term in outcome.lost_terms if outcome.text else ():
        yield Check(english.id, "term", term, "lost", "flagged", english.origin)


def _cells(block: Block, sentences: tuple[Sentence, ...], outcomes: dict[Text, Outcome]) -> tuple[str, ...]:
    """English cells beside an English row, French ones beside a row that fell back."""
    if any("untranslated" in sentence.flags for sentence in sentences):
        return block.cells
    return tuple(outcomes[Text(cell)].text or cell if cell else cell for cell in block.cells)
