"""Series that stand in one paragraph, or that no markup tells: dashes, "1° ... 2° ...", numbered headings.

A mark alone proves nothing ("9h - 12h", "art. 3. Le maire"): it parts a text only where the marks of one
style follow each other in order, and only behind the end of a sentence, a colon or a semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from notices.raw import RawBlock
from notices.sentences import split
from notices.structure.bodies import says_something
from notices.structure.pieces import OPEN_END, cut

_DASH = re.compile(r"(?P<before>:)?\s(?P<sign>[-–—•▪●])\s+(?=\w|[«“(])")
_HOURS = re.compile(r"\d\s?[hH]?\d{0,2}$")
_COUNTED = re.compile(r"(?P<before>[:;,.])\s+(?P<number>\d{1,2}|[a-h])(?P<sign>°|\)|\.)\s+(?=\w|[«“(])")
_RUN_IN = re.compile(r"[.!?»:;)€%]\s+(?P<number>\d{1,2})(?P<sign>[.)/]|\s?[-–])\s+(?=[A-ZÀ-Ý])")
_NUMBERED = re.compile(
    r"(?P<mark>(?P<number>\d{1,2}|[A-Z](?=\s?/))\s?(?P<sign>[.)/]|[-–]))(?:\s+|(?<=/)|(?=[A-ZÀ-Ý]))(?=\S)"
)
_OPENS_A_SENTENCE = re.compile(
    r"\s(?=(?:L['’]|(?:Les?|La|Une?|Des|Du|Ces?|Cette|Cet|Tou(?:te|s|tes|t)|Chaque|Ils?|Elles?|Nous|Vous|Pour"
    r"|Par|En|Dans|Si|À|Aux?|Aucune?|Lors|Après|Avant|Afin|Nos|Vos|Notre|Votre|Seule?s?)\s)[^.]*[.!?…:;])"
)
_STATES = re.compile(
    r"\b(?:est|sont|sera|seront|a|ont|peut|peuvent|doit|doivent|vous|nous|il|elle|qui)\b", re.IGNORECASE
)
_TITLE_WORDS = 24
_GLUED_TITLE_WORDS = 7


def listed(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """The blocks, each list that stood in the line of its paragraph as items."""
    return tuple(piece for block in blocks for piece in _listed(block))


def _listed(block: RawBlock) -> Iterator[RawBlock]:
    marks = _list_marks(block) if block.kind in ("paragraph", "item") else []
    if not marks:
        yield block
        return
    level = 0 if block.kind == "paragraph" or marks[0].goes_on else block.level + 1
    level = block.level if block.kind == "item" and marks[0].goes_on else level
    yield cut(block, 0, marks[0].start)
    ends = [mark.start for mark in marks[1:]]
    tail = _tail(block.text, marks)
    for mark, end in zip(marks, [*ends, tail], strict=True):
        piece = cut(block, mark.end, end)
        yield replace(piece, kind="item", level=level, marker=mark.marker)
    if tail < len(block.text):
        yield cut(replace(block, kind="paragraph", level=0, marker=""), tail, len(block.text))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in the line: where it begins, where its text begins, and how it is printed."""

    start: int
    end: int
    marker: str = ""
    goes_on: bool = False
    """True where it goes on the list that its own block begins: "1° ... ; 2° ..."."""


def _list_marks(block: RawBlock) -> list[_Mark]:
    return _dashes(block.text) or _counted(block)


def _dashes(text: str) -> list[_Mark]:
    """Two dashes or more of one sign, the first behind a colon; bullets need no colon."""
    found = [match for match in _DASH.finditer(text) if not _HOURS.search(text, 0, match.start())]
    first = next((i for i, match in enumerate(found) if match["before"]), None)
    if first is None:
        return []
    sign = found[first]["sign"]
    marks = [match for match in found[first:] if match["sign"] == sign]
    if len(marks) < 2 or len({text[m.end()].isupper() for m in marks}) > 1:
        return []
    return [_Mark(match.start("sign"), match.end()) for match in marks]


