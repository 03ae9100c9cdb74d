"""The README keeps itself true: what it shows works, what exists it names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import typer

from notices import errors
from notices.cli import app
from notices.errors import NoticesError

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(mark: str) -> str:
    """The fenced block after the comment `<!-- mark -->`."""
    found = re.search(rf"<!-- {mark} -->\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found, mark
    return found[1]


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a reader pastes works, on the notice that the project ships."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    exec(block("example"), {"__name__": "example"})
    assert (tmp_path / "bundles" / "notice" / "index.html").exists()


@pytest.mark.parametrize("mark", ["quick start", "tests"])
def test_each_command_for_a_fresh_machine_is_one_line(mark: str) -> None:
    """One paste sets up and runs; it makes an environment of its own and names no place of ours."""
    lines = block(mark).strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("python3 -m venv .venv && ")


def test_every_command_is_documented() -> None:
    """No command without a line in the README."""
    for name in typer.main.get_command(app).commands:  # type: ignore[attr-defined]
        assert f"notices {name}" in README, name


def test_every_exit_code_is_in_the_table() -> None:
    """A script's author finds each code with its name."""
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, NoticesError):
            assert f"| {error.code} | `{error.__name__}` |" in README, error.__name__


def test_every_dependency_stands_in_the_table_of_licences() -> None:
    """What comes along, and under which licence, is said of each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.match(r"[\w-]+", requirement)
        assert name
        assert f"`{name[0]}`" in README, name[0]


def test_every_seed_says_what_it_is() -> None:
    """Source, licence and reason stand beside each notice."""
    for seed in sorted((ROOT / "seeds").iterdir()):
        about = tomllib.loads((seed / "about.toml").read_text(encoding="utf-8"))
        assert {"title", "source", "licence", "why"} <= about.keys(), seed
        assert [file for file in seed.iterdir() if file.stem == "notice"], seed
