"""A language model rewords single hard sentences of the plain version; the gate decides what is taken.

Optional, and off unless asked for. What the model says is never trusted: an answer takes the place of a
sentence only where nothing that is checked was added, changed or lost. Else the sentence stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from notices.document import Block, Check, Document, Sentence, Written
from notices.gate import Doubt, compared
from notices.labels import ID_PREFIXES
from notices.realisation import cleaned
from notices.rewriting.answer import NoAnswer, sentences_in, unusable
from notices.rewriting.proof import doubts_about
from notices.telling.glossary import marked
from notices.telling.omissions import BODY, told_text
from notices.wording.grammar import words_in

__all__ = ["NO_ANSWER", "Rewriter", "reword", "silence"]

NO_ANSWER = "no-answer"
"""The rule of the one check that tells that the model fell silent."""

_LONG = 15
"""A sentence of more words is hard to read."""
_PATIENCE = 2
"""After so many questions in a row without an answer nothing more is asked."""
_TOLD = 4
"""So many doubts about one answer are kept for the report."""


class Rewriter(Protocol):
    """Anything that says a French sentence in other words."""

    def reword(self, sentence: str) -> str:
        """The answer as it came. Raises `NoAnswer` where none did."""
        ...


@dataclass(frozen=True, slots=True)
class _Reply:
    """What became of the question about one sentence."""

    sentences: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def reword(written: Written, source: Document, rewriter: Rewriter) -> Written:
    """The plain version with its hard sentences reworded as far as the gate has no doubt at all.

    Asked about is each sentence of more than 15 words or with the flag `fallback`. List items, table rows
    and sentences that announce a list are not: they mean what they mean together. A reworded sentence has
    the flag `reworded` and the origin of the one that it replaces; a refused answer is a check with the
    action `kept`; where the model falls silent, one check says so.
    """
    plain = written.document
    replies, silent = _asked(plain, source, rewriter)
    taken = {name: reply.sentences for name, reply in replies.items() if not reply.doubts}
    checks = [c for c in written.checks if not (c.action == "fallback" and c.sentence in taken)]
    checks += _refusals(plain, replies)
    told, names = _renumbered(tuple(_with_replies(block, taken) for block in plain.blocks))
    checks = [replace(c, sentence=names.get(c.sentence, c.sentence)) for c in checks]
    if silent:
        checks.append(Check("", NO_ANSWER, silent, "changed", "kept"))
    document = replace(plain, blocks=told)
    if taken:
        document = marked(document.map(lambda s: replace(s, emphasis=()) if s.kind in BODY else s))
    return Written(document, tuple(checks), compared(told_text(document)))


def silence(written: Written) -> str:
    """Why the model was not asked to the end; empty where it was."""
    return next((c.value for c in written.checks if c.rule == NO_ANSWER), "")


def _asked(plain: Document, source: Document, rewriter: Rewriter) -> tuple[dict[str, _Reply], str]:
    """The replies by the id of the sentence, and why there was none, once, where one is missing."""
    texts = {s.id: cleaned(s.text) for s in source.sentences()}
    replies: dict[str, _Reply] = {}
    silent, unanswered = "", 0
    for sentence in filter(_is_hard, plain.sentences()):
        try:
            answer = rewriter.reword(sentence.text)
        except NoAnswer as none:
            silent, unanswered = silent or none.detail, unanswered + 1
            if unanswered == _PATIENCE:
                break
            continue
        unanswered = 0
        sources = [texts[name] for name in sentence.origin if name in texts]
        replies[sentence.id] = _weighed(answer, sentence.text, sources, plain.title)
    return replies, silent


def _is_hard(sentence: Sentence) -> bool:
    if sentence.kind != "sentence" or not sentence.origin or sentence.text.endswith(":"):
        return False
    return "fallback" in sentence.flags or words_in(sentence.text) > _LONG


def _weighed(answer: str, sentence: str, sources: list[str], title: str) -> _Reply:
    said = sentences_in(answer)
    doubts = unusable(answer, said, sentence) or doubts_about(said, sentence, sources, title)
    return _Reply(said, doubts)


def _refusals(plain: Document, replies: dict[str, _Reply]) -> Iterator[Check]:
    """One check for each doubt about an answer that was not taken."""
    for sentence in plain.sentences():
        reply = replies.get(sentence.id)
        for doubt in reply.doubts[:_TOLD] if reply else ():
            yield Check(sentence.id, doubt.rule, doubt.value, doubt.side, "kept", sentence.origin)


def _with_replies(block: Block, taken: dict[str, tuple[str, ...]]) -> Block:
    sentences = [new for old in block.sentences for new in _in_place_of(old, taken.get(old.id, ()))]
    return replace(block, sentences=tuple(sentences))


def _in_place_of(old: Sentence, texts: tuple[str, ...]) -> Iterator[Sentence]:
    """The new sentences; the first has the name of the old one, until all are numbered."""
    if not texts:
        yield old
    for number, text in enumerate(texts):
        yield Sentence("" if number else old.id, text, old.kind, old.origin, ("reworded",))


def _renumbered(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """The blocks with their sentences numbered in order, and the new name of each old one."""
    names: dict[str, str] = {}
    numbered: list[Block] = []
    number = 0
    for block in blocks:
        sentences = []
        for sentence in block.sentences:
            number += 1
            name = f"{ID_PREFIXES['plain']}{number}"
            if sentence.id:
                names[sentence.id] = name
            sentences.append(replace(sentence, id=name))
        numbered.append(replace(block, sentences=tuple(sentences)))
    return tuple(numbered), names