def _counted(block: RawBlock) -> list[_Mark]:
    """ "1° ... ; 2° ...", "a) ... ; b) ...": from the first on, in order, in one style."""
    expected, sign = _next_of(block.marker) if block.kind == "item" else ("", "")
    goes_on = bool(expected)
    marks: list[_Mark] = []
    for match in _COUNTED.finditer(block.text):
        if not expected and match["before"] == ":" and match["number"] in ("1", "a"):
            expected, sign = match["number"], match["sign"]
        if match["number"] == expected and match["sign"] == sign:
            marks.append(_Mark(match.start("number"), match.end(), f"{expected}{sign}", goes_on))
            expected = _after(expected)
    return marks if len(marks) > (0 if goes_on else 1) else []


def _next_of(marker: str) -> tuple[str, str]:
    match = re.fullmatch(r"(\d{1,2}|[a-h])(°|\))", marker)
    return (_after(match[1]), match[2]) if match else ("", "")


def _after(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)


def _tail(text: str, marks: Sequence[_Mark]) -> int:
    """Where the last item ends: at its first sentence, unless the other items hold several too."""
    if any(len(split(text[a.end : b.start])) > 1 for a, b in pairwise(marks)):
        return len(text)
    start = marks[-1].end
    sentences = split(text[start:])
    return start + sentences[0][1] if sentences else len(text)


