"""What the tests of the readers share: cases from files, and blocks as lines that a person reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from notices.raw import RawBlock

FIXTURES = Path(__file__).parents[2] / "fixtures" / "reading"

_CASE = re.compile(r"^=== (.+)\n((?:.*\n)*?)--- blocks\n((?:.*\n)*?)(?=^=== |\Z)", re.M)


@pytest.fixture
def folder() -> Path:
    """Where the fixtures of the readers lie."""
    return FIXTURES


@pytest.fixture
def lines_of() -> Callable[[Iterable[RawBlock]], list[str]]:
    """Blocks as the lines in which the `.cases` files write them."""
    return lambda blocks: [_line(block) for block in blocks]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with `source` and `expected` runs on each case of the file that its module names in `CASES`."""
    if "expected" in metafunc.fixturenames:
        text = (FIXTURES / metafunc.module.CASES).read_text(encoding="utf-8")
        cases = [(name, source, expected.split("\n")) for name, source, expected in _CASE.findall(text)]
        metafunc.parametrize(
            ("source", "expected"),
            [(source, [line for line in lines if line]) for _, source, lines in cases],
            ids=[name for name, *_ in cases],
        )


def _line(block: RawBlock) -> str:
    if block.kind == "row":
        return f"{'header' if block.header else 'row'} | {' ¦ '.join(block.cells)}"
    level = f" {block.level}" if block.kind == "heading" or block.level else ""
    marker = f" {block.marker}" if block.marker else ""
    return f"{block.kind}{level}{marker} | {_with_bold(block)}"


def _with_bold(block: RawBlock) -> str:
    text = block.text
    for start, end in reversed(block.emphasis):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text
