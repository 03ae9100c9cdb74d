"""What is remembered makes translation faster, and never different."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices import memory as memories
from notices.edition import PackageInfo
from notices.memory import BriefMemory, Memory, Remembering, memory_file, open_memory
from notices.translator import Hypothesis


class Counting:
    """A translator that counts what it is asked."""

    takes_terms = False
    calibration = None

    def __init__(self, package: str = "a") -> None:
        self.package = PackageInfo("fake", "1", package, gist_only=True)
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str], hypotheses: int = 4) -> tuple[tuple[Hypothesis, ...], ...]:
        self.asked += sentences
        return tuple((Hypothesis(f"{self.package.sha256}:{s}", -0.1),) * hypotheses for s in sentences)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "translations.sqlite3"


def test_only_what_is_new_is_translated(file: Path) -> None:
    """In another process, on another day, and counted."""
    first = Counting()
    with open_memory(file) as memory:
        said = Remembering(first, memory).translate(["un", "deux", "un"])
    again = Counting()
    with open_memory(file) as memory:
        remembering = Remembering(again, memory)
        assert remembering.translate(["deux", "trois", "un"]) == (
            said[1],
            *again.translate(["trois"]),
            said[0],
        )
    assert first.asked == ["un", "deux"]
    assert again.asked[0] == "trois"
    assert (remembering.asked, remembering.translated) == (3, 1)


@pytest.mark.parametrize("other", [Counting("b"), None])
def test_another_package_or_number_of_hypotheses_is_another_question(other: Counting | None) -> None:
    """All that shapes the answer is in the key."""
    memory, asked = BriefMemory(), Counting()
    Remembering(asked, memory).translate(["un"])
    again = other or asked
    count = len(again.asked)
    Remembering(again, memory).translate(["un"], 4 if other else 2)
    assert len(again.asked) == count + 1


@given(st.lists(st.text(max_size=20), max_size=30))
def test_remembering_changes_nothing(sentences: list[str]) -> None:
    """With an empty, a half-full and a full memory: the translator's own answers."""
    plain = Counting().translate(sentences)
    memory = BriefMemory()
    Remembering(Counting(), memory).translate(sentences[::2])
    assert Remembering(Counting(), memory).translate(sentences) == plain
    assert Remembering(Counting(), memory).translate(sentences) == plain


def test_scores_come_back_to_the_last_bit(file: Path) -> None:
    """A confidence in a manifest must not depend on where it came from."""
    answer = (Hypothesis("« é »\n", -0.123456789012345678), Hypothesis("", -1e-17))
    with open_memory(file) as memory:
        memory.keep({"key": answer})
        assert memory.recall(["key", "other"]) == {"key": answer}


def test_a_file_that_is_no_database_is_begun_anew(file: Path) -> None:
    """It is only a cache."""
    file.parent.mkdir()
    file.write_bytes(b"not a database at all " * 100)
    with open_memory(file) as memory:
        memory.keep({"key": (Hypothesis("x", 0.0),)})
    with open_memory(file) as memory:
        assert memory.recall(["key"])


def test_an_entry_of_garbage_is_unknown(file: Path) -> None:
    """And translated again."""
    with open_memory(file) as memory:
        memory.keep({"key": (Hypothesis("x", 0.0),)})
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE translations SET answer = '[[1'")
    with open_memory(file) as memory:
        assert memory.recall(["key"]) == {}


@pytest.mark.parametrize("place", ["a-file/translations.sqlite3", "a-folder"])
def test_where_nothing_can_be_written_it_is_brief(tmp_path: Path, place: str) -> None:
    """Nothing fails, and nothing is left."""
    (tmp_path / "a-file").write_text("")
    (tmp_path / "a-folder").mkdir()
    with open_memory(tmp_path / place) as memory:
        assert remembers(memory)


def remembers(memory: Memory) -> bool:
    memory.keep({"key": (Hypothesis("x", 0.0),)})
    return bool(memory.recall(["key"]))


def test_a_locked_file_is_no_hindrance(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process may be writing."""
    monkeypatch.setattr(memories, "_PATIENCE_S", 0.01)
    with open_memory(file) as memory:
        holder = sqlite3.connect(file)
        holder.execute("BEGIN EXCLUSIVE")
        memory.keep({"key": (Hypothesis("x", 0.0),)})
        assert memory.recall(["key"]) == {}
        with open_memory(file) as other:
            assert remembers(other)
        holder.close()


def test_the_oldest_are_forgotten(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that only grows fills the disk."""
    monkeypatch.setattr(memories, "MAX_ENTRIES", 3)
    with open_memory(file) as memory:
        for key in "abcde":
            memory.keep({key: (Hypothesis(key, 0.0),)})
        assert sorted(memory.recall(list("abcde"))) == ["c", "d", "e"]


def test_it_lies_in_the_users_cache() -> None:
    """By the rules of XDG; nowhere, where there is no home."""
    assert memory_file({"XDG_CACHE_HOME": "/c", "HOME": "/h"}) == Path("/c/notices/translations.sqlite3")
    assert memory_file({"HOME": "/h"}) == Path("/h/.cache/notices/translations.sqlite3")
    assert memory_file({}) is None