def numbered(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """The blocks, numbered headings as headings, also those that stood in the line of a paragraph."""
    parted = _parted(blocks)
    for chain in _chains(parted):
        parted = _headed(parted, chain)
    return tuple(parted)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number at the head of a block or in its line."""

    block: int
    at: int
    number: str
    sign: str

    @property
    def place(self) -> int:
        return int(self.number) if self.number.isdigit() else ord(self.number) - ord("A") + 1


def _opening(block: RawBlock, index: int) -> _Number | None:
    """The number that a block begins with, in its marker or in its text."""
    if block.kind not in ("item", "paragraph", "heading"):
        return None
    match = _NUMBERED.match(f"{block.marker} x" if block.marker else block.text)
    return _Number(index, 0, match["number"], match["sign"]) if match else None


def _parted(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks cut before each number in the line that goes on or begins a series proven by its order."""
    numbers: list[_Number] = []
    for i, block in enumerate(blocks):
        numbers += filter(None, [_opening(block, i)])
        if block.kind in ("paragraph", "item"):
            numbers += [
                _Number(i, match.start("number"), match["number"], match["sign"].strip())
                for match in _RUN_IN.finditer(block.text)
            ]
    proven = _proven(numbers)
    in_line = {number.block for number in proven if number.at}
    parted: list[RawBlock] = []
    for i, block in enumerate(blocks):
        cuts = [0, *(n.at for n in proven if n.block == i and n.at), len(block.text)]
        begins = i in in_line and any(n.block == i and not n.at for n in proven)
        for k, (start, end) in enumerate(pairwise(cuts)):
            piece = cut(block, start, end)
            parted += _opened(piece) if k or begins else [piece]
    return parted


def _proven(numbers: Sequence[_Number]) -> list[_Number]:
    """Those that stand in a run 1, 2, 3 of one sign: three of them, or two of which one begins a block."""
    proven: list[_Number] = []
    run: list[_Number] = []

    def close() -> None:
        if len(run) > 2 or (len(run) == 2 and not all(n.at for n in run)):
            proven.extend(run)
        run.clear()

    for number in numbers:
        if run and number.sign == run[-1].sign and number.place == run[-1].place + 1:
            run.append(number)
        elif number.place == 1 and (not number.at or not run):
            close()
            run.append(number)
    close()
    return proven


def _opened(block: RawBlock) -> list[RawBlock]:
    """A piece that begins with its number: an item, its title cut from the sentence that was glued to it."""
    match = _NUMBERED.match(block.text) if not block.marker else None
    if match is None and not block.marker:
        return [block]
    whole = block
    if match:
        whole = replace(cut(block, match.end(), len(block.text)), kind="item", level=0, marker=match["mark"])
    end = _title_end(whole.text)
    if not end:
        return [whole]
    rest = replace(cut(whole, end, len(whole.text)), kind="paragraph", marker="")
    return [cut(whole, 0, end), rest]


def _title_end(text: str) -> int:
    """Where a title with no stop ends and a sentence begins, "Tarif L'inscription est ..."; 0 for nowhere."""
    for match in _OPENS_A_SENTENCE.finditer(text):
        title = text[: match.start()]
        if len(title.split()) > _GLUED_TITLE_WORDS or re.search(r"[.:;,!?]", title):
            return 0
        if not OPEN_END.search(title) and not _STATES.search(title) and says_something(text[match.end() :]):
            return match.start()
    return 0


def _chains(blocks: Sequence[RawBlock]) -> list[list[int]]:
    """Places of the blocks that are numbered 1, 2, 3 (or A, B, C) in one style, at least two in a chain."""
    numbers = [number for i, block in enumerate(blocks) if (number := _opening(block, i))]
    chains: list[list[_Number]] = []
    for number in numbers:
        last = next(
            (c for c in reversed(chains) if c[-1].sign == number.sign and c[-1].place + 1 == number.place),
            None,
        )
        same_style = last is not None and last[-1].number.isdigit() == number.number.isdigit()
        if last is not None and same_style and number.place > 1:
            last.append(number)
        elif number.place == 1:
            chains.append([number])
    return [[number.block for number in chain] for chain in chains if len(chain) > 1]


def _headed(blocks: list[RawBlock], chain: Sequence[int]) -> list[RawBlock]:
    """The chain as headings of one level where titles stand before paragraphs, else as items."""
    if all(blocks[i].kind == "heading" for i in chain):
        return blocks
    result = list(blocks)
    if _are_headings(blocks, chain):
        level = _level(blocks, chain[0])
        for i in chain:
            result[i] = _as_heading(blocks[i], level)
    else:
        for i in chain:
            result[i] = _as_item(blocks[i])
    return result


def _are_headings(blocks: Sequence[RawBlock], chain: Sequence[int]) -> bool:
    """True where all read as titles and most are followed by text of their own."""
    if not all(_is_title(blocks[i]) for i in chain):
        return False
    members = set(chain)
    inner = [i for i in chain if i + 1 < len(blocks)]
    followed = sum(i + 1 not in members and not _is_deeper(blocks[i], blocks[i + 1]) for i in inner)
    return bool(inner) and followed >= 0.6 * len(inner) and _apart(chain)


def _apart(chain: Sequence[int]) -> bool:
    return any(b - a > 1 for a, b in pairwise(chain))


def _is_deeper(block: RawBlock, below: RawBlock) -> bool:
    """An item below an item is its detail."""
    return block.kind == below.kind == "item" and below.level > block.level


def _is_title(block: RawBlock) -> bool:
    text = block.text.rstrip(" :\u00a0")
    if block.kind == "heading":
        return True
    if not text or len(text.split()) > _TITLE_WORDS or text[0].islower() or text[-1] in ";,!":
        return False
    return len(split(block.text)) == 1 and not _STATES.search(text) and ": " not in text


def _level(blocks: Sequence[RawBlock], first: int) -> int:
    above = next((i for i in range(first - 1, -1, -1) if blocks[i].kind == "heading"), None)
    if above is None:
        return 2
    deeper = 1 if above == first - 1 or blocks[above].level <= 1 else 0
    return min(blocks[above].level + deeper, 6)


def _as_heading(block: RawBlock, level: int) -> RawBlock:
    text = f"{block.marker} {block.text}" if block.marker else block.text
    return replace(block, kind="heading", text=text, level=level, marker="", emphasis=())


def _as_item(block: RawBlock) -> RawBlock:
    """A paragraph that begins with its number is an item; an item keeps its mark."""
    match = _NUMBERED.match(block.text) if not block.marker and block.kind != "heading" else None
    if match is None:
        return block
    return replace(cut(block, match.end(), len(block.text)), kind="item", marker=match["mark"])
