"""Bound units in plain words, each form proven before it is taken.

Three forms, tried in this order: short plain statements; the whole sentence in plainer words; the source
sentence itself, flagged `fallback`. The gate decides, and what it doubted is kept for the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from notices.document import Flag, Sentence
from notices.extraction import Unit
from notices.extraction.noise import unlinked
from notices.gate import Doubt, prove
from notices.realisation.lines import LONGEST, Line, Realised, headed
from notices.realisation.orders import basis_text, reason_text
from notices.realisation.tables import rows_told
from notices.sentences import split
from notices.wording import enumeration, plainer, statements, without_padding
from notices.wording.acronyms import shortened
from notices.wording.compacting import compact
from notices.wording.deletions import shorter
from notices.wording.grammar import cut, words_in
from notices.wording.joints import capital, stop, tidy, unstop

__all__ = ["LONGEST", "Line", "Realised", "cleaned", "fold_basis", "headed", "realise"]

_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
"""Emoji and other small pictures: a voice cannot read them."""
_SEVERAL = 2
"""One thing is no list."""
_LISTED = 14
"""A sentence of so many words is made a list where it can be."""


def realise(unit: Unit, title: str = "", *, whole: bool = False) -> Realised:
    """The unit in plain words; `title` may lend names to its sentences. `whole`: no sentence is cut."""
    lines: list[Line] = []
    if unit.head is not None:
        lines += _prose(unit.head, unit, title, announces=bool(unit.items), whole=whole)
    start = 1 + max((line.block for line in lines), default=-1)
    table = bool(unit.items) and all(item.kind == "row" for item in unit.items)
    lines += _table(unit.items, start) if table else ()
    for number, item in enumerate(() if table else unit.items):
        level = unit.levels[number] if unit.levels else 0
        lines += (replace(line, level=level) for line in _item(item, unit, title, start + number))
    return Realised(unit, tuple(replace(line, order=order) for order, line in enumerate(lines)))


def _table(items: tuple[Sentence, ...], start: int) -> list[Line]:
    cleaner = tuple(replace(item, text=cleaned(item.text)) for item in items)
    return [
        Line(plainer(row.text), "row", row.origin, level=row.level, block=block)
        for block, row in enumerate(rows_told(cleaner), start)
    ]


@lru_cache(maxsize=4096)
def cleaned(text: str) -> str:
    """The words of a source sentence, without Markdown links, bullets and doubled spaces."""
    text = (
        re.sub(r"\*{1,3}|(?<!\w)__|__(?!\w)", "", unlinked(text))
        .replace("’", "'")
        .replace("\u00a0", " ")
        .replace("\u202f", " ")
    )
    text = _PICTURES.sub("", text)
    text = _counted(_TWICE.sub(r"\1\2", _closed(text)))
    text = re.sub(r"^[\s•·▪►➢✓❖*–—-]+(?=\S)", "", text)
    return tidy(re.sub(r"\s+([;:!?»])", r" \1", text))


_TWICE = re.compile(r"^([^\W\d_][\w' -]{1,40}?)\s?:\s+(?:(?i:\1))(\s?:\s)")
"""A label that stands twice: "Urgences : URGENCES : 112"."""
_COUNTS = re.compile(r"\b(\d+ (?:voix|votes?)?\s?(?:pour|contre))(?=\s+\d+\s(?:voix|votes?|contre|abst))")


def _counted(text: str) -> str:
    """ "11 votes pour 2 abstentions" with its comma."""
    return _COUNTS.sub(r"\1,", text)


def _closed(text: str) -> str:
    """The text without a quotation mark that has no partner: the quotation goes over several sentences."""
    if text.count("«") + text.count("»") == 1:
        return tidy(re.sub(r"«\s*|\s*»", "", text))
    return text


def _prose(sentence: Sentence, unit: Unit, title: str, announces: bool, whole: bool) -> list[Line]:
    source = cleaned(sentence.text)
    if unit.opens:
        source = capital(re.sub(r"(?i)^article\s+\S+\s*[-–—:.]*\s*", "", source)) or source
        sentence = replace(sentence, text=source)
    if unit.part == "reason" and not announces:
        source = reason_text(source)
    source = _compacted(source, sentence, title)
    if announces:
        return _head(sentence, source, title)
    short = shortened(source) if words_in(source) > _LISTED else source
    doubts: tuple[Doubt, ...] = ()
    for form in [[(stop(capital(plainer(short))), "sentence")]] if whole else _forms(short, sentence, title):
        found = _doubts([line for line, _ in form], sentence, title)
        if not found:
            return [_line(text, kind, sentence, block) for block, (text, kind) in _numbered(form)]
        doubts = doubts or found
    second = stop(capital(plainer(source)))
    if not _doubts([second], sentence, title):
        return [_line(second, "sentence", sentence, 0)]
    return [_fallback(sentence, doubts, "sentence", 0)]


def _compacted(source: str, sentence: Sentence, context: str) -> str:
    """The words of a sentence in fewer words, as far as they are proven, before it is cut."""
    return compact(source, lambda text: not _blocks(text, cleaned(sentence.text), context))


_Form = list[tuple[str, str]]


def _forms(source: str, sentence: Sentence, title: str) -> Iterator[_Form]:
    """The statements of a sentence, each cut proven before it is taken: with its long lists as items, then
    without; at last the sentence uncut."""
    statements = _proven(source, sentence, title)
    yield [piece for statement in statements for piece in _listed(statement)]
    yield [(statement, "sentence") for statement in statements]
    yield [(stop(capital(plainer(source))), "sentence")]


def _proven(source: str, sentence: Sentence, title: str) -> list[str]:
    """The plain statements of a sentence; a cut that the gate doubts is left out."""

    def holds(pieces: tuple[str, ...]) -> bool:
        return not _doubts([_plain(piece, sentence, title) for piece in pieces], sentence, title)

    def again(piece: str) -> list[str]:
        """In plainer words it may show more joints."""
        plain = _plain(piece, sentence, title)
        if words_in(plain) <= _LISTED + 1 or unstop(plain) == unstop(piece):
            return [plain]
        return [_plain(part, sentence, title) for part in statements(plain, holds)]

    whole = [source[span[0] : span[1]] for span in split(source)] or [source]
    return [
        part for one in whole for piece in statements(without_padding(one), holds) for part in again(piece)
    ]


def _plain(statement: str, sentence: Sentence, title: str) -> str:
    """A statement in plainer words; in its own where only those are proven."""
    plain, own = _wordings(statement)
    source = cleaned(sentence.text)
    if plain == own or not _blocks(plain, source, title) or _blocks(own, source, title):
        return plain
    return own


@lru_cache(maxsize=4096)
def _wordings(statement: str) -> tuple[str, str]:
    """A statement in plainer words, and in its own."""
    bare = shorter(statement)
    return stop(capital(plainer(bare))), stop(capital(bare))


def _listed(statement: str) -> _Form:
    """A statement with its kind; where it is a long list, its head and its items."""
    head, items = (enumeration(statement) if words_in(statement) > _LISTED else None) or ("", ())
    if len(items) < _SEVERAL:
        return [(statement, "sentence")]
    return [(f"{unstop(head)} :", "sentence"), *((stop(item), "item") for item in items)]


def _numbered(written: list[tuple[str, str]]) -> list[tuple[int, tuple[str, str]]]:
    """Each piece with the number of its block: items have one each, sentences share one until a list ends."""
    numbered = []
    block, listing = 0, False
    for piece in written:
        if piece[1] == "item" or listing:
            block += 1
        listing = piece[1] == "item"
        numbered.append((block, piece))
    return numbered


def _head(sentence: Sentence, source: str, title: str) -> list[Line]:
    """What stands before a list: its earlier statements, then the words that announce it."""
    body = re.sub(r"\s*:\s*$", "", source)
    pieces = _announced([capital(plainer(part)) for part in statements(without_padding(body))])
    pieces[-1] = f"{unstop(pieces[-1])} :"
    if _doubts(pieces, sentence, title) or (len(pieces) > 1 and not re.search(r"\w{3}", pieces[-1])):
        pieces = [f"{unstop(capital(plainer(body)))} :"]
    if len(pieces) > 1:
        pieces = [f"{unstop(capital(plainer(body)))} :"] if words_in(body) <= LONGEST else pieces
    if _doubts(pieces, sentence, title):
        return [_fallback(sentence, tuple(_doubts(pieces, sentence, title)), "sentence", 0)]
    return [_line(piece, "sentence", sentence, 0) for piece in pieces]


_LABELLED = re.compile(r"[A-ZÉÀ][\w'-]*(?: [\w'-]+){0,2} : ")


def _announced(pieces: list[str]) -> list[str]:
    """The statements with the one that announces the list last: its circumstances come before it."""
    circumstances = [piece for piece in pieces if _LABELLED.match(piece)]
    return circumstances + [piece for piece in pieces if piece not in circumstances]


def _item(item: Sentence, unit: Unit, title: str, block: int) -> list[Line]:
    kind = "row" if item.kind == "row" else "item"
    source = cleaned(item.text)
    if kind == "row":
        return _table((item,), block)
    context = " ".join(s.text for s in unit.sentences) + " " + title
    source = _compacted(source, item, context)

    def holds(pieces: tuple[str, ...]) -> bool:
        return not _doubts([_itemised(plainer(piece)) for piece in pieces], item, context)

    forms: list[tuple[str, ...]] = [(source,)]
    if words_in(source) > _LISTED:
        forms.insert(0, tuple(p for part in cut(source, ";") if part for p in statements(part, holds)))
    doubts: tuple[Doubt, ...] = ()
    for form in forms:
        written = [_itemised(plainer(part)) for part in form]
        if source[:1].islower():
            written[0] = written[0][:1].lower() + written[0][1:]
        doubts = _doubts(written, item, context)
        if not doubts:
            return [_line(text, kind, item, block) for text in written]
    return [_fallback(item, doubts, kind, block)]


def _itemised(text: str) -> str:
    return stop(re.sub(r"(?:[\s;,]|\s(?:et|ou)\b)+$", "", text))


def _doubts(written: list[str], sentence: Sentence, context: str) -> tuple[Doubt, ...]:
    """What blocks these sentences: each must be proven, alone or with those that were cut from the
    same sentence."""
    source = cleaned(sentence.text)
    blocking = [d for text in written for d in _blocks(text, source, context)]
    if blocking and len(written) > 1:
        blocking = list(_blocks(" ".join(written), source, context))
    return tuple(blocking)


@lru_cache(maxsize=4096)
def _blocks(text: str, source: str, context: str) -> tuple[Doubt, ...]:
    return tuple(d for d in prove(text, [source], context=context) if d.severity == "block")


def _line(text: str, kind: str, sentence: Sentence, block: int) -> Line:
    flags: tuple[Flag, ...] = ("fallback",) if words_in(text) > LONGEST else ()
    return Line(
        text,
        "item" if kind == "item" else "row" if kind == "row" else "sentence",
        sentence.origin or (sentence.id,),
        flags,
        block=block,
    )


def _fallback(sentence: Sentence, doubts: tuple[Doubt, ...], kind: str, block: int) -> Line:
    text = cleaned(sentence.text)
    text = text if kind != "sentence" or text.endswith(":") else stop(capital(text))
    return Line(
        text,
        "item" if kind == "item" else "sentence",
        sentence.origin or (sentence.id,),
        ("fallback",),
        doubts,
        block=block,
    )


def fold_basis(units: tuple[Unit, ...]) -> Realised | None:
    """All visas in one line of legal basis; None where they name no text of law."""
    text, origin = basis_text(tuple(s for u in units for s in u.sentences))
    return Realised(units[0], (Line(text, "sentence", origin),)) if text else None
